//! Seals and folds what all processes wrote: one leader at a time, at most every second.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use kernel::ledger::Sealed;
use kernel::time::Moment;

use crate::act::Act;
use crate::birth;
use crate::clock::InstanceClock;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::lease::{self, Token};
use crate::ledger::anchors::Anchors;
use crate::queue::{Next, Queue};
use crate::seal;
use crate::tx::Tx;
use crate::work::{Reply, Work, WriteJob};

const PACE: Duration = Duration::from_secs(1);
const LEASE: &str = "sealer";
const ACT: Act = Act {
    actor: None,
    name: "ledger.seal",
    request: None,
};

/// An anchor is kept at least so often, in milliseconds of machine time.
const ANCHOR_MS: i64 = 60_000;

pub(crate) struct Leader {
    pub env: Arc<Env>,
    pub writes: Arc<Queue<Box<dyn Work>>>,
    pub anchors: Anchors,
    pub holder: String,
    pub lease_ms: i64,
    pub movable: Option<Arc<InstanceClock>>,
}

/// Runs until the bell's queue is closed, and once more then, so that nothing is left unsealed.
pub(crate) fn lead_loop(mut leader: Leader, bell: &Queue<()>) {
    let mut anchored = leader.env.clock.machine();
    loop {
        let last = matches!(bell.next(PACE), Next::Closed);
        match leader.round() {
            Ok(Some((token, head))) => {
                let now = leader.env.clock.machine();
                leader.anchors.advance(head);
                if last || ANCHOR_MS <= now.millis_since(anchored) {
                    leader.anchors.keep(head);
                    anchored = now;
                }
                if last {
                    leader.farewell(token);
                }
            }
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the ledger could not be sealed"),
        }
        if last {
            return;
        }
    }
}

impl Leader {
    /// Follows the stored business time, and seals and folds if nobody else leads.
    fn round(&self) -> Result<Option<(Token, Sealed)>> {
        if let Some(clock) = &self.movable
            && let Some(stored) = self.unit(|tx| birth::business(tx))?
        {
            clock.follow(stored);
        }
        let (holder, ttl) = (self.holder.clone(), self.lease_ms);
        let token = self.unit(move |tx| {
            let now = tx.machine_now();
            lease::try_hold(tx, LEASE, &holder, now, ttl)
        })?;
        let Some(token) = token else { return Ok(None) };
        loop {
            let own = token.clone();
            let sealed = self.unit(move |tx| match lease::still_held(tx, &own)? {
                true => seal::seal(tx.session).map(Some),
                false => Ok(None),
            })?;
            let Some(sealed) = sealed else {
                return Ok(None);
            };
            if !sealed.more {
                return Ok(Some((token, sealed.head)));
            }
        }
    }

    /// A successor need not wait until the lease runs out.
    fn farewell(&self, token: Token) {
        if let Err(error) = self.unit(move |tx| lease::release(tx, &token)) {
            tracing::warn!(%error, "the lease of the sealer was not given back");
        }
    }

    fn unit<T, F>(&self, run: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (sender, answer) = mpsc::sync_channel(1);
        self.writes.push(Box::new(WriteJob {
            act: ACT,
            run,
            value: None,
            reply: Reply::Thread(sender),
        }))?;
        let stopped = |_| Error::Stopped("it was closed".to_owned());
        answer.recv().map_err(stopped)?
    }
}

/// A name that no other store has, in this process or another.
pub(crate) fn holder_name(env: &Env) -> String {
    let mut bytes = [0; 8];
    env.chance.fill(&mut bytes);
    let Moment(now) = env.clock.machine();
    let number = STORES.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let chance = crate::ledger::entry::hex(&bytes);
    format!("{}-{number}-{now}-{chance}", std::process::id())
}

static STORES: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
