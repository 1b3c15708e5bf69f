//! Whether a cell reads as the meaning of its column wants.

use crate::domain::{Field, field::Content};
use crate::intake::cell;
use crate::intake::finding::{Encoding, Unit};

/// Whether a cell that holds something reads so.
pub(super) fn reads_as(field: Field, text: &str, is_monthly_permille: bool) -> bool {
    let (bytes, utf8) = (text.as_bytes(), Encoding::Utf8);
    match field.content() {
        Content::Money => cell::money(bytes, Unit::Yuan, utf8).is_ok(),
        Content::Day => cell::date(bytes, utf8).is_ok(),
        Content::Rate => cell::rate(bytes, is_monthly_permille, utf8).is_some(),
        Content::Count => cell::count(bytes, utf8).is_some(),
        Content::Word => cell::is_word(field, text),
        Content::YesNo => cell::yes_no(bytes, utf8).is_some(),
        Content::Year => cell::year(bytes, utf8).is_some(),
        Content::Text | Content::Place | Content::Identifier | Content::Unread => true,
    }
}
