//! 风险补偿 by lender: what is ready to be claimed, the fund beside the loans, and the rates as reported, restated with
//! payouts added back, and as they would be once all that is ready is paid.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Fen, Symbol};
use crate::policy::book::{Book, Case};
use crate::policy::compensation::recovery;
use crate::policy::compensation::{Claim, PaidOut, split_of};
use crate::policy::parameters::Parameter;
use crate::policy::verdict::Unknown;

use super::rate::{Missing, Rate};

/// What is ready to be claimed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFigures {
    /// Loans that are ready.
    pub loans: u64,
    /// Their balance.
    pub outstanding_principal: Fen,
    /// Loans whose claim is known.
    pub known: u64,
    /// 申请代偿本金 of these.
    pub principal: Fen,
    /// 申请代偿利息 of these.
    pub interest: Fen,
    /// 保险赔付 of these, as far as it is told.
    pub insurance: Fen,
    /// Of these, loans of which no cell says whether an insurance paid.
    pub insurance_untold: u64,
    /// What is claimed of these.
    pub claimed: Fen,
    /// Loans whose claim and split are known.
    pub split: u64,
    /// 政府承担 of these.
    pub government: Fen,
    /// 银行承担 of these.
    pub lender: Fen,
}

/// What was recovered after payouts, split both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryFigures {
    /// Loans with a recovery whose split is known.
    pub loans: u64,
    /// What was recovered on these.
    pub recovered: Fen,
    /// 清收费用
    pub costs: Fen,
    /// The lender's, where it comes first.
    pub lender_first: Fen,
    /// Back to the fund, where the lender comes first.
    pub fund_after_lender: Fen,
    /// The lender's, pro rata.
    pub lender_pro_rata: Fen,
    /// Back to the fund, pro rata.
    pub fund_pro_rata: Fen,
    /// Loans with a recovery of which not all is told that a split needs.
    pub undetermined: u64,
}

/// Sums of a group, from which its rates are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    outstanding: Fen,
    overdue: Fen,
    non_performing: Fen,
    ready: Fen,
    ready_overdue: Fen,
    ready_non_performing: Fen,
    /// Paid out and not recovered, as far as it is told.
    paid_out: Fen,
    /// Paid out in all, as far as it is told.
    paid_out_ever: Fen,
    paid_out_loans: u64,
    /// Loans paid out without a sum.
    untold: u64,
    /// Lent on loans that have matured: 累计到期额.
    matured: Fen,
}

/// A rate in its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restated {
    /// 现存: as reported.
    pub reported: Rate<Fen>,
    /// 还原: with payouts not recovered added back to part and whole. Unknown where a payout has no sum.
    pub restated: Rate<Fen>,
    /// 现存, once all that is ready is paid out and leaves the books.
    pub once_paid: Rate<Fen>,
    /// 还原, once all that is ready is paid out.
    pub once_paid_restated: Rate<Fen>,
}

/// The rates of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockRates {
    /// 逾期率
    pub overdue: Restated,
    /// 不良率
    pub non_performing: Restated,
    /// 累计代偿率: paid out ÷ lent on loans that have matured.
    pub paid_out: Rate<Fen>,
    /// Loans paid out, and those of them whose sum is not told.
    pub paid_out_loans: u64,
    /// Of these, those whose sum is not told.
    pub untold: u64,
}

/// The fund beside the loans of a lender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundFigures {
    /// 风险补偿金余额; none where no table has it.
    pub balance: Option<Fen>,
    /// The day of that balance, if the table gives it.
    pub as_of: Option<Date>,
    /// 放大倍数 in hundredths: the loans' balance ÷ the fund; none where there is no fund.
    pub leverage: Option<i64>,
    /// Whether the loans are more than the most; none where fund or parameter is not known.
    pub is_above_most: Option<bool>,
    /// How much the fund must grow for the loans to be no more than the most; none where it is not known.
    pub short_by: Option<Fen>,
    /// Whether 不良率 is above the line at which lending stops; none where it is not known.
    pub is_above_stop_line: Option<bool>,
}

/// One lender.
#[derive(Clone, Copy, Debug, Default)]
pub struct LenderCompensation {
    /// What is ready.
    pub claims: ClaimFigures,
    /// What was recovered.
    pub recoveries: RecoveryFigures,
    /// What its rates are made of.
    pub stock: Stock,
}

