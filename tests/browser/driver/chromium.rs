//! Chromium, new and old, over the DevTools protocol: one websocket, one flat session for each page and each worker.

mod memory;

use super::engine::{Engine, Observed, Point, text};
use super::keys::{Key, Stroke};
use super::process::Process;
use super::websocket::{COMMAND_LIMIT, Connection};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Root may not use the sandbox; the rest keeps the browser from asking the network for anything by itself
/// and from stopping over a small `/dev/shm`.
const FLAGS: [&str; 16] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-breakpad",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
    "--remote-debugging-port=0",
];

pub struct Chromium {
    state: RefCell<State>,
    version: String,
    /// Last, so that the websocket is closed before the process is killed.
    _process: Process,
}

struct State {
    connection: Connection,
    /// Session of a page or worker → session of the page it belongs to.
    owner: HashMap<String, String>,
    observed: HashMap<String, Observed>,
}

impl Chromium {
    /// Starts `program` with a fresh profile; downloads go to `downloads`.
    pub fn start(program: &Path, downloads: &Path) -> Chromium {
        let profile = TempDir::with_prefix("chromium-").expect("a temporary directory");
        let mut command = Command::new(program);
        command
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank");
        let mut process = Process::start(command, profile);
        let address = process.address_after("DevTools listening on ");
        let state = State {
            connection: Connection::open(&address),
            owner: HashMap::new(),
            observed: HashMap::new(),
        };
        let mut chromium = Chromium {
            state: RefCell::new(state),
            version: String::new(),
            _process: process,
        };
        let product = chromium.command(None, "Browser.getVersion", json!({}));
        let product = text(&product, "/product");
        chromium.version = product
            .split_once('/')
            .map_or(product, |(_, version)| version)
            .to_owned();
        let behavior = json!({ "behavior": "allow", "downloadPath": downloads });
        chromium.command(None, "Browser.setDownloadBehavior", behavior);
        chromium
    }

    /// Sends a command and waits for its answer; everything else that arrives meanwhile is noted.
    fn call(&self, session: Option<&str>, method: &str, params: Value) -> Result<Value, String> {
        let mut state = self.state.borrow_mut();
        let id = state.connection.send(session, method, params);
        let deadline = Instant::now() + COMMAND_LIMIT;
        loop {
            let Some(message) = state.connection.receive(deadline) else {
                panic!(
                    "Chromium {} did not answer {method} within {COMMAND_LIMIT:?}",
                    self.version
                );
            };
            if message["id"].as_u64() != Some(id) {
                state.note(&message);
            } else if let Some(error) = message.get("error") {
                return Err(error["message"]
                    .as_str()
                    .map_or_else(|| error.to_string(), str::to_owned));
            } else {
                return Ok(message["result"].clone());
            }
        }
    }

    fn command(&self, session: Option<&str>, method: &str, params: Value) -> Value {
        self.call(session, method, params)
            .unwrap_or_else(|error| panic!("Chromium {} refuses {method}: {error}", self.version))
    }

    fn page_command(&self, page: &str, method: &str, params: Value) -> Value {
        self.command(Some(page), method, params)
    }

    fn mouse(&self, page: &str, kind: &str, at: Point, button: &str) {
        let pressed = u32::from(kind == "mousePressed");
        let event = json!({ "type": kind, "x": at.x, "y": at.y, "button": button, "buttons": pressed,
            "clickCount": u32::from(button == "left") });
        self.page_command(page, "Input.dispatchMouseEvent", event);
    }

    fn key(&self, page: &str, kind: &str, key: &Key, modifiers: u32) {
        let mut event = json!({ "type": kind, "key": key.name, "code": key.code, "modifiers": modifiers,
            "windowsVirtualKeyCode": key.windows });
        if let (Some(entered), true) = (&key.text, kind == "keyDown") {
            event["text"] = json!(entered);
        } else if kind == "keyDown" {
            event["type"] = json!("rawKeyDown");
        }
        self.page_command(page, "Input.dispatchKeyEvent", event);
    }

    /// Takes in the events that have arrived, then gives what is known of `page`.
    fn observed<T>(&self, page: &str, read: impl Fn(&Observed) -> T) -> T {
        // The answer to a command comes after the events before it.
        self.page_command(page, "Runtime.evaluate", json!({ "expression": "0" }));
        read(&self.state.borrow().observed[page])
    }
}

