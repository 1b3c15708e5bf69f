//! Corrections of cells that a profile or a person brought and that changed nothing in a file.

use leptos::prelude::*;

use crate::report::FileReading;
use crate::text::settled as words;

use super::super::state::State;
use super::reading_choice::say;

/// The corrections, each with a way to drop it.
#[component]
pub fn UnusedSteps(
    /// The state of the page.
    state: State,
    /// The table.
    file: FileReading,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let steps = file.choices.steps.iter().zip(&file.step_hits).enumerate();
    let unused: Vec<_> = steps
        .filter(|(_, (_, hits))| **hits == 0)
        .map(|(at, (step, _))| {
            let sentence =
                words::step_unused(at + 1, &step.column.header, &step.found, &step.becomes, lang);
            let (file, step) = (file.clone(), step.clone());
            let drop = move |_| {
                say(state, &file, |choices| choices.steps.retain(|known| *known != step));
            };
            view! { <li>{sentence}" "<button class="plain" on:click=drop>{words::DROP_STEP.of(lang)}</button></li> }
        })
        .collect();
    (!unused.is_empty()).then(|| {
        view! {
            <h4>{words::STEPS_UNUSED.of(lang)}</h4><ul class="findings">{unused}</ul>
        }
    })
}
