//! One loan, explained: facts with their places, what the rules say with clause and parameters, days, subsidies.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::explained::{CheckSays, CheckTold, ConditionTold, DeadlineTold, ParameterTold};
use crate::report::policy::Outcome;
use crate::report::{Date, Explained};
use crate::text::{
    Lang, SEMICOLON, Words, disposition, explained as words, field, money_source, number,
    parameter, register as register_words, rules,
};

use super::super::state::State;

/// The loan explained.
#[component]
pub fn LoanExplained(
    /// The state of the page.
    state: State,
    /// What is known of it.
    explained: Arc<Explained>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let told = Arc::clone(&explained);
    view! {
        <h3>{words::VERDICTS.of(lang)}</h3>
        <dl class="explained" id="loan-verdicts">{verdicts(&told, lang)}</dl>
        <Conditions title=words::RENEWAL conditions=named(&told.disposition.renewal, disposition::renewal_condition) lang />
        <Conditions title=words::EXTENSION conditions=named(&told.disposition.extension, disposition::extension_condition) lang />
        <h3>{words::CHECKS.of(lang)}</h3>
        {checks(&told, lang)}
        <h3>{words::TIMELINE.of(lang)}</h3>
        {timeline(state, &told)}
        <h3>{words::FACTS.of(lang)}</h3>
        {facts(state, Arc::clone(&told))}
        <h3>{words::PAYMENTS.of(lang)}</h3>
        {payments(state, told)}
    }
}

/// The parameters that a rule used, and the loan's 放款日期, on which most are asked for.
type Used<'a> = (&'a [ParameterTold], Date);

fn line(
    name: &'static str,
    sentence: String,
    clause: String,
    used: Used<'_>,
    lang: Lang,
) -> impl IntoView + use<> {
    let clause = (!clause.is_empty())
        .then(|| view! { <span class="quiet clause">{words::CLAUSE.of(lang)}" "{clause}</span> });
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{sentence}{clause}{parameters(used, lang)}</dd>
        </div>
    }
}

/// The parameters of a rule, each with its value, how sure it is, and its document and day where it is pointed at.
fn parameters((used, disbursed): Used<'_>, lang: Lang) -> impl IntoView + use<> {
    let all = used
        .iter()
        .map(|own| {
            let text = words::parameter_used(own, disbursed, lang);
            let sure = match own.certainty {
                Some(certainty) => parameter::certainty(certainty).of(lang),
                None if own.from.is_some() => parameter::CHANGED.of(lang),
                None => parameter::NOT_GIVEN.of(lang),
            };
            let title = words::parameter_from(own, lang);
            view! { <span class="chip" title=title>{text}" "<small>{sure}</small></span> }
        })
        .collect_view();
    (!used.is_empty())
        .then(|| view! { <span class="chips" aria-label=words::PARAMETERS.of(lang)>{all}</span> })
}

fn deadline(told: &DeadlineTold, lang: Lang) -> String {
    let duty = disposition::duty(told.duty).of(lang);
    match (told.by, told.lacks) {
        (Some(by), _) => words::deadline(duty, &by.to_string(), lang),
        (None, Some(unknown)) => {
            format!(
                "{duty}{}{}",
                SEMICOLON.of(lang),
                disposition::unknown(unknown, lang)
            )
        }
        (None, None) => format!("{duty}{}{}", SEMICOLON.of(lang), words::BY_COUNTY.of(lang)),
    }
}

fn verdicts(told: &Explained, lang: Lang) -> impl IntoView + use<> {
    let none: Used<'_> = (&[], told.disbursed);
    let class = told.class.as_ref().map(|class| {
        let sentence = words::class_sentence(class, lang);
        line(
            words::CLASSIFIED.of(lang),
            sentence,
            String::new(),
            (&class.parameters, told.disbursed),
            lang,
        )
    });
    let own = &told.standing;
    let since = match own.since {
        Some(day) => words::since(&day.to_string(), own.days, lang),
        None => words::SINCE_UNKNOWN.of(lang).to_owned(),
    };
    let mut standing = format!(
        "{}{}{since}",
        disposition::state(own.state).of(lang),
        SEMICOLON.of(lang)
    );
    if let Some(next) = &own.next {
        standing = format!(
            "{standing}{}{} {}",
            SEMICOLON.of(lang),
            words::NEXT.of(lang),
            deadline(next, lang)
        );
    }
    let way = &told.disposition;
    let mut sentence = format!(
        "{}{}{}",
        disposition::name(way.disposition).of(lang),
        SEMICOLON.of(lang),
        disposition::sentence_of(&way.reason, lang)
    );
    if let Some(by) = &way.deadline {
        sentence = format!("{sentence}{}{}", SEMICOLON.of(lang), deadline(by, lang));
    }
    let missing: Vec<String> = way
        .missing
        .iter()
        .map(|own| disposition::unknown(*own, lang))
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        line(
            words::MISSING.of(lang),
            missing.join(SEMICOLON.of(lang)),
            String::new(),
            none,
            lang,
        )
    });
    let money = money_source::name(way.money).of(lang).to_owned();
    let candidate = way
        .is_candidate
        .then(|| view! { <p class="quiet">{words::CANDIDATE.of(lang)}</p> });
    view! {
        {class}
        {line(words::STANDING.of(lang), standing, String::new(), (&own.parameters, told.disbursed), lang)}
        {line(words::DISPOSITION.of(lang), sentence, way.clause.clone(), (&way.parameters, told.disbursed), lang)}
        {missing}
        {line(words::MONEY.of(lang), money, String::new(), none, lang)}
        {candidate}
    }
}

