//! The rows of the register: asked of the worker in windows as they come into view, and kept while they are near.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::platform::{page, scroll};
use crate::report::{RegisterPage, RegisterQuery, RegisterRow};

use super::super::state::State;
use super::register::REGISTER;

/// Rows asked for at once.
const BLOCK: u64 = 100;
/// Blocks kept; the farthest from what is in view go first.
const KEPT: usize = 80;

/// What fits the query in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// The page that came first, without its rows.
    pub page: RegisterPage,
}

#[derive(Default)]
struct Blocks {
    query: RegisterQuery,
    rows: BTreeMap<u64, Vec<RegisterRow>>,
    asked: BTreeSet<u64>,
}

/// The rows of the register, as far as they are here.
#[derive(Clone, Copy)]
pub struct RegisterRows {
    state: State,
    blocks: StoredValue<Blocks>,
    /// Counts what arrives, so that whoever shows rows is told.
    arrived: RwSignal<u64>,
    /// Counts queries, so that an answer to an earlier one is not taken.
    turn: StoredValue<u64>,
    /// What fits the query in all; none until the first answer.
    pub totals: RwSignal<Option<Totals>>,
}

impl RegisterRows {
    /// The rows of the state's query; they are asked for anew whenever it or the report changes.
    pub fn follow(state: State) -> RegisterRows {
        let rows = RegisterRows {
            state,
            blocks: StoredValue::new(Blocks::default()),
            arrived: RwSignal::new(0),
            turn: StoredValue::new(0),
            totals: RwSignal::new(None),
        };
        Effect::new(move |_| {
            state.report.track();
            rows.start(state.query.get());
        });
        rows
    }

    /// Asks for the first window of a query; what is shown stays until it has come.
    fn start(self, query: RegisterQuery) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let Some(engine) = self.state.engine.get_untracked() else {
            return;
        };
        page::run(async move {
            let window = RegisterQuery {
                offset: 0,
                limit: BLOCK,
                ..query.clone()
            };
            let page = engine.register(&window).await;
            // The room may have been left meanwhile, and its values with it.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match page {
                Ok(mut page) => {
                    let first = std::mem::take(&mut page.rows);
                    self.blocks.set_value(Blocks {
                        query,
                        rows: BTreeMap::from([(0, first)]),
                        asked: BTreeSet::new(),
                    });
                    self.totals.set(Some(Totals { page }));
                    self.arrived.update(|count| *count += 1);
                    scroll::scroll_to(REGISTER, 0.0);
                }
                Err(failure) => self.state.failure.set(Some(failure)),
            }
        });
    }

    /// A row of the query, if it is here; who asks is told when it comes.
    pub fn row(self, at: u64) -> Option<RegisterRow> {
        self.arrived.track();
        self.blocks.with_value(|blocks| {
            let block = blocks.rows.get(&(at / BLOCK))?;
            block.get((at % BLOCK) as usize).cloned()
        })
    }

    /// Sees to it that the rows in view come.
    pub fn need(self, first: u64, end: u64) {
        let count = self
            .totals
            .with_untracked(|totals| totals.as_ref().map(|totals| totals.page.loans));
        let Some(count) = count.filter(|&count| count > 0) else {
            return;
        };
        let last = end.min(count).saturating_sub(1);
        for block in first / BLOCK..=last / BLOCK {
            let is_there = self
                .blocks
                .with_value(|b| b.rows.contains_key(&block) || b.asked.contains(&block));
            if !is_there {
                self.ask(block);
            }
        }
    }

    fn ask(self, block: u64) {
        let Some(engine) = self.state.engine.get_untracked() else {
            return;
        };
        let turn = self.turn.get_value();
        self.blocks.update_value(|blocks| {
            blocks.asked.insert(block);
        });
        page::run(async move {
            let query = self.blocks.try_with_value(|blocks| RegisterQuery {
                offset: block * BLOCK,
                limit: BLOCK,
                ..blocks.query.clone()
            });
            let Some(query) = query else {
                return;
            };
            let page = engine.register(&query).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            self.blocks.update_value(|blocks| {
                blocks.asked.remove(&block);
            });
            match page {
                Ok(page) => self.keep(block, page.rows),
                Err(failure) => self.state.failure.set(Some(failure)),
            }
        });
    }

    fn keep(self, block: u64, rows: Vec<RegisterRow>) {
        self.blocks.update_value(|blocks| {
            blocks.rows.insert(block, rows);
            while blocks.rows.len() > KEPT {
                let farthest = blocks
                    .rows
                    .keys()
                    .copied()
                    .max_by_key(|at| at.abs_diff(block));
                if let Some(farthest) = farthest {
                    blocks.rows.remove(&farthest);
                }
            }
        });
        self.arrived.update(|count| *count += 1);
    }
}
