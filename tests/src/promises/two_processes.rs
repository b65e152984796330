//! Two server processes on one database: tick, sealer, folder and outbox run on one at a time, a killed leader's work
//! moves to the other, and nothing is opened, sealed or sent twice.

use crate::world::{Actor, Backend, Ground, Place, Program, Serving, World, until};
use kernel::id::Id;
use postgres::{Client, NoTls};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// On PostgreSQL two processes share the work. Without a server of it there is nothing to share: then a second process
/// on the same data folder is refused, and says why.
#[test]
fn two_processes_share_one_database_or_the_second_is_refused() {
    refused_on_the_same_folder();
    if Backend::all().contains(&Backend::Postgres) {
        shared();
    } else {
        println!(
            "ANLAN_TEST_PG names no server: nothing was tried on PostgreSQL, only the lock of the data folder"
        );
    }
}

fn refused_on_the_same_folder() {
    let (ground, desk) = Desk::on(Backend::Sqlite);
    let first = Serving::start(&ground);
    let second = ground
        .program()
        .output()
        .expect("the second process starts");
    assert_eq!(
        second.status.code(),
        Some(1),
        "the second process ends by itself"
    );
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(
        said.contains("another process is using the data folder"),
        "it says why: {said}"
    );
    let reply = first.ask(
        "PUT",
        &path(desk.id(0)),
        &desk.token,
        Some(&desk.minutes(desk.id(0))),
    );
    assert_eq!(
        reply.expect("an answer").status,
        200,
        "the first one goes on"
    );
    let verify = Command::new(Program::find().path())
        .args(["ledger", "verify", "--data"])
        .arg(ground.folder())
        .output();
    assert!(
        !verify.expect("the command starts").status.success(),
        "nor does a command take the folder meanwhile"
    );
    first.kill();
    ground.verify();
}

fn shared() {
    let (ground, desk) = Desk::on(Backend::Postgres);
    let mut sql = Client::connect(ground.database(), NoTls).expect("a connection");
    let first = Serving::start(&ground);
    until("the first process leads alone", || {
        leaders(&mut sql) == BTreeSet::from([first.pid()])
    });
    let second = Serving::start(&ground);
    let writing = Writing::start(&desk, [&first, &second]);

    // Time that somebody else moved: the leader's loop does what is due, under writes to both.
    let mut now = business(&mut sql);
    for _ in 0..5 {
        now += DAY_MS;
        move_time(&mut sql, now);
        until("the leader did what was due", || due(&mut sql, now) == 0);
        assert_eq!(
            leaders(&mut sql),
            BTreeSet::from([first.pid()]),
            "the second one does not take part"
        );
    }
    // Both are asked to move time to the same instants at once, and each runs the timers on the way.
    for _ in 0..5 {
        now += DAY_MS;
        let both = [&first, &second].map(|serving| {
            let keeper = serving.asker(&desk.keeper);
            std::thread::spawn(move || {
                keeper.ask("POST", "/api/v1/clock", Some(&json!({ "to": now })))
            })
        });
        let moved = both.map(|asked| asked.join().expect("an end").expect("an answer").status);
        assert!(
            moved.contains(&200) && moved.iter().all(|status| [200, 422].contains(status)),
            "{moved:?}"
        );
        assert_eq!(due(&mut sql, now), 0);
    }

    let kept_before = writing.acknowledged();
    let tokens = leases(&mut sql);
    first.kill();
    writing.gone(0);
    now += DAY_MS;
    move_time(&mut sql, now);
    until("the work moves to the second process", || {
        leaders(&mut sql) == BTreeSet::from([second.pid()])
    });
    for ((name, _, token), (same, _, later)) in tokens.iter().zip(leases(&mut sql)) {
        assert_eq!(name, &same);
        assert!(
            *token < later,
            "{name} was handed over under a higher token: {token}, {later}"
        );
    }
    until("the second did what was due", || due(&mut sql, now) == 0);
    until("writes go on", || writing.acknowledged() > kept_before + 20);
    let acknowledged = writing.stop();
    until("nothing is left unsealed, unfolded or unsent", || {
        backlog(&mut sql) == [0, 0, 0]
    });
    once(&mut sql);
    for id in &acknowledged {
        assert_eq!(
            count(
                &mut sql,
                &format!("select count(*) from record where id = '\\x{}'", hex(*id))
            ),
            1,
            "{id}"
        );
    }
    second.kill();
    ground.verify();
}

