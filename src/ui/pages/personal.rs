//! Personal data that was found in the files, what is done with each column of it, and the passphrase for pseudonyms.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::report::{
    Choices, ColumnReading, Evidence, FileReading, Personal, PersonalChoice, Problem, Reading,
};
use crate::text::{Words, check, finding, reading as names, settled as words};

use super::super::actions;
use super::super::parts::pick::{Pick, PickGroup};
use super::super::state::State;
use super::reading_choice::{said, say, treat};

/// The fewest characters that a passphrase may have.
const SHORTEST_PASSPHRASE: usize = 8;

/// The choices, in the order in which they are offered.
const TREATMENTS: [(PersonalChoice, Words); 3] = [
    (PersonalChoice::LeaveOut, words::LEAVE_OUT),
    (PersonalChoice::Pseudonym, words::PSEUDONYM),
    (PersonalChoice::NotPersonal, words::NOT_PERSONAL),
];

/// Everything about personal data; nothing where there is none.
#[component]
pub fn PersonalData(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let any = move |which: fn(&ColumnReading) -> bool| {
        state.reading.with(|reading| {
            let files = reading.iter().flat_map(|reading| &reading.files);
            files.flat_map(|file| &file.columns).any(which)
        })
    };
    let is_any = Memo::new(move |_| any(|column| column.personal.is_some()));
    let has_pseudonyms = Memo::new(move |_| any(|column| column.is_pseudonymised));
    let title = move || match has_pseudonyms.get() {
        true => words::PERSONAL_TREATED.of(lang),
        false => words::PERSONAL_LEFT_OUT.of(lang),
    };
    view! {
        <Show when=move || is_any.get()>
            <section class="warning personal" role="alert">
                <h2>{title}</h2>
                <p>{words::PERSONAL_ADVICE.of(lang)}</p>
                {move || state.reading.get().map(|reading| view! { <PersonalTable state reading /> })}
                <Show when=move || has_pseudonyms.get()><PassphraseForm state /></Show>
            </section>
        </Show>
    }
}

/// File by file the columns that look personal.
#[component]
fn PersonalTable(
    /// The state of the page.
    state: State,
    /// What was understood.
    reading: Arc<Reading>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let files = reading.files.iter().enumerate();
    let files = files
        .map(|(at, file)| file_rows(state, at, file))
        .collect_view();
    view! {
        <table class="small-table">
            <thead><tr>
                <th scope="col">{words::COLUMN.of(lang)}</th>
                <th scope="col">{words::LOOKS_LIKE.of(lang)}</th>
                <th scope="col">{words::TREATMENT.of(lang)}</th>
            </tr></thead>
            {files}
        </table>
    }
}

fn file_rows(state: State, at: usize, file: &FileReading) -> Option<AnyView> {
    let lang = state.lang.get_untracked();
    let said = said(state, file);
    let columns: Vec<(usize, &ColumnReading)> = file
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| is_in_question(column, &said))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let needs_passphrase = columns.iter().any(|(_, column)| column.is_pseudonymised);
    let cannot_save = move || {
        state.is_unread.get() || (needs_passphrase && state.passphrase.with(Option::is_none))
    };
    let rows = columns
        .into_iter()
        .map(|(place, column)| {
            let looks = column.personal.map(|personal| names::personal(personal).of(lang));
            view! {
                <tr>
                    <td>{format!("“{}”", column.header)}</td>
                    <td>{looks}</td>
                    <td><Treatment state file=file.clone() at=place id=format!("personal-{at}-{place}") /></td>
                </tr>
            }
        })
        .collect_view();
    let name = finding::name_of(file);
    Some(
        view! {
            <tbody>
                <tr><th scope="rowgroup" colspan="2">{name}</th>
                    <td><button disabled=cannot_save
                        on:click=move |_| actions::save_pseudonymised(state, at as u32)>{words::SAVE_COPY.of(lang)}</button></td>
                </tr>
                {rows}
            </tbody>
        }
        .into_any(),
    )
}

