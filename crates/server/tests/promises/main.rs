//! What the roof promises: health, protecting headers, refusals with texts, who may write, time of a training instance.

mod edge;
mod health;
mod house;
mod page;
mod signed_in;
mod time;
