//! The first rows of a file, and the headers that one, two or three of them make together.

use std::borrow::Cow;

use crate::intake::choices::ColumnName;
use crate::intake::encoding::{decode, is_space};
use crate::intake::finding::Encoding;
use crate::intake::header::{self, Heading};
use crate::intake::scan::{Block, Cell, Scanner, unescape};

/// So many bytes hold every header that stands near the top.
const NEAR_THE_TOP: usize = 1 << 16;

/// Rows looked at: a header of three rows may begin on the last on which one may stand.
const ROWS: usize = super::HEADER_WITHIN + 4;

/// A row near the top, its cells as text on one line.
pub(super) struct TopRow {
    pub cells: Vec<String>,
    /// From 1.
    pub line: u32,
    /// Where in the text it begins and ends, line end left out.
    pub start: usize,
    pub end: usize,
}

/// A column as the rows of a header name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The groups and the header itself, with `/` between them.
    pub name: ColumnName,
    /// Whether a group above names the product: of several columns of one meaning its is the one.
    pub is_of_product: bool,
    pub heading: Heading,
}

/// The first rows of a text.
pub(super) fn of(text: &[u8], is_whole: bool, encoding: Encoding, separator: u8) -> Vec<TopRow> {
    let near = text.len() <= NEAR_THE_TOP;
    let rows = scanned(
        &text[..text.len().min(NEAR_THE_TOP)],
        is_whole && near,
        encoding,
        separator,
    );
    if rows.is_empty() && !near {
        return scanned(text, is_whole, encoding, separator);
    }
    rows
}

fn scanned(text: &[u8], is_whole: bool, encoding: Encoding, separator: u8) -> Vec<TopRow> {
    let mut scanner = Scanner::new(separator, 1);
    let mut block = Block::default();
    scanner.rows(text, 0, is_whole, &mut block);
    let row = |row: &crate::intake::scan::Row| TopRow {
        cells: block
            .cells(row)
            .iter()
            .map(|cell| on_one_line(cell, text, encoding))
            .collect(),
        line: row.line,
        start: row.start as usize,
        end: row.end as usize,
    };
    block.rows.iter().take(ROWS).map(row).collect()
}

fn on_one_line(cell: &Cell, text: &[u8], encoding: Encoding) -> String {
    let bytes = whole(cell, text);
    decode(&bytes, encoding)
        .trim_matches(is_space)
        .replace(|c: char| c.is_control(), " ")
}

/// The bytes of a cell, quoting taken out.
pub(super) fn whole<'t>(cell: &Cell, text: &'t [u8]) -> Cow<'t, [u8]> {
    let bytes = cell.bytes(text);
    if cell.is_escaped() {
        Cow::Owned(unescape(bytes))
    } else {
        Cow::Borrowed(bytes)
    }
}

/// The columns that rows name together: a blank cell belongs to the group that begins left of it, if a name stands below.
pub(super) fn named(rows: &[TopRow]) -> Vec<Named> {
    let width = rows.iter().fold(0, |most, row| most.max(row.cells.len()));
    let mut names: Vec<Named> = Vec::with_capacity(width);
    for at in 0..width {
        let parts = parts(rows, at);
        let header = parts.join("/");
        let earlier = names.iter().filter(|named| named.name.header == header);
        let occurrence = earlier.count() as u32 + 1;
        let groups = &parts[..parts.len().saturating_sub(1)];
        names.push(Named {
            is_of_product: groups.iter().any(|group| header::is_product(group)),
            heading: heading(&parts),
            name: ColumnName { header, occurrence },
        });
    }
    names
}

fn parts(rows: &[TopRow], at: usize) -> Vec<&str> {
    let cell =
        |row: &TopRow, at: usize| -> bool { row.cells.get(at).is_some_and(|c| !c.is_empty()) };
    let mut parts: Vec<&str> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let has_name_below = rows[index + 1..].iter().any(|below| cell(below, at));
        let reach = if has_name_below { 0 } else { at };
        let text = (reach..=at)
            .rev()
            .filter_map(|at| row.cells.get(at))
            .find(|text| !text.is_empty());
        if let Some(text) = text
            && parts.last() != Some(&text.as_str())
        {
            parts.push(text);
        }
    }
    parts
}

/// What the lowest name says; where it is too short to say it, what it says after its groups: 贷款 over 余额.
fn heading(parts: &[&str]) -> Heading {
    let own = header::heading(parts.last().copied().unwrap_or(""));
    if own.field.is_some() || own.personal.is_some() || parts.len() < 2 {
        return own;
    }
    let joined = header::heading(&parts[parts.len() - 2..].concat());
    if joined.field.is_some() { joined } else { own }
}

impl TopRow {
    /// Whether the row may name groups of columns: several names, none of them a note such as 单位：万元 or a number.
    pub(super) fn may_be_groups(&self) -> bool {
        let named: Vec<&String> = self.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let is_note = |cell: &&String| {
            cell.contains(['：', ':']) || cell.chars().all(|c| c.is_ascii_digit() || c == '.')
        };
        named.len() >= 2 && named.len() < self.cells.len() && !named.iter().any(is_note)
    }

    /// Whether the row below a header only counts the columns (1, 2, 3 …) or names their units.
    pub(super) fn is_count_of_columns(&self) -> bool {
        let counts = |(at, cell): (usize, &String)| *cell == (at + 1).to_string();
        self.cells.len() >= 3 && self.cells.iter().enumerate().all(counts)
    }

    /// Whether the row below a header names nothing but units.
    pub(super) fn is_units(&self) -> bool {
        const UNITS: &[&str] = &["元", "万元", "%", "‰", "户", "人", "笔", "天", "月", "个"];
        let mut named = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        named.peek().is_some()
            && named.all(|cell| UNITS.contains(&cell.trim_matches(['(', ')', '（', '）'])))
    }
}