impl State {
    fn note(&mut self, message: &Value) {
        let Some(session) = message["sessionId"].as_str() else {
            return;
        };
        let Some(page) = self.owner.get(session).cloned() else {
            return;
        };
        let params = &message["params"];
        let observed = self.observed.entry(page.clone()).or_default();
        match message["method"].as_str() {
            Some("Runtime.consoleAPICalled") => observed.console.push(console_line(params)),
            Some("Runtime.exceptionThrown") => {
                observed.console.push(format!(
                    "uncaught: {}",
                    exception_text(&params["exceptionDetails"])
                ));
            }
            // What a worker says arrives from the worker itself too.
            Some("Log.entryAdded") if params["entry"]["source"] != "worker" => {
                let entry = &params["entry"];
                observed.console.push(format!(
                    "{}: {}",
                    text(entry, "/level"),
                    text(entry, "/text")
                ));
            }
            Some("Network.requestWillBeSent") => {
                observed.note_request(text(params, "/request/url"))
            }
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => {
                observed.note_request(text(params, "/url"));
            }
            Some("Page.javascriptDialogOpening") => {
                observed
                    .console
                    .push(format!("dialog: {}", text(params, "/message")));
                let answer = json!({ "accept": true });
                self.connection
                    .send(Some(session), "Page.handleJavaScriptDialog", answer);
            }
            Some("Target.attachedToTarget") => {
                let worker = text(params, "/sessionId").to_owned();
                self.owner.insert(worker.clone(), page);
                self.watch_worker(&worker);
            }
            _ => {}
        }
    }

    /// A worker waits for us at its first line, so nothing it does is missed. The answers are not awaited: this
    /// runs while another command is.
    fn watch_worker(&mut self, worker: &str) {
        for (method, params) in watching() {
            self.connection.send(Some(worker), method, params);
        }
        self.connection
            .send(Some(worker), "Runtime.runIfWaitingForDebugger", json!({}));
    }
}

/// The commands that make a page or a worker tell what it does.
fn watching() -> [(&'static str, Value); 4] {
    let attach = json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true });
    [
        ("Runtime.enable", json!({})),
        ("Log.enable", json!({})),
        ("Network.enable", json!({})),
        ("Target.setAutoAttach", attach),
    ]
}

fn console_line(params: &Value) -> String {
    let shown = |argument: &Value| match (&argument["value"], &argument["description"]) {
        (Value::String(value), _) => value.clone(),
        (Value::Null, Value::String(description)) => description.clone(),
        (value, _) => value.to_string(),
    };
    let arguments = params["args"].as_array().into_iter().flatten();
    let line = arguments.map(shown).collect::<Vec<_>>().join(" ");
    format!("{}: {line}", text(params, "/type"))
}

fn exception_text(details: &Value) -> String {
    let described = details
        .pointer("/exception/description")
        .or_else(|| details.pointer("/exception/value"));
    match described {
        Some(Value::String(description)) => description.clone(),
        Some(value) => value.to_string(),
        None => text(details, "/text").to_owned(),
    }
}

impl Engine for Chromium {
    fn version(&self) -> String {
        self.version.clone()
    }

