//! The figures that every group of loans has, each with its name, its definition, how it is shown and which loans stand behind it.

use std::cmp::Ordering;

use crate::report::{
    DueWithin, Figures, LenderRow, RegisterQuery, RegisterSort, TownshipRow, VillageRow,
};
use crate::text::Words;
use crate::text::definition::{self, Indicator};
use crate::text::figure as words;

use super::reader::{Reader, Shown};

/// A figure of a group.
pub struct Figure {
    /// A name of its own, where it is one of several of its definition.
    pub own_name: Option<Words>,
    /// Which definition it has.
    pub indicator: Indicator,
    /// Width of its column in pixels.
    pub width: u32,
    /// Whether it is money, so that its unit is named beside it.
    pub is_money: bool,
    /// How it is shown.
    pub shown: fn(&Figures, Reader) -> Shown,
    /// Its order, upwards.
    pub order: fn(&Figures, &Figures) -> Ordering,
    /// Narrows a group's loans to those behind the figure.
    pub narrow: fn(&mut RegisterQuery),
}

impl Figure {
    /// Whether it is shared among a count.
    pub fn is_mean(&self) -> bool {
        matches!(
            self.indicator,
            Indicator::AverageLoan | Indicator::AverageHouseholdBalance
        )
    }

    /// Its name.
    pub fn name(&self) -> Words {
        match self.own_name {
            Some(name) => name,
            None => definition::name(self.indicator),
        }
    }
}

/// A row of the report that has figures.
pub trait HasFigures {
    /// Its figures.
    fn figures(&self) -> &Figures;
    /// Its loans.
    fn loans(&self) -> RegisterQuery;
}

impl HasFigures for TownshipRow {
    fn figures(&self) -> &Figures {
        &self.figures
    }

    fn loans(&self) -> RegisterQuery {
        RegisterQuery {
            township: Some(self.township.clone()),
            ..RegisterQuery::default()
        }
    }
}

impl HasFigures for VillageRow {
    fn figures(&self) -> &Figures {
        &self.figures
    }

    fn loans(&self) -> RegisterQuery {
        RegisterQuery {
            township: Some(self.township.clone()),
            village: Some(self.village.clone()),
            ..RegisterQuery::default()
        }
    }
}

impl HasFigures for LenderRow {
    fn figures(&self) -> &Figures {
        &self.figures
    }

    fn loans(&self) -> RegisterQuery {
        RegisterQuery {
            lender: Some(self.lender.clone()),
            ..RegisterQuery::default()
        }
    }
}

fn outstanding(query: &mut RegisterQuery) {
    query.outstanding_only = true;
}

fn all(_: &mut RegisterQuery) {}

fn overdue(query: &mut RegisterQuery) {
    query.outstanding_only = true;
    query.overdue = Some(true);
}

fn matured(query: &mut RegisterQuery) {
    query.matured = true;
    query.sort = RegisterSort::MaturityDate;
}

fn non_performing(query: &mut RegisterQuery) {
    query.non_performing = true;
    query.sort = RegisterSort::DaysPastDue;
    query.descending = true;
}

fn due(figures: &Figures, days: u32) -> Option<&DueWithin> {
    figures.due_within.iter().find(|due| due.days == days)
}

fn show_due(figures: &Figures, days: u32, reader: Reader) -> Shown {
    match due(figures, days) {
        Some(due) => reader.part_of_money(&due.by_amount),
        None => reader.missing(None),
    }
}

fn order_due(a: &Figures, b: &Figures, days: u32) -> Ordering {
    let amount = |figures| due(figures, days).and_then(|due| due.by_amount.numerator);
    amount(a).cmp(&amount(b))
}

macro_rules! figures {
    ($($id:ident = $indicator:ident, $own_name:expr, $width:literal, money: $is_money:literal, $shown:expr, $order:expr, $narrow:expr;)*) => {
        $(
            #[doc = concat!("`Indicator::", stringify!($indicator), "`")]
            pub static $id: Figure = Figure {
                own_name: $own_name,
                indicator: Indicator::$indicator,
                width: $width,
                is_money: $is_money,
                shown: $shown,
                order: $order,
                narrow: $narrow,
            };
        )*
    };
}

