//! Rows of a roster to households: one row for each, or one for each person of it.

mod facts;
mod seen;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::hint::black_box;

use crate::domain::household::{Merged, RosterRow};
use crate::domain::{County, Date, Field, HouseholdId, Key, VillageId};

use super::as_of;
use super::columns::Column;
use super::encoding::plain;
use super::faults::{Faults, position};
use super::finding::Problem;
use super::place::PlaceCache;
use super::recognise::Recognised;
use super::row::Cells;
use super::row_cells::{RowCells, number_problem};
use super::row_loop::{RowAt, RowReader, read_block};
use super::table::Rows;
use facts::FactReader;
use seen::Seen;

/// Reads the rows of a roster.
#[derive(Debug)]
pub struct RosterReader {
    file: u32,
    household: usize,
    township: usize,
    village: usize,
    person: Option<usize>,
    place_code: Option<usize>,
    facts: FactReader,
    /// The day that the file's name gives, for rows that give none.
    day_of_name: Option<Date>,
    places: PlaceCache,
    ready: Vec<Key>,
    seen: Seen,
    /// Rows below the header that are not blank.
    pub rows: u64,
    /// Rows used.
    pub used: u64,
    /// Whether any row said what no file before it said.
    says_anything_new: bool,
}

/// Fewer rows than these do not show that a file is one of persons.
const FEWEST_ROWS: usize = 8;

/// Whether most household numbers repeat in the first rows: a file of persons. Where rows are of different years a
/// household may well have several.
pub fn is_by_person(columns: &[Column], sample: &[Vec<String>]) -> bool {
    let at = |field| {
        columns
            .iter()
            .position(|column| column.field == Some(field))
    };
    if at(Field::PersonNumber).is_some() || at(Field::RelationToHead).is_some() {
        return true;
    }
    let dated = at(Field::Year).or(at(Field::AsOf));
    let Some(household) = at(Field::HouseholdNumber).filter(|_| dated.is_none()) else {
        return false;
    };
    let cells = sample.iter().filter_map(|row| row.get(household));
    let mut numbers: Vec<&str> = cells
        .map(String::as_str)
        .filter(|n| !n.is_empty())
        .collect();
    let rows = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    rows >= FEWEST_ROWS && numbers.len() * 3 < rows * 2
}

impl RosterReader {
    /// A reader for a roster; none if it lacks a column that every household must have.
    pub fn new(table: &Recognised, file: u32, name: &str) -> Option<RosterReader> {
        let at = |field| position(table, field);
        Some(RosterReader {
            file,
            household: at(Field::HouseholdNumber)?,
            township: at(Field::Township)?,
            village: at(Field::Village)?,
            person: at(Field::PersonNumber),
            place_code: at(Field::PlaceCode),
            facts: FactReader::new(table),
            day_of_name: as_of::of_name(name).or_else(|| as_of::year_of_name(name)),
            places: PlaceCache::default(),
            ready: Vec::new(),
            seen: Seen::new(table.is_by_person),
            rows: 0,
            used: 0,
            says_anything_new: false,
        })
    }

    /// Reads a block of rows into the county.
    pub fn read(
        &mut self,
        rows: &Rows<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        read_block(self, rows, table, county, faults);
    }

    /// Settles what only the whole file tells: family sizes by counting. True if the file said nothing that was not
    /// known before.
    pub fn settle(&self, county: &mut County) -> bool {
        for (household, persons) in self.seen.families() {
            county.households.count_family(household, persons);
        }
        self.used > 0 && !self.says_anything_new
    }
}

impl RowReader for RosterReader {
    fn bring_near(&mut self, rows: &Rows<'_>, county: &County) {
        self.ready.clear();
        for row in &rows.block.rows {
            let cell = rows.block.cells(row).get(self.household);
            let bytes = cell.map_or(&[][..], |cell| cell.bytes(rows.buffer));
            self.ready.push(Key::of(bytes));
        }
        black_box(county.households.bring_near(self.ready.iter()));
        black_box(county.households.bring_roster_near(self.ready.iter()));
    }

