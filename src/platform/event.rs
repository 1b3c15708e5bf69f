//! What an event of the page brings: files, text, the marked element it happened on.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::file::ChosenFile;

/// The files dropped with a drag.
pub fn dropped_files(event: &web_sys::DragEvent) -> Vec<ChosenFile> {
    event
        .data_transfer()
        .and_then(|transfer| transfer.files())
        .map(listed)
        .into_iter()
        .flatten()
        .collect()
}

/// The files chosen in the input that the event happened on; the input is emptied, so that the same file can be chosen again.
pub fn chosen_files(event: &web_sys::Event) -> Vec<ChosenFile> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files().map(listed).into_iter().flatten().collect();
    input.set_value("");
    files
}

fn listed(files: web_sys::FileList) -> Vec<ChosenFile> {
    (0..files.length())
        .filter_map(|at| files.get(at))
        .map(ChosenFile)
        .collect()
}

/// The value of an attribute on the element the event happened on, or on the nearest one around it that has it.
pub fn marked_with(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    element.get_attribute(attribute)
}

/// Whether the event happened in something that takes text or a choice, whose keys are its own.
pub fn is_in_control(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| {
        matches!(
            element.tag_name().as_str(),
            "INPUT" | "SELECT" | "BUTTON" | "TEXTAREA" | "A" | "SUMMARY"
        )
    })
}

/// Whether the event happened in something that text is typed in, which takes typing back itself.
pub fn is_in_text(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "file")
        ),
        _ => false,
    })
}

/// Calls `listener` whenever the window has an event of that name, for as long as the page lives.
pub fn on_window(name: &str, listener: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(listener);
    // Where the browser refuses, the page does without: print and resize are conveniences.
    let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}
