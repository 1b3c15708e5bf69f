//! Where in its file each part of a converted text comes from, so that one row can be read again from the file.

use std::collections::VecDeque;

use crate::intake::finding::{Encoding, Separator};

use super::Converter;
use super::rows::is_line_end;

/// How many bytes are decoded at once, and about how far apart the known places are.
const PIECE: usize = 1 << 14;

/// A place in the converted text and the place in the file it comes from, both in bytes, both where a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    converted: u64,
    file: u64,
}

/// Where in a file the parts of its converted text come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    encoding: Encoding,
    separator: Separator,
    /// In order.
    places: Vec<Place>,
    /// Size of the file.
    size: u64,
}

impl Origins {
    pub(super) fn new(encoding: Encoding, separator: Separator, track: Track) -> Origins {
        Origins {
            encoding,
            separator,
            places: track.places,
            size: track.read,
        }
    }

    /// The bytes of the file, as first byte and length, that hold `length` bytes of the converted text from `start` on: some
    /// more than those, because only some places are known.
    pub fn in_file(&self, start: u64, length: u64) -> (u64, u64) {
        let first = self.before(start).map_or(0, |place| place.file);
        let behind = self
            .places
            .partition_point(|place| place.converted < start + length);
        let end = self
            .places
            .get(behind)
            .map_or(self.size, |place| place.file);
        (first, end - first)
    }

    /// `length` bytes of the converted text from `start` on, made again of the bytes that [`Origins::in_file`] named. None if
    /// the file is no longer the one that was read.
    pub fn converted(&self, start: u64, length: u64, bytes: &[u8]) -> Option<Vec<u8>> {
        let first = self.before(start);
        let mut converter = match first {
            None => Converter::new(self.encoding, self.separator),
            Some(_) => Converter::within(self.encoding, self.separator),
        };
        let mut text = Vec::new();
        converter.feed(bytes, &mut text);
        converter.finish(&mut text);
        let from = usize::try_from(start - first.map_or(0, |place| place.converted)).ok()?;
        let to = from.checked_add(usize::try_from(length).ok()?)?;
        text.get(from..to).map(<[u8]>::to_vec)
    }

    fn before(&self, start: u64) -> Option<Place> {
        let behind = self
            .places
            .partition_point(|place| place.converted <= start);
        behind
            .checked_sub(1)
            .and_then(|at| self.places.get(at).copied())
    }
}

/// What is noted while a file is converted.
#[derive(Default)]
pub(super) struct Track {
    /// Bytes of the file that were decoded.
    read: u64,
    /// Bytes of text that they became.
    decoded: u64,
    /// Bytes of that text that were given out.
    left: u64,
    /// Bytes that were given out for them.
    given: u64,
    /// Where lines of the text that is not given out begin, and where in the file.
    lines: VecDeque<Place>,
    places: Vec<Place>,
}

/// Some bytes to be decoded at once.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) length: usize,
    ends_a_line: bool,
}

impl Track {
    /// How many of the next bytes to decode at once: up to the end of a line if there is one.
    pub(super) fn piece(&self, bytes: &[u8], encoding: Option<Encoding>) -> Piece {
        let bytes = &bytes[..bytes.len().min(PIECE)];
        // A unit of UTF-16 stands at an even byte of the file.
        let shift = usize::from(!self.read.is_multiple_of(2));
        let units = bytes.get(shift..).unwrap_or(&[]).as_chunks::<2>().0;
        let after = |at: usize| shift + 2 * (at + 1);
        let end = match encoding {
            Some(Encoding::Utf16Le) => {
                let is_end = |unit: &[u8; 2]| unit[1] == 0 && is_line_end(unit[0]);
                units.iter().rposition(is_end).map(after)
            }
            Some(Encoding::Utf16Be) => {
                let is_end = |unit: &[u8; 2]| unit[0] == 0 && is_line_end(unit[1]);
                units.iter().rposition(is_end).map(after)
            }
            // No other character of UTF-8 or GB18030 has such a byte.
            _ => bytes
                .iter()
                .rposition(|byte| is_line_end(*byte))
                .map(|at| at + 1),
        };
        Piece {
            length: end.unwrap_or(bytes.len()),
            ends_a_line: end.is_some(),
        }
    }

    /// A piece became `length` bytes of text, which is given out at once or, `by_rows`, later.
    pub(super) fn decoded(&mut self, piece: Piece, length: usize, by_rows: bool) {
        self.read += piece.length as u64;
        self.decoded += length as u64;
        if !piece.ends_a_line {
            return;
        }
        let place = Place {
            converted: self.decoded,
            file: self.read,
        };
        if by_rows {
            self.lines.push_back(place);
        } else {
            self.places.push(place);
        }
    }

    /// A row of `length` bytes of text was given out as `given` bytes.
    pub(super) fn gave(&mut self, length: usize, given: usize) {
        self.left += length as u64;
        self.given += given as u64;
        while let Some(line) = self.lines.front().copied() {
            if line.converted > self.left {
                return;
            }
            self.lines.pop_front();
            // A line within a quoted cell begins no row, and its quotes cannot be told from there.
            if line.converted == self.left {
                self.places.push(Place {
                    converted: self.given,
                    file: line.file,
                });
            }
        }
    }
}