/// Nothing was opened, sealed, counted or sent twice.
fn once(sql: &mut Client) {
    let none = [
        (
            "obligations of one key",
            "select definition, slot, subject, period, holder, generation, source from obligation group by 1, 2, 3, 4, 5, 6, 7 having count(*) > 1",
        ),
        (
            "timers that ran twice",
            "select subject from ledger_entry where verb = 'ticked' group by subject having count(*) > 1",
        ),
        (
            "timers that were refused",
            "select id from timer where failed is not null",
        ),
        (
            "numbers of entries",
            "select seq from ledger_entry group by seq having count(*) > 1",
        ),
        (
            "numbers of facts",
            "select seq from fact group by seq having count(*) > 1",
        ),
        (
            "messages of one key",
            "select key from outbox group by key having count(*) > 1",
        ),
        (
            "messages that left twice",
            "select id from outbox where tries > 1 or (state = 'sent' and tries <> 1)",
        ),
        (
            "records that count twice",
            "select obligation, record from satisfaction where reversed_by is null group by obligation, record, part, element having count(*) > 1",
        ),
        (
            "counters that are not the sum of their facts",
            "select coalesce(c.kind, f.kind) from (select kind, sum(total) as n from counter group by kind) c \
          full join (select kind, sum(amount) as n from fact group by kind) f on f.kind = c.kind where c.n is distinct from f.n",
        ),
    ];
    for (what, text) in none {
        let rows = sql
            .query(text, &[])
            .unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert!(rows.is_empty(), "{what}: {} found", rows.len());
    }
    for table in ["ledger_entry", "fact"] {
        let text = format!("select count(*) from {table}");
        let last = format!("select cast(max(seq) as bigint) from {table}");
        assert_eq!(
            count(sql, &text),
            count(sql, &last),
            "{table} is numbered without a gap"
        );
    }
    let opened =
        "select cast(sum(amount) as bigint) from fact where kind like 'obligation.opened:%'";
    assert_eq!(
        count(sql, opened),
        count(sql, "select count(*) from obligation"),
        "each opening is counted once"
    );
    assert!(
        count(sql, "select count(*) from outbox where state = 'sent'") > 0,
        "something was sent"
    );
}

/// Processes that hold a lease which has not run out, of tick and sealer.
fn leaders(sql: &mut Client) -> BTreeSet<u32> {
    let held = leases(sql);
    let names: BTreeSet<&str> = held.iter().map(|(name, _, _)| name.as_str()).collect();
    if names != BTreeSet::from(["sealer", "tick"]) {
        return BTreeSet::new();
    }
    held.iter().map(|(_, pid, _)| *pid).collect()
}

/// Name, process and token of every lease, by name.
fn leases(sql: &mut Client) -> Vec<(String, u32, i64)> {
    let rows = sql
        .query("select name, holder, token from lease order by name", &[])
        .expect("leases");
    rows.iter()
        .map(|row| {
            let holder: String = row.get(1);
            let pid = holder
                .split('-')
                .next()
                .and_then(|pid| pid.parse().ok())
                .expect("a holder begins with its process");
            (row.get(0), pid, row.get(2))
        })
        .collect()
}

fn business(sql: &mut Client) -> i64 {
    count(sql, "select now from business_clock")
}

/// As another process of this database would move it.
fn move_time(sql: &mut Client, to: i64) {
    sql.execute("update business_clock set now = $1 where now < $1", &[&to])
        .expect("time moves");
}

/// Timers that should have run by then.
fn due(sql: &mut Client, by: i64) -> i64 {
    let row = sql.query_one(
        "select count(*) from timer where done_at is null and due_at <= $1",
        &[&by],
    );
    row.expect("timers").get(0)
}

