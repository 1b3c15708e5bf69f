//! What a person can set in motion: reading files, stopping, setting the day, asking for a report, saving.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, GetValue, Set, Update, UpdateValue, With, WithUntracked};

use crate::export::Taken;
use crate::platform::file::{BrowserError, ChosenFile};
use crate::platform::{page, save};
use crate::report::{
    Choices, Date, FileChoices, FileReading, Follow, PlaceChoice, PlaceChoices, PlaceName, Reading,
    RegisterQuery, is_passphrase,
};
use crate::worker::client::{Engine, MadeFile};
use crate::worker::history::History;
use crate::worker::protocol::{BeforeReading, Failure, Progress};
use crate::worker::spare;

use super::rooms::Room;
use super::rule_actions;
use super::state::{AsOf, State};

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// Adds files to those given before and reads all of them.
pub fn add_files(state: State, files: Vec<ChosenFile>) {
    if files.is_empty() {
        return;
    }
    if state.is_sample.get_untracked() {
        state.is_sample.set(false);
        state.said.update(History::remove_files);
    }
    state.files.update(|given| given.extend(files));
    state.room.set(Room::Data);
    read(state);
}

/// Takes a file away and reads the rest.
pub fn remove_file(state: State, at: usize) {
    state.files.update(|given| {
        if at < given.len() {
            given.remove(at);
        }
    });
    state.said.update(|said| said.remove_file(at));
    state.checks.update(BTreeMap::clear);
    read(state);
}

/// Takes all files away.
pub fn remove_all(state: State) {
    state.is_sample.set(false);
    state.files.update(Vec::clear);
    state.said.update(History::remove_files);
    state.checks.update(BTreeMap::clear);
    read(state);
}

/// Puts the sample in the place of the files.
pub fn use_sample(state: State) {
    state.files.update(Vec::clear);
    state.said.update(History::remove_files);
    state.checks.update(BTreeMap::clear);
    state.is_sample.set(true);
    read(state);
}

/// Stops the reading under way; the earlier result stays.
pub fn stop(state: State) {
    overtake(state);
    state.failure.set(Some(Failure::Stopped));
}

fn overtake(state: State) -> u64 {
    state.reading_turn.update_value(|turn| *turn += 1);
    if let Some(engine) = state.reading_engine.get_untracked() {
        engine.stop();
    }
    state.reading_engine.set(None);
    state.progress.set(None);
    state.reading_turn.get_value()
}

/// Reads what is given, in a worker of its own: the earlier one serves the page until this one has succeeded.
pub fn read(state: State) {
    let turn = overtake(state);
    state.failure.set(None);
    let files = state.files.get_untracked();
    let is_sample = state.is_sample.get_untracked();
    if files.is_empty() && !is_sample {
        forget(state);
        return;
    }
    state.is_unread.set(true);
    let engine = match spare::take() {
        Ok(engine) => engine,
        Err(failure) => return state.failure.set(Some(failure)),
    };
    state.reading_engine.set(Some(engine.clone()));
    state.progress.set(Some(Progress {
        bytes: 0,
        total: files.iter().map(ChosenFile::size).sum(),
        rows: 0,
        file: String::new(),
    }));
    let is_current = move || state.reading_turn.get_value() == turn;
    let on_progress = move |progress| {
        if is_current() {
            state.progress.set(Some(progress));
        }
    };
    let before = BeforeReading {
        passphrase: state.passphrase.get_untracked(),
        ..state.said.with_untracked(|said| said.now().clone())
    };
    page::run(async move {
        let read = if is_sample {
            engine.read_sample(before, on_progress).await
        } else {
            let expected = vec![None; files.len()];
            engine.read(&files, &expected, before, on_progress).await
        };
        if !is_current() {
            return;
        }
        state.progress.set(None);
        state.reading_engine.set(None);
        match read {
            Ok(reading) => accept(state, engine, reading),
            Err(failure) => state.failure.set(Some(failure)),
        }
    });
}

