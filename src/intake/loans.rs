//! Rows of a lender's file to loans.

mod cells;
mod enter;
mod facts;
mod village;

use std::hint::black_box;

use crate::domain::symbol::hash;
use crate::domain::{
    AnnualRate, County, Date, Field, HouseholdId, Key, Loan, LoanStatus, RiskClass, Symbol,
    VillageId,
};

use super::cache::Cache;
use super::cell::{self, DateFault};
use super::encoding::{decode_strictly, narrow, plain};
use super::faults::{Faults, position};
use super::finding::{Problem, Unit};
use super::place::PlaceCache;
use super::recognise::Recognised;
use super::row::Cells;
use super::row_loop::{RowAt, RowReader, read_block};
use super::table::Rows;
use cells::{date_problem, day, day_if_any, money};
use facts::FactReader;
use village::VillageColumn;

/// Where each meaning stands among the columns.
#[derive(Debug)]
struct At {
    number: usize,
    household: usize,
    township: usize,
    lender: usize,
    disbursed: usize,
    outstanding: usize,
    disbursement: usize,
    maturity: usize,
    extended: Option<usize>,
    settlement: Option<usize>,
    rate: Option<usize>,
    purpose: Option<usize>,
    class: Option<usize>,
    status: Option<usize>,
    as_of: Option<usize>,
    place_code: Option<usize>,
}

/// Reads the rows of one lender's file.
#[derive(Debug)]
pub struct LoanReader {
    at: At,
    disbursed_unit: Unit,
    outstanding_unit: Unit,
    rate_is_monthly: bool,
    village: VillageColumn,
    facts: FactReader,
    file: u32,
    places: PlaceCache,
    lenders: Cache<Option<Symbol>>,
    purposes: Cache<Option<Symbol>>,
    classes: Cache<Option<RiskClass>>,
    statuses: Cache<Option<LoanStatus>>,
    rates: Cache<Option<AnnualRate>>,
    as_of: Cache<Result<Date, DateFault>>,
    /// Days that the column 数据日期 gives, with the number of rows that give each.
    pub as_of_days: Vec<(Date, u64)>,
    /// Hashes of loan and household numbers of the block at hand.
    ready: Vec<(u32, Key)>,
    /// Rows below the header that are not blank.
    pub rows: u64,
    /// Rows used.
    pub used: u64,
    /// Rows set aside only because the same loan stood in another file before, all saying the same.
    pub same_as: Option<(u32, u64)>,
}

/// A loan without the household, which is entered only once the row is known to be good.
struct Draft {
    loan: Loan,
}

