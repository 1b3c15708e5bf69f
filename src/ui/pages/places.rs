//! Names of places: what was matched by rule, and what a person must settle.

use std::sync::Arc;

use leptos::prelude::*;

use crate::report::{
    Candidate, Follow, PlaceChoice, PlaceChoices, PlaceName, PlaceOutcome, PlaceRead, PlaceRule,
    Placed, Reading, UnfitChoice,
};
use crate::text::{Lang, number, places as words};

use super::super::actions;
use super::super::parts::pick::{Pick, PickGroup};
use super::super::state::State;

/// The value of a name that is right as it is written.
const KEEP: &str = "keep";

/// Rows of a list that are shown.
const SHOWN: usize = 200;

/// The list.
#[component]
pub fn Places(
    /// The state of the page.
    state: State,
    /// What was understood of the files.
    reading: Arc<Reading>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let reference = reading.places.reference?;
    let listed = &reading.places.listed;
    let unfit = reading.places.unfit.clone();
    let chosen = state
        .said
        .with_untracked(|said| said.now().profile.places.clone());
    if listed.is_empty() && unfit.is_empty() && chosen == PlaceChoices::default() {
        return None;
    }
    let (open, by_rule): (Vec<PlaceRead>, Vec<PlaceRead>) =
        listed.iter().cloned().partition(is_open);
    let opens_by_itself = !open.is_empty();
    Some(view! {
        <details class="places" open=opens_by_itself>
            <summary><h3>{words::TITLE.of(lang)}</h3></summary>
            <p class="quiet">{words::reference(reference).of(lang)}</p>
            <Open state lang places=open />
            <Chosen state lang choices=chosen />
            <NotUsed lang unfit />
            <ByRule lang places=by_rule />
        </details>
    })
}

fn parts(place: &PlaceRead) -> impl Iterator<Item = &Placed> {
    std::iter::once(&place.agreement.township).chain(&place.agreement.village)
}

fn is_open(place: &PlaceRead) -> bool {
    let needs_a_person = |placed: &Placed| {
        !matches!(
            placed.outcome,
            PlaceOutcome::Matched(_) | PlaceOutcome::Unlisted
        )
    };
    parts(place).any(needs_a_person)
}

fn shown(name: &PlaceName) -> String {
    match &name.village {
        Some(village) => format!("{} {village}", name.township),
        None => name.township.clone(),
    }
}

/// What is to be settled about a name: the township first, for its villages follow from it.
fn question(place: &PlaceRead) -> (PlaceName, &PlaceOutcome) {
    let township = &place.agreement.township.outcome;
    let is_settled = matches!(township, PlaceOutcome::Matched(_) | PlaceOutcome::Unlisted);
    match &place.agreement.village {
        Some(village) if is_settled => (place.written.clone(), &village.outcome),
        _ => {
            let township = PlaceName {
                village: None,
                ..place.written.clone()
            };
            (township, &place.agreement.township.outcome)
        }
    }
}

fn candidates(outcome: &PlaceOutcome) -> Vec<Candidate> {
    match outcome {
        PlaceOutcome::Ambiguous { candidates } | PlaceOutcome::Unknown { candidates } => {
            candidates.clone()
        }
        _ => Vec::new(),
    }
}

/// One question, with the loans of all rows that ask it.
struct Asked {
    written: PlaceName,
    outcome: PlaceOutcome,
    loans: u64,
}

fn questions(places: &[PlaceRead]) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for place in places {
        let (written, outcome) = question(place);
        match all.iter_mut().find(|asked| asked.written == written) {
            Some(asked) => asked.loans += place.loans,
            None => all.push(Asked {
                written,
                outcome: outcome.clone(),
                loans: place.loans,
            }),
        }
    }
    all
}

