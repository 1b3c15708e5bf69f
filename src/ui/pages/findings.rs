//! The problems of a file: those that are alike on one line, which opens into the texts found and their correction.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{FileReading, FindingGroup, Reading};
use crate::text::{Lang, data_room, finding, mending as words, number};

use super::super::state::State;
use super::findings_open::{GroupKey, Openable, TableKey};
use super::findings_steps::{Corrections, Done};
use super::findings_texts::Texts;

/// How many groups are shown at first.
const FIRST_GROUPS: usize = 12;

/// The file's problems, and the corrections made in it.
#[component]
pub fn Findings(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = reading.files.get(at)?;
    let heading = match file.findings_total {
        0 => view! { <p class="quiet">{data_room::NO_PROBLEMS.of(lang)}</p> }.into_any(),
        total => {
            let (total, groups) = (
                number::count(total),
                number::count(file.groups.len() as u64),
            );
            view! { <h4>{words::problems(&total, &groups, lang)}</h4> }.into_any()
        }
    };
    let in_groups: u64 = file.groups.iter().map(|group| group.count).sum();
    let rest = file.findings_total.saturating_sub(in_groups);
    let rest = (rest > 0).then(|| {
        view! { <p class="quiet">{words::not_kept(&number::count(rest), lang)}</p> }
    });
    focus_result(state, file, at);
    Some(view! {
        <div class="problems">
            <Done state reading=Arc::clone(&reading) at />
            {heading}
            <Groups state reading=Arc::clone(&reading) at />
            {rest}
            <Corrections state reading=Arc::clone(&reading) at />
        </div>
    })
}

/// After a correction the keyboard goes on where it was: at the group, or at what became of it where the group is gone.
fn focus_result(state: State, file: &FileReading, at: usize) {
    let Some((made, _)) = state.mending.made_in(file) else {
        return;
    };
    if !state.mending.take_fresh() {
        return;
    }
    let of_group = |group: &FindingGroup| GroupKey::of(file, group) == made.group;
    let id = match file.groups.iter().position(of_group) {
        Some(group) => group_id(at, group),
        None => done_id(at),
    };
    page::run(async move {
        page::wait(0).await;
        page::focus(&id);
    });
}

fn group_id(file: usize, group: usize) -> String {
    format!("problem-{file}-{group}")
}

/// The line that says what the last correction did.
pub fn done_id(file: usize) -> String {
    format!("mended-{file}")
}

/// The groups, the first of them or all.
#[component]
fn Groups(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = reading.files.get(at)?;
    let count = file.groups.len();
    let all = Openable::AllGroups(TableKey::of(file));
    let is_all = state.mending.is_open(all.clone());
    let items = {
        let reading = Arc::clone(&reading);
        move |from: usize, to: usize| {
            (from..to)
                .map(|group| view! { <Group state reading=Arc::clone(&reading) at group /> })
                .collect_view()
        }
    };
    let first = items(0, count.min(FIRST_GROUPS));
    let more = move || {
        (is_all.get() || state.is_printing.get()).then(|| items(count.min(FIRST_GROUPS), count))
    };
    let button = (count > FIRST_GROUPS).then(|| {
        let left = number::count((count - FIRST_GROUPS) as u64);
        view! { <ShowAll state what=all left=words::more(&left, lang) /> }
    });
    (count > 0).then(|| {
        view! {
            <ul class="groups">{first}{more}</ul>
            {button}
        }
    })
}

/// Opens the rest of a list; gone once it is open.
#[component]
pub fn ShowAll(
    /// The state of the page.
    state: State,
    /// What it opens.
    what: Openable,
    /// How much is not shown.
    left: String,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let is_open = state.mending.is_open(what.clone());
    move || {
        let (what, left) = (what.clone(), left.clone());
        (!is_open.get()).then(|| {
            view! {
                <p class="quiet more">{left}" "
                    <button class="plain" on:click=move |_| state.mending.turn(&what)>{words::SHOW_ALL.of(lang)}</button>
                </p>
            }
        })
    }
}

/// One group: a line, and below it what it opens into.
#[component]
fn Group(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
    /// The group's place among the file's.
    group: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = reading.files.get(at)?;
    let found = file.groups.get(group)?;
    let sentences = sentences(&reading, file, found, lang);
    if found.first.line.is_none() {
        // The whole file or a column: there is nothing to open, and nobody should have to.
        let items = sentences.into_iter().map(|words| view! { <p>{words}</p> });
        return Some(view! { <li class="group whole">{items.collect_view()}</li> }.into_any());
    }
    let what = Openable::Group(GroupKey::of(file, found));
    let is_open = state.mending.is_open(what.clone());
    let id = group_id(at, group);
    let body_id = format!("{id}-texts");
    let sentence = sentences.into_iter().next();
    let head = head(found, lang);
    let body = {
        let (reading, body_id, sentence) =
            (Arc::clone(&reading), body_id.clone(), sentence.clone());
        move || {
            let (reading, id, sentence) = (Arc::clone(&reading), body_id.clone(), sentence.clone());
            is_open.get().then(|| {
                view! {
                    <div class="group-body" id=id>
                        <p>{sentence}</p>
                        <Texts state reading at group />
                    </div>
                }
            })
        }
    };
    let item = view! {
        <li class="group" class:open=move || is_open.get()>
            <button class="group-head" id=id aria-controls=body_id aria-expanded=move || is_open.get().to_string()
                on:click=move |_| state.mending.turn(&what)>{head}</button>
            <p class="paper-only">{sentence}</p>
            {body}
        </li>
    };
    Some(item.into_any())
}

fn head(group: &FindingGroup, lang: Lang) -> impl IntoView + use<> {
    let first = &group.first;
    let column = first.header.as_deref().filter(|h| !h.trim().is_empty());
    let column = match (column, first.column) {
        (Some(header), _) => words::header(header, lang),
        (None, Some(column)) => words::column(column, lang),
        (None, None) => String::new(),
    };
    view! {
        <span class="group-what">{words::what(&first.problem, lang)}</span>
        <span class="group-where">{column}</span>
        <span class="number">"×"{number::count(group.count)}</span>
        <span class="group-outcome">{words::outcome(first.outcome, lang)}</span>
    }
}

/// What the group's problems say: of a group of rows the first alone, of whole files and columns each of those listed.
fn sentences(
    reading: &Reading,
    file: &FileReading,
    group: &FindingGroup,
    lang: Lang,
) -> Vec<String> {
    let first = [&group.first];
    let of_group = GroupKey::of(file, group);
    let all: Vec<_> = match group.first.line {
        Some(_) => first.to_vec(),
        None if group.count == 1 => first.to_vec(),
        None => file
            .findings
            .iter()
            .filter(|found| GroupKey::of_finding(file, found) == of_group)
            .collect(),
    };
    all.into_iter()
        .map(|found| finding::sentence(found, &reading.files, lang))
        .collect()
}
