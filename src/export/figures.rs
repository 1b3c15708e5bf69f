//! The columns of a group's figures, the same for townships, villages and lenders.

use crate::report::{Fen, Figures, Mean, Missing, Rate};
use crate::text::definition::{Indicator, name};
use crate::text::{Lang, class, missing, table};

use super::cell::Cell;

/// A heading and the cell under it.
pub type Column = (String, Cell<'static>);

/// All columns of a group, in the order in which they stand in the file.
pub fn columns(figures: &Figures, lang: Lang) -> Vec<Column> {
    let mut columns = Columns {
        columns: Vec::new(),
        lang,
    };
    counts(&mut columns, figures);
    quality(&mut columns, figures);
    reach(&mut columns, figures);
    repayment(&mut columns, figures);
    columns.columns
}

fn counts(columns: &mut Columns, figures: &Figures) {
    columns.count(Indicator::Loans, figures.loans);
    columns.count(Indicator::OutstandingLoans, figures.outstanding_loans);
    columns.money(Indicator::DisbursedPrincipal, figures.disbursed_principal);
    columns.money(
        Indicator::OutstandingPrincipal,
        figures.outstanding_principal,
    );
    columns.count(Indicator::BorrowerHouseholds, figures.borrower_households);
    columns.count(
        Indicator::OutstandingHouseholds,
        figures.outstanding_households,
    );
}

fn quality(columns: &mut Columns, figures: &Figures) {
    columns.amounts(Indicator::OverdueByAmount, &figures.overdue_by_amount);
    columns.counts(Indicator::OverdueByLoans, &figures.overdue_by_loans);
    columns.counts(
        Indicator::OverdueByHouseholds,
        &figures.overdue_by_households,
    );
    columns.amounts(Indicator::NplByAmount, &figures.npl_by_amount);
    columns.counts(Indicator::NplByLoans, &figures.npl_by_loans);
    for of_class in &figures.classes {
        let name = class::name(of_class.class).of(columns.lang);
        columns.rate_of_amounts(&table::class(name, true, columns.lang), &of_class.by_amount);
        columns.rate_of_counts(&table::class(name, false, columns.lang), &of_class.by_loans);
    }
}

fn reach(columns: &mut Columns, figures: &Figures) {
    let roster = name(Indicator::RosterHouseholds).of(columns.lang);
    let cell = match figures.roster_households {
        Some(households) => Cell::count(households),
        None => why_none(Some(Missing::NoRoster), columns.lang),
    };
    columns.columns.push((roster.to_owned(), cell));
    columns.counts(Indicator::Coverage, &figures.coverage);
    columns.counts(Indicator::CoverageEver, &figures.coverage_ever);
    columns.mean(Indicator::AverageLoan, &figures.average_loan);
    columns.mean(
        Indicator::AverageHouseholdBalance,
        &figures.average_household_balance,
    );
}

fn repayment(columns: &mut Columns, figures: &Figures) {
    for due in &figures.due_within {
        let lang = columns.lang;
        columns.rate_of_amounts(&table::due_within(due.days, true, lang), &due.by_amount);
        columns.rate_of_counts(&table::due_within(due.days, false, lang), &due.by_loans);
    }
    columns.count(Indicator::MaturedLoans, figures.matured_loans);
    columns.counts(Indicator::RepaidByLoans, &figures.repaid_by_loans);
    columns.counts(Indicator::OnTimeByLoans, &figures.on_time_by_loans);
    columns.amounts(Indicator::RecoveredByAmount, &figures.recovered_by_amount);
}

struct Columns {
    columns: Vec<Column>,
    lang: Lang,
}

impl Columns {
    fn count(&mut self, indicator: Indicator, count: u64) {
        let heading = name(indicator).of(self.lang).to_owned();
        self.columns.push((heading, Cell::count(count)));
    }

    fn money(&mut self, indicator: Indicator, amount: Fen) {
        let heading = table::in_yuan(name(indicator).of(self.lang), self.lang);
        self.columns.push((heading, Cell::yuan(amount)));
    }

    fn mean(&mut self, indicator: Indicator, mean: &Mean) {
        let heading = table::in_yuan(name(indicator).of(self.lang), self.lang);
        let cell = match mean.value {
            Some(value) => Cell::yuan(value),
            None => why_none(mean.missing, self.lang),
        };
        self.columns.push((heading, cell));
    }

    fn amounts(&mut self, indicator: Indicator, rate: &Rate<Fen>) {
        self.rate_of_amounts(name(indicator).of(self.lang), rate);
    }

    fn counts(&mut self, indicator: Indicator, rate: &Rate<u64>) {
        self.rate_of_counts(name(indicator).of(self.lang), rate);
    }

    fn rate_of_amounts(&mut self, name: &str, rate: &Rate<Fen>) {
        let unit = crate::text::number::MoneyUnit::Yuan.name(self.lang);
        let headings = table::rate(name, Some(unit), self.lang);
        self.columns
            .extend(headings.into_iter().zip(amounts(rate, self.lang)));
    }

    fn rate_of_counts(&mut self, name: &str, rate: &Rate<u64>) {
        let headings = table::rate(name, None, self.lang);
        self.columns
            .extend(headings.into_iter().zip(of_counts(rate, self.lang)));
    }
}

/// A rate of money: percent, part, whole. Where one is unknown, the reason stands in its cell.
pub fn amounts(rate: &Rate<Fen>, lang: Lang) -> [Cell<'static>; 3] {
    let money = |amount: Option<Fen>| match amount {
        Some(amount) => Cell::yuan(amount),
        None => why_none(rate.missing, lang),
    };
    [
        match rate.percent {
            Some(percent) => Cell::percent(percent),
            None => why_none(rate.missing, lang),
        },
        money(rate.numerator),
        money(rate.denominator),
    ]
}

/// A rate of counts: percent, part, whole. Where one is unknown, the reason stands in its cell.
pub fn of_counts(rate: &Rate<u64>, lang: Lang) -> [Cell<'static>; 3] {
    let count = |count: Option<u64>| match count {
        Some(count) => Cell::count(count),
        None => why_none(rate.missing, lang),
    };
    [
        match rate.percent {
            Some(percent) => Cell::percent(percent),
            None => why_none(rate.missing, lang),
        },
        count(rate.numerator),
        count(rate.denominator),
    ]
}

fn why_none(reason: Option<Missing>, lang: Lang) -> Cell<'static> {
    let words = reason.map_or(table::UNKNOWN, missing::reason);
    Cell::text(words.of(lang))
}
