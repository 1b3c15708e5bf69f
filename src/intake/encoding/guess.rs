//! Which encoding some bytes may be in, by their look: what people in these offices write is ordinary in one reading and
//! strange in the others. That bytes are valid UTF-8 proves nothing: 930 common hanzi are, as they stand in GB18030.

use crate::intake::finding::Encoding;

use super::cut_off_tail;

/// How much stranger a byte that is no part of a character is than one of a character that is rare.
const NO_CHARACTER: usize = 4;

/// The encodings worth trying for a file with these first bytes, the likelier first. A mark or the look of UTF-16 leaves
/// one; otherwise a header that is known in one of them says more than the order.
pub fn guesses(head: &[u8]) -> Vec<Encoding> {
    if head.starts_with(b"\xef\xbb\xbf") {
        return vec![Encoding::Utf8Bom];
    }
    if let Some(encoding) = utf16(head) {
        return vec![encoding];
    }
    if head.is_ascii() {
        return vec![Encoding::Utf8];
    }
    match settle(head) {
        Encoding::Gb18030 => vec![Encoding::Gb18030, Encoding::Utf8],
        _ => vec![Encoding::Utf8, Encoding::Gb18030],
    }
}

/// UTF-8 or GB18030, the likelier of the two: for a file whose first bytes are ASCII, its first line that is not.
pub fn settle(bytes: &[u8]) -> Encoding {
    let (as_utf8, as_gb18030) = (look_as_utf8(bytes), look_as_gb18030(bytes));
    let is_utf8 = if as_utf8.strangeness == as_gb18030.strangeness {
        // Signs alone, such as ·, are hanzi in GB18030, in this case 路, and a table has hanzi sooner than signs alone.
        as_utf8.has_hanzi || has_prices_only(bytes)
    } else {
        as_utf8.strangeness < as_gb18030.strangeness
    };
    if is_utf8 {
        Encoding::Utf8
    } else {
        Encoding::Gb18030
    }
}

/// Whether these first bytes are good text in UTF-8 and in GB18030 alike, so that only a known header, or a person, can
/// tell which was meant.
pub fn is_in_doubt(head: &[u8]) -> bool {
    if head.is_ascii() || head.starts_with(b"\xef\xbb\xbf") || utf16(head).is_some() {
        return false;
    }
    let (as_utf8, as_gb18030) = (look_as_utf8(head), look_as_gb18030(head));
    let both = as_utf8.is_valid && as_gb18030.is_valid;
    both && (!as_utf8.has_hanzi || as_gb18030.strangeness == 0)
}

/// What some bytes look like in one encoding.
struct Look {
    /// Bytes of rare characters, and those of none at [`NO_CHARACTER`] each.
    strangeness: usize,
    /// Whether every byte is part of a character, the cut one at the end left out.
    is_valid: bool,
    /// Whether there is a character that UTF-8 writes in three bytes or more, as it does all hanzi.
    has_hanzi: bool,
}

fn look_as_utf8(bytes: &[u8]) -> Look {
    let mut look = Look {
        strangeness: 0,
        is_valid: true,
        has_hanzi: false,
    };
    for chunk in bytes[..bytes.len() - cut_off_tail(bytes)].utf8_chunks() {
        for c in chunk.valid().chars().filter(|c| !c.is_ascii()) {
            look.has_hanzi |= c.len_utf8() > 2;
            if !is_ordinary(c) {
                look.strangeness += c.len_utf8();
            }
        }
        look.strangeness += NO_CHARACTER * chunk.invalid().len();
        look.is_valid &= chunk.invalid().is_empty();
    }
    look
}

fn look_as_gb18030(bytes: &[u8]) -> Look {
    let mut look = Look {
        strangeness: 0,
        is_valid: true,
        has_hanzi: false,
    };
    let mut rest = bytes;
    while !rest.is_empty() {
        let (length, strangeness) = match rest {
            [..=0x7f, ..] => (1, 0),
            // The signs and hanzi of GB 2312.
            [0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe, ..] => (2, 0),
            [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, ..] => (2, 2),
            [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', ..] => (4, 4),
            // Cut off by the end.
            [0x81..=0xfe]
            | [0x81..=0xfe, b'0'..=b'9']
            | [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe] => (rest.len(), 0),
            _ => {
                look.is_valid = false;
                (1, NO_CHARACTER)
            }
        };
        look.strangeness += strangeness;
        rest = &rest[length..];
    }
    look
}

/// Whether the tables of these offices are full of such characters: hanzi, their punctuation, ASCII and some signs.
fn is_ordinary(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | ' '..='~'
        | '\u{a0}' | '¥' | '§' | '°' | '±' | '·' | '×' | '÷'
        // Punctuation, currency, numerals, arrows, mathematical signs such as √, circled numbers, boxes.
        | '\u{2010}'..='\u{203f}' | '\u{20a0}'..='\u{22ff}' | '\u{2460}'..='\u{24ff}' | '\u{2500}'..='\u{266f}'
        | '\u{3000}'..='\u{303f}' | '\u{3200}'..='\u{33ff}'
        | '\u{3400}'..='\u{9fff}'
        // Where programs put hanzi that had no place of their own yet.
        | '\u{e000}'..='\u{f8ff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{feff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether all that is not ASCII is the sign ¥ of UTF-8 before a digit.
fn has_prices_only(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut after = text.split(|c: char| !c.is_ascii()).skip(1);
    let signs = text.chars().filter(|c| !c.is_ascii());
    after.all(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        && signs.into_iter().all(|c| c == '¥')
}

/// UTF-16, by its byte order mark or by its look.
pub fn utf16(head: &[u8]) -> Option<Encoding> {
    match head {
        // UTF-32, which no office program writes.
        [0xff, 0xfe, 0, 0, ..] => None,
        [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
        _ => utf16_without_mark(head),
    }
}

/// UTF-16 without byte order mark, by its look: ordinary characters in one order of bytes, not less than a tenth of them
/// ASCII, and among them a separator or a line end. None for all else, binary data and other encodings included.
pub fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    // Text in any other encoding has no zero byte, and a table in UTF-16 has many.
    if head.len() < 4 || !head[..head.len().min(256)].contains(&0) {
        return None;
    }
    if looks_like_a_table(head, u16::from_le_bytes) {
        Some(Encoding::Utf16Le)
    } else {
        looks_like_a_table(head, u16::from_be_bytes).then_some(Encoding::Utf16Be)
    }
}

fn looks_like_a_table(head: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = head.as_chunks().0.iter().map(|pair| unit(*pair));
    let (mut characters, mut ascii, mut strange, mut has_cells) =
        (0_usize, 0_usize, 0_usize, false);
    for character in char::decode_utf16(units) {
        characters += 1;
        match character {
            Ok(c) if is_ordinary(c) => {
                ascii += usize::from(c.is_ascii());
                has_cells |= matches!(c, ',' | '\t' | ';' | '|' | '\n' | '\r');
            }
            _ => strange += 1,
        }
    }
    // One damaged cell does not make a table another thing.
    has_cells && ascii * 10 >= characters && strange * 100 <= characters
}
