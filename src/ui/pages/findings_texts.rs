//! The texts found in a group of problems, each with its count, its lines, the rows themselves, and what it is to become.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{FileReading, FindingGroup, FoundText, Problem, Reading};
use crate::text::{Lang, mending as words, number};

use super::super::state::State;
use super::findings::ShowAll;
use super::findings_mend::Mend;
use super::findings_open::{GroupKey, Openable};
use super::findings_rows::{Rows, show_rows};

/// How many texts are shown at first.
const FIRST_TEXTS: usize = 6;

/// The texts.
#[component]
pub fn Texts(
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
    let (file, found) = group_of(&reading, at, group)?;
    let listed = found.texts.len();
    let all = Openable::AllTexts(GroupKey::of(file, found));
    let is_all = state.mending.is_open(all.clone());
    let items = {
        let reading = Arc::clone(&reading);
        move |from: usize, to: usize| {
            (from..to)
                .map(|text| view! { <Text state place=TextPlace { reading: Arc::clone(&reading), at, group, text } /> })
                .collect_view()
        }
    };
    let first = items(0, listed.min(FIRST_TEXTS));
    let more = move || is_all.get().then(|| items(listed.min(FIRST_TEXTS), listed));
    let button = (listed > FIRST_TEXTS).then(|| {
        let left = number::count((listed - FIRST_TEXTS) as u64);
        view! { <ShowAll state what=all left=words::more(&left, lang) /> }
    });
    let unlisted = found.texts_total.saturating_sub(listed as u64);
    let unlisted = (unlisted > 0).then(|| {
        view! { <p class="quiet">{words::not_listed(&number::count(unlisted), lang)}</p> }
    });
    Some(view! {
        <ul class="texts">{first}{more}</ul>
        {button}
        {unlisted}
    })
}

fn group_of(reading: &Reading, at: usize, group: usize) -> Option<(&FileReading, &FindingGroup)> {
    let file = reading.files.get(at)?;
    Some((file, file.groups.get(group)?))
}

/// Where a text stands in what was understood.
#[derive(Clone)]
pub struct TextPlace {
    /// What was understood of all files.
    pub reading: Arc<Reading>,
    /// The file's place among them.
    pub at: usize,
    /// The group's place among the file's.
    pub group: usize,
    /// The text's place among the group's.
    pub text: usize,
}

impl TextPlace {
    /// The file, the group and the text.
    pub fn of(&self) -> Option<(&FileReading, &FindingGroup, &FoundText)> {
        let (file, group) = group_of(&self.reading, self.at, self.group)?;
        Some((file, group, group.texts.get(self.text)?))
    }
}

/// Whether a text that is not there is one that must not be shown, and not a fault of the row as a whole.
fn may_hide(group: &FindingGroup) -> bool {
    let is_of_row = matches!(group.first.problem, Problem::OverdueButNotDue { .. });
    group.first.column.is_some() && !is_of_row
}

/// One text.
#[component]
fn Text(
    /// The state of the page.
    state: State,
    /// Where it stands.
    place: TextPlace,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (_, group, text) = place.of()?;
    let shown = words::found(text.found.as_deref(), may_hide(group), lang);
    let count = number::count(text.count);
    let is_mendable = group.is_mendable() && text.found.is_some();
    let rows = RwSignal::new(None);
    let line = RwSignal::new(text.lines.first().copied());
    let mend = is_mendable.then(|| view! { <Mend state place=place.clone() line=line.into() /> });
    Some(view! {
        <li>
            <p><strong class="found">{shown}</strong>" "<span class="number">"×"{count}</span>" "
                <Lines state place=place.clone() line rows /></p>
            {mend}
            <Rows state place rows />
        </li>
    })
}

/// The first lines of the text, each of which leads to its row.
#[component]
fn Lines(
    /// The state of the page.
    state: State,
    /// Where the text stands.
    place: TextPlace,
    /// The line that a correction of one line is for.
    line: RwSignal<Option<u32>>,
    /// The rows that are shown.
    rows: RwSignal<super::findings_rows::Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (_, _, text) = place.of()?;
    let (at, all) = (place.at, text.lines.clone());
    let (before, between, behind) = words::lines(lang);
    let more = if text.count > all.len() as u64 {
        "…"
    } else {
        ""
    };
    let links = numbers(&all, between, move |number| {
        line.set(Some(number));
        show_rows(state, at, vec![number], rows);
    });
    let several = (all.len() > 1).then(|| see_all(state, at, all, rows, lang));
    Some(view! {
        <span class="lines">{before}{links}{more}{behind}</span>" "
        {several}
    })
}

fn numbers(
    lines: &[u32],
    between: &'static str,
    on_press: impl Fn(u32) + Copy + 'static,
) -> AnyView {
    lines
        .iter()
        .enumerate()
        .map(|(at, &number)| {
            let between = if at == 0 { "" } else { between };
            view! { {between}<button class="link" on:click=move |_| on_press(number)>{number}</button> }
        })
        .collect_view()
        .into_any()
}

fn see_all(
    state: State,
    at: usize,
    lines: Vec<u32>,
    rows: RwSignal<super::findings_rows::Shown>,
    lang: Lang,
) -> impl IntoView {
    view! {
        <button class="plain" on:click=move |_| show_rows(state, at, lines.clone(), rows)>{words::SEE_ROWS.of(lang)}</button>
    }
}
