//! The register in groups as CSV, with its total.

use crate::report::{GroupFigures, RegisterGroups};
use crate::text::definition::{Indicator, name};
use crate::text::number::MoneyUnit;
use crate::text::{Lang, dimension, table};

use super::cell::Cell;
use super::csv::{Source, Table};

/// The groups, in their order, and the total of all loans that fit.
pub fn groups(groups: &RegisterGroups, source: &Source, lang: Lang) -> Vec<u8> {
    let names = groups.group_by.iter().map(|own| dimension::name(*own));
    let mut headings: Vec<String> = names.map(|name| name.of(lang).to_owned()).collect();
    let figures = [
        table::LOANS,
        table::HOUSEHOLDS,
        table::DISBURSED,
        table::BALANCE,
    ];
    headings.extend(figures.map(|heading| heading.of(lang).to_owned()));
    let overdue = name(Indicator::OverdueByAmount).of(lang);
    headings.extend(table::rate(overdue, Some(MoneyUnit::Yuan.name(lang)), lang));
    let mut out = Table::new(&headings, lang);
    for row in &groups.rows {
        let values = row
            .values
            .iter()
            .map(|value| Cell::text(dimension::value(value, lang)));
        let cells: Vec<Cell<'_>> = values.chain(cells(&row.figures, lang)).collect();
        out.push(&cells);
    }
    let mut total = vec![Cell::text(table::TOTAL.of(lang))];
    total.resize(groups.group_by.len().max(1), Cell::text(""));
    total.extend(cells(&groups.total, lang));
    out.push(&total);
    out.finish(source)
}

fn cells(figures: &GroupFigures, lang: Lang) -> [Cell<'static>; 7] {
    let rate = &figures.overdue_by_amount;
    let unknown = || Cell::text(table::NOT_APPLICABLE.of(lang));
    [
        Cell::count(figures.loans),
        Cell::count(figures.households),
        Cell::yuan(figures.disbursed_principal),
        Cell::yuan(figures.outstanding_principal),
        rate.percent.map_or_else(unknown, Cell::percent),
        rate.numerator.map_or_else(unknown, Cell::yuan),
        rate.denominator.map_or_else(unknown, Cell::yuan),
    ]
}
