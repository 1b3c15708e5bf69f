//! One loan in full, in a dialog: its facts, where it stands, the row as the file has it, the household's other loans.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::{Explained, Field, LoanDetail, RegisterRow, RiskClass};
use crate::text::{
    Lang, Words, class, explained as explained_words, field, number, pages as page_words,
    register as words,
};

use super::super::reader::Reader;
use super::super::state::State;
use super::loan_explained::LoanExplained;
use super::parameters::OpenParameters;
use super::register::risk_class;

const DIALOG: &str = "loan";

/// The class of the document while a loan stands open.
const OPEN: &str = "loan-open";

/// A loan and what the rules say of it.
#[derive(Clone, Debug)]
pub struct OpenLoan {
    /// The loan.
    pub detail: LoanDetail,
    /// What the rules say.
    pub explained: Arc<Explained>,
}

/// The loan that stands open.
pub type Opened = RwSignal<Option<Arc<OpenLoan>>>;

/// The style of a class, which gives it its fixed colour.
pub fn class_style(risk: RiskClass) -> &'static str {
    match risk {
        RiskClass::Pass => "risk pass",
        RiskClass::SpecialMention => "risk special-mention",
        RiskClass::Substandard => "risk substandard",
        RiskClass::Doubtful => "risk doubtful",
        RiskClass::Loss => "risk loss",
    }
}

/// Asks for a loan and opens it; one that stands open gives its place.
pub fn open_loan(state: State, row: u64) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    page::run(async move {
        let loan = async {
            let detail = engine.loan(row).await?;
            let explained = Arc::new(engine.explain(row).await?);
            Ok(OpenLoan { detail, explained })
        };
        match loan.await {
            Ok(loan) => state.opened.set(Some(Arc::new(loan))),
            Err(failure) => state.failure.set(Some(failure)),
        }
    });
}

/// What the rules say of the loan that stands open, whenever there is another report: other parameters, another day.
fn follow_report(state: State) {
    Effect::new(move |was: Option<()>| {
        let has_report = state.report.with(Option::is_some);
        let row = state
            .opened
            .with_untracked(|opened| opened.as_ref().map(|loan| loan.explained.row));
        match row {
            Some(row) if was.is_some() && has_report => open_loan(state, row),
            Some(_) if was.is_some() => state.opened.set(None),
            _ => {}
        }
    });
}

/// The dialog; closed until a loan is opened.
#[component]
pub fn LoanDialog(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let opened = state.opened;
    Effect::new(move |_| {
        let is_open = opened.with(Option::is_some);
        // Paper then has the loan and nothing of the room behind it.
        page::mark_document(OPEN, is_open);
        if is_open {
            page::open_dialog(DIALOG);
        } else {
            page::close_dialog(DIALOG);
        }
    });
    follow_report(state);
    let head = move || {
        let lang = state.lang.get();
        view! {
            <div class="section-head">
                <h2>{words::LOAN.of(lang)}</h2>
                <button id="print-loan" on:click=move |_| page::print()>{explained_words::PRINT.of(lang)}</button>
                <OpenParameters state />
                <button on:click=move |_| page::close_dialog(DIALOG)>{page_words::CLOSE.of(lang)}</button>
            </div>
        }
    };
    let inside = move || {
        state.lang.track();
        opened.get().map(|loan| view! { <Loan state loan /> })
    };
    let label = move || words::LOAN.of(state.lang.get());
    view! {
        <dialog id=DIALOG class="loan" aria-label=label on:close=move |_| opened.set(None)>{head}{inside}</dialog>
    }
}

