//! Health, readiness, metrics.

use crate::house::training;
use axum::http::StatusCode;

#[tokio::test]
async fn a_fresh_server_lives_and_is_ready() {
    let house = training();
    assert_eq!(house.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(house.get("/readyz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn metrics_name_what_waits() {
    let house = training();
    let text = house.get("/metrics").await.text;
    for name in [
        "anlan_timer_oldest_due_seconds",
        "anlan_ledger_unsealed_entries",
        "anlan_facts_unfolded",
        "anlan_outbox_waiting",
        "anlan_commits_total",
        "anlan_commit_group_largest",
    ] {
        let line = text
            .lines()
            .find(|line| line.starts_with(&format!("{name} ")));
        let value = line
            .and_then(|line| line.split(' ').nth(1))
            .unwrap_or_else(|| panic!("{name} is not in {text}"));
        assert!(value.parse::<f64>().unwrap() >= 0.0);
    }
}

#[tokio::test]
async fn a_timer_that_is_late_shows_in_the_metrics() {
    let house = training();
    let act = store::Act::system("test.timer");
    let set = |tx: &mut store::Tx<'_>| {
        mechanism::timer::set(tx, tx_now(tx).plus_minutes(-2), "k", "test.none", "{}")?;
        tx.note(kernel::id::Id([1; 16]), "set", serde_json::json!({}))
    };
    house.app.store.write(act, set).await.unwrap();
    let text = house.get("/metrics").await.text;
    assert!(
        text.contains("anlan_timer_oldest_due_seconds 120.000"),
        "{text}"
    );
    assert!(text.contains("anlan_timers_due 1"), "{text}");
}

fn tx_now(tx: &store::Tx<'_>) -> kernel::time::Moment {
    store::Sql::now(tx)
}
