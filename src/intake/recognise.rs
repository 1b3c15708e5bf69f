//! What a file is, by its first bytes: encoding, separator, header, columns, units, personal data. Its name decides nothing.
//!
//! What a person said of the file ([`Choices`]) goes before whatever the bytes suggest; a header that a profile knows goes
//! before one that only looks likely.

mod top_rows;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::{Field, FileKind};

use super::choices::{Choices, HeaderRows};
use super::columns::{self, Column};
use super::convert::{self, Converter};
use super::encoding::{decode, guesses, plain};
use super::finding::{Content, Encoding, Finding, Problem, Separator, Unit};
use super::header;
use super::profile::Shape;
use super::scan::{Block, Row, Scanner};
use top_rows::{Named, TopRow, named};

/// How many bytes of a file are looked at before it is read.
pub const HEAD: usize = 1 << 18;

/// How many rows from the top a header may stand.
const HEADER_WITHIN: usize = 12;

/// The most rows a header has.
pub const MOST_HEADER_ROWS: u32 = 3;

/// How many rows below the header are looked at for units and personal data.
const SAMPLE_ROWS: usize = 400;

/// What is known of a file before its bytes are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What a person said of it.
    pub choices: &'a Choices,
    /// The shapes that a profile knows; looked at where nothing was said.
    pub shapes: &'a [Shape],
}

/// How the cells of a text are told apart where it is scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The file's encoding.
    pub encoding: Encoding,
    /// The file's separator.
    pub separator: Separator,
}

impl Writing {
    /// Whether the file must be converted before its rows can be cut; what is scanned then is UTF-8.
    pub fn is_converted(self) -> bool {
        convert::is_needed(self.encoding, self.separator)
    }

    /// The encoding of the text that is scanned.
    pub fn scanned_encoding(self) -> Encoding {
        if self.is_converted() {
            Encoding::Utf8
        } else {
            self.encoding
        }
    }
}

/// A table whose rows can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// What it is.
    pub kind: FileKind,
    /// How it is written.
    pub writing: Writing,
    /// The encoding of the text that is scanned.
    pub encoding: Encoding,
    /// Whether nothing that was looked at tells the encoding: all of it is ASCII, and nobody said.
    pub is_encoding_open: bool,
    /// The line of the header's first row, from 1.
    pub header: HeaderRows,
    /// The byte of the text at which the first row below the header begins.
    pub rows_start: u64,
    /// The line of that row.
    pub rows_line: u32,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Columns its kind must have and it lacks.
    pub missing: Vec<Field>,
    /// What was noticed; the file's own number is filled in by whoever knows it.
    pub findings: Vec<Finding>,
    /// About how many rows the whole file has.
    pub rows_expected: usize,
    /// What was said of it, by a person or by the profile that knew its header.
    pub choices: Choices,
    /// Whether a profile knew its header.
    pub is_by_profile: bool,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognition {
    /// A table; of the kind `Unknown` where its header says nothing.
    Table(Box<Recognised>),
    /// Text that begins as JSON does.
    Json,
    /// A workbook of Excel or WPS.
    Workbook,
    /// Neither; why.
    Refused(Problem),
}

/// Looks at the first bytes of a file of `size` bytes.
pub fn recognise(head: &[u8], size: u64, asked: Asked<'_>) -> Recognition {
    if head.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Recognition::Refused(Problem::EmptyFile);
    }
    match content(head) {
        Some(Content::Workbook | Content::OldWorkbook) => return Recognition::Workbook,
        Some(looks_like) => return Recognition::Refused(Problem::NotATable { looks_like }),
        None => {}
    }
    let text = head.strip_prefix(UTF8_MARK).unwrap_or(head);
    if text.trim_ascii_start().first() == Some(&b'{') {
        return Recognition::Json;
    }
    of_text(head, size, asked, &[Separator::Comma, Separator::Tab, Separator::Semicolon])
}

