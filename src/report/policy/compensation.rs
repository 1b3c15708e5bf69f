//! 风险补偿 in the report: what is ready to be claimed, the fund of each lender, recoveries, and the rates in their readings.

use serde::{Deserialize, Serialize};

use crate::domain::{Fen, Symbol};
use crate::indicators::compensation::{CompensationComputed, LenderCompensation, fund_of};
use crate::policy::book::Book;
use crate::policy::compensation::is_ready;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

pub use crate::indicators::compensation::{
    ClaimFigures, FundFigures, RecoveryFigures, Restated, StockRates,
};

/// Risk compensation of the county.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompensationReport {
    /// The whole county.
    pub total: CompensationFigures,
    /// By lender, in the order of their names.
    pub lenders: Vec<LenderRow>,
    /// Loans that are ready and whose claim or split is not known, by what would have to be known.
    pub lacking: Vec<(Unknown, u64)>,
    /// The parameters that a claim needs and that the county has not given.
    pub asked: Vec<Parameter>,
    /// Whether the fund as a whole is below its floor; none where its size or floor is not known.
    pub is_fund_below_floor: Option<bool>,
    /// 规定规模, if the county gave it.
    pub prescribed_size: Option<Fen>,
}

/// The sums of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompensationFigures {
    /// What is ready to be claimed.
    pub claims: ClaimFigures,
    /// What was recovered.
    pub recoveries: RecoveryFigures,
    /// 逾期率 and 不良率 in their readings.
    pub rates: StockRates,
    /// The fund.
    pub fund: FundFigures,
}

/// A lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LenderRow {
    /// Its name.
    pub lender: String,
    /// Its sums.
    pub figures: CompensationFigures,
}

/// Risk compensation of the county on the day of a book.
pub fn compensation(book: &Book<'_>) -> CompensationReport {
    let computed = CompensationComputed::of(book, is_ready);
    let lenders = &book.county().loans.lenders;
    let mut funds: Option<Fen> = None;
    let mut rows = Vec::new();
    for (at, lender) in computed.lenders.iter().enumerate() {
        let symbol = Symbol(at as u32);
        let fund = fund_of(book, symbol);
        if let Some((balance, _)) = fund {
            funds = Some(funds.map_or(balance, |sum| sum + balance));
        }
        rows.push(LenderRow {
            lender: lenders.text(symbol).into_owned(),
            figures: figures(book, lender, fund),
        });
    }
    rows.sort_by(|a, b| a.lender.cmp(&b.lender));
    let total = figures(book, &computed.total, funds.map(|sum| (sum, None)));
    let prescribed = book.parameter(Parameter::FundPrescribedSize);
    let floor = book.parameter(Parameter::FundFloor);
    let needed = [
        Parameter::GovernmentShare,
        Parameter::ClaimCoversInterest,
        Parameter::FundPrescribedSize,
    ];
    CompensationReport {
        total,
        lenders: rows,
        lacking: computed.lacking.into_iter().collect(),
        asked: needed
            .into_iter()
            .filter(|parameter| book.parameter(*parameter).is_none())
            .collect(),
        is_fund_below_floor: funds
            .zip(prescribed)
            .zip(floor)
            .map(|((fund, size), floor)| {
                i128::from(fund.0) * 10_000 < i128::from(size) * i128::from(floor)
            }),
        prescribed_size: prescribed.map(Fen),
    }
}

fn figures(
    book: &Book<'_>,
    of: &LenderCompensation,
    fund: Option<(Fen, Option<crate::domain::Date>)>,
) -> CompensationFigures {
    CompensationFigures {
        claims: of.claims,
        recoveries: of.recoveries,
        rates: of.stock.rates(),
        fund: of.stock.fund(book, fund),
    }
}
