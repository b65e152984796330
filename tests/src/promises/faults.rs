//! A disk that is full, a database that is locked, a process that is killed: nothing that was acknowledged is lost,
//! nothing half done is kept, and `/readyz` says how it stands and recovers by itself.

use crate::world::{Actor, Backend, Ground, Place, Serving, World, until};
use kernel::chance::{Chance, SeededChance};
use kernel::id::Id;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A disk that takes no more: the size to which the process may let a file grow ends just above the log of the
/// database. That needs no rights of an administrator, and is lifted while the process runs.
#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let (ground, desk) = Desk::on(Backend::Sqlite);
    let serving = Serving::start_as(deaf_to_the_limit(&ground.program()));
    assert_eq!(serving.get("/readyz", "").status, 200);

    limit(
        serving.pid(),
        &(size_of_log(&ground) + 256 * 1024).to_string(),
    );
    let mut kept = Vec::new();
    let refused = loop {
        let id = desk.id(kept.len());
        let reply = desk.file(&serving, id).expect("an answer");
        if reply.status != 200 {
            break (id, reply);
        }
        kept.push(id);
        assert!(kept.len() < 10_000, "the disk never got full");
    };
    let problem = refused.1.json();
    assert_eq!(
        (refused.1.status, &problem["type"]),
        (507, &json!("/problems/edge.full")),
        "{problem}"
    );
    assert!(
        problem["act"].as_str().is_some_and(|act| !act.is_empty()),
        "what to do is told: {problem}"
    );
    // A few pages may still have fitted in; from here on there is room for none.
    limit(serving.pid(), "4096");
    let again = desk.file(&serving, refused.0).expect("an answer");
    assert_eq!(again.status, 507, "full: {}", again.text);
    let red = serving.get("/readyz", "");
    assert_eq!(red.status, 503, "{}", red.text);
    assert_eq!(serving.get("/healthz", "").status, 200, "the process lives");
    // What was refused by a rule wrote nothing, and does not make it look as if there were space.
    let unknown = serving
        .ask("PUT", &path(refused.0), &desk.token, Some(&json!({})))
        .expect("an answer");
    assert_eq!(unknown.status, 422, "{}", unknown.text);
    assert_eq!(serving.get("/readyz", "").status, 503);
    for id in &kept {
        assert_eq!(
            serving.get(&path(*id), &desk.token).status,
            200,
            "what was acknowledged can be read"
        );
    }
    assert_eq!(
        serving.get(&path(refused.0), &desk.token).status,
        404,
        "nothing of the refused one was kept"
    );

    limit(serving.pid(), "unlimited");
    until("readiness after space was made", || {
        serving.get("/readyz", "").status == 200
    });
    let late = desk.file(&serving, refused.0).expect("an answer");
    assert_eq!(
        (late.status, &late.json()["new"]),
        (200, &json!(true)),
        "{}",
        late.text
    );
    kept.push(refused.0);
    serving.kill();
    ground.verify();
    let serving = Serving::start(&ground);
    for id in &kept {
        assert_eq!(
            serving.get(&path(*id), &desk.token).status,
            200,
            "{id} is there after the restart"
        );
    }
}

/// Somebody else's lock on the database: writes are told to come back, reads go on, and it heals by itself.
#[test]
fn a_locked_database_loses_nothing_that_was_acknowledged() {
    for backend in Backend::all() {
        let (ground, desk) = Desk::on(backend);
        let serving = Serving::start(&ground);
        let first = desk.file(&serving, desk.id(0)).expect("an answer");
        assert_eq!(first.status, 200, "{}", first.text);
        let lock = Lock::hold(&ground);
        let refused = desk.file(&serving, desk.id(1)).expect("an answer");
        let problem = refused.json();
        assert_eq!(
            (refused.status, &problem["type"]),
            (503, &json!("/problems/edge.busy")),
            "{problem}"
        );
        // Of PostgreSQL other tables can be written meanwhile, so that it may look well in between.
        match backend {
            Backend::Sqlite => assert_eq!(serving.get("/readyz", "").status, 503),
            Backend::Postgres => until("red while writes fail", || {
                let asker = serving.asker(&desk.token);
                let (id, body) = (desk.id(1), desk.minutes(desk.id(1)));
                let writing = std::thread::spawn(move || asker.ask("PUT", &path(id), Some(&body)));
                while !writing.is_finished() {
                    std::thread::yield_now();
                }
                serving.get("/readyz", "").status == 503
            }),
        }
        assert_eq!(
            serving.get(&path(desk.id(0)), &desk.token).status,
            200,
            "reads go on"
        );
        assert_eq!(serving.get(&path(desk.id(1)), &desk.token).status, 404);
        drop(lock);
        until("readiness after the lock went", || {
            serving.get("/readyz", "").status == 200
        });
        let late = desk.file(&serving, desk.id(1)).expect("an answer");
        assert_eq!(
            (late.status, &late.json()["new"]),
            (200, &json!(true)),
            "{}",
            late.text
        );
        serving.kill();
        ground.verify();
    }
}

