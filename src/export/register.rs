//! The register as CSV, row by row.

use crate::report::{Date, RegisterRow};
use crate::text::{Lang, class, table};

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

/// Begins a register to which rows are added in portions by [`push`]; [`Table::finish`] ends it.
pub fn begin(lang: Lang) -> Table {
    let headings = [
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
        table::IN_ROSTER,
    ];
    Table::new(&headings.map(|h| h.of(lang)), lang)
}

/// Adds a loan to a register.
pub fn push(table: &mut Table, row: &RegisterRow, lang: Lang) {
    let settled = || Cell::text(table::NOT_APPLICABLE.of(lang));
    let day = |day: Date| Cell::Figure(day.to_string());
    table.push(&[
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
            .map_or_else(settled, |c| Cell::text(class::name(c).of(lang))),
        match row.in_roster {
            Some(is_in) => yes_or_no(is_in, lang),
            None => Cell::text(table::UNKNOWN.of(lang)),
        },
    ]);
}
