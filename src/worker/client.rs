//! The page's end of the line: one engine is one worker with the rows it has read.

mod policy;
mod register;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt;
use serde::Deserialize;

use crate::platform::file::{BrowserError, Bytes, ChosenFile};
use crate::platform::line::{Event, Message, WorkerLine};
use crate::report::{Date, FileKind, MapShapes, Preview, RawLine, Reading, Report, Settings};
use crate::text::Lang;

use super::protocol::{BeforeReading, Failure, Progress, Reply, Request};

/// A worker and the rows it owns. Dropping the last clone ends it.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    line: RefCell<Option<WorkerLine>>,
    waiting: Rc<RefCell<Waiting>>,
}

#[derive(Default)]
struct Waiting {
    last_number: u32,
    answers: HashMap<u32, UnboundedSender<Answer>>,
    /// What killed the worker, if it is dead.
    dead: Option<Failure>,
}

/// What comes back for a question; one question may have several answers, the last of which ends it.
enum Answer {
    Message(Message),
    Failed(Failure),
}

/// A file the worker made, to be saved.
#[derive(Clone, Debug)]
pub struct MadeFile {
    /// The name to save it under.
    pub name: String,
    /// Its bytes, in the browser's memory.
    pub bytes: Bytes,
}

impl From<BrowserError> for Failure {
    fn from(error: BrowserError) -> Failure {
        Failure::Browser { message: error.0 }
    }
}

impl Engine {
    /// Starts a worker. It is ready for requests at once; they wait until it has started.
    ///
    /// # Errors
    /// Where the browser refuses a worker.
    pub fn start() -> Result<Engine, Failure> {
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let hearing = Rc::clone(&waiting);
        let line = WorkerLine::start(move |event| hearing.borrow_mut().hear(event))?;
        Ok(Engine(Rc::new(Inner {
            line: RefCell::new(Some(line)),
            waiting,
        })))
    }

    /// Reads files; `expected` says of each what its giver holds it for, if anything, and `before` how it is to be read.
    ///
    /// # Errors
    /// A [`Failure`] that says why; what is wrong with a file is no failure but a finding.
    pub async fn read(
        &self,
        files: &[ChosenFile],
        expected: &[Option<FileKind>],
        before: BeforeReading,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Reading, Failure> {
        self.reading(
            &Request::Read {
                expected: expected.to_vec(),
                before,
            },
            files,
            on_progress,
        )
        .await
    }

    /// Makes the sample county's files and reads them.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn read_sample(
        &self,
        before: BeforeReading,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Reading, Failure> {
        self.reading(&Request::ReadSample { before }, &[], on_progress)
            .await
    }

    async fn reading(
        &self,
        request: &Request,
        files: &[ChosenFile],
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Reading, Failure> {
        let mut answers = self.ask(request, files)?;
        loop {
            match reply(answers.next().await)? {
                (Reply::Progress(progress), _) => on_progress(progress),
                (Reply::Reading(reading), _) => return Ok(*reading),
                _ => return Err(unexpected()),
            }
        }
    }

    /// The first rows of a table, in every way of reading worth trying; none if it has none that can be shown.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn preview(&self, table: u32) -> Result<Option<Preview>, Failure> {
        match self.once(&Request::Preview { table }).await? {
            (Reply::Preview { preview }, _) => Ok(preview.map(|preview| *preview)),
            _ => Err(unexpected()),
        }
    }

    /// Some lines of a table.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn lines(&self, table: u32, lines: &[u32]) -> Result<Vec<RawLine>, Failure> {
        let lines = lines.to_vec();
        match self.once(&Request::Lines { table, lines }).await? {
            (Reply::Lines { lines }, _) => Ok(lines),
            _ => Err(unexpected()),
        }
    }

