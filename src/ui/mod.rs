//! The page: rooms, their parts and the state they share. May name domain, report, text, charts, export, worker, platform; works out no figure.

pub mod actions;
pub mod app;
pub mod figure;
pub mod pages;
pub mod parts;
pub mod pictures;
pub mod reader;
pub mod rooms;
pub mod rule_actions;
pub mod state;

use crate::platform::card::{self, CardWords};
use crate::text::pages as words;

/// Puts the page into the browser, and first the card that stands there should the program ever stop.
pub fn mount() {
    card::watch(CardWords {
        title: words::FAULT_TITLE,
        advice: words::FAULT_ADVICE,
        reload: words::FAULT_RELOAD,
        details: words::FAULT_DETAILS,
    });
    leptos::mount::mount_to_body(app::App);
}
