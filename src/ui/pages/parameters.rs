//! The table of parameters, in a dialog that opens wherever a parameter is named: documents that apply, values, digest.

use leptos::prelude::*;

use crate::platform::page;
use crate::report::policy::{Preset, digest_of};
use crate::text::{pages as page_words, parameter as words};

use super::super::rule_actions;
use super::super::state::State;
use super::parameters_add::AddValue;
use super::parameters_rows::Sections;

/// The id of the dialog.
const DIALOG: &str = "parameters";

/// The button that opens the table.
#[component]
pub fn OpenParameters(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let open = move |_| page::open_dialog(DIALOG);
    view! { <button class="open-parameters" aria-haspopup="dialog" on:click=open>{words::OPEN.of(lang)}</button> }
}

/// The dialog; closed until someone opens it.
#[component]
pub fn ParametersDialog(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let inside = move || {
        state.lang.track();
        view! { <Inside state /> }
    };
    let lang = move || state.lang.get();
    view! {
        <dialog id=DIALOG class="loan parameters" aria-label=move || words::TITLE.of(lang())>
            <div class="section-head">
                <h2>{move || words::TITLE.of(lang())}</h2>
                <button on:click=move |_| page::close_dialog(DIALOG)>{move || page_words::CLOSE.of(lang())}</button>
            </div>
            {inside}
        </dialog>
    }
}

#[component]
fn Inside(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    view! {
        <p class="quiet">{words::NOTE.of(lang)}</p>
        <fieldset class="presets">
            <legend>{words::PRESETS.of(lang)}</legend>
            {Preset::ALL.map(|preset| view! { <PresetTick state preset /> })}
        </fieldset>
        <Digest state />
        <div class="parameter-buttons">
            <button id="save-parameters" on:click=move |_| rule_actions::save_parameters(state)>{words::SAVE.of(lang)}</button>
            <button id="restore-parameters" on:click=move |_| restore_all(state)>{words::RESTORE_ALL.of(lang)}</button>
        </div>
        <Sections state />
        <AddValue state />
    }
}

/// Takes all changes back; which documents apply stays.
fn restore_all(state: State) {
    let mut choices = state
        .settings
        .with_untracked(|settings| settings.parameters.clone());
    choices.changes.clear();
    rule_actions::set_parameters(state, choices);
}

/// Which table it is, in sixteen digits, and how many values were changed.
#[component]
fn Digest(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let digest = Memo::new(move |_| {
        state
            .settings
            .with(|settings| digest_of(&settings.parameters))
    });
    let changes = move || {
        let count = state
            .settings
            .with(|settings| settings.parameters.changes.len());
        words::changes(count, lang)
    };
    view! {
        <dl class="facts" role="status">
            <div><dt>{words::DIGEST.of(lang)}</dt><dd><code id="parameters-digest">{digest}</code></dd></div>
            <div><dt class="unseen">{words::CHANGED.of(lang)}</dt><dd id="parameters-changed">{changes}</dd></div>
        </dl>
        <p class="quiet">{words::DIGEST_NOTE.of(lang)}</p>
    }
}

/// Whether a family of documents applies.
#[component]
fn PresetTick(
    /// The state of the page.
    state: State,
    /// The family.
    preset: Preset,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let is_used = move || {
        state
            .settings
            .with(|settings| settings.parameters.presets.contains(&preset))
    };
    let turn = move |event: leptos::ev::Event| {
        let is_on = event_target_checked(&event);
        let mut choices = state
            .settings
            .with_untracked(|settings| settings.parameters.clone());
        choices.presets.retain(|known| *known != preset);
        if is_on {
            choices.presets.push(preset);
            choices.presets.sort_unstable();
        }
        rule_actions::set_parameters(state, choices);
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_used on:change=turn />
            <span>{words::preset(preset).of(lang)}</span>
        </label>
    }
}
