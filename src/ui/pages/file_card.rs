//! What was understood of one file.

use leptos::prelude::*;

use crate::report::{ColumnReading, Field, FileKind, FileReading, Separator};
use crate::text::{
    Lang, Words, check, data_room as words, field, finding, number, reading as names, settled,
};

use super::super::actions;
use super::super::state::{State, TableKey};
use super::findings::Findings;
use super::reading_check::Check;
use super::reading_choice::{place, wants_checking};

/// The file. It stays while files are read again, and shows the earlier reading until the new one is there.
#[component]
pub fn FileCard(
    /// The state of the page.
    state: State,
    /// Which table it is.
    table: TableKey,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let table = StoredValue::new(table);
    let found = move || {
        let reading = state.reading.get()?;
        let at = table.with_value(|table| place(&reading, table))?;
        Some((reading, at))
    };
    let of_file = move |show: fn(State, &FileReading) -> AnyView| {
        move || {
            let (reading, at) = found()?;
            reading.files.get(at).map(|file| show(state, file))
        }
    };
    let is = move |which: fn(&FileReading) -> bool| {
        found().is_some_and(|(reading, at)| reading.files.get(at).is_some_and(which))
    };
    let is_open = Memo::new(move |_| {
        let by_hand =
            table.with_value(|table| state.checks.with(|checks| checks.get(table).copied()));
        by_hand.unwrap_or_else(|| is(wants_checking))
    });
    let toggle = move |_| {
        let open = !is_open.get_untracked();
        state.checks.update(|checks| {
            checks.insert(table.get_value(), open);
        });
    };
    let can_check = Memo::new(move |_| is(|file| file.encoding.is_some()) || is_said(state, table));
    // A file of the sample is none that the person gave, so it cannot be taken away alone.
    let can_remove = move || !state.is_sample.get() && !state.is_unread.get();
    let given = table.with_value(|table| table.0 as usize);
    let findings = move || found().map(|(reading, at)| view! { <Findings state reading at /> });
    view! {
        <article class="file" class:lacking=move || is(|file| !file.missing.is_empty())>
            <header>
                {of_file(title)}
                <Show when=move || can_check.get()>
                    <button class="plain" aria-expanded=move || is_open.get().to_string() on:click=toggle>{check::CHECK.of(lang)}</button>
                </Show>
                <Show when=can_remove>
                    <button class="plain" on:click=move |_| actions::remove_file(state, given)>{words::REMOVE.of(lang)}</button>
                </Show>
            </header>
            {of_file(facts)}
            <Show when=move || is_open.get() && can_check.get()>
                <Check state table=table.get_value() />
            </Show>
            {findings}
        </article>
    }
}

/// Whether anything was said of a table, even if it cannot be read so.
fn is_said(state: State, table: StoredValue<TableKey>) -> bool {
    let (given, sheet) = table.get_value();
    state.said.with(|said| {
        let file = said
            .now()
            .choices
            .get(given as usize)
            .and_then(Option::as_ref);
        let table = file.and_then(|file| file.get(sheet.as_deref().unwrap_or("")));
        table.is_some_and(|choices| !choices.is_empty())
    })
}

/// Name, kind, how it was read, and the rows that add up.
fn title(state: State, file: &FileReading) -> AnyView {
    let lang = state.lang.get_untracked();
    let badge = match (file.is_by_profile, file.choices.is_empty()) {
        (true, _) => Some(check::BY_PROFILE.of(lang)),
        (false, false) => Some(check::BY_HAND.of(lang)),
        (false, true) => None,
    };
    view! {
        <h3>{finding::name_of(file)}</h3>
        <span class="file-kind">{field::kind(file.kind).of(lang)}</span>
        {badge.map(|words| view! { <span class="badge">{words}</span> })}
        <strong class="number">{sum(file, lang)}</strong>
    }
    .into_any()
}

fn sum(file: &FileReading, lang: Lang) -> String {
    if file.kind == FileKind::Profile {
        return settled::shapes(&number::count(file.rows), is_of_places(file), lang);
    }
    let as_it_is = number::count(file.used.saturating_sub(file.mended));
    let mended = (file.mended > 0).then(|| number::count(file.mended));
    words::rows_sum(
        &number::count(file.rows),
        (&as_it_is, mended.as_deref()),
        &number::count(file.set_aside),
        lang,
    )
}

fn facts(state: State, file: &FileReading) -> AnyView {
    let lang = state.lang.get_untracked();
    if file.kind == FileKind::Profile {
        return profile_fits(state, is_of_places(file), lang);
    }
    let items = listed_facts(file, lang)
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="facts">{items}</dl> }.into_any()
}

/// Whether a profile that could be read has no shape, and so settles nothing but places.
fn is_of_places(file: &FileReading) -> bool {
    file.rows == 0 && file.findings_total == 0
}

/// Which files a profile fits.
fn profile_fits(state: State, is_of_places: bool, lang: Lang) -> AnyView {
    let names: Vec<String> = state.reading.with(|reading| {
        let files = reading.iter().flat_map(|reading| &reading.files);
        files
            .filter(|file| file.is_by_profile)
            .map(finding::name_of)
            .collect()
    });
    view! { <p>{settled::fits(&names, is_of_places, lang)}</p> }.into_any()
}

fn listed_facts(file: &FileReading, lang: Lang) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut fact = |name: Words, value: Option<String>| {
        if let Some(value) = value {
            facts.push((name.of(lang), value));
        }
    };
    let of = |words: Words| words.of(lang).to_owned();
    let is_text = |separator: &Separator| *separator != Separator::Unit;
    fact(words::SIZE, Some(words::megabytes(file.bytes)));
    fact(
        words::ENCODING,
        file.encoding
            .filter(|_| file.sheet.is_none())
            .map(|encoding| of(names::encoding(encoding))),
    );
    fact(
        words::SEPARATOR,
        file.separator
            .filter(is_text)
            .map(|separator| of(names::separator(separator))),
    );
    fact(
        words::HEADER_LINE,
        file.header
            .map(|header| words::lines(header.line, header.rows, lang)),
    );
    let count =
        |which: fn(&ColumnReading) -> bool| file.columns.iter().filter(|c| which(c)).count();
    let counts = words::columns(
        [
            count(|column| column.field.is_some_and(Field::is_read) && !column.is_pseudonymised),
            count(|column| !column.field.is_some_and(Field::is_read) && column.personal.is_none()),
            count(|column| column.is_pseudonymised),
            count(|column| column.personal.is_some() && !column.is_pseudonymised),
        ],
        lang,
    );
    fact(words::COLUMNS, (!file.columns.is_empty()).then_some(counts));
    let missing: Vec<&str> = file
        .missing
        .iter()
        .map(|f| field::name(*f).of(lang))
        .collect();
    fact(
        words::MISSING,
        (!missing.is_empty()).then(|| missing.join(" · ")),
    );
    facts
}