/// All sums.
pub struct CompensationComputed {
    /// By lender, in the order of their symbols.
    pub lenders: Vec<LenderCompensation>,
    /// The whole county.
    pub total: LenderCompensation,
    /// Loans that are ready and whose claim or split is not known, by what would have to be known.
    pub lacking: BTreeMap<Unknown, u64>,
}

impl CompensationComputed {
    /// Works out everything in one pass over the loans.
    pub fn of(book: &Book<'_>, is_ready: impl Fn(&Case<'_>) -> bool) -> CompensationComputed {
        let count = book.county().loans.lenders.len();
        let mut computed = CompensationComputed {
            lenders: vec![LenderCompensation::default(); count],
            total: LenderCompensation::default(),
            lacking: BTreeMap::new(),
        };
        book.each(|case| {
            let is_ready = case.loan.is_outstanding() && is_ready(&case);
            let Some(lender) = computed.lenders.get_mut(case.loan.lender.0 as usize) else {
                return;
            };
            lender.stock.add(&case, is_ready);
            lender.recoveries.add(&case);
            if is_ready && let Err(unknown) = lender.claims.add(&case) {
                *computed.lacking.entry(unknown).or_insert(0) += 1;
            }
        });
        for lender in &computed.lenders {
            computed.total.claims.merge(&lender.claims);
            computed.total.recoveries.merge(&lender.recoveries);
            computed.total.stock.merge(&lender.stock);
        }
        computed
    }
}

impl ClaimFigures {
    fn add(&mut self, case: &Case<'_>) -> Result<(), Unknown> {
        self.loans += 1;
        self.outstanding_principal += case.loan.outstanding_principal;
        let Some(claim) = Claim::of(case) else {
            return Ok(());
        };
        let claimed = claim.net()?;
        self.known += 1;
        self.principal += claim.principal?;
        self.interest += claim.interest?;
        match claim.insurance {
            Some(paid) => self.insurance += paid,
            None => self.insurance_untold += 1,
        }
        self.claimed += claimed;
        let split = split_of(case, claimed)?;
        self.split += 1;
        self.government += split.government;
        self.lender += split.lender;
        Ok(())
    }

    fn merge(&mut self, other: &ClaimFigures) {
        self.loans += other.loans;
        self.outstanding_principal += other.outstanding_principal;
        self.known += other.known;
        self.principal += other.principal;
        self.interest += other.interest;
        self.insurance += other.insurance;
        self.insurance_untold += other.insurance_untold;
        self.claimed += other.claimed;
        self.split += other.split;
        self.government += other.government;
        self.lender += other.lender;
    }
}

impl RecoveryFigures {
    fn add(&mut self, case: &Case<'_>) {
        match recovery::of(case) {
            Ok(None) => {}
            Err(_) => self.undetermined += 1,
            Ok(Some([first, pro_rata])) => {
                self.loans += 1;
                self.recovered += first.costs + first.lender + first.fund;
                self.costs += first.costs;
                self.lender_first += first.lender;
                self.fund_after_lender += first.fund;
                self.lender_pro_rata += pro_rata.lender;
                self.fund_pro_rata += pro_rata.fund;
            }
        }
    }

    fn merge(&mut self, other: &RecoveryFigures) {
        self.loans += other.loans;
        self.recovered += other.recovered;
        self.costs += other.costs;
        self.lender_first += other.lender_first;
        self.fund_after_lender += other.fund_after_lender;
        self.lender_pro_rata += other.lender_pro_rata;
        self.fund_pro_rata += other.fund_pro_rata;
        self.undetermined += other.undetermined;
    }
}

