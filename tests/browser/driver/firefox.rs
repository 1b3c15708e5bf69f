//! Firefox over WebDriver BiDi: one websocket, one session, one browsing context for each page.

use super::engine::{Engine, Observed, Point, text};
use super::keys::{Key, Stroke};
use super::process::Process;
use super::websocket::{COMMAND_LIMIT, Connection};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use tempfile::TempDir;

/// Preferences that keep Firefox from asking the network for anything by itself, beyond those it sets for every
/// remotely driven session.
const SILENCE: [(&str, &str); 9] = [
    ("browser.download.alwaysOpenPanel", "false"),
    ("browser.download.folderList", "2"),
    ("browser.download.useDownloadDir", "true"),
    (
        "browser.download.always_ask_before_handling_new_types",
        "false",
    ),
    ("app.normandy.enabled", "false"),
    ("browser.region.network.url", "\"\""),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("services.settings.server", "\"data:,\""),
];

pub struct Firefox {
    state: RefCell<State>,
    version: String,
    /// Last, so that the websocket is closed before the process is killed.
    _process: Process,
}

struct State {
    connection: Connection,
    observed: HashMap<String, Observed>,
}

impl Firefox {
    /// Starts `program` with a fresh profile; downloads go to `downloads`.
    pub fn start(program: &Path, downloads: &Path) -> Firefox {
        let profile = TempDir::with_prefix("firefox-").expect("a temporary directory");
        std::fs::write(profile.path().join("user.js"), preferences(downloads))
            .expect("the profile's preferences");
        let mut command = Command::new(program);
        command
            .args([
                "--headless",
                "--no-remote",
                "--remote-debugging-port=0",
                "--profile",
            ])
            .arg(profile.path());
        let mut process = Process::start(command, profile);
        let address = process.address_after("WebDriver BiDi listening on ");
        let connection = Connection::open(&format!("{address}/session"));
        let state = State {
            connection,
            observed: HashMap::new(),
        };
        let mut firefox = Firefox {
            state: RefCell::new(state),
            version: String::new(),
            _process: process,
        };
        let session = firefox.command(
            "session.new",
            json!({ "capabilities": {
            "alwaysMatch": { "unhandledPromptBehavior": { "default": "accept" } } } }),
        );
        firefox.version = text(&session, "/capabilities/browserVersion").to_owned();
        let events = [
            "log.entryAdded",
            "network.beforeRequestSent",
            "browsingContext.userPromptOpened",
        ];
        firefox.command("session.subscribe", json!({ "events": events }));
        firefox
    }

    /// Sends a command and waits for its answer; everything else that arrives meanwhile is noted.
    fn call(&self, method: &str, params: Value) -> Result<Value, String> {
        let mut state = self.state.borrow_mut();
        let id = state.connection.send(None, method, params);
        let deadline = Instant::now() + COMMAND_LIMIT;
        loop {
            let Some(message) = state.connection.receive(deadline) else {
                panic!(
                    "Firefox {} did not answer {method} within {COMMAND_LIMIT:?}",
                    self.version
                );
            };
            if message["id"].as_u64() != Some(id) {
                state.note(&message);
            } else if message["type"] == "error" {
                return Err(format!(
                    "{}: {}",
                    text(&message, "/error"),
                    text(&message, "/message")
                ));
            } else {
                return Ok(message["result"].clone());
            }
        }
    }

    fn command(&self, method: &str, params: Value) -> Value {
        self.call(method, params)
            .unwrap_or_else(|error| panic!("Firefox {} refuses {method}: {error}", self.version))
    }

    fn script(&self, page: &str, expression: &str) -> Result<Value, String> {
        let params = json!({ "expression": expression, "target": { "context": page }, "awaitPromise": true });
        let answer = self.call("script.evaluate", params)?;
        match answer.pointer("/exceptionDetails") {
            Some(details) => Err(text(details, "/text").to_owned()),
            None => Ok(answer["result"].clone()),
        }
    }

    fn keys(&self, page: &str, actions: Vec<Value>) {
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.command(
            "input.performActions",
            json!({ "context": page, "actions": [source] }),
        );
    }

    /// Takes in the events that have arrived, then gives what is known of `page`.
    fn observed<T>(&self, page: &str, read: impl Fn(&Observed) -> T) -> T {
        // The answer to a command comes after the events before it.
        self.command("session.status", json!({}));
        read(&self.state.borrow().observed[page])
    }
}

impl State {
    fn note(&mut self, message: &Value) {
        let params = &message["params"];
        let context = params
            .pointer("/source/context")
            .or_else(|| params.get("context"));
        let Some(observed) = context
            .and_then(Value::as_str)
            .and_then(|page| self.observed.get_mut(page))
        else {
            return;
        };
        match message["method"].as_str() {
            Some("log.entryAdded") => {
                let level = if params["type"] == "javascript" {
                    "uncaught"
                } else {
                    text(params, "/level")
                };
                observed.console.push(format!(
                    "{level}: {}",
                    params["text"].as_str().unwrap_or("(no text)")
                ));
            }
            Some("network.beforeRequestSent") => {
                observed.note_request(text(params, "/request/url"))
            }
            Some("browsingContext.userPromptOpened") => {
                observed
                    .console
                    .push(format!("dialog: {}", text(params, "/message")));
            }
            _ => {}
        }
    }
}

