//! What the page asks of the worker about work lists.

use super::super::{Engine, Failure, MadeFile, Reply, Request, unexpected};
use crate::report::policy::{WorkPage, WorkQuery};
use crate::text::Lang;

impl Engine {
    /// A window of a work list.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn work_list(&self, query: &WorkQuery) -> Result<WorkPage, Failure> {
        let query = query.clone();
        match self.once(&Request::WorkList { query }).await? {
            (Reply::WorkList(page), _) => Ok(page),
            _ => Err(unexpected()),
        }
    }

    /// A work list as CSV to be filled in.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn work_list_csv(&self, query: &WorkQuery, lang: Lang) -> Result<MadeFile, Failure> {
        let query = query.clone();
        self.file(&Request::WorkListCsv { query, lang }).await
    }
}
