//! The worker's end of the line: it reads files, owns their rows and answers.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::export::{Taken, csv, json, name, register};
use crate::intake::file_read::Intake;
use crate::intake::recognise::HEAD;
use crate::intake::session::{Session, Wanted};
use crate::intake::source;
use crate::platform::file::{Bytes, ChosenFile, Slice};
use crate::platform::line::{Message, PageLine};
use crate::platform::stream::FileStream;
use crate::report::build::{map_shapes, reading, report};
use crate::report::select::{Selection, bytes_of, detail};
use crate::report::{Date, RegisterQuery, Settings};
use crate::sample;
use crate::text::Lang;

use super::protocol::{Failure, Progress, Reply, Request, take_parts};

/// Bytes of the sample fed at a time.
const SLICE: usize = 1 << 20;

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
    selection: Option<Selection>,
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
        Request::Read { .. } => read_chosen(line, state, number, message.files).await,
        Request::ReadSample => Ok(read_sample(state)),
        Request::WarmUp => Ok(warm_up()),
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
        Request::MapShapes => state.borrow().map_shapes(),
        Request::Register { query } => state.borrow_mut().register(&query),
        Request::Loan { row } => loan(state, row).await,
        Request::RegisterCsv { query, lang } => state.borrow_mut().register_csv(&query, lang),
        Request::FindingsCsv { lang } => state.borrow().findings_csv(lang),
    };
    match answer {
        Ok((reply, bytes)) => send(line, number, &reply, bytes),
        Err(failure) => send(line, number, &Reply::Failed(failure), None),
    }
}

/// Reads files one after another; a file the browser cannot read to its end is a finding, not a failure.
async fn read_chosen(
    line: &PageLine,
    state: &RefCell<State>,
    number: u32,
    files: Vec<ChosenFile>,
) -> Answer {
    let total = files.iter().map(ChosenFile::size).sum();
    let mut session = Session::new();
    let mut progress = Progress {
        bytes: 0,
        total,
        rows: 0,
        file: String::new(),
    };
    for file in &files {
        progress.file = file.name();
        let before = progress.bytes;
        if read_file(&mut session, file, &mut progress, |progress| {
            send(line, number, &Reply::Progress(progress.clone()), None);
        })
        .await
        .is_none()
        {
            session.fail();
        }
        progress.bytes = before + file.size();
    }
    let intake = session.finish();
    let reply = Reply::Reading(reading(&intake));
    *state.borrow_mut() = State {
        intake: Some(intake),
        files: files.into_iter().map(Kept::Chosen).collect(),
        ..State::default()
    };
    Ok((reply, None))
}

/// Reads one file; none if the browser could not read it to its end.
async fn read_file(
    session: &mut Session,
    file: &ChosenFile,
    progress: &mut Progress,
    tell: impl Fn(&Progress),
) -> Option<()> {
    tell(progress);
    let size = file.size();
    let head = bytes_of_slice(file.slice(0, size.min(HEAD as u64)).ok()?).await;
    let Some(head) = head else {
        session.open(&file.name(), size, b" ");
        return None;
    };
    let rows_before = progress.rows;
    if let Wanted::From(start) = session.open(&file.name(), size, &head) {
        let mut stream = FileStream::from(file, start);
        while let Some(portion) = stream.next().await.ok()? {
            let length = portion.len();
            session.feed(length, |into| portion.move_to(into));
            progress.bytes += length as u64;
            progress.rows = rows_before + session.rows();
            tell(progress);
        }
    }
    session.close();
    Some(())
}

async fn bytes_of_slice(slice: Slice) -> Option<Vec<u8>> {
    let arrived = slice.arrive().await.ok()?;
    let mut bytes = vec![0; arrived.len()];
    arrived.move_to(&mut bytes);
    Some(bytes)
}

/// The sample county's later month, made by the same generator that writes `sample_data`.
fn read_sample(state: &RefCell<State>) -> (Reply, Option<Bytes>) {
    let mut session = Session::new();
    let mut kept = Vec::new();
    for file in sample::later_month() {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        source::read(&mut session, name, &file.bytes, SLICE);
        kept.push(Kept::Made(file.bytes));
    }
    let intake = session.finish();
    let reply = Reply::Reading(reading(&intake));
    *state.borrow_mut() = State {
        intake: Some(intake),
        files: kept,
        ..State::default()
    };
    (reply, None)
}

/// Reads and reports a small invented county: enough rows for the browser to find out what is worth compiling well.
fn warm_up() -> (Reply, Option<Bytes>) {
    const LOANS: u64 = 12_000;
    let mut session = Session::new();
    let seed = sample::DEFAULT_SEED;
    for file in sample::county(&sample::Settings { seed, loans: LOANS }).files {
        source::read(&mut session, &file.path, &file.bytes, SLICE);
    }
    let intake = session.finish();
    let day = reading(&intake)
        .as_of_candidates
        .first()
        .map(|day| day.date);
    let made = day.and_then(|day| report(&intake, day, &Settings::default()).ok());
    // Writing the report out is part of the work.
    let length = made.map_or(0, |made| json::report(&made).len());
    std::hint::black_box(length);
    (Reply::Complete, None)
}

async fn loan(state: &RefCell<State>, row: u64) -> Answer {
    enum At {
        Ready(Vec<u8>),
        Coming(Slice),
    }
    let at = {
        let state = state.borrow();
        let (file, start, length) = bytes_of(state.intake()?, row).ok_or(Failure::NoSuchLoan)?;
        match &state.files[file as usize] {
            Kept::Made(bytes) => {
                At::Ready(bytes[start as usize..(start + length) as usize].to_vec())
            }
            Kept::Chosen(file) => At::Coming(file.slice(start, start + length)?),
        }
    };
    let bytes = match at {
        At::Ready(bytes) => bytes,
        // A file that has gone since it was read leaves the raw cells empty; all else is known.
        At::Coming(slice) => bytes_of_slice(slice).await.unwrap_or_else(Vec::new),
    };
    let state = state.borrow();
    let detail = detail(
        state.intake()?,
        state.as_of.ok_or(Failure::NotReady)?,
        row,
        &bytes,
    );
    Ok((
        Reply::Loan(Box::new(detail.ok_or(Failure::NoSuchLoan)?)),
        None,
    ))
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
        let parts = take_parts(&mut made);
        Ok((Reply::Report(Box::new(made)), parts))
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
            .is_some_and(|selection| selection.answers(query, as_of))
        {
            self.selection = Some(Selection::of(&self.intake()?.county, as_of, query));
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

    fn register_csv(&mut self, query: &RegisterQuery, lang: Lang) -> Answer {
        self.selection(query)?;
        let selection = self.selection.as_ref().ok_or(Failure::NotReady)?;
        let intake = self.intake()?;
        let source = csv::Source::read(&reading(intake), self.as_of);
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
