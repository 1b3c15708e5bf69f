//! Where a box is scrolled to, and scrolling it.

use wasm_bindgen::JsCast;

/// How a box is scrolled, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scrolled {
    /// From the top of its content to the top of what is seen.
    pub top: f64,
    /// Height of what is seen.
    pub height: f64,
}

/// How the box of that id is scrolled.
pub fn scrolled(id: &str) -> Option<Scrolled> {
    let element = element(id)?;
    Some(Scrolled {
        top: f64::from(element.scroll_top()),
        height: f64::from(element.client_height()),
    })
}

/// Scrolls the box of that id to a place, at once.
pub fn scroll_to(id: &str, top: f64) {
    if let Some(element) = element(id) {
        // Whole pixels are what the browser keeps; a scroll space is far below 2^31 of them.
        element.set_scroll_top(top as i32);
    }
}

fn element(id: &str) -> Option<web_sys::HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}
