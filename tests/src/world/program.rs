//! The real program, as `cargo build --bins` left it beside the tests.

use std::path::PathBuf;
use std::process::{Command, Output};

pub struct Program(PathBuf);

pub struct Ran(Output);

impl Program {
    /// `anlan` of the same build; `ANLAN_BINARY` names another one.
    pub fn find() -> Program {
        if let Ok(path) = std::env::var("ANLAN_BINARY") {
            return Program(PathBuf::from(path));
        }
        let mut folder = std::env::current_exe().expect("this test");
        folder.pop();
        let path = folder.parent().expect("the target folder").join("anlan");
        assert!(
            path.exists(),
            "{} is missing: build it with `cargo build --bins` first",
            path.display()
        );
        Program(path)
    }

    /// Where it is, for processes that stay.
    pub fn path(&self) -> &std::path::Path {
        &self.0
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(&self.0)
            .args(arguments)
            .output()
            .expect("the program starts");
        Ran(output)
    }
}

impl Ran {
    /// What it printed, when it ended well.
    #[track_caller]
    pub fn ok(self) -> String {
        let errors = String::from_utf8_lossy(&self.0.stderr).into_owned();
        assert!(self.0.status.success(), "{}: {errors}", self.0.status);
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }
}
