//! What the page asks of the worker about rules, once there is a report.

mod work;

use super::{Answer, Engine, Failure, Kind, MadeFile, Reply, Request, message, reply, unexpected};
use crate::report::PolicyReport;
use crate::report::policy::calendar::{Calendar, DuesOf};
use crate::report::policy::check_rows::CheckPage;
use crate::report::policy::money_list::{MoneyListQuery, MoneyPage};
use crate::report::what_if::{NoAnswer, Question, WhatIf};
use crate::text::Lang;
use futures_util::StreamExt;

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

    /// What the rules say, as the worker's text.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub(in crate::worker) async fn policy_text(&self) -> Result<String, Failure> {
        let message = message(self.ask(&Request::Policy, &[])?.next().await)?;
        match serde_json::from_str::<Kind>(&message.text) {
            Ok(Kind::Policy) => Ok(message.text),
            Ok(_) | Err(_) => {
                reply(Some(Answer::Message(message)))?;
                Err(unexpected())
            }
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

    /// Every loan that an answer takes as collected, as CSV.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn what_if_loans_csv(
        &self,
        question: Question,
        lang: Lang,
    ) -> Result<MadeFile, Failure> {
        self.file(&Request::WhatIfLoansCsv { question, lang }).await
    }

    /// A window of the loans that a check caught.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn check_rows(
        &self,
        id: &str,
        offset: u64,
        limit: u64,
    ) -> Result<CheckPage, Failure> {
        let request = Request::CheckRows {
            id: id.to_owned(),
            offset,
            limit,
        };
        match self.once(&request).await? {
            (Reply::CheckRows(page), _) => Ok(*page),
            _ => Err(unexpected()),
        }
    }

    /// All loans that a check caught, as CSV.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn check_csv(&self, id: &str, lang: Lang) -> Result<MadeFile, Failure> {
        let id = id.to_owned();
        self.file(&Request::CheckCsv { id, lang }).await
    }

    /// A window of a list of subsidies or claims.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn money_list(
        &self,
        query: MoneyListQuery,
        offset: u64,
        limit: u64,
    ) -> Result<MoneyPage, Failure> {
        let request = Request::MoneyList {
            query,
            offset,
            limit,
        };
        match self.once(&request).await? {
            (Reply::MoneyList(page), _) => Ok(*page),
            _ => Err(unexpected()),
        }
    }

    /// The whole of such a list, as CSV.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn money_list_csv(
        &self,
        query: MoneyListQuery,
        lang: Lang,
    ) -> Result<MadeFile, Failure> {
        self.file(&Request::MoneyListCsv { query, lang }).await
    }
}
