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

/// Scrolls the page itself to its head.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls the box of that id sideways, no farther than is needed, until the element of the other id is seen.
pub fn reveal_sideways(id: &str, inside: &str) {
    let (Some(outer), Some(inner)) = (element(id), element(inside)) else {
        return;
    };
    let (box_of, cell) = (
        outer.get_bounding_client_rect(),
        inner.get_bounding_client_rect(),
    );
    let right = box_of.left() + f64::from(outer.client_width());
    let by = if cell.left() < box_of.left() {
        cell.left() - box_of.left()
    } else if cell.right() > right {
        cell.right() - right
    } else {
        return;
    };
    // Away from zero, so that the last pixel comes into view too.
    outer.set_scroll_left(outer.scroll_left() + by.signum() as i32 * by.abs().ceil() as i32);
}

fn element(id: &str) -> Option<web_sys::HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}
