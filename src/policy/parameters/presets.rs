//! The tables that are shipped ready to choose: all documents by 放款日期, or the values of one programme for every loan.

use serde::{Deserialize, Serialize};

use super::Preset;

/// Which shipped table a person starts from.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PresetChoice {
    /// Every programme in its time: a loan's 放款日期 decides.
    #[default]
    AllByDate,
    /// 达川 2019, for all loans.
    Dachuan2019,
    /// 脱贫人口小额信贷 2021–2025, for all loans.
    LiftedOut2021,
    /// 帮扶小额信贷 2026 as far as known, for all loans; what is not known is an input.
    Assistance2026,
}

/// What a choice means.
#[derive(Clone, Copy, Debug)]
pub struct PresetTable {
    /// Which choice.
    pub choice: PresetChoice,
    /// The families of documents that it takes values from. What a later one leaves unsaid an earlier one says.
    pub families: &'static [Preset],
    /// Whether each value keeps its first day; if not, the last one of each parameter holds for every loan.
    pub is_dated: bool,
}

use Preset::{Assistance2026, Dachuan2019, LiftedOut2021};

/// The shipped tables, in the order of the page.
pub const PRESET_TABLES: [PresetTable; 4] = [
    PresetTable {
        choice: PresetChoice::AllByDate,
        families: &Preset::ALL,
        is_dated: true,
    },
    PresetTable {
        choice: PresetChoice::Dachuan2019,
        families: &[Dachuan2019],
        is_dated: false,
    },
    PresetTable {
        choice: PresetChoice::LiftedOut2021,
        families: &[Dachuan2019, LiftedOut2021],
        is_dated: false,
    },
    PresetTable {
        choice: PresetChoice::Assistance2026,
        families: &[Dachuan2019, LiftedOut2021, Assistance2026],
        is_dated: false,
    },
];

impl PresetChoice {
    /// All of them, in the order of the page.
    pub const ALL: [PresetChoice; 4] = [
        PresetChoice::AllByDate,
        PresetChoice::Dachuan2019,
        PresetChoice::LiftedOut2021,
        PresetChoice::Assistance2026,
    ];

    /// What it means.
    pub fn table(self) -> &'static PresetTable {
        &PRESET_TABLES[self as usize]
    }

    /// Whether it is what holds where nobody chose: such a choice is left out of files, which older pages then read.
    pub(super) fn is_default(&self) -> bool {
        *self == PresetChoice::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        BEGINNING, DEFINITIONS, Parameter, ParameterChoices, ParameterFile, Rulebook,
    };
    use super::*;
    use crate::domain::Date;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn chosen(choice: PresetChoice) -> ParameterChoices {
        let mut choices = ParameterChoices::default();
        choices.choose(choice);
        choices
    }

    #[test]
    fn every_choice_stands_at_its_place() {
        for (choice, table) in PresetChoice::ALL.into_iter().zip(&PRESET_TABLES) {
            assert_eq!((table.choice, choice.table().choice), (choice, choice));
            assert!(table.families.is_sorted());
        }
    }

    #[test]
    fn a_programme_chosen_gives_every_loan_the_values_of_its_time() {
        let by_date = Rulebook::default();
        for (choice, in_its_time) in [
            (PresetChoice::Dachuan2019, "2020-12-31"),
            (PresetChoice::LiftedOut2021, "2025-12-31"),
            (PresetChoice::Assistance2026, "2026-03-06"),
        ] {
            let book = Rulebook::of(&chosen(choice));
            for definition in DEFINITIONS {
                let own = definition.parameter;
                let wanted = by_date.value(own, day(in_its_time));
                for lent in ["2015-06-01", "2019-11-30", "2021-01-01", "2027-01-01"] {
                    assert_eq!(book.value(own, day(lent)), wanted, "{choice:?} {own:?}");
                }
            }
        }
    }

    #[test]
    fn what_no_document_of_2026_says_stays_unknown_for_every_loan() {
        let book = Rulebook::of(&chosen(PresetChoice::Assistance2026));
        assert_eq!(
            book.value(Parameter::LongestTermMonths, day("2019-01-01")),
            None
        );
        let limit = book.value(Parameter::HouseholdLimit, day("2019-01-01"));
        assert_eq!(limit, Some(10_000_000));
    }

    #[test]
    fn what_is_changed_against_a_preset_is_told_and_choosing_one_keeps_the_changes() {
        let mut choices = ParameterChoices::default();
        assert!(choices.is_as_shipped());
        choices.change(Parameter::BufferLongestDays, BEGINNING, Some(45));
        choices.choose(PresetChoice::LiftedOut2021);
        assert!(!choices.is_as_shipped() && !choices.has_other_families());
        let book = Rulebook::of(&choices);
        let buffer = book.value(Parameter::BufferLongestDays, day("2022-01-01"));
        assert_eq!(buffer, Some(45));
        choices.restore_all();
        assert!(choices.is_as_shipped());
        choices.presets.pop();
        assert!(choices.has_other_families() && !choices.is_as_shipped());
    }

    #[test]
    fn a_choice_is_kept_in_the_file_and_its_digest_is_that_of_its_values() {
        let choices = chosen(PresetChoice::LiftedOut2021);
        let text = serde_json::to_string(&ParameterFile::of(&choices)).expect("JSON");
        assert!(text.contains(r#""preset":"lifted_out2021""#), "{text}");
        assert_eq!(ParameterFile::read(&text), Ok(choices.clone()));
        let digests: Vec<String> = PresetChoice::ALL
            .iter()
            .map(|choice| Rulebook::of(&chosen(*choice)).digest())
            .collect();
        let mut different = digests.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), digests.len());
    }

    #[test]
    fn a_file_from_before_there_was_a_choice_is_read_as_it_was_meant() {
        let old = r#"{"schema":"credit-atlas/parameters/1","digest":"0","choices":
            {"presets":["dachuan2019"],"changes":[]}}"#;
        let choices = ParameterFile::read(old).expect("an old file");
        assert_eq!(choices.preset, PresetChoice::AllByDate);
        assert!(choices.has_other_families());
        let named: ParameterChoices =
            serde_json::from_str(r#"{"preset":"dachuan2019"}"#).expect("choices");
        assert_eq!(named, chosen(PresetChoice::Dachuan2019));
        // One family alone, all of its values from the beginning: the same table as the preset of that name.
        let preset = Rulebook::of(&chosen(PresetChoice::Dachuan2019));
        assert_eq!(Rulebook::of(&choices).digest(), preset.digest());
        let text = serde_json::to_string(&ParameterFile::of(&ParameterChoices::default()));
        assert!(!text.expect("JSON").contains(r#""preset":"#));
    }
}
