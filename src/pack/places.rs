//! Where things lie: this crate, its target directory, and the locks that keep two builds from treading on each other.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::SetupError;

/// The folders the packer works in, all absolute.
#[derive(Clone, Debug)]
pub struct Places {
    root: PathBuf,
    target: PathBuf,
}

/// A turn at something only one may do at a time; ends when dropped.
#[derive(Debug)]
pub struct Turn {
    _lock: File,
}

impl Places {
    /// The crate this program was built from, with cargo's target directory (`CARGO_TARGET_DIR`, else `target`).
    ///
    /// # Errors
    /// [`SetupError::File`] if the target directory cannot be made.
    pub fn of_this_crate() -> Result<Self, SetupError> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(given) => {
                std::path::absolute(&given).map_err(SetupError::file(Path::new(&given)))?
            }
            None => root.join("target"),
        };
        fs::create_dir_all(&target).map_err(SetupError::file(&target))?;
        Ok(Self { root, target })
    }

    /// The folder of `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The target directory of the page, apart from the native one because its compiler may be another.
    pub fn page_target(&self) -> PathBuf {
        self.target.join("page")
    }

    /// Everything about fuzzing: the targets as compiled, what they began with and what they found.
    pub fn fuzz(&self) -> PathBuf {
        self.target.join("fuzz")
    }

    /// The engines that run the exported SQL, and what they are given and answer.
    pub fn sql(&self) -> PathBuf {
        self.target.join("sql")
    }

    /// Where the compiled standard libraries are kept, one folder for each compiler.
    pub fn standard_libraries(&self) -> PathBuf {
        self.target.join("wasm-std")
    }

    /// The file that remembers which compiler was chosen.
    pub fn chosen_toolchain(&self) -> PathBuf {
        self.target.join("wasm-std").join("toolchain.json")
    }

    /// Waits until no other process or thread has the turn of that name, and takes it.
    ///
    /// # Errors
    /// [`SetupError::File`] if the lock file cannot be made or locked.
    pub fn wait_for_turn(&self, name: &str) -> Result<Turn, SetupError> {
        let path = self.target.join(format!("{name}.lock"));
        let lock = File::create(&path).map_err(SetupError::file(&path))?;
        lock.lock().map_err(SetupError::file(&path))?;
        Ok(Turn { _lock: lock })
    }
}

/// Writes a file so that a reader sees the old one or the whole new one.
///
/// # Errors
/// [`SetupError::File`] if the folder, the file beside it or the rename fails.
pub fn write_whole(path: &Path, contents: &[u8]) -> Result<(), SetupError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(SetupError::file(folder))?;
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(format!(".{}.new", std::process::id()));
    let unfinished = PathBuf::from(unfinished);
    fs::write(&unfinished, contents).map_err(SetupError::file(&unfinished))?;
    fs::rename(&unfinished, path).map_err(SetupError::file(path))
}
