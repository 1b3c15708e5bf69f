//! Answers with lists of subsidies and claims: a window, or all of one as a file.

use crate::export::{Taken, csv, money_list, name};
use crate::report::build::reading;
use crate::report::policy::money_list::{MoneyList, MoneyListQuery};
use crate::text::Lang;

use super::super::protocol::{Failure, Reply};
use super::{Answer, State, file};

impl State {
    /// The list that answers a query: the last one if it does, else a new one.
    fn found(&mut self, query: &MoneyListQuery) -> Result<MoneyList, Failure> {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let parameters = &self.settings.parameters;
        if let Some(list) = self.money_list.take()
            && list.answers(query, as_of, parameters)
        {
            return Ok(list);
        }
        let county = &self.intake()?.county;
        Ok(MoneyList::of(county, as_of, parameters, query))
    }

    pub(super) fn money_list(&mut self, query: &MoneyListQuery, offset: u64, limit: u64) -> Answer {
        let list = self.found(query)?;
        let page = list.page(&self.intake()?.county, offset, limit);
        self.money_list = Some(list);
        Ok((Reply::MoneyList(Box::new(page)), None))
    }

    pub(super) fn money_list_csv(&mut self, query: &MoneyListQuery, lang: Lang) -> Answer {
        let list = self.found(query)?;
        let intake = self.intake()?;
        let page = list.page(&intake.county, 0, u64::MAX);
        let source = csv::Source::read(&reading(intake), self.as_of);
        let bytes = money_list::written(&page, &list.digest(), &source, lang);
        let taken = match query {
            MoneyListQuery::Declaration { .. } => Taken::SubsidyDeclaration,
            MoneyListQuery::Faults { .. } => Taken::SubsidyFaults,
            MoneyListQuery::Claims { .. } => Taken::PayoutApplication,
        };
        self.money_list = Some(list);
        Ok(file(name(taken, self.as_of, "csv"), &bytes))
    }
}
