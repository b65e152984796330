//! A machine clock that goes one step a look, so that what is made with it is the same every time.

use kernel::time::Moment;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

pub fn stepping(begin: Moment) -> Arc<dyn Fn() -> Moment + Send + Sync> {
    let looks = AtomicI64::new(begin.0);
    Arc::new(move || Moment(looks.fetch_add(1, Ordering::Relaxed)))
}
