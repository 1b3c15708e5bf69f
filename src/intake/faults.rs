//! The problems of the row at hand, and the findings of the file.

use crate::domain::{Field, field::Content};

use super::columns::Column;
use super::encoding::decode;
use super::finding::{Encoding, Finding, Outcome, Problem};
use super::no_row::{self, NoRow};
use super::personal;
use super::recognise::Recognised;
use super::scan::{Block, Cell, Row};

/// The longest text that a finding repeats, in characters.
const LONGEST_FOUND: usize = 40;

/// So many bytes hold more characters than a finding repeats.
const LONGEST_SHOWN: usize = 400;

/// Most findings of one file that are kept whole; beyond them only the count goes on.
pub const MOST_KEPT: usize = 100_000;

/// One problem of the row at hand.
#[derive(Clone, Debug)]
struct Fault {
    /// The column, from 0; none where the whole row is meant.
    column: Option<usize>,
    problem: Problem,
    outcome: Outcome,
}

/// Gathers the problems of one file.
#[derive(Debug, Default)]
pub struct Faults {
    file: u32,
    row: Vec<Fault>,
    /// The findings kept, in order of line.
    pub kept: Vec<Finding>,
    /// How many findings there are.
    pub total: u64,
    /// Rows that are used with a corrected cell.
    pub mended: u64,
}

impl Faults {
    /// For the file at that place in the list, with what was noticed when it was recognised.
    pub fn new(file: u32, noticed: &[Finding]) -> Faults {
        let kept: Vec<Finding> = noticed
            .iter()
            .map(|finding| Finding {
                file,
                ..finding.clone()
            })
            .collect();
        Faults {
            file,
            row: Vec::new(),
            total: kept.len() as u64,
            kept,
            mended: 0,
        }
    }

    /// A problem of the whole file.
    pub fn of_file(&mut self, problem: Problem, outcome: Outcome) {
        self.keep(Finding {
            file: self.file,
            line: None,
            column: None,
            header: None,
            found: None,
            problem,
            outcome,
        });
    }

    /// Puts one finding about the whole file in the place of all findings about its rows.
    pub fn replace_rows(&mut self, problem: Problem) {
        self.kept.retain(|finding| finding.line.is_none());
        self.total = self.kept.len() as u64;
        self.of_file(problem, Outcome::FileSetAside);
    }

    /// A cell for which the row must be set aside.
    pub fn cell(&mut self, column: usize, problem: Problem) {
        self.row.push(Fault {
            column: Some(column),
            problem,
            outcome: Outcome::RowSetAside,
        });
    }

    /// A cell that counts as unknown; the row is used.
    pub fn unknown(&mut self, column: usize, problem: Problem) {
        self.row.push(Fault {
            column: Some(column),
            problem,
            outcome: Outcome::CellUnknown,
        });
    }

    /// A cell that someone should look at; the row is used.
    pub fn note(&mut self, column: usize, problem: Problem) {
        self.row.push(Fault {
            column: Some(column),
            problem,
            outcome: Outcome::Note,
        });
    }

    /// A problem of the whole row, which is set aside for it.
    pub fn whole_row(&mut self, problem: Problem) {
        self.row.push(Fault {
            column: None,
            problem,
            outcome: Outcome::RowSetAside,
        });
    }

    /// Whether the row at hand must be set aside.
    #[inline(always)]
    pub fn is_row_set_aside(&self) -> bool {
        self.row
            .iter()
            .any(|fault| fault.outcome == Outcome::RowSetAside)
    }

    /// Whether the row at hand has any problem.
    #[inline(always)]
    pub fn has_any(&self) -> bool {
        !self.row.is_empty()
    }

    /// Forgets the problems of the row at hand: it was no row.
    pub fn forget_row(&mut self) {
        self.row.clear();
    }

