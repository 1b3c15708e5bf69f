//! Reading again what stays in the files: one loan's row, lines with findings, the first rows, a table to take away.

use std::cell::RefCell;

use crate::export::{Taken, name};
use crate::intake::file_read::FileRead;
use crate::intake::recognise::HEAD;
use crate::platform::file::Slice;
use crate::report::again;
use crate::report::select::{bytes_of, detail};

use super::super::protocol::{Failure, Reply};
use super::super::pseudonymised;
use super::read::bytes_of_slice;
use super::{Answer, Kept, State, file};

/// A part of a file given; none if the browser can no longer read it.
async fn part_of(
    state: &RefCell<State>,
    given: u32,
    start: u64,
    length: u64,
) -> Result<Option<Vec<u8>>, Failure> {
    enum At {
        Ready(Option<Vec<u8>>),
        Coming(Slice),
    }
    let at = {
        let state = state.borrow();
        match state
            .files
            .get(given as usize)
            .ok_or(Failure::NoSuchTable)?
        {
            Kept::Made(bytes) => {
                let end = (start + length).min(bytes.len() as u64);
                At::Ready(bytes.get(start as usize..end as usize).map(<[u8]>::to_vec))
            }
            Kept::Chosen(file) => At::Coming(file.slice(start, (start + length).min(file.size()))?),
        }
    };
    Ok(match at {
        At::Ready(bytes) => bytes,
        At::Coming(slice) => bytes_of_slice(slice).await,
    })
}

/// What was read of a table.
fn table_of(state: &RefCell<State>, table: u32) -> Result<FileRead, Failure> {
    let state = state.borrow();
    let found = state.intake()?.files.get(table as usize);
    found.cloned().ok_or(Failure::NoSuchTable)
}

/// All bytes of the file that a table stands in.
async fn whole_of(state: &RefCell<State>, table: &FileRead) -> Result<Vec<u8>, Failure> {
    let bytes = part_of(state, table.given, 0, table.bytes).await?;
    bytes.ok_or(Failure::NoSuchTable)
}

/// The first rows of a table.
pub(super) async fn preview(state: &RefCell<State>, table: u32) -> Answer {
    let table = table_of(state, table)?;
    let preview = match &table.sheet {
        Some(_) => again::preview(&table, &whole_of(state, &table).await?),
        None => {
            let head = part_of(state, table.given, 0, table.bytes.min(HEAD as u64)).await?;
            again::preview(&table, &head.ok_or(Failure::NoSuchTable)?)
        }
    };
    let preview = preview.map(Box::new);
    Ok((Reply::Preview { preview }, None))
}

/// Some lines of a table.
pub(super) async fn lines(state: &RefCell<State>, table: u32, lines: &[u32]) -> Answer {
    let table = table_of(state, table)?;
    let bytes = whole_of(state, &table).await?;
    let lines = again::lines(&table, &bytes, lines);
    Ok((Reply::Lines { lines }, None))
}

/// A table without its personal columns, or with pseudonyms in their place.
pub(super) async fn pseudonymised(state: &RefCell<State>, table: u32) -> Answer {
    let table = table_of(state, table)?;
    let bytes = whole_of(state, &table).await?;
    let (as_of, passphrase) = {
        let state = state.borrow();
        (state.as_of, state.passphrase.clone())
    };
    let (written, _) = pseudonymised::pseudonymised(&table, &bytes, passphrase);
    Ok(file(name(Taken::Pseudonymised, as_of, "csv"), &written))
}

pub(super) async fn loan(state: &RefCell<State>, row: u64) -> Answer {
    let (file, start, length) = {
        let state = state.borrow();
        bytes_of(state.intake()?, row).ok_or(Failure::NoSuchLoan)?
    };
    // A file that has gone since it was read leaves the raw cells empty; all else is known.
    let bytes = part_of(state, file, start, length)
        .await?
        .unwrap_or_else(Vec::new);
    let state = state.borrow();
    let detail = detail(
        state.intake()?,
        state.as_of.ok_or(Failure::NotReady)?,
        &state.settings,
        row,
        &bytes,
    );
    Ok((
        Reply::Loan(Box::new(detail.ok_or(Failure::NoSuchLoan)?)),
        None,
    ))
}
