//! What stands open and half written among the problems: it outlives a reading, so that one text after another can be mended.

use std::collections::{HashMap, HashSet};
use std::mem::{Discriminant, discriminant};

use leptos::prelude::*;

use crate::report::{Choices, FileReading, Finding, FindingGroup, Outcome, Problem, Step};

use super::super::actions;
use super::super::state::State;

/// A table by what stays the same when it is read again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableKey {
    given: u32,
    name: String,
    sheet: Option<String>,
}

impl TableKey {
    /// The key of a table.
    pub fn of(table: &FileReading) -> TableKey {
        TableKey {
            given: table.given,
            name: table.name.clone(),
            sheet: table.sheet.clone(),
        }
    }
}

/// A group of problems by what stays the same when its file is read again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupKey {
    table: TableKey,
    column: Option<u32>,
    problem: Discriminant<Problem>,
    outcome: Outcome,
}

impl GroupKey {
    /// The key of a group of a table.
    pub fn of(table: &FileReading, group: &FindingGroup) -> GroupKey {
        GroupKey::of_finding(table, &group.first)
    }

    /// The key of the group that a finding is of.
    pub fn of_finding(table: &FileReading, finding: &Finding) -> GroupKey {
        GroupKey {
            table: TableKey::of(table),
            column: finding.column,
            problem: discriminant(&finding.problem),
            outcome: finding.outcome,
        }
    }
}

/// What can stand open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Openable {
    /// A group.
    Group(GroupKey),
    /// All groups of a table, and not the first of them alone.
    AllGroups(TableKey),
    /// All texts of a group, and not the first of them alone.
    AllTexts(GroupKey),
    /// The corrections of a table.
    Corrections(TableKey),
}

/// The correction made last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// In which group.
    pub group: GroupKey,
    /// What it is.
    pub step: Step,
}

/// What stands open and half written.
#[derive(Clone, Copy)]
pub struct Mending {
    open: RwSignal<HashSet<Openable>>,
    drafts: StoredValue<HashMap<(GroupKey, String), String>>,
    made: RwSignal<Option<Made>>,
    /// Whether its result has not been shown yet.
    is_fresh: StoredValue<bool>,
}

impl Mending {
    /// Nothing stands open.
    pub fn new() -> Mending {
        Mending {
            open: RwSignal::new(HashSet::new()),
            drafts: StoredValue::new(HashMap::new()),
            made: RwSignal::new(None),
            is_fresh: StoredValue::new(false),
        }
    }

    /// Whether something stands open, told when that changes.
    pub fn is_open(self, what: Openable) -> Memo<bool> {
        Memo::new(move |_| self.open.with(|open| open.contains(&what)))
    }

    /// Opens what is closed, and closes what is open.
    pub fn turn(self, what: &Openable) {
        self.open.update(|open| {
            if !open.remove(what) {
                open.insert(what.clone());
            }
        });
    }

    /// What was typed for a text of a group.
    pub fn draft(self, group: &GroupKey, found: &str) -> String {
        let at = (group.clone(), found.to_owned());
        let draft = self.drafts.with_value(|drafts| drafts.get(&at).cloned());
        // Nothing was typed yet.
        draft.unwrap_or_else(String::new)
    }

    /// Keeps what is typed for a text of a group.
    pub fn keep_draft(self, group: &GroupKey, found: &str, text: String) {
        let at = (group.clone(), found.to_owned());
        self.drafts
            .update_value(|drafts| drafts.insert(at, text).map_or((), drop));
    }

    /// The correction made last in a table, if it is the last of those that hold now; with the cells it changed.
    pub fn made_in(self, table: &FileReading) -> Option<(Made, u64)> {
        let made = self.made.get_untracked()?;
        let is_last = table.choices.steps.last() == Some(&made.step);
        let hits = table.step_hits.last().copied()?;
        (is_last && made.group.table == TableKey::of(table)).then_some((made, hits))
    }

    /// Whether the result of the correction made last is shown for the first time.
    pub fn take_fresh(self) -> bool {
        let is_fresh = self.is_fresh.get_value();
        self.is_fresh.set_value(false);
        is_fresh
    }
}

impl Default for Mending {
    fn default() -> Mending {
        Mending::new()
    }
}

/// Makes a correction, and has the files read again.
pub fn correct(state: State, table: &FileReading, made: Made) {
    let choices = said(state, table).with_step(made.step.clone());
    state.mending.made.set(Some(made));
    state.mending.is_fresh.set_value(true);
    actions::say(state, table, choices);
}

/// Takes a correction away, and has the files read again.
pub fn take_away(state: State, table: &FileReading, step: &Step) {
    state.mending.made.set(None);
    actions::say(state, table, said(state, table).without_step(step));
}

/// What was said of a table last; where a reading was stopped that is more than what the table was read by.
fn said(state: State, table: &FileReading) -> Choices {
    let sheet = table.sheet.as_deref().unwrap_or("");
    let said = state.said.with_untracked(|said| {
        let file = said.now().choices.get(table.given as usize)?.as_ref()?;
        file.get(sheet).cloned()
    });
    said.unwrap_or_else(|| table.choices.clone())
}
