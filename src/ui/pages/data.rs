//! 数据: files in, what was understood of them, the day of the report.

use leptos::prelude::*;

use crate::platform::event;
use crate::report::{Field, FileKind, Reading};
use crate::text::{Lang, data_room as words, field, finding, number};
use crate::worker::protocol::Progress;

use super::super::actions;
use super::super::rooms::Room;
use super::super::state::State;
use super::day::Day;
use super::file_card::FileCard;
use super::personal::PersonalData;
use super::places::Places;
use super::reading_bar::ReadingBar;
use super::reading_choice::key;

/// The room.
#[component]
pub fn DataRoom(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let is_empty = move || !state.is_sample.get() && state.files.with(Vec::is_empty);
    view! {
        <div class="data-room">
            <PersonalData state />
            <Drop state />
            {move || state.progress.with(Option::is_some).then(|| view! { <ReadingNow state /> })}
            {move || (state.is_unread.get() && state.progress.with(Option::is_none))
                .then(|| view! { <Unread state /> })}
            <Show when=move || state.reading.with(Option::is_some)><Understood state /></Show>
            {move || is_empty().then(|| view! { <Needed lang /> })}
        </div>
    }
}

/// The place to drop files on, with the two buttons.
#[component]
fn Drop(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let class = move || {
        if state.reading.with(Option::is_some) {
            "drop small"
        } else {
            "drop"
        }
    };
    let choose = move || {
        if state.files.with(Vec::is_empty) {
            words::CHOOSE.of(lang)
        } else {
            words::ADD.of(lang)
        }
    };
    view! {
        <section class=class>
            <p class="promise">{words::PROMISE.of(lang)}</p>
            <p class="drop-here">{words::DROP_HERE.of(lang)}</p>
            <div class="drop-buttons">
                <label class="button first">
                    <input class="unseen" type="file" multiple
                        on:change=move |event| actions::add_files(state, event::chosen_files(&event)) />
                    {choose}
                </label>
                <button on:click=move |_| actions::use_sample(state)>{words::SAMPLE.of(lang)}</button>
            </div>
            <p class="quiet">{words::WHAT_TO_GIVE.of(lang)}</p>
        </section>
    }
}

