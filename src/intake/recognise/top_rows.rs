//! The first rows of a file, and the headers that one, two or three of them make together.

use std::borrow::Cow;

use crate::intake::choices::ColumnName;
use crate::intake::encoding::{decode, is_space};
use crate::intake::finding::Encoding;
use crate::intake::header::vocabulary::beside::{BESIDE_COUNTS, SHORT_NAMES, UNITS};
use crate::intake::header::{self, Heading};
use crate::intake::scan::{Block, Cell, Scanner, unescape};

/// So many bytes hold every header that stands near the top.
const NEAR_THE_TOP: usize = 1 << 16;

/// Rows looked at: a header of three rows may begin on the last on which one may stand.
const ROWS: usize = super::HEADER_WITHIN + 4;

/// The longest name of a group, in characters.
const LONGEST_GROUP: usize = 12;

/// Words of titles and signatures, which stand above a table too and name no groups of its columns.
const OF_TITLES: &[&str] = &[
    "台账",
    "台帐",
    "明细表",
    "统计表",
    "情况表",
    "单位",
    "填报",
    "填表",
    "制表",
    "审核",
    "复核",
    "负责人",
    "经办人",
    "联系人",
    "电话",
    "日期",
    "银行",
    "信用社",
    "县",
    "元",
];

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
    /// The lowest of them, the header itself.
    pub own: String,
    /// Whether a group above names the product: of several columns of one meaning its is the one.
    pub is_of_product: bool,
    /// Whether a group above names loans of another sort: 原贷款情况, 创业贷款.
    pub is_of_other_loans: bool,
    /// Whether a group above names loans or amounts of before: 原贷款情况, 上年末.
    pub is_of_before: bool,
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

/// The columns that rows name together.
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
            is_of_before: groups.iter().any(|group| header::is_of_before(group)),
            is_of_other_loans: groups.iter().any(|group| header::is_of_other_loans(group)),
            own: parts.last().copied().unwrap_or("").to_owned(),
            heading: heading(&parts),
            name: ColumnName { header, occurrence },
        });
    }
    names
}

/// The names that stand over a column, from the top; a name said twice is said once.
fn parts(rows: &[TopRow], at: usize) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for row in 0..rows.len() {
        let text = name_over(rows, row, at);
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

/// The name in a row over a column: its own, or that of the group that reaches there from the left. A group reaches as far
/// as names stand below it, and ends where another begins in its row or above.
fn name_over(rows: &[TopRow], row: usize, at: usize) -> &str {
    let cell = |row: &TopRow, at: usize| row.cells.get(at).is_some_and(|cell| !cell.is_empty());
    let own = rows[row].cells.get(at).map_or("", String::as_str);
    let has_name_below = |at: usize| rows[row + 1..].iter().any(|below| cell(below, at));
    if !own.is_empty() || !has_name_below(at) {
        return own;
    }
    for left in (0..at).rev() {
        let begins_above = rows[..row].iter().any(|above| cell(above, left + 1));
        if begins_above {
            return "";
        }
        if cell(&rows[row], left) {
            return if has_name_below(left) {
                &rows[row].cells[left]
            } else {
                ""
            };
        }
    }
    ""
}

/// What the names over a column say; the unit of a group is that of its columns.
fn heading(parts: &[&str]) -> Heading {
    let heading = meaning(parts);
    let of_group = || {
        parts
            .iter()
            .rev()
            .find_map(|part| header::heading(part).unit)
    };
    Heading {
        unit: heading.unit.or_else(of_group),
        ..heading
    }
}

/// What the names over a column say together, such as 贷款 over 余额; else what the lowest says, unless it is too short to
/// tell what it names: 名称 under 借款人.
fn meaning(parts: &[&str]) -> Heading {
    let own = parts.last().copied().unwrap_or("");
    let joined =
        (0..parts.len().saturating_sub(1)).map(|first| header::heading(&parts[first..].concat()));
    let mut joined = joined.collect::<Vec<Heading>>().into_iter();
    let is_short = SHORT_NAMES.contains(&own);
    let says_more =
        |heading: &Heading| heading.field.is_some() || is_short && heading.personal.is_some();
    joined
        .find(says_more)
        .unwrap_or_else(|| header::heading(own))
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

    /// Whether the row can be nothing but names of groups: at least three, short, none of them part of a title, each over a
    /// column that is named below, and most over several.
    pub(super) fn are_groups(&self, below: &[Named]) -> bool {
        let named = self.cells.iter().enumerate();
        let named: Vec<(usize, &String)> = named.filter(|(_, cell)| !cell.is_empty()).collect();
        let is_short = |cell: &str| {
            cell.chars().count() <= LONGEST_GROUP
                && !cell.chars().any(|c| c.is_numeric())
                && !OF_TITLES.iter().any(|word| cell.contains(word))
        };
        let is_over_a_name = |at: usize| below.get(at).is_some_and(|named| !named.own.is_empty());
        let ends = named.iter().skip(1).map(|(at, _)| *at);
        let ends = ends.chain([below.len()]);
        let wide = named
            .iter()
            .zip(ends)
            .filter(|((at, _), end)| *end > at + 1);
        self.may_be_groups()
            && named.len() >= 3
            && named
                .iter()
                .all(|(at, cell)| is_short(cell) && is_over_a_name(*at))
            && wide.count() * 2 > named.len()
    }

    /// Whether the row below a header only counts the columns: 1, 2, 3 …, or 甲, 乙, 1, 2, 3 … behind 栏次.
    pub(super) fn is_count_of_columns(&self) -> bool {
        let plain = |cell: &String| cell.trim_matches(['(', ')', '（', '）']).to_owned();
        let named = self.cells.iter().filter(|cell| !cell.is_empty()).map(plain);
        let numbers: Vec<String> = named
            .filter(|cell| !BESIDE_COUNTS.contains(&cell.as_str()))
            .collect();
        let counts = |(at, cell): (usize, &String)| *cell == (at + 1).to_string();
        numbers.len() >= 3 && numbers.iter().enumerate().all(counts)
    }

    /// Whether the row below a header names nothing but units.
    pub(super) fn is_units(&self) -> bool {
        let mut named = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        named.peek().is_some()
            && named.all(|cell| UNITS.contains(&cell.trim_matches(['(', ')', '（', '）'])))
    }
}
