//! What a file is, by its first bytes: encoding, separator, header, columns, units, personal data. Its name decides nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::{Field, FileKind};

use super::columns::{self, Column};
use super::encoding::{cut_off_tail, decode, is_space, plain};
use super::finding::{Content, Encoding, Finding, Problem, Separator, Unit};
use super::header::{self, Heading};
use super::roster;
use super::scan::{Block, Cell, Row, Scanner, unescape};

/// How many bytes of a file are looked at before it is read.
pub const HEAD: usize = 1 << 18;

/// How many rows from the top a header may stand.
const HEADER_WITHIN: usize = 12;

/// How many rows below the header are looked at for units and personal data.
const SAMPLE_ROWS: usize = 400;

/// A table whose rows can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// What it is.
    pub kind: FileKind,
    /// Its encoding.
    pub encoding: Encoding,
    /// Its separator.
    pub separator: Separator,
    /// The line of the header, from 1.
    pub header_line: u32,
    /// The byte at which the first row below the header begins.
    pub rows_start: u64,
    /// The line of that row.
    pub rows_line: u32,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Columns its kind must have and it lacks.
    pub missing: Vec<Field>,
    /// Whether most household numbers of the first rows repeat, or a column tells persons apart: rows are persons.
    pub is_by_person: bool,
    /// What was noticed; the file's own number is filled in by whoever knows it.
    pub findings: Vec<Finding>,
    /// About how many rows the whole file has.
    pub rows_expected: usize,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Recognition {
    /// A table of a known kind.
    Table(Box<Recognised>),
    /// Text that begins as JSON does.
    Json,
    /// Neither; why.
    Refused(Problem),
}

/// Looks at the first bytes of a file of `size` bytes.
pub fn recognise(head: &[u8], size: u64) -> Recognition {
    if head.iter().all(|b| b.is_ascii_whitespace()) {
        return Recognition::Refused(Problem::EmptyFile);
    }
    if let Some(looks_like) = content(head) {
        return Recognition::Refused(Problem::NotATable { looks_like });
    }
    let (text, has_mark) = match head.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (head, false),
    };
    if text.trim_ascii_start().first() == Some(&b'{') {
        return Recognition::Json;
    }
    let mut best: Option<Found> = None;
    for encoding in encodings(text, has_mark) {
        for separator in [Separator::Comma, Separator::Tab, Separator::Semicolon] {
            if let Some(found) = find_header(text, size, encoding, separator)
                && best.as_ref().is_none_or(|best| found.score > best.score)
            {
                best = Some(found);
            }
        }
    }
    match best {
        None => Recognition::Refused(Problem::UnknownHeader),
        Some(found) => table(text, size, if has_mark { 3 } else { 0 }, found),
    }
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
        (b"\xff\xfe", Content::Utf16),
        (b"\xfe\xff", Content::Utf16),
    ];
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature));
    match known {
        Some((_, content)) => Some(*content),
        None if head.starts_with(b"BM") && head.contains(&0) => Some(Content::Picture),
        None if head.contains(&0) => Some(Content::Binary),
        None => None,
    }
}

/// The encodings worth trying, the likelier first. That bytes are valid UTF-8 does not make them so: many words of GB18030
/// are; nor does a stray byte far down make a UTF-8 file another. The header decides; where it is ASCII, the order does.
fn encodings(text: &[u8], has_mark: bool) -> Vec<Encoding> {
    if has_mark {
        return vec![Encoding::Utf8Bom];
    }
    if text.is_ascii() {
        return vec![Encoding::Utf8];
    }
    let whole = &text[..text.len() - cut_off_tail(text)];
    let strange = |encoding| {
        let text = decode(whole, encoding);
        text.chars().filter(|c| *c == '\u{fffd}').count()
    };
    if std::str::from_utf8(whole).is_ok() || strange(Encoding::Utf8) <= strange(Encoding::Gb18030) {
        vec![Encoding::Utf8, Encoding::Gb18030]
    } else {
        vec![Encoding::Gb18030, Encoding::Utf8]
    }
}

/// A header, found under one encoding and separator.
struct Found {
    encoding: Encoding,
    separator: Separator,
    headings: Vec<(String, Heading)>,
    row: Row,
    title_unit: Option<Unit>,
    /// Columns whose meaning is known.
    score: usize,
}

fn cells(block: &Block, row: &Row, text: &[u8], encoding: Encoding) -> Vec<String> {
    let cell = |c: &Cell| plain(&whole_cell(c, text), encoding).into_owned();
    block.cells(row).iter().map(cell).collect()
}

