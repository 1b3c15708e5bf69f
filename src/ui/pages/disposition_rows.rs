//! The rows of a work list: asked of the worker in windows as they come into view, and kept while the list is the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::{page, scroll};
use crate::report::policy::{Loans, WorkPage, WorkQuery, WorkRow};
use crate::worker::protocol::Failure;

use super::super::actions;
use super::disposition::Room;

/// Rows asked for at once.
const BLOCK: u64 = 100;
/// Blocks kept; the farthest from what is in view go first.
const KEPT: usize = 80;
/// Most loans that are laid out for paper: about a hundred sheets.
const MOST_ON_PAPER: u64 = 3_000;

#[derive(Default)]
struct Blocks {
    rows: BTreeMap<u64, Vec<WorkRow>>,
    asked: BTreeSet<u64>,
}

/// The rows of the list, as far as they are here.
#[derive(Clone, Copy)]
pub struct WorkRows {
    room: Room,
    blocks: StoredValue<Blocks>,
    /// Counts what arrives, so that whoever shows rows is told.
    arrived: RwSignal<u64>,
    /// Counts lists, so that an answer to an earlier one is not taken.
    turn: StoredValue<u64>,
    /// What the list holds in all; none until the first answer.
    pub total: RwSignal<Option<Loans>>,
    /// Whether the list was found too long for paper.
    pub is_too_long: RwSignal<bool>,
}

impl WorkRows {
    /// The rows of the room's query; they are asked for anew whenever it changes.
    pub fn follow(room: Room) -> WorkRows {
        let rows = WorkRows {
            room,
            blocks: StoredValue::new(Blocks::default()),
            arrived: RwSignal::new(0),
            turn: StoredValue::new(0),
            total: RwSignal::new(None),
            is_too_long: RwSignal::new(false),
        };
        Effect::new(move |_| {
            room.query.track();
            rows.turn.update_value(|turn| *turn += 1);
            rows.ask(0, true);
        });
        rows
    }

    /// A row of the list, if it is here; who asks is told when it comes.
    pub fn row(self, at: u64) -> Option<WorkRow> {
        self.arrived.track();
        self.blocks.with_value(|blocks| {
            let block = blocks.rows.get(&(at / BLOCK))?;
            block.get(usize::try_from(at % BLOCK).ok()?).cloned()
        })
    }

    /// Sees to it that the rows in view come.
    pub fn need(self, first: u64, end: u64) {
        let total = self.total.with_untracked(|own| own.map(|own| own.loans));
        let Some(count) = total.filter(|count| *count > 0) else {
            return;
        };
        let last = end.min(count).saturating_sub(1);
        for block in first / BLOCK..=last / BLOCK {
            let is_there = self
                .blocks
                .with_value(|own| own.rows.contains_key(&block) || own.asked.contains(&block));
            if !is_there {
                self.ask(block, false);
            }
        }
    }

    fn ask(self, block: u64, is_new: bool) {
        let Some(engine) = self.room.state.engine.get_untracked() else {
            return;
        };
        let turn = self.turn.get_value();
        self.blocks.update_value(|blocks| {
            blocks.asked.insert(block);
        });
        let query = WorkQuery {
            offset: block * BLOCK,
            limit: BLOCK,
            ..self.room.query.get_untracked()
        };
        page::run(async move {
            let page = engine.work_list(&query).await;
            // The room may have been left meanwhile, and its values with it.
            if self.turn.try_get_value() == Some(turn) {
                self.take(block, is_new, page);
            }
        });
    }

    fn take(self, block: u64, is_new: bool, page: Result<WorkPage, Failure>) {
        match page {
            Ok(page) => {
                self.blocks.update_value(|blocks| {
                    if is_new {
                        *blocks = Blocks::default();
                    }
                    blocks.asked.remove(&block);
                    blocks.rows.insert(block, page.rows);
                    blocks.forget_far_from(block);
                });
                if is_new {
                    self.is_too_long.set(false);
                    self.total.set(Some(page.total));
                    scroll::scroll_to("work-list", 0.0);
                }
                self.arrived.update(|count| *count += 1);
            }
            Err(failure) => self.room.state.failure.set(Some(failure)),
        }
    }
}

impl Blocks {
    fn forget_far_from(&mut self, block: u64) {
        while self.rows.len() > KEPT {
            let farthest = self
                .rows
                .keys()
                .copied()
                .max_by_key(|at| at.abs_diff(block));
            match farthest {
                Some(farthest) => self.rows.remove(&farthest),
                None => return,
            };
        }
    }
}

/// Saves the whole list, to be filled in.
pub fn save(room: Room) {
    let Some(engine) = room.state.engine.get_untracked() else {
        return;
    };
    let (query, lang) = (room.query.get_untracked(), room.state.lang.get_untracked());
    page::run(async move {
        actions::save_made(room.state, engine.work_list_csv(&query, lang).await);
    });
}

/// Lays the whole list out for paper, village by village, if it is not too long.
pub fn show_sheets(room: Room, rows: WorkRows) {
    let total = rows.total.get_untracked().map_or(0, |own| own.loans);
    let Some(engine) = room.state.engine.get_untracked() else {
        return;
    };
    if total > MOST_ON_PAPER {
        return rows.is_too_long.set(true);
    }
    let query = WorkQuery {
        offset: 0,
        limit: MOST_ON_PAPER,
        ..room.query.get_untracked()
    };
    page::run(async move {
        match engine.work_list(&query).await {
            Ok(page) => room.sheets.set(Some(Arc::new(page.rows))),
            Err(failure) => room.state.failure.set(Some(failure)),
        }
    });
}