    fn open(&self, url: &str) -> String {
        let target = self.command(None, "Target.createTarget", json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = self.command(None, "Target.attachToTarget", attach);
        let page = text(&attached, "/sessionId").to_owned();
        {
            let mut state = self.state.borrow_mut();
            state.owner.insert(page.clone(), page.clone());
            state.observed.insert(page.clone(), Observed::default());
        }
        self.page_command(&page, "Page.enable", json!({}));
        for (method, params) in watching() {
            self.page_command(&page, method, params);
        }
        let navigated = self.page_command(&page, "Page.navigate", json!({ "url": url }));
        if let Some(error) = navigated["errorText"].as_str() {
            panic!("Chromium {} cannot open {url}: {error}", self.version);
        }
        let deadline = Instant::now() + COMMAND_LIMIT;
        while self.evaluate(&page, "document.readyState") != Ok(Some("complete".into())) {
            assert!(
                Instant::now() < deadline,
                "{url} did not load within {COMMAND_LIMIT:?}"
            );
            sleep(Duration::from_millis(10));
        }
        page
    }

    fn evaluate(&self, page: &str, expression: &str) -> Result<Option<String>, String> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call(Some(page), "Runtime.evaluate", params)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(exception_text(details)),
            None => Ok(answer
                .pointer("/result/value")
                .and_then(Value::as_str)
                .map(str::to_owned)),
        }
    }

    fn click(&self, page: &str, at: Point) {
        self.mouse(page, "mouseMoved", at, "none");
        self.mouse(page, "mousePressed", at, "left");
        self.mouse(page, "mouseReleased", at, "left");
    }

    fn set_touch(&self, page: &str, enabled: bool) {
        let screen = json!({ "enabled": enabled, "maxTouchPoints": 1 });
        self.page_command(page, "Emulation.setTouchEmulationEnabled", screen);
    }

    fn touch(&self, page: &str, at: Point) {
        let start = json!({ "type": "touchStart", "touchPoints": [{ "x": at.x, "y": at.y }] });
        self.page_command(page, "Input.dispatchTouchEvent", start);
        let end = json!({ "type": "touchEnd", "touchPoints": [] });
        self.page_command(page, "Input.dispatchTouchEvent", end);
    }

    fn press(&self, page: &str, stroke: &Stroke) {
        let bits = stroke.modifier_bits();
        for modifier in &stroke.modifiers {
            self.key(page, "keyDown", &modifier.key(), bits);
        }
        self.key(page, "keyDown", &stroke.key, bits);
        self.key(page, "keyUp", &stroke.key, bits);
        for modifier in stroke.modifiers.iter().rev() {
            self.key(page, "keyUp", &modifier.key(), 0);
        }
    }

    fn type_character(&self, page: &str, character: char) {
        if character.is_ascii() {
            let key = Key::of(character);
            self.key(page, "keyDown", &key, 0);
            self.key(page, "keyUp", &key, 0);
        } else {
            // As an input method does it: the text arrives without a key of its own.
            self.page_command(page, "Input.insertText", json!({ "text": character }));
        }
    }

    fn set_files(&self, page: &str, css: &str, files: &[PathBuf]) {
        let expression = format!("document.querySelector({})", json!(css));
        let element = self.page_command(
            page,
            "Runtime.evaluate",
            json!({ "expression": expression }),
        );
        let element = text(&element, "/result/objectId");
        self.page_command(
            page,
            "DOM.setFileInputFiles",
            json!({ "objectId": element, "files": files }),
        );
    }

    fn drop_files(&self, page: &str, at: Point, files: &[PathBuf]) {
        // It would drop nothing and say nothing.
        let too_old = self.version.starts_with("92.");
        assert!(
            !too_old,
            "drop_files is not for Chromium 92, whose drags from outside carry no files"
        );
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": files, "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": at.x, "y": at.y, "data": data });
            self.page_command(page, "Input.dispatchDragEvent", event);
        }
    }

    fn set_viewport(&self, page: &str, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.page_command(page, "Emulation.setDeviceMetricsOverride", metrics);
    }

    fn screenshot(&self, page: &str) -> String {
        self.page_command(page, "Page.bringToFront", json!({}));
        let picture = self.page_command(page, "Page.captureScreenshot", json!({ "format": "png" }));
        text(&picture, "/data").to_owned()
    }

    fn print_pdf(&self, page: &str) -> String {
        let options = json!({ "printBackground": true, "preferCSSPageSize": true });
        text(
            &self.page_command(page, "Page.printToPDF", options),
            "/data",
        )
        .to_owned()
    }

    fn emulate_media(&self, page: &str, media: &str) {
        self.page_command(
            page,
            "Emulation.setEmulatedMedia",
            json!({ "media": media }),
        );
    }

    fn console(&self, page: &str) -> Vec<String> {
        self.observed(page, |observed| observed.console.clone())
    }

    fn requests(&self, page: &str) -> Vec<String> {
        self.observed(page, |observed| observed.requests.clone())
    }

    fn wasm_memories(&self, page: &str, wanted: &str) -> (usize, usize) {
        self.memories(page, wanted)
    }
}
