//! The loans that fit a query, in its order, and one loan in full.

use std::cmp::Ordering;

use crate::domain::{County, Date, Fen, Loan, Symbol, TownshipId, VillageId, loan::Source};
use crate::indicators::tally::Standing;
use crate::intake::file_read::{FileRead, Intake, cells_of_row};
use crate::intake::personal::masked;

use super::{LoanDetail, RawCell, RegisterPage, RegisterQuery, RegisterRow, RegisterSort};

/// The rows that fit a query, in its order; the window moves over them without looking again.
#[derive(Clone, Debug)]
pub struct Selection {
    query: RegisterQuery,
    as_of: Date,
    rows: Vec<u32>,
    outstanding_principal: Fen,
    disbursed_principal: Fen,
    overdue_principal: Fen,
}

/// A query whose names have been looked up.
struct Filter<'q> {
    township: Option<Option<TownshipId>>,
    village: Option<Option<VillageId>>,
    lender: Option<Option<Symbol>>,
    query: &'q RegisterQuery,
}

impl<'q> Filter<'q> {
    fn new(query: &'q RegisterQuery, county: &County) -> Filter<'q> {
        let township = query
            .township
            .as_ref()
            .map(|name| county.places.find_township(name));
        let village = query
            .village
            .as_ref()
            .map(|name| county.places.find_village(township??, name));
        let lender = query
            .lender
            .as_ref()
            .map(|name| county.loans.lenders.find(name.as_bytes()));
        Filter {
            township,
            village,
            lender,
            query,
        }
    }

    fn fits(
        &self,
        row: usize,
        loan: &Loan,
        standing: Standing,
        as_of: Date,
        county: &County,
    ) -> bool {
        let query = self.query;
        let days_to_maturity = loan.effective_maturity_date().days_since(as_of);
        let is_due_within = |days| {
            loan.is_outstanding() && (0..=i64::from(days)).contains(&i64::from(days_to_maturity))
        };
        let is_non_performing = || {
            standing
                .past_due
                .is_some_and(|(_, class)| class.is_non_performing())
        };
        let is_overdue = standing.is_overdue();
        self.township
            .is_none_or(|id| id == Some(county.places.township_of(loan.village)))
            && self.village.is_none_or(|id| id == Some(loan.village))
            && self.lender.is_none_or(|id| id == Some(loan.lender))
            && query
                .class
                .is_none_or(|class| standing.past_due.is_some_and(|(_, own)| own == class))
            && (!query.non_performing || is_non_performing())
            && query.due_within_days.is_none_or(is_due_within)
            && (!query.matured || days_to_maturity < 0)
            && query.overdue.is_none_or(|wanted| wanted == is_overdue)
            && (!query.outstanding_only || loan.is_outstanding())
            && (!query.not_in_roster
                || (county.has_roster && !county.households.is_in_roster(loan.household)))
            && query
                .maturity_month
                .is_none_or(|month| loan.effective_maturity_date().month() == month)
            && query
                .due_from
                .is_none_or(|first| loan.effective_maturity_date() >= first)
            && query
                .due_to
                .is_none_or(|last| loan.effective_maturity_date() <= last)
            && (query.text.is_empty() || self.has_text(row, loan, county))
    }

    fn has_text(&self, row: usize, loan: &Loan, county: &County) -> bool {
        let wanted = self.query.text.trim();
        county.loans.number(row).contains(wanted)
            || county.households.number(loan.household).contains(wanted)
    }
}

impl Selection {
    /// Looks for the loans that fit.
    pub fn of(county: &County, as_of: Date, query: &RegisterQuery) -> Selection {
        let filter = Filter::new(query, county);
        let mut selection = Selection {
            query: RegisterQuery {
                offset: 0,
                limit: 0,
                ..query.clone()
            },
            as_of,
            rows: Vec::new(),
            outstanding_principal: Fen::ZERO,
            disbursed_principal: Fen::ZERO,
            overdue_principal: Fen::ZERO,
        };
        for (row, loan) in county.loans.iter().enumerate() {
            let standing = Standing::of(&loan, as_of);
            if filter.fits(row, &loan, standing, as_of, county) {
                selection.rows.push(row as u32);
                selection.outstanding_principal += loan.outstanding_principal;
                selection.disbursed_principal += loan.disbursed_principal;
                if standing.is_overdue() {
                    selection.overdue_principal += loan.outstanding_principal;
                }
            }
        }
        selection.sort(county);
        selection
    }

    /// Whether this selection answers a query, whatever its window.
    pub fn answers(&self, query: &RegisterQuery, as_of: Date) -> bool {
        self.as_of == as_of
            && self.query
                == RegisterQuery {
                    offset: 0,
                    limit: 0,
                    ..query.clone()
                }
    }

    /// Ties stand in the order of the files, whichever way the order runs.
    fn sort(&mut self, county: &County) {
        let loan = |row: u32| county.loans.loan(row as usize);
        let as_of = self.as_of;
        match self.query.sort {
            RegisterSort::File => {
                if self.query.descending {
                    self.rows.reverse();
                }
            }
            RegisterSort::Place => {
                let order = order_of(county.places.village_count(), |a, b| {
                    place_name(county, a).cmp(&place_name(county, b))
                });
                self.sort_by_number(|row| i64::from(order[loan(row).village.0 as usize]));
            }
            RegisterSort::Lender => {
                let name = |at: u32| county.loans.lenders.bytes(Symbol(at));
                let order = order_of(county.loans.lenders.len(), |a, b| name(a).cmp(name(b)));
                self.sort_by_number(|row| i64::from(order[loan(row).lender.0 as usize]));
            }
            RegisterSort::DisbursedPrincipal => {
                self.sort_by_number(|row| loan(row).disbursed_principal.0)
            }
            RegisterSort::OutstandingPrincipal => {
                self.sort_by_number(|row| loan(row).outstanding_principal.0)
            }
            RegisterSort::DisbursementDate => {
                self.sort_by_number(|row| i64::from(loan(row).disbursement_date.days()))
            }
            RegisterSort::MaturityDate => {
                self.sort_by_number(|row| i64::from(loan(row).effective_maturity_date().days()))
            }
            RegisterSort::DaysPastDue => self.sort_by_number(|row| {
                // Settled loans have no days past due and come before all that have.
                Standing::of(&loan(row), as_of)
                    .past_due
                    .map_or(-1, |(days, _)| i64::from(days))
            }),
        }
    }

