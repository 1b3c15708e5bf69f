//! Bytes to characters, in the encodings in which offices send their files; `guess` tells which encoding it may be.

use std::borrow::Cow;

use super::finding::Encoding;

mod guess;

pub use guess::{guesses, is_in_doubt, settle, utf16, utf16_without_mark};

/// The text of some bytes; what is no character is shown with replacement characters.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => String::from_utf8_lossy(bytes),
        Encoding::Gb18030 if bytes.is_ascii() => String::from_utf8_lossy(bytes),
        Encoding::Gb18030 => encoding_rs::GB18030.decode_without_bom_handling(bytes).0,
        Encoding::Utf16Le => encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0,
        Encoding::Utf16Be => encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0,
    }
}

/// The bytes of a text.
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        // What is scanned is UTF-8 otherwise.
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Utf16Le | Encoding::Utf16Be => {
            text.as_bytes().to_vec()
        }
    }
}

/// The text of some bytes, if all of them are characters. A replacement character is none: whoever wrote it, a
/// [`Converter`](super::convert::Converter) or another program before us, could not read what stood there.
pub fn decode_strictly(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    let text = decode(bytes, encoding);
    (!text.contains('\u{fffd}')).then_some(text)
}

/// Whether a decoded text holds characters only, and no sign that stands for bytes that are none.
pub fn is_text(decoded: &[u8]) -> bool {
    decoded.is_ascii() || !String::from_utf8_lossy(decoded).contains('\u{fffd}')
}

/// The text with the spaces about it taken away and full-width forms (１２３，（）) turned into plain ones.
pub fn plain(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    match decode(bytes, encoding) {
        Cow::Borrowed(text) => narrow(text),
        Cow::Owned(text) => Cow::Owned(narrow(&text).into_owned()),
    }
}

/// The text with the spaces about it taken away and full-width forms turned into plain ones.
pub fn narrow(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_space);
    if !text.chars().any(is_full_width) {
        return Cow::Borrowed(text);
    }
    let narrowed = text.chars().map(|c| match c {
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    });
    Cow::Owned(narrowed.collect())
}

fn is_full_width(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{3000}')
}

/// Spaces of every sort that office programs leave about a text.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{a0}')
}

/// Whether some bytes hold nothing but spaces.
pub fn is_blank(bytes: &[u8], encoding: Encoding) -> bool {
    bytes.is_empty() || (bytes.len() < 64 && decode(bytes, encoding).chars().all(is_space))
}

/// How many bytes at the end belong to a character that is cut off.
pub fn cut_off_tail(bytes: &[u8]) -> usize {
    let error = match std::str::from_utf8(bytes) {
        Ok(_) => return 0,
        Err(error) => error,
    };
    if error.error_len().is_none() {
        bytes.len() - error.valid_up_to()
    } else {
        0
    }
}

#[cfg(test)]
mod tests;
