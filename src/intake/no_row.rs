//! What stands among the rows of a table and is none: totals, notes below it, the header on every printed page.

use super::encoding::{decode, is_space, narrow};
use super::finding::{Encoding, Problem};
use super::header::{
    self,
    vocabulary::beside::{NOTES, OF_PERSONS},
};
use super::recognise::Recognised;
use super::scan::{Block, Cell, Row, unescape};

/// So many cells that hold something are looked at for a total's word.
const NAMED_WITHIN: usize = 6;

/// The longest word before a colon that names what follows: 填报单位：.
const LONGEST_LABEL: usize = 8;

/// A row that cannot be used and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoRow {
    /// What it is instead.
    pub problem: Problem,
    /// What its cells say, in one line.
    pub text: String,
}

/// What a row that cannot be used is instead; none if it looks like any other row.
pub fn what(table: &Recognised, block: &Block, row: &Row, buffer: &[u8]) -> Option<NoRow> {
    let texts: Vec<String> = block
        .cells(row)
        .iter()
        .map(|cell| text_of(cell, buffer, table.encoding))
        .collect();
    let named = |text: &&String| !text.trim_matches(is_space).is_empty();
    let cells: Vec<(usize, String)> = texts
        .iter()
        .enumerate()
        .filter(|(_, text)| named(text))
        .map(|(at, text)| (at, narrow(text).into_owned()))
        .collect();
    let problem = if is_total_row(cells.iter().map(|(_, text)| text.as_str())) {
        Problem::TotalRow
    } else if is_header(table, &cells) {
        Problem::HeaderRow
    } else if is_note(table.columns.len(), &cells) {
        Problem::NoteRow
    } else {
        return None;
    };
    // The comma keeps the digits of two cells apart, which together might look like a person's number.
    let texts = texts.iter().filter(named);
    let texts: Vec<&str> = texts.map(|text| text.trim_matches(is_space)).collect();
    let text = texts.join("，");
    Some(NoRow { problem, text })
}

/// Whether one of the first cells that hold something says that the row is a total.
pub fn is_total_row<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let mut named = cells.filter(|cell| !cell.is_empty()).take(NAMED_WITHIN);
    named.any(header::is_total)
}

/// The text of a cell, quoting taken out.
pub fn text_of(cell: &Cell, buffer: &[u8], encoding: Encoding) -> String {
    let bytes = cell.bytes(buffer);
    if cell.is_escaped() {
        decode(&unescape(bytes), encoding).into_owned()
    } else {
        decode(bytes, encoding).into_owned()
    }
}

/// Whether a note names a person: who made the table, who signed it.
pub fn names_a_person(note: &str) -> bool {
    OF_PERSONS.iter().any(|label| note.contains(label))
}

/// Whether the cells say what their columns are called, two in three of at least three.
fn is_header(table: &Recognised, cells: &[(usize, String)]) -> bool {
    let plain = |text: &str| -> String {
        let text = narrow(text);
        text.chars().filter(|c| !c.is_whitespace()).collect()
    };
    let is_name = |(at, text): &&(usize, String)| {
        let Some(column) = table.columns.get(*at) else {
            return false;
        };
        let (name, text) = (plain(column.header()), plain(text));
        let group = name.strip_suffix(&text);
        group.is_some_and(|group| group.is_empty() || group.ends_with('/'))
    };
    cells.len() >= 3 && cells.iter().filter(is_name).count() * 3 >= cells.len() * 2
}

/// Whether the cells are a note: a single one with words in it, or few that begin with 注 or with what is named after a
/// colon.
fn is_note(columns: usize, cells: &[(usize, String)]) -> bool {
    let Some((_, first)) = cells.first() else {
        return false;
    };
    let has_words = first.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let label = first.split(':').next().unwrap_or(first);
    let is_label = label.len() < first.len()
        && label.chars().count() <= LONGEST_LABEL
        && !label.chars().any(|c| c.is_ascii_digit());
    let is_told_so = NOTES.iter().any(|word| first.starts_with(word));
    let is_few = cells.len() * 2 <= columns;
    has_words && columns >= 3 && (cells.len() == 1 || is_told_so || is_label && is_few)
}
