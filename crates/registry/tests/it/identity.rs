//! Signing in: locks, sessions, one-time passwords, and three administrators that stay apart.

use crate::server::Server;
use crate::world::{World, on_each};
use axum::http::{Method, StatusCode};
use kernel::scope::{Branch, Level};
use kernel::time::Clock;
use registry::identity::accounts::{self, NewAccount, Owner};
use registry::identity::{administrators, callers, store as rows};
use registry::{org, person, site};
use serde_json::json;
use store::Error;

fn account(login: &str, role: &str, name: &str) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        owner: Owner::New {
            name: name.to_owned(),
            org: None,
        },
        role: role.to_owned(),
        org: None,
        language: "zh".to_owned(),
    }
}

const MINUTE: u64 = 60_000;

#[test]
fn wrong_passwords_lock_for_a_while_of_machine_time() {
    on_each(|| {
        let server = Server::start(World::with_roles());
        server.known(account("zhou", "leader", "周"), "绿水青山就是金山");
        for left in (1..5).rev() {
            let refused = server.sign_in("zhou", "错").err().unwrap();
            assert_eq!(refused.problem(), "identity.wrong_left");
            assert_eq!(refused.body["params"]["n"], left.to_string());
        }
        for _ in 0..2 {
            let refused = server.sign_in("zhou", "绿水青山就是金山").err();
            // The fourth failure leaves one try: the right password takes it and the count starts anew.
            assert!(refused.is_none());
        }
        for _ in 0..5 {
            assert!(server.sign_in("zhou", "错").is_err());
        }
        let locked = server.sign_in("zhou", "绿水青山就是金山").err().unwrap();
        assert_eq!(locked.problem(), "identity.locked");
        // Business time unlocks nothing.
        let business = server.world.clock.business();
        server
            .world
            .clock
            .advance_to(business.plus_hours(100))
            .unwrap();
        assert_eq!(
            server
                .sign_in("zhou", "绿水青山就是金山")
                .err()
                .unwrap()
                .problem(),
            "identity.locked"
        );
        server.world.clock.advance_machine(15 * MINUTE);
        assert!(server.sign_in("zhou", "绿水青山就是金山").is_ok());
        assert_eq!(
            server.sign_in("niemand", "错").err().unwrap().problem(),
            "identity.wrong"
        );
        assert!(server.world.store.verify_ledger_blocking().unwrap().ok);
    });
}

#[test]
fn sessions_end_idle_old_signed_out_and_disabled() {
    on_each(|| {
        let server = Server::start(World::with_roles());
        let actor = server.actor(account("zhou", "leader", "周"));
        let alive = |actor| server.get(actor, "/me").status == StatusCode::OK;
        for _ in 0..3 {
            server.world.clock.advance_machine(29 * MINUTE);
            assert!(alive(&actor), "used within the idle limit");
        }
        server.world.clock.advance_machine(30 * MINUTE);
        assert!(!alive(&actor), "idle");

        let actor = server.sign_in("zhou", "绿水青山就是金山").ok().unwrap();
        for _ in 0..35 {
            server.world.clock.advance_machine(20 * MINUTE);
            assert!(alive(&actor));
        }
        server.world.clock.advance_machine(20 * MINUTE);
        assert!(!alive(&actor), "twelve hours old");

        let actor = server.sign_in("zhou", "绿水青山就是金山").ok().unwrap();
        let other = server.sign_in("zhou", "绿水青山就是金山").ok().unwrap();
        let gone = server.send(Method::DELETE, "/session", Some(&actor), &[], None);
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        assert!(!alive(&actor) && alive(&other));

        server
            .world
            .write(|tx| {
                let found = rows::by_login(tx, "zhou")?.unwrap();
                rows::set_state(
                    tx,
                    found.id,
                    registry::identity::model::AccountState::Disabled,
                )?;
                tx.note(found.id, "test", json!({}))
            })
            .unwrap();
        assert!(!alive(&other));
        assert_eq!(
            server
                .sign_in("zhou", "绿水青山就是金山")
                .err()
                .unwrap()
                .problem(),
            "identity.disabled"
        );
    });
}

#[test]
fn the_database_holds_neither_password_nor_token() {
    on_each(|| {
        let server = Server::start(World::with_roles());
        let actor = server.actor(account("zhou", "leader", "周"));
        let token = actor.token.clone();
        server.world.read(move |sql| {
            let row = store::Sql::one(sql, "select id_hash from session", &[])?.unwrap();
            assert_eq!(
                row.hash("id_hash")?,
                kernel::ledger::digest(token.as_bytes())
            );
            let rows = store::Sql::query(sql, "select body from ledger_entry", &[])?;
            for row in rows {
                let body = row.text("body")?;
                assert!(
                    !body.contains("绿水青山") && !body.contains(&token),
                    "{body}"
                );
                assert!(!body.contains("argon2"), "{body}");
            }
            Ok(())
        });
    });
}

