//! What a person chose of the table: which families of documents apply, and the values put in the place of shipped ones.

use serde::{Deserialize, Serialize};

use crate::domain::Date;

use super::{
    BEGINNING, Definition, Entry, InForce, Parameter, Preset, PresetChoice, Unit, definition,
};

/// A value that a person gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Of which parameter.
    pub parameter: Parameter,
    /// From which day on; one of the table's first days changes that entry, another day adds one.
    pub from: Date,
    /// The value in the parameter's unit; none takes a value away, and the rules that need it say that it is unknown.
    pub value: Option<i64>,
    /// Where it was found, in the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "ChoicesRead")]
pub struct ParameterChoices {
    /// The shipped table that it starts from.
    #[serde(skip_serializing_if = "PresetChoice::is_default")]
    pub preset: PresetChoice,
    /// The families of documents that apply; entries of others are left out. Those of the preset, unless a person leaves
    /// some out.
    pub presets: Vec<Preset>,
    /// The values given, at most one for each parameter and day, in that order.
    pub changes: Vec<Change>,
}

/// Choices as a file has them: where it names no families, they are those of its preset.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ChoicesRead {
    preset: PresetChoice,
    presets: Option<Vec<Preset>>,
    changes: Vec<Change>,
}

impl From<ChoicesRead> for ParameterChoices {
    fn from(read: ChoicesRead) -> ParameterChoices {
        let of_preset = || read.preset.table().families.to_vec();
        ParameterChoices {
            preset: read.preset,
            presets: read.presets.unwrap_or_else(of_preset),
            changes: read.changes,
        }
    }
}

impl Default for ParameterChoices {
    /// All families, nothing changed.
    fn default() -> ParameterChoices {
        ParameterChoices {
            preset: PresetChoice::default(),
            presets: Preset::ALL.to_vec(),
            changes: Vec::new(),
        }
    }
}

/// Why a value cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A number below nothing, or above what its unit allows.
    OutOfRange,
}

/// The largest percentage that a parameter may have: 1,000 %.
const LARGEST_PERCENT: i64 = 100_000;

impl Unit {
    /// Whether a value can be one of this unit.
    ///
    /// # Errors
    /// [`Unfit`] says why not.
    pub fn check(self, value: i64) -> Result<(), Unfit> {
        let fits = match self {
            Unit::Flag => (0..=1).contains(&value),
            Unit::Choice(count) => (0..i64::from(count)).contains(&value),
            Unit::Percent => (0..=LARGEST_PERCENT).contains(&value),
            Unit::Days | Unit::Months | Unit::Years => (0..=100_000).contains(&value),
            Unit::Day => i32::try_from(value).is_ok(),
            Unit::Count | Unit::Times | Unit::Money => value >= 0,
        };
        if fits { Ok(()) } else { Err(Unfit::OutOfRange) }
    }
}

impl ParameterChoices {
    /// Starts from a shipped table; what was changed stays changed.
    pub fn choose(&mut self, preset: PresetChoice) {
        self.preset = preset;
        self.presets = preset.table().families.to_vec();
    }

    /// Takes all changes back: the shipped table that was chosen, as it is.
    pub fn restore_all(&mut self) {
        self.choose(self.preset);
        self.changes.clear();
    }

    /// Whether other families of documents apply than those of the preset.
    pub fn has_other_families(&self) -> bool {
        let families = self.preset.table().families;
        let mut all = Preset::ALL.iter();
        all.any(|own| self.presets.contains(own) != families.contains(own))
    }

    /// Whether it is the preset, nothing changed.
    pub fn is_as_shipped(&self) -> bool {
        self.changes.is_empty() && !self.has_other_families()
    }

    /// Puts a value in the place of the one from that day on; where the earlier one was found is kept.
    pub fn change(&mut self, parameter: Parameter, from: Date, value: Option<i64>) {
        let before = self.changed(parameter, from);
        let source = before.map_or_else(String::new, |change| change.source.clone());
        self.restore(parameter, from);
        self.changes.push(Change {
            parameter,
            from,
            value,
            source,
        });
        self.changes
            .sort_by_key(|change| (change.parameter, change.from));
    }

    /// Notes where a changed value was found, in the person's words; of a value that is not changed nothing is noted.
    pub fn found(&mut self, parameter: Parameter, from: Date, source: &str) {
        let mut changes = self.changes.iter_mut();
        let own = changes.find(|change| (change.parameter, change.from) == (parameter, from));
        if let Some(change) = own {
            change.source = source.trim().to_owned();
        }
    }

    /// Takes a change back.
    pub fn restore(&mut self, parameter: Parameter, from: Date) {
        self.changes
            .retain(|change| (change.parameter, change.from) != (parameter, from));
    }

    /// The change of a parameter from a day on, if there is one.
    pub fn changed(&self, parameter: Parameter, from: Date) -> Option<&Change> {
        let mut changes = self.changes.iter();
        changes.find(|change| (change.parameter, change.from) == (parameter, from))
    }

    /// The first change whose value cannot be; what a file says is not believed unseen.
    pub fn first_unfit(&self) -> Option<(&Change, Unfit)> {
        self.changes.iter().find_map(|change| {
            let check = |value| definition(change.parameter).unit.check(value);
            let fault = change.value.map(check)?.err()?;
            Some((change, fault))
        })
    }

    /// The shipped values that apply, each with the first day from which it does; of a preset that is one programme the
    /// last of them, from the beginning.
    pub fn shipped(&self, definition: &Definition) -> Vec<(Date, &'static Entry)> {
        let entries = definition.entries.iter();
        let mut applying = entries.filter(|entry| self.presets.contains(&entry.preset));
        if self.preset.table().is_dated {
            return applying.map(|entry| (entry.first_day(), entry)).collect();
        }
        let last = applying.next_back();
        last.map(|entry| (BEGINNING, entry)).into_iter().collect()
    }

