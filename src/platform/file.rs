//! Files that a person chose or dropped, or that a program made, read slice by slice.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::stream::give_back;

/// A file that a person chose or dropped.
#[derive(Clone, Debug)]
pub struct ChosenFile(pub web_sys::File);

/// What the browser said when it could not do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError(pub String);

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> BrowserError {
        let words = match value.dyn_ref::<js_sys::Error>() {
            Some(error) => String::from(error.message()),
            None => format!("{value:?}"),
        };
        BrowserError(words)
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
    ///
    /// # Errors
    /// Where the browser refuses to cut the file.
    pub fn slice(&self, start: u64, end: u64) -> Result<Slice, BrowserError> {
        let blob = self.0.slice_with_f64_and_f64(start as f64, end as f64)?;
        Ok(Slice(JsFuture::from(blob.array_buffer())))
    }
}

/// Bytes of a file on their way.
pub struct Slice(JsFuture);

impl Slice {
    /// The bytes, in the browser's memory.
    ///
    /// # Errors
    /// Where the file was changed, moved or locked since it was chosen.
    pub async fn arrive(self) -> Result<Bytes, BrowserError> {
        Ok(Bytes(js_sys::Uint8Array::new(&self.0.await?)))
    }
}

/// Bytes in the browser's memory.
#[derive(Clone, Debug)]
pub struct Bytes(pub js_sys::Uint8Array);

impl Bytes {
    /// Bytes of ours, copied to the browser.
    pub fn of(bytes: &[u8]) -> Bytes {
        Bytes(js_sys::Uint8Array::from(bytes))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.length() as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Copies them into memory of ours, of the same length.
    pub fn move_to(self, into: &mut [u8]) {
        self.0.copy_to(into);
        self.0.fill(0, 0, self.0.length());
        give_back(&self.0.buffer());
    }
}
