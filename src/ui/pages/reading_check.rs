//! 核对读取: how a table was read, in every way worth trying; one click changes it, and all files are read again.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::platform::page;
use crate::report::{Choices, FileReading, HeaderRows, Preview, Reading};
use crate::text::{Lang, check as words, data_room, finding, number, reading as names};
use crate::worker::protocol::Failure;

use super::super::parts::pick::{Pick, PickGroup, Way};
use super::super::state::{State, TableKey};
use super::reading_choice::{place, say};
use super::reading_columns::Columns;

/// A table and its first rows, of one reading.
pub struct Shown {
    /// The reading.
    pub reading: Arc<Reading>,
    /// The table's place in it.
    pub at: usize,
    /// Its first rows; none if it has none that can be shown.
    pub preview: Option<Preview>,
}

impl Shown {
    /// The table.
    pub fn file(&self) -> Option<&FileReading> {
        self.reading.files.get(self.at)
    }

    /// An id for something in the panel of this table.
    pub fn id(&self, what: &str) -> String {
        format!("check-{}-{what}", self.at)
    }
}

/// The panel. While files are read again it shows the earlier reading.
#[component]
pub fn Check(
    /// The state of the page.
    state: State,
    /// The table.
    table: TableKey,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let shown = RwSignal::new(None::<Arc<Shown>>);
    follow_reading(state, table, shown);
    let panel = move || {
        shown.get().map(|shown| match &shown.preview {
            Some(_) => view! { <Writing state shown=Arc::clone(&shown) /><Columns state shown /> }
                .into_any(),
            None => view! { <p>{words::NO_ROWS.of(lang)}" "<Reset state shown /></p> }.into_any(),
        })
    };
    let label = move || {
        let name = shown.with(|shown| shown.as_ref()?.file().map(finding::name_of));
        format!(
            "{} {}",
            words::CHECK.of(lang),
            name.unwrap_or_else(String::new)
        )
    };
    view! { <section class="check" aria-label=label>{panel}</section> }
}

/// Asks for the first rows whenever the table was read anew.
fn follow_reading(state: State, table: TableKey, shown: RwSignal<Option<Arc<Shown>>>) {
    let asked = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let (Some(engine), Some(reading)) = (state.engine.get(), state.reading.get()) else {
            return;
        };
        let Some(at) = place(&reading, &table) else {
            return;
        };
        asked.update_value(|count| *count += 1);
        let turn = asked.get_value();
        page::run(async move {
            let preview = engine.preview(at as u32).await;
            if asked.try_get_value() != Some(turn) {
                return;
            }
            match preview {
                Ok(preview) => shown.set(Some(Arc::new(Shown {
                    reading,
                    at,
                    preview,
                }))),
                Err(Failure::Stopped) => {}
                Err(failure) => state.failure.set(Some(failure)),
            }
        });
    });
}

/// Encoding, separator, where the header stands, and the way back.
#[component]
fn Writing(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let preview = shown.preview.as_ref()?;
    let has_encodings = !preview.readings.is_empty();
    let has_separators = !preview.separators.is_empty();
    Some(view! {
        {has_encodings.then(|| view! { <Encodings state shown=Arc::clone(&shown) /> })}
        <div class="check-row">
            {has_separators.then(|| view! { <Separators state shown=Arc::clone(&shown) /> })}
            <Header state shown=Arc::clone(&shown) />
            <Reset state shown />
        </div>
    })
}

