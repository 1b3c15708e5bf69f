//! The columns of a report's table, described by data.

use std::cmp::Ordering;

use crate::report::{RegisterQuery, Report};
use crate::text::{Words, definition};

use super::super::figure::{Figure, HasFigures};
use super::super::reader::{Reader, Shown};

/// What a column says of a row.
pub type CellOf<R> = Box<dyn Fn(&R, Reader) -> Shown + Send + Sync>;
/// What a column says of the whole report.
pub type TotalOf = Box<dyn Fn(&Report, Reader) -> Shown + Send + Sync>;
/// How a column orders rows.
pub type OrderOf<R> = Box<dyn Fn(&R, &R) -> Ordering + Send + Sync>;
/// The loans behind a cell.
pub type LoansOf<R> = Box<dyn Fn(&R) -> RegisterQuery + Send + Sync>;

/// A column of a table of `R`.
pub struct Column<R> {
    /// Its heading.
    pub heading: Words,
    /// How its figure is defined, if it is one.
    pub definition: Option<Words>,
    /// Whether it stands to the right, as figures do.
    pub is_figure: bool,
    /// Its width in pixels, where the table has no more room than it needs.
    pub width: u32,
    /// Whether it holds sums of money, which are longer in yuan.
    pub is_money: bool,
    /// Its cells.
    pub cell: CellOf<R>,
    /// Its cell in the row of totals.
    pub total: Option<TotalOf>,
    /// Its order, upwards; a column without one cannot be sorted by.
    pub order: Option<OrderOf<R>>,
    /// The loans behind a cell.
    pub loans: Option<LoansOf<R>>,
}

impl<R: 'static> Column<R> {
    /// A column of names.
    pub fn name(heading: Words, width: u32, name: fn(&R) -> &str) -> Column<R> {
        Column {
            heading,
            definition: None,
            is_figure: false,
            is_money: false,
            width,
            cell: Box::new(move |row, _| Shown::text(name(row))),
            total: None,
            order: Some(Box::new(move |a, b| name(a).cmp(name(b)))),
            loans: None,
        }
    }

    /// A column of figures, of which the row of totals knows nothing yet.
    pub fn figure(
        heading: Words,
        width: u32,
        cell: fn(&R, Reader) -> Shown,
        order: fn(&R, &R) -> Ordering,
    ) -> Column<R> {
        Column {
            heading,
            definition: None,
            is_figure: true,
            is_money: false,
            width,
            cell: Box::new(cell),
            total: None,
            order: Some(Box::new(order)),
            loans: None,
        }
    }

    /// The same with a cell in the row of totals.
    pub fn with_total(mut self, total: fn(&Report, Reader) -> Shown) -> Column<R> {
        self.total = Some(Box::new(total));
        self
    }

    /// The same with the loans behind its cells.
    pub fn with_loans(mut self, loans: fn(&R) -> RegisterQuery) -> Column<R> {
        self.loans = Some(Box::new(loans));
        self
    }

    /// The same with a definition.
    pub fn with_definition(mut self, definition: Words) -> Column<R> {
        self.definition = Some(definition);
        self
    }
}

impl<R: HasFigures + 'static> Column<R> {
    /// The column of a figure that every group has.
    pub fn of_figure(figure: &'static Figure) -> Column<R> {
        Column {
            heading: figure.name(),
            definition: Some(definition::of(figure.indicator)),
            is_figure: true,
            width: figure.width,
            // A mean is a household's or a loan's: short in either unit.
            is_money: figure.is_money && !figure.is_mean(),
            cell: Box::new(|row, reader| (figure.shown)(row.figures(), reader)),
            total: Some(Box::new(|report, reader| {
                (figure.shown)(&report.total, reader)
            })),
            order: Some(Box::new(|a, b| (figure.order)(a.figures(), b.figures()))),
            loans: Some(Box::new(|row| {
                let mut query = row.loans();
                (figure.narrow)(&mut query);
                query
            })),
        }
    }
}