    /// Turns the problems of the row at hand into findings.
    pub fn close_row(&mut self, table: &Recognised, block: &Block, row: &Row, buffer: &[u8]) {
        let mut faults = std::mem::take(&mut self.row);
        faults.sort_by_key(|fault| fault.column);
        if let Some(NoRow { problem, text }) = no_row_instead(&faults, table, block, row, buffer) {
            let is_hidden = has_personal(table) || no_row::names_a_person(&text);
            let found = if is_hidden { None } else { shown(&text, false) };
            self.keep_at(row.line, None, None, found, problem, Outcome::RowSetAside);
            return;
        }
        let sets_aside = |fault: &Fault| fault.outcome == Outcome::RowSetAside;
        let is_set_aside = faults.iter().any(sets_aside);
        for mut fault in faults {
            if is_set_aside {
                // Of a row that is not used no cell can be said to be.
                fault.outcome = Outcome::RowSetAside;
            }
            let column = fault
                .column
                .and_then(|at| table.columns.get(at).map(|column| (at, column)));
            let cell = fault.column.and_then(|at| block.cells(row).get(at));
            let found = match (cell, fault.column) {
                (Some(cell), _) => {
                    let is_number = column.is_some_and(|(_, column)| holds_numbers(column));
                    shown_cell(cell, buffer, table.encoding, is_number)
                }
                (None, Some(_)) => None,
                (None, None) => shown_row(table, row, buffer),
            };
            self.keep_at(
                row.line,
                column,
                fault.column,
                found,
                fault.problem,
                fault.outcome,
            );
        }
    }

    fn keep_at(
        &mut self,
        line: u32,
        column: Option<(usize, &Column)>,
        at: Option<usize>,
        found: Option<String>,
        problem: Problem,
        outcome: Outcome,
    ) {
        self.keep(Finding {
            file: self.file,
            line: Some(line),
            column: at.map(|at| at as u32 + 1),
            header: column.map(|(_, column)| column.name.header.clone()),
            found,
            problem,
            outcome,
        });
    }

    fn keep(&mut self, finding: Finding) {
        self.total += 1;
        if self.kept.len() < MOST_KEPT {
            self.kept.push(finding);
        }
    }
}

/// What a row is that cannot be used and is none, so that one finding says it. A quote never closed is told as such.
fn no_row_instead(
    faults: &[Fault],
    table: &Recognised,
    block: &Block,
    row: &Row,
    buffer: &[u8],
) -> Option<NoRow> {
    let is_set_aside = faults
        .iter()
        .any(|fault| fault.outcome == Outcome::RowSetAside);
    if !is_set_aside {
        return None;
    }
    no_row::what(table, block, row, buffer)
        .filter(|no_row| !row.is_unclosed || no_row.problem == Problem::TotalRow)
}

/// A whole row as a finding repeats it. A row out of shape says nothing of which cell is whose: where any column of the
/// file is personal, nothing of the row is repeated.
fn shown_row(table: &Recognised, row: &Row, buffer: &[u8]) -> Option<String> {
    if has_personal(table) {
        return None;
    }
    let bytes = &buffer[row.start as usize..row.end as usize];
    let bytes = &bytes[..bytes.len().min(LONGEST_SHOWN)];
    shown(&decode(bytes, table.encoding), false)
}

fn has_personal(table: &Recognised) -> bool {
    table.columns.iter().any(|column| column.personal.is_some())
}

fn shown_cell(cell: &Cell, buffer: &[u8], encoding: Encoding, is_number: bool) -> Option<String> {
    if cell.bytes(buffer).len() > LONGEST_SHOWN {
        let bytes = &cell.bytes(buffer)[..LONGEST_SHOWN];
        return shown(&decode(bytes, encoding), is_number);
    }
    shown(&no_row::text_of(cell, buffer, encoding), is_number)
}

/// Whether a column holds numbers of loans, households or places, some of which look like cards or telephones by chance.
pub fn holds_numbers(column: &Column) -> bool {
    let content = column.field.map(Field::content);
    content == Some(Content::Identifier)
}

/// A text as a finding repeats it: not too long, on one line, without the number of a person, and not at all where it is
/// nothing else. `is_number` for a column whose cells [are numbers](holds_numbers).
pub fn shown(text: &str, is_number: bool) -> Option<String> {
    let trimmed = text.trim();
    let (is_personal, masked) = if is_number {
        let is_identity = personal::is_identity_number(trimmed);
        (is_identity, personal::masked_among_numbers(text))
    } else {
        let is_of_a_person = personal::is_number_of_a_person(trimmed);
        (is_of_a_person, personal::masked(text))
    };
    if is_personal || masked.trim() == personal::MASK {
        return None;
    }
    let mut characters = masked.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut shown: String = characters.by_ref().take(LONGEST_FOUND).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    Some(shown)
}

/// Where a meaning stands among the columns.
pub fn position(table: &Recognised, field: Field) -> Option<usize> {
    table
        .columns
        .iter()
        .position(|column| column.field == Some(field))
}
