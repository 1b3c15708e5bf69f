//! Answers about what falls due: a group's calendar, and what the figures would be.

use crate::report::policy::calendar::{DuesOf, calendar_of};
use crate::report::what_if::{Question, what_if};

use super::super::protocol::{Failure, Reply};
use super::{Answer, State};

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
}
