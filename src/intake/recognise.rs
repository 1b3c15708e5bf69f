//! What a file is, by its first bytes: encoding, separator, header, columns, units, personal data. Its name decides nothing.
//!
//! What a person said of the file ([`Choices`]) goes before whatever the bytes suggest; a header that a profile knows goes
//! before one that only looks likely.

mod find;
mod rows_below;
pub(super) mod top_rows;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::domain::{Date, Field, FileKind};

use super::choices::{Choices, HeaderRows};
use super::columns::{self, Column};
use super::convert::{self, Converter};
use super::encoding::{decode, guesses, utf16};
use super::finding::{Content, Encoding, Finding, Problem, Separator};
use super::mend::Mender;
use super::profile::Shape;
use super::roster;
use find::{Found, find_header, widest_row};
use rows_below::RowsBelow;

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

impl Asked<'_> {
    /// Nothing was said, and no shape is known.
    pub const NOTHING: Asked<'static> = Asked {
        choices: &Choices::NONE,
        shapes: &[],
    };
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
    /// Whether nothing that was looked at tells the encoding: all of it is ASCII, and nobody said. What is scanned then is
    /// UTF-8, made by a [`Converter`] that decides by the first line that is not ASCII.
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
    /// The day of the data that a line above the header gives.
    pub title_day: Option<Date>,
    /// Whether most household numbers of the first rows repeat, or a column tells persons apart: rows are persons.
    pub is_by_person: bool,
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
    of_text(
        head,
        size,
        asked,
        &[Separator::Comma, Separator::Tab, Separator::Semicolon],
    )
}

/// Looks at the first bytes of the text of a sheet.
pub fn recognise_sheet(text: &[u8], size: u64, asked: Asked<'_>) -> Recognition {
    if text
        .iter()
        .all(|b| b.is_ascii_whitespace() || *b == Separator::Unit.byte())
    {
        return Recognition::Refused(Problem::EmptyFile);
    }
    of_text(text, size, asked, &[Separator::Unit])
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

fn of_text(head: &[u8], size: u64, asked: Asked<'_>, separators: &[Separator]) -> Recognition {
    let mut best: Option<Found> = None;
    let mut widest: Option<Found> = None;
    for writing in writings(head, asked.choices, separators) {
        let is_whole = head.len() as u64 >= size;
        let text = text_of(head, is_whole, writing);
        let rows = top_rows::of(
            &text,
            is_whole,
            writing.scanned_encoding(),
            writing.separator.byte(),
        );
        if let Some(found) = find_header(&rows, writing, asked)
            && best.as_ref().is_none_or(|best| found.score > best.score)
        {
            best = Some(found);
        }
        if let Some(found) = widest_row(&rows, writing, asked)
            && widest
                .as_ref()
                .is_none_or(|widest| found.score > widest.score)
        {
            widest = Some(found);
        }
    }
    match best.or(widest) {
        None => Recognition::Refused(Problem::UnknownHeader),
        Some(found) => {
            let text = text_of(head, head.len() as u64 >= size, found.writing);
            table(&text, head, size, found, asked)
        }
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
        all.extend(tried.into_iter().map(|separator| Writing {
            encoding,
            separator,
        }));
    }
    all
}

/// The text that is scanned, of a file that is written so; without its byte order mark.
fn text_of(head: &[u8], is_whole: bool, writing: Writing) -> Cow<'_, [u8]> {
    if !writing.is_converted() {
        return Cow::Borrowed(head.strip_prefix(UTF8_MARK).unwrap_or(head));
    }
    let mut text = Vec::with_capacity(head.len() + head.len() / 2);
    let mut converter = Converter::new(writing.encoding, writing.separator);
    converter.feed(head, &mut text);
    if is_whole {
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
    let is_utf16 = utf16(head).is_some();
    match known {
        Some((_, content)) => Some(*content),
        None if is_utf16 => None,
        None if head.starts_with(b"BM") && head.contains(&0) => Some(Content::Picture),
        None if head.contains(&0) => Some(Content::Binary),
        None => None,
    }
}

fn table(text: &[u8], head: &[u8], size: u64, found: Found, asked: Asked<'_>) -> Recognition {
    let encoding = found.writing.scanned_encoding();
    let is_whole = head.len() as u64 >= size;
    let choices = match found.shape {
        Some(index) => &said_of(&found, &asked.shapes[index].choices),
        None => asked.choices,
    };
    let mut rows = RowsBelow::of(text, &found, is_whole);
    let mut names = found.names;
    while let Some(row) = rows.next_top_row(encoding) {
        if row.is_units() {
            columns::take_units(&mut names, &row.cells);
        } else if !row.is_count_of_columns() {
            break;
        }
        rows.skip_first();
    }
    let sample = rows.sample(encoding);
    let columns::Settled {
        kind,
        columns,
        findings,
    } = columns::of(&names, &sample, found.title_unit, choices);
    let is_taken = |field: &Field| columns.iter().any(|column| column.field == Some(*field));
    let missing: Vec<Field> = Field::required(kind)
        .iter()
        .copied()
        .filter(|field| !is_taken(field))
        .collect();
    let mark = if found.writing.is_converted() {
        0
    } else {
        head.len() - text.len()
    };
    let mut table = Recognised {
        kind,
        writing: found.writing,
        encoding,
        is_encoding_open: choices.encoding.is_none() && head.is_ascii() && !is_whole,
        header: found.header,
        rows_start: (mark + rows.start) as u64,
        rows_line: rows.line,
        rows_expected: rows.expected(head.len(), size),
        title_day: found.title_day,
        is_by_person: roster::is_by_person(&columns, &sample),
        columns,
        missing,
        findings,
        choices: choices.clone(),
        is_by_profile: found.shape.is_some(),
    };
    if !table.choices.steps.is_empty()
        && let Some(mender) = Mender::new(&table, None)
    {
        let sample = rows.mended_sample(encoding, mender);
        columns::judge_mended(&mut table.columns, &sample);
    }
    Recognition::Table(Box::new(table))
}

/// What was settled for files of a shape, as it holds for this one: where the header stands and how the file is written
/// is its own.
fn said_of(found: &Found, settled: &Choices) -> Choices {
    Choices {
        encoding: settled.encoding.map(|_| found.writing.encoding),
        separator: settled.separator.map(|_| found.writing.separator),
        header: settled.header.map(|_| found.header),
        ..settled.clone()
    }
}

/// The first rows of a file as cells, each with its line.
pub fn near_the_top(head: &[u8], size: u64, writing: Writing) -> Vec<(u32, Vec<String>)> {
    let is_whole = head.len() as u64 >= size;
    let text = text_of(head, is_whole, writing);
    let byte = writing.separator.byte();
    let rows = top_rows::of(&text, is_whole, writing.scanned_encoding(), byte);
    rows.into_iter().map(|row| (row.line, row.cells)).collect()
}

/// The first rows below the header of a table that was recognised by the same first bytes.
pub fn sample_of(head: &[u8], size: u64, found: &Recognised) -> Vec<Vec<String>> {
    let is_whole = head.len() as u64 >= size;
    let text = text_of(head, is_whole, found.writing);
    let mark = head.len().saturating_sub(text.len());
    let mark = if found.writing.is_converted() {
        0
    } else {
        mark
    };
    let start = (found.rows_start as usize).saturating_sub(mark);
    let rows = RowsBelow::from(&text, start, found.rows_line, found.writing, is_whole);
    rows.sample(found.encoding)
}
