//! Corrections a person made are put into the rows before these are read; the bytes of the file stay as they are.

use std::collections::HashMap;
use std::fmt;

use super::choices::StepRows;
use super::columns::Column;
use super::encoding::{decode, encode, is_blank, is_space};
use super::faults::shown;
use super::finding::Encoding;
use super::pseudonym::Passphrase;
use super::recognise::Recognised;
use super::scan::{Block, Row, unescape};

/// The corrections of one file, ready to be put into its rows.
pub struct Mender {
    columns: Vec<Mended>,
    /// Columns whose numbers become pseudonyms.
    pseudonyms: Vec<usize>,
    passphrase: Option<Passphrase>,
    /// The column whose text names a row.
    key: Option<usize>,
    encoding: Encoding,
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
    /// Makes ready what was said of a table; none if nothing of it changes a cell. `key` is the column whose text names a
    /// row.
    pub fn new(
        found: &Recognised,
        key: Option<usize>,
        passphrase: Option<&Passphrase>,
    ) -> Option<Mender> {
        let (columns, steps) = (columns_of(found), found.choices.steps.len());
        let is_pseudonymised = |at: &usize| found.columns[*at].is_pseudonymised;
        let pseudonyms: Vec<usize> = (0..found.columns.len()).filter(is_pseudonymised).collect();
        (!columns.is_empty() || !pseudonyms.is_empty()).then(|| Mender {
            columns,
            pseudonyms,
            passphrase: passphrase.cloned(),
            key,
            encoding: found.encoding,
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
            let text = decode(cell.bytes(buffer), self.encoding).into_owned();
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

/// The columns of a table that have corrections.
fn columns_of(found: &Recognised) -> Vec<Mended> {
    let mut columns: Vec<Mended> = Vec::new();
    for (step, said) in found.choices.steps.iter().enumerate() {
        let of_step = |column: &Column| column.name == said.column;
        let Some(at) = found.columns.iter().position(of_step) else {
            continue;
        };
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
                by_text: HashMap::from([(text, vec![correction])]),
            }),
        }
    }
    columns
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
