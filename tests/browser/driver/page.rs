//! One tab, and what a person does in it.

use super::Running;
use super::engine::Point;
use super::keys::Stroke;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// How long an element may take to appear, to come to rest and to be uncovered before it is clicked.
const REACH_LIMIT: Duration = Duration::from_secs(5);
const LOAD_LIMIT: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(50);

/// Scrolls the element into view and finds a point on it that a person could hit: the centre, or, for a shape that
/// does not fill its box (a township on a map), the first hit on a grid. Gives `{x, y}` or `{reason}`.
const FIND_POINT: &str = r"(async css => {
  const element = document.querySelector(css);
  if (!element) return { reason: 'is not in the page' };
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const boxed = () => element.getClientRects()[0] || new DOMRect();
  const before = boxed();
  await new Promise(next => { requestAnimationFrame(next); setTimeout(next, 100); });
  const box = boxed();
  if (!box.width || !box.height) return { reason: 'has no size' };
  if (box.x !== before.x || box.y !== before.y) return { reason: 'does not come to rest' };
  if (element.disabled) return { reason: 'is disabled' };
  let over = null;
  const shares = element instanceof SVGElement ? [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] : [0.5];
  for (const down of shares) for (const along of shares) {
    const x = box.x + box.width * along, y = box.y + box.height * down;
    const hit = document.elementFromPoint(x, y);
    const label = hit && hit.closest('label');
    if (hit && (element.contains(hit) || (label && label.control === element))) return { x, y };
    over = over || hit;
  }
  return { reason: over ? 'is covered by ' + over.cloneNode(false).outerHTML : 'is outside the viewport' };
})";

/// A file in the download directory. The time is part of it because Chromium overwrites a file of the same name.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Download {
    path: PathBuf,
    bytes: u64,
    modified: SystemTime,
}

/// One tab. Its browser lives at least as long as it does.
pub struct Page {
    running: Rc<Running>,
    id: String,
    /// Downloads already given out, so that the same name can be waited for again.
    taken: RefCell<HashSet<Download>>,
}

impl Page {
    pub(super) fn new(running: Rc<Running>, id: String) -> Page {
        Page {
            running,
            id,
            taken: RefCell::default(),
        }
    }

