//! The loans that one check caught, as CSV: why each is caught, by which document and parameters, and where it stands.

use crate::domain::County;
use crate::report::policy::check_rows::{CheckSelection, CheckedRow};
use crate::report::{Date, RegisterRow};
use crate::text::{Lang, Words, class, compliance as words, rules, table};

use super::cell::Cell;
use super::csv::{Source, Table};

const HEADINGS: [Words; 16] = [
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
    words::REASON,
    words::SOURCE,
    words::FILE,
    words::LINE,
];

/// The loans that a check caught, in the order of the files.
pub fn check_rows(
    id: &str,
    checked: &CheckSelection,
    county: &County,
    source: &Source,
    lang: Lang,
) -> Vec<u8> {
    let mut table = Table::new(&HEADINGS.map(|heading| heading.of(lang)), lang);
    checked.all(county, |row| {
        push(&mut table, id, &row, checked.source(), source, lang);
    });
    let title = rules::rule_words(id).map_or("", |words| words.title.of(lang));
    for (name, text) in [
        (words::CHECK, format!("{id} {title}")),
        (words::PARAMETERS_DIGEST, checked.digest()),
    ] {
        table.push(&[Cell::text(name.of(lang)), Cell::text(text.as_str())]);
    }
    table.finish(source)
}

fn push(
    table: &mut Table,
    id: &str,
    checked: &CheckedRow,
    document: &str,
    source: &Source,
    lang: Lang,
) {
    let row: &RegisterRow = &checked.row;
    let settled = || Cell::text(table::NOT_APPLICABLE.of(lang));
    let day = |day: Date| Cell::Figure(day.to_string());
    let sentence = rules::sentence(id, &checked.reason, lang);
    let file = source.files.get(checked.file as usize);
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
        row.extended_maturity_date.map_or(Cell::text(""), day),
        row.days_past_due
            .map_or_else(settled, |days| Cell::count(u64::from(days))),
        row.class
            .map_or_else(settled, |own| Cell::text(class::name(own).of(lang))),
        Cell::text(sentence.as_str()),
        Cell::text(document),
        Cell::text(file.map_or("", String::as_str)),
        Cell::count(u64::from(checked.line)),
    ]);
}
