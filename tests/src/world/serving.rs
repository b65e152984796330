//! Real server processes over a prepared database: started, asked over a socket, killed.
//!
//! Only processes that a test started itself are ended, by their own handle, and none outlives its test.

use super::prepare::{self, Place};
use super::{Backend, Program, World};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long a leader that does not renew keeps its work; short, so that a successor need not wait long.
const LEASE_MS: &str = "2000";

/// A data folder, and the address of a database where it is not in the folder.
pub struct Ground {
    held: super::backend::Held,
}

/// A process that serves.
pub struct Serving {
    child: Child,
    address: String,
    told: Arc<Mutex<Vec<String>>>,
}

/// What a server process answered.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub text: String,
}

/// Asks again and again until it is so. The bound only ends a hang; no test rests on how long anything took.
#[track_caller]
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..2_400 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("never came: {what}");
}

impl Ground {
    /// Lays out a place and lets the test arrange it; what it returns (tokens, ids) is all that stays of the world.
    pub fn lay<T, F>(
        place: Place,
        backend: Backend,
        arrange: impl FnOnce(World) -> F,
    ) -> (Ground, T)
    where
        F: Future<Output = (World, T)>,
    {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let (world, kept) = runtime.block_on(async {
            let world = prepare::world_on_machine_time(place, backend).await;
            arrange(world).await
        });
        // The last handle of the store closes it, so that a process may take the folder.
        drop(runtime);
        let World { held, .. } = world;
        (Ground { held }, kept)
    }

    pub fn folder(&self) -> &std::path::Path {
        self.held.folder.path()
    }

    /// Address of the database; empty for the one in the folder.
    pub fn database(&self) -> &str {
        &self.held.address
    }

    /// Runs a command of the program on this ground and returns what it printed.
    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> String {
        let folder = self.folder().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &folder]);
        if !self.database().is_empty() {
            all.extend(["--database", self.database()]);
        }
        Program::find().run(&all).ok()
    }

    /// The ledger of this ground is whole. What a killed process left unsealed finds its place once its lease has run
    /// out, by whoever opens the database next.
    #[track_caller]
    pub fn verify(&self) {
        until("every entry has its place", || {
            let told = self.run(&["ledger", "verify", "--format", "json"]);
            let verdict: Value = serde_json::from_str(&told).expect("a verdict");
            assert_eq!(verdict["ok"], true, "{verdict}");
            verdict["unsealed"] == 0
        });
    }

    /// The program as it would be started on this ground, not yet started.
    pub fn program(&self) -> Command {
        let mut command = Command::new(Program::find().path());
        for (name, _) in std::env::vars() {
            if name.starts_with("ANLAN_") {
                command.env_remove(name);
            }
        }
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(self.folder());
        if !self.database().is_empty() {
            command.args(["--database", self.database()]);
        }
        command
            .env("ANLAN_LOG", "warn")
            .env("ANLAN_LEASE_MS", LEASE_MS)
            .current_dir(self.folder());
        command
    }
}

impl Serving {
    pub fn start(ground: &Ground) -> Serving {
        Serving::start_as(ground.program())
    }

    /// Starts a command and waits until it says where it listens.
    #[track_caller]
    pub fn start_as(mut command: Command) -> Serving {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let told = Arc::new(Mutex::new(Vec::new()));
        listen(child.stderr.take().expect("its log"), told.clone());
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut address = None;
        let mut line = String::new();
        while address.is_none() && out.read_line(&mut line).expect("a line") > 0 {
            address = line
                .trim()
                .strip_prefix("http://")
                .map(|rest| rest.trim_end_matches('/').to_owned());
            line.clear();
        }
        listen(out, told.clone());
        let Some(address) = address else {
            let ended = child.wait().expect("its end");
            panic!(
                "it does not serve ({ended}): {:?}",
                told.lock().expect("its log")
            );
        };
        Serving {
            child,
            address,
            told,
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// `kill -9`, and waits until the process is gone.
    pub fn kill(mut self) {
        self.end();
    }

    /// One request; none when the process is not there, or died before it answered.
    pub fn ask(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: Option<&Value>,
    ) -> Option<Reply> {
        ask(&self.address, method, path, token, body)
    }

    /// A way to ask from another thread, that outlives the process.
    pub fn asker(&self, token: &str) -> Asker {
        Asker {
            address: self.address.clone(),
            token: token.to_owned(),
        }
    }

    #[track_caller]
    pub fn get(&self, path: &str, token: &str) -> Reply {
        let reply = self.ask("GET", path, token, None);
        reply.unwrap_or_else(|| {
            panic!(
                "no answer to {path}: {:?}",
                self.told.lock().expect("its log")
            )
        })
    }

    fn end(&mut self) {
        // One that ended by itself cannot be killed any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.end();
    }
}

#[derive(Clone)]
pub struct Asker {
    address: String,
    token: String,
}

impl Asker {
    pub fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Option<Reply> {
        ask(&self.address, method, path, &self.token, body)
    }
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}

fn ask(
    address: &str,
    method: &str,
    path: &str,
    token: &str,
    body: Option<&Value>,
) -> Option<Reply> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect(address).ok()?;
    // Ends a hang, nothing else.
    stream
        .set_read_timeout(Some(Duration::from_secs(120)))
        .ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, text) = answer.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("content-length: ")?
            .parse()
            .ok()
    });
    // Cut in the middle: nobody was told anything.
    if length.is_some_and(|length: usize| text.len() < length) {
        return None;
    }
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply {
        status,
        text: text.to_owned(),
    })
}

/// Keeps what a process says, so that it never waits for somebody to read it.
fn listen(from: impl Read + Send + 'static, told: Arc<Mutex<Vec<String>>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            told.lock().expect("its log").push(line);
        }
    });
}
