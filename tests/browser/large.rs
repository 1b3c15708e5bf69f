//! A large county: the page can be used while it is read, and reading stops at once.

use crate::atlas::{Atlas, SOON};
use crate::driver::Browser;
use credit_atlas::pack::sample;
use serde_json::Value;
use std::path::PathBuf;
use tempfile::TempDir;

const LOANS: u64 = 300_000;

/// Notes every task of the page's own that holds it up for 50 ms or longer: when, and for how long.
const WATCH_TASKS: &str = "void (window.long = [], new PerformanceObserver(list =>
  long.push(...list.getEntries().map(e => [Math.round(e.startTime), Math.round(e.duration)]))).observe({ type: 'longtask' }))";

/// Presses 停止 as soon as bytes are told, and notes whether the next frame is free of the reading.
const STOP_WHEN_READING: &str =
    "void (window.stopped = null, window.watch = new MutationObserver(() => {
  const progress = document.querySelector('.reading-now progress');
  if (!progress || !(progress.value > 0)) return;
  watch.disconnect();
  const share = progress.value / progress.max, pressed = performance.now();
  document.querySelector('.reading-now button').click();
  requestAnimationFrame(() => window.stopped = { share, milliseconds: performance.now() - pressed,
    gone: document.querySelector('.reading-now') === null });
}), watch.observe(document.body, { subtree: true, childList: true, attributes: true }))";

#[test]
fn a_large_reading_leaves_the_page_free_and_stops_at_once() {
    let folder = TempDir::new().expect("a temporary directory");
    let files = later_month(&folder);
    let atlas = Atlas::open(&Browser::chromium());
    atlas.use_sample();
    atlas.value(STOP_WHEN_READING);
    atlas.set_files("input[type=file]", &files);
    atlas.wait_until("window.stopped !== null", SOON);
    let stopped = atlas.value("window.stopped");
    assert_eq!(stopped["gone"], true, "{stopped}");
    assert!(
        stopped["share"].as_f64().is_some_and(|share| share < 1.0),
        "{stopped}"
    );
    assert!(
        atlas
            .text(".failed")
            .contains("已停止读取，原有结果没有改变。")
    );
    atlas.open_room("overview");
    atlas.wait_for(".headline");
    assert_eq!(atlas.headlines()["有余额笔数"].0, "7,195");
    atlas.open_room("data");
    atlas.value(WATCH_TASKS);
    atlas.press_button("重新读取");
    atlas.wait_until_read();
    let long = atlas.value("new Promise(next => setTimeout(() => next(long.splice(0)), 100))");
    atlas.open_overview();
    let opening = atlas.value("long");
    println!(
        "stopped: {stopped}; tasks of 50 ms or longer while {LOANS} loans were read: {long}, while 总览 was opened: {opening}"
    );
    // The promise is 50 ms on a machine that does nothing else; here other browsers are being tested beside this one.
    let durations = long.as_array().expect("a list").iter().map(|task| &task[1]);
    let longest = durations.filter_map(Value::as_u64).max();
    assert!(longest.is_none_or(|longest| longest < 150), "{long}");
    atlas.assert_quiet();
}

/// Loan files and roster.
fn later_month(folder: &TempDir) -> Vec<PathBuf> {
    let written = sample::command(LOANS, folder.path(), 1).expect("a large county");
    let is_wanted = |path: &PathBuf| {
        let path = path.to_string_lossy();
        path.contains("2019-11-30") || path.ends_with("roster.csv")
    };
    written.into_iter().filter(is_wanted).collect()
}
