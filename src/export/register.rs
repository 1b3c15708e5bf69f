//! The register as CSV, row by row.

use crate::report::{Date, RegisterRow};
use crate::text::{Lang, Words, class, table};

use super::cell::Cell;
use super::csv::{Source, Table, yes_or_no};

/// The register of loans, in the order given.
pub fn register(
    rows: impl IntoIterator<Item = RegisterRow>,
    source: &Source,
    lang: Lang,
) -> Vec<u8> {
    let mut table = begin(lang);
    for row in rows {
        push(&mut table, &row, lang);
    }
    table.finish(source)
}

/// What every table of loans begins with.
pub const LOAN: [Words; 12] = [
    table::LOAN_NUMBER,
    table::HOUSEHOLD_NUMBER,
    table::TOWNSHIP,
    table::VILLAGE,
    table::LENDER,
    table::DISBURSED,
    table::BALANCE,
    table::DISBURSED_ON,
    table::DUE_ON,
    table::EXTENDED_TO,
    table::DAYS_PAST_DUE,
    table::CLASS,
];

/// The cells of a loan, in the order of [`LOAN`].
pub fn of_loan(row: &RegisterRow, lang: Lang) -> [Cell<'_>; 12] {
    let settled = || Cell::text(table::NOT_APPLICABLE.of(lang));
    let day = |day: Date| Cell::Figure(day.to_string());
    [
        Cell::text(row.loan_number.as_str()),
        Cell::text(row.household_number.as_str()),
        Cell::text(row.township.as_str()),
        Cell::text(row.village.as_str()),
        Cell::text(row.lender.as_str()),
        Cell::yuan(row.disbursed_principal),
        Cell::yuan(row.outstanding_principal),
        day(row.disbursement_date),
        day(row.maturity_date),
        // A blank cell: the register of a bank, too, leaves it blank where there was no extension.
        row.extended_maturity_date.map_or(Cell::text(""), day),
        row.days_past_due
            .map_or_else(settled, |days| Cell::count(u64::from(days))),
        row.class
            .map_or_else(settled, |own| Cell::text(class::name(own).of(lang))),
    ]
}

/// Begins a register to which rows are added in portions by [`push`]; [`Table::finish`] ends it.
pub fn begin(lang: Lang) -> Table {
    let headings = LOAN.iter().chain(&[table::IN_ROSTER]);
    let headings: Vec<&str> = headings.map(|heading| heading.of(lang)).collect();
    Table::new(&headings, lang)
}

/// Adds a loan to a register.
pub fn push(table: &mut Table, row: &RegisterRow, lang: Lang) {
    let in_roster = match row.in_roster {
        Some(is_in) => yes_or_no(is_in, lang),
        None => Cell::text(table::UNKNOWN.of(lang)),
    };
    let cells: Vec<Cell<'_>> = of_loan(row, lang).into_iter().chain([in_roster]).collect();
    table.push(&cells);
}
