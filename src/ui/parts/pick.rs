//! A list to pick one thing from, and one of several buttons for a choice. Both show what holds, not what was clicked last:
//! a click that is taken back before it had any effect leaves nothing behind.

use leptos::ev;
use leptos::prelude::*;

use crate::platform::page;

/// Things to pick, under a heading or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickGroup {
    /// The heading.
    pub name: Option<String>,
    /// Value and words of each.
    pub options: Vec<(String, String)>,
}

/// A list to pick from.
#[component]
pub fn Pick(
    /// Its id, one of its kind in the page.
    id: String,
    /// What is picked, for those who have the page read aloud.
    label: String,
    /// What there is to pick.
    groups: Vec<PickGroup>,
    /// The value that holds; none of those there are leaves the list blank.
    chosen: String,
    /// Called with the value picked.
    on_pick: Callback<String>,
) -> impl IntoView {
    let list = id.clone();
    Effect::new(move |_| page::show_choice(&list, &chosen));
    let groups = groups
        .into_iter()
        .map(|group| {
            let options = group
                .options
                .into_iter()
                .map(|(value, words)| view! { <option value=value>{words}</option> })
                .collect_view();
            match group.name {
                Some(name) => view! { <optgroup label=name>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect_view();
    view! {
        <select id=id aria-label=label on:change=move |event: ev::Event| on_pick.run(event_target_value(&event))>
            {groups}
        </select>
    }
}

/// One of several ways, of which one is taken.
#[component]
pub fn Way(
    /// Its id, one of its kind in the page.
    id: String,
    /// The name that the ways share.
    group: String,
    /// What it is.
    words: &'static str,
    /// More about it.
    more: String,
    /// Whether it is taken.
    is_taken: bool,
    /// Called when it is taken.
    on_take: Callback<()>,
) -> impl IntoView {
    let button = id.clone();
    Effect::new(move |_| page::show_taken(&button, is_taken));
    view! {
        <label class="way">
            <input type="radio" id=id name=group on:change=move |_| on_take.run(()) />
            {words}" "<span class="quiet">{more}</span>
        </label>
    }
}
