//! What falls due by month and township, lender or enterprise: a table of any length, its cells leading to their loans.

use std::sync::Arc;

use leptos::prelude::*;

use crate::export::{self, Taken};
use crate::report::policy::calendar::{Due, DuesOf, DuesReport, GroupDues};
use crate::report::{PolicyReport, RegisterQuery, Report};
use crate::text::{Words, maturities as words, pages as page_words};

use super::super::actions;
use super::super::parts::grid::{Grid, GridSpec, Heading};
use super::super::reader::Shown;
use super::super::state::State;
use super::maturities_choice::{DuesChoice, loans_of};

/// What the table is grouped by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GroupedBy {
    Township,
    Lender,
    Enterprise,
}

impl GroupedBy {
    fn name(self) -> Words {
        match self {
            GroupedBy::Township => words::TOWNSHIPS,
            GroupedBy::Lender => words::LENDERS,
            GroupedBy::Enterprise => words::ENTERPRISES,
        }
    }

    fn groups(self, dues: &DuesReport) -> &[GroupDues] {
        match self {
            GroupedBy::Township => &dues.townships,
            GroupedBy::Lender => &dues.lenders,
            GroupedBy::Enterprise => dues.enterprises.as_deref().unwrap_or(&[]),
        }
    }

    fn whose(self, name: &str) -> DuesOf {
        let name = name.to_owned();
        match self {
            GroupedBy::Township => DuesOf::Township(name),
            GroupedBy::Lender => DuesOf::Lender(name),
            GroupedBy::Enterprise => DuesOf::Enterprise(name),
        }
    }
}

/// The figures of a group in the order of the columns: past due, the months, later, all.
fn cells(group: &GroupDues) -> Vec<Due> {
    let mut cells = vec![group.overdue];
    cells.extend(&group.months);
    cells.extend([group.later, group.all()]);
    cells
}

/// The section.
#[component]
pub fn Groups(
    /// The state of the page.
    state: State,
    /// The report.
    report: Arc<Report>,
    /// What the rules say.
    policy: Arc<PolicyReport>,
    /// What is chosen.
    choice: DuesChoice,
) -> impl IntoView {
    let lang = state.lang.get_untracked();
    let grouped_by = RwSignal::new(GroupedBy::Township);
    let has_enterprises = policy.dues.enterprises.is_some();
    let switch = |by: GroupedBy| {
        let is_shut = by == GroupedBy::Enterprise && !has_enterprises;
        let title = if is_shut {
            words::NO_ENTERPRISES.of(lang)
        } else {
            ""
        };
        view! {
            <button class="plain" disabled=is_shut title=title
                aria-pressed=move || (grouped_by.get() == by).to_string()
                on:click=move |_| grouped_by.set(by)>{by.name().of(lang)}</button>
        }
    };
    let dues = Arc::clone(&policy);
    let save = move |_| {
        let by = grouped_by.get_untracked();
        let groups = by.groups(&dues.dues);
        let bytes = export::dues::by_group(&report, &dues.dues, groups, by.name(), lang);
        let file = export::name(Taken::DuesByGroup, Some(report.as_of), "csv");
        actions::save_csv(state, &file, &bytes);
    };
    view! {
        <section>
            <div class="section-head">
                <h2>{words::BY_GROUP.of(lang)}</h2>
                <div class="switch" role="group" aria-label=words::GROUPED_BY.of(lang)>
                    {[GroupedBy::Township, GroupedBy::Lender, GroupedBy::Enterprise].map(switch)}
                </div>
                <p class="quiet">{move || measure(state, choice)}</p>
                <button on:click=save>{page_words::SAVE_CSV.of(lang)}</button>
            </div>
            <Grid spec=grid(state, policy, choice, grouped_by) />
        </section>
    }
}

fn measure(state: State, choice: DuesChoice) -> String {
    let reader = state.reader();
    if choice.by_count.get() {
        words::BY_COUNT.of(reader.lang).to_owned()
    } else {
        format!(
            "{} {}",
            words::BY_MONEY.of(reader.lang),
            reader.unit.name(reader.lang)
        )
    }
}

fn headings(state: State, policy: &PolicyReport) -> Vec<Heading> {
    let lang = state.lang.get_untracked();
    let heading = |text: String, is_figure, width| Heading {
        text,
        title: String::new(),
        is_figure,
        width: Signal::stored(width),
        is_sortable: true,
    };
    let words_of = |words: Words| words.of(lang).to_owned();
    let mut headings = vec![
        heading(words_of(words::GROUP), false, 144),
        heading(words_of(crate::text::chart::OVERDUE), true, 88),
    ];
    let months = policy.dues.calendar.months.iter();
    headings.extend(months.map(|month| heading(month.month.to_string(), true, 80)));
    headings.push(heading(words_of(words::LATER), true, 88));
    headings.push(heading(words_of(words::ALL), true, 96));
    headings
}

/// The rows in the order shown.
#[derive(Clone)]
struct Rows {
    policy: Arc<PolicyReport>,
    choice: DuesChoice,
    grouped_by: RwSignal<GroupedBy>,
    sorted: RwSignal<Option<(usize, bool)>>,
    order: Memo<Vec<usize>>,
}