/// Whether a column looks personal, or did before a person said that it is not.
fn is_in_question(column: &ColumnReading, said: &Choices) -> bool {
    column.personal.is_some() || is_said_harmless(column, said)
}

fn is_said_harmless(column: &ColumnReading, said: &Choices) -> bool {
    let choice = said.column(&column.name());
    let personal = choice.and_then(|choice| choice.personal);
    column.personal.is_none() && personal == Some(PersonalChoice::NotPersonal)
}

/// What is done with a column that looks personal; nothing for one that does not.
#[component]
pub fn Treatment(
    /// The state of the page.
    state: State,
    /// The table.
    file: FileReading,
    /// The column's place.
    at: usize,
    /// An id for the list.
    id: String,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let column = file.columns.get(at)?.clone();
    if !is_in_question(&column, &file.choices) {
        return None;
    }
    let now = match column.personal {
        None => PersonalChoice::NotPersonal,
        Some(_) if column.is_pseudonymised => PersonalChoice::Pseudonym,
        Some(_) => PersonalChoice::LeaveOut,
    };
    let by_cells = column.personal.is_none() || evidence(&file, at) == Some(Evidence::Cells);
    let is_offered = |choice: &PersonalChoice| match choice {
        PersonalChoice::LeaveOut => true,
        // What sort of number it was is no longer known of a column that was said to be harmless.
        PersonalChoice::Pseudonym => column.personal.is_some_and(Personal::is_number),
        PersonalChoice::NotPersonal => by_cells,
    };
    let value = |choice: PersonalChoice| format!("{choice:?}");
    let options = TREATMENTS
        .iter()
        .filter(|(choice, _)| is_offered(choice))
        .map(|(choice, name)| (value(*choice), name.of(lang).to_owned()))
        .collect();
    let groups = vec![PickGroup {
        name: None,
        options,
    }];
    let label = words::treatment_of(&check::column(at + 1, &column.header, lang), lang);
    let on_pick = Callback::new(move |picked: String| {
        let choice = TREATMENTS
            .iter()
            .find(|(choice, _)| value(*choice) == picked);
        if let Some((choice, _)) = choice {
            say(state, &file, |choices| {
                treat(choices, &column.name(), *choice)
            });
        }
    });
    Some(view! { <Pick id label groups chosen=value(now) on_pick /> })
}

/// Whether the header of a column or its cells make it look personal.
fn evidence(file: &FileReading, at: usize) -> Option<Evidence> {
    let of_column = file
        .findings
        .iter()
        .filter(|found| found.column == u32::try_from(at + 1).ok());
    of_column
        .filter_map(|found| match found.problem {
            Problem::PersonalColumn { evidence, .. } => Some(evidence),
            _ => None,
        })
        .next()
}

/// The passphrase under which numbers become pseudonyms.
#[component]
fn PassphraseForm(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let typed = RwSignal::new(String::new());
    let is_seen = RwSignal::new(false);
    let is_short = move || typed.with(|text| text.trim().chars().count() < SHORTEST_PASSPHRASE);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !is_short() {
            actions::set_passphrase(state, typed.get_untracked());
        }
    };
    let status = move || match (
        state.passphrase.with(Option::is_some),
        state.is_unread.get(),
    ) {
        (false, _) => Some(words::PASSPHRASE_WANTING.of(lang)),
        (true, false) => Some(words::PASSPHRASE_SET.of(lang)),
        (true, true) => None,
    };
    view! {
        <form class="passphrase" on:submit=submit>
            <p><strong>{status}</strong>" "<span class="quiet">{words::PASSPHRASE_WHY.of(lang)}</span></p>
            <label>{words::PASSPHRASE.of(lang)}" "
                <input type=move || if is_seen.get() { "text" } else { "password" } autocomplete="off" minlength="8" bind:value=typed />
            </label>
            <label class="tick">
                <input type="checkbox" prop:checked=is_seen
                    on:change=move |event| is_seen.set(event_target_checked(&event)) />
                {words::PASSPHRASE_SHOW.of(lang)}
            </label>
            <button type="submit" disabled=is_short>{words::PASSPHRASE_READ.of(lang)}</button>
        </form>
    }
}
