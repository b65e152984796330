//! The loop that lets time pass: due timers, then waiting messages.
//!
//! On a production instance it sleeps until the next timer. On a training instance business time stands until somebody
//! moves it; moving it handles the timers on the way before the new time shows. Of several server processes on one
//! database one does this work, by lease.

use crate::channels::{self, Channels};
use crate::jobs::{self, When};
use crate::leading::Lead;
use crate::{asking, outbox};
use kernel::time::Moment;
use mechanism::{App, timer};
use std::sync::Arc;
use std::time::Duration;
use store::lease::Fence;
use store::{Error, Kind, Result};
use tokio::sync::{Mutex, Notify, watch};

/// A write may set a timer or a message that is due before the loop meant to wake up.
const LONGEST_SLEEP: Duration = Duration::from_secs(2);

/// How long a process that does not lead waits between two looks whether time has moved, and how often it looks.
const WAIT: Duration = Duration::from_millis(100);
const MOST_WAITS: usize = 300;

/// Lets time pass; one at a time, whoever asks.
pub struct Ticking {
    app: App,
    lead: Lead,
    channels: Arc<Channels>,
    gate: Mutex<()>,
    woken: Notify,
}

impl Ticking {
    pub fn new(app: App, lead: Lead, channels: Arc<Channels>) -> Arc<Self> {
        Arc::new(Self {
            app,
            lead,
            channels,
            gate: Mutex::new(()),
            woken: Notify::new(),
        })
    }

    /// Runs until told to stop.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        self.end_dead_jobs(When::Start).await;
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
        let Some(fence) = self.lead.fence().await? else {
            return Ok(self.lead.pause());
        };
        // Another process of this database was asked to move time and leaves the work to the one that leads.
        if let Some(to) = asking::asked(&self.app.store).await? {
            self.pass(&fence, to).await?;
        }
        let now = self.app.store.clock().business();
        self.handle(&fence, now).await?;
        outbox::dispatch(&self.app, &self.channels, &fence).await?;
        self.deliver_aside();
        self.end_dead_jobs(When::Later).await;
        let next = self.app.store.read(|sql| timer::next_due(sql)).await?;
        Ok(self.sleep_until(next))
    }

    /// Sends what waits on channels outside of the program, and waits until it is gone.
    pub async fn deliver(&self) -> Result<usize> {
        channels::deliver(self.channels.clone(), &self.app, &self.lead).await
    }

    pub fn channels(&self) -> &Arc<Channels> {
        &self.channels
    }

    async fn end_dead_jobs(&self, when: When) {
        if let Err(error) = jobs::break_off(&self.app.store, when, self.lead.lease_ms()).await {
            tracing::error!(%error, "jobs of a process that is gone were not ended");
        }
    }

    /// The network is slow and may hang; due timers do not wait for it.
    fn deliver_aside(&self) {
        if self.channels.busy() {
            return;
        }
        let (channels, app, lead) = (self.channels.clone(), self.app.clone(), self.lead.clone());
        tokio::spawn(async move {
            if let Err(error) = channels::deliver(channels, &app, &lead).await {
                tracing::error!(%error, "messages were not delivered and are tried again");
            }
        });
    }

    /// Moves business time of a training instance; the timers on the way run at their own instants. Says how many did.
    /// Only the process that leads lets them run: any other one asks it and waits.
    pub async fn advance(&self, to: Moment) -> Result<usize> {
        let before = self.app.store.clock().business();
        for _ in 0..MOST_WAITS {
            {
                let _turn = self.gate.lock().await;
                if let Some(fence) = self.lead.fence().await? {
                    let ran = self.pass(&fence, to).await?;
                    self.woken.notify_one();
                    return Ok(ran);
                }
            }
            asking::ask(&self.app.store, to).await?;
            tokio::time::sleep(WAIT).await;
            if asking::is_past(&self.app.store, to).await? {
                return asking::ran(&self.app.store, before, to).await;
            }
        }
        Err(Error::Busy)
    }

    async fn pass(&self, fence: &Fence, to: Moment) -> Result<usize> {
        let ran = self.handle(fence, to).await?;
        self.app.store.advance_business(to).await?;
        Ok(ran)
    }

    /// Asks first, so that an idle server writes nothing.
    async fn handle(&self, fence: &Fence, until: Moment) -> Result<usize> {
        let next = self.app.store.read(|sql| timer::next_due(sql)).await?;
        if next.is_none_or(|due| until < due) {
            return Ok(0);
        }
        let (app, fence) = (self.app.clone(), fence.clone());
        let handling = move || {
            let kinds = &app.timer_kinds;
            timer::tick_under(&fence, &app.store, &app.env, kinds, until)
        };
        let handled = tokio::task::spawn_blocking(handling).await;
        handled.unwrap_or_else(|error| Err(Error::Stopped(error.to_string())))
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
