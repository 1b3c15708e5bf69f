//! What the rules say of the county: the part of the report that is worked out after the figures.

mod checks;
pub mod compensation;
pub mod money_list;
pub mod subsidy;

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date};
use crate::policy::book::Book;

use super::Settings;

pub use checks::{CheckRow, HitRow, SubjectKind, TownshipCaught, UndeterminedCount};

pub use crate::policy::classification::{Bounds, Grade, MATRICES, Matrix, MatrixRow, RuleSet};
pub use crate::policy::parameters::{
    BEGINNING, Certainty as ParameterCertainty, Change, DEFINITIONS, Definition, Entry, InForce,
    Parameter, ParameterChoices, ParameterFile, Preset, RATE_SERIES, RatePoint, RateSeries,
    Rulebook, Unit as ParameterUnit,
};
pub use crate::policy::rules::Severity;
pub use crate::policy::subsidy::periods::Calendar;
pub use crate::policy::verdict::{Figure, Unknown};

/// What the rules say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyReport {
    /// The table of parameters it was worked out with.
    pub parameters: ParametersUsed,
    /// The checks, in the order of the register.
    pub checks: Vec<CheckRow>,
    /// 贴息
    pub subsidy: subsidy::SubsidyReport,
    /// 风险补偿
    pub compensation: compensation::CompensationReport,
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
        checks: checks::checks(&book),
        subsidy: subsidy::subsidy(&book),
        compensation: compensation::compensation(&book),
    }
}
