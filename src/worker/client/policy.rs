//! What the page asks of the worker about rules, once there is a report.

use super::{Engine, Failure, Reply, Request, unexpected};
use crate::report::PolicyReport;
use crate::report::policy::calendar::{Calendar, DuesOf};
use crate::report::what_if::{NoAnswer, Question, WhatIf};

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

    /// The repayment calendar of one group.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn calendar(&self, of: DuesOf) -> Result<Calendar, Failure> {
        match self.once(&Request::Calendar { of }).await? {
            (Reply::Calendar(calendar), _) => Ok(*calendar),
            _ => Err(unexpected()),
        }
    }

    /// What the figures would be, or why that cannot be asked.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn what_if(&self, question: Question) -> Result<Result<WhatIf, NoAnswer>, Failure> {
        match self.once(&Request::WhatIf { question }).await? {
            (Reply::WhatIf(answer), _) => Ok(Ok(*answer)),
            (Reply::NoAnswer { why }, _) => Ok(Err(why)),
            _ => Err(unexpected()),
        }
    }
}
