//! The loans that one check caught, as CSV: why each is caught, by which document and parameters, and where it stands.

use crate::report::policy::check_rows::CheckedRow;
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

/// Which check it is and by what it was worked out.
#[derive(Clone, Copy, Debug)]
pub struct CheckTaken<'a> {
    /// Its id.
    pub id: &'a str,
    /// Documents and articles.
    pub document: &'a str,
    /// The digest of the parameters.
    pub digest: &'a str,
}

/// The loans that a check caught; `all` hands them on one by one, in the order of the files.
pub fn check_rows(
    check: CheckTaken<'_>,
    all: impl FnOnce(&mut dyn FnMut(CheckedRow)),
    source: &Source,
    lang: Lang,
) -> Vec<u8> {
    let mut table = Table::new(&HEADINGS.map(|heading| heading.of(lang)), lang);
    all(&mut |row| push(&mut table, check, &row, source, lang));
    let title = rules::rule_words(check.id).map_or("", |words| words.title.of(lang));
    for (name, text) in [
        (words::CHECK, format!("{} {title}", check.id)),
        (words::PARAMETERS_DIGEST, check.digest.to_owned()),
    ] {
        table.push(&[Cell::text(name.of(lang)), Cell::text(text.as_str())]);
    }
    table.finish(source)
}

fn push(
    table: &mut Table,
    check: CheckTaken<'_>,
    checked: &CheckedRow,
    source: &Source,
    lang: Lang,
) {
    let row: &RegisterRow = &checked.row;
    let settled = || Cell::text(table::NOT_APPLICABLE.of(lang));
    let day = |day: Date| Cell::Figure(day.to_string());
    let sentence = rules::sentence(check.id, &checked.reason, lang);
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
        Cell::text(check.document),
        Cell::text(file.map_or("", String::as_str)),
        Cell::count(u64::from(checked.line)),
    ]);
}
