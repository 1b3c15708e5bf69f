//! Saving bytes as a file of the person's own.

use wasm_bindgen::{JsCast, JsValue};

use super::file::{BrowserError, Bytes};

/// Offers bytes of ours as a file.
pub fn bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    array(name, media_type, &Bytes::of(bytes))
}

/// Offers bytes in the browser's memory as a file.
pub fn array(name: &str, media_type: &str, bytes: &Bytes) -> Result<(), BrowserError> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&bytes.0);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let clicked = click(name, &address);
    // The browser holds the blob itself once the download has begun; a minute is time enough for it to begin.
    let release = address.clone();
    gloo_timers::callback::Timeout::new(60_000, move || {
        // An address that is gone already is what is wanted.
        let _ = web_sys::Url::revoke_object_url(&release);
    })
    .forget();
    Ok(clicked?)
}

fn click(name: &str, address: &str) -> Result<(), JsValue> {
    let nothing = || JsValue::from_str("no document");
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(nothing)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    let body = document.body().ok_or_else(nothing)?;
    body.append_child(&link)?;
    link.click();
    body.remove_child(&link)?;
    Ok(())
}
