//! The tables beside loans and roster: villages, subsidies, lists that came back, targets, the compensation fund, rates, reported totals, the
//! gazetteer.
//!
//! Each sort has a file that says which columns it reads and what becomes of a row; this one runs them.

mod answers;
mod gazetteer;
mod lender_tables;
mod rates;
mod subsidies;
mod targets;
#[cfg(test)]
mod tests;
mod villages;

use std::hash::Hash;

use crate::domain::{County, Entries, Field, FileKind, Placed};

use super::faults::{Faults, position};
use super::finding::{Problem, Unit};
use super::recognise::Recognised;
use super::row::Cells;
use super::row_cells::RowCells;
use super::row_loop::{RowAt, RowReader, read_block};
use super::table::Rows;
use answers::AnswerColumns;
use gazetteer::GazetteerColumns;
use lender_tables::{FundColumns, TotalColumns};
use rates::RateColumns;
use subsidies::SubsidyColumns;
use targets::TargetColumns;
use villages::VillageColumns;

/// The columns of one sort of table, and what becomes of its rows.
trait SideTable {
    /// Enters a row into the county; none if it must be set aside, for which the faults then say why.
    fn enter(
        &mut self,
        row: &mut RowCells<'_, '_>,
        place: Placed<()>,
        county: &mut County,
    ) -> Option<()>;
}

/// A side table with its counts.
#[derive(Debug)]
struct Counting<T> {
    table: T,
    file: u32,
    rows: u64,
    used: u64,
}

impl<T: SideTable> RowReader for Counting<T> {
    fn read_row(
        &mut self,
        cells: &Cells<'_>,
        at: RowAt<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        let place = Placed {
            says: (),
            file: self.file,
            line: at.row.line,
        };
        let mut row = RowCells {
            cells,
            table,
            faults,
        };
        self.used += u64::from(self.table.enter(&mut row, place, county).is_some());
    }

    fn rows(&mut self) -> &mut u64 {
        &mut self.rows
    }
}

/// Reads the rows of a side table.
#[derive(Debug)]
pub struct SideTableReader(Side);

#[derive(Debug)]
enum Side {
    Answers(Counting<AnswerColumns>),
    Subsidies(Counting<SubsidyColumns>),
    Targets(Counting<TargetColumns>),
    Funds(Counting<FundColumns>),
    Rates(Counting<RateColumns>),
    ReportedTotals(Counting<TotalColumns>),
    Gazetteer(Counting<GazetteerColumns>),
    Villages(Counting<VillageColumns>),
}

/// The same expression for every sort of table.
macro_rules! each {
    ($side:expr, $reader:ident => $what:expr) => {
        match $side {
            Side::Answers($reader) => $what,
            Side::Subsidies($reader) => $what,
            Side::Targets($reader) => $what,
            Side::Funds($reader) => $what,
            Side::Rates($reader) => $what,
            Side::ReportedTotals($reader) => $what,
            Side::Gazetteer($reader) => $what,
            Side::Villages($reader) => $what,
        }
    };
}

impl SideTableReader {
    /// A reader for a recognised file; none if it is no side table or lacks a column that it must have.
    pub fn new(table: &Recognised, file: u32) -> Option<SideTableReader> {
        fn counting<T>(table: T, file: u32) -> Counting<T> {
            Counting {
                table,
                file,
                rows: 0,
                used: 0,
            }
        }
        let side = match table.kind {
            FileKind::Answers => Side::Answers(counting(AnswerColumns::of(table)?, file)),
            FileKind::Subsidies => Side::Subsidies(counting(SubsidyColumns::of(table)?, file)),
            FileKind::Targets => Side::Targets(counting(TargetColumns::of(table)?, file)),
            FileKind::Funds => Side::Funds(counting(FundColumns::of(table)?, file)),
            FileKind::Rates => Side::Rates(counting(RateColumns::of(table)?, file)),
            FileKind::ReportedTotals => {
                Side::ReportedTotals(counting(TotalColumns::of(table)?, file))
            }
            FileKind::Gazetteer => Side::Gazetteer(counting(GazetteerColumns::of(table)?, file)),
            FileKind::Villages => Side::Villages(counting(VillageColumns::of(table)?, file)),
            _ => return None,
        };
        Some(SideTableReader(side))
    }

    /// Reads a block of rows into the county.
    pub fn read(
        &mut self,
        rows: &Rows<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        each!(&mut self.0, reader => read_block(reader, rows, table, county, faults));
    }

    /// Rows below the header that are not blank.
    pub fn rows(&self) -> u64 {
        each!(&self.0, reader => reader.rows)
    }

    /// Rows used.
    pub fn used(&self) -> u64 {
        each!(&self.0, reader => reader.used)
    }

    /// Settles whether the file says what a file before it said; that file. `looks_like` is a file of its size and kind.
    pub fn settle(&mut self, looks_like: Option<u32>, county: &mut County) -> Option<u32> {
        match &mut self.0 {
            // One loan may have the same subsidy twice, and only whole files are copies of one another.
            Side::Subsidies(reader) => {
                let first_file = county.subsidies.withdraw_copy(reader.file)?;
                reader.used = 0;
                Some(first_file)
            }
            // Two townships may answer for one loan, and only whole files are copies of one another.
            Side::Answers(reader) => {
                let first_file = county.answers.withdraw_copy(reader.file)?;
                reader.used = 0;
                Some(first_file)
            }
            _ => looks_like,
        }
    }
}

/// Enters a row under its key; a key met before sets the row aside.
fn enter_once<K: Eq + Hash, T: PartialEq>(
    entries: &mut Entries<K, T>,
    key: K,
    row: Placed<T>,
    column: usize,
    faults: &mut Faults,
) -> Option<()> {
    let first = match entries.enter(key, row) {
        Ok(()) => return Some(()),
        Err(first) => first,
    };
    faults.cell(
        column,
        Problem::RepeatedRow {
            first_file: first.file,
            first_line: first.line,
            same: first.same,
        },
    );
    None
}

/// The unit of a column of money, if the column is there and its unit is known.
fn unit(table: &Recognised, field: Field) -> Option<(usize, Unit)> {
    let at = position(table, field)?;
    Some((at, table.columns.get(at)?.unit?))
}
