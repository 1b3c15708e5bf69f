//! Which of Excel's number formats show a number as a day or a time.

/// What a cell's number is, by its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// A number, a percentage or an amount of money.
    Number,
    /// A day, a time of day, or both.
    Day,
    /// A length of time.
    Length,
}

/// What a format is, by its number and, where the workbook spells it out, by its code.
///
/// The numbers are those of ECMA-376 part 1, 18.8.30. Those from 27 to 36 and from 50 to 58 are days and times in the
/// Chinese, Japanese and Korean Excel, which does not always spell them out.
pub fn kind_of(number: u32, code: Option<&str>) -> NumberKind {
    let spelled_out = code.filter(|code| !is_general(code));
    match (number, spelled_out) {
        (_, Some(code)) => kind_of_code(code),
        (14..=22 | 27..=36 | 45 | 47 | 50..=58, None) => NumberKind::Day,
        (46, None) => NumberKind::Length,
        (_, None) => NumberKind::Number,
    }
}

fn is_general(code: &str) -> bool {
    code.eq_ignore_ascii_case("general")
}

/// Reads the first section of a format code, leaving out what is shown as it stands.
fn kind_of_code(code: &str) -> NumberKind {
    let mut kind = NumberKind::Number;
    let mut run_of_a = 0;
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        let c = c.to_ascii_lowercase();
        run_of_a = if c == 'a' { run_of_a + 1 } else { 0 };
        match c {
            ';' => break,
            // The next character is shown, fills the cell, or gives the width of a gap.
            '\\' | '_' | '*' => drop(characters.next()),
            '"' => drop(characters.by_ref().find(|&c| c == '"')),
            '[' => {
                let inner: String = characters.by_ref().take_while(|&c| c != ']').collect();
                if is_length(&inner) {
                    return NumberKind::Length;
                }
            }
            'y' | 'm' | 'd' | 'h' | 's' => kind = NumberKind::Day,
            // aaa and aaaa are the day of the week in the Chinese Excel.
            'a' if run_of_a == 3 => kind = NumberKind::Day,
            _ => {}
        }
    }
    kind
}

/// `[h]`, `[mm]`, `[ss]`: more than a day's hours, more than an hour's minutes.
fn is_length(inner: &str) -> bool {
    let mut letters = inner.chars().map(|c| c.to_ascii_lowercase());
    let Some(first) = letters.next() else {
        return false;
    };
    matches!(first, 'h' | 'm' | 's') && letters.all(|c| c == first)
}
