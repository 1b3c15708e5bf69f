//! The filters of the register.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{Date, RegisterQuery, Report, RiskClass};
use crate::text::{Lang, Words, class, register as words, table};

use super::super::state::State;

/// How long typing may pause before the register is asked, in thousandths of a second.
const PAUSE: u32 = 250;

/// The filters.
#[component]
pub fn Filters(
    /// The state of the page.
    state: State,
    /// The report, which knows the places and lenders.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let townships: Vec<String> = report
        .townships
        .iter()
        .map(|row| row.township.clone())
        .collect();
    let lenders: Vec<String> = report
        .lenders
        .iter()
        .map(|row| row.lender.clone())
        .collect();
    let months: Vec<String> = report
        .maturities
        .iter()
        .map(|row| row.month.to_string())
        .collect();
    view! {
        <div class="filters">
            <Choice state name=table::TOWNSHIP options=named(townships)
                chosen=|query| query.township.clone() set=set_township />
            <Villages state report=Arc::clone(&report) />
            <Choice state name=table::LENDER options=named(lenders)
                chosen=|query| query.lender.clone() set=set_lender />
            <Choice state name=words::CLASS options=classes(lang)
                chosen=chosen_class set=set_class />
            <Choice state name=words::DUE options=dues(lang)
                chosen=chosen_due set=set_due />
            <Choice state name=words::OVERDUE options=overdue(lang)
                chosen=|query| query.overdue.map(|overdue| overdue.to_string()) set=set_overdue />
            <Choice state name=words::MATURITY_MONTH options=named(months)
                chosen=|query| query.maturity_month.map(|month| month.to_string()) set=set_month />
            <Tick state name=words::OUTSTANDING_ONLY is_set=|query| query.outstanding_only
                set=|query, on| query.outstanding_only = on />
            {report.reading.roster_households.map(|_| view! {
                <Tick state name=words::NOT_IN_ROSTER is_set=|query| query.not_in_roster
                    set=|query, on| query.not_in_roster = on />
            })}
            <Sought state />
            <button on:click=move |_| state.query.set(RegisterQuery::default())>{words::CLEAR.of(lang)}</button>
        </div>
    }
}

fn set_township(query: &mut RegisterQuery, chosen: Option<String>) {
    query.township = chosen;
    // A village is one of its township's.
    query.village = None;
}

fn set_village(query: &mut RegisterQuery, chosen: Option<String>) {
    query.village = chosen;
}

fn set_lender(query: &mut RegisterQuery, chosen: Option<String>) {
    query.lender = chosen;
}

/// The choice of all three non-performing classes at once.
const NON_PERFORMING: &str = "non-performing";

fn chosen_class(query: &RegisterQuery) -> Option<String> {
    if query.non_performing {
        return Some(NON_PERFORMING.to_owned());
    }
    query.class.map(class_value)
}

fn set_class(query: &mut RegisterQuery, chosen: Option<String>) {
    query.non_performing = chosen.as_deref() == Some(NON_PERFORMING);
    query.class = chosen.and_then(|value| class_of(&value));
}

/// The choice of loans past their maturity.
const MATURED: &str = "matured";

fn chosen_due(query: &RegisterQuery) -> Option<String> {
    if query.matured {
        return Some(MATURED.to_owned());
    }
    query.due_within_days.map(|days| days.to_string())
}

fn set_due(query: &mut RegisterQuery, chosen: Option<String>) {
    query.matured = chosen.as_deref() == Some(MATURED);
    query.due_within_days = chosen.and_then(|value| value.parse().ok());
}

fn dues(lang: Lang) -> Choices {
    let choice = |value: &str, words: Words| (value.to_owned(), words.of(lang).to_owned());
    vec![
        choice("30", words::DUE_30),
        choice("60", words::DUE_60),
        choice("90", words::DUE_90),
        choice(MATURED, words::MATURED),
    ]
}