/// The columns that are needed, before anyone fails for want of them.
#[component]
fn Needed(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let list = |fields: &[Field]| {
        let names: Vec<&str> = fields.iter().map(|f| field::name(*f).of(lang)).collect();
        names.join(match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        })
    };
    let row = |kind: FileKind| {
        let must = if kind == FileKind::Boundaries {
            words::GEOJSON.of(lang).to_owned()
        } else {
            list(Field::required(kind))
        };
        view! {
            <tr>
                <th scope="row">{field::kind(kind).of(lang)}</th>
                <td>{must}</td>
                <td>{list(Field::optional(kind))}</td>
                <td>{words::needed_for(kind).of(lang)}</td>
            </tr>
        }
    };
    let kinds = FileKind::TABLES.into_iter().chain([FileKind::Boundaries]);
    let rows = kinds.map(row).collect_view();
    view! {
        <section>
            <h2>{words::NEEDED.of(lang)}</h2>
            <table class="needed">
                <thead><tr>
                    <th scope="col">{words::KIND.of(lang)}</th>
                    <th scope="col">{words::MUST_HAVE.of(lang)}</th>
                    <th scope="col">{words::MAY_HAVE.of(lang)}</th>
                    <th scope="col">{words::NEEDED_FOR.of(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="quiet">{words::NO_PERSONAL.of(lang)}</p>
        </section>
    }
}

/// How far the reading is, with a button that stops it.
#[component]
fn ReadingNow(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let of = move |part: fn(&Progress) -> u64| {
        move || {
            state
                .progress
                .with(|p| p.as_ref().map(part).map(|n| n.to_string()))
        }
    };
    let line = move || {
        state.progress.with(|progress| {
            progress
                .as_ref()
                .map(|p| words::progress(p.bytes, p.total, &number::count(p.rows), lang))
        })
    };
    let title = move || {
        if state.is_sample.get() {
            words::READING_SAMPLE.of(lang)
        } else {
            words::READING.of(lang)
        }
    };
    view! {
        <section class="reading-now" aria-live="polite">
            <h2>{title}" "{move || state.progress.with(|p| p.as_ref().map(|p| p.file.clone()))}</h2>
            <progress aria-label=title max=of(|p| p.total.max(1)) value=of(|p| p.bytes)></progress>
            <span class="number">{line}</span>
            <button on:click=move |_| actions::stop(state)>{words::STOP.of(lang)}</button>
        </section>
    }
}

/// Files that were given and are not read: each can be taken away, or all read again.
#[component]
fn Unread(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let files = move || {
        state.files.with(|files| {
            files
                .iter()
                .enumerate()
                .map(|(at, file)| view! {
                    <li>{file.name()}" "<span class="quiet">{words::megabytes(file.size())}</span>" "
                        <button class="plain" on:click=move |_| actions::remove_file(state, at)>{words::REMOVE.of(lang)}</button>
                    </li>
                })
                .collect_view()
        })
    };
    let told = move || {
        let has_earlier = state.report.with(Option::is_some) || state.reading.with(Option::is_some);
        let told = if has_earlier {
            words::NOT_READ
        } else {
            words::NOTHING_READ
        };
        told.of(lang)
    };
    view! {
        <section class="unread">
            <p>{told}</p>
            <ul>{files}</ul>
            <button on:click=move |_| actions::read(state)>{words::READ_AGAIN.of(lang)}</button>
            <button on:click=move |_| actions::remove_all(state)>{words::REMOVE_ALL.of(lang)}</button>
        </section>
    }
}

/// What was understood: the sum of all files, the day, and file by file. It stays while files are read again.
#[component]
fn Understood(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let day = move || {
        state
            .reading
            .get()
            .map(|reading| view! { <Day state reading /> })
    };
    let tables = move || {
        state.reading.with(|reading| {
            let files = reading.iter().flat_map(|reading| &reading.files);
            files.map(key).collect::<Vec<_>>()
        })
    };
    let is_sample = move || state.is_sample.get().then(|| words::SAMPLE_NAME.of(lang));
    view! {
        {day}
        <section>
            <div class="section-head">
                <h2>{words::UNDERSTOOD.of(lang)}</h2>
                <p class="quiet">{is_sample}</p>
                <button class="first" disabled=move || state.report.with(Option::is_none)
                    on:click=move |_| state.room.set(Room::Overview)>{words::SEE_OVERVIEW.of(lang)}</button>
                <button on:click=move |_| actions::save_findings(state)>{words::SAVE_FINDINGS.of(lang)}</button>
                <button on:click=move |_| actions::remove_all(state)>{words::REMOVE_ALL.of(lang)}</button>
            </div>
            {move || state.reading.get().map(|reading| view! { <p>{summary(&reading, lang)}</p> })}
            <ReadingBar state />
            {move || state.reading.get().map(|reading| view! { <SharedFindings lang sentences=shared(&reading, lang) /> })}
            {move || state.reading.get().map(|reading| view! { <Places state reading /> })}
            <For each=tables key=Clone::clone let:table><FileCard state table /></For>
        </section>
    }
}

fn summary(reading: &Reading, lang: Lang) -> String {
    let households = reading.roster_households.map(number::count);
    let villages = reading.villages.map(number::count);
    let loans = number::count(reading.loans);
    words::summary(&loans, households.as_deref(), villages.as_deref(), lang)
}

fn shared(reading: &Reading, lang: Lang) -> Vec<String> {
    let findings = reading.findings.iter();
    findings
        .map(|found| finding::sentence(found, &reading.files, lang))
        .collect()
}

/// Problems that are not one file's alone.
#[component]
fn SharedFindings(
    /// The language.
    lang: Lang,
    /// The sentences.
    sentences: Vec<String>,
) -> impl IntoView {
    (!sentences.is_empty()).then(|| {
        let items = sentences
            .into_iter()
            .map(|words| view! { <li>{words}</li> })
            .collect_view();
        view! { <h3>{words::ALL_FILES.of(lang)}</h3><ul class="findings">{items}</ul> }
    })
}