/// Entries without a place, facts that are not counted, messages that are due and wait.
fn backlog(sql: &mut Client) -> [i64; 3] {
    [
        "select count(*) from ledger_entry where seq is null",
        "select count(*) from fact where seq is null or seq > (select seq from position where name = 'fold')",
        "select count(*) from outbox where state = 'waiting' and due_at <= (select now from business_clock)",
    ]
    .map(|text| count(sql, text))
}

fn count(sql: &mut Client, text: &str) -> i64 {
    sql.query_one(text, &[])
        .unwrap_or_else(|error| panic!("{text}: {error:?}"))
        .get(0)
}

fn hex(id: Id) -> String {
    id.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn path(id: Id) -> String {
    format!("/api/v1/records/{id}")
}

/// A clerk who files minutes, and the keeper of the training clock.
struct Desk {
    token: String,
    keeper: String,
    person: Id,
    body: Id,
}

impl Desk {
    fn on(backend: Backend) -> (Ground, Desk) {
        Ground::lay(Place::Anji, backend, |world: World| async move {
            world.activate("anji-2022").await;
            world.advance("2022-06-20 10:00").await;
            let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
            let keeper = Actor::clock_keeper(&world).await;
            let body = world.org("县燃气专委办").await;
            let desk = Desk {
                token: clerk.token(),
                keeper: keeper.token(),
                person: clerk.person,
                body,
            };
            drop((clerk, keeper));
            (world, desk)
        })
    }

    fn id(&self, number: usize) -> Id {
        Id::natural("tests.two_processes", &number.to_string())
    }

    fn minutes(&self, id: Id) -> Value {
        json!({ "form": "meeting-minutes", "form_version": 1, "body": self.body, "values": {
            "purpose": "专题例会", "date": "2022-06-10", "attendees": [self.person], "minutes": id.to_string()
        }})
    }
}

/// Threads that file one record after the other, two at each process.
struct Writing {
    threads: Vec<std::thread::JoinHandle<()>>,
    gone: Vec<Arc<AtomicBool>>,
    acknowledged: Arc<Mutex<BTreeSet<Id>>>,
}

impl Writing {
    fn start(desk: &Desk, at: [&Serving; 2]) -> Writing {
        let (next, acknowledged) = (
            Arc::new(AtomicUsize::new(0)),
            Arc::new(Mutex::new(BTreeSet::new())),
        );
        let gone: Vec<Arc<AtomicBool>> = at.iter().map(|_| Arc::default()).collect();
        let mut threads = Vec::new();
        for (serving, gone) in at.into_iter().zip(&gone) {
            for _ in 0..2 {
                let desk = Desk {
                    token: desk.token.clone(),
                    keeper: String::new(),
                    ..*desk
                };
                let (asker, gone) = (serving.asker(&desk.token), gone.clone());
                let (next, acknowledged) = (next.clone(), acknowledged.clone());
                threads.push(std::thread::spawn(move || {
                    while !gone.load(Ordering::SeqCst) {
                        let id = desk.id(next.fetch_add(1, Ordering::SeqCst));
                        match asker.ask("PUT", &path(id), Some(&desk.minutes(id))) {
                            Some(reply) if reply.status == 200 => {
                                acknowledged.lock().expect("ids").insert(id);
                            }
                            Some(reply) => panic!("{}: {}", reply.status, reply.text),
                            // Only a killed process does not answer; its end is told before it is waited for here.
                            None => std::thread::yield_now(),
                        }
                    }
                }));
            }
        }
        Writing {
            threads,
            gone,
            acknowledged,
        }
    }

    fn acknowledged(&self) -> usize {
        self.acknowledged.lock().expect("ids").len()
    }

    /// No more is sent to that process.
    fn gone(&self, process: usize) {
        self.gone[process].store(true, Ordering::SeqCst);
    }

    fn stop(self) -> BTreeSet<Id> {
        self.gone
            .iter()
            .for_each(|gone| gone.store(true, Ordering::SeqCst));
        for thread in self.threads {
            thread.join().expect("a writer ends");
        }
        self.acknowledged.lock().expect("ids").clone()
    }
}
