//! 假如……: the drawer of 总览 in which the engine is asked what the figures would be under an assumption.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::page;
use crate::report::what_if::{NoAnswer, Question, WhatIf};
use crate::report::{Date, Report};
use crate::text::{Words, maturities, what_if as words};

use super::super::state::State;
use super::what_if_answer::Answer;

/// The sorts of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    AsOf,
    NothingPaid,
    Largest,
    UnderLine,
}

impl Sort {
    const ALL: [Sort; 4] = [
        Sort::NothingPaid,
        Sort::UnderLine,
        Sort::Largest,
        Sort::AsOf,
    ];

    fn name(self) -> Words {
        match self {
            Sort::AsOf => words::AS_OF,
            Sort::NothingPaid => words::NOTHING_PAID,
            Sort::Largest => words::LARGEST,
            Sort::UnderLine => words::UNDER_LINE,
        }
    }
}

/// What is being asked, as it is typed.
#[derive(Clone, Copy)]
struct Asked {
    sort: RwSignal<Sort>,
    day: RwSignal<String>,
    loans: RwSignal<String>,
    /// A township; empty for the county.
    place: RwSignal<String>,
    /// A line in percent.
    line: RwSignal<String>,
    answer: RwSignal<Option<Result<Arc<WhatIf>, NoAnswer>>>,
    is_asking: RwSignal<bool>,
}

/// The last day of the quarter that the day after an as-of date lies in.
fn quarter_end(as_of: Date) -> Date {
    let next = as_of.plus_days(1);
    let (_, month, _) = next.ymd();
    let months = 3 - u32::from((month - 1) % 3);
    next.month_start().plus_months(months).plus_days(-1)
}

impl Asked {
    fn new(as_of: Date) -> Asked {
        Asked {
            sort: RwSignal::new(Sort::NothingPaid),
            day: RwSignal::new(quarter_end(as_of).to_string()),
            loans: RwSignal::new("10".to_owned()),
            place: RwSignal::new(String::new()),
            line: RwSignal::new("3".to_owned()),
            answer: RwSignal::new(None),
            is_asking: RwSignal::new(false),
        }
    }

    /// The question, once all that it needs is there.
    fn question(self) -> Option<Question> {
        let day = || self.day.get().trim().parse::<Date>().ok();
        let township = || Some(self.place.get()).filter(|name| !name.is_empty());
        Some(match self.sort.get() {
            Sort::AsOf => Question::AsOf { day: day()? },
            Sort::NothingPaid => Question::NothingPaid { until: day()? },
            Sort::Largest => Question::LargestCollected {
                township: township(),
                loans: self
                    .loans
                    .get()
                    .trim()
                    .parse()
                    .ok()
                    .filter(|loans| *loans > 0)?,
            },
            Sort::UnderLine => Question::UnderLine {
                township: township(),
                line: hundredths(&self.line.get())?,
            },
        })
    }

    fn ask(self, state: State) {
        let question = untrack(|| self.question());
        let (Some(question), Some(engine)) = (question, state.engine.get_untracked()) else {
            return;
        };
        self.is_asking.set(true);
        let turn = state.report_turn.get_value();
        page::run(async move {
            let answer = engine.what_if(question).await;
            // The room may have been left in the meantime.
            if state.report_turn.get_value() != turn || self.is_asking.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => self.answer.set(Some(answer.map(Arc::new))),
                Err(failure) => state.failure.set(Some(failure)),
            }
        });
    }
}

/// `3` and `2.75` percent as hundredths; between nothing and the whole.
fn hundredths(text: &str) -> Option<u32> {
    let text = text.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let part: u32 = match part.len() {
        1 => part.parse::<u32>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    let hundredths = whole
        .parse::<u32>()
        .ok()?
        .checked_mul(100)?
        .checked_add(part)?;
    (1..=10_000).contains(&hundredths).then_some(hundredths)
}

/// The drawer.
#[component]
pub fn WhatIfDrawer(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let asked = Asked::new(report.as_of);
    let sorts = Sort::ALL
        .map(|sort| {
            view! {
                <button type="button" class="plain" aria-pressed=move || (asked.sort.get() == sort).to_string()
                    on:click=move |_| asked.sort.set(sort)>{sort.name().of(lang)}</button>
            }
        });
    let of_answer = Arc::clone(&report);
    let answer = move || match asked.answer.get()? {
        Ok(answer) => {
            Some(view! { <Answer state report=Arc::clone(&of_answer) answer /> }.into_any())
        }
        Err(why) => Some(
            view! { <p class="warning" role="status">{words::no_answer(why).of(lang)}</p> }
                .into_any(),
        ),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asked.ask(state);
    };
    view! {
        <section class="what-if">
            <details>
                <summary id="what-if"><h2>{words::WHAT_IF.of(lang)}</h2></summary>
                <p class="quiet">{words::SAME_COUNT.of(lang)}</p>
                <form on:submit=submit>
                    <div class="switch" role="group" aria-label=words::WHAT_IF.of(lang)>{sorts}</div>
                    <div class="table-tools"><Inputs state report asked />
                        <button class="first" id="what-if-ask"
                            disabled=move || asked.is_asking.get() || asked.question().is_none()>{words::ASK.of(lang)}</button>
                    </div>
                </form>
                {answer}
            </details>
        </section>
    }
}

/// What the chosen sort of question needs.
#[component]
fn Inputs(
    /// The state of the page.
    state: State,
    /// The report, which knows the townships.
    report: Arc<Report>,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let place = move || {
        let townships = report
            .townships
            .iter()
            .map(|row| view! { <option value=row.township.clone()>{row.township.clone()}</option> })
            .collect_view();
        view! {
            <label>{words::PLACE.of(lang)}
                <select prop:value=move || asked.place.get()
                    on:change=move |event| asked.place.set(event_target_value(&event))>
                    <option value="">{maturities::COUNTY.of(lang)}</option>{townships}
                </select>
            </label>
        }
    };
    let lines = move || {
        let given = state.policy.with(|policy| {
            policy
                .as_ref()
                .map_or_else(Vec::new, |policy| policy.dues.overdue_lines.clone())
        });
        let button = |line: u32| {
            let text = maturities::line(line);
            let value = text.trim_end_matches('%').to_owned();
            view! { <button type="button" class="plain" on:click=move |_| asked.line.set(value.clone())>{text}</button> }
        };
        given.into_iter().map(button).collect_view()
    };
    move || {
        match asked.sort.get() {
        Sort::AsOf | Sort::NothingPaid => view! {
            <label>{words::DAY.of(lang)}
                <input type="date" min="1900-01-01" max="2199-12-31" bind:value=asked.day />
            </label>
        }
        .into_any(),
        Sort::Largest => view! {
            {place()}
            <label>{words::HOW_MANY.of(lang)}<input type="number" min="1" step="1" bind:value=asked.loans /></label>
        }
        .into_any(),
        Sort::UnderLine => view! {
            {place()}
            <span>{words::LINE.of(lang)}</span>{lines()}
            <label>{words::OTHER_LINE.of(lang)}
                <input type="number" min="0.01" max="100" step="0.01" bind:value=asked.line />
            </label>
        }
        .into_any(),
    }
    }
}
