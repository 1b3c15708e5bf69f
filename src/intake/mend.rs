//! Corrections a person made are put into the rows before these are read; the bytes of the file stay as they are.

use std::collections::HashMap;
use std::fmt;

use crate::domain::Field;

use super::choices::StepRows;
use super::columns::Column;
use super::encoding::{decode, encode, is_blank, is_space};
use super::faults::{holds_numbers, position, shown};
use super::finding::Encoding;
use super::no_row;
use super::pseudonym::Passphrase;
use super::recognise::Recognised;
use super::scan::{Block, Row};

/// The corrections of one file, ready to be put into its rows.
pub struct Mender {
    columns: Vec<Mended>,
    /// Columns whose numbers become pseudonyms.
    pseudonyms: Vec<usize>,
    passphrase: Option<Passphrase>,
    /// The column whose text names a row.
    key: Option<usize>,
    table: Box<Recognised>,
    /// For each correction, the cells it has changed.
    pub hits: Vec<u64>,
    /// The rows of the block at hand that were corrected, by their place in it.
    rows: Vec<u32>,
}

impl fmt::Debug for Mender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mender")
            .field("columns", &self.columns)
            .field("pseudonyms", &self.pseudonyms)
            .field("hits", &self.hits)
            .finish()
    }
}

/// A column with corrections.
#[derive(Debug)]
struct Mended {
    at: usize,
    /// Whether its cells are numbers of loans, households or places.
    has_numbers: bool,
    /// By the text found, the corrections in their order.
    by_text: HashMap<String, Vec<Correction>>,
}

#[derive(Debug)]
struct Correction {
    step: usize,
    rows: StepRows,
    becomes: String,
    bytes: Vec<u8>,
}

impl Mender {
    /// Makes ready what was said of a table; none if nothing of it changes a cell.
    pub fn new(found: &Recognised, passphrase: Option<&Passphrase>) -> Option<Mender> {
        let key = Field::key(found.kind).and_then(|field| position(found, field));
        let (mut columns, steps) = (columns_of(found), found.choices.steps.len());
        // What names a row is corrected first: other corrections know the row by its old or its new name.
        columns.sort_by_key(|column| Some(column.at) != key);
        let is_pseudonymised = |at: &usize| found.columns[*at].is_pseudonymised;
        let pseudonyms: Vec<usize> = (0..found.columns.len()).filter(is_pseudonymised).collect();
        (!columns.is_empty() || !pseudonyms.is_empty()).then(|| Mender {
            columns,
            pseudonyms,
            passphrase: passphrase.cloned(),
            key,
            table: Box::new(found.clone()),
            hits: vec![0; steps],
            rows: Vec::new(),
        })
    }

    /// Puts the corrections into a block; the new cells stand behind the bytes of the buffer.
    pub fn mend(&mut self, block: &mut Block, buffer: &mut Vec<u8>) {
        self.rows.clear();
        for index in 0..block.rows.len() {
            let row = block.rows[index];
            self.pseudonymise(&row, block, buffer);
            if self.mend_row(&row, block, buffer) {
                self.rows.push(index as u32);
            }
        }
    }

    /// The rows of the block that were changed, by their place in it.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Puts pseudonyms in the place of numbers; what is no number of a person becomes blank.
    fn pseudonymise(&self, row: &Row, block: &mut Block, buffer: &mut Vec<u8>) {
        for &at in &self.pseudonyms {
            let Some(cell) = block.cells(row).get(at) else {
                continue;
            };
            let text = decode(cell.bytes(buffer), self.table.encoding).into_owned();
            let start = buffer.len();
            if let Some(passphrase) = &self.passphrase
                && let Ok(pseudonym) = passphrase.pseudonym(&text)
            {
                buffer.extend_from_slice(pseudonym.as_bytes());
            }
            block.put(row, at, start, buffer.len());
        }
    }