/// Headers as the file has them, on one line.
fn headers(block: &Block, row: &Row, text: &[u8], encoding: Encoding) -> Vec<String> {
    let header = |c: &Cell| {
        let bytes = whole_cell(c, text);
        let header = decode(&bytes, encoding);
        header
            .trim_matches(is_space)
            .replace(|c: char| c.is_control(), " ")
    };
    block.cells(row).iter().map(header).collect()
}

fn whole_cell<'t>(cell: &Cell, text: &'t [u8]) -> Cow<'t, [u8]> {
    let bytes = cell.bytes(text);
    if cell.is_escaped() {
        Cow::Owned(unescape(bytes))
    } else {
        Cow::Borrowed(bytes)
    }
}

fn find_header(text: &[u8], size: u64, encoding: Encoding, separator: Separator) -> Option<Found> {
    let mut scanner = Scanner::new(separator.byte(), 1);
    let mut block = Block::default();
    scanner.rows(text, 0, is_whole(text, size), &mut block);
    let mut best: Option<Found> = None;
    let mut title_unit = None;
    for row in block.rows.iter().take(HEADER_WITHIN) {
        let headings: Vec<(String, Heading)> = headers(&block, row, text, encoding)
            .into_iter()
            .map(|header| {
                let heading = header::heading(&header);
                (header, heading)
            })
            .collect();
        let fields: BTreeSet<Field> = headings
            .iter()
            .filter_map(|(_, heading)| heading.field)
            .collect();
        let known: Vec<Field> = fields.iter().copied().collect();
        if header::kind(&known) != FileKind::Unknown
            && best.as_ref().is_none_or(|best| known.len() > best.score)
        {
            let score = known.len();
            best = Some(Found {
                encoding,
                separator,
                headings,
                row: *row,
                title_unit,
                score,
            });
        } else if best.is_none() {
            let line = decode(&text[row.start as usize..row.end as usize], encoding);
            title_unit = header::unit_of_title(&line).or(title_unit);
        }
    }
    best
}

fn is_whole(text: &[u8], size: u64) -> bool {
    // The byte order mark is left out of the text.
    text.len() as u64 + 3 >= size
}

fn table(text: &[u8], size: u64, mark: u64, found: Found) -> Recognition {
    let mut scanner = Scanner::new(found.separator.byte(), found.row.line);
    let mut block = Block::default();
    // The header's own row is cut again, to learn where the rows below begin.
    let rows_start = found.row.end as usize;
    let after_header = skip_line_end(text, rows_start);
    let lines = text[found.row.start as usize..after_header]
        .iter()
        .filter(|b| **b == b'\n')
        .count()
        .max(1);
    let rows_line = found.row.line + lines as u32;
    scanner.rows(&text[after_header..], 0, is_whole(text, size), &mut block);
    let sample: Vec<Vec<String>> = block
        .rows
        .iter()
        .take(SAMPLE_ROWS)
        .map(|row| cells(&block, row, &text[after_header..], found.encoding))
        .collect();

    let (columns, findings) = columns::of(&found.headings, &sample, found.title_unit);
    let taken: Vec<Field> = columns.iter().filter_map(|column| column.field).collect();
    let kind = header::kind(&taken);
    let kind = if kind == FileKind::Unknown {
        kind_of_headings(&found.headings)
    } else {
        kind
    };
    let missing: Vec<Field> = Field::required(kind)
        .iter()
        .copied()
        .filter(|field| !taken.contains(field))
        .collect();
    let bytes_of_rows = block.rows.last().map_or(1, |row| row.end as usize + 1);
    let rows_below = (size as usize).saturating_sub(after_header);
    Recognition::Table(Box::new(Recognised {
        kind,
        encoding: found.encoding,
        separator: found.separator,
        header_line: found.row.line,
        rows_start: mark + after_header as u64,
        rows_line,
        is_by_person: roster::is_by_person(&columns, &sample),
        columns,
        missing,
        findings,
        rows_expected: block.rows.len() * rows_below / bytes_of_rows,
    }))
}

/// What the headers alone say, personal or not: a loan file whose household numbers are identity numbers is still one.
fn kind_of_headings(headings: &[(String, Heading)]) -> FileKind {
    let fields: Vec<Field> = headings
        .iter()
        .filter_map(|(_, heading)| heading.field)
        .collect();
    header::kind(&fields)
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
