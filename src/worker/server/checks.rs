//! Answers about the loans that one check caught.

use crate::export::{Taken, check_rows as export, csv, name_of};
use crate::report::build::reading;
use crate::report::policy::check_rows::CheckSelection;
use crate::text::Lang;

use super::super::protocol::{Failure, Reply};
use super::{Answer, State, file};

impl State {
    /// The rows of a check: those looked at last if they are its, else found anew.
    fn checked(&mut self, id: &str) -> Result<&CheckSelection, Failure> {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let is_kept = self
            .checked
            .as_ref()
            .is_some_and(|kept| kept.answers(id, as_of, &self.settings));
        if !is_kept {
            let county = &self.intake()?.county;
            self.checked = CheckSelection::of(county, as_of, &self.settings, id);
        }
        self.checked.as_ref().ok_or(Failure::NoSuchCheck)
    }

    pub(super) fn check_rows(&mut self, id: &str, offset: u64, limit: u64) -> Answer {
        self.checked(id)?;
        let checked = self.checked.as_ref().ok_or(Failure::NoSuchCheck)?;
        let page = checked.page(&self.intake()?.county, offset, limit);
        Ok((Reply::CheckRows(Box::new(page)), None))
    }

    pub(super) fn check_csv(&mut self, id: &str, lang: Lang) -> Answer {
        self.checked(id)?;
        let checked = self.checked.as_ref().ok_or(Failure::NoSuchCheck)?;
        let intake = self.intake()?;
        let source = csv::Source::read(&reading(intake), self.as_of);
        let check = export::CheckTaken {
            id,
            document: checked.source(),
            digest: &checked.digest(),
        };
        let all = |hand: &mut dyn FnMut(_)| checked.all(&intake.county, hand);
        let bytes = export::check_rows(check, all, &source, lang);
        let name = name_of(Taken::CheckRows, id, self.as_of, "csv");
        Ok(file(name, &bytes))
    }
}
