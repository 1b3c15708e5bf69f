//! A worker that stands ready before anyone asks for one.
//!
//! A browser compiles a function when it is first called, and compiles it well only once it has run for a while. The
//! spare worker therefore reads a small invented county while the person still looks for the files: the first real
//! reading then runs at full speed from its first row.

use std::cell::RefCell;

use super::client::Engine;
use super::protocol::Failure;

thread_local! {
    static SPARE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Starts the spare worker; done when it is warm. Where the browser refuses one, the first real request will say so.
pub async fn prepare() {
    let Ok(engine) = Engine::start() else { return };
    SPARE.set(Some(engine.clone()));
    // A worker that cannot do the small county will say so when it is asked for a real one.
    let _ = engine.warm_up().await;
}

/// A worker for a new reading: the spare one if there is one, else one just started. A spare worker that is not warm
/// yet finishes that first, which is sooner than another would be warm.
///
/// # Errors
/// Where the browser refuses a worker.
pub fn take() -> Result<Engine, Failure> {
    SPARE.take().map_or_else(Engine::start, Ok)
}
