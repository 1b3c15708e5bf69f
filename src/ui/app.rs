//! The frame of the page: its head, the row of tabs, the room that is open, and files dropped anywhere.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::{event, page, scroll};
use crate::text::number::MoneyUnit;
use crate::text::{Lang, failure, pages as words};

use super::actions;
use super::pages::loan::LoanDialog;
use super::pages::parameters::ParametersDialog;
use super::rooms::{ROOMS, Room};
use super::state::State;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    follow_window(state);
    // A room is entered at its head, wherever the one before was left.
    Effect::new(move |before: Option<Room>| {
        let room = state.room.get();
        if before.is_some_and(|before| before != room) {
            scroll::to_top();
        }
        room
    });
    let panel_label = move || format!("tab-{}", entry_of(state.room.get()).id);
    view! {
        <a class="skip" href="#panel">{move || words::SKIP.of(state.lang.get())}</a>
        <Head state />
        <Failed state />
        <main>
            <section id="panel" role="tabpanel" tabindex="-1" aria-labelledby=panel_label>
                {move || {
                    // The language is asked for here, so that a change of it makes the room anew.
                    state.lang.track();
                    (entry_of(state.room.get()).view)(state)
                }}
            </section>
        </main>
        <LoanDialog state />
        <ParametersDialog state />
        <PrintSource state />
    }
}

fn entry_of(room: Room) -> &'static super::rooms::RoomEntry {
    ROOMS
        .iter()
        .find(|entry| entry.room == room)
        .unwrap_or(&ROOMS[0])
}

/// Files dropped on the page, paper, and the page's language.
fn follow_window(state: State) {
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        actions::add_files(state, event::dropped_files(&event));
    });
    // They live as long as the page does.
    std::mem::forget((over, drop));
    event::on_window("beforeprint", move || state.is_printing.set(true));
    event::on_window("afterprint", move || state.is_printing.set(false));
    Effect::new(move |_| {
        page::set_language(match state.lang.get() {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        });
    });
}

/// The head of the page: name, tabs, as-of date, unit, language, print.
#[component]
fn Head(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let lang = move || state.lang.get();
    let as_of = move || match state.as_of.get() {
        Some(as_of) => words::as_of(as_of.date, lang()),
        None => words::AS_OF_UNKNOWN.of(lang()).to_owned(),
    };
    view! {
        <header class="head">
            <h1>{move || words::NAME.of(lang())}</h1>
            <Tabs state />
            <p class="as-of">{move || state.reading.with(Option::is_some).then(as_of)}</p>
            <div class="switches">
                <fieldset class="switch">
                    <legend class="unseen">{move || words::MONEY_UNIT.of(lang())}</legend>
                    <UnitButton state unit=MoneyUnit::Yuan />
                    <UnitButton state unit=MoneyUnit::TenThousandYuan />
                </fieldset>
                <button class="plain" on:click=move |_| state.lang.update(|lang| *lang = other(*lang))>
                    {move || words::OTHER_LANGUAGE.of(lang())}
                </button>
                <button class="plain" on:click=move |_| print(state)>{move || words::PRINT.of(lang())}</button>
            </div>
        </header>
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

/// The print window stops the page, so the rows for paper are put in first and given time to stand.
fn print(state: State) {
    state.is_printing.set(true);
    page::run(async move {
        page::wait(100).await;
        page::print();
        state.is_printing.set(false);
    });
}

/// One of the two units.
#[component]
fn UnitButton(
    /// The state of the page.
    state: State,
    /// The unit it chooses.
    unit: MoneyUnit,
) -> impl IntoView {
    let is_chosen = move || state.unit.get() == unit;
    view! {
        <button class="plain" aria-pressed=move || is_chosen().to_string() on:click=move |_| state.unit.set(unit)>
            {move || unit.name(state.lang.get())}
        </button>
    }
}

/// The row of tabs; arrow keys go from one to the next.
#[component]
fn Tabs(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| {
        let here = state.room.get_untracked();
        let Some(at) = ROOMS.iter().position(|entry| entry.room == here) else {
            return;
        };
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % ROOMS.len(),
            "ArrowLeft" => (at + ROOMS.len() - 1) % ROOMS.len(),
            "Home" => 0,
            "End" => ROOMS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        state.room.set(ROOMS[to].room);
        page::focus(&format!("tab-{}", ROOMS[to].id));
    };
    let tabs = ROOMS.iter().map(|entry| {
        let is_open = move || state.room.get() == entry.room;
        view! {
            <button role="tab" id=format!("tab-{}", entry.id) aria-controls="panel"
                aria-selected=move || is_open().to_string()
                tabindex=move || if is_open() { "0" } else { "-1" }
                on:click=move |_| state.room.set(entry.room)>
                {move || entry.name.of(state.lang.get())}
            </button>
        }
    });
    view! {
        <div role="tablist" class="tabs" aria-label=move || words::ROOMS.of(state.lang.get()) on:keydown=on_key>
            {tabs.collect_view()}
        </div>
    }
}

/// What could not be done last, until it is dismissed.
#[component]
fn Failed(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    move || {
        state.failure.get().map(|failure| {
            let lang = state.lang.get();
            view! {
                <div class="failed" role="alert">
                    <p>{failure::sentence(&failure, lang)}</p>
                    <button on:click=move |_| state.failure.set(None)>{words::DISMISS.of(lang)}</button>
                </div>
            }
        })
    }
}

/// The line that stands on paper only: where the figures come from and for which day they hold.
#[component]
fn PrintSource(
    /// The state of the page.
    state: State,
) -> impl IntoView {
    let line = move || {
        let as_of = state.as_of.get()?;
        let names = actions::source_names(state);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Some(words::print_source(&names, as_of.date, state.lang.get()))
    };
    // Newer browsers repeat the line on every sheet; the others have it once, at the end.
    let on_every_sheet = move || {
        line().map(|line| {
            let quoted = line.replace('\\', "\\\\").replace('"', "\\\"");
            format!("@page {{ @bottom-left {{ content: \"{quoted}\"; font-size: 8pt }} }}")
        })
    };
    view! {
        <footer class="paper-only">{line}</footer>
        <style>{on_every_sheet}</style>
    }
}
