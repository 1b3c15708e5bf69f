//! Above the files: what was said of them taken back and put again, and saved for next month.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::event;
use crate::text::settled as words;

use super::super::actions;
use super::super::state::State;

/// The bar.
#[component]
pub fn ReadingBar(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let can_undo = Memo::new(move |_| state.said.with(|said| said.can_undo()));
    let can_redo = Memo::new(move |_| state.said.with(|said| said.can_redo()));
    let has_profile = move || {
        let before = state.said.with(|said| said.now().profile.clone());
        state.reading.with(|reading| {
            let profile = reading.as_ref().map(|reading| reading.profile(&before));
            profile.is_some_and(|profile| !profile.is_blank())
        })
    };
    let keys = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event::is_in_text(&event) {
            return;
        }
        let key = event.key().to_lowercase();
        match (key.as_str(), event.shift_key()) {
            ("z", false) if can_undo.get_untracked() => actions::undo(state),
            ("y", false) | ("z", true) if can_redo.get_untracked() => actions::redo(state),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="reading-bar" role="group" aria-label=words::BAR.of(lang)>
            <button title=words::UNDO_KEY.of(lang) disabled=move || !can_undo.get()
                on:click=move |_| actions::undo(state)>{words::UNDO.of(lang)}</button>
            <button title=words::REDO_KEY.of(lang) disabled=move || !can_redo.get()
                on:click=move |_| actions::redo(state)>{words::REDO.of(lang)}</button>
            <button disabled=move || !has_profile()
                on:click=move |_| actions::save_profile(state)>{words::SAVE_PROFILE.of(lang)}</button>
            <span class="quiet">{words::PROFILE_WHY.of(lang)}</span>
        </div>
    }
}