/// Looks at the first bytes of the text of a sheet.
pub fn recognise_sheet(text: &[u8], size: u64, asked: Asked<'_>) -> Recognition {
    if text.iter().all(|b| b.is_ascii_whitespace() || *b == Separator::Unit.byte()) {
        return Recognition::Refused(Problem::EmptyFile);
    }
    of_text(text, size, asked, &[Separator::Unit])
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

fn of_text(head: &[u8], size: u64, asked: Asked<'_>, separators: &[Separator]) -> Recognition {
    let mut best: Option<Found> = None;
    let mut widest: Option<Found> = None;
    for writing in writings(head, asked.choices, separators) {
        let text = text_of(head, writing);
        let is_whole = head.len() as u64 >= size;
        let rows = top_rows::of(&text, is_whole, writing.scanned_encoding(), writing.separator.byte());
        if let Some(found) = find_header(&rows, writing, asked)
            && best.as_ref().is_none_or(|best| found.score > best.score)
        {
            best = Some(found);
        }
        if let Some(found) = widest_row(&rows, writing, asked)
            && widest.as_ref().is_none_or(|widest| found.score > widest.score)
        {
            widest = Some(found);
        }
    }
    match best.or(widest) {
        None => Recognition::Refused(Problem::UnknownHeader),
        Some(found) => table(&text_of(head, found.writing), head, size, found, asked),
    }
}

/// The ways of writing worth trying, the likelier first.
fn writings(head: &[u8], choices: &Choices, separators: &[Separator]) -> Vec<Writing> {
    let encodings = match choices.encoding {
        Some(encoding) => vec![encoding],
        None => guesses(head),
    };
    let mut all = Vec::new();
    for encoding in encodings {
        let mut tried = separators.to_vec();
        if separators.contains(&Separator::Comma) {
            // Rarer ones are tried only where a row near the top has them.
            let near = decode(&head[..head.len().min(1 << 14)], encoding);
            tried.extend(near.contains('|').then_some(Separator::Pipe));
            tried.extend(near.contains('，').then_some(Separator::FullWidthComma));
        }
        if let Some(separator) = choices.separator {
            tried = vec![separator];
        }
        all.extend(tried.into_iter().map(|separator| Writing { encoding, separator }));
    }
    all
}

/// The text that is scanned, of a file that is written so; without its byte order mark.
fn text_of(head: &[u8], writing: Writing) -> Cow<'_, [u8]> {
    if !writing.is_converted() {
        return Cow::Borrowed(head.strip_prefix(UTF8_MARK).unwrap_or(head));
    }
    let mut text = Vec::with_capacity(head.len() + head.len() / 2);
    Converter::new(writing.encoding, writing.separator).feed(head, &mut text);
    if text.is_empty() {
        let mut converter = Converter::new(writing.encoding, writing.separator);
        converter.feed(head, &mut text);
        converter.finish(&mut text);
    }
    Cow::Owned(text)
}

/// What bytes that are no text table are.
fn content(head: &[u8]) -> Option<Content> {
    const SIGNATURES: &[(&[u8], Content)] = &[
        (b"\x89PNG", Content::Picture),
        (b"\xff\xd8\xff", Content::Picture),
        (b"GIF8", Content::Picture),
        (b"RIFF", Content::Picture),
        (b"PK\x03\x04", Content::Workbook),
        (b"\xd0\xcf\x11\xe0", Content::OldWorkbook),
        (b"%PDF", Content::Document),
    ];
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature));
    let is_utf16 = guesses(head)
        .first()
        .is_some_and(|first| matches!(first, Encoding::Utf16Le | Encoding::Utf16Be));
    match known {
        Some((_, content)) => Some(*content),
        None if is_utf16 => None,
        None if head.starts_with(b"BM") && head.contains(&0) => Some(Content::Picture),
        None if head.contains(&0) => Some(Content::Binary),
        None => None,
    }
}

/// A header, found under one way of writing.
struct Found {
    writing: Writing,
    names: Vec<Named>,
    header: HeaderRows,
    /// Where the header's first row begins and its last one ends.
    start: usize,
    end: usize,
    title_unit: Option<Unit>,
    /// Columns whose meaning is known.
    score: usize,
    /// The shape of the profile that it has.
    shape: Option<usize>,
}

/// A score above any number of columns: a profile knows the header.
const KNOWN: usize = usize::MAX;

