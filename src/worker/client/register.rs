//! What the page asks of the worker about the register in groups and one loan explained, once there is a report.

use super::{Engine, Failure, Reply, Request, unexpected};
use crate::report::{Explained, RegisterGroups, RegisterQuery};

impl Engine {
    /// The register's loans that fit a query, in its groups.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn register_groups(&self, query: &RegisterQuery) -> Result<RegisterGroups, Failure> {
        let query = query.clone();
        match self.once(&Request::RegisterGroups { query }).await? {
            (Reply::RegisterGroups(groups), _) => Ok(*groups),
            _ => Err(unexpected()),
        }
    }

    /// One loan explained.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn explain(&self, row: u64) -> Result<Explained, Failure> {
        match self.once(&Request::Explain { row }).await? {
            (Reply::Explained(explained), _) => Ok(*explained),
            _ => Err(unexpected()),
        }
    }
}
