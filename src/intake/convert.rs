//! Files whose bytes cannot be cut into rows in place, made into ones that can be while they stream: UTF-16, GB18030
//! between whose cells a `|` stands (which is the second byte of many hanzi), and any with the full-width comma `，`.
//!
//! They become UTF-8. The full-width comma becomes one byte, outside quoted cells only, and for that a row is quoted here
//! exactly where `scan` sees it quoted: a row is given out whole, once it is known where its quotes close.

use std::fmt;

use encoding_rs::{CoderResult, Decoder};

use super::finding::{Encoding, Separator};
use super::scan::LONGEST_ROW;

/// What stands between the cells of a converted text in place of the full-width comma: the unit separator.
pub const UNIT: u8 = 0x1f;

/// The full-width comma in UTF-8.
const COMMA: &[u8] = "，".as_bytes();

/// What stands for bytes that are no character.
const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// Whether a file so written must be converted before it is cut into rows.
pub fn is_needed(encoding: Encoding, separator: Separator) -> bool {
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => true,
        Encoding::Gb18030 => matches!(separator, Separator::Pipe | Separator::FullWidthComma),
        Encoding::Utf8 | Encoding::Utf8Bom => separator == Separator::FullWidthComma,
    }
}

/// How many bytes are decoded at once.
const STEP: usize = 1 << 14;

/// Converts one file, slice by slice.
pub struct Converter {
    /// None once the file has ended.
    decoder: Option<Decoder>,
    /// Whether the full-width comma separates, so that rows must be looked at.
    is_by_rows: bool,
    /// Decoded text from the first row on that is not given out yet; always empty where rows need not be looked at.
    text: Vec<u8>,
}

impl fmt::Debug for Converter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Converter")
            .field(
                "encoding",
                &self.decoder.as_ref().map(|d| d.encoding().name()),
            )
            .field("is_by_rows", &self.is_by_rows)
            .field("waiting", &self.text.len())
            .finish()
    }
}

impl Converter {
    /// A converter of a file from its first byte on. A byte order mark of that encoding is taken away.
    pub fn new(encoding: Encoding, separator: Separator) -> Converter {
        let encoding = match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
            Encoding::Gb18030 => encoding_rs::GB18030,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
        };
        Converter {
            decoder: Some(encoding.new_decoder_with_bom_removal()),
            is_by_rows: separator == Separator::FullWidthComma,
            text: Vec::new(),
        }
    }

    /// Converts the next bytes of the file and appends UTF-8 to `out`. A character that the slice cuts waits for the next
    /// slice; with the full-width comma the row that it cuts waits too.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else {
            return;
        };
        if self.is_by_rows {
            decode(decoder, bytes, false, &mut self.text);
            without_units(&mut self.text);
            self.give_out(false, out);
        } else {
            decode(decoder, bytes, false, out);
        }
    }

    /// Appends what is left once the file has ended. A character cut off there becomes a replacement character.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        let Some(mut decoder) = self.decoder.take() else {
            return;
        };
        if self.is_by_rows {
            decode(&mut decoder, &[], true, &mut self.text);
            self.give_out(true, out);
        } else {
            decode(&mut decoder, &[], true, out);
        }
    }

    /// Gives out the whole rows.
    fn give_out(&mut self, is_last: bool, out: &mut Vec<u8>) {
        let mut at = 0;
        while at < self.text.len() {
            let before = out.len();
            match give_out_row(&self.text, at, is_last, out) {
                Some(next) => at = next,
                None => {
                    out.truncate(before);
                    break;
                }
            }
        }
        self.text.drain(..at);
    }
}

/// Appends the text of some bytes to `into`, a replacement character for what is none.
fn decode(decoder: &mut Decoder, bytes: &[u8], is_last: bool, into: &mut Vec<u8>) {
    let mut rest = bytes;
    loop {
        let step = &rest[..rest.len().min(STEP)];
        let ends = is_last && step.len() == rest.len();
        let start = into.len();
        // No byte becomes more than three, and no more than three wait in the decoder.
        into.resize(start + 3 * (step.len() + 4), 0);
        let (result, read, written, _) = decoder.decode_to_utf8(step, &mut into[start..], ends);
        into.truncate(start + written);
        rest = &rest[read..];
        if rest.is_empty() && result == CoderResult::InputEmpty {
            return;
        }
    }
}

/// Takes the control character that is to separate out of a text: there it is no character a person wrote.
fn without_units(text: &mut Vec<u8>) {
    if text.contains(&UNIT) {
        let parts: Vec<&[u8]> = text.split(|byte| *byte == UNIT).collect();
        *text = parts.join(REPLACEMENT);
    }
}

/// Gives out the row, or the blank line, that begins at `start`; where the next begins. None if the text ends before it is
/// known where the row does; what `out` then got is to be taken back. Where a quote opens and what becomes of one that does
/// not close is as in [`Scanner`](super::scan::Scanner).
fn give_out_row(text: &[u8], start: usize, is_last: bool, out: &mut Vec<u8>) -> Option<usize> {
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

fn is_line_end(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

#[cfg(test)]
mod tests;
