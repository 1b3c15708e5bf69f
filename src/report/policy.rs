//! What the rules say of the county: the part of the report that is worked out after the figures.

pub mod calendar;
mod checks;
pub mod compensation;
pub mod dispositions;
pub mod money_list;
pub mod subsidy;
pub mod work_list;

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date};
use crate::policy::book::Book;
use crate::policy::parameters::Rulebook;

use super::Settings;
use calendar::DuesReport;

pub use checks::{CheckRow, HitRow, SubjectKind, TownshipCaught, UndeterminedCount};

pub use crate::policy::parameters::{
    Certainty as ParameterCertainty, Change, DEFINITIONS, Definition, Entry, InForce, Parameter,
    ParameterChoices, ParameterFile, Preset, Unit as ParameterUnit,
};
pub use crate::policy::rules::Severity;
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
    /// The families of documents that applied.
    pub presets: Vec<Preset>,
    /// What a person changed.
    pub changes: Vec<Change>,
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
            presets: settings.parameters.presets.clone(),
            changes: settings.parameters.changes.clone(),
        },
        dues: calendar::dues(&book),
        checks: checks::checks(&book),
        subsidy: subsidy::subsidy(&book),
        compensation: compensation::compensation(&book),
        dispositions: dispositions::dispositions(&book),
    }
}
