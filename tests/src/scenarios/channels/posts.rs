//! A mail server and a gateway on this machine, which say what they are told to say and remember what they were sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Ends a hang, nothing else.
const PATIENCE: Duration = Duration::from_secs(60);

type Taken<T> = Arc<Mutex<Vec<T>>>;

/// Takes mails. Each gets the next of its answers, and after the last the last one again; `drop` breaks off.
pub struct MailPost {
    pub port: u16,
    taken: Taken<String>,
}

/// Takes webhooks in the same way; an answer is a status and a body.
pub struct Gateway {
    pub port: u16,
    taken: Taken<Call>,
}

#[derive(Clone, Debug)]
pub struct Call {
    head: String,
    pub body: String,
}

/// The key of the gateway's signatures.
pub fn secret() -> &'static str {
    "a secret of the tests"
}

/// What a letter is signed with; written out here so that both sides do not share a mistake.
pub fn sign(timestamp: &str, body: &str) -> String {
    let message = [timestamp.as_bytes(), b".", body.as_bytes()].concat();
    let hex: String = hmac_sha256(secret().as_bytes(), &message)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("sha256={hex}")
}

impl Call {
    pub fn header(&self, name: &str) -> Option<String> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name)
                .then(|| value.trim().to_owned())
        })
    }

    pub fn is_signed(&self) -> bool {
        let timestamp = self.header("x-anlan-timestamp").unwrap_or_default();
        self.header("x-anlan-signature") == Some(sign(&timestamp, &self.body))
    }
}

impl MailPost {
    pub fn open(answers: &[&str]) -> MailPost {
        let taken = Taken::default();
        let port = listen(answers, taken.clone(), mail);
        MailPost { port, taken }
    }

    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().expect("mails").clone()
    }
}

impl Gateway {
    pub fn open(answers: &[&str]) -> Gateway {
        let taken = Taken::default();
        let port = listen(answers, taken.clone(), call);
        Gateway { port, taken }
    }

    pub fn taken(&self) -> Vec<Call> {
        self.taken.lock().expect("calls").clone()
    }
}

/// One connection after the other, each with the answer that is due.
fn listen<T: Send + 'static>(
    answers: &[&str],
    taken: Taken<T>,
    serve: fn(&TcpStream, &str, &Taken<T>) -> std::io::Result<()>,
) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let answers: Vec<String> = answers.iter().map(|one| (*one).to_owned()).collect();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.set_read_timeout(Some(PATIENCE));
            let count = taken.lock().expect("what was taken").len();
            let answer = answers
                .get(count)
                .or(answers.last())
                .cloned()
                .unwrap_or_default();
            // A client that breaks off is not the test's concern.
            let _ = serve(&stream, &answer, &taken);
        }
    });
    port
}

fn mail(stream: &TcpStream, answer: &str, taken: &Taken<String>) -> std::io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream);
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes());
    say("220 here")?;
    let mut line = String::new();
    while 0 < lines.read_line(&mut line)? {
        let verb = line
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_uppercase();
        match verb.as_str() {
            "DATA" => {
                say("354 go on")?;
                let mut text = String::new();
                loop {
                    line.clear();
                    if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
                        break;
                    }
                    text.push_str(&line);
                }
                taken.lock().expect("mails").push(text);
                if answer == "drop" {
                    return Ok(());
                }
                say(answer)?;
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 yes")?,
        }
        line.clear();
    }
    Ok(())
}

fn call(stream: &TcpStream, answer: &str, taken: &Taken<Call>) -> std::io::Result<()> {
    let mut out = stream;
    let mut lines = BufReader::new(stream);
    let (mut head, mut line) = (String::new(), String::new());
    while 0 < lines.read_line(&mut line)? && line != "\r\n" {
        head.push_str(&line);
        line.clear();
    }
    let mut made = Call {
        head,
        body: String::new(),
    };
    let length = made
        .header("content-length")
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    lines.read_exact(&mut body)?;
    made.body = String::from_utf8_lossy(&body).into_owned();
    taken.lock().expect("calls").push(made);
    if answer == "drop" {
        return Ok(());
    }
    let (status, text) = answer.split_once(' ').unwrap_or((answer, ""));
    let head = format!(
        "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        text.len()
    );
    out.write_all(head.as_bytes())?;
    out.write_all(text.as_bytes())
}

/// HMAC over SHA-256 as its standard says.
fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let mut block = [0u8; 64];
    block[..key.len()].copy_from_slice(key);
    let inner = block.map(|byte| byte ^ 0x36);
    let outer = block.map(|byte| byte ^ 0x5c);
    let hash = |first: &[u8], second: &[u8]| {
        Sha256::new()
            .chain_update(first)
            .chain_update(second)
            .finalize()
    };
    let digest = hash(&inner, message);
    hash(&outer, &digest).into()
}
