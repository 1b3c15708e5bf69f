//! What the page asks of the worker about rules, once there is a report.

use super::{Engine, Failure, Reply, Request, unexpected};
use crate::report::PolicyReport;

impl Engine {
    /// What the rules say of the report's day, under its settings.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn policy(&self) -> Result<PolicyReport, Failure> {
        match self.once(&Request::Policy).await? {
            (Reply::Policy(policy), _) => Ok(*policy),
            _ => Err(unexpected()),
        }
    }
}
