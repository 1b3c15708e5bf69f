//! A22 风险补偿金不足: whether a lender has lent more than so many times its fund, or the fund is far below its prescribed size.

use crate::domain::{Fen, FileKind, Symbol};
use crate::policy::book::Book;
use crate::policy::parameters::Parameter;
use crate::policy::verdict::{Figure, Reason, Unknown};

use super::{Decide, Hit, Need, Rule, Severity, Subject, balance, report_day};

pub(super) const RULE: Rule = Rule {
    id: "A22",
    severity: Severity::Suspicion,
    source: "桂财农〔2017〕58号；涪陵2019年办法；甘财金〔2021〕23号",
    needs: &[Need::Table(FileKind::Funds)],
    parameters: &[
        Parameter::MostLeverage,
        Parameter::FundFloor,
        Parameter::FundPrescribedSize,
    ],
    asked_on: report_day,
    branches: &["leverage", "empty", "below_floor"],
    amount: balance,
    decide: Decide::County(decide),
};

fn decide(book: &Book<'_>) -> Vec<Hit> {
    let loans = &book.county().loans;
    let mut owed = vec![Fen::ZERO; loans.lenders.len()];
    for loan in loans.iter() {
        if let Some(sum) = owed.get_mut(loan.lender.0 as usize) {
            *sum += loan.outstanding_principal;
        }
    }
    let most = book.parameter(Parameter::MostLeverage);
    let lenders = owed.iter().enumerate();
    let mut hits: Vec<Hit> = lenders
        .filter(|(_, sum)| sum.is_positive())
        .filter_map(|(at, sum)| of_lender(book, Symbol(at as u32), *sum, most))
        .collect();
    hits.extend(of_fund(book));
    hits
}

/// What stands in the fund for a lender: the latest balance not after the day, else one without a day.
fn fund_of(book: &Book<'_>, lender: Symbol) -> Option<Fen> {
    let rows = book.county().funds.iter().map(|row| row.says);
    let known =
        rows.filter(|row| row.lender == lender && row.as_of.is_none_or(|day| day <= book.as_of()));
    known.max_by_key(|row| row.as_of).map(|row| row.amount)
}

fn of_lender(book: &Book<'_>, lender: Symbol, owed: Fen, most: Option<i64>) -> Option<Hit> {
    let says = match (fund_of(book, lender), most) {
        (None, _) => Err(Unknown::Table(FileKind::Funds)),
        (Some(fund), _) if !fund.is_positive() => Ok(Reason::of(
            "empty",
            [Figure::Money(owed), Figure::Money(fund)],
        )),
        (Some(_), None) => Err(Unknown::Parameter(Parameter::MostLeverage)),
        (Some(fund), Some(most)) if i128::from(owed.0) > i128::from(fund.0) * i128::from(most) => {
            let times = Figure::Times(hundredths(owed, fund));
            let told = [
                Figure::Money(owed),
                Figure::Money(fund),
                times,
                Figure::Times(most * 100),
            ];
            Ok(Reason::of("leverage", told))
        }
        (Some(_), Some(_)) => return None,
    };
    Some(Hit {
        subject: Subject::Lender(lender),
        says,
        amount: owed,
    })
}

/// How many hundredths of a part the whole is.
fn hundredths(whole: Fen, part: Fen) -> i64 {
    let times = i128::from(whole.0) * 100 / i128::from(part.0.max(1));
    i64::try_from(times).unwrap_or(i64::MAX)
}

/// The fund as a whole against its prescribed size.
fn of_fund(book: &Book<'_>) -> Option<Hit> {
    let lenders = 0..book.county().loans.lenders.len() as u32;
    let mut fund = Fen::ZERO;
    for own in lenders.filter_map(|at| fund_of(book, Symbol(at))) {
        fund += own;
    }
    let size = book.parameter(Parameter::FundPrescribedSize);
    let floor = book.parameter(Parameter::FundFloor);
    let says = match (size, floor) {
        (None, _) => Err(Unknown::Parameter(Parameter::FundPrescribedSize)),
        (_, None) => Err(Unknown::Parameter(Parameter::FundFloor)),
        (Some(size), Some(floor)) => {
            let least = i128::from(size) * i128::from(floor);
            if i128::from(fund.0) * 10_000 >= least {
                return None;
            }
            let told = [
                Figure::Money(fund),
                Figure::Money(Fen(size)),
                Figure::Percent(floor),
            ];
            Ok(Reason::of("below_floor", told))
        }
    };
    Some(Hit {
        subject: Subject::County,
        says,
        amount: fund,
    })
}
