//! What a file is, by its first bytes: encoding, separator, header, columns, units, personal data. Its name decides nothing.

use std::collections::BTreeSet;

use crate::domain::{Field, FileKind};

use super::cell;
use super::encoding::{cut_off_tail, decode, plain};
use super::finding::{
    Content, Encoding, Evidence, Finding, Outcome, Personal, Problem, Separator, Unit,
};
use super::header::{self, Heading};
use super::personal;
use super::scan::{Block, Row, Scanner, unescape};

/// How many bytes of a file are looked at before it is read.
pub const HEAD: usize = 1 << 18;

/// How many rows from the top a header may stand.
const HEADER_WITHIN: usize = 12;

/// How many rows below the header are looked at for units and personal data.
const SAMPLE_ROWS: usize = 400;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header as the file has it.
    pub header: String,
    /// Its meaning; none if it is not read.
    pub field: Option<Field>,
    /// Its unit, for money.
    pub unit: Option<Unit>,
    /// Whether it holds monthly rates in ‰.
    pub is_monthly_permille: bool,
    /// The sort of personal data for which it was left out.
    pub personal: Option<Personal>,
}

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

/// A finding about the whole file or one of its columns.
fn about(column: Option<(usize, &str)>, problem: Problem, outcome: Outcome) -> Finding {
    Finding {
        file: 0,
        line: None,
        column: column.map(|(at, _)| at as u32 + 1),
        header: column.map(|(_, header)| header.to_owned()),
        found: None,
        problem,
        outcome,
    }
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

/// The encodings worth trying. That bytes are valid UTF-8 does not make them so: many words of GB18030 are; the header decides.
fn encodings(text: &[u8], has_mark: bool) -> Vec<Encoding> {
    if has_mark {
        return vec![Encoding::Utf8Bom];
    }
    let whole = &text[..text.len() - cut_off_tail(text)];
    let mut encodings = Vec::new();
    // A stray byte far down must not turn a UTF-8 file into another; the header then decides as well.
    if std::str::from_utf8(whole).is_ok()
        || decode(whole, Encoding::Utf8)
            .chars()
            .take(2000)
            .all(|c| c != '\u{fffd}')
    {
        encodings.push(Encoding::Utf8);
    }
    if !text.is_ascii() {
        encodings.push(Encoding::Gb18030);
    }
    encodings
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
    let cell = |c: &super::scan::Cell| {
        let bytes = c.bytes(text);
        if c.is_escaped() {
            plain(&unescape(bytes), encoding).into_owned()
        } else {
            plain(bytes, encoding).into_owned()
        }
    };
    block.cells(row).iter().map(cell).collect()
}

fn find_header(text: &[u8], size: u64, encoding: Encoding, separator: Separator) -> Option<Found> {
    let mut scanner = Scanner::new(separator.byte(), 1);
    let mut block = Block::default();
    scanner.rows(text, 0, is_whole(text, size), &mut block);
    let mut best: Option<Found> = None;
    let mut title_unit = None;
    for row in block.rows.iter().take(HEADER_WITHIN) {
        let headings: Vec<(String, Heading)> = cells(&block, row, text, encoding)
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

    let mut findings = Vec::new();
    let mut columns = Vec::new();
    let mut taken = BTreeSet::new();
    for (at, (header, heading)) in found.headings.iter().enumerate() {
        columns.push(column(
            at,
            header,
            heading,
            &sample,
            &mut taken,
            &mut findings,
        ));
    }
    let kind = header::kind(&taken.iter().copied().collect::<Vec<_>>());
    let kind = if kind == FileKind::Unknown {
        kind_of_headings(&found.headings)
    } else {
        kind
    };
    settle_units(&mut columns, &sample, found.title_unit, &mut findings);
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

fn column(
    at: usize,
    header: &str,
    heading: &Heading,
    sample: &[Vec<String>],
    taken: &mut BTreeSet<Field>,
    findings: &mut Vec<Finding>,
) -> Column {
    let cells = sample
        .iter()
        .filter_map(|row| row.get(at))
        .map(String::as_str);
    let by_looks = personal::of_cells(cells)
        .filter(|looks| *looks != Personal::Name || heading.field.is_none());
    let personal = match (heading.personal, by_looks) {
        (Some(personal), _) => Some((personal, Evidence::Header)),
        (None, Some(personal)) => Some((personal, Evidence::Cells)),
        (None, None) => None,
    };
    let mut field = heading.field;
    if let Some((personal, evidence)) = personal {
        field = None;
        let problem = Problem::PersonalColumn { personal, evidence };
        findings.push(about(Some((at, header)), problem, Outcome::ColumnLeftOut));
    } else if let Some(known) = field
        && !taken.insert(known)
    {
        field = None;
        findings.push(about(
            Some((at, header)),
            Problem::RepeatedColumn { field: known },
            Outcome::ColumnLeftOut,
        ));
    }
    Column {
        header: header.to_owned(),
        field,
        unit: heading.unit.filter(|_| field.is_some_and(Field::is_money)),
        is_monthly_permille: heading.is_monthly_permille,
        personal: personal.map(|(personal, _)| personal),
    }
}

/// Gives every column of money a unit: from its header, from the line above, else from the size of the amounts lent.
fn settle_units(
    columns: &mut [Column],
    sample: &[Vec<String>],
    title: Option<Unit>,
    findings: &mut Vec<Finding>,
) {
    let lent = columns
        .iter()
        .position(|column| column.field == Some(Field::DisbursedPrincipal));
    let guess = lent.and_then(|at| guessed_unit(sample, at));
    for (at, column) in columns.iter_mut().enumerate() {
        let Some(field) = column
            .field
            .filter(|field| field.is_money() && column.unit.is_none())
        else {
            continue;
        };
        column.unit = title.or(guess);
        let place = Some((at, column.header.as_str()));
        match column.unit {
            Some(_) if title.is_some() => {}
            Some(unit) => findings.push(about(
                place,
                Problem::UnitGuessed { field, unit },
                Outcome::Note,
            )),
            None if sample.is_empty() => {}
            None => findings.push(about(
                place,
                Problem::UnitUnknown { field },
                Outcome::FileSetAside,
            )),
        }
    }
}

/// 万元 where no amount is above 20, 元 where one is 1000 or more; between, nobody can tell.
fn guessed_unit(sample: &[Vec<String>], at: usize) -> Option<Unit> {
    let amounts = sample.iter().filter_map(|row| row.get(at));
    let largest = amounts
        .filter_map(|text| cell::money(text.as_bytes(), Unit::Yuan, Encoding::Utf8).ok())
        .max()?;
    match largest.0 {
        ..=2_000 => Some(Unit::TenThousandYuan),
        100_000.. => Some(Unit::Yuan),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
