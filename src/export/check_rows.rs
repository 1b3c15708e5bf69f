//! The loans that one check caught, as CSV: why each is caught, by which document and parameters, and where it stands.

use crate::report::policy::check_rows::CheckedRow;
use crate::text::{Lang, Words, compliance as words, rules};

use super::cell::Cell;
use super::csv::{Source, Table};
use super::register;

/// What stands behind the loan's own columns.
const FURTHER: [Words; 4] = [words::REASON, words::SOURCE, words::FILE, words::LINE];

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
    let headings = register::LOAN.iter().chain(&FURTHER);
    let headings: Vec<&str> = headings.map(|heading| heading.of(lang)).collect();
    let mut table = Table::new(&headings, lang);
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
    let sentence = rules::sentence(check.id, &checked.reason, lang);
    let file = source.files.get(checked.file as usize);
    let further = [
        Cell::text(sentence.as_str()),
        Cell::text(check.document),
        Cell::text(file.map_or("", String::as_str)),
        Cell::count(u64::from(checked.line)),
    ];
    let loan = register::of_loan(&checked.row, lang).into_iter();
    let cells: Vec<Cell<'_>> = loan.chain(further).collect();
    table.push(&cells);
}
