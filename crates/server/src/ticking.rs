//! The loop that lets time pass: due timers, then waiting messages.
//!
//! On a production instance it sleeps until the next timer. On a training instance business time stands until somebody
//! moves it; moving it handles the timers on the way before the new time shows. Of several server processes on one
//! database one does this work, by lease.

use crate::leading::Lead;
use crate::outbox;
use kernel::time::Moment;
use mechanism::{App, timer};
use std::sync::Arc;
use std::time::Duration;
use store::{Kind, Result};
use tokio::sync::{Mutex, Notify, watch};

/// A write may set a timer or a message that is due before the loop meant to wake up.
const LONGEST_SLEEP: Duration = Duration::from_secs(2);

/// Lets time pass; one at a time, whoever asks.
pub struct Ticking {
    app: App,
    lead: Lead,
    gate: Mutex<()>,
    woken: Notify,
}

impl Ticking {
    pub fn new(app: App, lead: Lead) -> Arc<Self> {
        Arc::new(Self {
            app,
            lead,
            gate: Mutex::new(()),
            woken: Notify::new(),
        })
    }

    /// Runs until told to stop.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        loop {
            let sleep = match self.turn().await {
                Ok(sleep) => sleep,
                Err(error) => {
                    tracing::error!(%error, "the tick failed and is tried again");
                    LONGEST_SLEEP
                }
            };
            tokio::select! {
                () = tokio::time::sleep(sleep) => {}
                () = self.woken.notified() => {}
                _ = stop.changed() => return self.lead.release().await,
            }
        }
    }

    /// One turn of the loop: what is due now, and how long nothing will be.
    pub async fn turn(&self) -> Result<Duration> {
        let _turn = self.gate.lock().await;
        if !self.lead.holds().await? {
            return Ok(self.lead.pause());
        }
        let now = self.app.store.clock().business();
        self.handle(now).await?;
        outbox::dispatch(&self.app.store).await?;
        let next = self.app.store.read(|sql| timer::next_due(sql)).await?;
        Ok(self.sleep_until(next))
    }

    /// Moves business time of a training instance; the timers on the way run at their own instants. Says how many did.
    pub async fn advance(&self, to: Moment) -> Result<usize> {
        let _turn = self.gate.lock().await;
        let ran = self.handle(to).await?;
        self.app.store.advance_business(to).await?;
        self.woken.notify_one();
        Ok(ran)
    }

    /// Asks first, so that an idle server writes nothing.
    async fn handle(&self, until: Moment) -> Result<usize> {
        let next = self.app.store.read(|sql| timer::next_due(sql)).await?;
        if next.is_none_or(|due| until < due) {
            return Ok(0);
        }
        let app = self.app.clone();
        let handling = move || timer::tick(&app.store, &app.env, &app.timer_kinds, until);
        let handled = tokio::task::spawn_blocking(handling).await;
        handled.unwrap_or_else(|error| Err(store::Error::Stopped(error.to_string())))
    }

    fn sleep_until(&self, next: Option<Moment>) -> Duration {
        let longest = LONGEST_SLEEP.min(self.lead.pause());
        if self.app.store.instance().kind == Kind::Training {
            return longest;
        }
        let now = self.app.store.clock().business();
        let until = next.map_or(u64::MAX, |due| u64::try_from(due.0 - now.0).unwrap_or(0));
        // Never without a breath: a timer that stays due because it fails must not keep the machine busy.
        Duration::from_millis(until.max(50)).min(longest)
    }
}
