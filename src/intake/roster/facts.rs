//! The cells of a roster's row that say what its household is.

use crate::domain::household::{
    HouseholdFacts, HouseholdType, MonitorState, MonitorType, PovertyStatus,
};
use crate::domain::{Date, Field, Symbol, Symbols};
use crate::intake::cache::Cache;
use crate::intake::cell::{flag, is_without_meaning, says_nothing};
use crate::intake::encoding::plain;
use crate::intake::faults::position;
use crate::intake::finding::{Encoding, Problem, Unit};
use crate::intake::recognise::Recognised;
use crate::intake::row::Cells;
use crate::intake::row_cells::RowCells;
use crate::intake::words;

/// What a word of a column means: nothing where the cell is blank, an error where the word is not known.
type Meaning<T> = Result<Option<T>, ()>;

/// A column of words, if the file has it, each word worked out once.
#[derive(Debug)]
struct WordColumn<T> {
    at: Option<usize>,
    field: Field,
    meaning: fn(&str) -> Option<T>,
    known: Cache<Meaning<T>>,
}

impl<T: Copy> WordColumn<T> {
    fn of(table: &Recognised, field: Field, meaning: fn(&str) -> Option<T>) -> WordColumn<T> {
        WordColumn {
            at: position(table, field),
            field,
            meaning,
            known: Cache::default(),
        }
    }

    #[inline(always)]
    fn read(&mut self, row: &mut RowCells<'_, '_>) -> Option<T> {
        let at = self.at?;
        let bytes = row.cells.bytes(at);
        if bytes.is_empty() {
            return None;
        }
        let (encoding, meaning) = (row.table.encoding, self.meaning);
        let known = *self.known.get(&bytes, || {
            let word = plain(&bytes, encoding);
            match meaning(&word) {
                None if is_without_meaning(&word) => Ok(None),
                meaning => meaning.map(Some).ok_or(()),
            }
        });
        known.unwrap_or_else(|()| {
            row.faults
                .unknown(at, Problem::UnknownWord { field: self.field });
            None
        })
    }
}

/// Where the facts stand among the columns.
#[derive(Debug)]
pub(super) struct FactReader {
    poverty_status: WordColumn<PovertyStatus>,
    household_type: WordColumn<HouseholdType>,
    monitor_type: WordColumn<MonitorType>,
    monitor_state: WordColumn<MonitorState>,
    loan_wish: WordColumn<bool>,
    family_size: Option<usize>,
    labour_count: Option<usize>,
    exit_year: Option<usize>,
    identified_on: Option<usize>,
    removed_on: Option<usize>,
    credit_grade: Option<usize>,
    grades: Cache<Option<Symbol>>,
    credit_line: Option<(usize, Unit)>,
    relation: Option<usize>,
    heads: Cache<bool>,
    as_of: Option<usize>,
    year: Option<usize>,
    /// Whether the file has any column beside status, family size and exit year, which nearly every roster has.
    has_more: bool,
}

/// What only some rosters have.
const MORE: &[Field] = &[
    Field::HouseholdType,
    Field::MonitorType,
    Field::MonitorState,
    Field::LoanWish,
    Field::LabourCount,
    Field::IdentifiedOn,
    Field::RemovedOn,
    Field::CreditGrade,
    Field::CreditLine,
    Field::AsOf,
    Field::Year,
];

impl FactReader {
    pub(super) fn new(table: &Recognised) -> FactReader {
        let at = |field| position(table, field);
        let credit_line = at(Field::CreditLine);
        FactReader {
            poverty_status: WordColumn::of(table, Field::PovertyStatus, words::poverty_status),
            household_type: WordColumn::of(table, Field::HouseholdType, words::household_type),
            monitor_type: WordColumn::of(table, Field::MonitorType, words::monitor_type),
            monitor_state: WordColumn::of(table, Field::MonitorState, words::monitor_state),
            loan_wish: WordColumn::of(table, Field::LoanWish, |word| {
                words::loan_wish(word)
                    .or_else(|| flag(Field::LoanWish, word.as_bytes(), Encoding::Utf8))
            }),
            family_size: at(Field::FamilySize),
            labour_count: at(Field::LabourCount),
            exit_year: at(Field::ExitYear),
            identified_on: at(Field::IdentifiedOn),
            removed_on: at(Field::RemovedOn),
            credit_grade: at(Field::CreditGrade),
            grades: Cache::default(),
            // A line whose unit nobody knows is not read.
            credit_line: credit_line.and_then(|at| Some((at, table.columns.get(at)?.unit?))),
            relation: at(Field::RelationToHead),
            heads: Cache::default(),
            as_of: at(Field::AsOf),
            year: at(Field::Year),
            has_more: MORE.iter().any(|field| at(*field).is_some()),
        }
    }

