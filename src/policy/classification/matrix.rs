//! The matrices of days past due, as data: what each document or system says, where it was seen and how sure it is.

use crate::domain::Guarantee;
use crate::policy::parameters::Certainty;

use super::bounds::Bounds;
use super::grade::Grade;

/// One row: for a grade and a guarantee, the last days of the first four classes.
#[derive(Clone, Copy, Debug)]
pub struct MatrixRow {
    /// The credit grade; none where it does not matter.
    pub grade: Option<Grade>,
    /// The guarantee.
    pub guarantee: Guarantee,
    /// The days.
    pub bounds: Bounds,
}

/// A matrix.
#[derive(Clone, Copy, Debug)]
pub struct Matrix {
    /// Document, and where its figures were seen.
    pub source: &'static str,
    /// How sure they are.
    pub certainty: Certainty,
    /// Its rows.
    pub rows: &'static [MatrixRow],
}

const NEVER: u32 = Bounds::NEVER;

const fn graded(grade: Grade, guarantee: Guarantee, last_days: [u32; 3]) -> MatrixRow {
    let [pass, mention, substandard] = last_days;
    MatrixRow {
        grade: Some(grade),
        guarantee,
        // 损失 is never given by days alone.
        bounds: Bounds::of([pass, mention, substandard, NEVER]),
    }
}

const fn ungraded(guarantee: Guarantee, last_days: [u32; 4]) -> MatrixRow {
    MatrixRow {
        grade: None,
        guarantee,
        bounds: Bounds::of(last_days),
    }
}

use Grade::{Excellent, FairOrNone, Good};
use Guarantee::{Credit, Guaranteed, Mortgage, Pledge};

/// 自然人一般农户 of a rural cooperative, and small enterprises by the notice of 2007.
pub const MATRICES: [Matrix; 2] = [
    Matrix {
        source: "银监发〔2006〕23号 自然人一般农户；数值据两个农信系统的公开程序，原表未见",
        certainty: Certainty::ToBeConfirmed,
        rows: &[
            graded(Excellent, Credit, [60, 90, 180]),
            graded(Excellent, Guaranteed, [60, 90, 270]),
            graded(Excellent, Mortgage, [90, 180, 270]),
            graded(Excellent, Pledge, [90, 180, 360]),
            graded(Good, Credit, [30, 90, 180]),
            graded(Good, Guaranteed, [30, 90, 180]),
            graded(Good, Mortgage, [60, 90, 180]),
            graded(Good, Pledge, [90, 180, 270]),
            graded(FairOrNone, Credit, [0, 90, 180]),
            graded(FairOrNone, Guaranteed, [0, 90, 180]),
            graded(FairOrNone, Mortgage, [30, 90, 180]),
            graded(FairOrNone, Pledge, [60, 90, 270]),
        ],
    },
    Matrix {
        source: "银监发〔2007〕63号 第五条附件；凭记忆，原表未见",
        certainty: Certainty::ToBeConfirmed,
        rows: &[
            ungraded(Credit, [0, 30, 90, 360]),
            ungraded(Guaranteed, [30, 90, 180, 360]),
            ungraded(Mortgage, [30, 180, 360, NEVER]),
            ungraded(Pledge, [90, 180, 360, NEVER]),
        ],
    },
];

/// The strictest of both, should a row be missing.
const STRICTEST: Bounds = Bounds::of([0, 30, 90, 360]);

fn row(matrix: &Matrix, grade: Option<Grade>, guarantee: Guarantee) -> Bounds {
    let mut rows = matrix.rows.iter();
    let found = rows.find(|row| row.grade == grade && row.guarantee == guarantee);
    found.map_or(STRICTEST, |row| row.bounds)
}

/// The days of a grade and a guarantee in a rural cooperative.
pub(super) fn rural_cooperative(grade: Grade, guarantee: Guarantee) -> Bounds {
    row(&MATRICES[0], Some(grade), guarantee)
}

/// The days of a guarantee by the notice of 2007.
pub(super) fn small_enterprise(guarantee: Guarantee) -> Bounds {
    row(&MATRICES[1], None, guarantee)
}
