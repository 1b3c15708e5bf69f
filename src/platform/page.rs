//! The page as a whole: its language, its print, the focus, dialogs.

use std::future::Future;

use wasm_bindgen::JsCast;

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Says which language the page is in, for those who have it read aloud.
pub fn set_language(language: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // The attribute is one the browser knows; it refuses none of its values.
        let _ = root.set_attribute("lang", language);
    }
}

/// Gives the focus to the element of that id, without scrolling to it.
pub fn focus(id: &str) {
    let element = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives the focus to the first element inside `id` whose attribute has that value.
pub fn focus_marked(id: &str, attribute: &str, value: &str) {
    let Some(inside) = document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
    let Ok(found) = inside.query_selector(&format!("[{attribute}=\"{quoted}\"]")) else {
        return;
    };
    if let Some(element) = found {
        if let Some(shape) = element.dyn_ref::<web_sys::SvgElement>() {
            let _ = shape.focus();
        } else if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.focus();
        }
    }
}

/// Has the list of that id show the choice of that value, whatever was picked in it.
pub fn show_choice(id: &str, value: &str) {
    let list = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(list) = list {
        list.set_value(value);
    }
}

/// Has the button of a choice show whether it is taken, whatever was clicked.
pub fn show_taken(id: &str, is_taken: bool) {
    let button = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(button) = button {
        button.set_checked(is_taken);
    }
}

/// Opens the dialog of that id over the page.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id)
        && !dialog.open()
    {
        // It is closed and in the document, so the browser has no reason to refuse.
        let _ = dialog.show_modal();
    }
}

/// Gives the whole document a class, or takes it away: paper shows something else while a dialog stands open.
pub fn mark_document(class: &str, is_on: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A class's name that the program itself gives is never refused.
        let _ = root.class_list().toggle_with_force(class, is_on);
    }
}

/// Closes the dialog of that id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}

/// Runs something that waits, beside the page.
pub fn run(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Waits so many thousandths of a second.
pub async fn wait(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let later = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // The browser refuses no time-out.
            let _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // The promise is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(later).await;
}
