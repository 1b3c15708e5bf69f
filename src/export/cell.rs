//! One cell of a CSV that Excel and WPS open rightly and that cannot run anything there.

use std::borrow::Cow;

use crate::report::{Fen, Percent};
use crate::text::number::{self, MoneyUnit};
use crate::text::subsidy;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A figure of our own, written plainly so that it can be reckoned with.
    Figure(String),
    /// An amount, or at least and at most so much; in yuan with two decimals, without separators.
    Money(Fen, Fen),
    /// Words of our own or a text from a file.
    Text(Cow<'a, str>),
}

impl<'a> Cell<'a> {
    /// A count.
    pub fn count(count: u64) -> Cell<'a> {
        Cell::Figure(count.to_string())
    }

    /// Money in yuan with two decimals, without separators.
    pub fn yuan(amount: Fen) -> Cell<'a> {
        Cell::Money(amount, amount)
    }

    /// A rate with its percent sign.
    pub fn percent(percent: Percent) -> Cell<'a> {
        Cell::Figure(format!("{percent}%"))
    }

    /// A text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell::Text(text.into())
    }

    /// The cell as it stands on a page, money exact in the unit, and whether it is a figure.
    pub fn shown(self, unit: MoneyUnit) -> (String, bool) {
        let money = |amount| number::money_to_the_fen(amount, unit);
        match self {
            Cell::Money(least, most) => (subsidy::between(&money(least), &money(most)), true),
            Cell::Figure(figure) => (figure, true),
            Cell::Text(text) => (text.into_owned(), false),
        }
    }

    /// The cell as it stands in the file, quoting apart.
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Cell::Figure(figure) => Cow::Borrowed(figure),
            Cell::Money(least, most) => {
                Cow::Owned(subsidy::between(&least.to_string(), &most.to_string()))
            }
            Cell::Text(text) => guarded(text),
        }
    }
}

/// A text as a spreadsheet must be given it.
///
/// *Formulas.* What begins with `=`, `+`, `-`, `@`, a tab or a line end would be run or swallowed: an apostrophe goes before it.
/// A plain negative number is left alone.
///
/// *Numbers that are names.* Loan and household numbers of twelve and more digits, or with a leading zero, or such as `12E45`
/// and `3-12`, would be rounded, shortened or turned into a date. A tab goes before them: Excel and WPS then keep the
/// text to the last digit. The formula `="…"` shows as well but comes back into a program as `="…"`, and an
/// apostrophe is shown; the tab is blank, and reading trims blanks around a cell.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let starts_badly = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    if starts_badly && !is_negative_number(text) {
        return Cow::Owned(format!("'{text}"));
    }
    if reads_as_other(text) {
        return Cow::Owned(format!("\t{text}"));
    }
    Cow::Borrowed(text)
}

/// `-12` or `-12.50`, short enough to be kept as it is.
fn is_negative_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else {
        return false;
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    plain(whole) && plain(part) && digits.len() < 15
}

/// Whether a spreadsheet would show something else than the text: a rounded number, one without its zeros, a date.
fn reads_as_other(text: &str) -> bool {
    let bytes = text.as_bytes();
    let starts_with_digit = bytes.first().is_some_and(u8::is_ascii_digit);
    if !starts_with_digit {
        return false;
    }
    let all = |allowed: &[u8]| {
        bytes
            .iter()
            .all(|b| b.is_ascii_digit() || allowed.contains(b))
    };
    if all(b"") {
        return bytes.len() >= 12 || (bytes.len() > 1 && bytes[0] == b'0');
    }
    all(b"-/:.,eE+ ") && !is_day(text)
}

/// `2019-11-30` is a day and may be read as one.
fn is_day(text: &str) -> bool {
    text.parse::<crate::report::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_kept_from_running() {
        for text in [
            "=1+1", "+1", "-cmd", "@SUM(A1)", "\tx", "\r=1", "-1+2", "＝1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
    }

    #[test]
    fn a_plain_negative_number_is_left_alone() {
        for text in ["-12", "-12.50", "-0"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn numbers_that_are_names_keep_their_digits() {
        for text in [
            "513021199001011234",
            "000123",
            "12E45",
            "3-12",
            "2019.12",
            "123456789012",
        ] {
            assert_eq!(guarded(text), format!("\t{text}"));
        }
        for text in ["12345678901", "0", "东镇", "JD-2019-001", "2019-11-30", ""] {
            assert_eq!(guarded(text), text);
        }
    }
}
