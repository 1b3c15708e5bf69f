//! The records that an `.xls` of Excel 97 to 2003 is made of, and the texts in them (MS-XLS).

use super::compound_file::{u16_at, u32_at};

/// The kinds of record that are read, by their names in MS-XLS.
pub mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000a;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002f;
    pub const CONTINUE: u16 = 0x003c;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const RICH_STRING: u16 = 0x00d6;
    pub const EXTENDED_FORMAT: u16 = 0x00e0;
    pub const SHARED_STRINGS: u16 = 0x00fc;
    pub const LABEL_SHARED: u16 = 0x00fd;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BEGIN: u16 = 0x0809;
}

/// A record and those that continue it.
pub struct Record<'s> {
    /// One of [`kind`], or another.
    pub kind: u16,
    /// Its own bytes.
    pub data: &'s [u8],
    /// The stream behind it, where records that continue it stand.
    behind: &'s [u8],
}

impl<'s> Record<'s> {
    /// The bytes from `at` on, and those of the records that continue this one.
    pub fn pieces(&self, at: usize) -> Option<Pieces<'s>> {
        Some(Pieces {
            piece: self.data.get(at..)?,
            behind: self.behind,
        })
    }
}

/// The records of a stream, one after the other; it ends where the stream does or no whole record follows.
pub struct Records<'s> {
    stream: &'s [u8],
}

impl<'s> Records<'s> {
    /// The records from the byte `at` of the stream.
    pub fn new(stream: &'s [u8], at: usize) -> Option<Records<'s>> {
        stream.get(at..).map(|stream| Records { stream })
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, data, behind) = first_record(self.stream)?;
        self.stream = behind;
        Some(Record { kind, data, behind })
    }
}

fn first_record(stream: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let kind = u16_at(stream, 0)?;
    let length = usize::from(u16_at(stream, 2)?);
    let (data, behind) = stream.get(4..)?.split_at_checked(length)?;
    Some((kind, data, behind))
}

/// Bytes that may go on in the next record.
pub struct Pieces<'s> {
    piece: &'s [u8],
    behind: &'s [u8],
}

impl<'s> Pieces<'s> {
    /// Whether no byte is left, in this record or in one that continues it.
    pub fn is_at_end(&mut self) -> bool {
        while self.piece.is_empty() {
            if self.go_on().is_none() {
                return true;
            }
        }
        false
    }

    /// A text with its length before it, as the shared texts have it: possibly with formats and phonetic signs, which
    /// are left out.
    pub fn rich_text(&mut self) -> Option<String> {
        self.is_at_end();
        let head = self.take(3)?;
        let length = usize::from(u16_at(head, 0)?);
        let flags = *head.get(2)?;
        let runs = match flags & 0x08 {
            0 => 0,
            _ => usize::from(u16_at(self.take(2)?, 0)?),
        };
        let phonetic = match flags & 0x04 {
            0 => 0,
            _ => u32_at(self.take(4)?, 0)? as usize,
        };
        let text = self.characters(length, flags)?;
        self.skip(runs.checked_mul(4)?)?;
        self.skip(phonetic)?;
        Some(text)
    }

    /// A text with its length before it in two bytes, without formats.
    pub fn text(&mut self) -> Option<String> {
        let head = self.take(3)?;
        let length = usize::from(u16_at(head, 0)?);
        self.characters(length, *head.get(2)?)
    }

    /// A text with its length before it in one byte.
    pub fn short_text(&mut self) -> Option<String> {
        let head = self.take(2)?;
        let length = usize::from(*head.first()?);
        self.characters(length, *head.get(1)?)
    }

    /// So many units of UTF-16, of which only the low bytes stand there if the lowest flag is not set. Where another
    /// record continues them, it begins with that flag anew.
    fn characters(&mut self, length: usize, flags: u8) -> Option<String> {
        let mut is_wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            if self.piece.is_empty() {
                self.go_on()?;
                is_wide = self.take(1)?.first()? & 1 != 0;
                continue;
            }
            let missing = length - units.len();
            if is_wide {
                let here = missing.min(self.piece.len() / 2);
                let (wide, _) = self.take(here * 2)?.as_chunks::<2>();
                units.extend(wide.iter().map(|unit| u16::from_le_bytes(*unit)));
                if here == 0 {
                    return None;
                }
            } else {
                let here = missing.min(self.piece.len());
                units.extend(self.take(here)?.iter().map(|&unit| u16::from(unit)));
            }
        }
        Some(String::from_utf16_lossy(&units))
    }

    fn take(&mut self, length: usize) -> Option<&'s [u8]> {
        let (taken, rest) = self.piece.split_at_checked(length)?;
        self.piece = rest;
        Some(taken)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if self.piece.is_empty() {
                self.go_on()?;
            }
            let here = length.min(self.piece.len());
            self.take(here)?;
            length -= here;
        }
        Some(())
    }

    /// Goes on to the record that continues this one.
    fn go_on(&mut self) -> Option<()> {
        let (kind, data, behind) = first_record(self.behind)?;
        if kind != kind::CONTINUE {
            return None;
        }
        self.piece = data;
        self.behind = behind;
        Some(())
    }
}

/// A number packed into 30 bits: a whole number or the upper part of a floating point number, perhaps times 100.
pub fn packed_number(packed: u32) -> f64 {
    let value = if packed & 2 != 0 {
        // The sign moves along with the shift.
        f64::from(packed.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(packed & !3) << 32)
    };
    if packed & 1 != 0 {
        value / 100.0
    } else {
        value
    }
}
