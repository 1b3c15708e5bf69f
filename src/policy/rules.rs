//! 合规检查: the register of the checks, one file each. The order here is the order of the report.
//!
//! To add a check: a file beside the others with its `RULE`, a line in [`RULES`], and its words in `text::rules`.

mod a01_not_in_roster;
mod a02_not_entitled;
mod a03_household_limit;
mod a04_term;
mod a05_rate;
mod a06_guarantee;
mod a07_age;
mod a08_purpose;
mod a09_enterprise_use;
mod a10_enterprise_use_after_ban;
mod a11_subsidy_twice;
mod a12_subsidy_after_due;
mod a13_subsidy_differs;
mod a14_subsidy_missing;
mod a15_class_too_good;
mod a16_several_classes;
mod a17_renewals;
mod a18_renewal_without_grounds;
mod a19_buffer;
mod a20_no_collection;
mod a21_payout_share;
mod a22_fund;
mod a23_contradictions;
mod a24_unknown_place;
mod a25_same_day;
mod a27_township_overdue;
mod a28_reported_totals;

use crate::domain::{County, Date, Fen, Field, FileKind, Symbol, TownshipId, VillageId};

use super::book::{Book, Case};
use super::parameters::Parameter;
use super::verdict::{Reason, Unknown, Verdict};

/// Every check, in the order of the report.
pub const RULES: &[Rule] = &[
    a01_not_in_roster::RULE,
    a02_not_entitled::RULE,
    a03_household_limit::RULE,
    a04_term::RULE,
    a05_rate::RULE,
    a06_guarantee::RULE,
    a07_age::RULE,
    a08_purpose::RULE,
    a09_enterprise_use::RULE,
    a10_enterprise_use_after_ban::RULE,
    a11_subsidy_twice::RULE,
    a12_subsidy_after_due::RULE,
    a13_subsidy_differs::RULE,
    a14_subsidy_missing::RULE,
    a15_class_too_good::RULE,
    a16_several_classes::RULE,
    a17_renewals::RULE,
    a18_renewal_without_grounds::RULE,
    a19_buffer::RULE,
    a20_no_collection::RULE,
    a21_payout_share::RULE,
    a22_fund::RULE,
    a23_contradictions::RULE,
    a24_unknown_place::RULE,
    a25_same_day::RULE,
    a27_township_overdue::RULE,
    a28_reported_totals::RULE,
];

/// How grave a check's findings are.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 违规: against a document's words.
    Violation,
    /// 疑点: to be looked into; it may be in order.
    Suspicion,
    /// 数据: the files contradict themselves or lack something.
    Data,
}

/// One check.
pub struct Rule {
    /// Its id, such as `A04`; its words stand under it in `text::rules`.
    pub id: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// Documents and articles.
    pub source: &'static str,
    /// What must be in the files for the check to say anything; where it is not, the check lacks it as a whole.
    pub needs: &'static [Need],
    /// The parameters it asks.
    pub parameters: &'static [Parameter],
    /// On which day it asks for a parameter of a loan: most rules on its 放款日期.
    pub asked_on: fn(&Case<'_>, Parameter) -> Date,
    /// The branches by which it catches; each has a sentence.
    pub branches: &'static [&'static str],
    /// Which amount of a caught loan counts.
    pub amount: fn(&Case<'_>) -> Fen,
    /// What it looks at.
    pub decide: Decide,
}

/// What a check looks at.
#[derive(Clone, Copy)]
pub enum Decide {
    /// Every loan by itself, its household and its subsidies with it.
    Loan(fn(&Case<'_>) -> Verdict),
    /// The county as a whole: lenders, townships, places.
    County(fn(&Book<'_>) -> Vec<Hit>),
}

/// What must be in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// One of these columns in some loan file.
    Column(&'static [Field]),
    /// Such a file.
    Table(FileKind),
    /// One of these files.
    AnyTable(&'static [FileKind]),
}

/// What a check of the county as a whole says of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Of which thing.
    pub subject: Subject,
    /// Caught, or what would have to be known.
    pub says: Result<Reason, Unknown>,
    /// The amount concerned.
    pub amount: Fen,
}

/// A thing that is no loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A lender.
    Lender(Symbol),
    /// A township.
    Township(TownshipId),
    /// A village.
    Village(VillageId),
    /// The county.
    County,
}

/// 放款日期
fn disbursement_day(case: &Case<'_>, _: Parameter) -> Date {
    case.loan.disbursement_date
}

/// 统计时点
fn report_day(case: &Case<'_>, _: Parameter) -> Date {
    case.as_of()
}

/// 贷款余额
pub fn balance(case: &Case<'_>) -> Fen {
    case.loan.outstanding_principal
}

/// 贷款金额
pub fn principal(case: &Case<'_>) -> Fen {
    case.loan.disbursed_principal
}

impl Rule {
    /// The first need that the files do not meet; none where the check can be made.
    pub fn lacks(&self, book: &Book<'_>) -> Option<Unknown> {
        let unmet = self.needs.iter().find(|need| !need.is_met(book))?;
        Some(match unmet {
            Need::Column(fields) => Unknown::Fact(*fields.first()?),
            Need::Table(kind) => Unknown::Table(*kind),
            Need::AnyTable(kinds) => Unknown::Table(*kinds.first()?),
        })
    }
}

impl Need {
    fn is_met(self, book: &Book<'_>) -> bool {
        let county = book.county();
        match self {
            Need::Column(fields) => fields.iter().any(|field| book.has_column(*field)),
            Need::Table(kind) => has_table(county, kind),
            Need::AnyTable(kinds) => kinds.iter().any(|kind| has_table(county, *kind)),
        }
    }
}

fn has_table(county: &County, kind: FileKind) -> bool {
    match kind {
        FileKind::Roster => county.has_roster,
        FileKind::Subsidies => !county.subsidies.payments().is_empty(),
        FileKind::Funds => !county.funds.is_empty(),
        FileKind::ReportedTotals => !county.reported_totals.is_empty(),
        FileKind::Villages => !county.villages.is_empty(),
        FileKind::Gazetteer => !county.gazetteer.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_stand_in_the_order_of_their_ids_each_with_branches_and_a_source() {
        assert!(RULES.is_sorted_by(|a, b| a.id < b.id));
        for rule in RULES {
            assert!(
                !rule.branches.is_empty() && !rule.source.is_empty(),
                "{}",
                rule.id
            );
        }
    }
}
