//! Which compiler builds the page: one with the source of the standard library and a linker for wasm32.
//!
//! The compiler that built this program is taken if it has both or rustup can give them, else Debian's packages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::places::{self, Places};
use super::{SetupError, command, install};

const PURPOSE: &str = "to build the page for wasm32";

/// Long enough for three megabytes; a machine that rustup cannot serve often lets it hang rather than fail.
const RUSTUP_LIMIT: Duration = Duration::from_secs(20);

/// A compiler that can build for wasm32 once its standard library is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toolchain {
    /// The folder of `cargo` and `rustc`.
    programs: PathBuf,
    /// The folder above `lib/rustlib`.
    sysroot: PathBuf,
    linker: PathBuf,
    /// All of `rustc -vV`: another compiler in the same place is another toolchain.
    description: String,
}

impl Toolchain {
    /// Cargo with this compiler and linker, for wasm32, untouched by the cargo that may have started us.
    pub fn cargo(&self) -> Command {
        self.cleaned(self.programs.join("cargo"))
    }

    /// Clippy of this compiler, to be given the words that would follow `cargo`.
    pub fn clippy(&self) -> Command {
        self.cleaned(self.programs.join("cargo-clippy"))
    }

    /// The source of the standard library.
    pub fn library_source(&self) -> PathBuf {
        library_source(&self.sysroot)
    }

    /// All of `rustc -vV`.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The compiler's version, such as `1.96.0`.
    pub fn release(&self) -> &str {
        fact(&self.description, "release").unwrap_or("unknown")
    }

    /// Makes clippy available to this compiler.
    ///
    /// # Errors
    /// A [`SetupError`] if it is missing and cannot be installed.
    pub fn ensure_clippy(&self) -> Result<(), SetupError> {
        let purpose = "to check the page's code";
        if self.programs.join("cargo-clippy").is_file() {
            return Ok(());
        }
        if self.sysroot == Path::new("/usr") {
            return install::debian(&[DebianPackages::suited().clippy], purpose);
        }
        if rustup_adds("clippy", &self.sysroot) {
            return Ok(());
        }
        Err(SetupError::Missing {
            what: "clippy".to_string(),
            purpose: purpose.to_string(),
            command: "rustup component add clippy".to_string(),
        })
    }

    /// Variables that cargo, rustup or the person set for the native build would change the wasm one.
    fn cleaned(&self, program: PathBuf) -> Command {
        let mut command = Command::new(program);
        for (name, _) in env::vars_os() {
            let Some(text) = name.to_str() else { continue };
            let of_the_native_build = text.starts_with("CARGO_PKG_")
                || text.starts_with("CARGO_PROFILE_")
                || text.starts_with("CARGO_BUILD_RUST")
                || text.starts_with("CARGO_MANIFEST_")
                || text.starts_with("RUSTUP_")
                || matches!(
                    text,
                    "CARGO"
                        | "CARGO_BUILD_TARGET"
                        | "RUSTFLAGS"
                        | "RUSTC_WRAPPER"
                        | "RUSTC_WORKSPACE_WRAPPER"
                        | "LD_LIBRARY_PATH"
                );
            if of_the_native_build {
                command.env_remove(&name);
            }
        }
        command
            .env("CARGO", self.programs.join("cargo"))
            .env("RUSTC", self.programs.join("rustc"))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &self.linker);
        command
    }

    /// The toolchain with `rustc` in that folder, if the library's source and a linker are there too.
    fn complete_in(programs: &Path) -> Option<Self> {
        let description = describe(programs)?;
        let sysroot = sysroot_of(programs)?;
        let linker = linker(&sysroot, &description)?;
        if !programs.join("cargo").is_file()
            || !library_source(&sysroot).join("Cargo.lock").is_file()
        {
            return None;
        }
        Some(Self {
            programs: programs.to_path_buf(),
            sysroot,
            linker,
            description,
        })
    }

    fn is_still_there(&self) -> bool {
        describe(&self.programs).as_ref() == Some(&self.description)
            && self.linker.is_file()
            && self.library_source().join("Cargo.lock").is_file()
    }
}

/// The toolchain chosen before, if it is still there; else chooses, installs what is missing, and remembers.
///
/// # Errors
/// A [`SetupError`] if no suitable compiler is there and none can be installed.
pub fn choose(places: &Places) -> Result<Toolchain, SetupError> {
    if let Some(remembered) = remembered(places) {
        return Ok(remembered);
    }
    let chosen = match active() {
        Some(toolchain) => toolchain,
        None => from_debian()?,
    };
    let stamp = serde_json::to_vec_pretty(&chosen).map_err(|error| SetupError::File {
        path: places.chosen_toolchain(),
        source: error.into(),
    })?;
    places::write_whole(&places.chosen_toolchain(), &stamp)?;
    Ok(chosen)
}

fn remembered(places: &Places) -> Option<Toolchain> {
    let stamp = fs::read(places.chosen_toolchain()).ok()?;
    let toolchain: Toolchain = serde_json::from_slice(&stamp).ok()?;
    toolchain.is_still_there().then_some(toolchain)
}

