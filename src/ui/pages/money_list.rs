//! A list of loans behind a sum of 贴息 or 风险补偿: a window of it at a time, all of it on paper or as a file.

use leptos::prelude::*;

use crate::export::money_list as written;
use crate::platform::page;
use crate::report::Date;
use crate::report::policy::money_list::{MoneyListQuery, MoneyPage};
use crate::text::table::in_unit;
use crate::text::{Lang, number, subsidy as words};

use super::super::reader::Reader;
use super::super::rule_actions;
use super::super::state::State;

/// Rows of a window.
const WINDOW: u64 = 100;
/// Most rows that are put on paper; more are for a file.
const MOST_ON_PAPER: u64 = 5_000;
/// Characters beyond which a cell of words is given a wider column.
const WIDE: usize = 10;

/// What a list shows now; none while none is shown.
pub type Listed = RwSignal<Option<MoneyPage>>;

/// Asks for a window of a list and shows it.
pub fn show(state: State, query: MoneyListQuery, offset: u64, limit: u64, listed: Listed) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    page::run(async move {
        match engine.money_list(query, offset, limit).await {
            // The room may have been left meanwhile.
            Ok(found) => drop(listed.try_set(Some(found))),
            Err(failure) => state.failure.set(Some(failure)),
        }
    });
}

/// Shows the first window of a list.
pub fn open(state: State, query: MoneyListQuery, listed: Listed) {
    show(state, query, 0, WINDOW, listed);
}

/// The list that is shown.
#[component]
pub fn MoneyListed(
    /// The state of the page.
    state: State,
    /// What is shown.
    listed: Listed,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    move || {
        let shown = listed.get()?;
        let reader = state.reader();
        Some(view! {
            <div class="money-list">
                <p>{written::total(&shown, reader.unit, lang)}</p>
                {tools(state, &shown, listed, lang)}
                {table(&shown, reader)}
                {written::signature(&shown.rows).map(|line| view! { <p class="paper-only">{line.of(lang)}</p> })}
            </div>
        })
    }
}

fn tools(state: State, shown: &MoneyPage, listed: Listed, lang: Lang) -> impl IntoView + use<> {
    let (count, offset) = (shown.count, shown.offset);
    let last = (offset + WINDOW).min(count);
    let has_all = offset == 0 && count <= WINDOW;
    let queries = [(); 4].map(|()| shown.query.clone());
    let [before, after, all, saved] = queries;
    let save = move |_| rule_actions::save_money_list(state, saved.clone());
    let go = move |query: &MoneyListQuery, to: u64, limit: u64| {
        show(state, query.clone(), to, limit, listed);
    };
    view! {
        <div class="table-tools">
            <span class="rows-left" role="status">
                {words::window(&number::count((offset + 1).min(count)), &number::count(last), &number::count(count), lang)}
            </span>
            <button disabled={offset == 0} on:click=move |_| go(&before, offset.saturating_sub(WINDOW), WINDOW)>{words::EARLIER_ROWS.of(lang)}</button>
            <button disabled={last >= count} on:click=move |_| go(&after, last, WINDOW)>{words::LATER_ROWS.of(lang)}</button>
            {(!has_all && count <= MOST_ON_PAPER).then(|| view! {
                <button on:click=move |_| go(&all, 0, MOST_ON_PAPER)>{words::ALL_ROWS.of(lang)}</button>
            })}
            <button on:click=save>{words::SAVE_LIST.of(lang)}</button>
            <button class="plain" on:click=move |_| listed.set(None)>{words::HIDE_LIST.of(lang)}</button>
        </div>
    }
}

fn table(shown: &MoneyPage, reader: Reader) -> impl IntoView + use<> {
    let Reader { lang, unit } = reader;
    let heads = written::headings(&shown.rows)
        .into_iter()
        .map(|heading| view! { <th scope="col">{in_unit(heading.of(lang), unit, lang)}</th> });
    let rows = written::cells(&shown.rows, shown.offset + 1, lang);
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|cell| {
            let (text, is_figure) = cell.shown(unit);
            let is_day = text.parse::<Date>().is_ok();
            let is_wide = !is_figure && text.chars().count() > WIDE;
            view! { <td class:figure=is_figure class:on-day=is_day class:wide=is_wide>{text}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=words::SEE_LIST.of(lang)>
            <table class="small-table many-columns">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
