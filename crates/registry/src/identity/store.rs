//! Rows of accounts, roles and sessions.

use super::model::{Account, AccountState, Grant, Session};
use ::store::{Error, Result, Row, Sql, Tx, params};
use kernel::id::Id;
use kernel::time::{Day, Moment};

const ACCOUNT: &str = "id, login, person, password_hash, state, failed, locked_until, must_change,
    language, version";

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Account>> {
    let row = sql.one(
        &format!("select {ACCOUNT} from account where id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(account).transpose()
}

pub fn by_login(sql: &mut dyn Sql, login: &str) -> Result<Option<Account>> {
    let row = sql.one(
        &format!("select {ACCOUNT} from account where login = :login"),
        &params! { "login" => login },
    )?;
    row.as_ref().map(account).transpose()
}

/// Accounts by login, those after a login.
pub fn after(sql: &mut dyn Sql, login: &str, limit: usize) -> Result<Vec<Account>> {
    let rows = sql.query(
        &format!("select {ACCOUNT} from account where login > :login order by login limit :n"),
        &params! { "login" => login, "n" => limit },
    )?;
    rows.iter().map(account).collect()
}

pub fn count(sql: &mut dyn Sql) -> Result<i64> {
    let row = sql.one("select count(*) as n from account", &[])?;
    row.map_or(Ok(0), |row| row.int("n"))
}

pub fn insert(tx: &mut Tx, account: &Account) -> Result<()> {
    let created = tx.machine_now();
    tx.execute(
        "insert into account (id, login, person, password_hash, state, failed, locked_until,
             must_change, language, created_at, version)
         values (:id, :login, :person, :password_hash, :state, 0, null,
             :must_change, :language, :created_at, :version)",
        &params! {
            "id" => account.id,
            "login" => account.login.as_str(),
            "person" => account.person,
            "password_hash" => account.password_hash.as_str(),
            "state" => account.state.word(),
            "must_change" => account.must_change,
            "language" => account.language.as_str(),
            "created_at" => created,
            "version" => account.version
        },
    )?;
    Ok(())
}

/// A new password: unlocks, and forgets the wrong tries.
pub fn set_password(tx: &mut Tx, account: Id, hash: &str, must_change: bool) -> Result<()> {
    tx.execute(
        "update account set password_hash = :hash, must_change = :must_change, failed = 0,
             locked_until = null, version = version + 1
         where id = :id",
        &params! { "id" => account, "hash" => hash, "must_change" => must_change },
    )?;
    Ok(())
}

pub fn set_state(tx: &mut Tx, account: Id, state: AccountState) -> Result<()> {
    tx.execute(
        "update account set state = :state, version = version + 1 where id = :id",
        &params! { "id" => account, "state" => state.word() },
    )?;
    Ok(())
}

pub fn set_language(tx: &mut Tx, account: Id, language: &str) -> Result<()> {
    tx.execute(
        "update account set language = :language where id = :id",
        &params! { "id" => account, "language" => language },
    )?;
    Ok(())
}

/// Wrong tries and lock, which follow machine time.
pub fn set_tries(tx: &mut Tx, account: Id, failed: i64, locked: Option<Moment>) -> Result<()> {
    tx.execute(
        "update account set failed = :failed, locked_until = :locked where id = :id",
        &params! { "id" => account, "failed" => failed, "locked" => locked },
    )?;
    Ok(())
}

/// Roles that an account bears on a day.
pub fn grants(sql: &mut dyn Sql, account: Id, day: Day) -> Result<Vec<Grant>> {
    let rows = sql.query(
        "select id, account, role, org, from_day, until_day from account_role
         where account = :account and from_day <= :day and (until_day is null or until_day > :day)
         order by role, id",
        &params! { "account" => account, "day" => day },
    )?;
    rows.iter().map(grant).collect()
}

/// Roles of a person that run on a day or begin later, over all his accounts.
pub fn roles_of_person(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Vec<String>> {
    let rows = sql.query(
        "select distinct r.role as role from account a join account_role r on r.account = a.id
         where a.person = :person and (r.until_day is null or r.until_day > :day)
         order by r.role",
        &params! { "person" => person, "day" => day },
    )?;
    rows.iter().map(|row| row.text("role")).collect()
}

/// Accounts that bear a role on a day.
pub fn bearers(sql: &mut dyn Sql, role: &str, day: Day) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct account from account_role
         where role = :role and from_day <= :day and (until_day is null or until_day > :day)
         order by account",
        &params! { "role" => role, "day" => day },
    )?;
    rows.iter().map(|row| row.id("account")).collect()
}