/// The toolchain that built this program, completed by rustup where it can be.
fn active() -> Option<Toolchain> {
    let programs = active_programs()?;
    if let Some(complete) = Toolchain::complete_in(&programs) {
        return Some(complete);
    }
    let sysroot = sysroot_of(&programs)?;
    eprintln!("Asking rustup for rust-src, the source of the standard library, {PURPOSE}.");
    if rustup_adds("rust-src", &sysroot) {
        return Toolchain::complete_in(&programs);
    }
    eprintln!("rustup is not there or cannot fetch it; looking for Debian's packages instead.");
    None
}

/// The folder of the real `cargo` and `rustc`, behind rustup's stand-ins.
fn active_programs() -> Option<PathBuf> {
    if let Some(cargo) = env::var_os("CARGO") {
        let programs = Path::new(&cargo).parent()?.to_path_buf();
        if programs.join("rustc").is_file() && !programs.join("rustup").is_file() {
            return Some(programs);
        }
    }
    let sysroot = ask(&mut Command::new("rustc"), &["--print", "sysroot"])?;
    Some(Path::new(sysroot.trim()).join("bin"))
}

fn from_debian() -> Result<Toolchain, SetupError> {
    if !install::is_debian() {
        return Err(no_toolchain());
    }
    let programs = Path::new("/usr/bin");
    let packages = DebianPackages::suited();
    install::debian(
        &[packages.compiler, packages.cargo, packages.source],
        PURPOSE,
    )?;
    let llvm = describe(programs)
        .as_deref()
        .and_then(llvm_major)
        .map(|major| format!("lld-{major}"));
    if let Some(lld) = &llvm {
        install::debian(&[lld], PURPOSE)?;
    }
    Toolchain::complete_in(programs).ok_or_else(no_toolchain)
}

fn no_toolchain() -> SetupError {
    SetupError::Missing {
        what: "A Rust compiler with rust-src and rust-lld".to_string(),
        purpose: PURPOSE.to_string(),
        command: "rustup component add rust-src".to_string(),
    }
}

/// What Debian calls the parts of a Rust toolchain: stable releases carry a current one beside the old one.
struct DebianPackages {
    compiler: &'static str,
    cargo: &'static str,
    source: &'static str,
    clippy: &'static str,
}

impl DebianPackages {
    /// The plain ones if their compiler built this program, for then it is new enough; else the current ones.
    fn suited() -> Self {
        let plain_built_this = install::is_installed("rustc")
            && active_programs().as_deref() == Some(Path::new("/usr/bin"));
        if plain_built_this {
            return Self {
                compiler: "rustc",
                cargo: "cargo",
                source: "rust-src",
                clippy: "rust-clippy",
            };
        }
        Self {
            compiler: "rustc-web",
            cargo: "cargo-web",
            source: "rust-web-src",
            clippy: "rust-web-clippy",
        }
    }
}

/// Whether rustup added the component to the toolchain that lies there.
fn rustup_adds(component: &str, sysroot: &Path) -> bool {
    let (Some(name), true) = (sysroot.file_name(), is_rustups(sysroot)) else {
        return false;
    };
    let mut rustup = Command::new("rustup");
    rustup
        .args(["component", "add", component, "--toolchain"])
        .arg(name);
    command::succeeds_within(&mut rustup, RUSTUP_LIMIT)
}

fn is_rustups(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib/multirust-config.toml").is_file()
}

/// rustup ships a linker with the compiler, Debian a package of the same LLVM.
fn linker(sysroot: &Path, description: &str) -> Option<PathBuf> {
    let host = fact(description, "host")?;
    let shipped = sysroot
        .join("lib/rustlib")
        .join(host)
        .join("bin")
        .join("rust-lld");
    let packaged = PathBuf::from(format!("/usr/bin/wasm-ld-{}", llvm_major(description)?));
    [shipped, packaged].into_iter().find(|path| path.is_file())
}

fn library_source(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib/src/rust/library")
}

fn sysroot_of(programs: &Path) -> Option<PathBuf> {
    let sysroot = ask(
        &mut Command::new(programs.join("rustc")),
        &["--print", "sysroot"],
    )?;
    Some(PathBuf::from(sysroot.trim()))
}

fn describe(programs: &Path) -> Option<String> {
    ask(&mut Command::new(programs.join("rustc")), &["-vV"])
}

fn ask(program: &mut Command, words: &[&str]) -> Option<String> {
    let output = program.args(words).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}

/// The value of one line of `rustc -vV`.
fn fact<'a>(description: &'a str, name: &str) -> Option<&'a str> {
    description
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

fn llvm_major(description: &str) -> Option<&str> {
    fact(description, "LLVM version")?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIANS: &str = "rustc 1.96.0 (ac68faa20 2026-05-25)\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\nrelease: 1.96.0\nLLVM version: 22.1.8\n";

    #[test]
    fn the_linker_is_of_the_compilers_llvm() {
        assert_eq!(llvm_major(DEBIANS), Some("22"));
    }

    #[test]
    fn a_fact_is_found_by_its_whole_name() {
        assert_eq!(fact(DEBIANS, "release"), Some("1.96.0"));
        assert_eq!(fact(DEBIANS, "rel"), None);
    }
}
