//! The first rows of a table in every way of reading worth trying, and what its columns hold: for a person who checks the
//! reading. Asked for when it is looked at, and no part of the report.

use serde::{Deserialize, Serialize};

use crate::intake::cell;
use crate::intake::choices::Choices;
use crate::intake::encoding::{decode, guesses};
use crate::intake::profile::Profile;
use crate::intake::recognise::{self, Asked, Recognised, Recognition, Writing};

use super::{Encoding, Fen, Separator, Unit};

/// The first rows of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The first lines in each encoding worth trying, the one in use first.
    pub readings: Vec<EncodingPreview>,
    /// The separators worth trying, with the number of cells each cuts the header's line into; the one in use first.
    pub separators: Vec<(Separator, u32)>,
    /// The first rows, from the first line of the file on; cells of columns left out are none.
    pub rows: Vec<PreviewRow>,
    /// What each column holds, in order.
    pub columns: Vec<ColumnPreview>,
}

/// The first lines in one encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingPreview {
    /// The encoding.
    pub encoding: Encoding,
    /// The first lines of title and header that hold more than ASCII; where none does and no column is personal the first
    /// such rows. At most [`Preview::LINES`], each cut at [`Preview::LINE`] characters.
    pub lines: Vec<String>,
    /// Characters in the bytes looked at that are none in this encoding.
    pub strange: u64,
}

/// One row near the top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Its line, from 1.
    pub line: u32,
    /// Whether it belongs to the header.
    pub is_header: bool,
    /// Its cells; none where the column is left out as personal.
    pub cells: Vec<Option<String>>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPreview {
    /// The first cells that hold something, at most three; empty for a column left out as personal.
    pub examples: Vec<String>,
    /// The smallest, the median and the largest of its amounts as the cells have them, as if in 元; for money only.
    pub amounts: Option<[Fen; 3]>,
}

impl Preview {
    /// How many lines an encoding shows.
    pub const LINES: usize = 3;
    /// How many characters of a line an encoding shows.
    pub const LINE: usize = 120;
    /// How many rows below the header are shown.
    pub const ROWS: usize = 6;
}

/// The first rows of a file, from its first bytes; none if it is no table.
pub fn of_file(head: &[u8], size: u64, choices: &Choices, profile: &Profile) -> Option<Preview> {
    let shapes = &profile.shapes;
    let found = recognise::recognise(head, size, Asked { choices, shapes });
    of(head, size, found, true)
}

/// The first rows of a workbook's sheet, from its text; none if it is no table.
pub fn of_sheet(text: &[u8], choices: &Choices, profile: &Profile) -> Option<Preview> {
    let shapes = &profile.shapes;
    let size = text.len() as u64;
    let head = &text[..text.len().min(recognise::HEAD)];
    let found = recognise::recognise_sheet(head, size, Asked { choices, shapes });
    of(head, size, found, false)
}

fn of(head: &[u8], size: u64, found: Recognition, is_file: bool) -> Option<Preview> {
    let Recognition::Table(found) = found else {
        return None;
    };
    let near = recognise::near_the_top(head, size, found.writing);
    let last_of_header = found.rows_line.saturating_sub(1);
    let is_left_out = |at: usize| {
        found
            .columns
            .get(at)
            .is_some_and(|column| column.personal.is_some())
    };
    let below = near
        .iter()
        .filter(|(line, _)| *line > last_of_header)
        .take(Preview::ROWS);
    let last = below.last().map_or(last_of_header, |(line, _)| *line);
    let rows = near.iter().filter(|(line, _)| *line <= last);
    let row = |(line, cells): &(u32, Vec<String>)| PreviewRow {
        line: *line,
        is_header: (found.header.line..=last_of_header).contains(line),
        cells: cells
            .iter()
            .enumerate()
            .map(|(at, cell)| (*line <= last_of_header || !is_left_out(at)).then(|| cell.clone()))
            .collect(),
    };
    Some(Preview {
        readings: if is_file {
            readings(head, &found)
        } else {
            Vec::new()
        },
        separators: if is_file {
            separators(head, size, &found)
        } else {
            Vec::new()
        },
        rows: rows.map(row).collect(),
        columns: columns(head, size, &found),
    })
}

