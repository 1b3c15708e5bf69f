//! Writes text files piece by piece to whoever takes the bytes, in the encoding each file has.

use super::columns::Encoding;
use encoding_rs::GB18030;

/// Takes the pieces of the files: path, next bytes. Pieces of one file follow one another.
pub type Sink<'a> = &'a mut dyn FnMut(&str, &[u8]);

/// Bytes gathered before they are handed on, so that a file of any size needs little memory.
const PIECE: usize = 1 << 19;

/// One file being written.
pub struct Output<'a, 'sink> {
    sink: &'a mut (dyn FnMut(&str, &[u8]) + 'sink),
    path: String,
    encoding: Encoding,
    text: String,
    lines: u64,
}

impl<'a, 'sink> Output<'a, 'sink> {
    /// Begins a file, with a byte order mark where its encoding has one.
    pub fn begin(
        sink: &'a mut (dyn FnMut(&str, &[u8]) + 'sink),
        path: String,
        encoding: Encoding,
    ) -> Self {
        let mut text = String::with_capacity(PIECE + 4096);
        if encoding == Encoding::Utf8WithMark {
            text.push('\u{FEFF}');
        }
        Self {
            sink,
            path,
            encoding,
            text,
            lines: 0,
        }
    }

    /// Writes a row of cells, quoting those that hold the separator, a quote or a line end.
    /// Answers the row's line number, counted from 1.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T], separator: char, line_end: &str) -> u64 {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push(separator);
            }
            let cell = cell.as_ref();
            if cell.contains([separator, '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str(line_end);
        self.lines += 1;
        if self.text.len() >= PIECE {
            self.hand_on();
        }
        self.lines
    }

    /// Hands on what is left.
    pub fn finish(mut self) {
        self.hand_on();
    }

    fn hand_on(&mut self) {
        if self.encoding == Encoding::Gb18030 {
            (self.sink)(&self.path, &GB18030.encode(&self.text).0);
        } else {
            (self.sink)(&self.path, self.text.as_bytes());
        }
        self.text.clear();
    }
}
