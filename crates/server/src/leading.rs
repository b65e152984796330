//! Which of several server processes lets time pass.
//!
//! An embedded database has one process, which always leads. On PostgreSQL a lease says who does; it is renewed in
//! every turn and given back at the end, so that a successor need not wait for it to run out.

use kernel::chance::Chance;
use kernel::id::Id;
use std::sync::Arc;
use std::time::Duration;
use store::lease::Fence;
use store::{Act, Dialect, Result, Store, lease};
use tokio::sync::Mutex;

const NAME: &str = "tick";

#[derive(Clone)]
pub struct Lead {
    store: Store,
    holder: Arc<str>,
    ttl_ms: i64,
    token: Arc<Mutex<Option<lease::Token>>>,
}

impl Lead {
    pub fn new(store: Store, chance: &dyn Chance, ttl_ms: i64) -> Self {
        // The number of the process comes first, so that the table of leases says who leads.
        let holder = Id::v7(store.clock().machine(), chance);
        let holder = format!("{}-{holder}", std::process::id());
        Self {
            store,
            holder: holder.into(),
            ttl_ms,
            token: Arc::default(),
        }
    }

    /// Takes or renews the lease; the right under which this process works now, or none while another leads.
    pub async fn fence(&self) -> Result<Option<Fence>> {
        if self.store.dialect() == Dialect::Sqlite {
            return Ok(Some(Fence::Alone));
        }
        let (holder, ttl) = (self.holder.clone(), self.ttl_ms);
        let hold = move |tx: &mut store::Tx<'_>| {
            let now = tx.machine_now();
            lease::try_hold(tx, NAME, &holder, now, ttl)
        };
        let token = self.store.write(Act::system("lease.hold"), hold).await?;
        let mut kept = self.token.lock().await;
        if kept.is_some() != token.is_some() {
            tracing::info!(leads = token.is_some(), "the lead of the tick changed");
        }
        *kept = token;
        let ttl_ms = self.ttl_ms;
        Ok(kept.clone().map(|token| Fence::Held { token, ttl_ms }))
    }

    pub fn lease_ms(&self) -> i64 {
        self.ttl_ms
    }

    /// How long a turn may wait so that the lease is renewed, or taken over, in time.
    pub fn pause(&self) -> Duration {
        Duration::from_millis(u64::try_from(self.ttl_ms / 3).unwrap_or(1000))
    }

    pub async fn release(&self) {
        let Some(token) = self.token.lock().await.take() else {
            return;
        };
        let give_back = move |tx: &mut store::Tx<'_>| lease::release(tx, &token);
        if let Err(error) = self
            .store
            .write(Act::system("lease.release"), give_back)
            .await
        {
            tracing::warn!(%error, "the lead was not given back and will run out by itself");
        }
    }
}
