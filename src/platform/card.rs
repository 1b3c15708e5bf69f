//! The card that stands on the page when the program has stopped by a fault of its own.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The words of the card.
#[derive(Clone, Copy, Debug)]
pub struct CardWords {
    /// What happened, in one line.
    pub title: &'static str,
    /// What to do, and that nothing is lost.
    pub advice: &'static str,
    /// The words of the link that opens the page anew.
    pub reload: &'static str,
    /// What stands before the fault's own words.
    pub details: &'static str,
}

const ID: &str = "fault";

/// Shows the card whenever the program panics or the browser stops it.
pub fn watch(words: CardWords) {
    std::panic::set_hook(Box::new(move |info| show(words, &message(info))));
    // Memory used up and a stack too deep end the program without a panic; the browser then tells the window.
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener =
        Closure::<dyn Fn(web_sys::ErrorEvent)>::new(move |event: web_sys::ErrorEvent| {
            let message = event.message();
            if message.contains("RuntimeError") || message.contains("RangeError") {
                show(words, &message);
            }
        });
    // Where the browser refuses the listener the page still works; only this second guard is missing.
    let _ = window.add_event_listener_with_callback("error", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn message(info: &PanicHookInfo<'_>) -> String {
    let words = info
        .payload()
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| info.payload().downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic".to_owned());
    match info.location() {
        Some(at) => format!("{words} ({}:{})", at.file(), at.line()),
        None => words,
    }
}

fn show(words: CardWords, message: &str) {
    // The card is the last resort: where even it cannot be built, the console still has the browser's own words.
    let _ = build(words, message);
}

fn build(words: CardWords, message: &str) -> Result<(), wasm_bindgen::JsValue> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Ok(());
    };
    if document.get_element_by_id(ID).is_some() {
        return Ok(());
    }
    let Some(body) = document.body() else {
        return Ok(());
    };
    let element = |name: &str, text: &str| -> Result<web_sys::Element, wasm_bindgen::JsValue> {
        let element = document.create_element(name)?;
        element.set_text_content(Some(text));
        Ok(element)
    };
    let card = document.create_element("div")?;
    card.set_id(ID);
    card.set_attribute("role", "alertdialog")?;
    card.set_attribute("aria-label", words.title)?;
    card.append_child(&*element("h1", words.title)?)?;
    card.append_child(&*element("p", words.advice)?)?;
    let reload = element("a", words.reload)?;
    // An address of nothing is this page itself.
    reload.set_attribute("href", "")?;
    card.append_child(&reload)?;
    card.append_child(&*element("h2", words.details)?)?;
    card.append_child(&*element("pre", message)?)?;
    body.append_child(&card)?;
    Ok(())
}