impl LoanReader {
    /// A reader for a recognised file; none if it lacks a column that every loan must have.
    pub fn new(table: &Recognised, file: u32) -> Option<LoanReader> {
        let at = |field| position(table, field);
        let unit = |field: Field| table.columns.get(position(table, field)?)?.unit;
        Some(LoanReader {
            at: At {
                number: at(Field::LoanNumber)?,
                household: at(Field::HouseholdNumber)?,
                township: at(Field::Township)?,
                lender: at(Field::Lender)?,
                disbursed: at(Field::DisbursedPrincipal)?,
                outstanding: at(Field::OutstandingPrincipal)?,
                disbursement: at(Field::DisbursementDate)?,
                maturity: at(Field::MaturityDate)?,
                extended: at(Field::ExtendedMaturityDate),
                settlement: at(Field::SettlementDate),
                rate: at(Field::AnnualInterestRate),
                purpose: at(Field::Purpose),
                class: at(Field::RiskClass),
                status: at(Field::Status),
                as_of: at(Field::AsOf),
                place_code: at(Field::PlaceCode),
            },
            disbursed_unit: unit(Field::DisbursedPrincipal)?,
            outstanding_unit: unit(Field::OutstandingPrincipal)?,
            rate_is_monthly: at(Field::AnnualInterestRate)
                .is_some_and(|at| table.columns[at].is_monthly_permille),
            village: VillageColumn::new(table)?,
            facts: FactReader::new(table),
            file,
            places: PlaceCache::default(),
            lenders: Cache::default(),
            purposes: Cache::default(),
            classes: Cache::default(),
            statuses: Cache::default(),
            rates: Cache::default(),
            as_of: Cache::default(),
            as_of_days: Vec::new(),
            ready: Vec::new(),
            rows: 0,
            used: 0,
            same_as: None,
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

impl RowReader for LoanReader {
    /// Hashes the numbers of the whole block and reads their slots, so that the look-ups do not wait for one another.
    fn bring_near(&mut self, rows: &Rows<'_>, county: &County) {
        self.ready.clear();
        for row in &rows.block.rows {
            let cells = rows.block.cells(row);
            let bytes = |at: usize| {
                cells
                    .get(at)
                    .map_or(&[][..], |cell| cell.bytes(rows.buffer))
            };
            let number = hash(bytes(self.at.number));
            self.ready.push((number, Key::of(bytes(self.at.household))));
        }
        let numbers = self.ready.iter().map(|(number, _)| *number);
        black_box(county.loans.bring_near(numbers));
        let households = self.ready.iter().map(|(_, household)| household);
        black_box(county.households.bring_near(households));
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
        let draft = self.draft(cells, table, county, faults);
        if !self.facts.is_empty() {
            self.facts
                .read(cells, table.encoding, &mut county.loans, faults);
        }
        if let Some(draft) = draft {
            let source = at.source(self.file);
            self.enter(draft, cells, self.ready[at.index], source, county, faults);
        }
    }

    #[inline(always)]
    fn rows(&mut self) -> &mut u64 {
        &mut self.rows
    }
}

impl LoanReader {
    /// The loan of a row; none if the row must be set aside.
    fn draft(
        &mut self,
        cells: &Cells<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) -> Option<Draft> {
        let encoding = table.encoding;
        let village = self.village(cells, table, county, faults);
        let lender = self.lender(cells, table, county, faults);
        let disbursed_principal = money(
            cells,
            self.at.disbursed,
            self.disbursed_unit,
            Field::DisbursedPrincipal,
            table,
            faults,
        );
        let outstanding_principal = money(
            cells,
            self.at.outstanding,
            self.outstanding_unit,
            Field::OutstandingPrincipal,
            table,
            faults,
        );
        let disbursement_date = day(
            cells,
            self.at.disbursement,
            Field::DisbursementDate,
            table,
            faults,
        );
        let maturity_date = day(cells, self.at.maturity, Field::MaturityDate, table, faults);
        let extended_maturity_date = self
            .at
            .extended
            .and_then(|at| day_if_any(cells, at, Field::ExtendedMaturityDate, table, faults));
        let settlement_date = self
            .at
            .settlement
            .and_then(|at| day_if_any(cells, at, Field::SettlementDate, table, faults));
        let annual_interest_rate = self.at.rate.and_then(|at| {
            let bytes = cells.bytes(at);
            let is_monthly = self.rate_is_monthly;
            let rate = *self
                .rates
                .get(&bytes, || cell::rate(&bytes, is_monthly, encoding));
            if rate.is_none() && !cell::says_nothing(&bytes, encoding) {
                faults.unknown(
                    at,
                    Problem::NotANumber {
                        field: Field::AnnualInterestRate,
                    },
                );
            }
            rate
        });
        let reported_class = self.at.class.and_then(|at| {
            let bytes = cells.bytes(at);
            let class = *self
                .classes
                .get(&bytes, || cell::risk_class(&bytes, encoding));
            if class.is_none() && !cell::says_nothing(&bytes, encoding) {
                faults.unknown(
                    at,
                    Problem::UnknownWord {
                        field: Field::RiskClass,
                    },
                );
            }
            class
        });
        let status = self.at.status.and_then(|at| {
            let bytes = cells.bytes(at);
            let status = *self.statuses.get(&bytes, || cell::status(&bytes, encoding));
            if status.is_none() && !cell::says_nothing(&bytes, encoding) {
                faults.unknown(
                    at,
                    Problem::UnknownWord {
                        field: Field::Status,
                    },
                );
            }
            status
        });
        let purpose = self.at.purpose.and_then(|at| {
            let bytes = cells.bytes(at);
            let purposes = &mut county.loans.purposes;
            *self.purposes.get(&bytes, || {
                let text = super::encoding::plain(&bytes, encoding);
                (!cell::is_without_meaning(&text)).then(|| purposes.intern(text.as_bytes()).0)
            })
        });
        self.note_as_of(cells, table, faults);
        Some(Draft {
            loan: Loan {
                // Entered once the row is known to be good.
                household: HouseholdId(u32::MAX),
                village: village?,
                lender: lender?,
                disbursed_principal: disbursed_principal?,
                outstanding_principal: outstanding_principal?,
                disbursement_date: disbursement_date?,
                maturity_date: maturity_date?,
                extended_maturity_date,
                settlement_date,
                annual_interest_rate,
                purpose,
                reported_class,
                status,
            },
        })
    }

    fn village(
        &mut self,
        cells: &Cells<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) -> Option<VillageId> {
        let encoding = table.encoding;
        let township = cells.bytes(self.at.township);
        let village = self.village.village(cells.bytes(self.village.at), encoding);
        let named = self
            .places
            .get(&township, &village, encoding, &mut county.places);
        match named {
            Ok(village) => {
                if let Some(at) = self.at.place_code {
                    county.note_place_code(village, &plain(&cells.bytes(at), encoding));
                }
                Some(village)
            }
            Err(unread) => {
                let at = if unread.field == Field::Township {
                    self.at.township
                } else {
                    self.village.at
                };
                faults.cell(at, unread.problem());
                None
            }
        }
    }

    fn lender(
        &mut self,
        cells: &Cells<'_>,
        table: &Recognised,
        county: &mut County,
        faults: &mut Faults,
    ) -> Option<Symbol> {
        let field = Field::Lender;
        let bytes = cells.bytes(self.at.lender);
        let lenders = &mut county.loans.lenders;
        let lender = *self.lenders.get(&bytes, || {
            let text = decode_strictly(&bytes, table.encoding)?;
            let name = narrow(&text);
            (!cell::is_without_meaning(&name)).then(|| lenders.intern(name.as_bytes()).0)
        });
        if lender.is_none() {
            let is_blank = cell::says_nothing(&bytes, table.encoding);
            faults.cell(
                self.at.lender,
                if is_blank {
                    Problem::Blank { field }
                } else {
                    Problem::NotText { field }
                },
            );
        }
        lender
    }

    fn note_as_of(&mut self, cells: &Cells<'_>, table: &Recognised, faults: &mut Faults) {
        let Some(at) = self.at.as_of else {
            return;
        };
        let bytes = cells.bytes(at);
        let mut is_new = false;
        let day = *self.as_of.get(&bytes, || {
            is_new = true;
            cell::date(&bytes, table.encoding)
        });
        match day {
            Ok(day) => match self.as_of_days.iter_mut().find(|(known, _)| *known == day) {
                Some((_, rows)) => *rows += 1,
                None => self.as_of_days.push((day, 1)),
            },
            // Once for each text: a whole column of one month's name is one problem.
            Err(fault) if is_new => faults.unknown(at, date_problem(fault, Field::AsOf)),
            Err(_) => {}
        }
    }
}
