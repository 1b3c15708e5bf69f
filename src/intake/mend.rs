//! Corrections a person made are put into the rows before these are read; the bytes of the file stay as they are.

use std::collections::HashMap;

use super::choices::{ColumnName, Step, StepRows};
use super::encoding::{decode, encode, is_blank, is_space};
use super::faults::shown;
use super::finding::Encoding;
use super::scan::{Block, Row, unescape};

/// The corrections of one file, ready to be put into its rows.
#[derive(Debug)]
pub struct Mender {
    columns: Vec<Mended>,
    /// The column whose text names a row.
    key: Option<usize>,
    encoding: Encoding,
    /// For each correction, the cells it has changed.
    pub hits: Vec<u64>,
    /// The rows of the block at hand that were changed, by their place in it.
    rows: Vec<u32>,
}

/// A column with corrections.
#[derive(Debug)]
struct Mended {
    at: usize,
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
    /// Makes corrections ready; none if there are none that a column of the file could take.
    pub fn new(
        steps: &[Step],
        names: &[ColumnName],
        key: Option<usize>,
        encoding: Encoding,
    ) -> Option<Mender> {
        let mut columns: Vec<Mended> = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let Some(at) = names.iter().position(|name| *name == step.column) else {
                continue;
            };
            let known = columns.iter().position(|column| column.at == at);
            let place = known.unwrap_or_else(|| {
                columns.push(Mended {
                    at,
                    by_text: HashMap::new(),
                });
                columns.len() - 1
            });
            let found = step.found.trim_matches(is_space).to_owned();
            columns[place]
                .by_text
                .entry(found)
                .or_default()
                .push(Correction {
                    step: index,
                    rows: step.rows.clone(),
                    becomes: step.becomes.clone(),
                    bytes: encode(&step.becomes, encoding),
                });
        }
        (!columns.is_empty()).then(|| Mender {
            columns,
            key,
            encoding,
            hits: vec![0; steps.len()],
            rows: Vec::new(),
        })
    }

    /// Puts the corrections into a block; the new cells stand behind the bytes of the buffer.
    pub fn mend(&mut self, block: &mut Block, buffer: &mut Vec<u8>) {
        self.rows.clear();
        for index in 0..block.rows.len() {
            let row = block.rows[index];
            if self.mend_row(&row, block, buffer) {
                self.rows.push(index as u32);
            }
        }
    }

    /// The rows of the block that were changed, by their place in it.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    fn mend_row(&mut self, row: &Row, block: &mut Block, buffer: &mut Vec<u8>) -> bool {
        let mut is_mended = false;
        for column in &self.columns {
            let Some(text) = text_at(row, column.at, block, buffer, self.encoding) else {
                continue;
            };
            let key = || {
                let at = self.key?;
                text_at(row, at, block, buffer, self.encoding)
            };
            let Some(steps) = corrections(column, text, row, key) else {
                continue;
            };
            if is_blank_row(row, block, buffer, self.encoding) {
                continue;
            }
            let start = buffer.len();
            if let Some(last) = steps.last() {
                buffer.extend_from_slice(&last.bytes);
            }
            block.put(row, column.at, start, buffer.len());
            for step in steps {
                self.hits[step.step] += 1;
            }
            is_mended = true;
        }
        is_mended
    }
}

/// The corrections that a cell takes, one after another; none if it takes none.
fn corrections<'c>(
    column: &'c Mended,
    mut text: String,
    row: &Row,
    key: impl Fn() -> Option<String>,
) -> Option<Vec<&'c Correction>> {
    let mut taken: Vec<&Correction> = Vec::new();
    while let Some(found) = column.by_text.get(text.as_str()) {
        let next = taken.last().map_or(0, |last| last.step + 1);
        let fits = |correction: &&Correction| {
            correction.step >= next
                && match &correction.rows {
                    StepRows::All => true,
                    StepRows::Line { line } => *line == row.line,
                    StepRows::Key { key: wanted } => key().as_ref() == Some(wanted),
                }
        };
        let Some(correction) = found.iter().find(fits) else {
            break;
        };
        text = correction.becomes.trim_matches(is_space).to_owned();
        taken.push(correction);
    }
    (!taken.is_empty()).then_some(taken)
}

/// A cell's text as findings show it, without the spaces about it.
fn text_at(
    row: &Row,
    at: usize,
    block: &Block,
    buffer: &[u8],
    encoding: Encoding,
) -> Option<String> {
    let cell = block.cells(row).get(at)?;
    let bytes = cell.bytes(buffer);
    let whole = if cell.is_escaped() {
        decode(&unescape(bytes), encoding).into_owned()
    } else {
        decode(bytes, encoding).into_owned()
    };
    Some(shown(&whole)?.trim_matches(is_space).to_owned())
}

/// A row of nothing but blanks is no row, and no correction of blank cells makes it one.
fn is_blank_row(row: &Row, block: &Block, buffer: &[u8], encoding: Encoding) -> bool {
    let is_blank_cell = |cell: &super::scan::Cell| is_blank(cell.bytes(buffer), encoding);
    block.cells(row).iter().all(is_blank_cell)
}
