//! 贴息 in the report: what is due by period, lender, village and source of money, and how what was paid stands against it.

use serde::{Deserialize, Serialize};

use crate::domain::{County, Date, Fen, Symbol, VillageId};
use crate::indicators::subsidy::SubsidyComputed;
use crate::policy::book::Book;
use crate::policy::verdict::Unknown;

pub use crate::indicators::subsidy::{DueFigures, FaultFigures, SubsidyFigures};
pub use crate::policy::subsidy::faults::PaidFault;

/// The subsidy of the county.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubsidyReport {
    /// What would have to be known for there to be any settlement period; all else is then empty.
    pub lacks: Option<Unknown>,
    /// The whole county.
    pub total: SubsidyFigures,
    /// By settlement period, in order of time.
    pub periods: Vec<PeriodRow>,
    /// By lender, in the order of their names.
    pub lenders: Vec<LenderSubsidy>,
    /// By lender and period, where anything is due or paid.
    pub cells: Vec<LenderPeriodRow>,
    /// By village, in the order of township and village, where anything is due or paid.
    pub villages: Vec<VillageSubsidy>,
    /// Whether any subsidy table was read.
    pub has_payments: bool,
    /// By fault, in the order of [`PaidFault::ALL`].
    pub faults: Vec<FaultFigures>,
    /// Payments on loans that no file has.
    pub without_loan: u64,
    /// Their sum.
    pub without_loan_paid: Fen,
    /// Payments for days before the periods.
    pub out_of_periods: u64,
    /// Their sum.
    pub out_of_periods_paid: Fen,
    /// Loans of which not all can be told, by what would have to be known.
    pub lacking: Vec<(Unknown, u64)>,
}

/// A settlement period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodRow {
    /// Its first day.
    pub from: Date,
    /// The day after its last: the settlement day.
    pub to: Date,
    /// Whether it is not over on the day of the report.
    pub is_running: bool,
    /// Its sums.
    pub figures: SubsidyFigures,
}

/// A lender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LenderSubsidy {
    /// Its name; none for all lenders that are not told apart.
    pub lender: Option<String>,
    /// Its sums over all periods.
    pub figures: SubsidyFigures,
    /// 漏统: loans in term that were paid nothing, which the lender answers for.
    pub missing: FaultFigures,
    /// Loans that were paid nothing and of which it cannot be told whether something was due.
    pub perhaps_missing: FaultFigures,
}

/// A lender in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LenderPeriodRow {
    /// Its name; none for all lenders that are not told apart.
    pub lender: Option<String>,
    /// The period's first day.
    pub from: Date,
    /// Its sums.
    pub figures: SubsidyFigures,
}

/// A village.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageSubsidy {
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// Its sums over all periods.
    pub figures: SubsidyFigures,
    /// Its sums by period, in order, where anything is due or paid: the period's place in [`SubsidyReport::periods`].
    pub periods: Vec<(u32, SubsidyFigures)>,
}

/// The subsidy of the county on the day of a book.
pub fn subsidy(book: &Book<'_>) -> SubsidyReport {
    match SubsidyComputed::of(book) {
        Ok(computed) => report(book, &computed),
        Err(unknown) => SubsidyReport {
            lacks: Some(unknown),
            total: SubsidyFigures::default(),
            periods: Vec::new(),
            lenders: Vec::new(),
            cells: Vec::new(),
            villages: Vec::new(),
            has_payments: has_payments(book.county()),
            faults: Vec::new(),
            without_loan: 0,
            without_loan_paid: Fen::ZERO,
            out_of_periods: 0,
            out_of_periods_paid: Fen::ZERO,
            lacking: Vec::new(),
        },
    }
}

fn has_payments(county: &County) -> bool {
    !county.subsidies.payments().is_empty()
}

fn report(book: &Book<'_>, computed: &SubsidyComputed) -> SubsidyReport {
    let county = book.county();
    SubsidyReport {
        lacks: None,
        total: computed.total,
        periods: periods(book, computed),
        lenders: lenders(county, computed),
        cells: cells(county, computed),
        villages: villages(county, computed),
        has_payments: has_payments(county),
        faults: computed.faults.to_vec(),
        without_loan: computed.without_loan.0,
        without_loan_paid: computed.without_loan.1,
        out_of_periods: computed.out_of_periods.0,
        out_of_periods_paid: computed.out_of_periods.1,
        lacking: computed
            .lacking
            .iter()
            .map(|(what, count)| (*what, *count))
            .collect(),
    }
}

