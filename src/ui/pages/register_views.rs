//! Above the register: its views, by what it is grouped, and filters by any of its columns.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::views::add as add_view;
use crate::report::{Condition, Dimension, DimensionValue, GroupRow, RegisterQuery, View};
use crate::text::{Lang, dimension as words, number, register};

use super::super::rule_actions;
use super::super::state::State;

/// The views that were kept, and the box in which one is named.
#[component]
pub fn Views(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let name = RwSignal::new(String::new());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let given = name.get_untracked().trim().to_owned();
        if given.is_empty() {
            return;
        }
        let query = state.query.get_untracked();
        state
            .views
            .update(|views| add_view(views, [View { name: given, query }]));
        name.set(String::new());
    };
    let list = move || {
        state
            .views
            .get()
            .into_iter()
            .map(|view| view! { <OneView state view /> })
            .collect_view()
    };
    let has_views = move || state.views.with(|views| !views.is_empty());
    view! {
        <div class="register-views" role="group" aria-label=words::VIEWS.of(lang)>
            <span class="quiet">{words::VIEWS.of(lang)}</span>
            {list}
            <Show when=move || !has_views()><span class="quiet">{words::NO_VIEWS.of(lang)}</span></Show>
            <form id="keep-view" on:submit=keep>
                <input type="text" size="12" aria-label=words::VIEW_NAME.of(lang) placeholder=words::VIEW_NAME.of(lang) bind:value=name />
                <button type="submit">{words::ADD_VIEW.of(lang)}</button>
            </form>
            <Show when=has_views>
                <button id="save-views" on:click=move |_| rule_actions::save_views(state)>{words::SAVE_VIEWS.of(lang)}</button>
            </Show>
        </div>
    }
}

/// One view: shown by its name, and removed.
#[component]
fn OneView(
    /// The state of the page.
    state: State,
    /// The view.
    view: View,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (name, query) = (view.name, view.query);
    let (shown, removed, own) = (query.clone(), name.clone(), query);
    let is_open = move || state.query.with(|query| *query == own);
    let remove = move |_| {
        state
            .views
            .update(|views| views.retain(|view| view.name != removed));
    };
    let label = words::remove_view(&name, lang);
    view! {
        <span class="chip">
            <button class="plain" aria-pressed=move || is_open().to_string()
                on:click=move |_| state.query.set(shown.clone())>{name}</button>
            <button class="plain" aria-label=label on:click=remove>"×"</button>
        </span>
    }
}

/// By what the register is grouped.
#[component]
pub fn GroupBy(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let boxes = (0..Dimension::MOST).map(|at| view! { <GroupBox state at /> });
    let is_grouped = move || state.query.with(|query| !query.group_by.is_empty());
    let ledger = move |_| {
        state
            .query
            .update(|query| query.group_by = Dimension::RISK_LEDGER.to_vec());
    };
    view! {
        <div class="filters group-by" role="group" aria-label=words::GROUP_BY.of(lang)>
            <button id="risk-ledger" title=words::RISK_LEDGER_NOTE.of(lang) on:click=ledger>{words::RISK_LEDGER.of(lang)}</button>
            {boxes.collect_view()}
            <Show when=is_grouped>
                <button id="ungroup" on:click=move |_| state.query.update(|query| query.group_by.clear())>{words::UNGROUP.of(lang)}</button>
            </Show>
            <AddCondition state />
        </div>
        <Conditions state />
    }
}

/// The value of a choice of a dimension: its place among all.
fn place(dimension: Dimension) -> String {
    let at = Dimension::ALL.iter().position(|own| *own == dimension);
    at.map_or_else(String::new, |at| at.to_string())
}

fn dimension_at(place: &str) -> Option<Dimension> {
    Dimension::ALL.get(place.parse::<usize>().ok()?).copied()
}

/// The options of a box that chooses a dimension.
fn dimension_options(
    state: State,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let options = Dimension::ALL.iter().map(move |dimension| {
        let value = place(*dimension);
        let own = value.clone();
        view! { <option value=value selected=move || chosen() == own>{words::name(*dimension).of(lang)}</option> }
    });
    options.collect_view()
}

/// The n-th dimension of the grouping; a box behind the next free one is not shown.
#[component]
fn GroupBox(
    /// The state of the page.
    state: State,
    /// Which, from 0.
    at: usize,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let chosen = Memo::new(move |_| {
        let own = state.query.with(|query| query.group_by.get(at).copied());
        own.map_or_else(String::new, place)
    });
    let is_shown = Memo::new(move |_| state.query.with(|query| at <= query.group_by.len()));
    let change = move |event: leptos::ev::Event| {
        let dimension = dimension_at(&event_target_value(&event));
        state.query.update(|query| set_group(query, at, dimension));
    };
    view! {
        <label class:unseen=move || !is_shown.get()><span>{words::nth_group(at + 1, lang)}</span>
            <select on:change=change prop:value=move || chosen.get() disabled=move || !is_shown.get()>
                <option value="">{words::NO_GROUP.of(lang)}</option>
                {dimension_options(state, move || chosen.get())}
            </select>
        </label>
    }
}

