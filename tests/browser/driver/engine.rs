//! What every browser can be asked to do, whichever protocol it speaks.

use super::keys::Stroke;
use serde_json::Value;
use std::path::PathBuf;

/// A point of the viewport, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// One running browser. `page` is the id that [`Engine::open`] gave. Commands that the browser refuses are panics
/// naming the command, except in `evaluate`, where the error belongs to the page.
pub trait Engine {
    fn version(&self) -> String;
    /// Opens a tab at `url`, loads it to the end and gives its id.
    fn open(&self, url: &str) -> String;
    /// Evaluates an expression whose value, awaited, is a string or undefined.
    fn evaluate(&self, page: &str, expression: &str) -> Result<Option<String>, String>;
    fn click(&self, page: &str, at: Point);
    fn set_touch(&self, page: &str, enabled: bool);
    fn touch(&self, page: &str, at: Point);
    fn press(&self, page: &str, stroke: &Stroke);
    /// One character typed into the element that has the focus.
    fn type_character(&self, page: &str, character: char);
    fn set_files(&self, page: &str, css: &str, files: &[PathBuf]);
    fn drop_files(&self, page: &str, at: Point, files: &[PathBuf]);
    fn set_viewport(&self, page: &str, width: u32, height: u32);
    /// The viewport as PNG, in base64.
    fn screenshot(&self, page: &str) -> String;
    /// The page as PDF, in base64.
    fn print_pdf(&self, page: &str) -> String;
    fn emulate_media(&self, page: &str, media: &str);
    /// Everything seen so far, newest last.
    fn console(&self, page: &str) -> Vec<String>;
    fn requests(&self, page: &str) -> Vec<String>;
    /// How many wasm memories the page and its workers have, and how many of them hold the text. Firefox cannot be asked.
    fn wasm_memories(&self, page: &str, wanted: &str) -> (usize, usize);
}

/// What a page and its workers said and asked for.
#[derive(Default)]
pub struct Observed {
    pub console: Vec<String>,
    pub requests: Vec<String>,
}

impl Observed {
    /// Notes a request, unless it stays inside the machine's files or the page's own memory.
    pub fn note_request(&mut self, url: &str) {
        let local = ["file:", "blob:", "data:", "about:"];
        if !local.iter().any(|scheme| url.starts_with(scheme)) {
            self.requests.push(url.to_owned());
        }
    }
}

/// A text member of a protocol message, which the protocol promises.
pub fn text<'a>(message: &'a Value, pointer: &str) -> &'a str {
    message
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no text at {pointer} in {message}"))
}
