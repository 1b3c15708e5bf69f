//! What was understood of one file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{ColumnReading, FileReading, Reading};
use crate::text::{Lang, Words, data_room as words, field, number, reading as names};

use super::super::actions;
use super::super::state::State;
use super::findings::Findings;

/// The file.
#[component]
pub fn FileCard(
    /// The state of the page.
    state: State,
    /// What was understood of all files.
    reading: Arc<Reading>,
    /// The file's place among them.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = reading.files.get(at)?;
    let sum = words::rows_sum(
        &number::count(file.rows),
        &number::count(file.used),
        &number::count(file.set_aside),
        lang,
    );
    let facts = facts(file, lang)
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    let class = if file.missing.is_empty() {
        "file"
    } else {
        "file lacking"
    };
    // A file of the sample is none that the person gave, so it cannot be taken away alone.
    let remove = move || {
        (!state.is_sample.get() && !state.is_unread.get()).then(|| view! {
        <button class="plain" on:click=move |_| actions::remove_file(state, at)>{words::REMOVE.of(lang)}</button>
    })
    };
    Some(view! {
        <article class=class>
            <header>
                <h3>{file.name.clone()}</h3>
                <span class="file-kind">{field::kind(file.kind).of(lang)}</span>
                <strong class="number">{sum}</strong>
                {remove}
            </header>
            <dl class="facts">{facts}</dl>
            <FileColumns lang file=file.clone() />
            <Findings state reading=Arc::clone(&reading) at />
        </article>
    })
}

fn facts(file: &FileReading, lang: Lang) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut fact = |name: Words, value: Option<String>| {
        if let Some(value) = value {
            facts.push((name.of(lang), value));
        }
    };
    fact(words::SIZE, Some(words::megabytes(file.bytes)));
    fact(
        words::ENCODING,
        file.encoding
            .map(|e| names::encoding(e).of(lang).to_owned()),
    );
    fact(
        words::SEPARATOR,
        file.separator
            .map(|s| names::separator(s).of(lang).to_owned()),
    );
    fact(
        words::HEADER_LINE,
        file.header.map(|header| words::line(header.line, lang)),
    );
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

/// The columns: what each means, which are not used, which were left out.
#[component]
fn FileColumns(
    /// The language.
    lang: Lang,
    /// The file.
    file: FileReading,
) -> impl IntoView {
    if file.columns.is_empty() {
        return None;
    }
    let some = |name: Words, which: fn(&ColumnReading) -> bool| {
        let columns: Vec<String> = file
            .columns
            .iter()
            .filter(|column| which(column))
            .map(|column| column_words(column, lang))
            .collect();
        (!columns.is_empty()).then(|| {
            let items = columns
                .into_iter()
                .map(|words| view! { <li>{words}</li> })
                .collect_view();
            view! { <div><h4>{name.of(lang)}</h4><ul class="columns">{items}</ul></div> }
        })
    };
    Some(view! {
        <details class="file-columns">
            <summary>{words::COLUMNS.of(lang)}</summary>
            {some(words::MATCHED, |c| c.field.is_some() && c.personal.is_none())}
            {some(words::NOT_MATCHED, |c| c.field.is_none() && c.personal.is_none())}
            {some(words::LEFT_OUT, |c| c.personal.is_some())}
        </details>
    })
}

fn column_words(column: &ColumnReading, lang: Lang) -> String {
    let mut words = column.header.clone();
    if let Some(personal) = column.personal {
        words.push_str(" → ");
        words.push_str(names::personal(personal).of(lang));
        return words;
    }
    if let Some(meaning) = column.field {
        words.push_str(" → ");
        words.push_str(field::name(meaning).of(lang));
    }
    if let Some(unit) = column.unit {
        words.push_str(" · ");
        words.push_str(names::unit(unit).of(lang));
    }
    words
}
