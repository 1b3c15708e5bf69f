//! The page's end of the line: one engine is one worker with the rows it has read.

use crate::platform::file::ChosenFile;
use crate::report::{
    Date, FileKind, LoanDetail, MapShapes, Reading, RegisterPage, RegisterQuery, Report, Settings,
};

use super::protocol::{Failure, Progress};

/// A worker and the rows it owns. Dropping the last clone ends it.
#[derive(Clone)]
pub struct Engine {}

/// A file the worker made, to be saved.
#[derive(Clone, Debug)]
pub struct MadeFile {
    /// The name to save it under.
    pub name: String,
    /// Its bytes, in the browser's memory.
    pub bytes: js_sys::Uint8Array,
}

impl Engine {
    /// Starts a worker. It is ready for requests at once; they wait until it has started.
    pub fn start() -> Result<Engine, Failure> {
        todo!()
    }

    /// Reads files; `expected` says of each what its giver holds it for, if anything.
    pub async fn read(
        &self,
        _files: &[ChosenFile],
        _expected: &[Option<FileKind>],
        _on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Reading, Failure> {
        todo!()
    }

    /// Makes the sample county's files and reads them.
    pub async fn read_sample(
        &self,
        _on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Reading, Failure> {
        todo!()
    }

    /// Works out the report for a day.
    pub async fn report(&self, _as_of: Date, _settings: &Settings) -> Result<Report, Failure> {
        todo!()
    }

    /// The shapes of the map.
    pub async fn map_shapes(&self) -> Result<MapShapes, Failure> {
        todo!()
    }

    /// A window of the register.
    pub async fn register(&self, _query: &RegisterQuery) -> Result<RegisterPage, Failure> {
        todo!()
    }

    /// One loan in full.
    pub async fn loan(&self, _row: u64) -> Result<LoanDetail, Failure> {
        todo!()
    }

    /// The loans that fit a query, as CSV.
    pub async fn register_csv(&self, _query: &RegisterQuery) -> Result<MadeFile, Failure> {
        todo!()
    }

    /// All findings, as CSV.
    pub async fn findings_csv(&self) -> Result<MadeFile, Failure> {
        todo!()
    }

    /// Ends the worker at once; what it was asked for fails with [`Failure::Stopped`].
    pub fn stop(&self) {
        todo!()
    }
}
