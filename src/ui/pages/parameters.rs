//! The table of parameters, in a dialog that opens wherever a parameter is named: preset, documents that apply, values, digest.

use leptos::prelude::*;

use crate::platform::page;
use crate::report::policy::{ParameterChoices, Preset, PresetChoice, digest_of};
use crate::text::{pages as page_words, parameter as words};

use super::super::rule_actions;
use super::super::state::State;
use super::parameters_add::AddValue;
use super::parameters_rows::{Sections, with};

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
        <fieldset class="presets" id="preset">
            <legend>{words::PRESET_CHOICE.of(lang)}</legend>
            {PresetChoice::ALL.map(|choice| view! { <PresetRadio state choice /> })}
            <p class="quiet">{words::PRESET_NOTE.of(lang)}</p>
        </fieldset>
        <Show when=move || with(state, |own| own.preset == PresetChoice::AllByDate)>
            <fieldset class="presets">
                <legend>{words::PRESETS.of(lang)}</legend>
                {Preset::ALL.map(|preset| view! { <PresetTick state preset /> })}
            </fieldset>
        </Show>
        <Digest state />
        <div class="parameter-buttons">
            <button id="save-parameters" on:click=move |_| rule_actions::save_parameters(state)>{words::SAVE.of(lang)}</button>
            <button id="restore-parameters" on:click=move |_| restore_all(state)>{words::RESTORE_ALL.of(lang)}</button>
        </div>
        <Sections state />
        <AddValue state />
    }
}

/// Changes the parameters, and has everything worked out anew.
fn choose(state: State, change: impl FnOnce(&mut ParameterChoices)) {
    let mut choices = untrack(|| with(state, Clone::clone));
    change(&mut choices);
    rule_actions::set_parameters(state, choices);
}

/// Takes all changes back; the preset stays.
fn restore_all(state: State) {
    choose(state, ParameterChoices::restore_all);
}

/// One of the tables that are shipped ready to choose.
#[component]
fn PresetRadio(
    /// The state of the page.
    state: State,
    /// Which one.
    choice: PresetChoice,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let is_chosen = move || with(state, |own| own.preset == choice);
    view! {
        <label class="tick">
            <input type="radio" name="preset" prop:checked=is_chosen
                on:change=move |_| choose(state, |own| own.choose(choice)) />
            <span>{words::preset_choice(choice).of(lang)}</span>
        </label>
    }
}

/// Which table it is, in sixteen digits, and how many values were changed.
#[component]
fn Digest(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let digest = Memo::new(move |_| with(state, digest_of));
    let changes = move || {
        with(state, |own| {
            words::against_preset(own.changes.len(), own.has_other_families(), lang)
        })
    };
    let is_changed = move || with(state, |own| !own.is_as_shipped());
    view! {
        <dl class="facts" role="status">
            <div><dt>{words::DIGEST.of(lang)}</dt><dd><code id="parameters-digest">{digest}</code></dd></div>
            <div><dt class="unseen">{words::CHANGED.of(lang)}</dt><dd id="parameters-changed" class:changed=is_changed>{changes}</dd></div>
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
    let is_used = move || with(state, |own| own.presets.contains(&preset));
    let turn = move |event: leptos::ev::Event| {
        let is_on = event_target_checked(&event);
        choose(state, |own| {
            own.presets.retain(|known| *known != preset);
            if is_on {
                own.presets.push(preset);
                own.presets.sort_unstable();
            }
        });
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_used on:change=turn />
            <span>{words::preset(preset).of(lang)}</span>
        </label>
    }
}