figures! {
    BALANCE = OutstandingPrincipal, None, 104, money: true,
        |f, r| r.money(f.outstanding_principal),
        |a, b| a.outstanding_principal.cmp(&b.outstanding_principal), outstanding;
    DISBURSED = DisbursedPrincipal, None, 104, money: true,
        |f, r| r.money(f.disbursed_principal),
        |a, b| a.disbursed_principal.cmp(&b.disbursed_principal), all;
    LOANS = OutstandingLoans, None, 72, money: false,
        |f, r| r.count(f.outstanding_loans),
        |a, b| a.outstanding_loans.cmp(&b.outstanding_loans), outstanding;
    HOUSEHOLDS = OutstandingHouseholds, None, 72, money: false,
        |f, r| r.count(f.outstanding_households),
        |a, b| a.outstanding_households.cmp(&b.outstanding_households), outstanding;
    OVERDUE_BY_AMOUNT = OverdueByAmount, None, 76, money: false,
        |f, r| r.rate_of_money(&f.overdue_by_amount),
        |a, b| a.overdue_by_amount.compare(&b.overdue_by_amount), overdue;
    OVERDUE_BY_LOANS = OverdueByLoans, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.overdue_by_loans),
        |a, b| a.overdue_by_loans.compare(&b.overdue_by_loans), overdue;
    OVERDUE_BY_HOUSEHOLDS = OverdueByHouseholds, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.overdue_by_households),
        |a, b| a.overdue_by_households.compare(&b.overdue_by_households), overdue;
    NPL_BY_AMOUNT = NplByAmount, None, 76, money: false,
        |f, r| r.rate_of_money(&f.npl_by_amount),
        |a, b| a.npl_by_amount.compare(&b.npl_by_amount), non_performing;
    NPL_BY_LOANS = NplByLoans, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.npl_by_loans),
        |a, b| a.npl_by_loans.compare(&b.npl_by_loans), non_performing;
    COVERAGE = Coverage, None, 72, money: false,
        |f, r| r.rate_of_counts(&f.coverage),
        |a, b| a.coverage.compare(&b.coverage), outstanding;
    COVERAGE_EVER = CoverageEver, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.coverage_ever),
        |a, b| a.coverage_ever.compare(&b.coverage_ever), all;
    AVERAGE_LOAN = AverageLoan, None, 88, money: true,
        |f, r| r.mean(&f.average_loan),
        |a, b| a.average_loan.value.cmp(&b.average_loan.value), all;
    AVERAGE_BALANCE = AverageHouseholdBalance, None, 88, money: true,
        |f, r| r.mean(&f.average_household_balance),
        |a, b| a.average_household_balance.value.cmp(&b.average_household_balance.value), outstanding;
    DUE_30 = DueWithinByAmount, Some(words::DUE_30), 96, money: true,
        |f, r| show_due(f, 30, r), |a, b| order_due(a, b, 30), |query| query.due_within_days = Some(30);
    DUE_60 = DueWithinByAmount, Some(words::DUE_60), 96, money: true,
        |f, r| show_due(f, 60, r), |a, b| order_due(a, b, 60), |query| query.due_within_days = Some(60);
    DUE_90 = DueWithinByAmount, Some(words::DUE_90), 96, money: true,
        |f, r| show_due(f, 90, r), |a, b| order_due(a, b, 90), |query| query.due_within_days = Some(90);
    REPAID = RepaidByLoans, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.repaid_by_loans),
        |a, b| a.repaid_by_loans.compare(&b.repaid_by_loans), matured;
    ON_TIME = OnTimeByLoans, None, 76, money: false,
        |f, r| r.rate_of_counts(&f.on_time_by_loans),
        |a, b| a.on_time_by_loans.compare(&b.on_time_by_loans), matured;
    RECOVERED = RecoveredByAmount, None, 76, money: false,
        |f, r| r.rate_of_money(&f.recovered_by_amount),
        |a, b| a.recovered_by_amount.compare(&b.recovered_by_amount), matured;
}

/// The county's headlines, in order.
pub static HEADLINES: &[&Figure] = &[
    &BALANCE,
    &LOANS,
    &HOUSEHOLDS,
    &OVERDUE_BY_AMOUNT,
    &OVERDUE_BY_LOANS,
    &OVERDUE_BY_HOUSEHOLDS,
    &NPL_BY_AMOUNT,
    &NPL_BY_LOANS,
    &COVERAGE,
    &COVERAGE_EVER,
    &AVERAGE_LOAN,
    &AVERAGE_BALANCE,
    &DUE_30,
    &DUE_60,
    &DUE_90,
    &REPAID,
    &ON_TIME,
    &RECOVERED,
];

/// The columns of the tables by township, village and lender, in order.
pub static COLUMNS: &[&Figure] = &[
    &BALANCE,
    &LOANS,
    &HOUSEHOLDS,
    &OVERDUE_BY_AMOUNT,
    &OVERDUE_BY_LOANS,
    &OVERDUE_BY_HOUSEHOLDS,
    &NPL_BY_AMOUNT,
    &NPL_BY_LOANS,
    &COVERAGE,
    &AVERAGE_LOAN,
    &AVERAGE_BALANCE,
    &DUE_30,
    &DUE_90,
];

/// The columns beside the map, in order.
pub static FEW_COLUMNS: &[&Figure] = &[
    &BALANCE,
    &LOANS,
    &OVERDUE_BY_AMOUNT,
    &NPL_BY_AMOUNT,
    &COVERAGE,
];
