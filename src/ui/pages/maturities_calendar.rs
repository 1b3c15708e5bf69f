//! The repayment calendar of the room 到期: days, weeks or months, of the county or of one group, with what they say.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{self, Taken};
use crate::report::policy::calendar::{Calendar, Due, DuesOf, Period, Step};
use crate::report::{PolicyReport, RegisterQuery, Report};
use crate::text::{
    Lang, Words, chart, figure as names, maturities as words, number, pages as page_words,
};

use super::super::actions;
use super::super::state::State;
use super::maturities_choice::{DuesChoice, groups};
use super::maturities_concentration::ConcentrationOf;
use super::maturities_groups::Groups;
use super::maturities_sheet::Sheet;

/// All that the room says of the next twelve months.
#[component]
pub fn Dues(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// What the rules say.
    policy: Arc<PolicyReport>,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let choice = DuesChoice::new(&policy);
    let (as_of, saved) = (report.as_of, Arc::clone(&report));
    let save = move |_| {
        let (step, whose) = (
            choice.step.get_untracked(),
            name(&choice.whose.get_untracked(), lang),
        );
        let bytes = choice.calendar.with_untracked(|calendar| {
            export::dues::calendar(&saved, calendar, step, &whose, lang)
        });
        let file = export::name(Taken::Calendar, Some(saved.as_of), "csv");
        actions::save_csv(state, &file, &bytes);
    };
    let said = move || {
        choice
            .calendar
            .with(|calendar| sentences(state, choice, calendar, lang))
    };
    let years = policy.dues.holiday_years;
    view! {
        <section class="dues">
            <div class="section-head">
                <h2>{words::CALENDAR.of(lang)}" "{move || choice.whose.with(|whose| name(whose, lang))}</h2>
                <Switches state policy=Arc::clone(&policy) choice />
                <button on:click=save>{page_words::SAVE_CSV.of(lang)}</button>
            </div>
            <p>{said}</p>
            <Periods state choice as_of />
        </section>
        <Sheet state choice as_of />
        <p class="quiet">{words::WORKDAYS_UNKNOWN.of(lang)}" "{words::holiday_years(years.0, years.1, lang)}</p>
        <Groups state report=Arc::clone(&report) policy=Arc::clone(&policy) choice />
        <ConcentrationOf state report policy />
    }
}

/// Whose calendar it is, in words.
pub fn name(whose: &DuesOf, lang: Lang) -> String {
    match whose {
        DuesOf::County => words::COUNTY.of(lang).to_owned(),
        DuesOf::Township(name) | DuesOf::Lender(name) | DuesOf::Enterprise(name) => name.clone(),
    }
}