pub fn insert_grant(tx: &mut Tx, grant: &Grant) -> Result<()> {
    tx.execute(
        "insert into account_role (id, account, role, org, from_day, until_day)
         values (:id, :account, :role, :org, :from_day, :until_day)",
        &params! {
            "id" => grant.id,
            "account" => grant.account,
            "role" => grant.role.as_str(),
            "org" => grant.org,
            "from_day" => grant.from,
            "until_day" => grant.until
        },
    )?;
    Ok(())
}

/// Ends a role that runs; true when there was one.
pub fn end_grant(tx: &mut Tx, account: Id, id: Id, on: Day) -> Result<bool> {
    let written = tx.execute(
        "update account_role set until_day = :on_day
         where id = :id and account = :account and (until_day is null or until_day > :on_day)",
        &params! { "id" => id, "account" => account, "on_day" => on },
    )?;
    Ok(written == 1)
}

/// A session with its account, in one query: it is asked with every request.
pub fn session(sql: &mut dyn Sql, digest: [u8; 32]) -> Result<Option<(Session, Account)>> {
    let row = sql.one(
        "select s.account, s.created, s.seen, s.expires, s.revoked,
             a.id, a.login, a.person, a.password_hash, a.state, a.failed, a.locked_until,
             a.must_change, a.language, a.version
         from session s join account a on a.id = s.account where s.id_hash = :digest",
        &params! { "digest" => digest },
    )?;
    let Some(row) = row else { return Ok(None) };
    let session = Session {
        account: row.id("account")?,
        created: row.moment("created")?,
        seen: row.moment("seen")?,
        expires: row.moment("expires")?,
        revoked: row.opt_moment("revoked")?,
    };
    Ok(Some((session, account(&row)?)))
}

/// Sessions are machine state: who signed in is in the ledger, each use of a session is not.
pub fn insert_session(tx: &mut Tx, digest: [u8; 32], session: &Session) -> Result<()> {
    tx.execute_machine(
        "delete from session where account = :account and expires <= :now",
        &params! { "account" => session.account, "now" => session.created },
    )?;
    tx.execute_machine(
        "insert into session (id_hash, account, created, seen, expires, revoked)
         values (:digest, :account, :created, :seen, :expires, null)",
        &params! {
            "digest" => digest,
            "account" => session.account,
            "created" => session.created,
            "seen" => session.seen,
            "expires" => session.expires
        },
    )?;
    Ok(())
}

pub fn touch_session(tx: &mut Tx, digest: [u8; 32], now: Moment) -> Result<()> {
    tx.execute_machine(
        "update session set seen = :now where id_hash = :digest and seen < :now",
        &params! { "digest" => digest, "now" => now },
    )?;
    Ok(())
}

pub fn revoke_session(tx: &mut Tx, digest: [u8; 32], now: Moment) -> Result<()> {
    tx.execute_machine(
        "update session set revoked = :now where id_hash = :digest and revoked is null",
        &params! { "digest" => digest, "now" => now },
    )?;
    Ok(())
}

/// Ends every session of an account; says how many ran.
pub fn revoke_all(tx: &mut Tx, account: Id) -> Result<u64> {
    let now = tx.machine_now();
    tx.execute_machine(
        "update session set revoked = :now where account = :account and revoked is null",
        &params! { "account" => account, "now" => now },
    )
}

fn account(row: &Row) -> Result<Account> {
    let word = row.text("state")?;
    let state = AccountState::of_word(&word)
        .ok_or_else(|| Error::Database(format!("account state {word}")))?;
    Ok(Account {
        id: row.id("id")?,
        login: row.text("login")?,
        person: row.id("person")?,
        password_hash: row.text("password_hash")?,
        state,
        failed: row.int("failed")?,
        locked_until: row.opt_moment("locked_until")?,
        must_change: row.flag("must_change")?,
        language: row.text("language")?,
        version: row.int("version")?,
    })
}

fn grant(row: &Row) -> Result<Grant> {
    Ok(Grant {
        id: row.id("id")?,
        account: row.id("account")?,
        role: row.text("role")?,
        org: row.opt_id("org")?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
    })
}