/// The first lines in each encoding worth trying.
#[component]
fn Encodings(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let preview = shown.preview.as_ref()?;
    let used = shown.file().and_then(|file| file.encoding);
    let mut readings: Vec<_> = preview.readings.iter().collect();
    // One order, whichever is in use: what was clicked stays where it was.
    readings.sort_by_key(|reading| reading.encoding);
    let ways = readings
        .into_iter()
        .map(|reading| {
            let encoding = reading.encoding;
            let strange = (reading.strange > 0).then(|| words::strange(&number::count(reading.strange), lang));
            let take = setting(state, &shown, move |choices| choices.encoding = Some(encoding));
            view! {
                <div class="encoding">
                    <Way id=shown.id(&format!("{encoding:?}")) group=shown.id("encoding")
                        words=names::encoding(encoding).of(lang) more=strange.unwrap_or_else(String::new)
                        is_taken=used == Some(encoding) on_take=take />
                    <pre lang="zh-CN">{reading.lines.join("\n")}</pre>
                </div>
            }
        })
        .collect_view();
    Some(view! {
        <fieldset class="encodings"><legend>{data_room::ENCODING.of(lang)}</legend>{ways}</fieldset>
    })
}

/// The separators worth trying, with the number of columns that each gives.
#[component]
fn Separators(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let preview = shown.preview.as_ref()?;
    let used = shown.file().and_then(|file| file.separator);
    let mut separators = preview.separators.clone();
    separators.sort_unstable();
    let ways = separators
        .into_iter()
        .map(|(separator, cells)| {
            let take = setting(state, &shown, move |choices| {
                choices.separator = Some(separator)
            });
            view! {
                <Way id=shown.id(&format!("{separator:?}")) group=shown.id("separator")
                    words=names::separator(separator).of(lang) more=words::cells(cells, lang)
                    is_taken=used == Some(separator) on_take=take />
            }
        })
        .collect_view();
    Some(view! {
        <fieldset class="ways"><legend>{words::SEPARATOR.of(lang)}</legend>{ways}</fieldset>
    })
}

fn setting(
    state: State,
    shown: &Arc<Shown>,
    change: impl Fn(&mut Choices) + Send + Sync + 'static,
) -> Callback<()> {
    let shown = Arc::clone(shown);
    Callback::new(move |()| {
        if let Some(file) = shown.file() {
            say(state, file, &change);
        }
    })
}

/// The line on which the header starts, and how many rows it has.
#[component]
fn Header(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let header = shown.file().and_then(|file| file.header)?;
    let (of_line, of_rows) = (Arc::clone(&shown), Arc::clone(&shown));
    let set_line = move |event: ev::Event| {
        let line = event_target_value(&event)
            .parse()
            .ok()
            .filter(|line| *line > 0);
        if let Some(line) = line {
            set_header(state, &of_line, HeaderRows { line, ..header });
        }
    };
    let set_rows = Callback::new(move |rows: String| {
        if let Ok(rows) = rows.parse() {
            set_header(state, &of_rows, HeaderRows { rows, ..header });
        }
    });
    let counts = PickGroup {
        name: None,
        options: (1..=3)
            .map(|rows| (rows.to_string(), rows.to_string()))
            .collect(),
    };
    Some(view! {
        <span class="header-rows">
            {words::HEADER_FROM.of(lang)}" "
            <input type="number" min="1" max="60" aria-label=words::HEADER_LINE_LABEL.of(lang)
                prop:value=header.line.to_string() on:change=set_line />
            " "{words::HEADER_LINES.of(lang)}" "
            <Pick id=shown.id("rows") label=words::HEADER_ROWS_LABEL.of(lang).to_owned()
                groups=vec![counts] chosen=header.rows.to_string() on_pick=set_rows />
            " "{words::HEADER_END.of(lang)}
        </span>
    })
}

/// Says where the header stands.
pub fn set_header(state: State, shown: &Shown, header: HeaderRows) {
    if let Some(file) = shown.file() {
        say(state, file, |choices| choices.header = Some(header));
    }
}

/// The way back to what the program finds by itself.
#[component]
fn Reset(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let lang: Lang = state.lang.get_untracked();
    let reset = setting(state, &shown, |choices| {
        *choices = Choices {
            steps: std::mem::take(&mut choices.steps),
            ..Choices::NONE
        };
    });
    view! {
        <button title=words::RESET_WHY.of(lang) on:click=move |_| reset.run(())>{words::RESET.of(lang)}</button>
    }
}
