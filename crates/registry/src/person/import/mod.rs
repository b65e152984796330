//! Posts, and persons with the posts they hold, from files.

pub mod persons;
pub mod posts;
