//! Which rows of a long table are in view. Browsers give a box at most some tens of millions of pixels, so beyond a
//! limit the scroll space stands for the rows on a smaller scale.

use crate::platform::scroll::Scrolled;

/// Height of a row in pixels; the style sheet says the same.
pub const ROW: f64 = 32.0;
/// Height of the heading.
pub const HEAD: f64 = 48.0;
/// Height of the row of totals.
pub const FOOT: f64 = 32.0;
/// The largest scroll space, well below what Firefox (about 17.9 million) and Chromium (33 million) allow.
const LARGEST: f64 = 10_000_000.0;
/// Rows kept ready above and below what is seen.
const SPARE: f64 = 8.0;

/// The scroll space of a table of so many rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    rows: f64,
    has_total: bool,
}

/// The rows to be in the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// First row.
    pub first: u64,
    /// The row after the last.
    pub end: u64,
    /// Where the table stands in the scroll space, in pixels from its top.
    pub top: f64,
}

impl Space {
    /// The space of so many rows, with or without a row of totals.
    pub fn of(rows: u64, has_total: bool) -> Space {
        Space {
            rows: rows as f64,
            has_total,
        }
    }

    fn frame(self) -> f64 {
        HEAD + if self.has_total { FOOT } else { 0.0 }
    }

    /// Height of the scroll space in pixels.
    pub fn height(self) -> f64 {
        (self.rows * ROW).min(LARGEST) + self.frame()
    }

    /// How many rows are seen at once.
    pub fn seen(self, scrolled: Scrolled) -> f64 {
        ((scrolled.height - self.frame()) / ROW).max(1.0)
    }

    /// The row at the top of what is seen, with its fraction.
    fn row_at_top(self, scrolled: Scrolled) -> f64 {
        let last_top = (self.rows - self.seen(scrolled)).max(0.0);
        (scrolled.top * self.rows_per_pixel(scrolled)).clamp(0.0, last_top)
    }

    fn rows_per_pixel(self, scrolled: Scrolled) -> f64 {
        if self.rows * ROW <= LARGEST {
            return 1.0 / ROW;
        }
        let way = self.height() - scrolled.height;
        if way > 0.0 {
            (self.rows - self.seen(scrolled)) / way
        } else {
            1.0 / ROW
        }
    }

    /// The rows to be in the document.
    pub fn window(self, scrolled: Scrolled) -> Window {
        let at_top = self.row_at_top(scrolled);
        let first = (at_top - SPARE).max(0.0).floor();
        let end = (at_top + self.seen(scrolled) + SPARE).min(self.rows).ceil();
        Window {
            first: first as u64,
            end: end as u64,
            top: scrolled.top - (at_top - first) * ROW,
        }
    }

    /// Where to scroll so that the row is seen; none if it is.
    pub fn reveal(self, row: u64, scrolled: Scrolled) -> Option<f64> {
        let row = row as f64;
        let at_top = self.row_at_top(scrolled);
        let seen = self.seen(scrolled).floor().max(1.0);
        let wanted = if row < at_top {
            row
        } else if row > at_top + seen - 1.0 {
            row - seen + 1.0
        } else {
            return None;
        };
        Some((wanted / self.rows_per_pixel(scrolled)).ceil())
    }
}
