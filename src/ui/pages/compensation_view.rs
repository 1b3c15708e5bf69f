//! The half of 合规与贴息 about risk compensation: claims and the fund by lender, what payouts do to the rates, recoveries,
//! and the application.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::policy::compensation::{
    CompensationFigures, CompensationReport, FundFigures, LenderRow, RecoveryFigures, Restated,
};
use crate::report::policy::money_list::MoneyListQuery;
use crate::report::{Fen, PolicyReport};
use crate::text::{Lang, Words, compensation as words, number, subsidy, table};

use super::super::parts::money_table::{MoneyTable, money_table};
use super::super::reader::{Reader, Shown};
use super::super::state::State;
use super::declaration::lender_choice;
use super::money_list::{self, Listed, MoneyListed};
use super::parameters::OpenParameters;

/// The half of the room.
pub fn compensation(state: State, policy: Arc<PolicyReport>) -> AnyView {
    let lang = state.lang.get_untracked();
    let [by_lender, rates, recoveries] = [(); 3].map(|()| Arc::clone(&policy));
    let report = &policy.compensation;
    view! {
        <section id="compensation">
            <h2>{words::COMPENSATION.of(lang)}</h2>
            {asked(state, report)}
            {(report.is_fund_below_floor == Some(true)).then(|| view! { <p>{words::BELOW_FLOOR.of(lang)}</p> })}
            <h3>{words::BY_LENDER.of(lang)}</h3>
            {move || lenders(&by_lender.compensation, state.reader())}
            {untold_insurance(report, lang)}
            <h3>{words::RATES.of(lang)}</h3>
            {move || rates_of(&rates.compensation, state.reader())}
            <p class="quiet">{words::RATES_WHY.of(lang)}</p>
            {untold(report, lang)}
            <h3>{words::RECOVERIES.of(lang)}</h3>
            {move || recovered(&recoveries.compensation.total.recoveries, state.reader())}
            <p class="quiet">{words::RECOVERY_WHY.of(lang)}</p>
        </section>
        <section id="compensation-application">
            <h2>{words::APPLICATION.of(lang)}</h2>
            {application(state, report)}
        </section>
    }
    .into_any()
}

/// What the county must give before anything is split.
fn asked(state: State, report: &CompensationReport) -> Option<impl IntoView + use<>> {
    let lang = state.lang.get_untracked();
    let names: Vec<_> = report
        .asked
        .iter()
        .map(|parameter| {
            view! { <li>{words::parameter(*parameter).of(lang)}</li> }
        })
        .collect();
    (!names.is_empty()).then(|| {
        view! {
            <p>{words::ASKED.of(lang)}</p>
            <ul>{names}</ul>
            <p><OpenParameters state /></p>
        }
    })
}

fn untold(report: &CompensationReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let loans = report.total.rates.untold;
    (loans > 0).then(|| view! { <p class="quiet">{words::untold(&number::count(loans), lang)}</p> })
}

fn untold_insurance(report: &CompensationReport, lang: Lang) -> Option<impl IntoView + use<>> {
    let loans = report.total.claims.insurance_untold;
    let told = words::insurance_untold(&number::count(loans), lang);
    (loans > 0).then(|| view! { <p class="quiet">{told}</p> })
}

const BY_LENDER: [Words; 11] = [
    table::LENDER,
    words::READY_LOANS,
    words::READY_BALANCE,
    words::CLAIM_PRINCIPAL,
    words::CLAIM_INTEREST,
    words::CLAIMED,
    words::GOVERNMENT,
    words::LENDER_SHARE,
    words::FUND,
    words::LEVERAGE,
    words::NON_PERFORMING,
];

fn lenders(report: &CompensationReport, reader: Reader) -> impl IntoView + use<> {
    let row = |row: &LenderRow| cells(row.lender.clone(), &row.figures, reader);
    let of = MoneyTable {
        label: words::BY_LENDER.of(reader.lang).to_owned(),
        headings: BY_LENDER.to_vec(),
        names: 1,
        rows: report.lenders.iter().map(row).collect(),
        total: cells(
            table::TOTAL.of(reader.lang).to_owned(),
            &report.total,
            reader,
        ),
    };
    money_table(of, reader.lang)
}

fn cells(name: String, figures: &CompensationFigures, reader: Reader) -> Vec<Shown> {
    let claims = &figures.claims;
    // A sum over some of the loans only is not shown as that of all.
    let of = |amount: Fen, known: u64| match known == claims.loans {
        true => reader.money(amount),
        false => Shown {
            text: table::UNKNOWN.of(reader.lang).to_owned(),
            fraction: format!("{known} / {}", claims.loans),
            ..Shown::default()
        },
    };
    vec![
        Shown::text(name),
        reader.count(claims.loans),
        reader.money(claims.outstanding_principal),
        of(claims.principal, claims.known),
        of(claims.interest, claims.known),
        of(claims.claimed, claims.known),
        of(claims.government, claims.split),
        of(claims.lender, claims.split),
        fund(&figures.fund, reader),
        leverage(&figures.fund, reader),
        Shown {
            fraction: stop_line(&figures.fund, reader.lang),
            ..reader.rate_of_money(&figures.rates.non_performing.reported)
        },
    ]
}