/// The names that a person must settle.
#[component]
fn Open(
    /// The state of the page.
    state: State,
    /// The language.
    lang: Lang,
    /// The names.
    places: Vec<PlaceRead>,
) -> impl IntoView {
    let questions = questions(&places);
    if questions.is_empty() {
        return None;
    }
    let is_former = |asked: &Asked| matches!(asked.outcome, PlaceOutcome::Superseded { .. });
    let follows = questions.iter().any(is_former).then(|| {
        view! {
            <button on:click=move |_| actions::follow_places(state, Follow::All)>
                {words::FOLLOW_ALL.of(lang)}
            </button>
        }
    });
    let title = words::counted(words::OPEN, &number::count(questions.len() as u64), lang);
    let more = beyond(questions.len(), lang);
    let rows = questions
        .into_iter()
        .take(SHOWN)
        .enumerate()
        .map(|(at, asked)| view! { <Question state lang at asked /> })
        .collect_view();
    Some(view! {
        <h4>{title}" "{follows}</h4>
        <div class="scrolls" tabindex="0" role="region" aria-label=words::OPEN.of(lang)>
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{words::WRITTEN.of(lang)}</th>
                    <th scope="col">{words::WHY.of(lang)}</th>
                    <th scope="col" class="number">{words::LOANS.of(lang)}</th>
                    <th scope="col">{words::SETTLE.of(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    })
}

/// One name that a person must settle.
#[component]
fn Question(
    /// The state of the page.
    state: State,
    /// The language.
    lang: Lang,
    /// Its place among the questions.
    at: usize,
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let near = candidates(&asked.outcome);
    let label = words::choice_of(&shown(&asked.written), lang);
    let former = matches!(asked.outcome, PlaceOutcome::Superseded { .. });
    let (written, followed) = (asked.written.clone(), asked.written.township.clone());
    let offered = near.iter().enumerate();
    let offered = offered.map(|(at, candidate)| (at.to_string(), shown(&candidate.place)));
    let first = (String::new(), words::CHOOSE.of(lang).to_owned());
    let keep = (KEEP.to_owned(), words::KEEP.of(lang).to_owned());
    let options = [first].into_iter().chain(offered).chain([keep]).collect();
    let groups = vec![PickGroup {
        name: None,
        options,
    }];
    let nothing = near.is_empty().then(|| words::NOTHING_NEAR.of(lang));
    let on_pick = Callback::new(move |value: String| {
        let means = match value.parse::<usize>().ok().and_then(|at| near.get(at)) {
            Some(candidate) => candidate.place.clone(),
            None if value == KEEP => written.clone(),
            None => return,
        };
        let written = written.clone();
        actions::choose_place(state, PlaceChoice { written, means });
    });
    let answer = if former {
        view! {
            <button on:click=move |_| actions::follow_places(state, Follow::These(vec![followed.clone()]))>
                {words::FOLLOW.of(lang)}
            </button>
            <span class="paper-only">{words::UNSETTLED.of(lang)}</span>
        }
        .into_any()
    } else {
        view! {
            <Pick id=format!("place-{at}") label groups chosen=String::new() on_pick />
            <span class="quiet">{nothing}</span>
            <span class="paper-only">{words::UNSETTLED.of(lang)}</span>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{shown(&asked.written)}</th>
            <td>{words::outcome(&asked.outcome).of(lang)}</td>
            <td class="number">{number::count(asked.loans)}</td>
            <td>{answer}</td>
        </tr>
    }
}

/// The names that a person settled.
#[component]
fn Chosen(
    /// The state of the page.
    state: State,
    /// The language.
    lang: Lang,
    /// The choices.
    choices: PlaceChoices,
) -> impl IntoView {
    if choices == PlaceChoices::default() {
        return None;
    }
    let follows = choices.follow != Follow::Nowhere;
    let rows = choices
        .names
        .into_iter()
        .map(|choice| {
            let line = format!("{} → {}", shown(&choice.written), shown(&choice.means));
            let take_back = move |_| actions::forget_place(state, &choice.written);
            view! {
                <li>{line}" "<button class="plain" on:click=take_back>{words::TAKE_BACK.of(lang)}</button></li>
            }
        })
        .collect_view();
    let unfollow = follows.then(|| {
        view! {
            <button on:click=move |_| actions::follow_places(state, Follow::Nowhere)>
                {words::UNFOLLOW.of(lang)}
            </button>
        }
    });
    Some(view! { <h4>{words::CHOSEN.of(lang)}" "{unfollow}</h4><ul>{rows}</ul> })
}

/// Choices, of a profile perhaps, that fit nothing in these files.
#[component]
fn NotUsed(
    /// The language.
    lang: Lang,
    /// The choices.
    unfit: Vec<UnfitChoice>,
) -> impl IntoView {
    (!unfit.is_empty()).then(|| {
        let rows = unfit
            .into_iter()
            .map(|choice| {
                let why = words::unfit(choice.reason).of(lang);
                view! { <li>{shown(&choice.written)}" "<span class="quiet">{why}</span></li> }
            })
            .collect_view();
        view! { <h4>{words::NOT_USED.of(lang)}</h4><ul>{rows}</ul> }
    })
}

/// How many names beyond those of a list that is shown there are.
fn beyond(count: usize, lang: Lang) -> Option<impl IntoView> {
    let left = count.checked_sub(SHOWN).filter(|left| *left > 0)?;
    let words = words::beyond(&number::count(left as u64), lang);
    Some(view! { <p class="quiet">{words}</p> })
}

/// The names that were matched by a rule.
#[component]
fn ByRule(
    /// The language.
    lang: Lang,
    /// The names.
    places: Vec<PlaceRead>,
) -> impl IntoView {
    if places.is_empty() {
        return None;
    }
    let title = words::counted(words::BY_RULE, &number::count(places.len() as u64), lang);
    let more = beyond(places.len(), lang);
    let rows = places
        .iter()
        .take(SHOWN)
        .map(|place| {
            let taken = PlaceName {
                township: place.agreement.township.name.clone(),
                village: place.agreement.village.as_ref().map(|v| v.name.clone()),
            };
            view! {
                <tr>
                    <th scope="row">{shown(&place.written)}</th>
                    <td>{shown(&taken)}</td>
                    <td>{why(place, lang)}</td>
                    <td class="number">{number::count(place.loans)}</td>
                </tr>
            }
        })
        .collect_view();
    Some(view! {
        <h4>{title}</h4>
        <div class="scrolls" tabindex="0" role="region" aria-label=words::BY_RULE.of(lang)>
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{words::WRITTEN.of(lang)}</th>
                    <th scope="col">{words::TAKEN.of(lang)}</th>
                    <th scope="col">{words::WHY.of(lang)}</th>
                    <th scope="col" class="number">{words::LOANS.of(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    })
}

/// The rule that decided: of township or village the one that is worth telling.
fn why(place: &PlaceRead, lang: Lang) -> &'static str {
    let is_telling = |placed: &&Placed| {
        !matches!(
            placed.outcome,
            PlaceOutcome::Matched(PlaceRule::Code | PlaceRule::Name)
        )
    };
    match parts(place).find(is_telling) {
        Some(placed) => words::outcome(&placed.outcome).of(lang),
        None => words::rule(PlaceRule::Name).of(lang),
    }
}
