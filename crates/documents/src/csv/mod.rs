//! Tables as text with separators.

mod decode;
mod read;
mod write;

pub use read::read;
pub use write::write;
