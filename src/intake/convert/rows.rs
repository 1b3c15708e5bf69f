//! One row of a text whose cells the full-width comma separates, given out with one byte in the comma's place.

use super::{LONGEST_ROW, UNIT};

/// The full-width comma in UTF-8.
const COMMA: &[u8] = "，".as_bytes();

/// Gives out the row, or the blank line, that begins at `start`; where the next begins. None if the text ends before it is
/// known where the row does; what `out` then got is to be taken back. Where a quote opens and what becomes of one that does
/// not close is as in [`Scanner`](crate::intake::scan::Scanner).
pub(super) fn give_out_row(
    text: &[u8],
    start: usize,
    is_last: bool,
    out: &mut Vec<u8>,
) -> Option<usize> {
    let row_out = out.len();
    let mut at = start;
    loop {
        let after_quotes = match quotes(text, at, is_last) {
            Quotes::None => at,
            Quotes::Closed(after) => after,
            Quotes::Unfinished if !is_last && text.len() - start <= LONGEST_ROW => return None,
            Quotes::Unfinished | Quotes::Runaway => {
                return Some(give_out_line(text, start, at, row_out, out));
            }
        };
        let Some(end) = cell_end(text, after_quotes) else {
            out.extend_from_slice(&text[at..]);
            return is_last.then_some(text.len());
        };
        out.extend_from_slice(&text[at..end]);
        if text[end] != COMMA[0] {
            out.push(text[end]);
            return Some(end + 1);
        }
        out.push(UNIT);
        at = end + COMMA.len();
    }
}

/// Gives out the first line alone of a row whose quote at `quote` is never closed; where the next line begins. The cells
/// before the quote are in `out` already, from `row_out` on.
fn give_out_line(
    text: &[u8],
    start: usize,
    quote: usize,
    row_out: usize,
    out: &mut Vec<u8>,
) -> usize {
    let next = line_after(text, start);
    if quote < next {
        out.extend_from_slice(&text[quote..next]);
    } else {
        // The line ends within a quoted cell before that one.
        out.truncate(line_after(out, row_out));
    }
    next
}

/// Where the line after the one at `start` begins.
fn line_after(text: &[u8], start: usize) -> usize {
    let end = text[start..].iter().position(|byte| is_line_end(*byte));
    end.map_or(text.len(), |end| start + end + 1)
}

enum Quotes {
    /// The cell does not begin with a quote.
    None,
    /// The quoted part ends before this byte.
    Closed(usize),
    /// The text ends before the quote is closed.
    Unfinished,
    /// What follows the closing quote shows that it closed another cell's quote.
    Runaway,
}

/// The quotes of the cell that begins at `start`.
fn quotes(text: &[u8], start: usize, is_last: bool) -> Quotes {
    if text.get(start) != Some(&b'"') {
        return Quotes::None;
    }
    let mut at = start + 1;
    let mut has_lines = false;
    loop {
        match (text.get(at), text.get(at + 1)) {
            (None, _) => return Quotes::Unfinished,
            (Some(b'"'), Some(b'"')) => at += 2,
            // The byte after may be a second quote that is still to come.
            (Some(b'"'), None) if !is_last => return Quotes::Unfinished,
            (Some(b'"'), _) => break,
            (Some(byte), _) => {
                has_lines |= is_line_end(*byte);
                at += 1;
            }
        }
    }
    let rest = &text[at + 1..];
    let is_end = rest.starts_with(COMMA) || rest.first().is_none_or(|byte| is_line_end(*byte));
    if has_lines && !is_end {
        Quotes::Runaway
    } else {
        Quotes::Closed(at + 1)
    }
}

/// The full-width comma or line end at or after `start`.
fn cell_end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let is_candidate = |byte: &u8| *byte == COMMA[0] || is_line_end(*byte);
        at += text[at..].iter().position(is_candidate)?;
        // The comma's first byte begins every full-width form.
        if text[at] != COMMA[0] || text[at..].starts_with(COMMA) {
            return Some(at);
        }
        at += 1;
    }
}

pub(super) fn is_line_end(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}
