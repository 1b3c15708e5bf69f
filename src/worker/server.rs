//! The worker's end of the line: it reads files, owns their rows and answers.

mod again;
mod checks;
mod dues;
mod money_list;
mod read;
mod work;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::export::{Taken, csv, name, register};
use crate::intake::file_read::Intake;
use crate::intake::pseudonym::Passphrase;
use crate::platform::file::{Bytes, ChosenFile};
use crate::platform::line::{Message, PageLine};
use crate::report::build::{map_shapes, reading, report};
use crate::report::explained::explain;
use crate::report::policy::check_rows::CheckSelection;
use crate::report::policy::money_list::MoneyList;
use crate::report::policy::{WorkList, policy};
use crate::report::select::{Selection, groups};
use crate::report::{Date, RegisterQuery, Settings};
use crate::text::Lang;

use super::protocol::{Failure, Reply, Request, take_parts};

/// A file as the worker keeps it: to read a row again when someone asks for it.
enum Kept {
    Chosen(ChosenFile),
    Made(Vec<u8>),
}

/// What the worker owns.
#[derive(Default)]
struct State {
    intake: Option<Intake>,
    files: Vec<Kept>,
    as_of: Option<Date>,
    settings: Settings,
    selection: Option<Selection>,
    money_list: Option<MoneyList>,
    work_list: Option<WorkList>,
    /// The loans of the check that was looked at last.
    checked: Option<CheckSelection>,
    /// Under which numbers became pseudonyms.
    passphrase: Option<Passphrase>,
}

type Answer = Result<(Reply, Option<Bytes>), Failure>;

/// Serves the page for as long as the worker lives.
pub fn serve() {
    let Some(line) = PageLine::of_this_worker() else {
        return;
    };
    tell_of_panics();
    let state = Rc::new(RefCell::new(State::default()));
    line.clone().listen(move |message| {
        let (line, state) = (line.clone(), Rc::clone(&state));
        spawn_local(async move { answer(&line, &state, message).await });
    });
}

/// A panic is told before the program stops; number 0 is no question's.
fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(line) = PageLine::of_this_worker() {
            let failure = Failure::Panicked {
                message: panic.to_string(),
            };
            send(&line, 0, &Reply::Failed(failure), None);
        }
    }));
}

