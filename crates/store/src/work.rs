//! Units of work and reads on their way to a thread, and answers on their way back.

use std::sync::mpsc;

use tokio::sync::oneshot;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::read::Read;
use crate::tx::Tx;

/// A unit of work: may be run again when the database asks for it.
pub(crate) trait Work: Send {
    fn act(&self) -> &Act;
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<()>;
    /// Answers the caller, after the durable commit or when it failed.
    fn answer(self: Box<Self>, outcome: Result<()>);
}

pub(crate) trait Look: Send {
    fn run(&mut self, read: &mut Read<'_>) -> Result<()>;
    fn answer(self: Box<Self>, outcome: Result<()>);
}

/// Where the answer goes. A thread that waits must not do so on an asynchronous channel.
pub(crate) enum Reply<T> {
    Task(oneshot::Sender<Result<T>>),
    Thread(mpsc::SyncSender<Result<T>>),
}

pub(crate) struct WriteJob<T, F> {
    pub act: Act,
    pub run: F,
    pub value: Option<T>,
    pub reply: Reply<T>,
}

pub(crate) struct ReadJob<T, F> {
    pub run: Option<F>,
    pub value: Option<T>,
    pub reply: Reply<T>,
}

impl<T> Reply<T> {
    /// A caller who went away does not want the answer any more.
    fn send(self, answer: Result<T>) {
        match self {
            Reply::Task(sender) => drop(sender.send(answer)),
            Reply::Thread(sender) => drop(sender.send(answer)),
        }
    }
}

impl<T, F> Work for WriteJob<T, F>
where
    T: Send,
    F: FnMut(&mut Tx<'_>) -> Result<T> + Send,
{
    fn act(&self) -> &Act {
        &self.act
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        self.value = None;
        self.value = Some((self.run)(tx)?);
        Ok(())
    }

    fn answer(self: Box<Self>, outcome: Result<()>) {
        let job = *self;
        let value = job.value.ok_or_else(unanswered);
        job.reply.send(outcome.and(value));
    }
}

impl<T, F> Look for ReadJob<T, F>
where
    T: Send,
    F: FnOnce(&mut Read<'_>) -> Result<T> + Send,
{
    fn run(&mut self, read: &mut Read<'_>) -> Result<()> {
        let run = self.run.take().ok_or_else(unanswered)?;
        self.value = Some(run(read)?);
        Ok(())
    }

    fn answer(self: Box<Self>, outcome: Result<()>) {
        let job = *self;
        let value = job.value.ok_or_else(unanswered);
        job.reply.send(outcome.and(value));
    }
}

fn unanswered() -> Error {
    Error::Stopped("a unit of work gave no answer".to_owned())
}
