//! The bounds of the five classes by the rule set in force on the day of the report, as an expression for each.

use std::fmt::Write as _;

use crate::report::Date;
use crate::report::canonical::name_of;
use crate::report::policy::{
    Bounds, Grade, MATRICES, Matrix, RuleSet, Rulebook, bounds_of, rule_set_of, technical_days,
};
use crate::text::sql as words;

/// The last day of the class at a place, 0 for 正常, over the columns `guarantee` and `grade`.
pub(super) fn last_day(rulebook: &Rulebook, on: Date, at: usize) -> Option<String> {
    let technical = technical_days(rulebook, on);
    let of = |bounds: Bounds| {
        let days = bounds.but_not_before(technical).last_days();
        days.get(at).copied()
    };
    match rule_set_of(rulebook, on) {
        RuleSet::Measures2023 | RuleSet::AsReported => {
            of(bounds_of(rulebook, on)).map(|days| days.to_string())
        }
        RuleSet::RuralCooperative => cases(&MATRICES[0], of),
        RuleSet::SmallEnterprise => cases(&MATRICES[1], of),
    }
}

fn cases(matrix: &Matrix, of: impl Fn(Bounds) -> Option<u32>) -> Option<String> {
    let mut out = String::from("case");
    for row in matrix.rows {
        let guarantee = name_of(&row.guarantee);
        let _ = write!(out, " when guarantee = '{guarantee}'");
        if let Some(grade) = row.grade {
            let _ = write!(out, " and grade = '{}'", grade_name(grade));
        }
        let _ = write!(out, " then {}", of(row.bounds)?);
    }
    out.push_str(" end");
    Some(out)
}

/// A grade of the matrix as an expression over the column of grades.
pub(super) fn grade_of(column: &str) -> String {
    let word = |grade| (words::grade(grade), grade_name(grade));
    let [(excellent, first), (good, second)] = [word(Grade::Excellent), word(Grade::Good)];
    let other = grade_name(Grade::FairOrNone);
    format!(
        "case trim({column}) when '{excellent}' then '{first}' when '{good}' then '{second}' else '{other}' end"
    )
}

fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Excellent => "excellent",
        Grade::Good => "good",
        Grade::FairOrNone => "fair_or_none",
    }
}
