//! The first rows of a table as it is read, and at the head of each column what it means, changed by hand there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{ColumnPreview, ColumnReading, FileReading, HeaderRows, PreviewRow, Unit};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, check as words, field, finding, reading as names};

use super::super::parts::pick::{Pick, PickGroup};
use super::super::state::State;
use super::personal::Treatment;
use super::reading_check::{Shown, set_header};
use super::reading_choice::{
    holds_money, is_meaning_unsure, is_unit_unsure, is_unsure, mean, measure, said, say,
};
use super::reading_meanings;

/// What stands for a cell that is left out as personal.
const HIDDEN: &str = "●●●";

/// The table, and above it what is lacking or in doubt.
#[component]
pub fn Columns(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = shown.file()?;
    let preview = shown.preview.as_ref()?;
    let heads = file
        .columns
        .iter()
        .zip(&preview.columns)
        .enumerate()
        .map(|(at, (_, held))| view! { <Head state shown=Arc::clone(&shown) at held=held.clone() /> })
        .collect_view();
    let width = file.columns.len();
    let label = format!("{} {}", words::FIRST_ROWS.of(lang), finding::name_of(file));
    let rows = preview
        .rows
        .iter()
        .map(|row| body_row(state, &shown, row, width))
        .collect_view();
    Some(view! {
        <Wanting lang file=file.clone() />
        <ToCheck lang shown=Arc::clone(&shown) />
        <div class="sideways" role="region" tabindex="0" aria-label=label>
            <table class="check-table">
                <thead><tr><th scope="col" class="line">{words::LINE.of(lang)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}

fn body_row(state: State, shown: &Arc<Shown>, row: &PreviewRow, width: usize) -> AnyView {
    let lang = state.lang.get_untracked();
    let cell = |at: usize| match row.cells.get(at) {
        Some(Some(text)) => view! { <td title=text.clone()>{text.clone()}</td> },
        Some(None) => view! { <td title=String::new()>{HIDDEN.to_owned()}</td> },
        None => view! { <td title=String::new()>{String::new()}</td> },
    };
    let cells = (0..width.max(row.cells.len())).map(cell).collect_view();
    let line = row.line;
    let mark = if row.is_header {
        view! { <strong>{words::HEADER_MARK.of(lang)}</strong> }.into_any()
    } else {
        let shown = Arc::clone(shown);
        let rows = shown
            .file()
            .and_then(|file| file.header)
            .map(|header| header.rows);
        let take = move |_| {
            if let Some(rows) = rows {
                set_header(state, &shown, HeaderRows { line, rows });
            }
        };
        view! {
            <button class="link" aria-label=words::header_from(line, lang) on:click=take>{words::HEADER_HERE.of(lang)}</button>
        }
        .into_any()
    };
    view! {
        <tr class:header-row=row.is_header>
            <th scope="row" class="line"><span class="number">{line}</span>" "{mark}</th>{cells}
        </tr>
    }
    .into_any()
}

/// The columns that the file must have and lacks.
#[component]
fn Wanting(
    /// The language.
    lang: Lang,
    /// The table.
    file: FileReading,
) -> impl IntoView {
    let missing: Vec<&str> = file
        .missing
        .iter()
        .map(|f| field::name(*f).of(lang))
        .collect();
    (!missing.is_empty()).then(|| view! {
        <p class="wanting"><strong>{words::WANTING.of(lang)}" "{missing.join(" · ")}</strong>" "{words::WANTING_WHY.of(lang)}</p>
    })
}

/// The columns that a person should look at; each leads there.
#[component]
fn ToCheck(
    /// The language.
    lang: Lang,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let file = shown.file()?;
    let unsure: Vec<_> = file
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| is_unsure(column))
        .map(|(at, column)| {
            let id = shown.id(&format!("{at}-meaning"));
            view! {
                <button class="link" on:click=move |_| page::focus(&id)>{words::column(at + 1, &column.header, lang)}</button>" "
            }
        })
        .collect();
    (!unsure.is_empty()).then(
        || view! { <p class="to-check"><strong>{words::TO_CHECK.of(lang)}</strong>" "{unsure}</p> },
    )
}

/// The head of a column: its meaning and how sure that is, its unit, what is done with personal data.
#[component]
fn Head(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
    /// The column's place.
    at: usize,
    /// What the column holds.
    held: ColumnPreview,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = shown.file()?;
    let column = file.columns.get(at)?.clone();
    let name = words::column(at + 1, &column.header, lang);
    let is_left_out = column.personal.is_some() && !column.is_pseudonymised;
    let is_money = !is_left_out && holds_money(file, at);
    Some(view! {
        <th scope="col" class:unsure=is_unsure(&column)>
            {(!is_left_out).then(|| view! {
                <MeaningPick state shown=Arc::clone(&shown) at name=name.clone() />
                <span class="certainty" class:doubt=is_meaning_unsure(&column)>{certainty(&column, state, &shown, lang)}</span>
            })}
            {is_money.then(|| view! { <UnitPick state shown=Arc::clone(&shown) at name=name.clone() held /> })}
            {shown.file().map(|file| view! { <Treatment state file=file.clone() at id=shown.id(&format!("{at}-personal")) /> })}
        </th>
    })
}

/// How sure the meaning is, in words.
fn certainty(column: &ColumnReading, state: State, shown: &Shown, lang: Lang) -> String {
    if column.is_pseudonymised {
        return words::PSEUDONYMS.of(lang).to_owned();
    }
    match (column.field, column.certainty) {
        (Some(field), _) if !field.is_read() => words::KNOWN.of(lang).to_owned(),
        (_, Some(certainty)) => {
            let unreadable = column
                .fit
                .map(|(good, all)| (all.saturating_sub(good), all));
            words::certainty(certainty, unreadable, lang)
        }
        _ => {
            let is_said = shown
                .file()
                .is_some_and(|file| reading_meanings::is_said(column, &said(state, file)));
            let by_hand =
                is_said.then(|| words::certainty(crate::report::Certainty::Chosen, None, lang));
            by_hand.unwrap_or_else(String::new)
        }
    }
}

/// The meaning of a column, to be picked.
#[component]
fn MeaningPick(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
    /// The column's place.
    at: usize,
    /// How the column is called.
    name: String,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let file = shown.file()?;
    let column = file.columns.get(at)?.clone();
    let (groups, chosen) = reading_meanings::of(file, &column, &file.choices, lang);
    let (id, label) = (
        shown.id(&format!("{at}-meaning")),
        words::meaning_of(&name, lang),
    );
    let on_pick = Callback::new(move |value: String| {
        let meaning = reading_meanings::picked(&value, &column);
        if let Some(file) = shown.file() {
            say(state, file, |choices| {
                mean(choices, &column.name(), meaning)
            });
        }
    });
    Some(view! { <Pick id label groups chosen on_pick /> })
}

/// The unit of a column of money, where it comes from, and where that is no more than a guess what it was guessed by.
#[component]
fn UnitPick(
    /// The state of the page.
    state: State,
    /// What is shown.
    shown: Arc<Shown>,
    /// The column's place.
    at: usize,
    /// How the column is called.
    name: String,
    /// What the column holds.
    held: ColumnPreview,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let column = shown.file()?.columns.get(at)?.clone();
    let value = |unit: Unit| format!("{unit:?}");
    let units = [Unit::Yuan, Unit::TenThousandYuan];
    let mut options: Vec<_> = units
        .iter()
        .map(|unit| (value(*unit), names::unit(*unit).of(lang).to_owned()))
        .collect();
    if column.unit.is_none() {
        options.insert(0, (String::new(), words::UNIT_ASKED.of(lang).to_owned()));
    }
    let groups = vec![PickGroup {
        name: None,
        options,
    }];
    let chosen = column.unit.map_or_else(String::new, value);
    let (id, label) = (shown.id(&format!("{at}-unit")), words::unit_of(&name, lang));
    let is_doubt = is_unit_unsure(&column);
    let source = column.unit_from.map(|from| words::unit_from(from).of(lang));
    let spread = held.amounts.filter(|_| is_unit_unsure(&column));
    let spread = spread.map(|amounts| words::amounts(&amounts.map(plain), lang));
    let on_pick = Callback::new(move |picked: String| {
        let unit = units.into_iter().find(|unit| value(*unit) == picked);
        if let (Some(file), Some(unit)) = (shown.file(), unit) {
            say(state, file, |choices| {
                measure(choices, &column.name(), unit)
            });
        }
    });
    Some(view! {
        <Pick id label groups chosen on_pick />
        <span class="certainty" class:doubt=is_doubt>{source}</span>
        {spread.map(|words| view! { <span class="spread">{words}</span> })}
    })
}

/// An amount as cells have it, without decimals that say nothing.
fn plain(amount: crate::report::Fen) -> String {
    let text = number::money(amount, MoneyUnit::Yuan);
    match text.strip_suffix(".00") {
        Some(whole) => whole.to_owned(),
        None => text,
    }
}