fn find_header(rows: &[TopRow], writing: Writing, asked: Asked<'_>) -> Option<Found> {
    if let Some(header) = asked.choices.header {
        let first = rows.iter().position(|row| row.line >= header.line)?;
        return Some(found(rows, first, header.rows as usize, writing, asked.choices));
    }
    if asked.choices.is_empty()
        && let Some(known) = find_known(rows, writing, asked.shapes)
    {
        return Some(known);
    }
    let alone = (0..rows.len().min(HEADER_WITHIN))
        .map(|first| found(rows, first, 1, writing, asked.choices))
        .reduce(|best, next| if next.score > best.score { next } else { best })?;
    let at = rows.iter().position(|row| row.line == alone.header.line)?;
    let together = [(at, 2), (at.wrapping_sub(1), 2), (at, 3), (at.wrapping_sub(1), 3), (at.wrapping_sub(2), 3)];
    let mut best = alone;
    for (first, count) in together {
        if first.checked_add(count).is_some_and(|end| end <= rows.len()) {
            let next = found(rows, first, count, writing, asked.choices);
            if next.score > best.score {
                best = next;
            }
        }
    }
    let best = with_groups(rows, best, writing, asked.choices);
    let is_known = header::kind(&fields(&best.names, asked.choices)) != FileKind::Unknown;
    (is_known || !asked.choices.columns.is_empty()).then_some(best)
}

/// The header with the rows of groups above it, where one word stands over several of its columns.
fn with_groups(rows: &[TopRow], best: Found, writing: Writing, choices: &Choices) -> Found {
    let is_repeated = |named: &Named| named.name.occurrence > 1 && named.heading.field.is_some();
    if !best.names.iter().any(is_repeated) {
        return best;
    }
    let Some(mut first) = rows.iter().position(|row| row.line == best.header.line) else {
        return best;
    };
    let mut count = best.header.rows as usize;
    while first > 0 && count < MOST_HEADER_ROWS as usize && rows[first - 1].may_be_groups() {
        first -= 1;
        count += 1;
    }
    found(rows, first, count, writing, choices)
}

fn find_known(rows: &[TopRow], writing: Writing, shapes: &[Shape]) -> Option<Found> {
    for (index, shape) in shapes.iter().enumerate() {
        for count in 1..=MOST_HEADER_ROWS as usize {
            for first in 0..rows.len().saturating_sub(count - 1).min(HEADER_WITHIN) {
                let found = found(rows, first, count, writing, &shape.choices);
                if shape.is_of(found.names.iter().map(|named| &named.name)) {
                    return Some(Found {
                        score: KNOWN,
                        shape: Some(index),
                        ..found
                    });
                }
            }
        }
    }
    None
}

/// Where no header is known: the row that a header would most likely be, so that a person can say what its columns are.
fn widest_row(rows: &[TopRow], writing: Writing, asked: Asked<'_>) -> Option<Found> {
    let named = |row: &TopRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let (first, width) = rows
        .iter()
        .take(HEADER_WITHIN)
        .map(named)
        .enumerate()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    let found = found(rows, first, 1, writing, asked.choices);
    (width >= 2).then_some(Found {
        score: width,
        ..found
    })
}

fn found(rows: &[TopRow], first: usize, count: usize, writing: Writing, choices: &Choices) -> Found {
    let count = count.clamp(1, rows.len() - first);
    let header = &rows[first..first + count];
    let (top, bottom) = (&header[0], &header[count - 1]);
    let names = named(header);
    let known: BTreeSet<Field> = fields(&names, choices).into_iter().collect();
    Found {
        writing,
        header: HeaderRows {
            line: top.line,
            rows: count as u32,
        },
        start: top.start,
        end: bottom.end,
        title_unit: title_unit(&rows[..first]),
        score: known.len(),
        names,
        shape: None,
    }
}

fn title_unit(rows: &[TopRow]) -> Option<Unit> {
    rows.iter()
        .rev()
        .find_map(|row| header::unit_of_title(&row.cells.join(" ")))
}