fn fund(fund: &FundFigures, reader: Reader) -> Shown {
    match fund.balance {
        Some(balance) => Shown {
            fraction: fund.as_of.map_or_else(String::new, |day| day.to_string()),
            ..reader.money(balance)
        },
        None => Shown {
            text: table::UNKNOWN.of(reader.lang).to_owned(),
            fraction: words::NO_FUND.of(reader.lang).to_owned(),
            ..Shown::default()
        },
    }
}

/// Leverage, and in words whether it is too high: never by colour alone.
fn leverage(fund: &FundFigures, reader: Reader) -> Shown {
    let lang = reader.lang;
    let Some(times) = fund.leverage else {
        return reader.missing(None);
    };
    let times = words::times(times, lang);
    let text = match fund.is_above_most {
        Some(true) => format!("{times} ▲ {}", words::ABOVE_MOST.of(lang)),
        Some(false) | None => times,
    };
    let short = fund.short_by.filter(|sum| sum.is_positive());
    Shown {
        text,
        fraction: short.map_or_else(
            || words::LEVERAGE_IS.of(lang).to_owned(),
            |sum| {
                words::short_by(
                    &number::money(sum, reader.unit),
                    reader.unit.name(lang),
                    lang,
                )
            },
        ),
        ..Shown::default()
    }
}

fn stop_line(fund: &FundFigures, lang: Lang) -> String {
    match fund.is_above_stop_line {
        Some(true) => words::ABOVE_STOP.of(lang).to_owned(),
        Some(false) => words::WITHIN.of(lang).to_owned(),
        None => String::new(),
    }
}

fn rates_of(report: &CompensationReport, reader: Reader) -> impl IntoView + use<> {
    let rates = &report.total.rates;
    let row = |name: Words, of: &Restated| {
        let mut cells = vec![Shown::text(name.of(reader.lang))];
        let readings = [
            &of.reported,
            &of.restated,
            &of.once_paid,
            &of.once_paid_restated,
        ];
        cells.extend(readings.map(|rate| reader.rate_of_money(rate)));
        cells
    };
    let paid_out = vec![
        Shown::text(words::PAID_OUT_RATE.of(reader.lang)),
        reader.rate_of_money(&rates.paid_out),
        Shown::default(),
        Shown::default(),
        Shown::default(),
    ];
    let of = MoneyTable {
        label: words::RATES.of(reader.lang).to_owned(),
        headings: vec![
            words::RATE,
            words::AS_REPORTED,
            words::RESTATED,
            words::ONCE_PAID,
            words::ONCE_PAID_RESTATED,
        ],
        names: 1,
        rows: vec![
            row(words::OVERDUE, &rates.overdue),
            row(words::NON_PERFORMING, &rates.non_performing),
            paid_out,
        ],
        total: Vec::new(),
    };
    money_table(of, reader.lang)
}

fn recovered(of: &RecoveryFigures, reader: Reader) -> impl IntoView + use<> {
    let row = |reading: Words, lender, fund| {
        vec![
            Shown::text(reading.of(reader.lang)),
            reader.count(of.loans),
            reader.money(of.recovered),
            reader.money(of.costs),
            reader.money(lender),
            reader.money(fund),
            reader.count(of.undetermined),
        ]
    };
    let of = MoneyTable {
        label: words::RECOVERIES.of(reader.lang).to_owned(),
        headings: vec![
            words::READING,
            subsidy::LOANS,
            words::RECOVERED,
            words::COSTS,
            words::TO_LENDER,
            words::TO_FUND,
            subsidy::LACKING,
        ],
        names: 1,
        rows: vec![
            row(words::LENDER_FIRST, of.lender_first, of.fund_after_lender),
            row(words::PRO_RATA, of.lender_pro_rata, of.fund_pro_rata),
        ],
        total: Vec::new(),
    };
    money_table(of, reader.lang)
}

/// 代偿申请表, for all lenders or one.
fn application(state: State, report: &CompensationReport) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if report.total.claims.loans == 0 {
        return view! { <p>{words::NONE_READY.of(lang)}</p> }.into_any();
    }
    let ready = report
        .lenders
        .iter()
        .filter(|row| row.figures.claims.loans > 0);
    let names: Vec<String> = ready.map(|row| row.lender.clone()).collect();
    let lender = RwSignal::new(None::<String>);
    let listed: Listed = RwSignal::new(None);
    let show = move |_| {
        let query = MoneyListQuery::Claims {
            lender: lender.get_untracked(),
        };
        money_list::open(state, query, listed);
    };
    view! {
        <p class="quiet">{words::EVIDENCE.of(lang)}</p>
        <div class="table-tools">
            {lender_choice(names, lender, lang)}
            <button on:click=show>{subsidy::SHOW.of(lang)}</button>
        </div>
        <MoneyListed state listed />
    }
    .into_any()
}
