//! What the page asks of the worker about the register and its loans, once there is a report.

use super::{Engine, Failure, MadeFile, Reply, Request, unexpected};
use crate::report::{Explained, LoanDetail, RegisterGroups, RegisterPage, RegisterQuery};
use crate::text::Lang;

impl Engine {
    /// A window of the register.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn register(&self, query: &RegisterQuery) -> Result<RegisterPage, Failure> {
        match self
            .once(&Request::Register {
                query: query.clone(),
            })
            .await?
        {
            (Reply::Register(page), _) => Ok(page),
            _ => Err(unexpected()),
        }
    }

    /// One loan in full.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn loan(&self, row: u64) -> Result<LoanDetail, Failure> {
        match self.once(&Request::Loan { row }).await? {
            (Reply::Loan(loan), _) => Ok(*loan),
            _ => Err(unexpected()),
        }
    }

    /// The loans that fit a query, as CSV.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn register_csv(
        &self,
        query: &RegisterQuery,
        lang: Lang,
    ) -> Result<MadeFile, Failure> {
        self.file(&Request::RegisterCsv {
            query: query.clone(),
            lang,
        })
        .await
    }

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
