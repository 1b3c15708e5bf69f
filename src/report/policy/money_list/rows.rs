//! The rows of the lists of 贴息 and 风险补偿. Columns of names, identity numbers and bank cards are left out.

use serde::{Deserialize, Serialize};

use crate::domain::{AnnualRate, Cause, Date, Fen, Field, RiskClass};
use crate::policy::book::{Book, Case};
use crate::policy::compensation::{Claim, split_of};
use crate::policy::money_source::{MoneySource, money_source};
use crate::policy::parameters::Parameter;
use crate::policy::standing;
use crate::policy::subsidy::LoanSubsidy;
use crate::policy::subsidy::faults;
use crate::policy::subsidy::periods::Days;
use crate::policy::verdict::Unknown;

use super::{MoneyListQuery, MoneyRows};

/// The loan that a row is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedLoan {
    /// Its row in the whole register, by which it is asked for.
    pub row: u64,
    /// 借据号
    pub loan_number: String,
    /// 户编号
    pub household_number: String,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// 组, if a file gives it.
    pub group: Option<String>,
    /// 承贷银行
    pub lender: String,
    /// 贷款金额
    pub disbursed_principal: Fen,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// 放款日期
    pub disbursement_date: Date,
    /// 到期日期, the extended one where it was extended.
    pub maturity_date: Date,
}

/// A row of 贴息申报表.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationRow {
    /// The loan.
    pub loan: ListedLoan,
    /// 执行利率
    pub rate: Option<AnnualRate>,
    /// 计息起日
    pub from: Date,
    /// 计息止日: the day after the last that bears interest.
    pub to: Date,
    /// 计息天数
    pub days: i64,
    /// 应付利息, by the year that the parameters say; none where it is not known.
    pub payable: Option<Fen>,
    /// The rate that is subsidised.
    pub subsidised_rate: Option<AnnualRate>,
    /// 贴息比例, in hundredths of a percent.
    pub share: Option<i64>,
    /// 应贴息金额, by the year that the parameters say; none where it is not known.
    pub amount: Option<Fen>,
    /// At least and at most so much, by 360 days to the year; none where nothing can be told.
    pub by_360: Option<(Fen, Fen)>,
    /// The same by 365 days.
    pub by_365: Option<(Fen, Fen)>,
    /// 资金来源
    pub source: MoneySource,
    /// What would have to be known.
    pub lacks: Option<Unknown>,
}

/// A row of what was paid otherwise than due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultRow {
    /// The loan.
    pub loan: ListedLoan,
    /// 计息起日 and 计息止日 of the payment; none where nothing was paid.
    pub period: Option<(Date, Date)>,
    /// 贴息金额
    pub paid: Option<Fen>,
    /// What it should have been by 360 and by 365 days to the year.
    pub should_be: Option<(Fen, Fen)>,
    /// The sum at stake; none where it is not known.
    pub amount: Option<Fen>,
    /// What would have to be known.
    pub lacks: Option<Unknown>,
    /// The line of the payment in its table.
    pub line: Option<u32>,
}

/// A row of 代偿申请表.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRow {
    /// The loan.
    pub loan: ListedLoan,
    /// 欠息
    pub interest_arrears: Option<Fen>,
    /// 逾期天数
    pub days_past_due: Option<u32>,
    /// 五级分类
    pub class: Option<RiskClass>,
    /// 不良认定日
    pub non_performing: Option<Date>,
    /// 缓冲期起
    pub buffer_first: Option<Date>,
    /// 缓冲期止
    pub buffer_last: Option<Date>,
    /// 催收次数
    pub collections: Option<u64>,
    /// 最近催收日期
    pub last_collection: Option<Date>,
    /// 未还原因
    pub cause: Option<Cause>,
    /// 申请代偿本金
    pub principal: Option<Fen>,
    /// 申请代偿利息
    pub interest: Option<Fen>,
    /// 保险赔付
    pub insurance: Option<Fen>,
    /// 政府承担 in hundredths of a percent.
    pub share: Option<i64>,
    /// 政府承担金额
    pub government: Option<Fen>,
    /// 银行承担金额
    pub lender: Option<Fen>,
    /// 资金来源
    pub source: MoneySource,
    /// What would have to be known.
    pub lacks: Option<Unknown>,
}

/// The rows of some of a list's items.
pub(super) fn of(book: &Book<'_>, query: &MoneyListQuery, items: &[(u32, u32)]) -> MoneyRows {
    let cases = items
        .iter()
        .map(|&(row, at)| (book.case(row as usize), at as usize));
    match query {
        MoneyListQuery::Declaration { from, to, .. } => {
            let period = Days {
                from: *from,
                to: *to,
            };
            MoneyRows::Declaration(cases.map(|(case, _)| declaration(&case, period)).collect())
        }
        MoneyListQuery::Faults { .. } => {
            MoneyRows::Faults(cases.filter_map(|(case, at)| fault(&case, at)).collect())
        }
        MoneyListQuery::Claims { .. } => {
            MoneyRows::Claims(cases.map(|(case, _)| claim(&case)).collect())
        }
    }
}