fn fields(names: &[Named], choices: &Choices) -> Vec<Field> {
    names
        .iter()
        .filter_map(|named| columns::chosen_or(named.heading.field, choices.column(&named.name)))
        .collect()
}

fn table(text: &[u8], head: &[u8], size: u64, found: Found, asked: Asked<'_>) -> Recognition {
    let encoding = found.writing.scanned_encoding();
    let is_whole = head.len() as u64 >= size;
    let choices = match found.shape {
        Some(index) => &asked.shapes[index].choices,
        None => asked.choices,
    };
    let mut rows = RowsBelow::of(text, &found, is_whole);
    let mut names = found.names;
    if let Some(row) = rows.next_top_row(encoding) {
        if row.is_units() {
            columns::take_units(&mut names, &row.cells);
            rows.skip_first();
        } else if row.is_count_of_columns() {
            rows.skip_first();
        }
    }
    let sample = rows.sample(encoding);
    let columns::Settled { columns, findings } =
        columns::of(&names, &sample, found.title_unit, choices);
    let taken: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    let kind = match header::kind(&taken) {
        FileKind::Unknown => header::kind(&fields(&names, choices)),
        known => known,
    };
    let missing: Vec<Field> = Field::required(kind)
        .iter()
        .copied()
        .filter(|field| !taken.contains(field))
        .collect();
    let mark = if found.writing.is_converted() { 0 } else { head.len() - text.len() };
    Recognition::Table(Box::new(Recognised {
        kind,
        writing: found.writing,
        encoding,
        is_encoding_open: choices.encoding.is_none() && head.is_ascii() && !is_whole,
        header: found.header,
        rows_start: (mark + rows.start) as u64,
        rows_line: rows.line,
        rows_expected: rows.expected(head.len(), size),
        columns,
        missing,
        findings,
        choices: choices.clone(),
        is_by_profile: found.shape.is_some(),
    }))
}

/// The rows below a header, as far as the first bytes reach.
struct RowsBelow<'t> {
    text: &'t [u8],
    separator: u8,
    is_whole: bool,
    /// Where in the text they begin, and on which line.
    start: usize,
    line: u32,
    block: Block,
}

impl<'t> RowsBelow<'t> {
    fn of(text: &'t [u8], found: &Found, is_whole: bool) -> RowsBelow<'t> {
        let start = skip_line_end(text, found.end);
        let mut rows = RowsBelow {
            text,
            separator: found.writing.separator.byte(),
            is_whole,
            start,
            line: found.header.line + lines_of(&text[found.start..start]),
            block: Block::default(),
        };
        rows.scan();
        rows
    }

    fn scan(&mut self) {
        let mut scanner = Scanner::new(self.separator, self.line);
        scanner.rows(&self.text[self.start..], 0, self.is_whole, &mut self.block);
    }

    fn skip_first(&mut self) {
        if let Some(first) = self.block.rows.first().copied() {
            let end = self.start + first.end as usize;
            let next = skip_line_end(self.text, end);
            self.line = first.line + lines_of(&self.text[self.start + first.start as usize..next]);
            self.start = next;
            self.scan();
        }
    }

    fn cells(&self, row: &Row, encoding: Encoding) -> Vec<String> {
        let text = &self.text[self.start..];
        let cell = |cell| plain(&top_rows::whole(cell, text), encoding).into_owned();
        self.block.cells(row).iter().map(cell).collect()
    }

    fn next_top_row(&self, encoding: Encoding) -> Option<TopRow> {
        let row = self.block.rows.first()?;
        Some(TopRow {
            cells: self.cells(row, encoding),
            line: row.line,
            start: row.start as usize,
            end: row.end as usize,
        })
    }

    fn sample(&self, encoding: Encoding) -> Vec<Vec<String>> {
        let rows = self.block.rows.iter().take(SAMPLE_ROWS);
        rows.map(|row| self.cells(row, encoding)).collect()
    }

    /// About how many rows a file of `size` bytes has, whose first `head` bytes gave these.
    fn expected(&self, head: usize, size: u64) -> usize {
        let seen = self.block.rows.last().map_or(1, |row| row.end as usize + 1);
        let below = self.text.len().saturating_sub(self.start).max(1);
        let rows_in_head = self.block.rows.len() as u64 * below as u64 / seen as u64;
        let share_below = below as u64 * 1000 / self.text.len().max(1) as u64;
        let bytes_of_head = (head as u64 * share_below / 1000).max(1);
        let bytes = size.saturating_sub(head as u64) + bytes_of_head;
        (u128::from(rows_in_head) * u128::from(bytes) / u128::from(bytes_of_head)) as usize
    }
}

fn lines_of(text: &[u8]) -> u32 {
    let feeds = text.iter().filter(|b| **b == b'\n').count();
    feeds.max(1) as u32
}

fn skip_line_end(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(_), _) => at + 1,
        (None, _) => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::finding::{Outcome, Personal};

