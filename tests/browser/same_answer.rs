//! One engine: what the page exports, what `creditAtlas.analyze` promises and what the terminal writes are the same bytes.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use crate::readme;
use credit_atlas::pack::analyze::{Asked, command};
use serde_json::json;
use std::fs;

/// Puts a file input of the test's own on the page and keeps what is chosen in it, for programs to hand on.
const HOLD_FILES: &str =
    "void document.body.insertAdjacentHTML('beforeend', '<input id=held type=file multiple>')";
/// The call as a program writes it; the seven files in the order of the kinds.
const ASK: &str = "(options => { const f = [...document.getElementById('held').files];
  return creditAtlas.analyze({ loans: f.slice(0, 4), roster: [f[4]], villages: [f[5]], boundaries: [f[6]],
    asOf: '2019-11-30', ...options }); })";

fn native() -> Vec<u8> {
    let asked = Asked {
        files: readme::all_files(),
        as_of: None,
        as_json: true,
        settings: Default::default(),
    };
    command(&asked).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn chromium_and_the_terminal_give_the_same_bytes() {
    let atlas = Atlas::open(&Browser::chromium());
    gives_the_same_bytes(&atlas);
    keeps_its_promises_to_programs(&atlas);
}

#[test]
fn firefox_and_the_terminal_give_the_same_bytes() {
    let atlas = Atlas::open(&Browser::firefox());
    gives_the_same_bytes(&atlas);
    keeps_its_promises_to_programs(&atlas);
}

/// The page's own export and the answer to a program.
fn gives_the_same_bytes(atlas: &Atlas) {
    let native = String::from_utf8(native()).expect("JSON is UTF-8");
    atlas.choose_files(&readme::all_files());
    atlas.open_overview();
    atlas.press_button("导出全部结果（JSON）");
    let saved = fs::read_to_string(atlas.wait_download(".json", SOON)).expect("the result");
    assert_same(&saved, &native);
    atlas.value(HOLD_FILES);
    atlas.set_files("#held", &readme::all_files());
    let answer = atlas.value(&format!(
        "window.told = [], {ASK}({{ onProgress: p => told.push(p) }}).then(report => JSON.stringify(report))"
    ));
    assert_same(&format!("{}\n", answer.as_str().expect("a text")), &native);
    progress_grows(atlas);
}

/// Shows the first difference, not megabytes.
fn assert_same(one: &str, other: &str) {
    let different = one.lines().zip(other.lines()).position(|(a, b)| a != b);
    let at = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(60)..text.len().min(at + 60)])
            .into_owned()
    };
    assert!(
        one == other,
        "line {different:?}, byte {at}: «{}» and «{}»",
        around(one),
        around(other)
    );
}

/// The bytes told never fall, and end at the sum of the files.
fn progress_grows(atlas: &Atlas) {
    let told = atlas.value("told.map(p => p.bytes)");
    let told: Vec<u64> = serde_json::from_value(told).expect("numbers");
    let sizes = readme::all_files()
        .into_iter()
        .map(|file| fs::metadata(file).expect("a file").len());
    let all: u64 = sizes.sum();
    assert!(told.len() >= 7 && told.is_sorted(), "{told:?}");
    assert_eq!(
        atlas.value("told.every(p => p.total === told[0].total) && told[0].total"),
        json!(all)
    );
    assert!(told.iter().all(|&bytes| bytes <= all), "{told:?}");
    assert!(told.last() > told.first(), "{told:?}");
}

/// A signal stops it, and a mistake of the caller is named.
fn keeps_its_promises_to_programs(atlas: &Atlas) {
    let refused = |options: &str| {
        let refused = atlas.value(&format!(
            "{ASK}({options}).then(() => 'kept', e => e.name + ': ' + e.message)"
        ));
        refused.as_str().expect("a text").to_owned()
    };
    let stopped = refused(
        "(() => { const c = new AbortController(); setTimeout(() => c.abort(), 5); return { signal: c.signal }; })()",
    );
    assert_eq!(stopped, "AbortError: the reading was stopped");
    let stopped = refused(
        "(() => { const c = new AbortController(); c.abort(); return { signal: c.signal }; })()",
    );
    assert_eq!(stopped, "AbortError: the reading was stopped");
    let wrong = refused("{ asOf: '2019-02-30' }");
    assert_eq!(
        wrong,
        "TypeError: `asOf` must be a day such as \"2019-11-30\""
    );
    let wrong = refused("{ loans: ['x'] }");
    assert_eq!(wrong, "TypeError: `loans` must be an array of File objects");
    let wrong = refused("{ loans: [], roster: [], villages: [], boundaries: [] }");
    assert_eq!(wrong, "Error: no loan was read; there is nothing to report");
    assert_eq!(
        atlas.value("creditAtlas.schema.length > 0 && creditAtlas.version"),
        json!(env!("CARGO_PKG_VERSION"))
    );
    atlas.assert_quiet();
}
