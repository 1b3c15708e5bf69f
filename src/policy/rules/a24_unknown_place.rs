//! A24 地名不在名录: whether the loan's township and village stand in the village table or the gazetteer.
//!
//! Names that differ only in their ending, or that the list gives an heir for, are brought together when files are read.

use crate::domain::FileKind;
use crate::policy::book::{Case, Known};
use crate::policy::verdict::Verdict;

use super::{Decide, Need, Rule, Severity, balance, disbursement_day};

pub(super) const RULE: Rule = Rule {
    id: "A24",
    severity: Severity::Data,
    source: "数据质量；2019至2020年乡镇行政区划调整",
    needs: &[Need::AnyTable(&[FileKind::Villages, FileKind::Gazetteer])],
    parameters: &[],
    asked_on: disbursement_day,
    branches: &["unknown_village", "unknown_township"],
    amount: balance,
    decide: Decide::Loan(decide),
};

fn decide(case: &Case<'_>) -> Verdict {
    match case.village_known() {
        Known::Listed => Verdict::Clear,
        Known::Unlisted => Verdict::caught("unknown_village", []),
        Known::UnknownTownship => Verdict::caught("unknown_township", []),
    }
}
