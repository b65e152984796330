//! How long the program takes from its start to its first answer, and how much memory it holds at rest.

use crate::Outcome;
use crate::sample::say;
use crate::watch::Stopwatch;
use clap::Args;
use std::fs::File;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

#[derive(Args)]
pub struct Wanted {
    #[arg(long)]
    binary: PathBuf,
    #[arg(long)]
    data: PathBuf,
    /// Account whose token stands in the data folder, for the reads between the two looks at the memory.
    #[arg(long)]
    login: String,
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// Nobody waits longer for a start.
const PATIENCE: f64 = 60.0;

/// What a person opens in his first minutes, so often.
const READS: usize = 25;
const PAGES: &[&str] = &[
    "/api/v1/instance",
    "/api/v1/me",
    "/api/v1/plans",
    "/api/v1/plans/anji-2022",
    "/api/v1/inbox",
    "/api/v1/obligations?limit=50",
];

/// Rest before looking at the memory.
const REST: Duration = Duration::from_secs(5);

pub fn run(wanted: &Wanted) -> Outcome<()> {
    let token = std::fs::read_to_string(wanted.data.join(format!("token.{}", wanted.login)))?;
    // The first start after an upgrade may migrate or create; it is not what is asked for.
    stop(serve(wanted, free_address()?)?.0)?;
    for round in 1..=wanted.rounds {
        let address = free_address()?;
        let (mut child, seconds) = serve(wanted, address)?;
        let looked = look(&mut child, address, &token);
        stop(child)?;
        let (idle, used) = looked?;
        let values = [
            ("ms", seconds * 1e3),
            ("mib", idle.all),
            ("anonymous_mib", idle.anonymous),
            ("used_mib", used.all),
            ("used_anonymous_mib", used.anonymous),
        ];
        say("start/demo", round, &values)?;
    }
    Ok(())
}

/// Memory at rest, before and after somebody looked around.
fn look(child: &mut Child, address: SocketAddr, token: &str) -> Outcome<(Memory, Memory)> {
    thread::sleep(REST);
    let idle = Memory::of(child.id())?;
    for _ in 0..READS {
        for page in PAGES {
            let status = get(address, page, Some(token))?;
            if status != 200 {
                return Err(format!("{page} answered {status}").into());
            }
        }
    }
    thread::sleep(REST);
    Ok((idle, Memory::of(child.id())?))
}

/// Starts the program and waits for its first answer out of the database.
fn serve(wanted: &Wanted, address: SocketAddr) -> Outcome<(Child, f64)> {
    let log = File::create(wanted.data.join("rig.log"))?;
    let watch = Stopwatch::start();
    let mut child = Command::new(&wanted.binary)
        .arg("serve")
        .arg("--data")
        .arg(&wanted.data)
        .arg("--listen")
        .arg(address.to_string())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()?;
    loop {
        if get(address, "/api/v1/instance", None).is_ok_and(|status| status == 200) {
            return Ok((child, watch.seconds()));
        }
        let ended = child.try_wait()?.is_some();
        if ended || PATIENCE < watch.seconds() {
            stop(child)?;
            return Err("the program did not answer; its log is rig.log in the data folder".into());
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Asks it to stop as a service manager does, by its own id.
fn stop(mut child: Child) -> Outcome<()> {
    if child.try_wait()?.is_none() {
        Command::new("kill")
            .arg("-TERM")
            .arg(child.id().to_string())
            .status()?;
    }
    child.wait()?;
    Ok(())
}

/// A port that nobody had a moment ago.
fn free_address() -> Outcome<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// The status of a plain request.
fn get(address: SocketAddr, path: &str, token: Option<&str>) -> Outcome<u16> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let bearer = token.map_or_else(String::new, |token| {
        format!("authorization: Bearer {token}\r\n")
    });
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{bearer}\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let line = String::from_utf8_lossy(answer.get(..12).ok_or("no answer")?).into_owned();
    let status = line.split(' ').nth(1).ok_or("no status")?;
    Ok(status.parse()?)
}

/// Resident memory in MiB, in all and without what is mapped from files.
struct Memory {
    all: f64,
    anonymous: f64,
}

impl Memory {
    fn of(process: u32) -> Outcome<Memory> {
        let path = Path::new("/proc").join(process.to_string()).join("status");
        let text = std::fs::read_to_string(path)?;
        Ok(Memory {
            all: mib(&text, "VmRSS:")?,
            anonymous: mib(&text, "RssAnon:")?,
        })
    }
}

fn mib(text: &str, name: &str) -> Outcome<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let kib = line.and_then(|rest| rest.split_whitespace().next());
    let kib: f64 = kib.ok_or(format!("no {name}"))?.parse()?;
    Ok(kib / 1024.0)
}
