//! The seam: plain, serialisable data that pages, charts and exports show and reviewers compare. May name all pure layers before it; formats nothing.

pub mod again;
pub mod build;
pub mod canonical;
pub mod dimension;
pub mod explained;
pub mod groups;
pub mod map;
pub mod mending;
pub mod policy;
pub mod preview;
pub mod reading;
pub mod register;
pub mod select;
pub mod settings;
pub mod views;
pub mod what_if;

use serde::{Deserialize, Serialize};

pub use crate::domain::{
    Ability, Answered, Cause, FactWord, Guarantee, PovertyStatus, Product, RenewalKind,
    Willingness, field,
};
pub use crate::domain::{AnnualRate, Date, Fen, Field, FileKind, LoanStatus, Month, RiskClass};
pub use crate::indicators::credit_village::{CreditVillageRow, CreditVillages, RepaymentBasis};
pub use crate::indicators::figures::{
    ClassFigures, DueWithin, Figures, LenderRow, MonthRow, TownshipRow, VillageRow,
};
pub use crate::indicators::grouped::GroupFigures;
pub use crate::indicators::rate::{Mean, Missing, Percent, Rate};
pub use crate::indicators::{credit_village, figures};
pub use crate::intake::choices::{
    Choices, ColumnChoice, ColumnName, FileChoices, HeaderRows, Meaning, PersonalChoice, Step,
    StepRows,
};
pub use crate::intake::columns::{Certainty, UnitFrom};
pub use crate::intake::finding::{
    Content, Encoding, Evidence, Finding, Outcome, Personal, Problem, Separator, Unit,
};
pub use crate::intake::gazetteer::{
    Agreement, Candidate, Choice as PlaceChoice, Follow, Outcome as PlaceOutcome, PlaceChoices,
    PlaceName, Placed, Rule as PlaceRule, Unfit, UnfitChoice,
};
pub use crate::intake::personal::{hides_a_number, masked, masked_among_numbers};
pub use crate::intake::place_agreement::{PlaceRead, PlacesRead, Reference};
pub use crate::intake::profile::{Profile, Shape as ProfileShape};
pub use crate::intake::pseudonym::{
    MARK as PSEUDONYM_MARK, NumberFault, Passphrase, PassphraseFault, is_passphrase,
};
pub use again::RawLine;
pub use dimension::{AmountBand, Condition, Dimension, DimensionValue, DueBand};
pub use explained::Explained;
pub use groups::{FindingGroup, FoundText};
pub use map::{MapMatch, MapShapes, Shape};
pub use policy::PolicyReport;
pub use preview::{ColumnPreview, EncodingPreview, Preview, PreviewRow};
pub use reading::{AsOfCandidate, AsOfSource, ColumnReading, FileReading, Reading};
pub use register::{GroupRow, RegisterGroups};
pub use register::{LoanDetail, RawCell, RegisterPage, RegisterQuery, RegisterRow, RegisterSort};
pub use settings::Settings;
pub use views::{View, ViewFile};

/// The name and version of the report's shape; a change of shape changes it.
pub const SCHEMA: &str = "credit-atlas/report/3";

/// Everything that was worked out from the files for one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// Version of the program.
    pub version: String,
    /// 统计时点
    pub as_of: Date,
    /// The settings it was worked out with.
    pub settings: Settings,
    /// What was read, file by file, in the order given.
    pub reading: Reading,
    /// The whole county.
    pub total: Figures,
    /// By township, in the order of their names' code points.
    pub townships: Vec<TownshipRow>,
    /// By village, in the order of township and village.
    pub villages: Vec<VillageRow>,
    /// By lender, in the order of their names.
    pub lenders: Vec<LenderRow>,
    /// By month of effective maturity, of loans with a balance, in order of time; months without any are left out.
    pub maturities: Vec<MonthRow>,
    /// Loans whose household is not in the roster.
    pub not_in_roster: figures::NotInRoster,
    /// The order of villages by repayment.
    pub credit_villages: CreditVillages,
    /// Which townships the boundary file has.
    pub map: MapMatch,
    /// What the rules say; none where it was not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyReport>,
}