fn named<W: Copy>(conditions: &[ConditionTold<W>], name: fn(W) -> Words) -> Vec<(Words, Outcome)> {
    conditions
        .iter()
        .map(|own| (name(own.which), own.holds))
        .collect()
}

fn style(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::NotMet => "not-met",
        Outcome::Unknown(_) => "not-known",
    }
}

/// The conditions of 续贷 or 展期, each met, not met or unknown.
#[component]
fn Conditions(
    /// Of what.
    title: Words,
    /// The conditions.
    conditions: Vec<(Words, Outcome)>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let items = conditions
        .into_iter()
        .map(|(name, outcome)| {
            let (name, holds) = (name.of(lang), disposition::outcome(outcome));
            let lacks = match outcome {
                Outcome::Unknown(unknown) => format!(" ({})", disposition::unknown(unknown, lang)),
                Outcome::Met | Outcome::NotMet => String::new(),
            };
            view! { <li class=style(outcome)><strong>{holds.of(lang)}</strong>" "{name}{lacks}</li> }
        })
        .collect_view();
    view! {
        <h4>{title.of(lang)}</h4>
        <ul class="conditions">{items}</ul>
    }
}

/// The checks that say something first, then how many say nothing, and which look at the county.
fn checks(told: &Explained, lang: Lang) -> impl IntoView + use<> {
    let all = &told.checks;
    let count = |wanted: fn(&CheckSays) -> bool| all.iter().filter(|own| wanted(&own.says)).count();
    let clear = count(|says| matches!(says, CheckSays::Clear));
    let not_asked = count(|says| matches!(says, CheckSays::NotApplicable));
    let mut telling: Vec<&CheckTold> = all
        .iter()
        .filter(|own| matches!(own.says, CheckSays::Caught(_) | CheckSays::Undetermined(_)))
        .collect();
    telling.sort_by_key(|own| !matches!(own.says, CheckSays::Caught(_)));
    let rows = telling
        .into_iter()
        .map(|own| {
            let title = rules::rule_words(&own.id).map_or("", |words| words.title.of(lang));
            let state = match own.says {
                CheckSays::Caught(_) => words::CAUGHT,
                _ => words::UNDETERMINED,
            };
            let severity = words::severity(own.severity).of(lang);
            view! {
                <tr>
                    <th scope="row">{own.id.clone()}" "{title}</th>
                    <td>{state.of(lang)}<br /><small class="quiet">{severity}</small></td>
                    <td>{words::check(&own.id, &own.says, lang)}
                        <span class="quiet clause">{own.source.clone()}</span>
                        {parameters((&own.parameters, told.disbursed), lang)}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="small-table" id="loan-checks"><tbody>{rows}</tbody></table>
        <p class="quiet">{words::others_clear(clear, not_asked, lang)}</p>
        <p class="quiet" id="loan-county-checks">{words::of_county(&told.county_checks, lang)}</p>
    }
}

fn timeline(state: State, told: &Explained) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let as_of = state
        .report
        .with_untracked(|report| report.as_ref().map(|report| report.as_of));
    let steps = told
        .timeline
        .iter()
        .map(|step| {
            let is_ahead = as_of.is_some_and(|as_of| step.day > as_of);
            let ahead = if is_ahead { words::AHEAD.of(lang) } else { "" };
            let source = words::day_source(step.source, lang);
            let name = words::milestone(step.milestone).of(lang);
            view! { <li class:ahead=is_ahead><time>{step.day.to_string()}</time>" "{name}{ahead}" "<span class="quiet">{source}</span></li> }
        })
        .collect_view();
    view! { <ol class="timeline" id="loan-timeline">{steps}</ol> }
}

fn facts(state: State, told: Arc<Explained>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if told.facts.is_empty() {
        return view! { <p class="quiet">{words::NO_FACTS.of(lang)}</p> }.into_any();
    }
    let rows = move || {
        let unit = state.unit.get();
        let row = |own: &crate::report::explained::FactTold| {
            let place = register_words::source(&own.place.file, own.place.line, lang);
            view! {
                <tr>
                    <th scope="row">{field::name(own.field).of(lang)}</th>
                    <td>{words::fact(&own.value, unit, lang)}</td>
                    <td class="quiet">{place}</td>
                </tr>
            }
        };
        told.facts.iter().map(row).collect_view()
    };
    view! { <table class="small-table" id="loan-facts"><tbody>{rows}</tbody></table> }.into_any()
}

fn payments(state: State, told: Arc<Explained>) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    if told.payments.is_empty() {
        return view! { <p class="quiet">{words::NO_PAYMENTS.of(lang)}</p> }.into_any();
    }
    let rows = move || {
        let unit = state.unit.get();
        let row = |own: &crate::report::explained::PaymentTold| {
            let place = register_words::source(&own.place.file, own.place.line, lang);
            let amount = format!("{} {}", number::money(own.amount, unit), unit.name(lang));
            view! {
                <tr>
                    <td>{own.period_start.to_string()}" – "{own.period_end.to_string()}</td>
                    <td class="figure">{amount}</td>
                    <td>{own.source.clone()}</td>
                    <td class="quiet">{place}</td>
                </tr>
            }
        };
        told.payments.iter().map(row).collect_view()
    };
    view! { <table class="small-table" id="loan-payments"><tbody>{rows}</tbody></table> }.into_any()
}
