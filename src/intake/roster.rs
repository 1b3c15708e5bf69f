//! Rows of a roster to households, and rows of a village table to what is known of villages.

use std::borrow::Cow;
use std::hint::black_box;

use crate::domain::{County, Field, Key, VillageId, county::VillageFacts};

use super::cell;
use super::encoding::{is_blank, is_text};
use super::faults::{Faults, position};
use super::finding::Problem;
use super::place::PlaceCache;
use super::recognise::Recognised;
use super::row::Cells;
use super::row_loop::{RowAt, RowReader, read_block};
use super::table::Rows;

/// What the rows of a file are read into.
#[derive(Debug)]
enum Into {
    /// Households: the column of their number.
    Roster { household: usize },
    /// Villages: the columns of what is known of them.
    Villages {
        all: Option<usize>,
        registered: Option<usize>,
        credit: Option<usize>,
    },
}

/// Reads the rows of a roster or of a village table.
#[derive(Debug)]
pub struct RosterReader {
    township: usize,
    village: usize,
    into: Into,
    places: PlaceCache,
    ready: Vec<Key>,
    /// Rows below the header that are not blank.
    pub rows: u64,
    /// Rows used.
    pub used: u64,
    /// Rows set aside because the household or village stood before, here or in another file.
    pub repeated: u64,
}

impl RosterReader {
    /// A reader for a roster; none if it lacks a column that every household must have.
    pub fn roster(table: &Recognised) -> Option<RosterReader> {
        let household = position(table, Field::HouseholdNumber)?;
        RosterReader::new(table, Into::Roster { household })
    }

    /// A reader for a village table; none if it lacks township or village.
    pub fn villages(table: &Recognised) -> Option<RosterReader> {
        let into = Into::Villages {
            all: position(table, Field::AllHouseholds),
            registered: position(table, Field::RegisteredHouseholds),
            credit: position(table, Field::CreditHouseholds),
        };
        RosterReader::new(table, into)
    }

    fn new(table: &Recognised, into: Into) -> Option<RosterReader> {
        Some(RosterReader {
            township: position(table, Field::Township)?,
            village: position(table, Field::Village)?,
            into,
            places: PlaceCache::default(),
            ready: Vec::new(),
            rows: 0,
            used: 0,
            repeated: 0,
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
}

impl RowReader for RosterReader {
    fn bring_near(&mut self, rows: &Rows<'_>, county: &County) {
        let Into::Roster { household } = self.into else {
            return;
        };
        self.ready.clear();
        for row in &rows.block.rows {
            let cell = rows.block.cells(row).get(household);
            let bytes = cell.map_or(&[][..], |cell| cell.bytes(rows.buffer));
            self.ready.push(Key::of(bytes));
        }
        black_box(county.households.bring_near(self.ready.iter()));
        black_box(county.households.bring_roster_near(self.ready.iter()));
    }

    #[inline]
    fn read_row(
        &mut self,
        cells: &Cells<'_>,
        at: RowAt<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        let Some(village) = self.place(cells, table, county, faults) else {
            return;
        };
        match self.into {
            Into::Roster { household } => {
                self.enroll(cells, household, at.index, village, county, faults);
            }
            Into::Villages {
                all,
                registered,
                credit,
            } => {
                let columns = [all, registered, credit];
                self.describe(cells, columns, village, table, county, faults);
            }
        }
    }

    #[inline]
    fn rows(&mut self) -> &mut u64 {
        &mut self.rows
    }
}

impl RosterReader {
    fn place(
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
            Ok(village) => Some(village),
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

    fn enroll(
        &mut self,
        cells: &Cells<'_>,
        at: usize,
        index: usize,
        village: VillageId,
        county: &mut County,
        faults: &mut Faults,
    ) {
        let number = cells.number(at);
        if number.is_empty() {
            faults.cell(
                at,
                Problem::Blank {
                    field: Field::HouseholdNumber,
                },
            );
            return;
        }
        // What is taken as it stands is ASCII.
        if matches!(number, Cow::Owned(_)) && !is_text(&number) {
            faults.cell(
                at,
                Problem::NotText {
                    field: Field::HouseholdNumber,
                },
            );
            return;
        }
        let key = match &number {
            Cow::Borrowed(_) => self.ready[index],
            Cow::Owned(text) => Key::of(text),
        };
        if county.households.enroll(&key, &number, village) {
            self.used += 1;
        } else {
            self.repeated += 1;
            faults.cell(at, Problem::RepeatedHousehold);
        }
    }

    fn describe(
        &mut self,
        cells: &Cells<'_>,
        at: [Option<usize>; 3],
        village: VillageId,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) {
        const FIELDS: [Field; 3] = [
            Field::AllHouseholds,
            Field::RegisteredHouseholds,
            Field::CreditHouseholds,
        ];
        if county.villages.contains_key(&village) {
            self.repeated += 1;
            faults.cell(self.village, Problem::RepeatedVillage);
            return;
        }
        let mut counts = [None; 3];
        for ((count, at), field) in counts.iter_mut().zip(at).zip(FIELDS) {
            let Some(at) = at else { continue };
            let bytes = cells.bytes(at);
            *count = cell::count(&bytes, table.encoding);
            if count.is_none() && !is_blank(&bytes, table.encoding) {
                faults.unknown(at, Problem::NotANumber { field });
            }
        }
        let [all_households, registered_households, credit_households] = counts;
        county.villages.insert(
            village,
            VillageFacts {
                all_households,
                registered_households,
                credit_households,
            },
        );
        self.used += 1;
    }
}