#[test]
fn a_one_time_password_opens_nothing_but_its_own_change() {
    on_each(|| {
        let server = Server::start(World::with_roles());
        let (policy, today) = (server.world.env.policy.clone(), server.world.today());
        let made = server
            .world
            .write(move |tx| accounts::add(tx, &policy, today, &account("zhou", "leader", "周")))
            .unwrap();
        let actor = server.sign_in("zhou", &made.password).ok().unwrap();
        assert_eq!(server.get(&actor, "/me").body["must_change"], true);
        assert_eq!(server.get(&actor, "/orgs").status, StatusCode::FORBIDDEN);
        let change = |old: &str, new: &str| {
            server.post(
                &actor,
                "/session/password",
                json!({ "old": old, "new": new }),
            )
        };
        assert_eq!(
            change(&made.password, "短").problem(),
            "identity.password_short"
        );
        assert_eq!(
            change(&made.password, &made.password).problem(),
            "identity.password_same"
        );
        assert_eq!(
            change("错", "春眠不觉晓处处闻啼鸟").problem(),
            "identity.wrong_left"
        );
        let other = server.sign_in("zhou", &made.password).ok().unwrap();
        assert_eq!(
            change(&made.password, "春眠不觉晓处处闻啼鸟").status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            server.get(&actor, "/orgs").status,
            StatusCode::OK,
            "the session goes on"
        );
        assert_eq!(server.get(&other, "/me").status, StatusCode::UNAUTHORIZED);
        assert!(server.sign_in("zhou", &made.password).is_err());

        let reset = server
            .world
            .write(|tx| accounts::reset(tx, "zhou"))
            .unwrap();
        assert_eq!(server.get(&actor, "/me").status, StatusCode::UNAUTHORIZED);
        assert!(server.sign_in("zhou", "春眠不觉晓处处闻啼鸟").is_err());
        assert!(server.sign_in("zhou", &reset.password).is_ok());
    });
}

#[test]
fn three_administrators_are_made_once_and_never_combined() {
    on_each(|| {
        let world = World::with_roles();
        let today = world.today();
        let policy = world.env.policy.clone();
        let ensure = {
            let policy = policy.clone();
            move |world: &World| {
                let policy = policy.clone();
                world
                    .write(move |tx| administrators::ensure(tx, &policy, today))
                    .unwrap()
            }
        };
        let made = ensure(&world);
        let logins: Vec<&str> = made.iter().map(|one| one.login.as_str()).collect();
        assert_eq!(logins, ["system", "security", "audit"]);
        assert_eq!(ensure(&world), []);

        let refused = |role: &'static str, login: &'static str| {
            let policy = policy.clone();
            let outcome = world.write(move |tx| {
                let found = rows::by_login(tx, login)?.unwrap();
                accounts::grant(tx, &policy, &found, role, None, today)
            });
            matches!(outcome, Err(Error::Refused(reason)) if reason.code == "identity.roles_apart")
        };
        assert!(refused("security_admin", "system"));
        assert!(refused("audit_admin", "security"));
        assert!(refused("leader", "audit"));

        // Nor by a second account of the same person.
        let policy_again = policy.clone();
        let outcome = world.write(move |tx| {
            let person = rows::by_login(tx, "system")?.unwrap().person;
            let second = NewAccount {
                owner: Owner::Person(person),
                ..account("second", "audit_admin", "")
            };
            accounts::add(tx, &policy_again, today, &second)
        });
        assert!(
            matches!(outcome, Err(Error::Refused(reason)) if reason.code == "identity.roles_apart")
        );
        assert_eq!(world.count("account"), 3);

        // They see nothing of the business.
        let policy = policy.clone();
        world.read(move |sql| {
            for login in ["system", "security", "audit"] {
                let mut found = rows::by_login(sql, login)?.unwrap();
                found.must_change = false;
                let caller = callers::caller_of(sql, &found, today, &policy)?;
                assert!(caller.scope.is_nothing());
                assert!(!caller.permissions.is_empty());
            }
            Ok(())
        });
    });
}