fn set_overdue(query: &mut RegisterQuery, chosen: Option<String>) {
    query.overdue = chosen.and_then(|value| value.parse().ok());
}

fn set_month(query: &mut RegisterQuery, chosen: Option<String>) {
    let first = chosen.and_then(|month| format!("{month}-01").parse::<Date>().ok());
    query.maturity_month = first.map(Date::month);
}

/// A value and its words.
type Choices = Vec<(String, String)>;

fn named(names: Vec<String>) -> Choices {
    names.into_iter().map(|name| (name.clone(), name)).collect()
}

fn classes(lang: Lang) -> Choices {
    let each = RiskClass::ALL
        .iter()
        .map(|&risk| (class_value(risk), class::name(risk).of(lang).to_owned()));
    let bad = (
        NON_PERFORMING.to_owned(),
        words::NON_PERFORMING.of(lang).to_owned(),
    );
    each.chain([bad]).collect()
}

fn class_value(risk: RiskClass) -> String {
    format!("{risk:?}")
}

fn class_of(value: &str) -> Option<RiskClass> {
    RiskClass::ALL
        .into_iter()
        .find(|&risk| class_value(risk) == value)
}

fn overdue(lang: Lang) -> Choices {
    vec![
        (true.to_string(), words::ONLY_OVERDUE.of(lang).to_owned()),
        (false.to_string(), words::NOT_OVERDUE.of(lang).to_owned()),
    ]
}

/// A filter with one value or none.
#[component]
fn Choice(
    /// The state of the page.
    state: State,
    /// Its name.
    name: Words,
    /// Its values.
    options: Choices,
    /// The value the query has.
    chosen: fn(&RegisterQuery) -> Option<String>,
    /// Gives the query a value.
    set: fn(&mut RegisterQuery, Option<String>),
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let current = Memo::new(move |_| state.query.with(chosen).unwrap_or_else(String::new));
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let own = value.clone();
            view! { <option value=value selected=move || current.with(|c| *c == own)>{label}</option> }
        })
        .collect_view();
    let change = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let value = (!value.is_empty()).then_some(value);
        state.query.update(|query| set(query, value));
    };
    view! {
        <label><span>{name.of(lang)}</span>
            <select on:change=change prop:value=move || current.get()>
                <option value="">{words::ALL.of(lang)}</option>
                {options}
            </select>
        </label>
    }
}

/// The villages of the township chosen.
#[component]
fn Villages(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let township = Memo::new(move |_| state.query.with(|query| query.township.clone()));
    move || {
        let township = township.get();
        let villages = report
            .villages
            .iter()
            .filter(|row| Some(&row.township) == township.as_ref())
            .map(|row| row.village.clone())
            .collect();
        view! {
            <Choice state name=table::VILLAGE options=named(villages)
                chosen=|query| query.village.clone() set=set_village />
        }
    }
}

/// A filter that is on or off.
#[component]
fn Tick(
    /// The state of the page.
    state: State,
    /// Its name.
    name: Words,
    /// Whether the query has it on.
    is_set: fn(&RegisterQuery) -> bool,
    /// Turns it on or off.
    set: fn(&mut RegisterQuery, bool),
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=move || state.query.with(is_set)
                on:change=move |event| state.query.update(|query| set(query, event_target_checked(&event))) />
            <span>{name.of(lang)}</span>
        </label>
    }
}

/// The text sought; the register is asked when typing pauses.
#[component]
fn Sought(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let typed = StoredValue::new(0_u64);
    let change = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        typed.update_value(|count| *count += 1);
        let turn = typed.get_value();
        page::run(async move {
            page::wait(PAUSE).await;
            if typed.try_get_value() == Some(turn) {
                state
                    .query
                    .update(|query| query.text = text.trim().to_owned());
            }
        });
    };
    view! {
        <label><span>{words::TEXT.of(lang)}</span>
            <input type="search" on:input=change prop:value=move || state.query.with(|query| query.text.clone()) />
        </label>
    }
}
