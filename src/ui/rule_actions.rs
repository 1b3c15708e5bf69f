//! What a person can set in motion in the rooms of the rules: asking what they say, changing the parameters.

use std::sync::Arc;

use leptos::prelude::{GetUntracked, GetValue, Set, Update};

use crate::platform::page;
use crate::report::policy::ParameterChoices;
use crate::report::policy::money_list::MoneyListQuery;
use crate::worker::client::Engine;

use super::actions;
use super::state::State;

/// Asks what the rules say of the report just made; an answer that was overtaken is not taken.
pub async fn apply_rules(state: State, engine: &Engine, turn: u64) {
    let policy = engine.policy().await;
    if state.report_turn.get_value() != turn {
        return;
    }
    match policy {
        Ok(policy) => state.policy.set(Some(Arc::new(policy))),
        Err(failure) => state.failure.set(Some(failure)),
    }
}

/// Takes other parameters, and works everything out anew.
pub fn set_parameters(state: State, parameters: ParameterChoices) {
    state
        .settings
        .update(|settings| settings.parameters = parameters);
    actions::work_out(state);
}

/// Saves the whole of a list of subsidies or claims.
pub fn save_money_list(state: State, query: MoneyListQuery) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let lang = state.lang.get_untracked();
    page::run(async move {
        let made = engine.money_list_csv(query, lang).await;
        actions::save_made(state, made);
    });
}