    fn mend_row(&mut self, row: &Row, block: &mut Block, buffer: &mut Vec<u8>) -> bool {
        let mut is_mended = false;
        let mut key_before: Option<String> = None;
        for column in &self.columns {
            let encoding = self.table.encoding;
            let text_at =
                |at: usize, is_number| text_at(row, at, block, buffer, encoding, is_number);
            let Some(text) = text_at(column.at, column.has_numbers) else {
                continue;
            };
            let is_key = |wanted: &str| {
                let now = || self.key.and_then(|at| text_at(at, true));
                key_before.as_deref() == Some(wanted) || now().as_deref() == Some(wanted)
            };
            let steps = corrections(column, text.clone(), row, is_key);
            let Some(last) = steps.last() else {
                continue;
            };
            if self.is_no_row(&text, &steps, row, block, buffer) {
                continue;
            }
            let start = buffer.len();
            buffer.extend_from_slice(&last.bytes);
            block.put(row, column.at, start, buffer.len());
            for step in steps {
                self.hits[step.step] += 1;
            }
            if Some(column.at) == self.key {
                key_before = Some(text);
            }
            is_mended = true;
        }
        is_mended
    }

    /// Whether the row is none: a row of nothing but blanks, or a total, note or header whose blank cells would be filled
    /// with those of all rows.
    fn is_no_row(
        &self,
        text: &str,
        steps: &[&Correction],
        row: &Row,
        block: &Block,
        buffer: &[u8],
    ) -> bool {
        let is_for_all = steps.iter().any(|step| step.rows == StepRows::All);
        is_blank_row(row, block, buffer, self.table.encoding)
            || text.is_empty()
                && is_for_all
                && no_row::what(&self.table, block, row, buffer).is_some()
    }
}

/// The columns of a table that have corrections.
fn columns_of(found: &Recognised) -> Vec<Mended> {
    let mut columns: Vec<Mended> = Vec::new();
    for (step, said) in found.choices.steps.iter().enumerate() {
        let of_step = |column: &Column| column.name == said.column;
        let Some(at) = found.columns.iter().position(of_step) else {
            continue;
        };
        // A line of last month's file says nothing of this one's.
        if found.is_by_profile && matches!(said.rows, StepRows::Line { .. }) {
            continue;
        }
        let correction = Correction {
            step,
            rows: said.rows.clone(),
            becomes: said.becomes.clone(),
            bytes: encode(&said.becomes, found.encoding),
        };
        let text = said.found.trim_matches(is_space).to_owned();
        match columns.iter_mut().find(|column| column.at == at) {
            Some(column) => column.by_text.entry(text).or_default().push(correction),
            None => columns.push(Mended {
                at,
                has_numbers: holds_numbers(&found.columns[at]),
                by_text: HashMap::from([(text, vec![correction])]),
            }),
        }
    }
    columns
}

/// The corrections that a cell takes, one after another.
fn corrections<'c>(
    column: &'c Mended,
    mut text: String,
    row: &Row,
    is_key: impl Fn(&str) -> bool,
) -> Vec<&'c Correction> {
    let mut taken: Vec<&Correction> = Vec::new();
    while let Some(found) = column.by_text.get(text.as_str()) {
        let next = taken.last().map_or(0, |last| last.step + 1);
        let fits = |correction: &&Correction| {
            correction.step >= next
                && match &correction.rows {
                    StepRows::All => true,
                    StepRows::Line { line } => *line == row.line,
                    StepRows::Key { key } => is_key(key),
                }
        };
        let Some(correction) = found.iter().find(fits) else {
            break;
        };
        text = correction.becomes.trim_matches(is_space).to_owned();
        taken.push(correction);
    }
    taken
}

/// A cell's text as findings show it, without the spaces about it.
fn text_at(
    row: &Row,
    at: usize,
    block: &Block,
    buffer: &[u8],
    encoding: Encoding,
    is_number: bool,
) -> Option<String> {
    let cell = block.cells(row).get(at)?;
    let whole = no_row::text_of(cell, buffer, encoding);
    Some(shown(&whole, is_number)?.trim_matches(is_space).to_owned())
}

/// A row of nothing but blanks is no row, and no correction of blank cells makes it one.
fn is_blank_row(row: &Row, block: &Block, buffer: &[u8], encoding: Encoding) -> bool {
    let is_blank_cell = |cell: &super::scan::Cell| is_blank(cell.bytes(buffer), encoding);
    block.cells(row).iter().all(is_blank_cell)
}
