//! The standard library for wasm32, built once for each compiler with the features old browsers know, and kept.
//!
//! What rustup and others ship ready-made uses reference types and multi-value: Chromium before 96 refuses it.
//! It lies in a folder of our own that the compiler is pointed to, so nothing is written into the toolchain.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::places::{self, Places};
use super::toolchain::Toolchain;
use super::{SetupError, command, compile, page};

const PURPOSE: &str = "to build the standard library for wasm32";

/// The crate that is built only so that cargo builds the library for it.
const REASON_TO_BUILD: &str = "needs_std";

const MANIFEST: &str = r#"[package]
name = "needs_std"
version = "0.0.0"
edition = "2024"

[lib]
path = "lib.rs"

[profile.release]
panic = "abort"

[workspace]
"#;

/// The folder to give the compiler as `--sysroot`, built where it is not there yet.
///
/// # Errors
/// A [`SetupError`] if the build does not succeed or its results cannot be kept.
pub fn ready(places: &Places, toolchain: &Toolchain) -> Result<PathBuf, SetupError> {
    let kept = places.standard_libraries().join(name(toolchain));
    if kept.is_dir() {
        return Ok(kept);
    }
    eprintln!(
        "Building the standard library for wasm32 once, from the source that belongs to rustc {} (about a minute).",
        toolchain.release()
    );
    let workplace = places.standard_libraries().join("building");
    remove(&workplace)?;
    let libraries = build(&workplace, toolchain)?;
    let unfinished = workplace.join("sysroot");
    keep(&libraries, &unfinished)?;
    fs::rename(&unfinished, &kept).map_err(SetupError::file(&kept))?;
    remove(&workplace)?;
    Ok(kept)
}

/// One folder for each compiler and each set of features.
fn name(toolchain: &Toolchain) -> String {
    let mut inputs = toolchain.description().to_string();
    inputs.push_str(&compile::FLAGS.concat());
    inputs.push_str(MANIFEST);
    format!(
        "{}-{}",
        toolchain.release(),
        page::digest(&[inputs.as_bytes()])
    )
}

/// Builds in the folder given, and returns the libraries that came of it.
fn build(workplace: &Path, toolchain: &Toolchain) -> Result<Vec<PathBuf>, SetupError> {
    places::write_whole(&workplace.join("Cargo.toml"), MANIFEST.as_bytes())?;
    places::write_whole(&workplace.join("lib.rs"), b"")?;
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(workplace)
        .args(["build", "--release", "--target", compile::TARGET])
        .args(["-Z", "build-std=std,panic_abort"])
        .args(["--message-format", "json-render-diagnostics"])
        .env("CARGO_TARGET_DIR", workplace.join("target"))
        .env(
            "CARGO_ENCODED_RUSTFLAGS",
            compile::encoded(&compile::flags(toolchain, None)),
        )
        // build-std is not stable in cargo's sense; this is how the release compilers are allowed it.
        .env("RUSTC_BOOTSTRAP", "1");
    let messages = command::answer(&mut cargo, PURPOSE)?;
    Ok(messages.lines().flat_map(libraries_in).collect())
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// The libraries one line of cargo's messages tells of.
fn libraries_in(line: &str) -> Vec<PathBuf> {
    let Ok(message) = serde_json::from_str::<Message>(line) else {
        return Vec::new();
    };
    let mut filenames = message.filenames;
    filenames.retain(|path| {
        let is_library = path
            .extension()
            .is_some_and(|extension| extension == "rlib");
        is_library && !path.to_string_lossy().contains(REASON_TO_BUILD)
    });
    filenames
}

fn keep(libraries: &[PathBuf], sysroot: &Path) -> Result<(), SetupError> {
    let folder = sysroot
        .join("lib/rustlib")
        .join(compile::TARGET)
        .join("lib");
    fs::create_dir_all(&folder).map_err(SetupError::file(&folder))?;
    for library in libraries {
        if let Some(name) = library.file_name() {
            fs::copy(library, folder.join(name)).map_err(SetupError::file(library))?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), SetupError> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(SetupError::file(folder))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_libraries_are_kept_and_not_the_crate_that_needed_them() {
        let core = r#"{"reason":"compiler-artifact","filenames":["/t/libcore-1.rlib","/t/libcore-1.rmeta"]}"#;
        let ours = r#"{"reason":"compiler-artifact","filenames":["/t/libneeds_std-1.rlib"]}"#;
        assert_eq!(libraries_in(core), [PathBuf::from("/t/libcore-1.rlib")]);
        assert!(libraries_in(ours).is_empty());
        assert!(libraries_in(r#"{"reason":"build-finished"}"#).is_empty());
    }
}