fn listed(case: &Case<'_>) -> ListedLoan {
    let (county, loan) = (case.book().county(), &case.loan);
    let township = county.places.township_of(loan.village);
    ListedLoan {
        row: case.row() as u64,
        loan_number: county.loans.number(case.row()),
        household_number: county.households.number(loan.household),
        township: county.places.township_name(township),
        village: county.places.village_name(loan.village),
        group: case.text(Field::VillagerGroup).map(str::to_owned),
        lender: county.loans.lenders.text(loan.lender).into_owned(),
        disbursed_principal: loan.disbursed_principal,
        outstanding_principal: loan.outstanding_principal,
        disbursement_date: loan.disbursement_date,
        maturity_date: loan.effective_maturity_date(),
    }
}

fn declaration(case: &Case<'_>, period: Days) -> DeclarationRow {
    let subsidy = LoanSubsidy::of(*case);
    let due = subsidy.and_then(|subsidy| subsidy.of_days(period));
    let days = subsidy.map_or(period, |subsidy| subsidy.days.and(period));
    let payable = subsidy.and_then(|subsidy| {
        let payable = subsidy.payable(period)?.known();
        Ok(payable.map(|payable| payable.by(subsidy.year)))
    });
    let known = due.ok().and_then(|due| due.known());
    let year = subsidy.ok().map(|subsidy| subsidy.year);
    let shown = subsidy.ok().map(|subsidy| subsidy.shown());
    let lacks = match (&due, known) {
        (Err(unknown), _) => Some(*unknown),
        (Ok(_), None) => subsidy.ok().map(|subsidy| subsidy.lacks()),
        (Ok(_), Some(_)) => None,
    };
    DeclarationRow {
        loan: listed(case),
        rate: case.loan.annual_interest_rate,
        from: days.from,
        to: days.to,
        days: days.count(),
        payable: payable.ok().flatten(),
        subsidised_rate: shown.map(|shown| shown.rate),
        share: shown.map(|shown| shown.share),
        amount: known.zip(year).map(|(known, year)| known.by(year)),
        by_360: due.ok().map(|due| (due.least.by_360, due.most.by_360)),
        by_365: due.ok().map(|due| (due.least.by_365, due.most.by_365)),
        source: money_source(case, period.last()).into(),
        lacks,
    }
}

fn fault(case: &Case<'_>, wanted: usize) -> Option<FaultRow> {
    let mut row = None;
    let mut at = 0;
    faults::each(*case, |found| {
        if at == wanted {
            row = Some(FaultRow {
                loan: listed(case),
                period: found
                    .payment
                    .map(|payment| (payment.period_start, payment.period_end)),
                paid: found.payment.map(|payment| payment.amount),
                should_be: found.should_be.map(|own| (own.by_360, own.by_365)),
                amount: found.amount,
                lacks: found.lacks,
                line: found.payment.map(|payment| payment.line),
            });
        }
        at += 1;
    });
    row
}

fn claim(case: &Case<'_>) -> ClaimRow {
    let claim = Claim::of(case);
    let net = claim.map(|claim| claim.net());
    let split = net.and_then(Result::ok).map(|net| split_of(case, net));
    let standing = standing::of(case);
    let lacks = match (net, split) {
        (Some(Err(unknown)), _) | (_, Some(Err(unknown))) => Some(unknown),
        _ => None,
    };
    let split = split.and_then(Result::ok);
    ClaimRow {
        loan: listed(case),
        interest_arrears: case.money(Field::InterestArrears),
        days_past_due: standing.arrears.map(|own| own.principal_days),
        class: standing.arrears.map(|own| own.class),
        non_performing: standing.buffer.non_performing,
        buffer_first: standing.buffer.first,
        buffer_last: standing.buffer.last,
        collections: case.count(Field::CollectionCount),
        last_collection: case.day(Field::LastCollectionDate),
        cause: case.word::<Cause>(),
        principal: claim.and_then(|claim| claim.principal.ok()),
        interest: claim.and_then(|claim| claim.interest.ok()),
        insurance: claim.and_then(|claim| claim.insurance),
        share: case.parameter(Parameter::GovernmentShare),
        government: split.map(|split| split.government),
        lender: split.map(|split| split.lender),
        source: money_source(case, case.as_of()).into(),
        lacks,
    }
}