impl Stock {
    fn add(&mut self, case: &Case<'_>, is_ready: bool) {
        let (loan, as_of) = (&case.loan, case.as_of());
        if loan.effective_maturity_date() < as_of {
            self.matured += loan.disbursed_principal;
        }
        if let Some(payout) = PaidOut::of(case) {
            self.paid_out_loans += 1;
            match (payout.paid, payout.unrecovered()) {
                (Ok(paid), Ok(left)) => {
                    self.paid_out_ever += paid;
                    // What the lender still has on its books is in the balance already.
                    self.paid_out += (left - loan.outstanding_principal).max(Fen::ZERO);
                }
                _ => self.untold += 1,
            }
        }
        let past_due = case.book().classifier().past_due(case.row(), loan);
        let Some((days, class)) = past_due else {
            return;
        };
        let balance = loan.outstanding_principal;
        self.outstanding += balance;
        let is_non_performing = class.is_non_performing();
        if days > 0 {
            self.overdue += balance;
        }
        if is_non_performing {
            self.non_performing += balance;
        }
        if is_ready {
            self.ready += balance;
            self.ready_overdue += if days > 0 { balance } else { Fen::ZERO };
            self.ready_non_performing += if is_non_performing {
                balance
            } else {
                Fen::ZERO
            };
        }
    }

    fn merge(&mut self, other: &Stock) {
        self.outstanding += other.outstanding;
        self.overdue += other.overdue;
        self.non_performing += other.non_performing;
        self.ready += other.ready;
        self.ready_overdue += other.ready_overdue;
        self.ready_non_performing += other.ready_non_performing;
        self.paid_out += other.paid_out;
        self.paid_out_ever += other.paid_out_ever;
        self.paid_out_loans += other.paid_out_loans;
        self.untold += other.untold;
        self.matured += other.matured;
    }

    /// The rates.
    pub fn rates(&self) -> StockRates {
        let paid_out = match self.untold {
            0 => Rate::of(self.paid_out_ever, self.matured),
            _ => Rate::unknown(Some(self.matured), Missing::NoPayoutSum),
        };
        StockRates {
            overdue: self.restated(self.overdue, self.ready_overdue),
            non_performing: self.restated(self.non_performing, self.ready_non_performing),
            paid_out,
            paid_out_loans: self.paid_out_loans,
            untold: self.untold,
        }
    }

    /// A loan paid out leaves part and whole; what is added back puts it into both again.
    fn restated(&self, part: Fen, ready: Fen) -> Restated {
        let back = |part: Fen, whole: Fen, added: Fen| match self.untold {
            0 => Rate::of(part + added, whole + added),
            _ => Rate::unknown(None, Missing::NoPayoutSum),
        };
        let (part_then, whole_then) = (part - ready, self.outstanding - self.ready);
        Restated {
            reported: Rate::of(part, self.outstanding),
            restated: back(part, self.outstanding, self.paid_out),
            once_paid: Rate::of(part_then, whole_then),
            once_paid_restated: back(part_then, whole_then, self.paid_out + self.ready),
        }
    }

    /// The fund beside this stock.
    pub fn fund(&self, book: &Book<'_>, fund: Option<(Fen, Option<Date>)>) -> FundFigures {
        let most = book.parameter(Parameter::MostLeverage);
        let balance = fund.map(|(balance, _)| balance);
        let line = book.parameter(Parameter::NonPerformingStopLine);
        let rate = Rate::of(self.non_performing, self.outstanding);
        let owed = i128::from(self.outstanding.0);
        FundFigures {
            balance,
            as_of: fund.and_then(|(_, day)| day),
            leverage: balance.and_then(|fund| Rate::of(self.outstanding, fund).hundredfold()),
            is_above_most: balance
                .zip(most)
                .map(|(fund, most)| owed > i128::from(fund.0) * i128::from(most)),
            short_by: balance.zip(most).and_then(|(fund, most)| {
                let most = i128::from(most).max(1);
                let needed = (owed + most - 1) / most;
                i64::try_from((needed - i128::from(fund.0)).max(0))
                    .ok()
                    .map(Fen)
            }),
            is_above_stop_line: line.and_then(|line| {
                let reaches = rate.reaches(line)?;
                let is_line = rate.is_exactly(line)?;
                Some(reaches && !is_line)
            }),
        }
    }
}

/// The latest balance of a lender's fund on a day; a row without a day counts where no row has one.
pub fn fund_of(book: &Book<'_>, lender: Symbol) -> Option<(Fen, Option<Date>)> {
    let rows = book.county().funds.iter().map(|row| row.says);
    rows.filter(|row| row.lender == lender)
        .filter(|row| row.as_of.is_none_or(|day| day <= book.as_of()))
        .max_by_key(|row| row.as_of)
        .map(|row| (row.amount, row.as_of))
}