    fn table_of(text: &[u8]) -> Recognised {
        match recognise(text, text.len() as u64) {
            Recognition::Table(table) => *table,
            other => panic!("{other:?}"),
        }
    }

    const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额,贷款余额,放款日期,到期日期\n";

    #[test]
    fn a_title_row_above_the_header_gives_the_unit() {
        let table = table_of(
            format!("某县台账,单位：万元\n{HEADER}1,2,甲镇,乙村,丙行,5,5,2019-01-01,2020-01-01\n")
                .as_bytes(),
        );
        assert_eq!((table.header_line, table.rows_line), (2, 3));
        assert_eq!(table.columns[5].unit, Some(Unit::TenThousandYuan));
        assert!(table.findings.is_empty());
    }

    #[test]
    fn gb18030_is_known_by_its_header_even_where_the_bytes_are_valid_utf8_below() {
        let (bytes, _, _) = encoding_rs::GB18030.encode(HEADER);
        assert_eq!(table_of(&bytes).encoding, Encoding::Gb18030);
        assert_eq!(table_of(HEADER.as_bytes()).encoding, Encoding::Utf8);
        assert_eq!(
            table_of(format!("\u{feff}{HEADER}").as_bytes()).encoding,
            Encoding::Utf8Bom
        );
    }

    #[test]
    fn a_unit_that_no_one_names_is_guessed_with_a_note_or_refused() {
        let with = |amount: &str| {
            table_of(
                format!("{HEADER}1,2,甲镇,乙村,丙行,{amount},1,2019-01-01,2020-01-01\n").as_bytes(),
            )
        };
        let problems = |table: &Recognised| {
            table
                .findings
                .iter()
                .map(|f| (f.problem.clone(), f.outcome))
                .collect::<Vec<_>>()
        };
        assert_eq!(with("50000").columns[6].unit, Some(Unit::Yuan));
        assert_eq!(with("5").columns[6].unit, Some(Unit::TenThousandYuan));
        assert_eq!(with("5").findings.len(), 2);
        let unknown = with("500");
        assert_eq!(
            problems(&unknown)[0],
            (
                Problem::UnitUnknown {
                    field: Field::DisbursedPrincipal
                },
                Outcome::FileSetAside
            )
        );
    }

    #[test]
    fn what_is_no_table_says_what_it_looks_like() {
        let refused = |bytes: &[u8]| match recognise(bytes, bytes.len() as u64) {
            Recognition::Refused(problem) => problem,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(b""), Problem::EmptyFile);
        assert_eq!(refused(b" \r\n"), Problem::EmptyFile);
        assert_eq!(
            refused(b"\x89PNG\r\n\x1a\n"),
            Problem::NotATable {
                looks_like: Content::Picture
            }
        );
        assert_eq!(refused("甲,乙\n1,2\n".as_bytes()), Problem::UnknownHeader);
    }

    #[test]
    fn a_column_of_identity_numbers_is_left_out_whatever_its_header() {
        let rows = "1,11010519491231002X,甲镇,乙村,丙行,50000,1,2019-01-01,2020-01-01\n".repeat(6);
        let table = table_of(format!("{HEADER}{rows}").as_bytes());
        assert_eq!(table.kind, FileKind::Loans);
        assert_eq!(table.columns[1].personal, Some(Personal::IdentityNumber));
        assert_eq!(table.missing, [Field::HouseholdNumber]);
    }
}