fn send(line: &PageLine, number: u32, reply: &Reply, bytes: Option<Bytes>) {
    let text = serde_json::to_string(reply).unwrap_or_else(|error| {
        format!(r#"{{"answer":"failed","failure":"panicked","message":"{error}"}}"#)
    });
    line.send(&Message {
        number,
        text,
        files: Vec::new(),
        bytes,
    });
}

async fn answer(line: &PageLine, state: &RefCell<State>, message: Message) {
    let number = message.number;
    let request = match serde_json::from_str::<Request>(&message.text) {
        Ok(request) => request,
        Err(error) => {
            let failure = Failure::Panicked {
                message: error.to_string(),
            };
            return send(line, number, &Reply::Failed(failure), None);
        }
    };
    let answer: Answer = match request {
        Request::Read { expected, before } => {
            let said = (expected, before);
            read::read_chosen(line, state, number, message.files, said).await
        }
        Request::ReadSample { before } => read::read_sample(state, before),
        Request::Preview { table } => again::preview(state, table).await,
        Request::Lines { table, lines } => again::lines(state, table, &lines).await,
        Request::Pseudonymised { table } => again::pseudonymised(state, table).await,
        Request::WarmUp => Ok(read::warm_up()),
        Request::Report { as_of, settings } => {
            let made = state.borrow_mut().report(as_of, &settings);
            made.map(|(first, parts)| {
                send(line, number, &first, None);
                for part in parts {
                    send(line, number, &Reply::Part(part), None);
                }
                (Reply::Complete, None)
            })
        }
        Request::Policy => state.borrow().policy(),
        Request::CheckRows { id, offset, limit } => {
            state.borrow_mut().check_rows(&id, offset, limit)
        }
        Request::CheckCsv { id, lang } => state.borrow_mut().check_csv(&id, lang),
        Request::Calendar { of } => state.borrow().calendar(&of),
        Request::WhatIf { question } => state.borrow().what_if(&question),
        Request::WhatIfLoansCsv { question, lang } => {
            state.borrow().what_if_loans_csv(&question, lang)
        }
        Request::MoneyList {
            query,
            offset,
            limit,
        } => state.borrow_mut().money_list(&query, offset, limit),
        Request::MoneyListCsv { query, lang } => state.borrow_mut().money_list_csv(&query, lang),
        Request::WorkList { query } => state.borrow_mut().work_list(&query),
        Request::WorkListCsv { query, lang } => state.borrow_mut().work_list_csv(&query, lang),
        Request::MapShapes => state.borrow().map_shapes(),
        Request::Register { query } => state.borrow_mut().register(&query),
        Request::RegisterGroups { query } => state.borrow().register_groups(&query),
        Request::Explain { row } => state.borrow().explain(row),
        Request::Loan { row } => again::loan(state, row).await,
        Request::RegisterCsv { query, lang } => state.borrow_mut().register_csv(&query, lang),
        Request::FindingsCsv { lang } => state.borrow().findings_csv(lang),
    };
    match answer {
        Ok((reply, bytes)) => send(line, number, &reply, bytes),
        Err(failure) => send(line, number, &Reply::Failed(failure), None),
    }
}

impl State {
    fn intake(&self) -> Result<&Intake, Failure> {
        self.intake.as_ref().ok_or(Failure::NotReady)
    }

    fn report(
        &mut self,
        as_of: Date,
        settings: &Settings,
    ) -> Result<(Reply, Vec<super::protocol::Part>), Failure> {
        let mut made = report(self.intake()?, as_of, settings).map_err(|_| Failure::NoLoans)?;
        self.as_of = Some(as_of);
        self.settings = settings.clone();
        let parts = take_parts(&mut made);
        Ok((Reply::Report(Box::new(made)), parts))
    }

    fn policy(&self) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let policy = policy(&self.intake()?.county, as_of, &self.settings);
        Ok((Reply::Policy(Box::new(policy)), None))
    }

    fn map_shapes(&self) -> Answer {
        Ok((Reply::MapShapes(map_shapes(&self.intake()?.county)), None))
    }

    /// The selection that answers a query: the last one if it does, else a new one.
    fn selection(&mut self, query: &RegisterQuery) -> Result<&Selection, Failure> {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        if !self
            .selection
            .as_ref()
            .is_some_and(|selection| selection.answers(query, as_of, &self.settings))
        {
            self.selection = Some(Selection::of(
                &self.intake()?.county,
                as_of,
                &self.settings,
                query,
            ));
        }
        self.selection.as_ref().ok_or(Failure::NotReady)
    }

    fn register(&mut self, query: &RegisterQuery) -> Answer {
        self.selection(query)?;
        let selection = self.selection.as_ref().ok_or(Failure::NotReady)?;
        Ok((
            Reply::Register(selection.page(&self.intake()?.county, query.offset, query.limit)),
            None,
        ))
    }

    fn register_groups(&self, query: &RegisterQuery) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let groups = groups(&self.intake()?.county, as_of, &self.settings, query);
        Ok((Reply::RegisterGroups(Box::new(groups)), None))
    }

    fn explain(&self, row: u64) -> Answer {
        let as_of = self.as_of.ok_or(Failure::NotReady)?;
        let explained = explain(self.intake()?, as_of, &self.settings, row);
        let explained = explained.ok_or(Failure::NoSuchLoan)?;
        Ok((Reply::Explained(Box::new(explained)), None))
    }

    fn register_csv(&mut self, query: &RegisterQuery, lang: Lang) -> Answer {
        self.selection(query)?;
        let selection = self.selection.as_ref().ok_or(Failure::NotReady)?;
        let intake = self.intake()?;
        let source = csv::Source::read(&reading(intake), self.as_of).under(&self.settings);
        let bytes = register::register(selection.rows(&intake.county), &source, lang);
        Ok(file(name(Taken::Register, self.as_of, "csv"), &bytes))
    }

    fn findings_csv(&self, lang: Lang) -> Answer {
        let intake = self.intake()?;
        let all = intake
            .findings
            .iter()
            .chain(intake.files.iter().flat_map(|file| &file.findings));
        let bytes = csv::findings(&reading(intake), all, self.as_of, lang);
        Ok(file(name(Taken::Findings, self.as_of, "csv"), &bytes))
    }
}

fn file(name: String, bytes: &[u8]) -> (Reply, Option<Bytes>) {
    (Reply::File { name }, Some(Bytes::of(bytes)))
}
