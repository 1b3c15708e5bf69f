//! The rows of the table of parameters: one for each value and its first day, which can be changed and taken back.

use leptos::prelude::*;

use crate::report::Date;
use crate::report::policy::{Entry, Parameter, ParameterChoices, ParameterUnit, definition_of};
use crate::text::{Lang, parameter as words};

use super::super::rule_actions;
use super::super::state::State;

/// All sections of the table.
#[component]
pub fn Sections(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let sections = words::SECTIONS.iter().map(|section| {
        let keys: Vec<&'static str> = section.names.iter().map(|(key, _)| *key).collect();
        let is_of = move |parameter: Parameter| keys.contains(&parameter.name());
        let parameters: Vec<Parameter> = Parameter::ALL
            .iter()
            .copied()
            .filter(|own| is_of(*own))
            .collect();
        view! { <SectionTable state title=section.title.of(lang) parameters /> }
    });
    sections.collect_view()
}

/// The values of a parameter by their first days: those of the table, and those that a person gave beside them.
fn days_of(parameter: Parameter, choices: &ParameterChoices) -> Vec<Date> {
    let listed = choices.listed(definition_of(parameter)).into_iter();
    let changes = choices.changes.iter();
    let own = changes.filter(|change| change.parameter == parameter);
    let mut days: Vec<Date> = listed.map(|(from, _)| from).collect();
    days.extend(own.map(|change| change.from));
    days.sort_unstable();
    days.dedup();
    days
}

/// The shipped value that stands in a row.
fn entry_of(
    choices: &ParameterChoices,
    parameter: Parameter,
    from: Date,
) -> Option<&'static Entry> {
    let mut listed = choices.listed(definition_of(parameter)).into_iter();
    listed
        .find(|(first, _)| *first == from)
        .map(|(_, entry)| entry)
}

/// Something of the parameters as they are chosen.
pub fn with<T>(state: State, of: impl Fn(&ParameterChoices) -> T) -> T {
    state.settings.with(|settings| of(&settings.parameters))
}

