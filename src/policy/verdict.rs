//! What a rule answers: that it does not apply, that all is well, that something is caught and why, or what would have to be known.

use serde::{Deserialize, Serialize};

use crate::domain::{AnnualRate, Date, Fen, Field, FileKind, RiskClass};

use super::parameters::Parameter;

/// A rule's answer on one loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The rule does not ask this loan.
    NotApplicable,
    /// Looked at, and in order.
    Clear,
    /// Caught.
    Caught(Reason),
    /// It cannot be told while this is not known; never taken for in order.
    Undetermined(Unknown),
}

/// What would have to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "lacks", content = "what", rename_all = "snake_case")]
pub enum Unknown {
    /// The loan's or household's cell of a column.
    Fact(Field),
    /// A whole table.
    Table(FileKind),
    /// A value that only the county can give.
    Parameter(Parameter),
    /// The registers of the months before: the loans of one day alone are read.
    EarlierMonths,
}

/// Why something is caught: which branch of the rule, and the figures that its sentence tells, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The branch, one of the rule's own; its sentence stands in `text::rules`.
    pub branch: &'static str,
    figures: [Option<Figure>; Reason::MOST_FIGURES],
}

/// A figure of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "figure", content = "value", rename_all = "snake_case")]
pub enum Figure {
    /// Calendar days.
    Days(i64),
    /// Calendar months.
    Months(i64),
    /// How many.
    Count(u64),
    /// A calendar year.
    Year(i64),
    /// An amount.
    Money(Fen),
    /// A yearly rate.
    Rate(AnnualRate),
    /// A day.
    Day(Date),
    /// Hundredths of a percent.
    Percent(i64),
    /// Hundredths of once: tenfold is 1000.
    Times(i64),
    /// 五级分类
    Class(RiskClass),
    /// A column.
    Column(Field),
}

impl Reason {
    /// Most figures of one reason.
    pub const MOST_FIGURES: usize = 4;

    /// A reason that tells these figures; what is beyond [`Reason::MOST_FIGURES`] is not told.
    pub fn of<const N: usize>(branch: &'static str, told: [Figure; N]) -> Reason {
        let mut figures = [None; Reason::MOST_FIGURES];
        for (place, figure) in figures.iter_mut().zip(told) {
            *place = Some(figure);
        }
        Reason { branch, figures }
    }

    /// The figures in their order.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + '_ {
        self.figures.iter().copied().flatten()
    }
}

impl Verdict {
    /// Caught by a branch, with its figures.
    pub fn caught<const N: usize>(branch: &'static str, told: [Figure; N]) -> Verdict {
        Verdict::Caught(Reason::of(branch, told))
    }

    /// It cannot be told without that column's cell.
    pub fn lacks(field: Field) -> Verdict {
        Verdict::Undetermined(Unknown::Fact(field))
    }

    /// Whether it is caught.
    pub fn is_caught(&self) -> bool {
        matches!(self, Verdict::Caught(_))
    }
}
