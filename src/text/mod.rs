//! Every word a person reads, zh-CN first and English beside it. May name the types of the layers before it; no arithmetic beyond rounding for print.

pub mod chart;
pub mod check;
pub mod class;
pub mod compensation;
pub mod compliance;
pub mod data_room;
pub mod definition;
pub mod dimension;
pub mod disposition;
pub mod explained;
pub mod fact;
pub mod failure;
pub mod field;
pub mod figure;
pub mod finding;
pub mod map_room;
pub mod maturities;
pub mod mending;
pub mod missing;
pub mod money_source;
pub mod number;
pub mod overview;
pub mod pages;
pub mod parameter;
pub mod places;
pub mod problem;
pub mod reading;
pub mod register;
pub mod rules;
pub mod settled;
pub mod sql;
pub mod subsidy;
pub mod table;
pub mod village_room;
pub mod what_if;

use serde::{Deserialize, Serialize};

/// The language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

/// One text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// 简体中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

/// Between the parts of a list whose parts may hold commas.
pub const SEMICOLON: Words = words("；", "; ");

/// A text in both languages.
pub const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

impl Words {
    /// The text in one language.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}