/// One section.
#[component]
fn SectionTable(
    /// The state of the page.
    state: State,
    /// Its title.
    title: &'static str,
    /// Its parameters.
    parameters: Vec<Parameter>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    // Rows are made anew only where there are others: who types in one keeps the place.
    let rows = Memo::new(move |_| {
        state.settings.with(|settings| {
            let days = |own: &Parameter| {
                let own = *own;
                let days = days_of(own, &settings.parameters);
                days.into_iter()
                    .enumerate()
                    .map(move |(at, day)| (own, day, at == 0))
            };
            parameters.iter().flat_map(days).collect::<Vec<_>>()
        })
    });
    let body = move || {
        let rows = rows.get().into_iter();
        rows.map(|(parameter, from, is_first)| view! { <Row state parameter from is_first /> })
            .collect_view()
    };
    view! {
        <h3>{title}</h3>
        <div class="scroll-x">
            <table class="small-table parameter-table" aria-label=title>
                <thead><tr>
                    <th scope="col">{words::NAME.of(lang)}</th>
                    <th scope="col">{words::FROM.of(lang)}</th>
                    <th scope="col">{words::VALUE.of(lang)}</th>
                    <th scope="col">{words::CERTAINTY.of(lang)}</th>
                    <th scope="col">{words::DOCUMENT.of(lang)}</th>
                </tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// One value and its first day.
#[component]
fn Row(
    /// The state of the page.
    state: State,
    /// Of which parameter.
    parameter: Parameter,
    /// From which day.
    from: Date,
    /// Whether it is the parameter's first, which carries the name.
    is_first: bool,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let entry = move || with(state, |own| entry_of(own, parameter, from));
    let is_changed = move || with(state, |own| own.changed(parameter, from).is_some());
    let certainty = move || match entry() {
        _ if is_changed() => words::CHANGED.of(lang),
        None => words::CHANGED.of(lang),
        Some(entry) if !with(state, |own| own.presets.contains(&entry.preset)) => {
            words::LEFT_OUT.of(lang)
        }
        Some(entry) => words::certainty(entry.certainty).of(lang),
    };
    let document = move || {
        let entry = entry();
        let source = entry.map_or("", |entry| entry.source);
        match entry.filter(|_| is_changed()) {
            Some(entry) => {
                let value = words::value(parameter, entry.value, lang);
                format!("{} {value} — {source}", words::SHIPPED.of(lang))
            }
            None => source.to_owned(),
        }
    };
    let restore = move |_| {
        let mut choices = untrack(|| with(state, Clone::clone));
        choices.restore(parameter, from);
        rule_actions::set_parameters(state, choices);
    };
    let name = if is_first {
        words::name(parameter, lang)
    } else {
        ""
    };
    view! {
        <tr class:changed=is_changed data-parameter=parameter.name()>
            <th scope="row">{name}</th>
            <td>{words::shown_day(from, lang)}</td>
            <td><Value state parameter from /></td>
            <td>{certainty}" "
                <Show when=is_changed>
                    <button class="link" on:click=restore>{words::RESTORE.of(lang)}</button>
                </Show>
            </td>
            <td class="quiet">
                <Show when=is_changed><Found state parameter from /></Show>
                {document}
            </td>
        </tr>
    }
}

/// The box in which the document of a changed value is named.
#[component]
fn Found(
    /// The state of the page.
    state: State,
    /// Of which parameter.
    parameter: Parameter,
    /// From which day.
    from: Date,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let label = words::source_label(
        words::name(parameter, lang),
        &words::shown_day(from, lang),
        lang,
    );
    let now = move || {
        with(state, |own| {
            let change = own.changed(parameter, from);
            change.map_or_else(String::new, |change| change.source.clone())
        })
    };
    let change = move |event: leptos::ev::Event| {
        let mut choices = untrack(|| with(state, Clone::clone));
        choices.found(parameter, from, &event_target_value(&event));
        rule_actions::set_parameters(state, choices);
    };
    view! {
        <input type="text" class="found" aria-label=label placeholder=words::FOUND_IN.of(lang) prop:value=now on:change=change />
    }
}

/// The value now: what a person gave, else what is shipped.
fn value_now(state: State, parameter: Parameter, from: Date) -> Option<i64> {
    with(state, |own| match own.changed(parameter, from) {
        Some(change) => change.value,
        None => entry_of(own, parameter, from)?.value,
    })
}

/// Takes a value that was typed, and where it was found if that is said; false where it does not fit. The shipped value is
/// no change.
pub fn take_value(
    state: State,
    parameter: Parameter,
    from: Date,
    text: &str,
    source: Option<&str>,
) -> bool {
    let value = match text.trim() {
        "" => None,
        text => match words::read(parameter, text) {
            None => return false,
            value => value,
        },
    };
    let mut choices = untrack(|| with(state, Clone::clone));
    let shipped = choices.shipped_from(parameter, from);
    if shipped.is_some_and(|entry| entry.value == value) {
        choices.restore(parameter, from);
    } else {
        choices.change(parameter, from, value);
    }
    if let Some(source) = source {
        choices.found(parameter, from, source);
    }
    rule_actions::set_parameters(state, choices);
    true
}

/// The box in which a value is typed or chosen.
#[component]
fn Value(
    /// The state of the page.
    state: State,
    /// Of which parameter.
    parameter: Parameter,
    /// From which day.
    from: Date,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let unit = definition_of(parameter).unit;
    let is_unfit = RwSignal::new(false);
    let label = words::box_label(
        words::name(parameter, lang),
        &words::shown_day(from, lang),
        lang,
    );
    let now = move || {
        let value = value_now(state, parameter, from);
        value.map_or_else(String::new, |value| words::typed(parameter, value))
    };
    let change = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        is_unfit.set(!take_value(state, parameter, from, &typed, None));
    };
    let options = options(parameter, unit, lang);
    let input = if options.is_empty() {
        view! {
            <input type="text" class="figure" size="10" aria-label=label aria-invalid=move || is_unfit.get().to_string()
                placeholder=words::NOT_GIVEN.of(lang) prop:value=now on:change=change />
        }
        .into_any()
    } else {
        let options = options
            .into_iter()
            .map(|(value, label)| {
                let own = value.clone();
                view! { <option value=value selected=move || now() == own>{label}</option> }
            })
            .collect_view();
        view! { <select aria-label=label prop:value=now on:change=change>{options}</select> }
            .into_any()
    };
    view! {
        {input}" "{words::unit(unit).of(lang)}
        <Show when=move || is_unfit.get()><span class="unfit" role="alert">{words::UNFIT.of(lang)}</span></Show>
    }
}

/// What can be chosen, each with its words; nothing where a value is typed.
fn options(parameter: Parameter, unit: ParameterUnit, lang: Lang) -> Vec<(String, &'static str)> {
    let blank = (String::new(), words::NOT_GIVEN.of(lang));
    let of = |at: usize, words: &'static str| (at.to_string(), words);
    match unit {
        ParameterUnit::Flag => vec![
            blank,
            of(1, words::yes_or_no(true).of(lang)),
            of(0, words::yes_or_no(false).of(lang)),
        ],
        ParameterUnit::Choice(_) => {
            let choices = words::choices(parameter).iter().enumerate();
            let choices = choices.map(|(at, words)| of(at, words.of(lang)));
            std::iter::once(blank).chain(choices).collect()
        }
        _ => Vec::new(),
    }
}
