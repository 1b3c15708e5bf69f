//! Work lists: a window of one, and all of it as a file to be filled in.

use crate::export::{Taken, csv, name, work_list};
use crate::report::build::reading;
use crate::report::policy::{WorkList, WorkQuery};
use crate::text::Lang;

use super::super::protocol::{Failure, Reply};
use super::{Answer, State, file};

impl State {
    /// A window of the list that answers a query: of the last list if it does, else of a new one.
    pub(super) fn work_list(&mut self, query: &WorkQuery) -> Answer {
        self.find_work(query)?;
        let list = self.work_list.as_ref().ok_or(Failure::NotReady)?;
        let page = list.page(&self.intake()?.county, query.offset, query.limit);
        Ok((Reply::WorkList(page), None))
    }

    /// All of the list.
    pub(super) fn work_list_csv(&mut self, query: &WorkQuery, lang: Lang) -> Answer {
        self.find_work(query)?;
        let list = self.work_list.as_ref().ok_or(Failure::NotReady)?;
        let intake = self.intake()?;
        let source = csv::Source::read(&reading(intake), self.as_of).under(&self.settings);
        let bytes = work_list::work_list(&list.rows(&intake.county), &source, lang);
        Ok(file(name(Taken::WorkList, self.as_of, "csv"), &bytes))
    }

    fn find_work(&mut self, query: &WorkQuery) -> Result<(), Failure> {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let known = self.work_list.as_ref();
        if !known.is_some_and(|list| list.answers(query, as_of, &self.settings)) {
            let county = &self.intake()?.county;
            self.work_list = Some(WorkList::of(county, as_of, &self.settings, query));
        }
        Ok(())
    }
}
