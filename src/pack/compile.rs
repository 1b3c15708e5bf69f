//! This crate compiled for the browser, and checked by clippy for it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::places::Places;
use super::toolchain::{self, Toolchain};
use super::{SetupError, command, standard_library};

/// The one target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Wasm as Chromium knew it by version 75. Without the last flag a build with link-time optimisation cannot use the library.
pub const FLAGS: [&str; 3] = [
    "-Ctarget-cpu=mvp",
    "-Ctarget-feature=+bulk-memory,+sign-ext,+nontrapping-fptoint,+mutable-globals",
    "-Cembed-bitcode=yes",
];

/// Compiles the page where its source has changed, and returns the file.
///
/// # Errors
/// A [`SetupError`] if a tool cannot be had or the crate does not compile.
pub fn page(places: &Places) -> Result<PathBuf, SetupError> {
    let toolchain = toolchain::choose(places)?;
    let library = standard_library::ready(places, &toolchain)?;
    let compiled = places
        .page_target()
        .join(TARGET)
        .join("page")
        .join("credit-atlas.wasm");
    if !compiled.exists() {
        eprintln!("Compiling the page; the first time this takes some minutes.");
    }
    let mut cargo = toolchain.cargo();
    cargo.args(["build", "--profile", "page", "--bin", "credit-atlas"]);
    for_the_page(&mut cargo, places, &toolchain, &library);
    command::run(&mut cargo, "to compile the page")?;
    Ok(compiled)
}

/// Runs clippy over the crate as the browser gets it, with warnings denied.
///
/// # Errors
/// A [`SetupError`] if a tool cannot be had or clippy has something to say.
pub fn lint(places: &Places) -> Result<(), SetupError> {
    let toolchain = toolchain::choose(places)?;
    toolchain.ensure_clippy()?;
    let library = standard_library::ready(places, &toolchain)?;
    let mut clippy = toolchain.clippy();
    clippy.args(["clippy", "--profile", "page", "--lib", "--bins"]);
    for_the_page(&mut clippy, places, &toolchain, &library);
    clippy.args(["--", "-D", "warnings"]);
    command::run(&mut clippy, "to check the page's code")
}

fn for_the_page(command: &mut Command, places: &Places, toolchain: &Toolchain, library: &Path) {
    command
        .current_dir(places.root())
        .args(["--target", TARGET])
        .env("CARGO_TARGET_DIR", places.page_target())
        .env(
            "CARGO_ENCODED_RUSTFLAGS",
            encoded(&flags(toolchain, Some(library))),
        );
}

/// The compiler's flags, the same for the library and the page. Folders of this machine are written short:
/// panic messages carry them, and the page should tell nothing of who built it, and be the same wherever it is built.
pub fn flags(toolchain: &Toolchain, library: Option<&Path>) -> Vec<OsString> {
    let mut flags: Vec<OsString> = FLAGS.iter().map(OsString::from).collect();
    flags.push(shortened(&toolchain.library_source(), "std"));
    if let Some(crates) = cargo_home() {
        flags.push(shortened(&crates.join("registry").join("src"), "crates"));
    }
    if let Some(library) = library {
        flags.push("--sysroot".into());
        flags.push(library.into());
        // Leptos then gives its views one type and not one each: a smaller page, sooner compiled.
        flags.push("--cfg=erase_components".into());
    }
    flags
}

/// Flags as cargo takes them where a path may hold a space.
pub fn encoded(flags: &[OsString]) -> OsString {
    flags.join("\u{1f}".as_ref())
}

fn shortened(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(name);
    flag
}

fn cargo_home() -> Option<PathBuf> {
    match env::var_os("CARGO_HOME") {
        Some(given) => Some(PathBuf::from(given)),
        None => Some(env::home_dir()?.join(".cargo")),
    }
}