/// Peaks, the fewest months that hold half, and what falls due on days off.
fn sentences(state: State, choice: DuesChoice, calendar: &Calendar, lang: Lang) -> String {
    let unit = state.unit.get();
    let peaks = calendar
        .months
        .iter()
        .filter(|month| month.is_peak == Some(true));
    let peaks: Vec<_> = peaks.map(|month| month.month).collect();
    let half = if choice.by_count.get() {
        let half = &calendar.half_by_loans;
        words::half(
            &half.months,
            &number::percent(half.share.percent),
            true,
            lang,
        )
    } else {
        let half = &calendar.half_by_amount;
        words::half(
            &half.months,
            &number::percent(half.share.percent),
            false,
            lang,
        )
    };
    let written = |due: Due| {
        let money = chart::money(due.outstanding_principal, unit, lang);
        (number::count(due.loans), money)
    };
    let (weekends, holidays) = (written(calendar.on_weekends), written(calendar.on_holidays));
    let off = words::on_days_off((&weekends.0, &weekends.1), (&holidays.0, &holidays.1), lang);
    let knows_peaks = calendar.months.iter().all(|month| month.is_peak.is_some());
    let peaks = knows_peaks.then(|| words::peaks(&peaks, lang));
    [peaks, Some(half), Some(off)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The choices above the calendar.
#[component]
fn Switches(
    /// The state of the page.
    state: State,
    /// What the rules say.
    policy: Arc<PolicyReport>,
    /// What is chosen.
    choice: DuesChoice,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let step = |step: Step| {
        view! {
            <button class="plain" aria-pressed=move || (choice.step.get() == step).to_string()
                on:click=move |_| choice.step.set(step)>{words::step(step).of(lang)}</button>
        }
    };
    let measure = |by_count: bool, name: Words| {
        view! {
            <button class="plain" aria-pressed=move || (choice.by_count.get() == by_count).to_string()
                on:click=move |_| choice.by_count.set(by_count)>{name.of(lang)}</button>
        }
    };
    let all = groups(&policy.dues);
    let options = all
        .iter()
        .zip([words::TOWNSHIPS, words::LENDERS, words::ENTERPRISES])
        .enumerate()
        .filter(|(_, (groups, _))| !groups.is_empty())
        .map(|(sort, (groups, heading))| {
            let options = groups
                .iter()
                .enumerate()
                .map(|(at, whose)| view! { <option value=format!("{sort}.{at}")>{name(whose, lang)}</option> })
                .collect_view();
            view! { <optgroup label=heading.of(lang)>{options}</optgroup> }
        })
        .collect_view();
    let pick = move |event| {
        let value = event_target_value(&event);
        let place = value.split_once('.');
        let place = place
            .and_then(|(sort, at)| Some((sort.parse::<usize>().ok()?, at.parse::<usize>().ok()?)));
        let whose = place.and_then(|(sort, at)| all.get(sort)?.get(at).cloned());
        choice.show(state, &policy, whose.unwrap_or(DuesOf::County));
    };
    view! {
        <div class="switch" role="group" aria-label=words::STEP.of(lang)>
            {[Step::Day, Step::Week, Step::Month].map(step)}
        </div>
        <div class="switch" role="group" aria-label=words::MEASURE.of(lang)>
            {measure(true, words::BY_COUNT)}{measure(false, words::BY_MONEY)}
        </div>
        <button class="plain" aria-pressed=move || choice.cumulative.get().to_string()
            on:click=move |_| choice.cumulative.update(|on| *on = !*on)>{words::CUMULATIVE.of(lang)}</button>
        <label class="whose">{words::WHOSE.of(lang)}" "
            <select id="dues-whose" on:change=pick>
                <option value="">{words::COUNTY.of(lang)}</option>
                {options}
            </select>
        </label>
    }
}

/// The calendar as a table, one row for each day, week or month.
#[component]
fn Periods(
    /// The state of the page.
    state: State,
    /// What is chosen.
    choice: DuesChoice,
    /// 统计时点
    as_of: crate::report::Date,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let unit = move || state.unit.get().name(lang);
    let rows = move || {
        choice.calendar.with(|calendar| {
            let step = choice.step.get();
            let periods = calendar.periods(step, as_of);
            let shown = |period: &Period| {
                if choice.cumulative.get() {
                    period.cumulative
                } else {
                    period.coming
                }
            };
            let most = periods
                .iter()
                .map(|period| choice.size(shown(period)))
                .max();
            let most = most.filter(|most| *most > 0);
            let before = edge(
                state,
                choice,
                words::BEFORE,
                Due::default(),
                calendar.before,
            );
            let rows = periods
                .iter()
                .map(|period| {
                    let off = calendar
                        .day(period.first)
                        .filter(|_| step == Step::Day)
                        .and_then(|day| day.off);
                    let mark = match (off, period.is_peak) {
                        (Some(off), _) => words::day_off(off).of(lang),
                        (None, Some(true)) => names::IS_PEAK.of(lang),
                        _ => "",
                    };
                    let part = choice.size(shown(period)) as f64 * 100.0 / most.unwrap_or(1) as f64;
                    row(state, choice, period, step, mark, part)
                })
                .collect_view();
            let later = edge(state, choice, words::LATER, calendar.later, Due::default());
            view! { {before}{rows}{later} }
        })
    };
    let money = move |heading: Words| view! { <th scope="col" class="figure">{heading.of(lang)}" "{unit}</th> };
    let count =
        move |heading: Words| view! { <th scope="col" class="figure">{heading.of(lang)}</th> };
    let sums = move || {
        choice
            .cumulative
            .get()
            .then(|| view! { {count(words::CUMULATIVE_LOANS)}{money(words::CUMULATIVE_BALANCE)} })
    };
    view! {
        <div class="scrolls" id="dues-periods" tabindex="0" role="region" aria-label=words::CALENDAR.of(lang)>
            <table class="small-table">
                <thead><tr>
                    <th scope="col">{words::PERIOD.of(lang)}</th>
                    {count(words::COMING_LOANS)}{money(words::COMING)}
                    {count(words::OVERDUE_LOANS)}{money(words::OVERDUE)}
                    {sums}
                    <th scope="col">{words::MARK.of(lang)}</th>
                    <th scope="col"><span class="unseen">{words::MEASURE.of(lang)}</span></th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(
    state: State,
    choice: DuesChoice,
    period: &Period,
    step: Step,
    mark: &'static str,
    part: f64,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let (first, last) = (period.first, period.last);
    let show = move |_| {
        let query = RegisterQuery {
            due_from: Some(first),
            due_to: Some(last),
            ..choice.loans()
        };
        actions::show_loans(state, query);
    };
    let sums = choice
        .cumulative
        .get()
        .then(|| figures(state, period.cumulative));
    view! {
        <tr>
            <th scope="row"><button class="link" on:click=show>{words::period(first, last, step, lang)}</button></th>
            {figures(state, period.coming)}
            {figures(state, period.overdue)}
            {sums}
            <td>{mark}</td>
            <td class="bar-cell"><span class="bar" style=format!("width:{part:.1}%")></span></td>
        </tr>
    }
}

/// What lies before the first part, or after the last.
fn edge(
    state: State,
    choice: DuesChoice,
    name: Words,
    coming: Due,
    overdue: Due,
) -> impl IntoView + use<> {
    let lang = state.lang.get_untracked();
    let sums = choice
        .cumulative
        .get()
        .then(|| view! { <td></td><td></td> });
    view! {
        <tr class="edge">
            <th scope="row">{name.of(lang)}</th>
            {figures(state, coming)}
            {figures(state, overdue)}
            {sums}
            <td></td><td></td>
        </tr>
    }
}

/// Count and money; nothing where there is no loan.
fn figures(state: State, due: Due) -> impl IntoView + use<> {
    let reader = state.reader();
    let is_any = due.loans > 0;
    view! {
        <td class="figure">{is_any.then(|| number::count(due.loans))}</td>
        <td class="figure">{is_any.then(|| number::money(due.outstanding_principal, reader.unit))}</td>
    }
}