fn forget(state: State) {
    state.report_turn.update_value(|turn| *turn += 1);
    state.is_working.set(false);
    state.is_unread.set(false);
    state.report.set(None);
    state.reading.set(None);
    state.shapes.set(None);
    state.as_of.set(None);
    state.engine.set(None);
    state.query.set(RegisterQuery::default());
}

fn accept(state: State, engine: Engine, reading: Reading) {
    let set_by_hand = state
        .as_of
        .get_untracked()
        .filter(|as_of| as_of.found.is_none());
    forget(state);
    state.as_of.set(set_by_hand.or_else(|| only_day(&reading)));
    rule_actions::adopt(state, &reading);
    let has_shapes = reading.boundaries.is_some_and(|features| features > 0);
    state.engine.set(Some(engine.clone()));
    state.reading.set(Some(Arc::new(reading)));
    work_out(state);
    if has_shapes {
        page::run(fetch_shapes(state, engine));
    }
}

/// The as-of date that the files give, if they give one and no other.
fn only_day(reading: &Reading) -> Option<AsOf> {
    let first = reading.as_of_candidates.first()?;
    let is_only = reading
        .as_of_candidates
        .iter()
        .all(|candidate| candidate.date == first.date);
    is_only.then(|| AsOf {
        date: first.date,
        found: Some(first.clone()),
    })
}

async fn fetch_shapes(state: State, engine: Engine) {
    let turn = state.reading_turn.get_value();
    let shapes = engine.map_shapes().await;
    if state.reading_turn.get_value() != turn {
        return;
    }
    match shapes {
        Ok(shapes) => state.shapes.set(Some(Arc::new(shapes))),
        Err(failure) => state.failure.set(Some(failure)),
    }
}

/// Sets the day of the report.
pub fn set_as_of(state: State, as_of: Option<AsOf>) {
    state.as_of.set(as_of);
    work_out(state);
}

/// Sets the fewest matured loans for a place in the order of villages.
pub fn set_minimum(state: State, loans: u64) {
    state
        .settings
        .update(|settings| settings.minimum_matured_loans = loans);
    work_out(state);
}

/// Asks for the report anew, if the day is known.
pub fn work_out(state: State) {
    state.report_turn.update_value(|turn| *turn += 1);
    let turn = state.report_turn.get_value();
    let (Some(engine), Some(as_of)) = (state.engine.get_untracked(), state.as_of.get_untracked())
    else {
        state.report.set(None);
        state.is_working.set(false);
        return;
    };
    state.is_working.set(true);
    state.policy.set(None);
    page::run(async move {
        let settings = state.settings.get_untracked();
        let report = engine.report(as_of.date, &settings).await;
        if state.report_turn.get_value() != turn {
            return;
        }
        state.is_working.set(false);
        match report {
            Ok(report) => {
                state.report.set(Some(Arc::new(report)));
                rule_actions::apply_rules(state, &engine, turn).await;
            }
            Err(failure) => {
                state.report.set(None);
                state.failure.set(Some(failure));
            }
        }
    });
}

/// Says of a table how it is to be read, and reads all files again.
pub fn say(state: State, table: &FileReading, choices: Choices) {
    let given = table.given as usize;
    // A file that is no workbook has one table, without a name.
    let sheet = match &table.sheet {
        Some(sheet) => sheet.clone(),
        None => String::new(),
    };
    let now = state.said.with_untracked(|said| {
        let known = said.now().choices.get(given).cloned().flatten();
        known.unwrap_or_else(FileChoices::new)
    });
    let mut file = now;
    file.insert(sheet, choices);
    state.said.update(|said| said.say(given, file));
    read(state);
}

/// Says which place a name means, and reads all files again.
pub fn choose_place(state: State, choice: PlaceChoice) {
    settle_places(state, |places| places.choose(choice));
}

/// Takes back what was said of a name, and reads all files again.
pub fn forget_place(state: State, written: &PlaceName) {
    settle_places(state, |places| {
        places.names.retain(|choice| choice.written != *written);
    });
}

