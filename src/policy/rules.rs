//! 合规检查: the register of the checks, one file each. The order here is the order of the report.
//!
//! To add a check: a file beside the others with its `RULE`, a line in [`RULES`], and its words in `text::rules`.

mod a04_term;
mod a05_rate;

use crate::domain::{Fen, Field, FileKind, Symbol, TownshipId, VillageId};

use super::book::{Book, Case};
use super::parameters::Parameter;
use super::verdict::{Reason, Unknown, Verdict};

/// Every check, in the order of the report.
pub const RULES: &[Rule] = &[a04_term::RULE, a05_rate::RULE];

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
        })
    }
}

impl Need {
    fn is_met(self, book: &Book<'_>) -> bool {
        let county = book.county();
        match self {
            Need::Column(fields) => fields.iter().any(|field| book.has_column(*field)),
            Need::Table(FileKind::Roster) => county.has_roster,
            Need::Table(FileKind::Subsidies) => !county.subsidies.payments().is_empty(),
            Need::Table(FileKind::Funds) => !county.funds.is_empty(),
            Need::Table(FileKind::ReportedTotals) => !county.reported_totals.is_empty(),
            Need::Table(FileKind::Villages) => !county.villages.is_empty(),
            Need::Table(_) => true,
        }
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
