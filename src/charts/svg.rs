//! Writing SVG: numbers to a tenth, every text escaped, text measured the same on every machine.

use std::fmt;

use crate::text::Lang;

/// The fonts of every picture, as the value of an attribute.
pub const FONT: &str = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";

/// A length in the units of the picture, written with at most one decimal. The same on every machine: no digit depends on how a float prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub i64);

/// A length rounded to a tenth.
pub fn tenths(length: f64) -> Tenths {
    Tenths((length * 10.0).round() as i64)
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match tenth {
            0 => write!(f, "{sign}{whole}"),
            tenth => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

/// A text as it may stand in an element or in a quoted attribute; characters that XML forbids are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// The width of a text: an em for a Chinese character, 0.55 em for others, whatever font is there.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars()
        .map(|c| if c < '\u{2e80}' { 0.55 } else { 1.0 })
        .sum::<f64>()
        * size
}

/// The text, cut with an ellipsis where it is wider than `room`.
pub fn shorten(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if width(&out, size) + size > room {
            out.pop();
            break;
        }
    }
    out.push('…');
    out
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// The language of a picture, by which a browser chooses the Chinese form of a character.
fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// SVG text in the making.
#[derive(Debug, Default)]
pub struct Svg {
    out: String,
}

impl Svg {
    /// Opens a picture of that size. A picture whose parts can be reached by keyboard is a group: what is in an image is hidden from readers.
    pub fn open(size: (f64, f64), role: &str, label: &str, lang: Lang) -> Svg {
        let (width, height) = (tenths(size.0), tenths(size.1));
        let mut svg = Svg::default();
        svg.put(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" lang="{}" role="{role}" aria-label="{}" font-family="{FONT}" font-size="12" fill="{}">"#,
            language(lang),
            escape(label),
            super::colour::INK,
        ));
        svg.put(format_args!(
            "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
            super::colour::GROUND,
        ));
        svg
    }

    /// Writes as it is; texts in it must be escaped.
    pub fn put(&mut self, what: fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _ = fmt::Write::write_fmt(&mut self.out, what);
    }

    /// A filled rectangle without a title.
    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: &str) {
        self.put(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"/>"#,
            tenths(x),
            tenths(y),
            tenths(width),
            tenths(height),
        ));
    }

    /// A text on its baseline.
    pub fn text(&mut self, at: (f64, f64), size: f64, anchor: Anchor, fill: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor} fill=\"{fill}\" pointer-events=\"none\">{}</text>\n",
            tenths(at.0),
            tenths(at.1),
            tenths(size),
            escape(text),
        ));
    }

    /// Closes the picture.
    pub fn close(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }
}
