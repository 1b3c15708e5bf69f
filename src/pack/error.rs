//! What can keep the page from being built: each a sentence that says what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A reason why the page, or a tool it needs, could not be had.
#[derive(Debug)]
pub enum SetupError {
    /// Something is not there and may not be installed from here (not root, not Debian).
    Missing {
        what: String,
        purpose: String,
        command: String,
    },
    /// A program that was started did not succeed. `detail` is its status and, where caught, its last words.
    CommandFailed {
        command: String,
        purpose: String,
        detail: String,
    },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// wasm-bindgen could not read the compiled crate.
    Bindgen(String),
    /// The page template lacks a place that has to be filled.
    Template { placeholder: &'static str },
    /// The compiled page uses what old browsers do not know.
    Unfit(Vec<String>),
}

impl SetupError {
    /// For `map_err` on file operations.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<'_> {
        move |source| Self::File {
            path: path.to_path_buf(),
            source,
        }
    }
}

impl fmt::Display for SetupError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing {
                what,
                purpose,
                command,
            } => write!(
                formatter,
                "{what} is needed {purpose}, and cannot be installed from here. Run `{command}`, then start again."
            ),
            Self::CommandFailed {
                command,
                purpose,
                detail,
            } => write!(
                formatter,
                "`{command}`, needed {purpose}, did not succeed: {detail}."
            ),
            Self::File { path, source } => write!(formatter, "{}: {source}.", path.display()),
            Self::Bindgen(detail) => write!(
                formatter,
                "wasm-bindgen could not make the page's glue: {detail}."
            ),
            Self::Template { placeholder } => write!(
                formatter,
                "index.html must contain {placeholder} exactly once."
            ),
            Self::Unfit(flaws) => write!(
                formatter,
                "The compiled page would not run in old browsers: {}.",
                flaws.join("; ")
            ),
        }
    }
}

impl std::error::Error for SetupError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } => Some(source),
            _ => None,
        }
    }
}
