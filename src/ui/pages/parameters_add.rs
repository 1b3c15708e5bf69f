//! A value from another day on: the line below the table of parameters.

use leptos::prelude::*;

use crate::report::Date;
use crate::report::policy::Parameter;
use crate::text::parameter as words;

use super::super::state::State;
use super::parameters_rows::take_value;

/// The line in which a parameter, a day and a value are given.
#[component]
pub fn AddValue(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let (chosen, day, value, source) = (
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let is_unfit = RwSignal::new(false);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let key = chosen.get_untracked();
        let mut all = Parameter::ALL.iter().copied();
        let parameter = all.find(|parameter| parameter.name() == key);
        let from = day.get_untracked().trim().parse::<Date>().ok();
        let taken = parameter.zip(from).is_some_and(|(parameter, from)| {
            let (value, source) = (value.get_untracked(), source.get_untracked());
            take_value(state, parameter, from, &value, Some(&source))
        });
        is_unfit.set(!taken);
        if taken {
            day.set(String::new());
            value.set(String::new());
            source.set(String::new());
        }
    };
    let options = Parameter::ALL.iter().map(|parameter| {
        view! { <option value=parameter.name()>{words::name(*parameter, lang)}</option> }
    });
    view! {
        <h3>{words::ADD.of(lang)}</h3>
        <form class="table-tools" id="add-parameter" on:submit=add>
            <label>{words::NAME.of(lang)}
                <select prop:value=move || chosen.get() on:change=move |event| chosen.set(event_target_value(&event))>
                    <option value="">{words::CHOOSE.of(lang)}</option>
                    {options.collect_view()}
                </select>
            </label>
            <label>{words::FROM.of(lang)}<input type="text" size="10" placeholder="2024-01-01" bind:value=day /></label>
            <label>{words::VALUE.of(lang)}<input type="text" size="10" bind:value=value /></label>
            <label>{words::DOCUMENT.of(lang)}<input type="text" size="24" placeholder=words::FOUND_IN.of(lang) bind:value=source /></label>
            <button type="submit">{words::ADD.of(lang)}</button>
            <Show when=move || is_unfit.get()><span class="unfit" role="alert">{words::UNFIT.of(lang)}</span></Show>
        </form>
    }
}