    /// The column of the poverty status.
    pub(super) fn status_column(&self) -> Option<usize> {
        self.poverty_status.at
    }

    /// What the row says, and the day for which it says so: that of its day, else the last of its year.
    #[inline(always)]
    pub(super) fn read(
        &mut self,
        row: &mut RowCells<'_, '_>,
        grades: &mut Symbols,
    ) -> (HouseholdFacts, Option<Date>) {
        let mut facts = HouseholdFacts {
            poverty_status: self.poverty_status.read(row),
            family_size: small(row, self.family_size, Field::FamilySize),
            exit_year: year(row, self.exit_year, Field::ExitYear),
            ..HouseholdFacts::default()
        };
        if !self.has_more {
            return (facts, None);
        }
        facts.household_type = self.household_type.read(row);
        facts.monitor_type = self.monitor_type.read(row);
        facts.monitor_state = self.monitor_state.read(row);
        facts.loan_wish = self.loan_wish.read(row);
        facts.labour_count = small(row, self.labour_count, Field::LabourCount);
        facts.identified_on = day(row, self.identified_on, Field::IdentifiedOn);
        facts.removed_on = day(row, self.removed_on, Field::RemovedOn);
        facts.credit_grade = self.grade(row.cells, row.table.encoding, grades);
        facts.credit_line = self
            .credit_line
            .and_then(|(at, unit)| row.money_if_any(at, unit, Field::CreditLine));
        let day = day(row, self.as_of, Field::AsOf).or_else(|| {
            let year = year(row, self.year, Field::Year)?;
            Date::from_ymd(i32::from(year), 12, 31)
        });
        (facts, day)
    }

    /// Whether the row is that of the head.
    #[inline(always)]
    pub(super) fn is_of_head(&mut self, cells: &Cells<'_>, encoding: Encoding) -> bool {
        let Some(at) = self.relation else {
            return false;
        };
        let bytes = cells.bytes(at);
        *self
            .heads
            .get(&bytes, || words::is_head(&plain(&bytes, encoding)))
    }

    #[inline(always)]
    fn grade(
        &mut self,
        cells: &Cells<'_>,
        encoding: Encoding,
        grades: &mut Symbols,
    ) -> Option<Symbol> {
        let bytes = cells.bytes(self.credit_grade?);
        if bytes.is_empty() {
            return None;
        }
        *self.grades.get(&bytes, || {
            let grade = plain(&bytes, encoding);
            (!is_without_meaning(&grade)).then(|| grades.intern(grade.as_bytes()).0)
        })
    }
}

#[inline(always)]
fn day(row: &mut RowCells<'_, '_>, at: Option<usize>, field: Field) -> Option<Date> {
    let at = at?;
    if row.cells.is_empty(at) {
        return None;
    }
    row.day_if_any(at, field)
}

#[inline(always)]
fn year(row: &mut RowCells<'_, '_>, at: Option<usize>, field: Field) -> Option<u16> {
    let at = at?;
    let bytes = row.cells.bytes(at);
    match bytes.as_array::<4>() {
        _ if bytes.is_empty() => None,
        // What machines write.
        Some([b'2', b'0', tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => {
            Some(2000 + u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
        }
        _ => row.year_if_any(at, field),
    }
}

/// A number of persons of one household: above 254 it is none.
#[inline(always)]
fn small(row: &mut RowCells<'_, '_>, at: Option<usize>, field: Field) -> Option<u8> {
    let at = at?;
    let bytes = row.cells.bytes(at);
    match &*bytes {
        [] => None,
        // What machines write.
        [digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => small_by_hand(row, at, field),
    }
}

fn small_by_hand(row: &mut RowCells<'_, '_>, at: usize, field: Field) -> Option<u8> {
    let bytes = row.cells.bytes(at);
    let encoding = row.table.encoding;
    let text = plain(&bytes, encoding);
    let number = text.trim_end_matches(words::is_person_counter);
    let count = number.parse::<u8>().ok().filter(|count| *count < u8::MAX);
    if count.is_none() && !says_nothing(&bytes, encoding) {
        row.faults.unknown(at, Problem::NotANumber { field });
    }
    count
}