    /// The shipped values as a person sees them: where they keep their days, those of families left out among them.
    pub fn listed(&self, definition: &Definition) -> Vec<(Date, &'static Entry)> {
        if !self.preset.table().is_dated {
            return self.shipped(definition);
        }
        let entries = definition.entries.iter();
        entries.map(|entry| (entry.first_day(), entry)).collect()
    }

    /// The shipped value that applies from that very day on.
    pub fn shipped_from(&self, parameter: Parameter, from: Date) -> Option<&'static Entry> {
        let mut shipped = self.shipped(definition(parameter)).into_iter();
        shipped
            .find(|(first, _)| *first == from)
            .map(|(_, entry)| entry)
    }

    /// A parameter's values over time.
    pub(super) fn values_of(&self, definition: &Definition) -> Vec<InForce> {
        let shipped = self.shipped(definition).into_iter();
        let mut values: Vec<InForce> = shipped
            .map(|(from, entry)| InForce {
                from,
                value: entry.value,
                is_changed: false,
            })
            .collect();
        let own = self.changes.iter();
        for change in own.filter(|change| change.parameter == definition.parameter) {
            values.retain(|value| value.from != change.from);
            values.push(InForce {
                from: change.from,
                value: change.value,
                is_changed: true,
            });
        }
        values.sort_by_key(|value| value.from);
        values
    }
}

/// The name and version of the file in which choices are kept.
const SCHEMA: &str = "credit-atlas/parameters/1";

/// The choices as a person keeps them in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterFile {
    /// What file it is.
    schema: String,
    /// The digest of the table they make; see [`super::Rulebook::digest`].
    pub digest: String,
    /// The choices.
    pub choices: ParameterChoices,
}

impl ParameterFile {
    /// The file of some choices.
    pub fn of(choices: &ParameterChoices) -> ParameterFile {
        ParameterFile {
            schema: SCHEMA.to_owned(),
            digest: super::Rulebook::of(choices).digest(),
            choices: choices.clone(),
        }
    }

    /// Whether a file's first bytes may be such a file's.
    pub fn is_likely(head: &[u8]) -> bool {
        let marks = head.windows(SCHEMA.len()).take(512);
        marks.into_iter().any(|bytes| bytes == SCHEMA.as_bytes())
    }

    /// The choices of a file's text.
    ///
    /// # Errors
    /// The words of the JSON reader where it is no such file, or says what cannot be.
    pub fn read(text: &str) -> Result<ParameterChoices, String> {
        let file: ParameterFile = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.schema != SCHEMA {
            return Err(file.schema);
        }
        match file.choices.first_unfit() {
            Some((change, _)) => Err(change.parameter.name().to_owned()),
            None => Ok(file.choices),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::DEFINITIONS;
    use super::*;

    #[test]
    fn choices_are_read_back_from_their_file_as_they_were() {
        let mut choices = ParameterChoices::default();
        choices.change(Parameter::BufferLongestDays, BEGINNING, Some(45));
        choices.presets.pop();
        let text = serde_json::to_string(&ParameterFile::of(&choices)).expect("JSON");
        assert!(ParameterFile::is_likely(text.as_bytes()));
        assert_eq!(ParameterFile::read(&text), Ok(choices));
    }

    #[test]
    fn a_value_that_cannot_be_is_not_taken_from_a_file() {
        let mut choices = ParameterChoices::default();
        choices.change(Parameter::GovernmentShare, BEGINNING, Some(-1));
        let text = serde_json::to_string(&ParameterFile::of(&choices)).expect("JSON");
        assert_eq!(
            ParameterFile::read(&text),
            Err("government_share".to_owned())
        );
    }

    #[test]
    fn a_change_taken_back_leaves_the_table_as_it_was_shipped() {
        let mut choices = ParameterChoices::default();
        choices.change(Parameter::ClusterLoans, BEGINNING, Some(5));
        choices.change(Parameter::ClusterLoans, BEGINNING, Some(6));
        assert_eq!(choices.changes.len(), 1);
        choices.restore(Parameter::ClusterLoans, BEGINNING);
        assert_eq!(choices, ParameterChoices::default());
    }

    #[test]
    fn the_document_that_a_person_names_stays_with_the_changed_value_and_is_read_back() {
        let mut choices = ParameterChoices::default();
        choices.found(Parameter::ClusterLoans, BEGINNING, "县办〔2024〕3号");
        assert!(choices.changes.is_empty());
        choices.change(Parameter::ClusterLoans, BEGINNING, Some(5));
        choices.found(Parameter::ClusterLoans, BEGINNING, " 县办〔2024〕3号 ");
        choices.change(Parameter::ClusterLoans, BEGINNING, Some(6));
        assert_eq!(choices.changes[0].source, "县办〔2024〕3号");
        let text = serde_json::to_string(&ParameterFile::of(&choices)).expect("JSON");
        assert_eq!(ParameterFile::read(&text), Ok(choices));
    }

    #[test]
    fn a_family_left_out_has_no_values_and_the_one_before_goes_on() {
        let choices = ParameterChoices {
            presets: vec![Preset::Dachuan2019],
            ..ParameterChoices::default()
        };
        let limit = DEFINITIONS[Parameter::HouseholdLimit as usize];
        let values = choices.values_of(&limit);
        assert_eq!(values.len(), 1);
        assert_eq!(values[0].value, Some(5_000_000));
    }
}
