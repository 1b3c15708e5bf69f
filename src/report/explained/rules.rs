//! What every check says of one loan, and the parameters it asked with their values, first days and documents.

use serde::{Deserialize, Serialize};

use crate::domain::Date;
use crate::policy::book::{Book, Case};
use crate::policy::parameters::{InForce, Parameter, ParameterChoices, Rulebook};
use crate::policy::rules::{Decide, RULES, Rule};
use crate::policy::verdict::Verdict;

use super::super::policy::{ParameterCertainty, ReasonRead};
use super::{CheckSays, CheckTold};

/// A parameter as it was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterTold {
    /// Which one.
    pub parameter: Parameter,
    /// The value in force; none where only the county can give it and has not.
    pub value: Option<i64>,
    /// The day on which it was asked for: for most rules 放款日期.
    pub on: Date,
    /// Its first day in force; none where nothing is in force on that day.
    pub from: Option<Date>,
    /// How sure it is; none where a person gave it.
    pub certainty: Option<ParameterCertainty>,
    /// Document and article, or where the person found it.
    pub source: String,
}

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

    /// The parameters of a rule, each as it is in force on the day on which the rule asks for it.
    fn of_rule(&self, rule: &Rule, case: &Case<'_>) -> Vec<ParameterTold> {
        let asked = rule.parameters.iter();
        let one = |own: &Parameter| self.one(*own, (rule.asked_on)(case, *own));
        asked.map(one).collect()
    }

    fn one(&self, parameter: Parameter, on: Date) -> ParameterTold {
        let values = self.rulebook.values(parameter).iter();
        let holding = values.rev().find(|value| value.from <= on);
        ParameterTold {
            parameter,
            value: holding.and_then(|holding| holding.value),
            from: holding.map(|holding| holding.from),
            ..self.origin(parameter, on, holding)
        }
    }

    /// Where a value comes from and how sure it is.
    fn origin(&self, parameter: Parameter, on: Date, holding: Option<&InForce>) -> ParameterTold {
        let nothing = ParameterTold {
            parameter,
            value: None,
            on,
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
        match self.choices.shipped_from(parameter, holding.from) {
            Some(entry) => ParameterTold {
                certainty: Some(entry.certainty),
                source: entry.source.to_owned(),
                ..nothing
            },
            None => nothing,
        }
    }
}

/// The ids of the checks of the county as a whole, in their order.
pub(super) fn of_county() -> Vec<String> {
    let all = RULES.iter();
    let own = all.filter(|rule| matches!(rule.decide, Decide::County(_)));
    own.map(|rule| rule.id.to_owned()).collect()
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
            parameters: asked.of_rule(rule, case),
        })
    };
    RULES.iter().filter_map(says).collect()
}
