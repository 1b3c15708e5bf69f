//! 处置: which way each loan should go, as work lists, and the table of parameters.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{PolicyReport, Report};
use crate::text::pages as words;

use super::super::state::State;
use super::parameters::OpenParameters;

/// The room.
pub fn disposition(state: State, _report: Arc<Report>, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    view! {
        <section>
            <h2>{words::ROOM_DISPOSITION.of(lang)}</h2>
            <p class="quiet">{policy.parameters.digest.clone()}" "<OpenParameters state /></p>
        </section>
    }
}
