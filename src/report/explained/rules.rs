//! What every check says of one loan, and the parameters it asked with their values, first days and documents.

use crate::domain::Date;
use crate::policy::book::{Book, Case};
use crate::policy::parameters::{InForce, Parameter, ParameterChoices, Rulebook, definition};
use crate::policy::rules::{Decide, RULES, Rule};
use crate::policy::verdict::Verdict;

use super::super::policy::ReasonRead;
use super::{CheckSays, CheckTold, ParameterTold};

/// The table of parameters with what a person changed in it.
pub(super) struct Asked<'a> {
    pub(super) choices: &'a ParameterChoices,
    pub(super) rulebook: &'a Rulebook,
}

impl Asked<'_> {
    /// Parameters as they are in force on a day.
    pub(super) fn all(&self, parameters: &[Parameter], on: Date) -> Vec<ParameterTold> {
        parameters.iter().map(|own| self.one(*own, on)).collect()
    }

    fn one(&self, parameter: Parameter, on: Date) -> ParameterTold {
        let values = self.rulebook.values(parameter).iter();
        let holding = values.rev().find(|value| value.from <= on);
        ParameterTold {
            parameter,
            value: holding.and_then(|holding| holding.value),
            from: holding.map(|holding| holding.from),
            ..self.origin(parameter, holding)
        }
    }

    /// Where a value comes from and how sure it is.
    fn origin(&self, parameter: Parameter, holding: Option<&InForce>) -> ParameterTold {
        let nothing = ParameterTold {
            parameter,
            value: None,
            from: None,
            certainty: None,
            source: String::new(),
        };
        let Some(holding) = holding else {
            return nothing;
        };
        if holding.is_changed {
            let change = self.choices.changed(parameter, holding.from);
            let source = change.map_or_else(String::new, |change| change.source.clone());
            return ParameterTold { source, ..nothing };
        }
        let mut entries = definition(parameter).entries.iter();
        match entries.find(|entry| entry.first_day() == holding.from) {
            Some(entry) => ParameterTold {
                certainty: Some(entry.certainty),
                source: entry.source.to_owned(),
                ..nothing
            },
            None => nothing,
        }
    }
}

/// What every check of loans says, in their order; checks of the county as a whole say nothing of one loan.
pub(super) fn told(book: &Book<'_>, case: &Case<'_>, asked: &Asked<'_>) -> Vec<CheckTold> {
    let says = |rule: &'static Rule| {
        let Decide::Loan(decide) = rule.decide else {
            return None;
        };
        let says = match rule.lacks(book) {
            Some(unknown) => CheckSays::Undetermined(unknown),
            None => match decide(case) {
                Verdict::NotApplicable => CheckSays::NotApplicable,
                Verdict::Clear => CheckSays::Clear,
                Verdict::Caught(reason) => CheckSays::Caught(ReasonRead::from(&reason)),
                Verdict::Undetermined(unknown) => CheckSays::Undetermined(unknown),
            },
        };
        Some(CheckTold {
            id: rule.id.to_owned(),
            severity: rule.severity,
            source: rule.source.to_owned(),
            says,
            parameters: asked.all(rule.parameters, case.loan.disbursement_date),
        })
    };
    RULES.iter().filter_map(says).collect()
}
