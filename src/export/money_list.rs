//! 贴息申报表, 代偿申请表 and what was paid otherwise than due as CSV, with the digest of the parameters they were made by.

use crate::report::policy::Unknown;
use crate::report::policy::money_list::{
    ClaimRow, DeclarationRow, FaultRow, ListedLoan, MoneyPage, MoneyRows,
};
use crate::report::{Date, Fen};
use crate::text::fact::Named;
use crate::text::number::MoneyUnit;
use crate::text::{Lang, Words, class, compensation, money_source, number, subsidy, table};

use super::cell::Cell;
use super::csv::{Source, Table};

/// The headings of a list's columns, in their order.
pub fn headings(rows: &MoneyRows) -> Vec<Words> {
    let loan = [
        subsidy::ROW_NUMBER,
        table::TOWNSHIP,
        table::VILLAGE,
        subsidy::GROUP,
        table::HOUSEHOLD_NUMBER,
        table::LENDER,
        table::LOAN_NUMBER,
        table::DISBURSED,
        table::BALANCE,
        table::DISBURSED_ON,
        table::DUE_ON,
    ];
    let further: &[Words] = match rows {
        MoneyRows::Declaration(_) => &[
            subsidy::RATE,
            subsidy::INTEREST_FROM,
            subsidy::INTEREST_TO,
            subsidy::DAYS,
            subsidy::PAYABLE,
            subsidy::SUBSIDISED_RATE,
            subsidy::SHARE,
            subsidy::AMOUNT,
            subsidy::AMOUNT_360,
            subsidy::AMOUNT_365,
            subsidy::SOURCE,
            subsidy::NOTE,
        ],
        MoneyRows::Faults(_) => &[
            subsidy::INTEREST_FROM,
            subsidy::INTEREST_TO,
            subsidy::PAID_YUAN,
            subsidy::SHOULD_BE_360,
            subsidy::SHOULD_BE_365,
            subsidy::STAKE_YUAN,
            subsidy::NOTE,
        ],
        MoneyRows::Claims(_) => &[
            compensation::ARREARS,
            compensation::DAYS_PAST_DUE,
            compensation::CLASS,
            compensation::NON_PERFORMING_ON,
            compensation::BUFFER,
            compensation::COLLECTIONS,
            compensation::CAUSE,
            compensation::CLAIM_PRINCIPAL_YUAN,
            compensation::CLAIM_INTEREST_YUAN,
            compensation::INSURANCE_YUAN,
            compensation::SHARE,
            compensation::GOVERNMENT_YUAN,
            compensation::LENDER_YUAN,
            subsidy::SOURCE,
            subsidy::NOTE,
        ],
    };
    loan.into_iter().chain(further.iter().copied()).collect()
}

/// The cells of a list's rows, in the order of [`headings`]; the first row's number is `first`.
pub fn cells(rows: &MoneyRows, first: u64, lang: Lang) -> Vec<Vec<Cell<'static>>> {
    fn all<R>(
        rows: &[R],
        first: u64,
        loan: impl Fn(&R) -> &ListedLoan,
        further: impl Fn(&R) -> Vec<Cell<'static>>,
    ) -> Vec<Vec<Cell<'static>>> {
        let numbered = rows.iter().zip(first..);
        numbered
            .map(|(row, at)| {
                let mut cells = of_loan(loan(row), at);
                cells.extend(further(row));
                cells
            })
            .collect()
    }
    match rows {
        MoneyRows::Declaration(rows) => {
            all(rows, first, |row| &row.loan, |row| declared(row, lang))
        }
        MoneyRows::Faults(rows) => all(rows, first, |row| &row.loan, |row| found(row, lang)),
        MoneyRows::Claims(rows) => all(rows, first, |row| &row.loan, |row| claimed(row, lang)),
    }
}

fn of_loan(loan: &ListedLoan, at: u64) -> Vec<Cell<'static>> {
    vec![
        Cell::count(at),
        Cell::text(loan.township.clone()),
        Cell::text(loan.village.clone()),
        loan.group.clone().map_or_else(blank, Cell::text),
        Cell::text(loan.household_number.clone()),
        Cell::text(loan.lender.clone()),
        Cell::text(loan.loan_number.clone()),
        Cell::yuan(loan.disbursed_principal),
        Cell::yuan(loan.outstanding_principal),
        day(Some(loan.disbursement_date)),
        day(Some(loan.maturity_date)),
    ]
}

fn blank() -> Cell<'static> {
    Cell::text("")
}

fn day(day: Option<Date>) -> Cell<'static> {
    day.map_or_else(blank, |day| Cell::Figure(day.to_string()))
}

/// A sum, or that it is not known.
fn sum(amount: Option<Fen>, lang: Lang) -> Cell<'static> {
    amount.map_or_else(|| unknown(lang), Cell::yuan)
}

fn unknown(lang: Lang) -> Cell<'static> {
    Cell::text(table::UNKNOWN.of(lang))
}

