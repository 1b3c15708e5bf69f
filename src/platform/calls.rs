//! A function of ours that other programs on the page can call, with files, and that answers with a promise.

use std::future::Future;

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::file::ChosenFile;

/// What the caller gave: one object.
pub struct Call(Object);

impl Call {
    fn get(&self, key: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &key.into())
            .ok()
            .filter(|value| !value.is_undefined() && !value.is_null())
    }

    /// The files under a key: an array of them or one alone. Nothing there is no file.
    ///
    /// # Errors
    /// A sentence where something else stands there.
    pub fn files(&self, key: &str) -> Result<Vec<ChosenFile>, String> {
        let Some(value) = self.get(key) else {
            return Ok(Vec::new());
        };
        let all = match value.dyn_ref::<Array>() {
            Some(array) => array.clone(),
            None => Array::of1(&value),
        };
        let not_files = || format!("`{key}` must be an array of File objects");
        all.iter()
            .map(|file| file.dyn_into().map(ChosenFile).map_err(|_| not_files()))
            .collect()
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_string()
    }

    /// The object under a key as JSON.
    pub fn json(&self, key: &str) -> Option<String> {
        JSON::stringify(&self.get(key)?).ok().map(String::from)
    }

    /// Calls the function under a key, if there is one, with an object made of JSON.
    pub fn tell(&self, key: &str, json: &str) {
        let function = self
            .get(key)
            .and_then(|value| value.dyn_into::<Function>().ok());
        if let (Some(function), Ok(value)) = (function, JSON::parse(json)) {
            // What the caller's function throws is the caller's.
            let _ = function.call1(&JsValue::NULL, &value);
        }
    }

    /// Whether the caller's signal says stop already.
    pub fn is_aborted(&self) -> bool {
        self.get("signal").is_some_and(|signal| {
            Reflect::get(&signal, &"aborted".into()).is_ok_and(|aborted| aborted.is_truthy())
        })
    }

    /// Calls `stop` when the caller's signal says so.
    pub fn on_abort(&self, stop: impl FnOnce() + 'static) {
        if let Some(signal) = self
            .get("signal")
            .and_then(|signal| signal.dyn_into::<web_sys::EventTarget>().ok())
        {
            let closure = Closure::once_into_js(stop);
            let _ = signal.add_event_listener_with_callback("abort", closure.unchecked_ref());
        }
    }

    /// The same call, to be held while it is answered.
    #[must_use]
    pub fn again(&self) -> Call {
        Call(self.0.clone())
    }

    /// Whether `false` stands under a key.
    pub fn refuses(&self, key: &str) -> bool {
        Reflect::get(&self.0, &key.into()).is_ok_and(|value| value == false)
    }
}

/// A value for the caller, put together from JSON texts.
pub struct Answer(JsValue);

impl Answer {
    /// The value of a JSON text; none if it is not one.
    pub fn of_json(json: &str) -> Option<Answer> {
        JSON::parse(json).ok().map(Answer)
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> Option<String> {
        Reflect::get(&self.0, &key.into()).ok()?.as_string()
    }

    /// Takes a key away.
    pub fn forget(&self, key: &str) {
        if let Some(object) = self.0.dyn_ref::<Object>() {
            // A key that cannot be taken away stays; an object of ours is never sealed.
            let _ = Reflect::delete_property(object, &key.into());
        }
    }

    /// Puts another value under a key; an object of ours takes every key.
    pub fn put(&self, key: &str, value: &Answer) -> Option<()> {
        let is_set = Reflect::set(&self.0, &key.into(), &value.0);
        is_set.ok().filter(|is_set| *is_set).map(|_| ())
    }

    /// Appends the array under a key of another value to the array that stands at a path in this one.
    pub fn append(&self, path: &[&str], from: &Answer, key: &str) -> Option<()> {
        let more: Array = Reflect::get(&from.0, &key.into()).ok()?.dyn_into().ok()?;
        let step = |at: JsValue, key: &&str| Reflect::get(&at, &(*key).into()).ok();
        let array: Array = path
            .iter()
            .try_fold(self.0.clone(), step)?
            .dyn_into()
            .ok()?;
        for value in more.iter() {
            array.push(&value);
        }
        Some(())
    }
}

/// Puts an object of that name on the page, with texts, one function that answers with a promise, and one promise that is
/// kept when `ready` is done. A refused promise carries an `Error` whose name and message are the pair given.
pub fn expose<F, A>(
    name: &str,
    texts: &[(&str, &str)],
    (function, answer): (&str, F),
    (promise, ready): (&str, impl Future<Output = ()> + 'static),
) where
    F: Fn(Call) -> A + 'static,
    A: Future<Output = Result<Answer, (String, String)>> + 'static,
{
    let object = Object::new();
    let set = |key: &str, value: &JsValue| Reflect::set(&object, &key.into(), value).is_ok();
    for (key, text) in texts {
        set(key, &(*text).into());
    }
    let call = Closure::<dyn Fn(JsValue) -> Promise>::new(move |given: JsValue| {
        let call = Call(given.dyn_into().unwrap_or_else(|_| Object::new()));
        let answer = answer(call);
        future_to_promise(async move {
            answer
                .await
                .map(|answer| answer.0)
                .map_err(|(name, message)| {
                    let error = js_sys::Error::new(&message);
                    error.set_name(&name);
                    error.into()
                })
        })
    });
    set(function, call.as_ref());
    call.forget();
    let kept = future_to_promise(async move {
        ready.await;
        Ok(JsValue::UNDEFINED)
    });
    set(promise, &kept);
    let _ = Reflect::set(&js_sys::global(), &name.into(), &Object::freeze(&object));
}