fn periods(book: &Book<'_>, computed: &SubsidyComputed) -> Vec<PeriodRow> {
    let periods = computed.calendar.periods().enumerate();
    periods
        .map(|(at, days)| PeriodRow {
            from: days.from,
            to: days.to,
            is_running: days.to > book.as_of(),
            figures: computed.period(at),
        })
        .collect()
}

fn name(county: &County, computed: &SubsidyComputed, at: usize) -> Option<String> {
    let is_told_apart = at < computed.lender_count();
    let name = || county.loans.lenders.text(Symbol(at as u32)).into_owned();
    is_told_apart.then(name)
}

fn is_anything(figures: &SubsidyFigures) -> bool {
    *figures != SubsidyFigures::default()
}

fn lenders(county: &County, computed: &SubsidyComputed) -> Vec<LenderSubsidy> {
    let rows = (0..=computed.lender_count()).filter_map(|at| {
        let unpaid = computed.unpaid.get(at)?;
        let row = LenderSubsidy {
            lender: name(county, computed, at),
            figures: computed.lender(at),
            missing: unpaid.missing,
            perhaps_missing: unpaid.undetermined,
        };
        let is_unpaid = row.missing.count + row.perhaps_missing.count > 0;
        (is_anything(&row.figures) || is_unpaid).then_some(row)
    });
    let mut rows: Vec<LenderSubsidy> = rows.collect();
    rows.sort_by(|a, b| (a.lender.is_none(), &a.lender).cmp(&(b.lender.is_none(), &b.lender)));
    rows
}

fn cells(county: &County, computed: &SubsidyComputed) -> Vec<LenderPeriodRow> {
    let mut rows = Vec::new();
    for at in 0..=computed.lender_count() {
        for (period, days) in computed.calendar.periods().enumerate() {
            let figures = computed.of_lender_and_period(at, period);
            if is_anything(&figures) {
                rows.push(LenderPeriodRow {
                    lender: name(county, computed, at),
                    from: days.from,
                    figures,
                });
            }
        }
    }
    rows.sort_by(|a, b| {
        let key = |row: &LenderPeriodRow| (row.lender.is_none(), row.lender.clone(), row.from);
        key(a).cmp(&key(b))
    });
    rows
}

fn villages(county: &County, computed: &SubsidyComputed) -> Vec<VillageSubsidy> {
    let mut rows = Vec::new();
    for at in 0..county.places.village_count() as u32 {
        let id = VillageId(at);
        let periods = computed.village(id);
        if periods.is_empty() {
            continue;
        }
        let mut figures = SubsidyFigures::default();
        periods.iter().for_each(|(_, own)| figures.merge(own));
        rows.push(VillageSubsidy {
            township: county.places.township_name(county.places.township_of(id)),
            village: county.places.village_name(id),
            figures,
            periods: periods.to_vec(),
        });
    }
    rows.sort_by(|a, b| (&a.township, &a.village).cmp(&(&b.township, &b.village)));
    rows
}

impl SubsidyReport {
    /// The sums of a period by its place, or of all periods.
    pub fn total_of(&self, period: Option<usize>) -> SubsidyFigures {
        match period {
            Some(at) => self
                .periods
                .get(at)
                .map_or_else(SubsidyFigures::default, |row| row.figures),
            None => self.total,
        }
    }

    /// The lenders and their sums of a period by its place, or of all periods; none is the name of all that are not told
    /// apart.
    pub fn lenders_of(&self, period: Option<usize>) -> Vec<(Option<&str>, SubsidyFigures)> {
        let Some(at) = period else {
            let all = self.lenders.iter();
            let all = all.filter(|row| is_anything(&row.figures));
            return all
                .map(|row| (row.lender.as_deref(), row.figures))
                .collect();
        };
        let from = self.periods.get(at).map(|row| row.from);
        let cells = self.cells.iter().filter(|cell| Some(cell.from) == from);
        cells
            .map(|cell| (cell.lender.as_deref(), cell.figures))
            .collect()
    }

    /// The villages and their sums of a period by its place, or of all periods.
    pub fn villages_of(&self, period: Option<usize>) -> Vec<(&VillageSubsidy, SubsidyFigures)> {
        let of = |row: &VillageSubsidy| match period {
            Some(at) => {
                let found = row
                    .periods
                    .binary_search_by_key(&at, |(own, _)| *own as usize);
                found
                    .ok()
                    .and_then(|at| row.periods.get(at))
                    .map(|(_, own)| *own)
            }
            None => Some(row.figures),
        };
        let rows = self.villages.iter();
        rows.filter_map(|row| of(row).map(|figures| (row, figures)))
            .collect()
    }
}
