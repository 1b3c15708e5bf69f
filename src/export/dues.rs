//! The repayment calendar and the concentration of loans as CSV.

use crate::report::Report;
use crate::report::policy::calendar::{Calendar, Concentration, Due, DuesReport, GroupDues, Step};
use crate::text::{Lang, Words, maturities as words, table};

use super::cell::Cell;
use super::csv::{Source, Table, yes_or_no};
use super::figures::amounts;

/// A calendar in days, weeks or months; `whose` is the county or the group it is of.
pub fn calendar(
    report: &Report,
    calendar: &Calendar,
    step: Step,
    whose: &str,
    lang: Lang,
) -> Vec<u8> {
    let headings = [
        words::WHOSE,
        words::PERIOD,
        words::FIRST_DAY,
        words::LAST_DAY,
        words::COMING_LOANS,
        words::COMING,
        words::OVERDUE_LOANS,
        words::OVERDUE,
        words::CUMULATIVE_LOANS,
        words::CUMULATIVE_BALANCE,
        words::MARK,
        table::PEAK,
    ];
    let mut out = Table::new(&with_unit(&headings, lang), lang);
    let row = |out: &mut Table, name: Words, coming: Option<Due>, overdue: Option<Due>| {
        let mut cells = vec![Cell::text(whose), Cell::text(name.of(lang))];
        cells.extend([Cell::text(""), Cell::text("")]);
        cells.extend(coming.map_or_else(blanks, pair));
        cells.extend(overdue.map_or_else(blanks, pair));
        out.push(&cells);
    };
    row(&mut out, words::BEFORE, None, Some(calendar.before));
    for period in calendar.periods(step, report.as_of) {
        let off = calendar.day(period.first).filter(|_| step == Step::Day);
        let off = off.and_then(|day| day.off);
        let mut cells = vec![
            Cell::text(whose),
            Cell::text(words::period(period.first, period.last, step, lang)),
            Cell::Figure(period.first.to_string()),
            Cell::Figure(period.last.to_string()),
        ];
        let parts = [period.coming, period.overdue, period.cumulative];
        cells.extend(parts.into_iter().flat_map(pair));
        cells.push(Cell::text(
            off.map_or("", |off| words::day_off(off).of(lang)),
        ));
        cells.push(match (step, period.is_peak) {
            (Step::Month, Some(is_peak)) => yes_or_no(is_peak, lang),
            (Step::Month, None) => Cell::text(table::UNKNOWN.of(lang)),
            _ => Cell::text(table::NOT_APPLICABLE.of(lang)),
        });
        out.push(&cells);
    }
    row(&mut out, words::LATER, Some(calendar.later), None);
    let coming = [calendar.coming, calendar.later].into_iter().sum();
    row(&mut out, words::ALL, Some(coming), Some(calendar.overdue));
    out.finish(&Source::of(report))
}

fn pair<'a>(due: Due) -> [Cell<'a>; 2] {
    [
        Cell::count(due.loans),
        Cell::yuan(due.outstanding_principal),
    ]
}

fn blanks<'a>() -> [Cell<'a>; 2] {
    [Cell::text(""), Cell::text("")]
}

/// Headings of amounts say that they are in yuan.
fn with_unit(headings: &[Words], lang: Lang) -> Vec<String> {
    let amounts = [words::COMING, words::OVERDUE, words::CUMULATIVE_BALANCE];
    let heading = |words: &Words| match amounts.contains(words) {
        true => table::in_yuan(words.of(lang), lang),
        false => words.of(lang).to_owned(),
    };
    headings.iter().map(heading).collect()
}

/// Groups by month, a row for each group, month and state: a table that can be turned round in a spreadsheet.
pub fn by_group(
    report: &Report,
    dues: &DuesReport,
    groups: &[GroupDues],
    grouped_by: Words,
    lang: Lang,
) -> Vec<u8> {
    let headings = [
        grouped_by.of(lang).to_owned(),
        words::PERIOD.of(lang).to_owned(),
        table::LOANS.of(lang).to_owned(),
        table::FALLING_DUE.of(lang).to_owned(),
    ];
    let mut out = Table::new(&headings, lang);
    for group in groups {
        let mut push = |period: String, due: Due| {
            let mut cells = vec![Cell::text(group.name.as_str()), Cell::text(period)];
            cells.extend(pair(due));
            out.push(&cells);
        };
        push(words::OVERDUE.of(lang).to_owned(), group.overdue);
        for (month, due) in dues.calendar.months.iter().zip(&group.months) {
            push(crate::text::chart::month(month.month, lang), *due);
        }
        push(words::LATER.of(lang).to_owned(), group.later);
    }
    out.finish(&Source::of(report))
}

/// How much the largest hold.
pub fn concentration(report: &Report, dues: &DuesReport, lang: Lang) -> Vec<u8> {
    let mut headings = vec![
        words::GROUPED_BY.of(lang).to_owned(),
        words::PERIOD.of(lang).to_owned(),
        words::HOLDERS.of(lang).to_owned(),
        table::LIST.of(lang).to_owned(),
    ];
    let yuan = crate::text::number::MoneyUnit::Yuan.name(lang);
    headings.extend(table::rate(words::CONCENTRATION.of(lang), Some(yuan), lang));
    headings.push(words::HERFINDAHL.of(lang).to_owned());
    let mut out = Table::new(&headings, lang);
    let sorts = [
        (words::HOUSEHOLDS, Some(&dues.households)),
        (words::ENTERPRISES, dues.by_enterprise.as_ref()),
    ];
    for (sort, concentration) in sorts {
        if let Some(concentration) = concentration {
            push_concentration(&mut out, sort, concentration, lang);
        }
    }
    out.finish(&Source::of(report))
}

fn push_concentration(out: &mut Table, sort: Words, concentration: &Concentration, lang: Lang) {
    let sums = [
        (words::OF_BALANCE, &concentration.by_balance),
        (words::OF_COMING, &concentration.by_coming),
    ];
    for (sum, shares) in sums {
        for top in &shares.tops {
            let mut cells = vec![
                Cell::text(sort.of(lang)),
                Cell::text(sum.of(lang)),
                Cell::count(shares.holders),
                Cell::text(words::largest(top.count, lang)),
            ];
            cells.extend(amounts(&top.share, lang));
            cells.push(Cell::Figure(words::points(shares.herfindahl)));
            out.push(&cells);
        }
    }
}