    fn sort_by_number(&mut self, key: impl Fn(u32) -> i64) {
        let mut keyed: Vec<(i64, u32)> = self.rows.iter().map(|&row| (key(row), row)).collect();
        if self.query.descending {
            keyed.sort_unstable_by_key(|&(key, row)| (std::cmp::Reverse(key), row));
        } else {
            keyed.sort_unstable();
        }
        self.rows = keyed.into_iter().map(|(_, row)| row).collect();
    }

    /// A window of the rows.
    pub fn page(&self, county: &County, offset: u64, limit: u64) -> RegisterPage {
        let from = usize::try_from(offset)
            .unwrap_or(usize::MAX)
            .min(self.rows.len());
        let to = from
            .saturating_add(usize::try_from(limit).unwrap_or(usize::MAX))
            .min(self.rows.len());
        RegisterPage {
            offset: from as u64,
            loans: self.rows.len() as u64,
            outstanding_principal: self.outstanding_principal,
            disbursed_principal: self.disbursed_principal,
            overdue_principal: self.overdue_principal,
            rows: self.rows[from..to]
                .iter()
                .map(|&at| row(county, self.as_of, at as usize))
                .collect(),
        }
    }

    /// All rows, one after another.
    pub fn rows<'c>(&'c self, county: &'c County) -> impl Iterator<Item = RegisterRow> + 'c {
        self.rows
            .iter()
            .map(move |&at| row(county, self.as_of, at as usize))
    }
}

fn place_name(county: &County, village: u32) -> (String, String) {
    let id = VillageId(village);
    (
        county.places.township_name(county.places.township_of(id)),
        county.places.village_name(id),
    )
}

/// The place of each of `count` things in the order that `compare` gives.
fn order_of(count: usize, compare: impl Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut things: Vec<u32> = (0..count as u32).collect();
    things.sort_by(|&a, &b| compare(a, b));
    let mut order = vec![0; count];
    for (place, thing) in things.into_iter().enumerate() {
        order[thing as usize] = place as u32;
    }
    order
}

fn row(county: &County, as_of: Date, row: usize) -> RegisterRow {
    let loan = county.loans.loan(row);
    let standing = Standing::of(&loan, as_of);
    RegisterRow {
        row: row as u64,
        loan_number: county.loans.number(row),
        household_number: county.households.number(loan.household),
        township: county
            .places
            .township_name(county.places.township_of(loan.village)),
        village: county.places.village_name(loan.village),
        lender: county.loans.lenders.text(loan.lender).into_owned(),
        disbursed_principal: loan.disbursed_principal,
        outstanding_principal: loan.outstanding_principal,
        disbursement_date: loan.disbursement_date,
        maturity_date: loan.maturity_date,
        extended_maturity_date: loan.extended_maturity_date,
        days_past_due: standing.past_due.map(|(days, _)| days),
        class: standing.past_due.map(|(_, class)| class),
        in_roster: county
            .has_roster
            .then(|| county.households.is_in_roster(loan.household)),
    }
}

/// Which bytes of which of the files given hold a loan's row: file, first byte, length. None if there is no such loan.
pub fn bytes_of(intake: &Intake, at: u64) -> Option<(u32, u64, u64)> {
    let at = usize::try_from(at)
        .ok()
        .filter(|&at| at < intake.county.loans.len())?;
    let source = intake.county.loans.source(at);
    let file = intake.files.get(source.file as usize)?;
    let (start, length) = file.needed_for(source);
    Some((file.given, start, length))
}

/// One loan in full; `bytes` are those that [`bytes_of`] names. None if there is no such loan.
pub fn detail(intake: &Intake, as_of: Date, at: u64, bytes: &[u8]) -> Option<LoanDetail> {
    let county = &intake.county;
    let at = usize::try_from(at)
        .ok()
        .filter(|&at| at < county.loans.len())?;
    let (loan, source) = (county.loans.loan(at), county.loans.source(at));
    let file = &intake.files[source.file as usize];
    let of_household = county.loans.households().iter().enumerate();
    let others =
        of_household.filter(|&(other, household)| *household == loan.household && other != at);
    Some(LoanDetail {
        row: row(county, as_of, at),
        annual_interest_rate: loan.annual_interest_rate,
        purpose: loan
            .purpose
            .map(|symbol| county.loans.purposes.text(symbol).into_owned()),
        reported_class: loan.reported_class,
        status: loan.status,
        settlement_date: loan.settlement_date,
        file: file.name.clone(),
        line: source.line,
        cells: cells(file, source, bytes),
        household_loans: others.map(|(other, _)| row(county, as_of, other)).collect(),
    })
}

/// The cells of a row as the file has them; none where the file no longer holds it.
fn cells(file: &FileRead, source: Source, bytes: &[u8]) -> Vec<RawCell> {
    let Some(row) = file.row_of(source, bytes) else {
        return Vec::new();
    };
    let cell = |(header, text): (String, String)| RawCell {
        header,
        text: masked(&text).into_owned(),
    };
    cells_of_row(file, &row).into_iter().map(cell).collect()
}
