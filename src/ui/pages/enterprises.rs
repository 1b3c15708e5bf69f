//! 户贷企用台账: by enterprise its loans, what falls due, and what has to be repaid each month.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::PolicyReport;
use crate::report::policy::enterprises::EnterpriseRow;
use crate::text::{SEMICOLON, compliance as words, number, pages as page_words};

use super::super::state::State;

/// The part of the room.
pub fn enterprises(state: State, policy: Arc<PolicyReport>) -> AnyView {
    let lang = state.lang.get_untracked();
    let all = &policy.enterprises;
    let intro = view! { <p class="quiet">{words::ENTERPRISES_INTRO.of(lang)}</p> };
    if let Some(unknown) = all.lacks {
        return view! { {intro}<p class="unfilled">{words::lacks(unknown, lang)}</p> }.into_any();
    }
    if all.rows.is_empty() {
        return view! { {intro}<p class="unfilled">{words::NO_ENTERPRISES.of(lang)}</p> }
            .into_any();
    }
    let unit = move || state.unit.get().name(lang);
    let rows = all.rows.iter().map(|own| row(state, own)).collect_view();
    let outstanding = all.outstanding;
    let total = move || state.reader().money(outstanding).text;
    let share = all.share;
    let share = share.map_or_else(|| number::percent(None), words::percent);
    view! {
        {intro}
        <table class="small-table">
            <thead><tr>
                <th scope="col">{words::ENTERPRISE.of(lang)}</th>
                <th scope="col" class="figure">{words::LOANS.of(lang)}</th>
                <th scope="col" class="figure">{words::HOUSEHOLDS.of(lang)}</th>
                <th scope="col" class="figure">{words::BALANCE.of(lang)}" "{unit}</th>
                <th scope="col" class="figure">{words::OVERDUE.of(lang)}" "{unit}</th>
                <th scope="col" class="figure">{words::SHARE.of(lang)}</th>
                <th scope="col" class="figure">{words::SHARE_OF_ENTERPRISES.of(lang)}</th>
                <th scope="col">{words::LAST_MONTH.of(lang)}</th>
                <th scope="col" class="figure">{words::MONTHS_LEFT.of(lang)}</th>
                <th scope="col" class="figure">{words::EACH_MONTH.of(lang)}" "{unit}</th>
                <th scope="col">{words::DUE_BY_MONTH.of(lang)}" "{unit}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr>
                <th scope="row">{page_words::TOTAL.of(lang)}</th>
                <td></td><td></td>
                <td class="figure">{total}</td>
                <td></td>
                <td class="figure">{share}</td>
                <td></td><td></td><td></td><td></td><td></td>
            </tr></tfoot>
        </table>
    }
    .into_any()
}

fn row(state: State, own: &EnterpriseRow) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let name = own.enterprise.clone();
    let name = name.unwrap_or_else(|| words::UNNAMED.of(lang).to_owned());
    let share = |share: Option<i64>| share.map_or_else(|| number::percent(None), words::percent);
    let (outstanding, overdue) = (own.outstanding, own.overdue);
    let due = own.due.clone();
    let due = move || {
        let reader = state.reader();
        let months = due.iter();
        let months: Vec<String> = months
            .map(|of| format!("{} {}", of.month, reader.money(of.amount).text))
            .collect();
        months.join(SEMICOLON.of(lang))
    };
    let plan = own.plan;
    let last = plan.and_then(|plan| plan.last_month);
    let months = plan.map(|plan| number::count(plan.months));
    let each = move || plan.map(|plan| state.reader().money(plan.each_month).text);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="figure">{number::count(own.loans)}</td>
            <td class="figure">{number::count(own.households)}</td>
            <td class="figure">{move || state.reader().money(outstanding).text}</td>
            <td class="figure">{move || state.reader().money(overdue).text}</td>
            <td class="figure">{share(own.share)}</td>
            <td class="figure">{share(own.share_of_enterprises)}</td>
            <td>{last.map(|month| month.to_string())}</td>
            <td class="figure">{months}</td>
            <td class="figure">{each}</td>
            <td>{due}</td>
        </tr>
    }
}