#[test]
fn administrators_are_out_of_reach_of_administrators() {
    on_each(|| {
        let server = Server::start(World::with_roles());
        let (policy, today) = (server.world.env.policy.clone(), server.world.today());
        let made = server
            .world
            .write(move |tx| administrators::ensure(tx, &policy, today))
            .unwrap();
        let system = server.sign_in("system", &made[0].password).ok().unwrap();
        let change = json!({ "old": made[0].password, "new": "春眠不觉晓处处闻啼鸟" });
        server.post(&system, "/session/password", change);
        let audit = made[2].account;
        let reset = server.post(&system, &format!("/accounts/{audit}/reset"), json!({}));
        assert_eq!(reset.problem(), "identity.administrator_protected");
        let own = made[0].account;
        let role = json!({ "role": "leader" });
        let granted = server.post(&system, &format!("/accounts/{own}/roles"), role);
        assert_eq!(granted.problem(), "identity.own_account");
        let fourth = json!({ "login": "vier", "name": "四", "role": "audit_admin" });
        assert_eq!(
            server.post(&system, "/accounts", fourth).problem(),
            "identity.administrator_protected"
        );

        let added = json!({ "login": "zhou", "name": "周", "role": "leader" });
        let added = server.post(&system, "/accounts", added);
        assert_eq!(added.status, StatusCode::CREATED);
        let password = added.body["password"].as_str().unwrap();
        assert!(server.sign_in("zhou", password).is_ok());
        let list = server.get(&system, "/accounts");
        assert_eq!(list.body["count"], 4);
        assert_eq!(server.get(&system, "/orgs").status, StatusCode::FORBIDDEN);
        let taken = json!({ "login": "zhou", "name": "另一个周", "role": "leader" });
        let taken = server.post(&system, "/accounts", taken);
        assert_eq!(taken.status, StatusCode::CONFLICT);
        let unknown = json!({ "login": "wu", "name": "吴", "role": "emperor" });
        assert_eq!(
            server.post(&system, "/accounts", unknown).problem(),
            "identity.unknown_role"
        );
    });
}

#[test]
fn roles_reach_as_far_as_the_pack_says() {
    on_each(|| {
        let world = World::with_roles();
        world.load_anji();
        world.import(
            &site::import::IMPORTER,
            "名称,类型,区域代码,所属单位\n变电站,substation,330523001,国网安吉供电公司\n",
        );
        let policy = world.env.policy.clone();
        let today = world.today();
        let reach = |login: &'static str, role: &'static str, body: &'static str| {
            let policy = policy.clone();
            world
                .write(move |tx| {
                    let org = org::store::by_name_or_alias(tx, body, today)?.unwrap();
                    let new = NewAccount {
                        owner: Owner::New {
                            name: login.to_owned(),
                            org: Some(org.id),
                        },
                        ..account(login, role, "")
                    };
                    let id = accounts::add_known(tx, &policy, today, &new, "x")?;
                    let found = rows::by_id(tx, id)?.unwrap();
                    let caller = callers::caller_of(tx, &found, today, &policy)?;
                    Ok((org, caller))
                })
                .unwrap()
        };
        let (office, caller) = reach("office", "safety_office", "县安委办");
        let area = Branch::Area {
            level: Level::County,
            id: office.area,
        };
        assert!(caller.scope.branches.contains(&area));
        assert!(caller.scope.branches.contains(&Branch::Handed(office.id)));
        assert!(caller.may("orgs.write") && !caller.may("accounts.manage"));

        let (housing, caller) = reach("housing", "department", "县住建局");
        let sectors: Vec<&str> = caller
            .scope
            .branches
            .iter()
            .filter_map(|branch| match branch {
                Branch::AreaSector { sector, id, .. } if *id == housing.area => {
                    Some(sector.as_str())
                }
                _ => None,
            })
            .collect();
        assert_eq!(sectors.len(), 3, "{sectors:?}");
        assert!(
            !caller
                .scope
                .branches
                .iter()
                .any(|branch| matches!(branch, Branch::Area { .. }))
        );

        let (_, caller) = reach("grid", "enterprise", "国网安吉供电公司");
        let sites = caller.scope.branches.iter();
        assert_eq!(
            sites
                .filter(|branch| matches!(branch, Branch::Site(_)))
                .count(),
            1
        );
    });
}

#[test]
fn a_caller_acts_for_his_posts_only_while_he_holds_them() {
    on_each(|| {
        let world = World::with_roles();
        world.load_anji();
        let policy = world.env.policy.clone();
        let today = world.today();
        let (login, post) = world
            .write(move |tx| {
                let office = org::store::by_name_or_alias(tx, "县安委办", today)?.unwrap();
                let post = person::store::posts_of_org(tx, office.id, today)?.remove(0);
                let holder = person::store::holders(tx, post.id, today)?.remove(0);
                let new = NewAccount {
                    owner: Owner::Person(holder.person),
                    ..account("head", "leader", "")
                };
                accounts::add_known(tx, &policy, today, &new, "x")?;
                person::store::relieve(tx, post.id, holder.person, today.plus_days(10))?;
                Ok(("head", post.id))
            })
            .unwrap();
        let policy = world.env.policy.clone();
        world.read(move |sql| {
            let found = rows::by_login(sql, login)?.unwrap();
            let before = callers::caller_of(sql, &found, today.plus_days(9), &policy)?;
            let after = callers::caller_of(sql, &found, today.plus_days(10), &policy)?;
            assert!(before.acts_as(post) && !after.acts_as(post));
            Ok(())
        });
    });
}
