//! Whether the cells of a column read as its meaning wants.

use crate::domain::{Field, field::Content};
use crate::intake::cell;
use crate::intake::encoding::narrow;
use crate::intake::finding::{Encoding, Unit};
use crate::intake::{header, words};

use super::Column;

/// How many of some cells read so, and how many hold something. A cell with a word for nothing holds nothing, unless the
/// word means something in its column (还款能力 无).
pub(super) fn of(field: Field, column: &Column, cells: &[&str]) -> (usize, usize) {
    let good = cells
        .iter()
        .filter(|cell| !cell.is_empty() && reads_as(field, column, cell));
    let bad = cells
        .iter()
        .filter(|cell| !cell::is_without_meaning(&narrow(cell)) && !reads_as(field, column, cell));
    let (good, bad) = (good.count(), bad.count());
    (good, good + bad)
}

fn reads_as(field: Field, column: &Column, text: &str) -> bool {
    let (bytes, utf8) = (text.as_bytes(), Encoding::Utf8);
    match field.content() {
        Content::Money => cell::money(bytes, Unit::Yuan, utf8).is_ok(),
        Content::Day => cell::date(bytes, utf8).is_ok(),
        Content::Rate => cell::rate(bytes, column.is_monthly_permille, utf8).is_some(),
        Content::Count if field == Field::Term => {
            cell::term_months(bytes, header::counts_years(column.header()), utf8).is_ok()
        }
        Content::Count => cell::count(bytes, utf8).is_some(),
        Content::Word => is_word(field, &narrow(text)),
        Content::YesNo => {
            let is_wish = field == Field::LoanWish && words::loan_wish(&narrow(text)).is_some();
            is_wish || cell::flag(field, bytes, utf8).is_some()
        }
        Content::Year => words::year(&narrow(text)).is_some() || cell::year(bytes, utf8).is_some(),
        Content::Identifier => !cell::is_without_meaning(text) && !cell::is_in_e_notation(bytes),
        Content::Text | Content::Place | Content::Unread => {
            !cell::is_without_meaning(&narrow(text))
        }
    }
}

/// Whether a text is a word that is known for a column.
fn is_word(field: Field, text: &str) -> bool {
    match field {
        Field::PovertyStatus => words::poverty_status(text).is_some(),
        Field::HouseholdType => words::household_type(text).is_some(),
        Field::MonitorType => words::monitor_type(text).is_some(),
        Field::MonitorState => words::monitor_state(text).is_some(),
        Field::PlaceLevel => words::place_level(text).is_some(),
        Field::RateKind => words::rate_kind(text).is_some(),
        other => cell::is_word(other, text),
    }
}
