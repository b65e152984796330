//! Chores of the repository that are not part of the product.
//!
//! `cargo run -p xtask -- tidy` reads the tree and says where it breaks a convention; the same
//! rules run as tests of this package. `cargo run -p xtask -- generated [--check]` writes the
//! files that programs write, or says which of them are no longer true.
//!
//! Nothing here may be needed to build or run the product.

mod generated;
mod tidy;
mod tree;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["tidy"] => tidy::run(),
        ["generated"] => generated::write(),
        ["generated", "--check"] => generated::check(),
        _ => {
            eprintln!("usage: xtask tidy | generated [--check]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
