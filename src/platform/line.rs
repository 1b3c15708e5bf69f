//! The line between the page and its worker: texts, files and bytes, numbered so that an answer finds its question.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::file::{BrowserError, Bytes, ChosenFile};

/// What goes over the line.
#[derive(Clone, Debug)]
pub struct Message {
    /// The number of the question.
    pub number: u32,
    /// The text.
    pub text: String,
    /// Files sent along.
    pub files: Vec<ChosenFile>,
    /// Bytes sent along.
    pub bytes: Option<Bytes>,
}

impl Message {
    fn to_js(&self) -> Result<Object, JsValue> {
        let object = Object::new();
        let set = |key: &str, value: &JsValue| Reflect::set(&object, &key.into(), value);
        set("number", &self.number.into())?;
        set("text", &self.text.as_str().into())?;
        if !self.files.is_empty() {
            let files: Array = self
                .files
                .iter()
                .map(|file| JsValue::from(&file.0))
                .collect();
            set("files", &files)?;
        }
        if let Some(bytes) = &self.bytes {
            set("bytes", &bytes.0)?;
        }
        Ok(object)
    }

    fn of_js(value: &JsValue) -> Option<Message> {
        let get = |key: &str| Reflect::get(value, &key.into()).ok();
        Some(Message {
            number: get("number")?.as_f64()? as u32,
            text: get("text")?.as_string()?,
            files: get("files")?
                .dyn_ref::<Array>()
                .map(|files| {
                    files
                        .iter()
                        .filter_map(|file| file.dyn_into().ok())
                        .map(ChosenFile)
                        .collect()
                })
                .unwrap_or_else(Vec::new),
            bytes: get("bytes")?.dyn_into().ok().map(Bytes),
        })
    }
}

/// What reaches the page from its worker.
pub enum Event {
    /// A message.
    Message(Message),
    /// The worker has died; the browser's words.
    Died(String),
}

/// The page's end: a worker that runs this same program. Dropping it ends the worker.
pub struct WorkerLine {
    worker: web_sys::Worker,
    _on_message: Closure<dyn FnMut(web_sys::MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl WorkerLine {
    /// Starts a worker and listens to it.
    ///
    /// # Errors
    /// Where the page was not started by its own first script, or the browser refuses a worker.
    pub fn start(on_event: impl Fn(Event) + Clone + 'static) -> Result<WorkerLine, BrowserError> {
        let start = Reflect::get(&js_sys::global(), &"__creditAtlas".into())?;
        let module = Reflect::get(&start, &"module".into())?;
        let url = Reflect::get(&start, &"workerUrl".into())?.as_string();
        let url = url.ok_or_else(|| BrowserError("the page has no worker".to_owned()))?;
        let worker = web_sys::Worker::new(&url)?;
        let hear = on_event.clone();
        let on_message = Closure::new(move |event: web_sys::MessageEvent| {
            if let Some(message) = Message::of_js(&event.data()) {
                hear(Event::Message(message));
            }
        });
        let on_error = Closure::new(move |event: web_sys::Event| {
            let words = event
                .dyn_ref::<web_sys::ErrorEvent>()
                .map(web_sys::ErrorEvent::message);
            on_event(Event::Died(
                words.unwrap_or_else(|| "worker failed to start".to_owned()),
            ));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let first = Object::new();
        Reflect::set(&first, &"module".into(), &module)?;
        worker.post_message(&first)?;
        Ok(WorkerLine {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Sends a message.
    ///
    /// # Errors
    /// Where the browser cannot send what it holds.
    pub fn send(&self, message: &Message) -> Result<(), BrowserError> {
        Ok(self.worker.post_message(&message.to_js()?.into())?)
    }
}

impl Drop for WorkerLine {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The worker's end.
#[derive(Clone)]
pub struct PageLine(web_sys::DedicatedWorkerGlobalScope);

impl PageLine {
    /// The line to the page; only a worker has one.
    pub fn of_this_worker() -> Option<PageLine> {
        js_sys::global().dyn_into().ok().map(PageLine)
    }

    /// Listens to the page, for as long as the worker lives.
    pub fn listen(&self, mut on_message: impl FnMut(Message) + 'static) {
        let hear = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(
            move |event: web_sys::MessageEvent| {
                if let Some(message) = Message::of_js(&event.data()) {
                    on_message(message);
                }
            },
        );
        self.0.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
    }

    /// Sends a message. A page that is gone hears nothing, and there is nobody to tell.
    pub fn send(&self, message: &Message) {
        if let Ok(object) = message.to_js() {
            let _ = self.0.post_message(&object);
        }
    }
}
