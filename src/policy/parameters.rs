//! The thresholds that rules use: one dated, cited table, what a person changed in it, and the values in force on a day.
//!
//! A rule never holds a threshold. It asks the [`Rulebook`] for a [`Parameter`] on the day that governs (for a loan, its
//! 放款日期), and takes an answer of none as unknown: a document that is not at hand is an input, never a silent constant.

mod changes;
mod digest;
mod holidays;
mod presets;
mod rates;
mod table;

use serde::{Deserialize, Serialize};

use crate::domain::Date;

pub use changes::{Change, ParameterChoices, ParameterFile, Unfit};
pub use holidays::{DayOff, HOLIDAYS, Holiday, Holidays, day_off};
pub use presets::{PRESET_TABLES, PresetChoice, PresetTable};
pub use rates::{RATE_SERIES, RatePoint, RateSeries};
pub use table::{DEFINITIONS, Parameter};

/// How far a value can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the document or in a copy of it.
    Confirmed,
    /// A proposal of this program, a practice, or remembered and not read: 待核实.
    ToBeConfirmed,
    /// Looked for and not found: an input that only the county can give; 待核实 until it is given.
    Input,
}

/// What the whole number of a value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Calendar months.
    Months,
    /// Years of age.
    Years,
    /// How many there are.
    Count,
    /// Fen.
    Money,
    /// Hundredths of a percent: 3 % is 300.
    Percent,
    /// Times: 10 is tenfold.
    Times,
    /// A day, as days since 1970-01-01.
    Day,
    /// 1 for yes, 0 for no.
    Flag,
    /// One of so many named choices, from 0; the names stand in `text::parameter`.
    Choice(u8),
}

/// The family of documents that an entry of the table comes from; a person may leave families out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// 达川 2019 and the rules of 扶贫小额信贷, contracts to 2020-12-31.
    Dachuan2019,
    /// 脱贫人口小额信贷, 2021 to 2025.
    LiftedOut2021,
    /// 帮扶小额信贷, from 2026, as far as known.
    Assistance2026,
}

impl Preset {
    /// All of them, in the order of time.
    pub const ALL: [Preset; 3] = [
        Preset::Dachuan2019,
        Preset::LiftedOut2021,
        Preset::Assistance2026,
    ];
}

/// A year, a month and a day, as the table writes them.
pub type Ymd = (i32, u8, u8);

/// One value of a parameter, from its first day in force until the next entry's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it comes from.
    pub preset: Preset,
    /// The first day in force; none for what holds from the beginning.
    pub from: Option<Ymd>,
    /// The value in the parameter's [`Unit`]; none where it must be given by the county.
    pub value: Option<i64>,
    /// Document and article, or whose proposal it is.
    pub source: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Entry {
    /// The first day in force; the first day there is where none is given.
    pub fn first_day(&self) -> Date {
        let day = self
            .from
            .and_then(|(year, month, day)| Date::from_ymd(year, month, day));
        day.unwrap_or(BEGINNING)
    }
}

/// Before every day that a register can name.
pub const BEGINNING: Date = Date::from_days(-25_567);

/// A parameter, what its values mean, and its entries in the order of their first days.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Which one.
    pub parameter: Parameter,
    /// What its whole number means.
    pub unit: Unit,
    /// Its values over time.
    pub entries: &'static [Entry],
}

/// The definition of a parameter.
pub fn definition(parameter: Parameter) -> &'static Definition {
    &DEFINITIONS[parameter as usize]
}

/// A value and the day from which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// The first day.
    pub from: Date,
    /// The value; none where only the county can give it and has not.
    pub value: Option<i64>,
    /// Whether a person gave it.
    pub is_changed: bool,
}

/// Every parameter's values over time, as a person chose them: what the rules ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rulebook {
    values: Vec<Vec<InForce>>,
}

impl Default for Rulebook {
    /// The table as it is shipped.
    fn default() -> Rulebook {
        Rulebook::of(&ParameterChoices::default())
    }
}

impl Rulebook {
    /// The table with what a person chose; a change of what is not in the table changes nothing.
    pub fn of(choices: &ParameterChoices) -> Rulebook {
        let values = DEFINITIONS
            .iter()
            .map(|definition| choices.values_of(definition));
        Rulebook {
            values: values.collect(),
        }
    }

    /// The value in force on a day; none where it is an input that was not given.
    #[inline]
    pub fn value(&self, parameter: Parameter, on: Date) -> Option<i64> {
        let values = &self.values[parameter as usize];
        let holding = values.iter().rev().find(|value| value.from <= on);
        holding.and_then(|value| value.value)
    }

    /// All values of a parameter, in the order of their first days.
    pub fn values(&self, parameter: Parameter) -> &[InForce] {
        &self.values[parameter as usize]
    }

    /// SHA-256 over all values and their first days, as sixteen hexadecimal digits: two reports with one digest were
    /// worked out by the same table.
    pub fn digest(&self) -> String {
        digest::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn every_parameter_stands_at_its_place_with_its_entries_in_order_and_a_source_for_each() {
        for (at, definition) in DEFINITIONS.iter().enumerate() {
            assert_eq!(definition.parameter as usize, at);
            assert!(!definition.entries.is_empty(), "{:?}", definition.parameter);
            let days: Vec<Date> = definition.entries.iter().map(Entry::first_day).collect();
            assert!(
                days.is_sorted_by(|a, b| a < b),
                "{:?}",
                definition.parameter
            );
            for entry in definition.entries {
                assert!(!entry.source.is_empty());
                assert_eq!(
                    entry.certainty == Certainty::Input,
                    entry.value.is_none(),
                    "{:?}",
                    definition.parameter
                );
            }
        }
    }

    #[test]
    fn a_value_holds_from_its_first_day_until_the_next_ones() {
        let book = Rulebook::default();
        let limit = |on: &str| book.value(Parameter::HouseholdLimit, day(on));
        assert_eq!(limit("2015-01-01"), Some(5_000_000));
        assert_eq!(limit("2020-12-31"), Some(5_000_000));
        assert_eq!(limit("2021-01-01"), Some(10_000_000));
    }

    #[test]
    fn what_no_document_at_hand_says_is_unknown_until_the_county_says_it() {
        let mut choices = ParameterChoices::default();
        let share = |choices: &ParameterChoices| {
            Rulebook::of(choices).value(Parameter::GovernmentShare, day("2019-01-01"))
        };
        assert_eq!(share(&choices), None);
        choices.change(Parameter::GovernmentShare, BEGINNING, Some(7_000));
        assert_eq!(share(&choices), Some(7_000));
    }

    #[test]
    fn another_value_is_another_digest_and_the_same_table_the_same() {
        let mut choices = ParameterChoices::default();
        let shipped = Rulebook::of(&choices).digest();
        assert_eq!(shipped.len(), 16);
        assert_eq!(shipped, Rulebook::default().digest());
        choices.change(Parameter::BufferLongestDays, BEGINNING, Some(45));
        assert_ne!(Rulebook::of(&choices).digest(), shipped);
    }
}
