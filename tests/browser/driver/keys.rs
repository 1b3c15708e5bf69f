//! Keys by name, as `KeyboardEvent.key` names them, in the codes of both protocols.

/// A key and the modifiers held with it.
pub struct Stroke {
    pub key: Key,
    pub modifiers: Vec<Modifier>,
}

/// One key of the keyboard.
pub struct Key {
    /// `KeyboardEvent.key`.
    pub name: String,
    /// `KeyboardEvent.code`.
    pub code: String,
    /// The Windows key code, which Chromium's own key bindings look at.
    pub windows: u32,
    /// The WebDriver code point.
    pub webdriver: char,
    /// The text the key enters, if it enters any.
    pub text: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    Alt,
    Control,
    Meta,
    Shift,
}

impl Modifier {
    /// The bit DevTools uses.
    pub fn bit(self) -> u32 {
        match self {
            Modifier::Alt => 1,
            Modifier::Control => 2,
            Modifier::Meta => 4,
            Modifier::Shift => 8,
        }
    }

    pub fn key(self) -> Key {
        let (name, windows, webdriver) = match self {
            Modifier::Alt => ("Alt", 18, '\u{E00A}'),
            Modifier::Control => ("Control", 17, '\u{E009}'),
            Modifier::Meta => ("Meta", 91, '\u{E03D}'),
            Modifier::Shift => ("Shift", 16, '\u{E008}'),
        };
        Key {
            name: name.into(),
            code: format!("{name}Left"),
            windows,
            webdriver,
            text: None,
        }
    }

    fn named(name: &str) -> Option<Modifier> {
        [
            Modifier::Alt,
            Modifier::Control,
            Modifier::Meta,
            Modifier::Shift,
        ]
        .into_iter()
        .find(|modifier| modifier.key().name == name)
    }
}

/// Name, code, Windows key code, WebDriver code point.
const NAMED: [(&str, &str, u32, char); 15] = [
    ("Backspace", "Backspace", 8, '\u{E003}'),
    ("Tab", "Tab", 9, '\u{E004}'),
    ("Enter", "Enter", 13, '\u{E007}'),
    ("Escape", "Escape", 27, '\u{E00C}'),
    (" ", "Space", 32, ' '),
    ("PageUp", "PageUp", 33, '\u{E00E}'),
    ("PageDown", "PageDown", 34, '\u{E00F}'),
    ("End", "End", 35, '\u{E010}'),
    ("Home", "Home", 36, '\u{E011}'),
    ("ArrowLeft", "ArrowLeft", 37, '\u{E012}'),
    ("ArrowUp", "ArrowUp", 38, '\u{E013}'),
    ("ArrowRight", "ArrowRight", 39, '\u{E014}'),
    ("ArrowDown", "ArrowDown", 40, '\u{E015}'),
    ("Delete", "Delete", 46, '\u{E017}'),
    ("F6", "F6", 117, '\u{E036}'),
];

impl Stroke {
    /// Reads `Enter`, `a`, `Shift+Tab`, `Control+a`. A name that is no key is a panic.
    pub fn parse(name: &str) -> Stroke {
        let mut parts: Vec<&str> = name.split('+').collect();
        let key = parts.pop().expect("split gives at least one part");
        let modifiers = parts
            .into_iter()
            .map(|part| {
                Modifier::named(part).unwrap_or_else(|| panic!("{part} in {name} is no modifier"))
            })
            .collect::<Vec<_>>();
        let mut key = Key::parse(key);
        if modifiers
            .iter()
            .any(|modifier| *modifier != Modifier::Shift)
        {
            // Control+a selects, it does not write an a.
            key.text = None;
        }
        Stroke { key, modifiers }
    }

    pub fn modifier_bits(&self) -> u32 {
        self.modifiers.iter().map(|modifier| modifier.bit()).sum()
    }
}

impl Key {
    fn parse(name: &str) -> Key {
        let name = if name == "Space" { " " } else { name };
        if let Some(&(name, code, windows, webdriver)) = NAMED.iter().find(|row| row.0 == name) {
            let text = match name {
                "Enter" => Some("\r".to_owned()),
                " " => Some(" ".to_owned()),
                _ => None,
            };
            return Key {
                name: name.into(),
                code: code.into(),
                windows,
                webdriver,
                text,
            };
        }
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Key::of(character),
            _ => panic!("{name} is no key this driver knows"),
        }
    }

    /// The key that enters `character`.
    pub fn of(character: char) -> Key {
        let upper = character.to_ascii_uppercase();
        let code = match upper {
            'A'..='Z' => format!("Key{upper}"),
            '0'..='9' => format!("Digit{upper}"),
            _ => String::new(),
        };
        let windows = if code.is_empty() { 0 } else { u32::from(upper) };
        Key {
            name: character.into(),
            code,
            windows,
            webdriver: character,
            text: Some(character.into()),
        }
    }
}