fn percent(hundredths: Option<i64>, lang: Lang) -> Cell<'static> {
    hundredths.map_or_else(
        || unknown(lang),
        |share| Cell::Figure(format!("{}%", Fen(share))),
    )
}

fn between(bounds: Option<(Fen, Fen)>, lang: Lang) -> Cell<'static> {
    match bounds {
        Some((least, most)) => Cell::Money(least, most),
        None => unknown(lang),
    }
}

fn note(lacks: Option<Unknown>, lang: Lang) -> Cell<'static> {
    lacks.map_or_else(blank, |lacks| Cell::text(subsidy::lacking(lacks, lang)))
}

fn declared(row: &DeclarationRow, lang: Lang) -> Vec<Cell<'static>> {
    let rate = |rate: Option<crate::report::AnnualRate>| match rate {
        Some(rate) => Cell::Figure(rate.to_string()),
        None => unknown(lang),
    };
    vec![
        rate(row.rate),
        day(Some(row.from)),
        day(Some(row.to)),
        Cell::Figure(row.days.to_string()),
        sum(row.payable, lang),
        rate(row.subsidised_rate),
        percent(row.share, lang),
        sum(row.amount, lang),
        between(row.by_360, lang),
        between(row.by_365, lang),
        Cell::text(money_source::name(row.source).of(lang)),
        note(row.lacks, lang),
    ]
}

fn found(row: &FaultRow, lang: Lang) -> Vec<Cell<'static>> {
    let amount = |amount: Option<Fen>| amount.map_or_else(blank, Cell::yuan);
    vec![
        day(row.period.map(|(from, _)| from)),
        day(row.period.map(|(_, to)| to)),
        amount(row.paid),
        amount(row.should_be.map(|(by_360, _)| by_360)),
        amount(row.should_be.map(|(_, by_365)| by_365)),
        sum(row.amount, lang),
        note(row.lacks, lang),
    ]
}

fn claimed(row: &ClaimRow, lang: Lang) -> Vec<Cell<'static>> {
    let written = |day: Option<Date>| {
        day.map_or_else(|| table::UNKNOWN.of(lang).to_owned(), |day| day.to_string())
    };
    let collections = match (row.collections, row.last_collection) {
        (None, None) => table::UNKNOWN.of(lang).to_owned(),
        (Some(count), None) => number::count(count),
        (None, Some(day)) => day.to_string(),
        (Some(count), Some(day)) => format!("{} / {day}", number::count(count)),
    };
    vec![
        sum(row.interest_arrears, lang),
        row.days_past_due
            .map_or_else(|| unknown(lang), |days| Cell::count(u64::from(days))),
        row.class.map_or_else(
            || unknown(lang),
            |own| Cell::text(class::name(own).of(lang)),
        ),
        day(row.non_performing),
        Cell::text(subsidy::between(
            &written(row.buffer_first),
            &written(row.buffer_last),
        )),
        Cell::text(collections),
        row.cause
            .map_or_else(|| unknown(lang), |cause| Cell::text(cause.name().of(lang))),
        sum(row.principal, lang),
        sum(row.interest, lang),
        sum(row.insurance, lang),
        percent(row.share, lang),
        sum(row.government, lang),
        sum(row.lender, lang),
        Cell::text(money_source::name(row.source).of(lang)),
        note(row.lacks, lang),
    ]
}

/// The whole of a list as CSV: its rows, its totals, who signs it, and by which parameters it was made.
pub fn written(list: &MoneyPage, digest: &str, source: &Source, lang: Lang) -> Vec<u8> {
    let headings: Vec<&str> = headings(&list.rows)
        .into_iter()
        .map(|heading| heading.of(lang))
        .collect();
    let mut table = Table::new(&headings, lang);
    for row in cells(&list.rows, list.offset + 1, lang) {
        table.push(&row);
    }
    table.note(subsidy::LIST_TOTAL, &total(list, MoneyUnit::Yuan, lang));
    if let Some(words) = signature(&list.rows) {
        table.note(subsidy::NOTE, words.of(lang));
    }
    table.note(subsidy::DIGEST, digest);
    table.finish(source)
}

/// The line of totals of a list, exact in the unit.
pub fn total(list: &MoneyPage, unit: MoneyUnit, lang: Lang) -> String {
    let money = |amount| {
        format!(
            "{} {}",
            number::money_to_the_fen(amount, unit),
            unit.name(lang)
        )
    };
    let sum = subsidy::list_sum(
        &number::count(list.count),
        &money(list.amount),
        &number::count(list.undetermined),
        lang,
    );
    match list.rows {
        MoneyRows::Claims(_) => {
            let (government, lender) = (money(list.government), money(list.lender));
            format!("{sum} {}", compensation::shares(&government, &lender, lang))
        }
        _ => sum,
    }
}

/// The line for those who sign a list; none for a list that no one signs.
pub fn signature(rows: &MoneyRows) -> Option<Words> {
    match rows {
        MoneyRows::Declaration(_) => Some(subsidy::SIGNATURE),
        MoneyRows::Claims(_) => Some(compensation::OPINIONS),
        MoneyRows::Faults(_) => None,
    }
}