/// The loan.
#[component]
fn Loan(
    /// The state of the page.
    state: State,
    /// The loan.
    loan: Arc<OpenLoan>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let detail = &loan.detail;
    let explained = Arc::clone(&loan.explained);
    let facts = {
        let loan = Arc::clone(&loan);
        move || {
            facts(&loan.detail, state.reader())
                .into_iter()
                .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
                .collect_view()
        }
    };
    let cells = detail
        .cells
        .iter()
        .map(|cell| view! { <tr><th scope="row">{cell.header.clone()}</th><td>{cell.text.clone()}</td></tr> })
        .collect_view();
    let others = if detail.household_loans.is_empty() {
        view! { <p class="quiet">{words::NO_OTHER_LOANS.of(lang)}</p> }.into_any()
    } else {
        let rows = detail
            .household_loans
            .iter()
            .cloned()
            .map(|row| view! { <Other state row /> })
            .collect_view();
        view! { <table class="small-table"><tbody>{rows}</tbody></table> }.into_any()
    };
    view! {
        <dl class="facts loan-facts">{facts}</dl>
        <p class="quiet" id="loan-source">{words::source(&detail.file, detail.line, lang)}</p>
        <LoanExplained state explained />
        <h3>{words::OTHER_LOANS.of(lang)}</h3>
        {others}
        <div class="on-screen">
            <h3>{words::RAW_ROW.of(lang)}</h3>
            <table class="small-table raw"><tbody>{cells}</tbody></table>
        </div>
    }
}

/// Another loan of the household.
#[component]
fn Other(
    /// The state of the page.
    state: State,
    /// The other loan, which takes the place of the one that stands open.
    row: RegisterRow,
) -> impl IntoView {
    let at = row.row;
    let shown = row.clone();
    let balance = move || {
        let reader = state.reader();
        let amount = number::money(shown.outstanding_principal, reader.unit);
        format!("{amount} {}", reader.unit.name(reader.lang))
    };
    let class = risk_class(&row, state.reader()).text;
    view! {
        <tr>
            <td><button class="link" on:click=move |_| open_loan(state, at)>{row.loan_number}</button></td>
            <td>{row.lender}</td>
            <td class="figure">{balance}</td>
            <td>{row.maturity_date.to_string()}</td>
            <td>{class}</td>
        </tr>
    }
}

fn facts(detail: &LoanDetail, reader: Reader) -> Vec<(&'static str, String)> {
    let lang = reader.lang;
    let row = &detail.row;
    let money = |amount| {
        format!(
            "{} {}",
            number::money(amount, reader.unit),
            reader.unit.name(lang)
        )
    };
    let dash = || page_words::MISSING_CELL.of(lang).to_owned();
    let known = |value: Option<String>| value.unwrap_or_else(dash);
    let name = |meaning: Field| field::name(meaning).of(lang);
    let word = |words: Option<Words>| known(words.map(|words| words.of(lang).to_owned()));
    vec![
        (name(Field::LoanNumber), row.loan_number.clone()),
        (name(Field::HouseholdNumber), row.household_number.clone()),
        (name(Field::Township), row.township.clone()),
        (name(Field::Village), row.village.clone()),
        (name(Field::Lender), row.lender.clone()),
        (
            name(Field::DisbursedPrincipal),
            money(row.disbursed_principal),
        ),
        (
            name(Field::OutstandingPrincipal),
            money(row.outstanding_principal),
        ),
        (
            name(Field::DisbursementDate),
            row.disbursement_date.to_string(),
        ),
        (name(Field::MaturityDate), row.maturity_date.to_string()),
        (
            name(Field::ExtendedMaturityDate),
            known(row.extended_maturity_date.map(|d| d.to_string())),
        ),
        (
            name(Field::SettlementDate),
            known(detail.settlement_date.map(|d| d.to_string())),
        ),
        (
            words::DAYS_PAST_DUE.of(lang),
            known(row.days_past_due.map(|d| number::count(d.into()))),
        ),
        (words::COMPUTED_CLASS.of(lang), risk_class(row, reader).text),
        (
            words::REPORTED_CLASS.of(lang),
            word(detail.reported_class.map(class::name)),
        ),
        (
            words::STATUS.of(lang),
            word(detail.status.map(class::status)),
        ),
        (
            name(Field::AnnualInterestRate),
            known(
                detail
                    .annual_interest_rate
                    .map(|rate| words::yearly(&rate.to_string(), lang)),
            ),
        ),
        (name(Field::Purpose), known(detail.purpose.clone())),
        (
            words::IN_ROSTER.of(lang),
            known(row.in_roster.map(|is_in| yes_or_no(is_in, lang).to_owned())),
        ),
    ]
}

fn yes_or_no(is_so: bool, lang: Lang) -> &'static str {
    match is_so {
        true => words::YES.of(lang),
        false => words::NO.of(lang),
    }
}
