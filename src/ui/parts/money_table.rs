//! A short table of sums, with a row of totals: all its rows stand in the document, and print as they are.

use leptos::prelude::*;

use crate::text::{Lang, Words};

use super::super::reader::Shown;

/// A table of rows whose first columns are names and whose others are figures.
pub struct MoneyTable {
    /// What it is, for those who have it read aloud.
    pub label: String,
    /// Its headings.
    pub headings: Vec<Words>,
    /// How many of its first columns are names.
    pub names: usize,
    /// Its rows.
    pub rows: Vec<Vec<Shown>>,
    /// Its row of totals; empty for none.
    pub total: Vec<Shown>,
}

/// The table.
pub fn money_table(of: MoneyTable, lang: Lang) -> impl IntoView {
    let names = of.names;
    let heads = of
        .headings
        .into_iter()
        .enumerate()
        .map(move |(at, heading)| {
            let heading = heading.of(lang);
            view! { <th scope="col" class:figure={at >= names}>{heading}</th> }
        });
    let rows = of.rows.into_iter().map(move |row| line(row, names));
    let total = (!of.total.is_empty()).then(|| view! { <tfoot>{line(of.total, names)}</tfoot> });
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=of.label>
            <table class="small-table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
                {total}
            </table>
        </div>
    }
}

fn line(cells: Vec<Shown>, names: usize) -> impl IntoView {
    let cells = cells.into_iter().enumerate().map(move |(at, cell)| {
        if at == 0 {
            return view! { <th scope="row" title=cell.fraction>{cell.text}</th> }.into_any();
        }
        view! { <td class:figure={at >= names} title=cell.fraction>{cell.text}</td> }.into_any()
    });
    view! { <tr>{cells.collect_view()}</tr> }
}
