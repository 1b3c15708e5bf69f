//! 合规与贴息: the checks with their counts, the register of enterprises, the subsidy, the compensation fund.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{PolicyReport, Report};
use crate::text::{Words, compliance as words, pages as page_words};

use super::super::state::State;
use super::compensation_view::compensation;
use super::compliance_checks::checks;
use super::enterprises::enterprises;
use super::subsidy_view::subsidy;

/// A part of the room.
#[derive(Clone, Copy)]
struct Part {
    name: Words,
    view: fn(State, Arc<Report>, Arc<PolicyReport>) -> AnyView,
}

/// The parts in their order.
const PARTS: [Part; 4] = [
    Part {
        name: words::PART_CHECKS,
        view: |state, _, policy| checks(state, policy),
    },
    Part {
        name: words::PART_ENTERPRISES,
        view: |state, _, policy| enterprises(state, policy),
    },
    Part {
        name: words::PART_SUBSIDY,
        view: subsidy,
    },
    Part {
        name: words::PART_COMPENSATION,
        view: |state, _, policy| compensation(state, policy),
    },
];

/// The room.
pub fn compliance(state: State, report: Arc<Report>, policy: Arc<PolicyReport>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let open = RwSignal::new(0_usize);
    let buttons = PARTS.iter().enumerate().map(|(at, part)| {
        let name = part.name.of(lang);
        view! {
            <button class="plain" aria-pressed=move || (open.get() == at).to_string()
                on:click=move |_| open.set(at)>{name}</button>
        }
    });
    let part = move || {
        let part = PARTS.get(open.get())?;
        Some((part.view)(state, Arc::clone(&report), Arc::clone(&policy)))
    };
    view! {
        <section>
            <div class="section-head">
                <h2>{page_words::ROOM_COMPLIANCE.of(lang)}</h2>
                <div class="switch" role="group" aria-label=words::PARTS.of(lang)>{buttons.collect_view()}</div>
            </div>
            {part}
        </section>
    }
}