/// Three kills in the midst of writes: whatever was acknowledged is there, and the ledger is whole.
#[test]
fn a_killed_process_loses_nothing_that_was_acknowledged() {
    for backend in Backend::all() {
        let (ground, desk) = Desk::on(backend);
        let chance = SeededChance::new(20_220_516);
        let next = Arc::new(AtomicUsize::new(0));
        let acknowledged: Arc<Mutex<BTreeSet<Id>>> = Arc::default();
        for _ in 0..3 {
            let serving = Serving::start(&ground);
            let mut byte = [0];
            chance.fill(&mut byte);
            let enough = acknowledged.lock().expect("ids").len() + 20 + usize::from(byte[0] % 64);
            let writers = desk.writers(&serving, &next, &acknowledged);
            until("enough records to kill in their midst", || {
                enough <= acknowledged.lock().expect("ids").len()
            });
            serving.kill();
            for writer in writers {
                writer.join().expect("a writer ends");
            }
            ground.verify();
        }
        let serving = Serving::start(&ground);
        let acknowledged = acknowledged.lock().expect("ids").clone();
        assert!(acknowledged.len() > 60, "there was something to lose");
        for id in &acknowledged {
            let seen = serving.get(&path(*id), &desk.token);
            assert_eq!(
                (seen.status, &seen.json()["values"]["minutes"]),
                (200, &json!(id.to_string())),
                "{id}"
            );
        }
        // Whoever heard nothing sends again: kept once, whether it had arrived or not.
        for number in 0..next.load(Ordering::SeqCst) {
            let id = desk.id(number);
            let reply = desk.file(&serving, id).expect("an answer");
            assert_eq!(reply.status, 200, "{}", reply.text);
            assert!(
                !acknowledged.contains(&id) || reply.json()["new"] == false,
                "{id} was there already"
            );
        }
        serving.kill();
        ground.verify();
    }
}

/// A clerk with a session, who files minutes.
struct Desk {
    token: String,
    person: Id,
    body: Id,
}

impl Desk {
    fn on(backend: Backend) -> (Ground, Desk) {
        Ground::lay(Place::Anji, backend, |world: World| async move {
            world.activate("anji-2022").await;
            world.advance("2022-05-16 10:00").await;
            let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
            let body = world.org("县燃气专委办").await;
            let desk = Desk {
                token: clerk.token(),
                person: clerk.person,
                body,
            };
            drop(clerk);
            (world, desk)
        })
    }

    fn id(&self, number: usize) -> Id {
        Id::natural("tests.faults", &number.to_string())
    }

    fn minutes(&self, id: Id) -> Value {
        json!({ "form": "meeting-minutes", "form_version": 1, "body": self.body, "values": {
            "purpose": "专题例会", "date": "2022-05-10", "attendees": [self.person], "minutes": id.to_string()
        }})
    }

    fn file(&self, serving: &Serving, id: Id) -> Option<crate::world::Reply> {
        serving.ask("PUT", &path(id), &self.token, Some(&self.minutes(id)))
    }

    /// Four threads that file one record after the other until the process is gone.
    fn writers(
        &self,
        serving: &Serving,
        next: &Arc<AtomicUsize>,
        acknowledged: &Arc<Mutex<BTreeSet<Id>>>,
    ) -> Vec<std::thread::JoinHandle<()>> {
        let gone = Arc::new(AtomicBool::new(false));
        let start = |_| {
            let (asker, next, acknowledged) = (
                serving.asker(&self.token),
                next.clone(),
                acknowledged.clone(),
            );
            let gone = gone.clone();
            let desk = Desk {
                token: self.token.clone(),
                ..*self
            };
            std::thread::spawn(move || {
                while !gone.load(Ordering::SeqCst) {
                    let id = desk.id(next.fetch_add(1, Ordering::SeqCst));
                    match asker.ask("PUT", &path(id), Some(&desk.minutes(id))) {
                        Some(reply) if reply.status == 200 => {
                            acknowledged.lock().expect("ids").insert(id);
                        }
                        Some(reply) => panic!("{}: {}", reply.status, reply.text),
                        None => gone.store(true, Ordering::SeqCst),
                    }
                }
            })
        };
        (0..4).map(start).collect()
    }
}

fn path(id: Id) -> String {
    format!("/api/v1/records/{id}")
}

/// The same command in a process that the limit does not end but only tells.
fn deaf_to_the_limit(program: &Command) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
        .arg(program.get_program())
        .args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    if let Some(folder) = program.get_current_dir() {
        command.current_dir(folder);
    }
    command
}

/// Sets how large the files of a process may grow.
fn limit(pid: u32, most: &str) {
    let told = Command::new("prlimit")
        .args(["--pid", &pid.to_string(), &format!("--fsize={most}:")])
        .output();
    let told = told.expect("prlimit of util-linux is needed to fill a disk");
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
}

fn size_of_log(ground: &Ground) -> u64 {
    std::fs::metadata(ground.folder().join("anlan.db-wal")).map_or(0, |log| log.len())
}

/// A lock that another connection holds until it is dropped.
enum Lock {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

impl Lock {
    fn hold(ground: &Ground) -> Lock {
        if ground.database().is_empty() {
            let connection =
                rusqlite::Connection::open(ground.folder().join("anlan.db")).expect("the database");
            connection
                .busy_timeout(std::time::Duration::from_secs(60))
                .expect("patience");
            connection
                .execute_batch("begin immediate")
                .expect("the lock");
            return Lock::Sqlite(connection);
        }
        let mut client =
            postgres::Client::connect(ground.database(), postgres::NoTls).expect("a connection");
        client
            .batch_execute("begin; lock table ledger_entry in exclusive mode")
            .expect("the lock");
        Lock::Postgres(client)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        match self {
            Lock::Sqlite(connection) => connection.execute_batch("rollback").expect("an end"),
            Lock::Postgres(client) => client.batch_execute("rollback").expect("an end"),
        }
    }
}
