//! 贴息 by settlement period, lender and village as CSV, to the fen: a line for each of a period, and what all come to.

use crate::report::Report;
use crate::report::policy::MoneySource;
use crate::report::policy::subsidy::{PeriodRow, SubsidyFigures, SubsidyReport};
use crate::text::{Lang, Words, subsidy as words, table};

use super::cell::Cell;
use super::csv::{Source, Table};

/// Sums that are counts; all others are amounts.
const COUNTS: [Words; 3] = [words::ITEMS, words::UNDETERMINED, words::PAYMENTS];

const SUMS: [Words; 13] = [
    words::ITEMS,
    words::DUE,
    words::DUE_360,
    words::DUE_365,
    words::FROM_RELIEF,
    words::FROM_OTHER,
    words::FROM_UNKNOWN,
    words::NOT_ENTITLED,
    words::UNDETERMINED,
    words::LEAST,
    words::MOST,
    words::PAYMENTS,
    words::PAID,
];

fn sums(figures: &SubsidyFigures) -> [Cell<'static>; 13] {
    let due = figures.due();
    let from = |source: MoneySource| Cell::yuan(figures.sources[source as usize].amount);
    [
        Cell::count(due.items),
        Cell::yuan(due.amount),
        Cell::yuan(due.by_360),
        Cell::yuan(due.by_365),
        from(MoneySource::PovertyRelief),
        from(MoneySource::Other),
        from(MoneySource::Unknown),
        from(MoneySource::Nobody),
        Cell::count(due.undetermined),
        Cell::yuan(due.least),
        Cell::yuan(due.most),
        Cell::count(figures.payments),
        Cell::yuan(figures.paid),
    ]
}

/// A table of which each line is of a group and a period.
struct Lines {
    table: Table,
    /// How many columns name the group.
    names: usize,
}

impl Lines {
    fn new(names: &[Words], lang: Lang) -> Lines {
        let mut headings: Vec<String> = names
            .iter()
            .chain(&[words::FIRST_DAY, words::LAST_DAY])
            .map(|name| name.of(lang).to_owned())
            .collect();
        headings.extend(SUMS.iter().map(|heading| {
            let name = heading.of(lang);
            match COUNTS.contains(heading) {
                true => name.to_owned(),
                false => table::in_yuan(name, lang),
            }
        }));
        Lines {
            table: Table::new(&headings, lang),
            names: names.len(),
        }
    }

    fn push(&mut self, names: &[&str], period: &PeriodRow, figures: &SubsidyFigures) {
        let mut cells: Vec<Cell<'_>> = names.iter().map(|name| Cell::text(*name)).collect();
        let days = [period.from, period.to.plus_days(-1)];
        cells.extend(days.map(|day| Cell::Figure(day.to_string())));
        cells.extend(sums(figures));
        self.table.push(&cells);
    }

    fn finish(mut self, report: &Report, total: &SubsidyFigures, lang: Lang) -> Vec<u8> {
        let mut cells = vec![Cell::text(""); self.names + 2];
        if let Some(first) = cells.first_mut() {
            *first = Cell::text(table::TOTAL.of(lang));
        }
        cells.extend(sums(total));
        self.table.push(&cells);
        self.table.finish(&Source::of(report))
    }
}

/// The periods of a choice: one by its place, or all.
fn chosen(
    subsidy: &SubsidyReport,
    period: Option<usize>,
) -> impl Iterator<Item = (usize, &PeriodRow)> {
    let all = subsidy.periods.iter().enumerate();
    all.filter(move |(at, _)| period.is_none_or(|period| period == *at))
}

/// By settlement period.
pub fn periods(report: &Report, subsidy: &SubsidyReport, lang: Lang) -> Vec<u8> {
    let mut lines = Lines::new(&[], lang);
    for row in &subsidy.periods {
        lines.push(&[], row, &row.figures);
    }
    lines.finish(report, &subsidy.total, lang)
}

/// By lender and period; of one period by its place, or of all.
pub fn lenders(
    report: &Report,
    subsidy: &SubsidyReport,
    period: Option<usize>,
    lang: Lang,
) -> Vec<u8> {
    let mut lines = Lines::new(&[table::LENDER], lang);
    for (at, row) in chosen(subsidy, period) {
        for (lender, figures) in subsidy.lenders_of(Some(at)) {
            let name = lender.unwrap_or(words::OTHER_LENDERS.of(lang));
            lines.push(&[name], row, &figures);
        }
    }
    lines.finish(report, &subsidy.total_of(period), lang)
}

/// By village and period; of one period by its place, or of all.
pub fn villages(
    report: &Report,
    subsidy: &SubsidyReport,
    period: Option<usize>,
    lang: Lang,
) -> Vec<u8> {
    let mut lines = Lines::new(&[table::TOWNSHIP, table::VILLAGE], lang);
    for (at, row) in chosen(subsidy, period) {
        for (village, figures) in subsidy.villages_of(Some(at)) {
            lines.push(&[&village.township, &village.village], row, &figures);
        }
    }
    lines.finish(report, &subsidy.total_of(period), lang)
}
