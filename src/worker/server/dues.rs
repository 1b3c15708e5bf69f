//! Answers about what falls due: a group's calendar, and what the figures would be.

use crate::export::{Taken, csv, name, what_if as export};
use crate::report::build::reading;
use crate::report::policy::calendar::{DuesOf, calendar_of};
use crate::report::what_if::{Question, what_if, whole};
use crate::text::Lang;

use super::super::protocol::{Failure, Reply};
use super::{Answer, State, file};

impl State {
    pub(super) fn calendar(&self, of: &DuesOf) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let calendar = calendar_of(&self.intake()?.county, as_of, of, &self.settings);
        Ok((Reply::Calendar(Box::new(calendar)), None))
    }

    pub(super) fn what_if(&self, question: &Question) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let answer = what_if(&self.intake()?.county, as_of, &self.settings, question);
        let reply = match answer {
            Ok(answer) => Reply::WhatIf(Box::new(answer)),
            Err(why) => Reply::NoAnswer { why },
        };
        Ok((reply, None))
    }

    pub(super) fn what_if_loans_csv(&self, question: &Question, lang: Lang) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let intake = self.intake()?;
        let answer = match whole(&intake.county, as_of, &self.settings, question) {
            Ok(answer) => answer,
            Err(why) => return Ok((Reply::NoAnswer { why }, None)),
        };
        let source = csv::Source::read(&reading(intake), self.as_of).under(&self.settings);
        let bytes = export::loans(&source, &answer, lang);
        let name = name(Taken::WhatIfLoans, self.as_of, "csv");
        Ok(file(name, &bytes))
    }
}
