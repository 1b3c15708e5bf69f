//! 信用等级 as the rural cooperatives' matrix asks for it. Only its own words are taken: what a county's stars or letters
//! stand for there no document at hand says, and a household without one of the words is 未评级, the strictest row.

use crate::domain::{County, Field, HouseholdId};

/// A credit grade of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// 优秀
    Excellent,
    /// 较好
    Good,
    /// 一般, and whatever is no such word
    FairOrNone,
}

/// The grade of a loan: the loan file's, else the roster's.
pub(super) fn of(county: &County, row: usize, household: HouseholdId) -> Grade {
    if let Some(own) = county.loans.facts.text(Field::CreditGrade, row) {
        return word(own.as_bytes());
    }
    let households = &county.households;
    let symbol = (county.has_roster && households.is_in_roster(household))
        .then(|| households.facts(household).credit_grade)
        .flatten();
    symbol.map_or(Grade::FairOrNone, |symbol| {
        word(households.credit_grades.bytes(symbol))
    })
}

fn word(text: &[u8]) -> Grade {
    match std::str::from_utf8(text).map(str::trim) {
        Ok("优秀") => Grade::Excellent,
        Ok("较好") => Grade::Good,
        _ => Grade::FairOrNone,
    }
}
