//! Reading files: those that a person gave, the sample, and a small county that warms the program up.

use std::cell::RefCell;

use crate::export::json;
use crate::intake::choices::Choices;
use crate::intake::needs;
use crate::intake::profile::Profile;
use crate::intake::pseudonym::Passphrase;
use crate::intake::recognise::HEAD;
use crate::intake::session::{Before, Session, Wanted};
use crate::intake::source;
use crate::platform::file::{Bytes, ChosenFile, Slice};
use crate::platform::line::PageLine;
use crate::platform::stream::FileStream;
use crate::report::build::{reading, report};
use crate::report::{FileKind, Settings};
use crate::sample;

use super::super::protocol::{BeforeReading, Failure, Progress, Reply};
use super::{Answer, Kept, State, send};

/// Bytes of the sample fed at a time.
const SLICE: usize = 1 << 20;

/// Files of so many bytes in all fit into the memory of any browser that runs this page.
const SURELY_FITS: u64 = 400 << 20;

/// A profile is a small file; what is larger is none.
const LARGEST_PROFILE: u64 = 4 << 20;

fn before_of(said: BeforeReading) -> Result<Before, Failure> {
    let passphrase = match said.passphrase {
        Some(words) => Some(Passphrase::agreed(&words).map_err(|_| Failure::PassphraseTooShort)?),
        None => None,
    };
    Ok(Before {
        choices: said.choices,
        profile: said.profile,
        passphrase,
        ..Before::default()
    })
}

/// A profile among the files holds for all of them, wherever it stands.
async fn adopt_profile(file: &ChosenFile, before: &mut Before) {
    if file.size() > LARGEST_PROFILE || !file.name().to_lowercase().ends_with(".json") {
        return;
    }
    let Ok(slice) = file.slice(0, file.size()) else {
        return;
    };
    if let Some(bytes) = bytes_of_slice(slice).await
        && let Ok(profile) = Profile::of_bytes(&bytes)
    {
        before.profile.add(profile);
    }
}

/// Reads files one after another; a file the browser cannot read to its end is a finding, not a failure.
pub(super) async fn read_chosen(
    line: &PageLine,
    state: &RefCell<State>,
    number: u32,
    files: Vec<ChosenFile>,
    (expected, before): (Vec<Option<FileKind>>, BeforeReading),
) -> Answer {
    let total = files.iter().map(ChosenFile::size).sum();
    let mut before = Before {
        expected,
        ..before_of(before)?
    };
    for file in &files {
        adopt_profile(file, &mut before).await;
    }
    if total > SURELY_FITS {
        look_for_room(&files, &before).await?;
    }
    let passphrase = before.passphrase.clone();
    let mut session = Session::with(before);
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
    let reply = Reply::Reading(Box::new(reading(&intake)));
    *state.borrow_mut() = State {
        intake: Some(intake),
        files: files.into_iter().map(Kept::Chosen).collect(),
        passphrase,
        ..State::default()
    };
    Ok((reply, None))
}

/// Refuses files that need more memory than there is, before any of them is read.
async fn look_for_room(files: &[ChosenFile], before: &Before) -> Result<(), Failure> {
    let mut all = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let size = file.size();
        let head = match file.slice(0, size.min(HEAD as u64)) {
            Ok(slice) => bytes_of_slice(slice).await,
            Err(_) => None,
        };
        let said = before.choices.get(at).and_then(Option::as_ref);
        let choices = said.and_then(|said| said.get(""));
        let choices = choices.unwrap_or(const { &Choices::NONE });
        let shapes = &before.profile.shapes;
        if let Some(head) = head {
            all.push(needs::of_file(&head, size, choices, shapes));
        }
    }
    let needed = needs::in_all(all.into_iter());
    let available = needs::available(needed);
    if available < needed {
        return Err(Failure::TooLarge { needed, available });
    }
    Ok(())
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

pub(super) async fn bytes_of_slice(slice: Slice) -> Option<Vec<u8>> {
    let arrived = slice.arrive().await.ok()?;
    let mut bytes = vec![0; arrived.len()];
    arrived.move_to(&mut bytes);
    Some(bytes)
}

/// The sample county's later month, made by the same generator that writes `sample_data`.
pub(super) fn read_sample(state: &RefCell<State>, before: BeforeReading) -> Answer {
    let mut session = Session::with(before_of(before)?);
    let mut kept = Vec::new();
    for file in sample::later_month() {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        source::read(&mut session, name, &file.bytes, SLICE);
        kept.push(Kept::Made(file.bytes));
    }
    let intake = session.finish();
    let reply = Reply::Reading(Box::new(reading(&intake)));
    *state.borrow_mut() = State {
        intake: Some(intake),
        files: kept,
        ..State::default()
    };
    Ok((reply, None))
}

/// Reads and reports a small invented county: enough rows for the browser to find out what is worth compiling well.
pub(super) fn warm_up() -> (Reply, Option<Bytes>) {
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
