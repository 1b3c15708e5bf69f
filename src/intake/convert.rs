//! Files whose bytes cannot be cut into rows in place, made into ones that can be while they stream: UTF-16, GB18030
//! between whose cells a `|` stands (which is the second byte of many hanzi), and any with the full-width comma `，`.
//!
//! They become UTF-8. The full-width comma becomes one byte, outside quoted cells only, and for that a row is quoted here
//! exactly where `scan` sees it quoted: a row is given out whole, once it is known where its quotes close.

mod origins;
mod rows;

use std::fmt;

use encoding_rs::{CoderResult, Decoder};

use super::encoding::settle;
use super::finding::{Encoding, Separator};
use super::scan::LONGEST_ROW;

use origins::Track;
use rows::{give_out_row, is_line_end};

pub use origins::Origins;

/// What stands between the cells of a converted text in place of the full-width comma: the unit separator.
pub const UNIT: u8 = 0x1f;

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

/// Converts one file, slice by slice.
pub struct Converter {
    /// None once the file has ended.
    decoder: Option<Decoder>,
    /// None while all bytes are ASCII and no encoding was given.
    encoding: Option<Encoding>,
    separator: Separator,
    /// While there is no encoding: the line that is to decide it, from its first byte that is not ASCII on.
    deciding: Vec<u8>,
    /// Decoded text from the first row on that is not given out yet; always empty where the separator is not the full-width
    /// comma, because then rows need not be looked at.
    text: Vec<u8>,
    track: Track,
}

impl fmt::Debug for Converter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Converter")
            .field("encoding", &self.encoding)
            .field("separator", &self.separator)
            .field("waiting", &(self.deciding.len() + self.text.len()))
            .finish()
    }
}

impl Converter {
    /// A converter of a file from its first byte on. A byte order mark of that encoding is taken away.
    pub fn new(encoding: Encoding, separator: Separator) -> Converter {
        let decoder = encoding_of(encoding).new_decoder_with_bom_removal();
        Converter::with(decoder, Some(encoding), separator)
    }

    /// A converter of a file whose first bytes are ASCII: UTF-8 or GB18030, whichever suits the first line that is not.
    pub fn undecided(separator: Separator) -> Converter {
        let decoder = encoding_rs::UTF_8.new_decoder_without_bom_handling();
        Converter::with(decoder, None, separator)
    }

    /// A converter of a file from the start of some later row on.
    fn within(encoding: Encoding, separator: Separator) -> Converter {
        let decoder = encoding_of(encoding).new_decoder_without_bom_handling();
        Converter::with(decoder, Some(encoding), separator)
    }

    fn with(decoder: Decoder, encoding: Option<Encoding>, separator: Separator) -> Converter {
        Converter {
            decoder: Some(decoder),
            encoding,
            separator,
            deciding: Vec::new(),
            text: Vec::new(),
            track: Track::default(),
        }
    }

    /// The file's encoding; none while all its bytes are ASCII and none was given.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Converts the next bytes of the file and appends UTF-8 to `out`. A character that the slice cuts waits for the next
    /// slice; with the full-width comma the row that it cuts waits too.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        if self.encoding.is_some() {
            return self.take(bytes, false, out);
        }
        let first_other = if self.deciding.is_empty() {
            bytes.iter().position(|byte| !byte.is_ascii())
        } else {
            Some(0)
        };
        let (ascii, rest) = bytes.split_at(first_other.unwrap_or(bytes.len()));
        self.take(ascii, false, out);
        self.deciding.extend_from_slice(rest);
        self.decide(false, out);
    }

    /// Appends what is left once the file has ended. A character cut off there becomes a replacement character.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        self.decide(true, out);
        self.take(&[], true, out);
        self.decoder = None;
    }

    /// Where in the file the converted text, which has ended, comes from.
    pub fn into_origins(self) -> Origins {
        let encoding = self.encoding.unwrap_or(Encoding::Utf8);
        Origins::new(encoding, self.separator, self.track)
    }

    /// Decides the encoding once the first line that is not ASCII is whole.
    fn decide(&mut self, is_last: bool, out: &mut Vec<u8>) {
        let end = self.deciding.iter().position(|byte| is_line_end(*byte));
        let line = match end {
            Some(end) => end + 1,
            None if self.deciding.len() > LONGEST_ROW => LONGEST_ROW,
            None if is_last => self.deciding.len(),
            None => return,
        };
        if line == 0 {
            return;
        }
        let bytes = std::mem::take(&mut self.deciding);
        let encoding = settle(&bytes[..line]);
        self.encoding = Some(encoding);
        self.decoder = Some(encoding_of(encoding).new_decoder_without_bom_handling());
        self.take(&bytes, false, out);
    }

    /// Decodes bytes in pieces that end where a line does, as far as there are such, and gives out what can be.
    fn take(&mut self, bytes: &[u8], is_last: bool, out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else {
            return;
        };
        let is_by_rows = self.separator == Separator::FullWidthComma;
        let into = if is_by_rows {
            &mut self.text
        } else {
            &mut *out
        };
        let mut rest = bytes;
        loop {
            let piece = self.track.piece(rest, self.encoding);
            let (now, later) = rest.split_at(piece.length);
            let start = into.len();
            decode(decoder, now, is_last && later.is_empty(), into);
            if is_by_rows {
                without_units(into, start);
            }
            self.track.decoded(piece, into.len() - start, is_by_rows);
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        if is_by_rows {
            self.give_out(is_last, out);
        }
    }

    /// Gives out the whole rows.
    fn give_out(&mut self, is_last: bool, out: &mut Vec<u8>) {
        let mut at = 0;
        while at < self.text.len() {
            let before = out.len();
            let Some(next) = give_out_row(&self.text, at, is_last, out) else {
                out.truncate(before);
                break;
            };
            self.track.gave(next - at, out.len() - before);
            at = next;
        }
        self.text.drain(..at);
    }
}

fn encoding_of(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
    }
}

/// Appends the text of some bytes to `into`, a replacement character for what is none.
fn decode(decoder: &mut Decoder, bytes: &[u8], is_last: bool, into: &mut Vec<u8>) {
    let mut rest = bytes;
    loop {
        let start = into.len();
        // No byte becomes more than three, and no more than three wait in the decoder.
        into.resize(start + 3 * (rest.len() + 4), 0);
        let (result, read, written, _) = decoder.decode_to_utf8(rest, &mut into[start..], is_last);
        into.truncate(start + written);
        rest = &rest[read..];
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

/// Takes the control character that is to separate out of a text from `start` on: there no person wrote it.
fn without_units(text: &mut Vec<u8>, start: usize) {
    if text[start..].contains(&UNIT) {
        let added = text.split_off(start);
        let parts: Vec<&[u8]> = added.split(|byte| *byte == UNIT).collect();
        text.extend_from_slice(&parts.join(REPLACEMENT));
    }
}

#[cfg(test)]
mod tests;
