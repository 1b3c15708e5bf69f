//! What townships filled in, put over what the banks' files say once all of them are read; what differs is told.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::domain::{Answer, Answered, County, Field};

use super::faults::{MOST_KEPT, shown};
use super::file_read::FileRead;
use super::finding::{Finding, Outcome, Problem};

/// Puts the answers into the loans' facts. The first answer to a thing counts; a blank says nothing.
pub fn settle(county: &mut County, files: &mut [FileRead]) {
    let answers = std::mem::take(&mut county.answers);
    let mut first: BTreeMap<(u32, Field), Answer> = BTreeMap::new();
    let says_something = |answer: &&Answer| answer.says.iter().any(Option::is_some);
    for answer in answers.rows().iter().filter(says_something) {
        let number = answers.loan_numbers.bytes(answer.loan_number);
        let Some(row) = county.loans.find_number(number) else {
            let found = shown(&String::from_utf8_lossy(number), true);
            set_aside(files, answer, found);
            continue;
        };
        for said in answer.says.into_iter().flatten() {
            match first.insert_first((row, said.field()), *answer) {
                Some(earlier) => tell_of_earlier(files, answer, said, earlier),
                None => put(county, files, answer, row, said),
            }
        }
    }
    county.answers = answers;
}

/// Entering what comes first.
trait InsertFirst {
    /// The answer that stands there already; else none, and this one is entered.
    fn insert_first(&mut self, key: (u32, Field), answer: Answer) -> Option<Answer>;
}

impl InsertFirst for BTreeMap<(u32, Field), Answer> {
    fn insert_first(&mut self, key: (u32, Field), answer: Answer) -> Option<Answer> {
        match self.entry(key) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(free) => {
                free.insert(answer);
                None
            }
        }
    }
}

/// Puts an answer over what the bank's file says.
fn put(county: &mut County, files: &mut [FileRead], answer: &Answer, row: u32, said: Answered) {
    let (field, at) = (said.field(), row as usize);
    let loans = &mut county.loans;
    let kept = loans.facts.values(field).get(at);
    let bank = kept.and_then(|value| Answered::of(field, value));
    if let Some(bank) = bank.filter(|bank| *bank != said) {
        let source = loans.source(at);
        let problem = Problem::AnswerDiffers {
            bank_file: source.file,
            bank_line: source.line,
            bank,
            said,
        };
        tell(files, answer, field, None, problem, Outcome::Note);
    }
    let room = loans.len();
    let column = loans.facts.column(field);
    loans.facts.replace(column, at, said.value(), room);
    county.loan_fields.insert(field);
}

/// Tells of an answer that an earlier one contradicts; that one counts.
fn tell_of_earlier(files: &mut [FileRead], answer: &Answer, said: Answered, earlier: Answer) {
    let mut words = earlier.says.into_iter().flatten();
    let first = words.find(|other| other.field() == said.field());
    if let Some(first) = first.filter(|first| *first != said) {
        let problem = Problem::AnswersDiffer {
            said,
            first,
            first_file: earlier.file,
            first_line: earlier.line,
        };
        tell(files, answer, said.field(), None, problem, Outcome::Note);
    }
}

/// A row whose loan no file has.
fn set_aside(files: &mut [FileRead], answer: &Answer, found: Option<String>) {
    if let Some(file) = files.get_mut(answer.file as usize) {
        file.used = file.used.saturating_sub(1);
    }
    let problem = Problem::AnswerWithoutLoan;
    let outcome = Outcome::RowSetAside;
    tell(files, answer, Field::LoanNumber, found, problem, outcome);
}

fn tell(
    files: &mut [FileRead],
    answer: &Answer,
    field: Field,
    found: Option<String>,
    problem: Problem,
    outcome: Outcome,
) {
    let Some(file) = files.get_mut(answer.file as usize) else {
        return;
    };
    file.findings_total += 1;
    if file.findings.len() >= MOST_KEPT {
        return;
    }
    let mut columns = file.columns.iter();
    let at = columns.position(|column| column.field == Some(field));
    let header = at.and_then(|at| file.columns.get(at));
    let finding = Finding {
        file: answer.file,
        line: Some(answer.line),
        column: at.map(|at| at as u32 + 1),
        header: header.map(|column| column.header().to_owned()),
        found,
        problem,
        outcome,
    };
    let place = file
        .findings
        .partition_point(|known| known.line <= finding.line);
    file.findings.insert(place, finding);
}
