//! 合规与贴息: the checks with their counts, the subsidy, the compensation fund.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{PolicyReport, Report};
use crate::text::pages as words;

use super::super::state::State;
use super::{compensation_view, subsidy_view};

/// The room.
pub fn compliance(state: State, _report: Arc<Report>, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    view! {
        <section>
            <h2>{words::ROOM_COMPLIANCE.of(lang)}</h2>
            <p class="quiet">{policy.parameters.digest.clone()}</p>
        </section>
        {subsidy_view::subsidy(state, Arc::clone(&policy))}
        {compensation_view::compensation(state, policy)}
    }
}
