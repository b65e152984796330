//! On what was measured: date, processor, memory, and the versions of everything that took part.

use kernel::time::{Day, Moment};
use server::machine;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Name and value, in the order of the page.
pub fn facts(
    binary: Option<&Path>,
    baseline: &Path,
    server: Option<&Path>,
) -> Vec<(&'static str, String)> {
    let binary = binary.map_or_else(String::new, |path| {
        first_line(&path.display().to_string(), &["--version"])
    });
    let postgres = server.map_or_else(String::new, |folder| {
        first_line(
            &folder.join("postgres").display().to_string(),
            &["--version"],
        )
    });
    vec![
        ("Date", today().to_string()),
        ("Processor", processor()),
        ("Memory", memory()),
        ("System", first_line("uname", &["-sr"])),
        ("Load average at the end", load()),
        ("Program", binary),
        ("Compiler", first_line("rustc", &["--version"])),
        ("SQLite of the program", rusqlite::version().to_owned()),
        ("PostgreSQL", postgres),
        ("Bare handler", peer(baseline)),
        ("Load generator", wrk()),
    ]
}

fn today() -> Day {
    let Moment(now) = machine::now();
    Day(i32::try_from(now.div_euclid(86_400_000)).unwrap_or(0))
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let values = |name: &'static str| {
        let lines = text.lines().filter(move |line| line.starts_with(name));
        lines
            .filter_map(|line| line.split_once(':'))
            .map(|(_, value)| value.trim().to_owned())
    };
    let model = values("model name")
        .next()
        .unwrap_or_else(|| "unknown".to_owned());
    format!("{} × {model}", values("processor").count())
}

fn memory() -> String {
    let text = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = text.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kib = total.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    format!("{} GiB", kib.unwrap_or(0) / (1 << 20))
}

fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The versions that the lock file of the peer names.
fn peer(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("Cargo.lock")).unwrap_or_default();
    let version = |wanted: &str| {
        let name = format!("name = \"{wanted}\"\nversion = \"");
        let rest = text.split_once(&name).map(|(_, rest)| rest);
        let version = rest.and_then(|rest| rest.split('"').next());
        format!("{wanted} {}", version.unwrap_or("?"))
    };
    ["axum", "sqlx", "libsqlite3-sys"].map(version).join(", ")
}

/// wrk prints its version together with a usage and ends with an error.
fn wrk() -> String {
    let line = first_line("wrk", &["-v"]);
    let words: Vec<&str> = line.split_whitespace().take(2).collect();
    words.join(" ")
}

fn first_line(program: &str, arguments: &[&str]) -> String {
    let Ok(output) = Command::new(program).args(arguments).output() else {
        return String::new();
    };
    let text = match output.stdout.is_empty() {
        true => output.stderr,
        false => output.stdout,
    };
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines().next().unwrap_or_default().trim().to_owned()
}