/// A dimension stands once; without one the place is closed up.
fn set_group(query: &mut RegisterQuery, at: usize, dimension: Option<Dimension>) {
    match (dimension, query.group_by.get(at)) {
        (None, Some(_)) => {
            query.group_by.remove(at);
        }
        (Some(dimension), _) if query.group_by.contains(&dimension) => {}
        (Some(dimension), Some(_)) => query.group_by[at] = dimension,
        (Some(dimension), None) => query.group_by.push(dimension),
        (None, None) => {}
    }
}

/// A filter that holds and that no box shows: its words, and what takes it away.
type Held = (String, Arc<dyn Fn(&mut RegisterQuery) + Send + Sync>);

fn held(query: &RegisterQuery, lang: Lang) -> Vec<Held> {
    let mut all: Vec<Held> = Vec::new();
    if query.due_from.is_some() || query.due_to.is_some() {
        let text = register::due_between(query.due_from, query.due_to, lang);
        let remove = |query: &mut RegisterQuery| (query.due_from, query.due_to) = (None, None);
        all.push((text, Arc::new(remove)));
    }
    if let Some(id) = &query.check {
        let remove = |query: &mut RegisterQuery| query.check = None;
        all.push((register::caught_by(id, lang), Arc::new(remove)));
    }
    for condition in &query.conditions {
        let text = words::condition(condition.dimension, &condition.value, lang);
        let own = condition.clone();
        let remove = move |query: &mut RegisterQuery| query.conditions.retain(|held| *held != own);
        all.push((text, Arc::new(remove)));
    }
    all
}

/// The filters that hold beside the boxes, each of which can be taken away.
#[component]
fn Conditions(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let chips = move || {
        let all = state.query.with(|query| held(query, lang)).into_iter();
        all.map(|(text, remove)| {
            let label = words::without(&text, lang);
            let remove = move |_| state.query.update(|query| remove(query));
            view! { <span class="chip">{text}<button class="plain" aria-label=label on:click=remove>"×"</button></span> }
        })
        .collect_view()
    };
    view! {
        <div class="register-conditions" role="group" aria-label=words::CONDITIONS.of(lang)>{chips}</div>
    }
}

type Values = RwSignal<Vec<GroupRow>>;

/// Asks which values a dimension has among the loans that the other filters leave.
fn ask_values(state: State, dimension: Dimension, values: Values) {
    values.set(Vec::new());
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let mut query = state.query.get_untracked();
    query.group_by = vec![dimension];
    query.conditions.retain(|own| own.dimension != dimension);
    page::run(async move {
        match engine.register_groups(&query).await {
            // The room may have been left meanwhile.
            Ok(groups) => {
                values.try_set(groups.rows);
            }
            Err(failure) => state.failure.set(Some(failure)),
        }
    });
}

/// The boxes that add a filter: a column, then one of its values with its number of loans.
#[component]
fn AddCondition(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let chosen = RwSignal::new(String::new());
    let values: Values = RwSignal::new(Vec::new());
    let choose = move |event: leptos::ev::Event| {
        chosen.set(event_target_value(&event));
        match dimension_at(&chosen.get_untracked()) {
            Some(dimension) => ask_values(state, dimension, values),
            None => values.set(Vec::new()),
        }
    };
    let take = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let value = at.and_then(|at| values.with_untracked(|all| first_value(all.get(at)?)));
        if let Some((dimension, value)) = dimension_at(&chosen.get_untracked()).zip(value) {
            let condition = Condition { dimension, value };
            state.query.update(|query| {
                if !query.conditions.contains(&condition) {
                    query.conditions.push(condition);
                }
            });
            chosen.set(String::new());
            values.set(Vec::new());
        }
    };
    let options = move || {
        let all = values.get().into_iter().enumerate();
        all.filter_map(|(at, row)| {
            let value = first_value(&row)?;
            let text = words::value(&value, lang);
            let loans = number::count(row.figures.loans);
            Some(view! { <option value=at.to_string()>{format!("{text} ({loans})")}</option> })
        })
        .collect_view()
    };
    view! {
        <label><span>{words::ADD_CONDITION.of(lang)}</span>
            <select id="condition-column" on:change=choose prop:value=move || chosen.get()>
                <option value="">{words::NO_CONDITION.of(lang)}</option>
                {dimension_options(state, move || chosen.get())}
            </select>
        </label>
        <label class:unseen=move || values.with(Vec::is_empty)><span>{words::CONDITION_VALUE.of(lang)}</span>
            <select id="condition-value" on:change=take disabled=move || values.with(Vec::is_empty)>
                <option value="">{words::NO_CONDITION_VALUE.of(lang)}</option>
                {options}
            </select>
        </label>
    }
}

fn first_value(row: &GroupRow) -> Option<DimensionValue> {
    row.values.first().cloned()
}
