//! A table that keeps only the rows in view in the document, for the keyboard and the pointer alike.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::platform::scroll::{self, Scrolled};
use crate::platform::{event, page};
use crate::text::{Lang, pages as words};

use super::super::reader::Shown;
use super::window::{Space, Window};

/// The heading of a column.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// What stands behind it, shown when it is pointed at; empty for nothing.
    pub title: String,
    /// Whether the column stands to the right.
    pub is_figure: bool,
    /// Its width in pixels.
    pub width: Signal<u32>,
    /// Whether the table can be sorted by it.
    pub is_sortable: bool,
}

/// The cells of a row; none while they are on their way.
pub type Cells = Arc<dyn Fn(u64) -> Option<Vec<Shown>> + Send + Sync>;
/// What stands below the table about a cell.
pub type Note = Arc<dyn Fn(u64, usize) -> String + Send + Sync>;

/// What a grid shows and whom it tells.
#[derive(Clone)]
pub struct GridSpec {
    /// The id of its box; unique on the page.
    pub id: &'static str,
    /// What it is, for those who have it read aloud.
    pub label: String,
    /// The language.
    pub lang: Lang,
    /// Its headings.
    pub headings: Arc<Vec<Heading>>,
    /// How many rows it has.
    pub count: Signal<u64>,
    /// The cells of a row.
    pub cells: Cells,
    /// The row of totals; empty for none.
    pub total: Signal<Vec<Shown>>,
    /// By which column it is sorted, and whether downwards.
    pub sorted: Signal<Option<(usize, bool)>>,
    /// Told of a heading that was pressed.
    pub on_sort: Callback<usize>,
    /// Told of a cell that was opened.
    pub on_open: Callback<(u64, usize)>,
    /// Told of the rows in view: the first and the one after the last.
    pub on_window: Option<Callback<(u64, u64)>>,
    /// What stands below it about the cell pointed at.
    pub note: Note,
    /// Whether all rows are to be in the document, as for print.
    pub is_whole: Signal<bool>,
}

#[derive(Clone, Copy)]
struct Place {
    scrolled: RwSignal<Scrolled>,
    cursor: RwSignal<(u64, usize)>,
    pointed: RwSignal<Option<(u64, usize)>>,
    space: Memo<Space>,
    window: Memo<Window>,
}

impl Place {
    fn new(spec: &GridSpec) -> Place {
        // Until the box stands on the page: as many rows as a tall screen shows.
        let scrolled = RwSignal::new(Scrolled {
            top: 0.0,
            height: 800.0,
        });
        let (count, total, is_whole) = (spec.count, spec.total, spec.is_whole);
        let space = Memo::new(move |_| Space::of(count.get(), total.with(|t| !t.is_empty())));
        let window = Memo::new(move |_| {
            if is_whole.get() {
                return Window {
                    first: 0,
                    end: count.get(),
                    top: 0.0,
                };
            }
            space.get().window(scrolled.get())
        });
        Place {
            scrolled,
            cursor: RwSignal::new((0, 0)),
            pointed: RwSignal::new(None),
            space,
            window,
        }
    }

    fn look(self, id: &str) {
        if let Some(seen) = scroll::scrolled(id) {
            self.scrolled.set(seen);
        }
    }

    fn go(self, id: &str, row: u64, column: usize) {
        self.cursor.set((row, column));
        self.pointed.set(None);
        let space = self.space.get_untracked();
        if let Some(top) = space.reveal(row, self.scrolled.get_untracked()) {
            scroll::scroll_to(id, top);
            self.look(id);
        }
        scroll::reveal_sideways(id, &cell_id(id, (row, column)));
    }
}

/// The table.
#[component]
pub fn Grid(
    /// What it shows and whom it tells.
    spec: GridSpec,
) -> impl IntoView {
    let place = Place::new(&spec);
    let id = spec.id;
    follow(place, &spec);
    let count = spec.count;
    let style = move || {
        let height = place.space.get().height();
        format!("height:{height}px")
    };
    let table_style = move || format!("top:{}px", place.window.get().top);
    let headings = Arc::clone(&spec.headings);
    let least = move || {
        let least: u32 = headings.iter().map(|heading| heading.width.get()).sum();
        format!("{least}px")
    };
    let note = Arc::clone(&spec.note);
    let about = move || {
        let (row, column) = place.pointed.get().unwrap_or_else(|| place.cursor.get());
        (row < count.get()).then(|| note(row, column))
    };
    let keys = spec.clone();
    let lang = spec.lang;
    view! {
        <div class="grid" id=id role="grid" tabindex="0" aria-label=spec.label.clone()
            title=words::TABLE_KEYS.of(lang)
            aria-rowcount=move || count.get().to_string()
            aria-activedescendant=move || cell_id(id, place.cursor.get())
            on:scroll=move |_| place.look(id)
            on:keydown=move |event| on_key(&event, place, &keys)>
            <div class="grid-space" style=style role="presentation">
                <table role="presentation" class="grid-table" style=table_style style:min-width=least>
                    <Columns headings=Arc::clone(&spec.headings) />
                    <Head spec=spec.clone() />
                    <Body spec=spec.clone() place />
                    <Foot spec=spec.clone() />
                </table>
            </div>
        </div>
        <p class="grid-note">{about}</p>
    }
}

/// Keeps the window true when the page changes its size or the rows change.
fn follow(place: Place, spec: &GridSpec) {
    let id = spec.id;
    page::run(async move {
        // The box has its size once the browser has laid out what stands on the page.
        page::wait(0).await;
        place.look(id);
    });
    let resized = window_event_listener(ev::resize, move |_| place.look(id));
    on_cleanup(move || resized.remove());
    if let Some(tell) = spec.on_window {
        Effect::new(move |_| {
            let window = place.window.get();
            tell.run((window.first, window.end));
        });
    }
}