    /// The value of a JavaScript expression, awaited, as `JSON.stringify` writes it (`undefined` is null). What the
    /// expression throws, or rejects with, is the error.
    pub fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let expression = expression.trim().trim_end_matches(';');
        // The line break ends a comment the expression may end with.
        let wrapped = format!("(async () => JSON.stringify(await ({expression}\n)))()");
        let written = self.running.engine.evaluate(&self.id, &wrapped)?;
        Ok(written.map_or(Value::Null, |json| {
            serde_json::from_str(&json).expect("JSON.stringify writes JSON")
        }))
    }

    /// Waits until a JavaScript expression is true.
    pub fn wait_until(&self, expression: &str, limit: Duration) {
        let deadline = Instant::now() + limit;
        loop {
            let value = self.evaluate(expression);
            if value == Ok(Value::Bool(true)) {
                return;
            }
            if Instant::now() > deadline {
                let console = self.console().join("\n");
                panic!(
                    "not true within {limit:?}: {expression}\nlast value: {value:?}\nconsole:\n{console}"
                );
            }
            sleep(POLL);
        }
    }

    /// Clicks the element that the selector finds first, where a person would: the element is scrolled into view and
    /// must be at rest, of some size, enabled and not covered by another.
    pub fn click(&self, css: &str) {
        self.running.engine.click(&self.id, self.point_on(css));
    }

    /// Gives the machine a touch screen or takes it away; pages ask for one while they load. Chromium only.
    pub fn set_touch(&self, enabled: bool) {
        self.running.engine.set_touch(&self.id, enabled);
    }

    /// Touches the element as a finger does. Chromium only.
    pub fn touch(&self, css: &str) {
        self.set_touch(true);
        self.running.engine.touch(&self.id, self.point_on(css));
    }

    /// Presses a key named as `KeyboardEvent.key` names it, with modifiers before it: `Enter`, `Shift+Tab`,
    /// `Control+a`.
    pub fn press(&self, key: &str) {
        self.running.engine.press(&self.id, &Stroke::parse(key));
    }

    /// Clicks a field and types over what stands in it.
    pub fn type_text(&self, css: &str, text: &str) {
        self.click(css);
        self.press("Control+a");
        for character in text.chars() {
            self.running.engine.type_character(&self.id, character);
        }
    }

    /// Chooses, with the arrow keys, the option of a `<select>` that shows `label`.
    pub fn choose(&self, css: &str, label: &str) {
        self.require(css);
        let options = format!(
            "(select => {{ select.focus(); const open = [...select.options].filter(option => !option.disabled);
              return [open.findIndex(option => option.selected), open.findIndex(option => option.label === {label})];
            }})(document.querySelector({css}))",
            css = json!(css),
            label = json!(label)
        );
        let look = || {
            let found = self
                .evaluate(&options)
                .unwrap_or_else(|error| panic!("{css} is no list: {error}"));
            (found[0].as_i64(), found[1].as_i64())
        };
        let (Some(now), Some(wanted @ 0..)) = look() else {
            panic!("{css} does not offer {label}")
        };
        let key = if wanted < now { "ArrowUp" } else { "ArrowDown" };
        for _ in 0..wanted.abs_diff(now) {
            self.press(key);
        }
        assert_eq!(
            look(),
            (Some(wanted), Some(wanted)),
            "{css} does not take {label}"
        );
    }

    /// Loads the page again and waits until it has loaded.
    pub fn reload(&self) {
        self.evaluate("void setTimeout(() => location.reload(), 0, window.beforeReload = true)")
            .expect("a page");
        let loaded = "window.beforeReload === undefined && document.readyState === 'complete'";
        self.wait_until(loaded, LOAD_LIMIT);
    }

    /// Chooses files in a file input, as the file dialog would.
    pub fn set_files(&self, css: &str, files: &[PathBuf]) {
        self.require(css);
        self.running
            .engine
            .set_files(&self.id, css, &absolute(files));
    }

    /// Drags files from outside over the element and drops them. Chromium 109 and today's only.
    pub fn drop_files(&self, css: &str, files: &[PathBuf]) {
        self.running
            .engine
            .drop_files(&self.id, self.point_on(css), &absolute(files));
    }

    /// Sets the viewport, in CSS pixels of one device pixel, and waits until the page has been laid out in it.
    pub fn set_viewport(&self, width: u32, height: u32) {
        self.running.engine.set_viewport(&self.id, width, height);
        self.wait_until(
            &format!("innerWidth === {width} && innerHeight === {height}"),
            REACH_LIMIT,
        );
        let painted = "new Promise(next => { requestAnimationFrame(() => requestAnimationFrame(() => next(true)));
            setTimeout(() => next(false), 500); })";
        self.evaluate(painted).expect("waiting for a frame");
    }

    /// Sets the viewport and writes what it shows to `path` as PNG.
    pub fn screenshot(&self, path: &Path, width: u32, height: u32) {
        self.set_viewport(width, height);
        write_base64(path, &self.running.engine.screenshot(&self.id));
    }

    /// Prints the page to `path` as PDF.
    pub fn print_pdf(&self, path: &Path) {
        write_base64(path, &self.running.engine.print_pdf(&self.id));
    }

    /// Shows the page as `print` or `screen`; the empty word gives the choice back. Chromium only.
    pub fn emulate_media(&self, media: &str) {
        self.running.engine.emulate_media(&self.id, media);
    }

    /// Where the browser puts downloads; one directory for all pages of a browser, gone with it.
    pub fn downloads_dir(&self) -> &Path {
        self.running.downloads.path()
    }

    /// Waits for a finished download whose file name contains `name_part`. Each file is given out once, so a second
    /// call waits for a second download.
    pub fn wait_download(&self, name_part: &str, limit: Duration) -> PathBuf {
        let deadline = Instant::now() + limit;
        let mut earlier = self.fresh_downloads(name_part);
        loop {
            sleep(POLL);
            let later = self.fresh_downloads(name_part);
            // Browsers put an empty file in its place first; what no longer changes is finished.
            if let Some(finished) = later
                .iter()
                .find(|download| download.bytes > 0 && earlier.contains(download))
            {
                self.taken.borrow_mut().insert(finished.clone());
                return finished.path.clone();
            }
            if Instant::now() > deadline {
                let there = self.download_names().join(", ");
                panic!("no download named {name_part} within {limit:?}; there are: [{there}]");
            }
            earlier = later;
        }
    }

    /// What the page and its workers wrote to the console, `level: text`; the errors nobody caught,
    /// `uncaught: text`; and the dialogs, `dialog: text`, which are accepted. What a content security policy refused
    /// is an `error` in Chromium and `uncaught` in Firefox.
    pub fn console(&self) -> Vec<String> {
        self.running.engine.console(&self.id)
    }

    /// The lines of the console that tell of an error.
    pub fn errors(&self) -> Vec<String> {
        let bad = |line: &String| line.starts_with("error: ") || line.starts_with("uncaught: ");
        self.console().into_iter().filter(bad).collect()
    }

    /// Every address the page and its workers asked for, by any means, answered or not, except `file:`, `blob:`,
    /// `data:` and `about:`. What a content security policy refuses does not get so far, but for images in Chromium;
    /// it stands in the console. Firefox writes `ws:` as `http:`.
    pub fn requests(&self) -> Vec<String> {
        self.running.engine.requests(&self.id)
    }

    /// How many wasm memories the page and its workers have, and how many of them hold the text.
    pub fn wasm_memories(&self, wanted: &str) -> (usize, usize) {
        self.running.engine.wasm_memories(&self.id, wanted)
    }

    fn point_on(&self, css: &str) -> Point {
        let deadline = Instant::now() + REACH_LIMIT;
        loop {
            let found = self
                .evaluate(&format!("{FIND_POINT}({})", json!(css)))
                .unwrap_or_else(|error| panic!("{css} cannot be looked for: {error}"));
            if let (Some(x), Some(y)) = (found["x"].as_f64(), found["y"].as_f64()) {
                return Point { x, y };
            }
            assert!(
                Instant::now() < deadline,
                "{css} cannot be reached: it {}",
                found["reason"]
            );
            sleep(POLL);
        }
    }

    fn require(&self, css: &str) {
        self.wait_until(
            &format!("document.querySelector({}) !== null", json!(css)),
            REACH_LIMIT,
        );
    }

    fn download_names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.downloads_dir()).expect("the download directory");
        entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    }

    /// Downloads of that name which were not given out yet; none while any download is still being written.
    fn fresh_downloads(&self, name_part: &str) -> Vec<Download> {
        let names = self.download_names();
        let partial = |name: &String| {
            [".crdownload", ".part", ".tmp"]
                .iter()
                .any(|end| name.ends_with(end))
        };
        if names.iter().any(partial) {
            return Vec::new();
        }
        let wanted = names
            .iter()
            .filter(|name| name.contains(name_part) && !name.starts_with('.'));
        // A file may be renamed between listing and asking; the next look will see it.
        let downloads = wanted.filter_map(|name| Download::at(self.downloads_dir().join(name)));
        downloads
            .filter(|download| !self.taken.borrow().contains(download))
            .collect()
    }
}

impl Download {
    fn at(path: PathBuf) -> Option<Download> {
        let metadata = fs::metadata(&path).ok()?;
        Some(Download {
            path,
            bytes: metadata.len(),
            modified: metadata.modified().ok()?,
        })
    }
}

fn absolute(files: &[PathBuf]) -> Vec<PathBuf> {
    let whole = |file: &PathBuf| {
        file.canonicalize()
            .unwrap_or_else(|error| panic!("{} cannot be chosen: {error}", file.display()))
    };
    files.iter().map(whole).collect()
}

fn write_base64(path: &Path, base64: &str) {
    let bytes = STANDARD.decode(base64).expect("browsers send base64");
    fs::write(path, bytes)
        .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
}