    #[inline(always)]
    fn read_row(
        &mut self,
        cells: &Cells<'_>,
        at: RowAt<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        let Some(village) = self.village(cells, table, county, faults) else {
            return;
        };
        let Some((number, key)) = self.number(cells, at.index, faults) else {
            return;
        };
        let mut row = RowCells {
            cells,
            table,
            faults,
        };
        let grades = &mut county.households.credit_grades;
        let (facts, day) = self.facts.read(&mut row, grades);
        let is_of_head = self.facts.is_of_head(cells, table.encoding);
        let household = county.households.enter(&key, &number);
        let person = self.person(cells, household, county, faults);
        if let Err(problem) = self.seen.enter(household, person, day) {
            let column = match problem {
                Problem::RepeatedPerson => self.person,
                _ => None,
            };
            faults.cell(column.unwrap_or(self.household), problem);
            return;
        }
        let row = RosterRow {
            village,
            facts,
            day: day.or(self.day_of_name),
            is_of_head: is_of_head && self.seen.is_by_person,
            file: self.file,
            line: at.row.line,
        };
        let merged = county.households.join(household, &row);
        self.used += 1;
        self.says_anything_new |= merged.is_new || person.is_some_and(|(_, known)| !known);
        if merged.village.is_some() || merged.status.is_some() {
            self.note(merged, faults);
        }
    }

    #[inline(always)]
    fn rows(&mut self) -> &mut u64 {
        &mut self.rows
    }
}

impl RosterReader {
    #[inline(always)]
    fn village(
        &mut self,
        cells: &Cells<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) -> Option<VillageId> {
        let (township, village) = (cells.bytes(self.township), cells.bytes(self.village));
        let named = self
            .places
            .get(&township, &village, table.encoding, &mut county.places);
        match named {
            Ok(village) => {
                if let Some(at) = self.place_code {
                    let code = plain(&cells.bytes(at), table.encoding).into_owned();
                    county.note_place_code(village, &code);
                }
                Some(village)
            }
            Err(unread) => {
                let at = if unread.field == Field::Township {
                    self.township
                } else {
                    self.village
                };
                faults.cell(at, unread.problem());
                None
            }
        }
    }

    /// The household's number and its key.
    #[inline(always)]
    fn number<'b>(
        &self,
        cells: &Cells<'b>,
        index: usize,
        faults: &mut Faults,
    ) -> Option<(Cow<'b, [u8]>, Key)> {
        let number = cells.number(self.household);
        if let Some(problem) = number_problem(&number, Field::HouseholdNumber) {
            faults.cell(self.household, problem);
            return None;
        }
        let key = match &number {
            Cow::Borrowed(_) => self.ready[index],
            Cow::Owned(text) => Key::of(text),
        };
        Some((number, key))
    }

    /// The person of the row, where the file has a column for it and the cell is not blank; whether known before.
    #[inline(always)]
    fn person(
        &self,
        cells: &Cells<'_>,
        household: HouseholdId,
        county: &mut County,
        faults: &mut Faults,
    ) -> Option<(u32, bool)> {
        let at = self.person?;
        let number = cells.number(at);
        match number_problem(&number, Field::PersonNumber) {
            Some(Problem::Blank { .. }) => return None,
            Some(problem) => {
                faults.unknown(at, problem);
                return None;
            }
            None => {}
        }
        Some(county.households.enter_person(&number, household))
    }

    #[cold]
    fn note(&self, merged: Merged, faults: &mut Faults) {
        if let Some(first) = merged.village {
            faults.note(
                self.village,
                Problem::HouseholdElsewhere {
                    first_file: first.file,
                    first_line: first.line,
                },
            );
        }
        if let (Some(first), Some(at)) = (merged.status, self.facts.status_column()) {
            faults.note(
                at,
                Problem::StatusDiffers {
                    first_file: first.file,
                    first_line: first.line,
                },
            );
        }
    }
}
