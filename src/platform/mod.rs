//! The only place that touches the browser: `web_sys`, `js_sys`, `gloo`. Knows no word of the business.

pub mod calls;
pub mod card;
pub mod event;
pub mod file;
pub mod line;
pub mod page;
pub mod save;
pub mod scroll;
pub mod stream;

/// Whether this program runs in a worker and not in a page.
pub fn is_worker() -> bool {
    web_sys::window().is_none()
}
