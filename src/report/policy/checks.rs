//! The checks as the page shows them: what each caught, what it could not tell, and what it needs.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, TownshipId};
use crate::indicators::checks::{Checked, check_all};
use crate::policy::book::Book;
use crate::policy::parameters::{Certainty, InForce, Parameter, definition};
use crate::policy::rules::{Decide, Hit, Severity, Subject};
use crate::policy::verdict::Unknown;

use super::ReasonRead;

/// What one check says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRow {
    /// Its id, under which its words stand.
    pub id: String,
    /// How grave its findings are.
    pub severity: Severity,
    /// Documents and articles.
    pub source: String,
    /// The parameters it asks, with their values.
    pub parameters: Vec<ParameterAsked>,
    /// Whether it looks at the county as a whole and not at loans.
    pub is_of_county: bool,
    /// What the files lack for it; then it was not made, and the numbers below say nothing.
    pub lacks: Option<Unknown>,
    /// Loans caught.
    pub loans: u64,
    /// Households of the loans caught.
    pub households: u64,
    /// The amount of the loans or things caught, as the check counts it.
    pub amount: Fen,
    /// Loans that could not be told, by what would have to be known, most first.
    pub undetermined: Vec<UndeterminedCount>,
    /// Loans looked at and in order.
    pub clear: u64,
    /// Loans that the check does not ask.
    pub not_applicable: u64,
    /// Townships with loans caught, most amount first.
    pub townships: Vec<TownshipCaught>,
    /// What a check of the county as a whole says.
    pub hits: Vec<HitRow>,
}

impl CheckRow {
    /// Loans that could not be told, whatever would have to be known.
    pub fn undetermined_loans(&self) -> u64 {
        self.undetermined.iter().map(|of| of.loans).sum()
    }

    /// Things caught by a check of the county as a whole.
    pub fn things_caught(&self) -> u64 {
        self.hits.iter().filter(|hit| hit.reason.is_some()).count() as u64
    }
}

/// A parameter that a check asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterAsked {
    /// Which one.
    pub parameter: Parameter,
    /// Its values over time, as they were used.
    pub values: Vec<InForce>,
    /// How sure the shipped values are: the least sure of them.
    pub certainty: Certainty,
}

/// Loans that could not be told for want of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndeterminedCount {
    /// What would have to be known.
    pub unknown: Unknown,
    /// How many loans.
    pub loans: u64,
}

/// A township's loans caught by a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownshipCaught {
    /// 乡镇
    pub township: String,
    /// How many loans.
    pub loans: u64,
    /// Their amount.
    pub amount: Fen,
}

/// The sort of thing that a check of the county as a whole looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// 承贷银行
    Lender,
    /// 乡镇
    Township,
    /// 行政村
    Village,
    /// 全县
    County,
}

/// What a check says of one lender, township or village.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitRow {
    /// What sort of thing.
    pub kind: SubjectKind,
    /// Its name; empty for the county.
    pub name: String,
    /// Why it is caught; none where that could not be told.
    pub reason: Option<ReasonRead>,
    /// What would have to be known, where it could not be told.
    pub unknown: Option<Unknown>,
    /// The amount concerned.
    pub amount: Fen,
}

/// All checks of a county, in the order of the register.
pub fn checks(book: &Book<'_>) -> Vec<CheckRow> {
    let all = check_all(book);
    all.iter().map(|checked| row(book, checked)).collect()
}

fn row(book: &Book<'_>, checked: &Checked) -> CheckRow {
    let rule = checked.rule;
    let hits: Vec<HitRow> = checked.hits.iter().map(|hit| hit_row(book, hit)).collect();
    let mut amount = checked.amount;
    for hit in hits.iter().filter(|hit| hit.reason.is_some()) {
        amount += hit.amount;
    }
    let undetermined = checked.undetermined.iter();
    let asked = rule.parameters.iter();
    CheckRow {
        id: rule.id.to_owned(),
        severity: rule.severity,
        source: rule.source.to_owned(),
        parameters: asked.map(|own| asked_of(book, *own)).collect(),
        is_of_county: matches!(rule.decide, Decide::County(_)),
        lacks: checked.lacks,
        loans: checked.rows.len() as u64,
        households: checked.households,
        amount,
        undetermined: undetermined
            .map(|&(unknown, loans)| UndeterminedCount { unknown, loans })
            .collect(),
        clear: checked.clear,
        not_applicable: checked.not_applicable,
        townships: townships(book, checked),
        hits,
    }
}

fn asked_of(book: &Book<'_>, parameter: Parameter) -> ParameterAsked {
    let entries = definition(parameter).entries.iter();
    let has = |wanted: Certainty| entries.clone().any(|entry| entry.certainty == wanted);
    ParameterAsked {
        parameter,
        values: book.rulebook().values(parameter).to_vec(),
        certainty: if has(Certainty::Input) {
            Certainty::Input
        } else if has(Certainty::ToBeConfirmed) {
            Certainty::ToBeConfirmed
        } else {
            Certainty::Confirmed
        },
    }
}

fn townships(book: &Book<'_>, checked: &Checked) -> Vec<TownshipCaught> {
    let all = checked.townships.iter().enumerate();
    let mut rows: Vec<TownshipCaught> = all
        .filter(|(_, (loans, _))| *loans > 0)
        .map(|(at, (loans, amount))| TownshipCaught {
            township: book.county().places.township_name(TownshipId(at as u32)),
            loans: *loans,
            amount: *amount,
        })
        .collect();
    rows.sort_by(|a, b| {
        b.amount
            .cmp(&a.amount)
            .then_with(|| a.township.cmp(&b.township))
    });
    rows
}

fn hit_row(book: &Book<'_>, hit: &Hit) -> HitRow {
    let county = book.county();
    let (kind, name) = match hit.subject {
        Subject::Lender(lender) => (
            SubjectKind::Lender,
            county.loans.lenders.text(lender).into_owned(),
        ),
        Subject::Township(township) => {
            (SubjectKind::Township, county.places.township_name(township))
        }
        Subject::Village(village) => (SubjectKind::Village, county.places.village_name(village)),
        Subject::County => (SubjectKind::County, String::new()),
    };
    HitRow {
        kind,
        name,
        reason: hit.says.as_ref().ok().map(ReasonRead::from),
        unknown: hit.says.err(),
        amount: hit.amount,
    }
}