fn readings(head: &[u8], found: &Recognised) -> Vec<EncodingPreview> {
    let used = found.writing.encoding;
    let mut encodings = vec![used];
    encodings.extend(guesses(head).into_iter().filter(|e| *e != used));
    let above = found.rows_line.saturating_sub(1) as usize;
    let is_personal = found.columns.iter().any(|column| column.personal.is_some());
    let reading = |encoding| {
        let text = decode(head, encoding);
        let is_telling = |line: &&str| !line.is_ascii();
        let telling = |from, to| {
            let lines = text.lines().take(to).skip(from).filter(is_telling);
            lines.take(Preview::LINES).collect::<Vec<&str>>()
        };
        let mut lines = telling(0, above);
        // Title and header name nobody; rows do, in whichever encoding they are looked at.
        if lines.is_empty() && !is_personal {
            lines = telling(above, usize::MAX);
        }
        EncodingPreview {
            encoding,
            lines: lines
                .into_iter()
                .map(|line| {
                    crate::intake::personal::masked(
                        &line.chars().take(Preview::LINE).collect::<String>(),
                    )
                    .into_owned()
                })
                .collect(),
            strange: text.chars().filter(|c| *c == '\u{fffd}').count() as u64,
        }
    };
    encodings.into_iter().map(reading).collect()
}

fn separators(head: &[u8], size: u64, found: &Recognised) -> Vec<(Separator, u32)> {
    let used = found.writing.separator;
    let mut all = vec![used];
    all.extend(
        Separator::OF_FILES
            .into_iter()
            .filter(|other| *other != used),
    );
    let cells = |separator| {
        let writing = Writing {
            encoding: found.writing.encoding,
            separator,
        };
        let rows = recognise::near_the_top(head, size, writing);
        let header = rows.iter().find(|(line, _)| *line >= found.header.line);
        (separator, header.map_or(0, |(_, cells)| cells.len() as u32))
    };
    all.into_iter().map(cells).collect()
}

fn columns(head: &[u8], size: u64, found: &Recognised) -> Vec<ColumnPreview> {
    let sample = recognise::sample_of(head, size, found);
    let column = |(at, column): (usize, &crate::intake::columns::Column)| {
        let cells = || {
            let cells = sample.iter().filter_map(move |row| row.get(at));
            cells.filter(|cell| !cell.is_empty())
        };
        if column.personal.is_some() {
            return ColumnPreview {
                examples: Vec::new(),
                amounts: None,
            };
        }
        let read = |cell: &String| cell::money(cell.as_bytes(), Unit::Yuan, Encoding::Utf8).ok();
        let is_money = column.field.is_some_and(super::Field::is_money);
        ColumnPreview {
            examples: cells().take(3).cloned().collect(),
            amounts: is_money
                .then(|| cells().filter_map(read).collect())
                .and_then(spread),
        }
    };
    found.columns.iter().enumerate().map(column).collect()
}

/// The smallest, the median and the largest.
fn spread(mut amounts: Vec<Fen>) -> Option<[Fen; 3]> {
    amounts.sort_unstable();
    Some([
        *amounts.first()?,
        amounts[amounts.len() / 2],
        *amounts.last()?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_compared_by_lines_that_name_nobody() {
        let table = "\u{501f}\u{636e}\u{53f7},\u{59d3}\u{540d},\u{8eab}\u{4efd}\u{8bc1}\u{53f7}\nJJ1,\u{5f20}\u{4e09},11010519491231002X\n";
        let (bytes, _, _) = encoding_rs::GB18030.encode(table);
        let size = bytes.len() as u64;
        let preview = of_file(&bytes, size, &Choices::NONE, &Profile::default());
        let preview = preview.expect("a table");
        let header = table.lines().next().expect("a header");
        assert_eq!(preview.readings[0].encoding, Encoding::Gb18030);
        assert_eq!(preview.readings[0].lines, [header]);
        for reading in &preview.readings {
            assert!(!reading.lines.concat().contains("11010519491231002X"));
        }
    }
}
