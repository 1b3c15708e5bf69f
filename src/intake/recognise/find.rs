//! The header among the first rows of a text, under one way of writing.

use std::collections::BTreeSet;

use crate::domain::{Date, Field, FileKind};
use crate::intake::as_of;
use crate::intake::choices::{Choices, HeaderRows};
use crate::intake::columns::fields;
use crate::intake::finding::Unit;
use crate::intake::header;
use crate::intake::profile::Shape;

use super::top_rows::{Named, TopRow, named};
use super::{Asked, HEADER_WITHIN, MOST_HEADER_ROWS, Writing};

/// A header, found under one way of writing.
pub(super) struct Found {
    pub writing: Writing,
    pub names: Vec<Named>,
    pub header: HeaderRows,
    /// Where the header's first row begins and its last one ends.
    pub start: usize,
    pub end: usize,
    pub title_unit: Option<Unit>,
    /// The day of the data that a line above the header gives.
    pub title_day: Option<Date>,
    /// Columns whose meaning is known.
    pub score: usize,
    /// The shape of the profile that it has.
    pub shape: Option<usize>,
}

/// A score above any number of columns: a profile knows the header.
const KNOWN: usize = usize::MAX;

pub(super) fn find_header(rows: &[TopRow], writing: Writing, asked: Asked<'_>) -> Option<Found> {
    if let Some(header) = asked.choices.header {
        let first = rows.iter().position(|row| row.line >= header.line)?;
        return Some(found(
            rows,
            first,
            header.rows as usize,
            writing,
            asked.choices,
        ));
    }
    if asked.choices.is_empty()
        && let Some(known) = find_known(rows, writing, asked.shapes)
    {
        return Some(known);
    }
    let alone = (0..rows.len().min(HEADER_WITHIN))
        .map(|first| found(rows, first, 1, writing, asked.choices))
        .reduce(|best, next| if next.score > best.score { next } else { best })?;
    let at = rows.iter().position(|row| row.line == alone.header.line)?;
    let together = [
        (at, 2),
        (at.wrapping_sub(1), 2),
        (at, 3),
        (at.wrapping_sub(1), 3),
        (at.wrapping_sub(2), 3),
    ];
    let mut best = alone;
    for (first, count) in together {
        if first
            .checked_add(count)
            .is_some_and(|end| end <= rows.len())
        {
            let next = found(rows, first, count, writing, asked.choices);
            if next.score > best.score {
                best = next;
            }
        }
    }
    let best = with_groups(rows, best, writing, asked.choices);
    let is_known = header::kind(&fields(&best.names, asked.choices)) != FileKind::Unknown;
    (is_known || !asked.choices.columns.is_empty()).then_some(best)
}

/// The header with the rows of groups above it: what may be groups where one word stands over several of its columns, and
/// elsewhere only what can be nothing else.
fn with_groups(rows: &[TopRow], best: Found, writing: Writing, choices: &Choices) -> Found {
    let is_repeated = |named: &Named| named.name.occurrence > 1 && named.heading.field.is_some();
    let needs_groups = best.names.iter().any(is_repeated);
    let Some(bottom) = rows.iter().position(|row| row.line == best.header.line) else {
        return best;
    };
    let (mut first, mut count) = (bottom, best.header.rows as usize);
    while first > 0 && count < MOST_HEADER_ROWS as usize {
        let above = &rows[first - 1];
        let is_of_groups = if needs_groups {
            above.may_be_groups()
        } else {
            above.are_groups(&best.names)
        };
        if !is_of_groups {
            break;
        }
        first -= 1;
        count += 1;
    }
    let whole = found(rows, first, count, writing, choices);
    if needs_groups || whole.score >= best.score {
        whole
    } else {
        best
    }
}

fn find_known(rows: &[TopRow], writing: Writing, shapes: &[Shape]) -> Option<Found> {
    for (index, shape) in shapes.iter().enumerate() {
        for count in 1..=MOST_HEADER_ROWS as usize {
            for first in 0..rows.len().saturating_sub(count - 1).min(HEADER_WITHIN) {
                let found = found(rows, first, count, writing, &shape.choices);
                if shape.is_of(found.names.iter().map(|named| &named.name)) {
                    return Some(Found {
                        score: KNOWN - usize::from(!is_as_settled(&shape.choices, writing)),
                        shape: Some(index),
                        ..found
                    });
                }
            }
        }
    }
    None
}

/// Whether a file is written as was settled for its shape. A header may be the same in several encodings; then what was
/// settled decides, and where it is not, the header itself.
fn is_as_settled(choices: &Choices, writing: Writing) -> bool {
    let (encoding, separator) = (choices.encoding, choices.separator);
    encoding.is_none_or(|encoding| encoding == writing.encoding)
        && separator.is_none_or(|separator| separator == writing.separator)
}

/// Where no header is known: the row that a header would most likely be, so that a person can say what its columns are.
pub(super) fn widest_row(rows: &[TopRow], writing: Writing, asked: Asked<'_>) -> Option<Found> {
    let named = |row: &TopRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let (first, width) = rows
        .iter()
        .take(HEADER_WITHIN)
        .map(named)
        .enumerate()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    let found = found(rows, first, 1, writing, asked.choices);
    (width >= 2).then_some(Found {
        score: width,
        ..found
    })
}

fn found(
    rows: &[TopRow],
    first: usize,
    count: usize,
    writing: Writing,
    choices: &Choices,
) -> Found {
    let count = count.clamp(1, rows.len() - first);
    let header = &rows[first..first + count];
    let (top, bottom) = (&header[0], &header[count - 1]);
    let names = named(header);
    let known: BTreeSet<Field> = fields(&names, choices).into_iter().collect();
    Found {
        writing,
        header: HeaderRows {
            line: top.line,
            rows: count as u32,
        },
        start: top.start,
        end: bottom.end,
        title_unit: title_unit(&rows[..first]),
        title_day: rows[..first]
            .iter()
            .rev()
            .find_map(|row| as_of::of_title(&row.cells)),
        score: known.len(),
        names,
        shape: None,
    }
}

fn title_unit(rows: &[TopRow]) -> Option<Unit> {
    rows.iter()
        .rev()
        .find_map(|row| header::unit_of_title(&row.cells.join(" ")))
}
