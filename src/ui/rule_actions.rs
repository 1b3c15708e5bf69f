//! What a person can set in motion in the rooms of the rules: asking what they say, changing the parameters.

use std::sync::Arc;

use leptos::prelude::{GetUntracked, GetValue, Set, SetValue, Update, WithUntracked, WithValue};

use crate::export::Taken;
use crate::platform::page;
use crate::report::policy::money_list::MoneyListQuery;
use crate::report::policy::{ParameterChoices, ParameterFile};
use crate::report::views::add as add_views;
use crate::report::what_if::Question;
use crate::report::{Reading, ViewFile};
use crate::worker::client::Engine;

use super::actions;
use super::state::{Adopted, State};

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

/// Saves the parameters as a file that can be given beside the data.
pub fn save_parameters(state: State) {
    let choices = state
        .settings
        .with_untracked(|settings| settings.parameters.clone());
    let bytes = serde_json::to_vec_pretty(&ParameterFile::of(&choices));
    let name = crate::export::name(Taken::Parameters, None, "json");
    // Plain data with text for keys: writing it cannot fail.
    if let Ok(bytes) = bytes {
        actions::save_json(state, &name, &bytes);
    }
}

/// Saves the views of the register as a file that can be given beside the data.
pub fn save_views(state: State) {
    let views = state.views.get_untracked();
    let name = crate::export::name(Taken::Views, None, "json");
    actions::save_json(state, &name, &ViewFile::of(&views).to_bytes());
}

/// Takes the parameters and views of the files just read, each file's once: what was changed on the page since stays when
/// the files are read again.
pub fn adopt(state: State, reading: &Reading) {
    if let Some(parameters) = &reading.parameters {
        let is_new = state
            .adopted
            .with_value(|adopted| adopted.parameters.as_ref() != Some(parameters));
        if is_new {
            let own = parameters.clone();
            state.settings.update(|settings| settings.parameters = own);
        }
    }
    let is_new = state
        .adopted
        .with_value(|adopted| adopted.views != reading.views);
    if is_new {
        let others = reading.views.clone();
        state.views.update(|views| add_views(views, others));
    }
    state.adopted.set_value(Adopted {
        parameters: reading.parameters.clone(),
        views: reading.views.clone(),
    });
}

/// Takes other parameters, and works everything out anew.
pub fn set_parameters(state: State, parameters: ParameterChoices) {
    state
        .settings
        .update(|settings| settings.parameters = parameters);
    actions::work_out(state);
}

/// Saves the loans that a check caught.
pub fn save_check(state: State, id: &str) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let (id, lang) = (id.to_owned(), state.lang.get_untracked());
    page::run(async move { actions::save_made(state, engine.check_csv(&id, lang).await) });
}

/// Saves every loan that an answer takes as collected.
pub fn save_collected(state: State, question: Question) {
    let Some(engine) = state.engine.get_untracked() else {
        return;
    };
    let lang = state.lang.get_untracked();
    page::run(async move {
        let made = engine.what_if_loans_csv(question, lang).await;
        actions::save_made(state, made);
    });
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
