//! What rows say against themselves and against one another, found when all files are read. Every row stays in use.
//!
//! The loans are passed over twice in their order, once for what a row says alone and once for its household; only the
//! rows that contradict something are looked at again to say what.

mod of_household;
mod of_loan;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::{County, Date, Field};

use super::faults::{MOST_KEPT, shown};
use super::file_read::FileRead;
use super::finding::{Finding, Outcome, Problem};

/// A row that contradicts something, and what. The order is that in which findings stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Odd {
    row: u32,
    against: Against,
}

/// What a row contradicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Against {
    /// The village of the roster, or else of the household's first loan, whose row this is.
    Address { first: Option<u32> },
    /// That there is one such loan: this earlier row is one of another lender.
    Alike { first: u32 },
    /// Itself.
    Itself,
}

/// A finding without its place.
struct Said {
    /// The column; of several that may hold it the first that the file has.
    fields: &'static [Field],
    found: Option<String>,
    problem: Problem,
}

/// What is added to one file.
#[derive(Default)]
struct Added {
    kept: Vec<Finding>,
    total: u64,
}

/// Adds a note for every contradiction to the file that the row stands in.
pub fn find(county: &County, files: &mut [FileRead]) {
    let mut odd = Vec::new();
    of_loan::find(county, &days(files), &mut odd);
    of_household::find(county, &mut odd);
    odd.sort_unstable();
    let mut added = BTreeMap::new();
    let days = days(files);
    let mut addresses = of_household::Addresses::default();
    for odd in odd {
        let row = odd.row as usize;
        let source = county.loans.source(row);
        let said = match odd.against {
            Against::Itself => of_loan::said(county, row, days.get(&source.file).copied()),
            Against::Alike { first } => vec![of_household::alike(county, row, first)],
            Against::Address { first } => Vec::from_iter(addresses.said(county, row, first)),
        };
        let file: &mut Added = added.entry(source.file).or_default();
        let read = files.get(source.file as usize);
        for said in said {
            file.total += 1;
            if let Some(read) = read.filter(|_| file.kept.len() < MOST_KEPT) {
                file.kept.push(placed(said, read, source.file, source.line));
            }
        }
    }
    for (file, added) in added {
        if let Some(read) = files.get_mut(file as usize) {
            read.findings_total += added.total;
            let known = std::mem::take(&mut read.findings);
            read.findings = in_order_of_line(known, added.kept);
        }
    }
}

/// The day of the data by file, for files whose column gives exactly one.
fn days(files: &[FileRead]) -> BTreeMap<u32, Date> {
    let files = (0..).zip(files);
    let days = files.filter_map(|(at, file)| match file.as_of_days.as_slice() {
        [(day, _)] => Some((at, *day)),
        _ => None,
    });
    days.collect()
}

fn placed(said: Said, file: &FileRead, number: u32, line: u32) -> Finding {
    let stands_at = |field: &Field| {
        let mut columns = file.columns.iter();
        columns.position(|column| column.field == Some(*field))
    };
    let at = said.fields.iter().find_map(stands_at);
    let column = at.and_then(|at| file.columns.get(at));
    Finding {
        file: number,
        line: Some(line),
        column: at.map(|at| at as u32 + 1),
        header: column.map(|column| column.header().to_owned()),
        found: said.found.as_deref().and_then(|text| shown(text, true)),
        problem: said.problem,
        outcome: Outcome::Note,
    }
}

/// Both lists as one. Findings without a line stay where they stand among their own.
fn in_order_of_line(known: Vec<Finding>, added: Vec<Finding>) -> Vec<Finding> {
    let mut all = Vec::with_capacity((known.len() + added.len()).min(MOST_KEPT));
    let mut added = added.into_iter().peekable();
    for finding in known {
        while let Some(next) = added.next_if(|next| next.line < finding.line) {
            all.push(next);
        }
        all.push(finding);
    }
    all.extend(added);
    all.truncate(MOST_KEPT);
    all
}
