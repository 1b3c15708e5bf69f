//! 信用村: the villages in order of repayment, by a rule that stands above, and those that cannot be ordered, apart.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export;
use crate::report::{CreditVillageRow, RegisterQuery, RegisterSort, RepaymentBasis, Report};
use crate::text::definition::{self, Indicator};
use crate::text::table::{self, Taken};
use crate::text::village_room as words;

use super::super::actions;
use super::super::parts::column::Column;
use super::super::parts::report_table::{TableSpec, report_table};
use super::super::reader::Shown;
use super::super::state::State;

type VillageColumn = Column<CreditVillageRow>;

/// The room.
pub fn credit_villages(state: State, report: Arc<Report>) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let villages = &report.credit_villages;
    let rule = match villages.basis {
        RepaymentBasis::OnTime => words::RULE_ON_TIME,
        RepaymentBasis::ByAsOf => words::RULE_BY_AS_OF,
    };
    let ranked = if villages.ranked.is_empty() {
        view! { <p>{words::NONE_RANKED.of(lang)}</p> }.into_any()
    } else {
        table(
            state,
            &report,
            "ranked",
            |report| &report.credit_villages.ranked,
            true,
        )
        .into_any()
    };
    let too_few = (!villages.too_few.is_empty()).then(|| {
        view! {
            <section>
                <h2>{table::TOO_FEW.of(lang)}</h2>
                <p class="quiet">{words::too_few_rule(villages.minimum_matured_loans, lang)}</p>
                {table(state, &report, "too-few", |report| &report.credit_villages.too_few, false)}
            </section>
        }
    });
    let undetermined = (!villages.undetermined.is_empty()).then(|| view! {
        <section>
            <h2>{table::UNDETERMINED.of(lang)}</h2>
            <p class="quiet">{words::UNDETERMINED_WHY.of(lang)}</p>
            {table(state, &report, "undetermined", |report| &report.credit_villages.undetermined, false)}
        </section>
    });
    view! {
        <section>
            <h2>{words::RULE.of(lang)}</h2>
            <p>{rule.of(lang)}</p>
            <p class="quiet">{words::too_few_rule(villages.minimum_matured_loans, lang)}</p>
            <Minimum state minimum=villages.minimum_matured_loans />
            <h2>{words::RANKED.of(lang)}</h2>
            {ranked}
        </section>
        {too_few}
        {undetermined}
    }
}

/// The fewest matured loans for a place in the order.
#[component]
fn Minimum(
    /// The state of the page.
    state: State,
    /// What it is now.
    minimum: u64,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let typed = RwSignal::new(minimum.to_string());
    let wanted = move || {
        typed
            .get()
            .trim()
            .parse::<u64>()
            .ok()
            .filter(|&loans| loans != minimum)
    };
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(loans) = wanted() {
            actions::set_minimum(state, loans);
        }
    };
    view! {
        <form class="table-tools" on:submit=set>
            <label>{words::MINIMUM.of(lang)}" "
                <input type="number" min="0" step="1" bind:value=typed />
            </label>
            <button type="submit" disabled=move || wanted().is_none()>{words::SET.of(lang)}</button>
        </form>
    }
}

fn loans(row: &CreditVillageRow) -> RegisterQuery {
    RegisterQuery {
        township: Some(row.township.clone()),
        village: Some(row.village.clone()),
        sort: RegisterSort::MaturityDate,
        ..RegisterQuery::default()
    }
}

fn columns(has_rank: bool, has_villages: bool) -> Vec<VillageColumn> {
    let mut columns: Vec<VillageColumn> = Vec::new();
    if has_rank {
        columns.push(Column::figure(
            table::RANK,
            104,
            |row, r| match row.rank {
                Some(rank) => Shown::text(words::rank(rank, row.is_tied, r.lang)),
                None => r.missing(None),
            },
            |a, b| a.rank.cmp(&b.rank),
        ));
    }
    columns.push(Column::name(table::TOWNSHIP, 120, |row| &row.township));
    columns.push(Column::name(table::VILLAGE, 120, |row| &row.village));
    columns.push(Column::figure(
        table::OUTSTANDING_LOANS,
        104,
        |row, r| r.count(row.outstanding_loans),
        |a, b| a.outstanding_loans.cmp(&b.outstanding_loans),
    ));
    columns.push(Column::figure(
        table::MATURED_LOANS,
        104,
        |row, r| r.count(row.matured_loans),
        |a, b| a.matured_loans.cmp(&b.matured_loans),
    ));
    columns.push(Column::figure(
        words::REPAYMENT,
        104,
        |row, r| r.rate_of_counts(&row.repayment),
        |a, b| a.repayment.compare(&b.repayment),
    ));
    columns.push(Column::figure(
        words::REPAID_OF,
        104,
        |row, r| Shown::text(r.rate_of_counts(&row.repayment).fraction),
        |a, b| a.repayment.numerator.cmp(&b.repayment.numerator),
    ));
    columns.push(Column::figure(
        definition::name(Indicator::OverdueByAmount),
        104,
        |row, r| r.rate_of_money(&row.overdue_by_amount),
        |a, b| a.overdue_by_amount.compare(&b.overdue_by_amount),
    ));
    if has_villages {
        columns.push(Column::figure(
            table::CREDIT_HOUSEHOLDS,
            96,
            |row, r| r.count_if_known(row.credit_households),
            |a, b| a.credit_households.cmp(&b.credit_households),
        ));
        columns.push(Column::figure(
            table::ALL_HOUSEHOLDS,
            96,
            |row, r| r.count_if_known(row.all_households),
            |a, b| a.all_households.cmp(&b.all_households),
        ));
    }
    columns
}

fn table(
    state: State,
    report: &Arc<Report>,
    id: &'static str,
    rows: fn(&Report) -> &[CreditVillageRow],
    has_rank: bool,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let label = match id {
        "too-few" => table::TOO_FEW,
        "undetermined" => table::UNDETERMINED,
        _ => words::RANKED,
    };
    let columns = columns(has_rank, report.reading.villages.is_some())
        .into_iter()
        .map(|column| column.with_loans(loans))
        .collect();
    report_table(
        state,
        TableSpec {
            id,
            label: label.of(lang).to_owned(),
            report: Arc::clone(report),
            rows,
            only: None,
            columns,
            filter: Some(|row| format!("{}{}", row.township, row.village)),
            csv: has_rank.then_some((Taken::CreditVillages, export::csv::credit_villages)),
            on_open: None,
        },
    )
}