fn cell_id(id: &str, (row, column): (u64, usize)) -> String {
    format!("{id}-{row}-{column}")
}

fn on_key(event: &ev::KeyboardEvent, place: Place, spec: &GridSpec) {
    let count = spec.count.get_untracked();
    if count == 0 || event::is_in_control(event) {
        return;
    }
    let (row, column) = place.cursor.get_untracked();
    let page = place
        .space
        .get_untracked()
        .seen(place.scrolled.get_untracked()) as u64;
    let last = count - 1;
    let last_column = spec.headings.len() - 1;
    let (row, column) = match event.key().as_str() {
        "ArrowDown" => (row + 1, column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowRight" => (row, (column + 1).min(last_column)),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "PageDown" => (row + page, column),
        "PageUp" => (row.saturating_sub(page), column),
        "Home" => (0, column),
        "End" => (last, column),
        "Enter" => {
            event.prevent_default();
            return spec.on_open.run((row.min(last), column));
        }
        _ => return,
    };
    event.prevent_default();
    place.go(spec.id, row.min(last), column);
}

/// The widths of the columns.
#[component]
fn Columns(
    /// The headings.
    headings: Arc<Vec<Heading>>,
) -> impl IntoView {
    let columns = headings
        .iter()
        .map(|heading| {
            let width = heading.width;
            view! { <col style=move || format!("width:{}px", width.get()) /> }
        })
        .collect_view();
    view! { <colgroup>{columns}</colgroup> }
}

/// The row of headings, each a button that sorts.
#[component]
fn Head(
    /// The grid.
    spec: GridSpec,
) -> impl IntoView {
    let (sorted, on_sort) = (spec.sorted, spec.on_sort);
    let cells = spec.headings.iter().enumerate().map(|(at, heading)| {
        let order = move || match sorted.get() {
            Some((column, true)) if column == at => "descending",
            Some((column, false)) if column == at => "ascending",
            _ => "none",
        };
        let class = if heading.is_figure { "figure" } else { "" };
        let words = heading.text.clone();
        let inside = if heading.is_sortable {
            view! { <button class="sort" on:click=move |_| on_sort.run(at)>{words}</button> }.into_any()
        } else {
            words.into_any()
        };
        view! {
            <th role="columnheader" scope="col" class=class aria-sort=order title=heading.title.clone()>{inside}</th>
        }
    });
    view! { <thead role="rowgroup"><tr role="row">{cells.collect_view()}</tr></thead> }
}

/// The rows in view.
#[component]
fn Body(
    /// The grid.
    spec: GridSpec,
    /// Where it is scrolled to and where its cursor stands.
    place: Place,
) -> impl IntoView {
    let at = |event: &ev::MouseEvent| -> Option<(u64, usize)> {
        let row = event::marked_with(event, "data-row")?.parse().ok()?;
        let column = event::marked_with(event, "data-col")?.parse().ok()?;
        Some((row, column))
    };
    let on_open = spec.on_open;
    let rows = move || {
        let window = place.window.get();
        let cursor = place.cursor.get();
        (window.first..window.end)
            .map(|row| row_view(&spec, row, cursor))
            .collect_view()
    };
    view! {
        <tbody role="rowgroup"
            on:click=move |event| if let Some((row, column)) = at(&event) {
                place.cursor.set((row, column));
                on_open.run((row, column));
            }
            on:mouseover=move |event| place.pointed.set(at(&event))
            on:mouseleave=move |_| place.pointed.set(None)>
            {rows}
        </tbody>
    }
}

fn row_view(spec: &GridSpec, row: u64, cursor: (u64, usize)) -> impl IntoView + use<> {
    let cells = match (spec.cells)(row) {
        Some(cells) => cells,
        None => vec![Shown::text(words::WORKING.of(spec.lang)); 1],
    };
    let missing = spec.headings.len().saturating_sub(cells.len());
    let is_row = row == cursor.0;
    let filled = cells
        .into_iter()
        .chain((0..missing).map(|_| Shown::default()));
    let columns = spec.headings.iter().zip(filled).enumerate();
    let cells = columns
        .map(|(at, (heading, cell))| {
            let is_cell = is_row && at == cursor.1;
            // What is cut off for want of room can be read when it is pointed at.
            let title = if cell.fraction.is_empty() && !heading.is_figure { cell.text.clone() } else { cell.fraction };
            view! {
                <td role="gridcell" id=cell_id(spec.id, (row, at)) data-col=at.to_string() title=title
                    class=class_of(heading.is_figure, is_cell, cell.class)>{cell.text}</td>
            }
        })
        .collect_view();
    let class = if is_row { "cursor" } else { "" };
    view! {
        <tr role="row" class=class data-row=row.to_string() aria-rowindex=(row + 1).to_string()>{cells}</tr>
    }
}

fn class_of(is_figure: bool, is_cursor: bool, own: &str) -> String {
    let mut class = String::from(own);
    if is_figure {
        class.push_str(" figure");
    }
    if is_cursor {
        class.push_str(" here");
    }
    class
}

/// The row of totals.
#[component]
fn Foot(
    /// The grid.
    spec: GridSpec,
) -> impl IntoView {
    let (total, headings) = (spec.total, spec.headings);
    move || {
        let total = total.get();
        if total.is_empty() {
            return None;
        }
        let cells = headings.iter().zip(total).map(|(heading, cell)| {
            let class = if heading.is_figure { "figure" } else { "" };
            view! { <td role="gridcell" class=class title=cell.fraction>{cell.text}</td> }
        });
        Some(view! { <tfoot role="rowgroup"><tr role="row">{cells.collect_view()}</tr></tfoot> })
    }
}