    /// A table as CSV with its personal columns left out or as pseudonyms.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn pseudonymised(&self, table: u32) -> Result<MadeFile, Failure> {
        self.file(&Request::Pseudonymised { table }).await
    }

    /// Has the worker run through its work once on a small invented county, and forget it.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub(super) async fn warm_up(&self) -> Result<(), Failure> {
        self.once(&Request::WarmUp).await.map(|_| ())
    }

    /// Works out the report for a day.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn report(&self, as_of: Date, settings: &Settings) -> Result<Report, Failure> {
        let mut answers = self.ask(
            &Request::Report {
                as_of,
                settings: settings.clone(),
            },
            &[],
        )?;
        let mut report = match reply(answers.next().await)? {
            (Reply::Report(report), _) => *report,
            _ => return Err(unexpected()),
        };
        // Each part is a message and so a task of its own: the page is never held up by a long report.
        loop {
            match reply(answers.next().await)? {
                (Reply::Part(part), _) => part.append_to(&mut report),
                (Reply::Complete, _) => return Ok(report),
                _ => return Err(unexpected()),
            }
        }
    }

    /// The report as the texts in which it is sent, one after another: [`Reply::Report`], then each [`Reply::Part`].
    ///
    /// # Errors
    /// A [`Failure`] that says why, of the worker or of whoever hears.
    pub(super) async fn report_texts(
        &self,
        as_of: Date,
        settings: &Settings,
        mut hear: impl FnMut(&str) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let settings = settings.clone();
        let mut answers = self.ask(&Request::Report { as_of, settings }, &[])?;
        loop {
            let message = message(answers.next().await)?;
            match serde_json::from_str::<Kind>(&message.text) {
                Ok(Kind::Complete) => return Ok(()),
                Ok(Kind::Report | Kind::Part) => hear(&message.text)?,
                Ok(Kind::Policy | Kind::Other) | Err(_) => {
                    reply(Some(Answer::Message(message)))?;
                    return Err(unexpected());
                }
            }
        }
    }

    /// The shapes of the map.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn map_shapes(&self) -> Result<MapShapes, Failure> {
        match self.once(&Request::MapShapes).await? {
            (Reply::MapShapes(shapes), _) => Ok(shapes),
            _ => Err(unexpected()),
        }
    }

    /// All findings, as CSV.
    ///
    /// # Errors
    /// A [`Failure`] that says why.
    pub async fn findings_csv(&self, lang: Lang) -> Result<MadeFile, Failure> {
        self.file(&Request::FindingsCsv { lang }).await
    }

    async fn file(&self, request: &Request) -> Result<MadeFile, Failure> {
        match self.once(request).await? {
            (Reply::File { name }, Some(bytes)) => Ok(MadeFile { name, bytes }),
            _ => Err(unexpected()),
        }
    }

    /// Ends the worker at once; what it was asked for fails with [`Failure::Stopped`].
    pub fn stop(&self) {
        self.0.line.borrow_mut().take();
        self.0.waiting.borrow_mut().die(Failure::Stopped);
    }

    async fn once(&self, request: &Request) -> Result<(Reply, Option<Bytes>), Failure> {
        reply(self.ask(request, &[])?.next().await)
    }

    fn ask(
        &self,
        request: &Request,
        files: &[ChosenFile],
    ) -> Result<UnboundedReceiver<Answer>, Failure> {
        let (sender, receiver) = unbounded();
        let number = {
            let mut waiting = self.0.waiting.borrow_mut();
            if let Some(failure) = &waiting.dead {
                return Err(failure.clone());
            }
            waiting.last_number += 1;
            let number = waiting.last_number;
            waiting.answers.insert(number, sender);
            number
        };
        let text = serde_json::to_string(request).map_err(|error| Failure::Panicked {
            message: error.to_string(),
        })?;
        let line = self.0.line.borrow();
        let line = line.as_ref().ok_or(Failure::Stopped)?;
        line.send(&Message {
            number,
            text,
            files: files.to_vec(),
            bytes: None,
        })?;
        Ok(receiver)
    }
}

fn unexpected() -> Failure {
    Failure::Panicked {
        message: "an answer that does not fit its question".to_owned(),
    }
}

/// What a reply is, told without reading all of it.
#[derive(Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
enum Kind {
    Report,
    Part,
    Complete,
    Policy,
    #[serde(other)]
    Other,
}

fn message(answer: Option<Answer>) -> Result<Message, Failure> {
    match answer {
        Some(Answer::Message(message)) => Ok(message),
        Some(Answer::Failed(failure)) => Err(failure),
        None => Err(Failure::Stopped),
    }
}

fn reply(answer: Option<Answer>) -> Result<(Reply, Option<Bytes>), Failure> {
    let message = message(answer)?;
    match serde_json::from_str(&message.text) {
        Ok(Reply::Failed(failure)) => Err(failure),
        Ok(reply) => Ok((reply, message.bytes)),
        Err(error) => Err(Failure::Panicked {
            message: error.to_string(),
        }),
    }
}

impl Waiting {
    fn hear(&mut self, event: Event) {
        match event {
            // Number 0 is no question's: the worker says with it what stops it.
            Event::Message(message) if message.number == 0 => {
                if let Ok(Reply::Failed(failure)) = serde_json::from_str(&message.text) {
                    self.die(failure);
                }
            }
            Event::Message(message) => {
                let number = message.number;
                if let Some(sender) = self.answers.get(&number)
                    && sender.unbounded_send(Answer::Message(message)).is_err()
                {
                    self.answers.remove(&number);
                }
            }
            Event::Died(words) => self.die(cause_of_death(words)),
        }
    }

    fn die(&mut self, failure: Failure) {
        for (_, sender) in self.answers.drain() {
            // Who no longer waits need not be told.
            let _ = sender.unbounded_send(Answer::Failed(failure.clone()));
        }
        self.dead.get_or_insert(failure);
    }
}

/// A worker that dies without a word of its own has run out of memory: a fault of the program is told before it stops.
fn cause_of_death(words: String) -> Failure {
    if words.contains("unreachable") || words.contains("memory") {
        Failure::OutOfMemory
    } else {
        Failure::Browser { message: words }
    }
}
