//! What the rules say of the county: the part of the report that is worked out after the figures.

pub mod calendar;
pub mod check_rows;
mod checks;
pub mod compensation;
pub mod dispositions;
pub mod enterprises;
pub mod money_list;
pub mod subsidy;
pub mod work_list;

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date};
use crate::policy::book::Book;

use super::Settings;
use calendar::DuesReport;

pub use checks::{
    CheckRow, HitRow, ParameterAsked, SubjectKind, TownshipCaught, UndeterminedCount,
};

pub use crate::policy::book::VILLAGE_ENDINGS;
pub use crate::policy::classification::{
    Bounds, Grade, MATRICES, Matrix, MatrixRow, RuleSet, bounds_of, rule_set_of, technical_days,
};
pub use crate::policy::parameters::{
    BEGINNING, Certainty as ParameterCertainty, Change, DEFINITIONS, Definition, Entry, InForce,
    Parameter, ParameterChoices, ParameterFile, Preset, PresetChoice, RATE_SERIES, RatePoint,
    RateSeries, Rulebook, Unit as ParameterUnit,
};
pub use crate::policy::purposes::BANNED_WORDS;
pub use crate::policy::rules::{Decide, Need, RULES, Rule, Severity};
pub use crate::policy::subsidy::periods::Calendar;
pub use crate::policy::verdict::{Figure, Unknown};
pub use dispositions::{
    BatchRow, DaySource, Disposition, DispositionReport, Duty, DutyRow, ExtensionCondition, Loans,
    Milestone, MissingRow, MoneySource, Outcome, ReminderRow, RenewalCondition, StandingRow,
    StandingState, Step, WorkGroup,
};
pub use work_list::{WorkList, WorkPage, WorkQuery, WorkRow};

/// What the rules say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyReport {
    /// The table of parameters it was worked out with.
    pub parameters: ParametersUsed,
    /// What falls due, and who owes it.
    pub dues: DuesReport,
    /// The checks, in the order of the register.
    pub checks: Vec<CheckRow>,
    /// 户贷企用台账
    pub enterprises: enterprises::EnterpriseReport,
    /// 贴息
    pub subsidy: subsidy::SubsidyReport,
    /// 风险补偿
    pub compensation: compensation::CompensationReport,
    /// 处置: which way all loans go.
    pub dispositions: DispositionReport,
}

/// Which table of parameters was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParametersUsed {
    /// Its digest; equal digests are equal tables.
    pub digest: String,
    /// The shipped table that it starts from.
    pub preset: PresetChoice,
    /// The families of documents that applied.
    pub presets: Vec<Preset>,
    /// What a person changed.
    pub changes: Vec<Change>,
}

/// What the whole number of a parameter's values means.
pub fn parameter_unit(parameter: Parameter) -> ParameterUnit {
    crate::policy::parameters::definition(parameter).unit
}

/// What a parameter is, and its values as shipped.
pub fn definition_of(parameter: Parameter) -> &'static Definition {
    crate::policy::parameters::definition(parameter)
}

/// What the five classes stand for on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassRule {
    /// Which rules make a class.
    pub rule_set: RuleSet,
    /// The days that part the classes, where the rule set goes by days alone.
    pub bounds: Bounds,
}

/// What the five classes stand for on a day under some choices.
pub fn class_rule(choices: &ParameterChoices, as_of: Date) -> ClassRule {
    let rulebook = Rulebook::of(choices);
    ClassRule {
        rule_set: rule_set_of(&rulebook, as_of),
        bounds: bounds_of(&rulebook, as_of),
    }
}

/// The digest of the table that some choices make.
pub fn digest_of(choices: &ParameterChoices) -> String {
    Rulebook::of(choices).digest()
}

/// Why something was caught, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonRead {
    /// The branch of the rule.
    pub branch: String,
    /// Its figures, in the order of the sentence.
    pub figures: Vec<Figure>,
}

impl From<&crate::policy::verdict::Reason> for ReasonRead {
    fn from(reason: &crate::policy::verdict::Reason) -> ReasonRead {
        ReasonRead {
            branch: reason.branch.to_owned(),
            figures: reason.figures().collect(),
        }
    }
}

/// What the rules say of what was read, for a day.
pub fn policy(county: &County, as_of: Date, settings: &Settings) -> PolicyReport {
    let rulebook = Rulebook::of(&settings.parameters);
    let book = Book::new(county, as_of, &rulebook);
    PolicyReport {
        parameters: ParametersUsed {
            digest: book.rulebook().digest(),
            preset: settings.parameters.preset,
            presets: settings.parameters.presets.clone(),
            changes: settings.parameters.changes.clone(),
        },
        dues: calendar::dues(&book),
        checks: checks::checks(&book),
        enterprises: enterprises::enterprises(&book),
        subsidy: subsidy::subsidy(&book),
        compensation: compensation::compensation(&book),
        dispositions: dispositions::dispositions(&book),
    }
}