/// Says which former townships lead to what they became, and reads all files again.
pub fn follow_places(state: State, follow: Follow) {
    settle_places(state, |places| match follow {
        Follow::Nowhere => places.follow = Follow::Nowhere,
        further => places.add(PlaceChoices {
            names: Vec::new(),
            follow: further,
        }),
    });
}

fn settle_places(state: State, settle: impl FnOnce(&mut PlaceChoices)) {
    state.said.update(|said| {
        let mut profile = said.now().profile.clone();
        settle(&mut profile.places);
        said.settle(profile);
    });
    read(state);
}

/// Takes back what was said last, and reads all files again.
pub fn undo(state: State) {
    state.said.update(History::undo);
    read(state);
}

/// Says again what was taken back last, and reads all files again.
pub fn redo(state: State) {
    state.said.update(History::redo);
    read(state);
}

/// Sets the words under which numbers become pseudonyms, and reads all files again. Words that can be no passphrase are
/// met with a sentence, and those before them stay.
pub fn set_passphrase(state: State, words: String) {
    if is_passphrase(&words) {
        state.passphrase.set(Some(words));
        read(state);
    } else {
        state.failure.set(Some(Failure::PassphraseTooShort));
    }
}

/// Saves what was settled, for the next files of the same shapes.
pub fn save_profile(state: State) {
    let profile = state.reading.with_untracked(|reading| {
        let before = state.said.with_untracked(|said| said.now().profile.clone());
        reading.as_ref().map(|reading| reading.profile(&before))
    });
    if let Some(profile) = profile {
        let name = crate::export::name(Taken::Profile, None, "json");
        save_json(state, &name, &profile.to_bytes());
    }
}

/// Saves a table with its personal columns left out or as pseudonyms.
pub fn save_pseudonymised(state: State, table: u32) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    page::run(async move { save_made(state, engine.pseudonymised(table).await) });
}

/// Opens the register with these loans.
pub fn show_loans(state: State, query: RegisterQuery) {
    state.query.set(query);
    state.room.set(Room::Register);
}

/// Saves a table of ours.
pub fn save_csv(state: State, name: &str, bytes: &[u8]) {
    tell(state, save::bytes(name, CSV, bytes));
}

/// Saves the whole result.
pub fn save_json(state: State, name: &str, bytes: &[u8]) {
    tell(state, save::bytes(name, JSON, bytes));
}

/// Saves the rules and indicators as SQL.
pub fn save_sql(state: State, name: &str, text: &str) {
    tell(state, save::bytes(name, "application/sql", text.as_bytes()));
}

/// Saves the register's loans that fit the query.
pub fn save_register(state: State) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let (query, lang) = (state.query.get_untracked(), state.lang.get_untracked());
    page::run(async move { save_made(state, engine.register_csv(&query, lang).await) });
}

/// Saves all findings of all files.
pub fn save_findings(state: State) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let lang = state.lang.get_untracked();
    page::run(async move { save_made(state, engine.findings_csv(lang).await) });
}

/// Saves a file that the worker made, or tells why there is none.
pub fn save_made(state: State, made: Result<MadeFile, Failure>) {
    match made {
        Ok(file) => tell(state, save::array(&file.name, CSV, &file.bytes)),
        Err(failure) => state.failure.set(Some(failure)),
    }
}

fn tell(state: State, saved: Result<(), BrowserError>) {
    if let Err(BrowserError(message)) = saved {
        state.failure.set(Some(Failure::Browser { message }));
    }
}

/// The names of the files that the result is of, a workbook once for all its sheets.
pub fn source_names(state: State) -> Vec<String> {
    state.reading.with(|reading| {
        let files = reading.iter().flat_map(|reading| &reading.files);
        let mut files: Vec<(u32, String)> =
            files.map(|file| (file.given, file.name.clone())).collect();
        files.dedup();
        files.into_iter().map(|(_, name)| name).collect()
    })
}

/// The day a person typed, if it is one.
pub fn typed_day(text: &str) -> Option<AsOf> {
    let date: Date = text.trim().parse().ok()?;
    Some(AsOf { date, found: None })
}
