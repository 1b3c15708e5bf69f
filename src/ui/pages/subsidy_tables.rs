//! 贴息 by period, lender, village and source of money, as tables that add up.

use leptos::prelude::*;

use crate::report::policy::MoneySource;
use crate::report::policy::subsidy::{DueFigures, PeriodRow, SubsidyFigures, SubsidyReport};
use crate::text::{Lang, Words, money_source, number, subsidy as words, table};

use super::super::parts::money_table::{MoneyTable, money_table};
use super::super::reader::{Reader, Shown};

/// Villages of a window.
const WINDOW: usize = 100;

/// The name of a settlement period by its first day and its last.
pub fn period_name(row: &PeriodRow, lang: Lang) -> String {
    let last = row.to.plus_days(-1).to_string();
    let name = words::period(&row.from.to_string(), &last, lang);
    match row.is_running {
        true => format!("{name}{}", words::RUNNING.of(lang)),
        false => name,
    }
}

const SUMS: [Words; 10] = [
    words::ITEMS,
    words::DUE,
    words::DUE_360,
    words::DUE_365,
    words::FROM_RELIEF,
    words::FROM_OTHER,
    words::FROM_UNKNOWN,
    words::UNDETERMINED,
    words::PAYMENTS,
    words::PAID,
];

fn sums(figures: &SubsidyFigures, reader: Reader) -> Vec<Shown> {
    let due = figures.due();
    let from = |source: MoneySource| reader.money(figures.sources[source as usize].amount);
    vec![
        reader.count(due.items),
        reader.money(due.amount),
        reader.money(due.by_360),
        reader.money(due.by_365),
        from(MoneySource::PovertyRelief),
        from(MoneySource::Other),
        from(MoneySource::Unknown),
        undetermined(&due, reader),
        reader.count(figures.payments),
        reader.money(figures.paid),
    ]
}

/// How many sums are not known, with their bounds behind.
fn undetermined(due: &DueFigures, reader: Reader) -> Shown {
    let money = |amount| number::money(amount, reader.unit);
    let bounds = words::between(&money(due.least), &money(due.most));
    Shown {
        text: number::count(due.undetermined),
        fraction: format!("{bounds} {}", reader.unit.name(reader.lang)),
        ..Shown::default()
    }
}

fn named(names: Vec<String>, figures: &SubsidyFigures, reader: Reader) -> Vec<Shown> {
    let mut cells: Vec<Shown> = names.into_iter().map(Shown::text).collect();
    cells.extend(sums(figures, reader));
    cells
}

fn shown(
    label: Words,
    names: Vec<Words>,
    rows: Vec<Vec<Shown>>,
    total: &SubsidyFigures,
    reader: Reader,
) -> impl IntoView + use<> {
    let width = names.len();
    let mut blanks = vec![String::new(); width];
    if let Some(first) = blanks.first_mut() {
        *first = table::TOTAL.of(reader.lang).to_owned();
    }
    let of = MoneyTable {
        label: label.of(reader.lang).to_owned(),
        headings: names.into_iter().chain(SUMS).collect(),
        names: width,
        rows,
        total: named(blanks, total, reader),
    };
    money_table(of, reader.lang)
}

/// By settlement period.
pub fn by_period(report: &SubsidyReport, reader: Reader) -> impl IntoView + use<> {
    let row = |row: &PeriodRow| named(vec![period_name(row, reader.lang)], &row.figures, reader);
    let rows = report.periods.iter().rev().map(row).collect();
    shown(
        words::BY_PERIOD,
        vec![words::PERIOD],
        rows,
        &report.total,
        reader,
    )
}

/// The name of a lender, or of all that are not told apart.
pub fn lender_name(lender: Option<&str>, lang: Lang) -> &str {
    lender.unwrap_or(words::OTHER_LENDERS.of(lang))
}

/// By lender, of a period by its place or of all.
pub fn by_lender(
    report: &SubsidyReport,
    period: Option<usize>,
    reader: Reader,
) -> impl IntoView + use<> {
    let rows = report.lenders_of(period).into_iter();
    let rows = rows.map(|(lender, figures)| {
        let name = lender_name(lender, reader.lang).to_owned();
        named(vec![name], &figures, reader)
    });
    shown(
        words::BY_LENDER,
        vec![table::LENDER],
        rows.collect(),
        &report.total_of(period),
        reader,
    )
}

/// By village, of a period by its place or of all, those of a window.
pub fn by_village(
    report: &SubsidyReport,
    period: Option<usize>,
    window: usize,
    reader: Reader,
) -> impl IntoView + use<> {
    let rows = report.villages_of(period).into_iter();
    let rows = rows.skip(window * WINDOW).take(WINDOW);
    let rows = rows.map(|(village, figures)| {
        let names = vec![village.township.clone(), village.village.clone()];
        named(names, &figures, reader)
    });
    shown(
        words::BY_VILLAGE,
        vec![table::TOWNSHIP, table::VILLAGE],
        rows.collect(),
        &report.total_of(period),
        reader,
    )
}

/// How many windows of villages a period has.
pub fn village_windows(report: &SubsidyReport, period: Option<usize>) -> usize {
    report.villages_of(period).len().div_ceil(WINDOW)
}

/// By source of money.
pub fn by_source(report: &SubsidyReport, reader: Reader) -> impl IntoView + use<> {
    let row = |source: MoneySource| {
        let due = report.total.sources[source as usize];
        vec![
            Shown::text(money_source::name(source).of(reader.lang)),
            reader.count(due.items),
            reader.money(due.amount),
            reader.money(due.by_360),
            reader.money(due.by_365),
            reader.count(due.undetermined),
            reader.money(due.least),
            reader.money(due.most),
        ]
    };
    let of = MoneyTable {
        label: words::BY_SOURCE.of(reader.lang).to_owned(),
        headings: vec![
            words::SOURCE,
            words::ITEMS,
            words::DUE,
            words::DUE_360,
            words::DUE_365,
            words::UNDETERMINED,
            words::LEAST,
            words::MOST,
        ],
        names: 1,
        rows: MoneySource::ALL.into_iter().map(row).collect(),
        total: Vec::new(),
    };
    money_table(of, reader.lang)
}
