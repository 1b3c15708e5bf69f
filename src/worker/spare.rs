//! A worker that stands ready before anyone asks for one.
//!
//! A browser compiles a function when it is first called, and compiles it well only once it has run for a while. The
//! spare worker therefore reads a small invented county while the person still looks for the files: the first real
//! reading then runs at full speed from its first row.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::platform::page;

use super::client::Engine;
use super::protocol::Failure;

struct Spare {
    engine: Engine,
    is_warm: Rc<Cell<bool>>,
}

thread_local! {
    static SPARE: RefCell<Option<Spare>> = const { RefCell::new(None) };
}

/// Starts the spare worker. Where the browser refuses one, the first real request will say so.
pub fn prepare() {
    let Ok(engine) = Engine::start() else { return };
    let is_warm = Rc::new(Cell::new(false));
    let (warming, warm) = (engine.clone(), Rc::clone(&is_warm));
    SPARE.set(Some(Spare { engine, is_warm }));
    page::run(async move { warm.set(warming.warm_up().await.is_ok()) });
}

/// A worker for a new reading: the spare one if it is ready, else one just started.
///
/// # Errors
/// Where the browser refuses a worker.
pub fn take() -> Result<Engine, Failure> {
    let is_ready = |spare: &mut Spare| spare.is_warm.get();
    match SPARE.with_borrow_mut(|spare| spare.take_if(is_ready)) {
        Some(spare) => Ok(spare.engine),
        None => Engine::start(),
    }
}