impl Rows {
    fn new(policy: Arc<PolicyReport>, choice: DuesChoice, grouped_by: RwSignal<GroupedBy>) -> Rows {
        let sorted = RwSignal::new(None::<(usize, bool)>);
        let of_order = Arc::clone(&policy);
        let order = Memo::new(move |_| {
            let groups = grouped_by.get().groups(&of_order.dues);
            let mut order: Vec<usize> = (0..groups.len()).collect();
            if let Some((column, is_down)) = sorted.get() {
                let size = |at: usize| {
                    let due = cells(&groups[at]).get(column.wrapping_sub(1)).copied();
                    due.map(|due| choice.size(due))
                };
                order.sort_by_cached_key(|&at| size(at));
                if is_down {
                    order.reverse();
                }
            }
            order
        });
        Rows {
            policy,
            choice,
            grouped_by,
            sorted,
            order,
        }
    }

    fn at(&self, row: u64) -> Option<GroupDues> {
        let row = usize::try_from(row).ok()?;
        let place = self.order.with(|order| order.get(row).copied())?;
        let groups = self.grouped_by.get().groups(&self.policy.dues);
        groups.get(place).cloned()
    }

    fn row(&self, state: State, at: u64) -> Option<Vec<Shown>> {
        let group = self.at(at)?;
        Some(self.line(state, group.name.clone(), cells(&group)))
    }

    fn total(&self, state: State) -> Vec<Shown> {
        let months = self.policy.dues.calendar.months.len();
        let mut sums = vec![Due::default(); months + 3];
        for group in self.grouped_by.get().groups(&self.policy.dues) {
            for (sum, due) in sums.iter_mut().zip(cells(group)) {
                *sum += due;
            }
        }
        let name = page_words::TOTAL.of(state.lang.get()).to_owned();
        self.line(state, name, sums)
    }

    fn line(&self, state: State, name: String, dues: Vec<Due>) -> Vec<Shown> {
        let figures = dues.into_iter().map(|due| shown(state, self.choice, due));
        [Shown::text(name)].into_iter().chain(figures).collect()
    }

    fn turn(&self, at: usize) {
        self.sorted.update(|sorted| {
            *sorted = match *sorted {
                Some((column, true)) if column == at => Some((at, false)),
                Some((column, false)) if column == at => None,
                _ => Some((at, true)),
            }
        });
    }

    fn open(&self, state: State, row: u64, column: usize) {
        if let Some(group) = untrack(|| self.at(row)) {
            let whose = self.grouped_by.get_untracked().whose(&group.name);
            actions::show_loans(state, loans(&self.policy, &whose, column));
        }
    }

    fn note(&self, state: State, row: u64, column: usize, heading: &str) -> String {
        let lang = state.lang.get();
        let group = self.at(row);
        let due = group.as_ref().and_then(|group| {
            let at = column.checked_sub(1)?;
            cells(group).get(at).copied()
        });
        match group.zip(due) {
            Some((group, due)) => {
                let (first, second) = self.choice.figures(due, state.reader());
                page_words::figure_note(&group.name, heading, &first, &second, lang)
            }
            None => page_words::SHOW_LOANS.of(lang).to_owned(),
        }
    }
}

fn grid(
    state: State,
    policy: Arc<PolicyReport>,
    choice: DuesChoice,
    grouped_by: RwSignal<GroupedBy>,
) -> GridSpec {
    let lang = state.lang.get_untracked();
    let headings = Arc::new(headings(state, &policy));
    let rows = Rows::new(policy, choice, grouped_by);
    let (order, notes) = (rows.order, Arc::clone(&headings));
    let (of_cells, of_total, of_sort) = (rows.clone(), rows.clone(), rows.clone());
    let (of_open, of_note) = (rows.clone(), rows.clone());
    GridSpec {
        id: "dues-groups",
        label: words::BY_GROUP.of(lang).to_owned(),
        lang,
        headings,
        count: Signal::derive(move || order.with(|order| order.len() as u64)),
        cells: Arc::new(move |at| of_cells.row(state, at)),
        total: Signal::derive(move || of_total.total(state)),
        sorted: rows.sorted.into(),
        on_sort: Callback::new(move |at| of_sort.turn(at)),
        on_open: Callback::new(move |(row, column)| of_open.open(state, row, column)),
        on_window: None,
        note: Arc::new(move |row, column| {
            let heading = notes
                .get(column)
                .map_or("", |heading| heading.text.as_str());
            of_note.note(state, row, column, heading)
        }),
        is_whole: state.is_printing.into(),
    }
}

fn shown(state: State, choice: DuesChoice, due: Due) -> Shown {
    if due.loans == 0 {
        return Shown::default();
    }
    Shown::text(choice.figures(due, state.reader()).0)
}

/// The loans behind a cell.
fn loans(policy: &PolicyReport, whose: &DuesOf, column: usize) -> RegisterQuery {
    let months = &policy.dues.calendar.months;
    let all = loans_of(whose);
    match column {
        0 => all,
        1 => RegisterQuery {
            overdue: Some(true),
            ..all
        },
        column => match months.get(column - 2) {
            Some(month) => RegisterQuery {
                maturity_month: Some(month.month),
                overdue: Some(false),
                ..all
            },
            None if column == months.len() + 2 => RegisterQuery {
                due_from: Some(policy.dues.last_day.plus_days(1)),
                ..all
            },
            None => all,
        },
    }
}
