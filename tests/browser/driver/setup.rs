//! Sees to it that the browsers are on the machine. What cannot be installed is a failed test with one sentence that
//! names the command, never a skipped one.

use credit_atlas::pack::install::debian;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// One installation at a time, and one look at what is there.
static INSTALLING: Mutex<()> = Mutex::new(());

/// Debian's Chromium and a Chinese font; gives the program.
pub fn chromium() -> PathBuf {
    chinese_font();
    required("chromium", "chromium", "to test the page in Chromium")
}

/// Debian's Firefox ESR and a Chinese font; gives the program.
pub fn firefox() -> PathBuf {
    chinese_font();
    required("firefox-esr", "firefox-esr", "to test the page in Firefox")
}

/// Fetches the old Chromium builds.
pub fn npm() -> PathBuf {
    required("npm", "npm", "to fetch the old Chromium builds")
}

/// The program, installed from the package if it is not there.
fn required(program: &str, package: &str, purpose: &str) -> PathBuf {
    let _one_at_a_time = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = find(program) {
        return path;
    }
    debian(&[package], purpose).unwrap_or_else(|error| panic!("{error}"));
    find(program).unwrap_or_else(|| {
        panic!("the package {package} is installed, but there is no program {program}")
    })
}

/// Chinese text must be drawn, not shown as boxes.
fn chinese_font() {
    let _one_at_a_time = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let listed = Command::new("fc-list")
        .args([":lang=zh-cn", "family"])
        .output();
    if !listed.is_ok_and(|output| !output.stdout.is_empty()) {
        let purpose = "to draw Chinese text in the browsers under test";
        debian(&["fonts-noto-cjk"], purpose).unwrap_or_else(|error| panic!("{error}"));
    }
}

fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|directory| directory.join(program))
        .find(|candidate| candidate.is_file())
}
