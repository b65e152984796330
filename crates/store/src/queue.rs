//! The queue between callers and the threads that own the connections.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::error::{Error, Result};

/// More than this waits nowhere: a caller is told to come back.
const LIMIT: usize = 65_536;

pub(crate) struct Queue<T> {
    state: Mutex<State<T>>,
    wake: Condvar,
}

struct State<T> {
    jobs: VecDeque<T>,
    closed: bool,
}

pub(crate) enum Next<T> {
    Job(T),
    Idle,
    Closed,
}

impl<T> Queue<T> {
    pub fn new() -> Queue<T> {
        let state = State {
            jobs: VecDeque::new(),
            closed: false,
        };
        Queue {
            state: Mutex::new(state),
            wake: Condvar::new(),
        }
    }

    pub fn push(&self, job: T) -> Result<()> {
        let mut state = self.lock();
        if state.closed {
            return Err(Error::Stopped("it was closed".to_owned()));
        }
        if LIMIT <= state.jobs.len() {
            return Err(Error::Busy);
        }
        state.jobs.push_back(job);
        drop(state);
        self.wake.notify_one();
        Ok(())
    }

    /// Waits for a job. A closed queue is emptied first.
    pub fn next(&self, patience: Duration) -> Next<T> {
        let mut state = self.lock();
        loop {
            if let Some(job) = state.jobs.pop_front() {
                return Next::Job(job);
            }
            if state.closed {
                return Next::Closed;
            }
            let (woken, wait) = self
                .wake
                .wait_timeout(state, patience)
                .unwrap_or_else(PoisonError::into_inner);
            state = woken;
            if wait.timed_out() && state.jobs.is_empty() && !state.closed {
                return Next::Idle;
            }
        }
    }

    pub fn take(&self) -> Option<T> {
        self.lock().jobs.pop_front()
    }

    pub fn close(&self) {
        self.lock().closed = true;
        self.wake.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