fn preferences(downloads: &Path) -> String {
    let line = |name: &str, value: &str| format!("user_pref(\"{name}\", {value});\n");
    let directory = json!(downloads).to_string();
    let silence: String = SILENCE
        .iter()
        .map(|(name, value)| line(name, value))
        .collect();
    silence + &line("browser.download.dir", &directory)
}

fn key_action(kind: &str, key: &Key) -> Value {
    json!({ "type": kind, "value": key.webdriver })
}

impl Engine for Firefox {
    fn version(&self) -> String {
        self.version.clone()
    }

    fn open(&self, url: &str) -> String {
        let created = self.command("browsingContext.create", json!({ "type": "tab" }));
        let page = text(&created, "/context").to_owned();
        self.state
            .borrow_mut()
            .observed
            .insert(page.clone(), Observed::default());
        self.command(
            "browsingContext.navigate",
            json!({ "context": page, "url": url, "wait": "complete" }),
        );
        page
    }

    fn evaluate(&self, page: &str, expression: &str) -> Result<Option<String>, String> {
        let value = self.script(page, expression)?;
        Ok(value["value"].as_str().map(str::to_owned))
    }

    fn click(&self, page: &str, at: Point) {
        // Pointer moves take whole pixels.
        let (x, y) = (at.x.floor(), at.y.floor());
        let actions = json!([
            { "type": "pointerMove", "x": x as i64, "y": y as i64 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let source = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.command(
            "input.performActions",
            json!({ "context": page, "actions": [source] }),
        );
    }

    fn set_touch(&self, _page: &str, _enabled: bool) {
        panic!("touch is for Chromium; headless Firefox has no touch screen");
    }

    fn touch(&self, page: &str, _at: Point) {
        self.set_touch(page, true);
    }

    fn press(&self, page: &str, stroke: &Stroke) {
        let held: Vec<Key> = stroke
            .modifiers
            .iter()
            .map(|modifier| modifier.key())
            .collect();
        let mut actions: Vec<Value> = held.iter().map(|key| key_action("keyDown", key)).collect();
        actions.push(key_action("keyDown", &stroke.key));
        actions.push(key_action("keyUp", &stroke.key));
        actions.extend(held.iter().rev().map(|key| key_action("keyUp", key)));
        self.keys(page, actions);
    }

    fn type_character(&self, page: &str, character: char) {
        let key = Key::of(character);
        self.keys(
            page,
            vec![key_action("keyDown", &key), key_action("keyUp", &key)],
        );
    }

    fn set_files(&self, page: &str, css: &str, files: &[PathBuf]) {
        let element = self
            .script(page, &format!("document.querySelector({})", json!(css)))
            .unwrap_or_else(|error| panic!("{css} cannot be looked for: {error}"));
        let element = json!({ "sharedId": text(&element, "/sharedId") });
        self.command(
            "input.setFiles",
            json!({ "context": page, "element": element, "files": files }),
        );
    }

    fn drop_files(&self, _page: &str, _at: Point, _files: &[PathBuf]) {
        panic!("drop_files is for Chromium; WebDriver BiDi cannot drag files in from outside");
    }

    fn set_viewport(&self, page: &str, width: u32, height: u32) {
        let viewport = json!({ "width": width, "height": height });
        let params = json!({ "context": page, "viewport": viewport, "devicePixelRatio": 1.0 });
        self.command("browsingContext.setViewport", params);
    }

    fn screenshot(&self, page: &str) -> String {
        self.command("browsingContext.activate", json!({ "context": page }));
        let params = json!({ "context": page, "origin": "viewport" });
        text(
            &self.command("browsingContext.captureScreenshot", params),
            "/data",
        )
        .to_owned()
    }

    fn print_pdf(&self, page: &str) -> String {
        let params = json!({ "context": page, "background": true });
        text(&self.command("browsingContext.print", params), "/data").to_owned()
    }

    fn emulate_media(&self, _page: &str, _media: &str) {
        panic!("emulate_media is for Chromium; WebDriver BiDi has no such command");
    }

    fn console(&self, page: &str) -> Vec<String> {
        self.observed(page, |observed| observed.console.clone())
    }

    fn requests(&self, page: &str) -> Vec<String> {
        self.observed(page, |observed| observed.requests.clone())
    }

    fn wasm_memories(&self, _page: &str, _wanted: &str) -> (usize, usize) {
        panic!("wasm_memories is for Chromium; WebDriver BiDi cannot look for objects");
    }
}
