//! Packages of npm that the tests need, each held to what it was when it was tried.

use super::setup;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A published package.
pub struct Package {
    /// Name and version, as npm writes them.
    pub name: &'static str,
    /// What it was when it was tried; another one under the same name is refused.
    pub integrity: &'static str,
}

impl Package {
    /// Fetches the package's archive into a directory that is empty.
    pub fn download(&self, directory: &Path) -> io::Result<PathBuf> {
        let mut npm = Command::new(setup::npm());
        npm.args(["pack", "--json", self.name])
            .current_dir(directory)
            .stdin(Stdio::null());
        let output = npm.output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(
                said.lines()
                    .next()
                    .unwrap_or("npm failed and said nothing")
                    .to_owned(),
            ));
        }
        let reported: Value = serde_json::from_slice(&output.stdout)?;
        let integrity = member(&reported, "integrity")?;
        if integrity != self.integrity {
            return Err(io::Error::other(format!(
                "its integrity is {integrity}, expected {}",
                self.integrity
            )));
        }
        // npm writes the scope into the file name differently from version to version.
        let archives = fs::read_dir(directory)?.flatten().map(|entry| entry.path());
        let archive = archives
            .into_iter()
            .find(|path| path.extension().is_some_and(|extension| extension == "tgz"));
        archive.ok_or_else(|| io::Error::other("npm left no archive"))
    }
}

/// A text of npm's report on the one package: the first of a list, or the only member of an object, by npm version.
fn member<'a>(reported: &'a Value, name: &str) -> io::Result<&'a str> {
    let package = match reported {
        Value::Array(packages) => packages.first(),
        Value::Object(packages) => packages.values().next(),
        _ => None,
    };
    let value = package.and_then(|package| package[name].as_str());
    value.ok_or_else(|| io::Error::other(format!("npm does not report its {name}: {reported}")))
}
