//! Files that a person chose or dropped, read slice by slice.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A file that a person chose or dropped.
#[derive(Clone, Debug)]
pub struct ChosenFile(pub web_sys::File);

/// What the browser said when it could not do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError(pub String);

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> BrowserError {
        let words = js_sys::Error::from(value);
        BrowserError(String::from(words.message()))
    }
}

impl ChosenFile {
    /// The file's name, without a path.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        // A size is a whole number below 2^53.
        self.0.size() as u64
    }

    /// Starts to read the bytes from `start` to `end`; several slices may be under way at once.
    pub fn slice(&self, start: u64, end: u64) -> Result<Slice, BrowserError> {
        let blob = self.0.slice_with_f64_and_f64(start as f64, end as f64)?;
        Ok(Slice(JsFuture::from(blob.array_buffer())))
    }
}

/// Bytes of a file on their way.
pub struct Slice(JsFuture);

impl Slice {
    /// The bytes, in the browser's memory.
    pub async fn arrive(self) -> Result<js_sys::Uint8Array, BrowserError> {
        Ok(js_sys::Uint8Array::new(&self.0.await?))
    }
}
