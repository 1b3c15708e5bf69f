//! Credit Atlas reads the files of a county's micro-loans (扶贫小额信贷) and explains them in one HTML file.
//!
//! One crate is two programs. Natively, `cargo run` packs the page, and the terminal commands answer; compiled for
//! wasm32 it is the page and its worker. Everything between bytes and figures is one and the same code in both, knows
//! no browser and is tested without one.
//!
//! # The modules, in reading order
//!
//! Each may name the modules in brackets and no other of ours; `tests/tidy.rs` holds that.
//!
//! - [`domain`] (none): the vocabulary — [`domain::Fen`], [`domain::Date`], places, households, loans in columns.
//! - [`intake`] (domain): bytes to columns, and a [`intake::finding::Finding`] for whatever could not be used.
//! - [`policy`] (domain): the rules of the day, one file each, and their dated, cited parameters.
//! - [`indicators`] (domain, policy): counts, money and rates by group, the ladder, the order of villages. Only here is a rate made.
//! - [`report`] (all before it): the seam — plain data that the page, the charts, the exports and other programs get.
//! - [`text`] (report, the worker's messages): every word that a person reads, Chinese first, English beside it.
//! - [`charts`] (report, text): report data to SVG text.
//! - [`export`] (domain, report, text): the report, and what was read, to CSV, JSON and SQL.
//! - [`sample`] (none): the invented county's files, drawn from a seed.
//! - [`worker`] (domain, intake, report, text, export, sample, platform): what page and worker say to each other, and both ends.
//! - `platform` (none; browser only): the one place that touches `web_sys`, `js_sys` and `gloo`.
//! - `ui` (report, text, charts, export, worker, platform; browser only): rooms, their parts and the state they share.
//! - [`pack`] (the pure modules, for its terminal commands; native only): compiler, wasm-bindgen, the one HTML file.
//!
//! # How a row becomes a figure on the screen
//!
//! 1. `ui` hands the chosen files to `worker::client`, which starts a worker; `worker::server` slices each file.
//! 2. [`intake::session`] takes the first bytes, and `intake::recognise` says what the file is: encoding, separator,
//!    header, columns, units. What a person said ([`intake::choices`]) or a profile settled goes before what it finds.
//!    What cannot be cut in place is converted first (`intake::convert`), a workbook becomes a text for each sheet.
//! 3. `intake::scan` cuts each slice into rows and cells, in place; a row that a slice cuts waits for the next one.
//!    `intake::mend` puts corrections and pseudonyms into the cells before anyone reads them.
//! 4. `intake::row_loop` goes through the rows of every kind of table: `intake::loans` makes a [`domain::Loan`] of a row and
//!    pushes it onto the columns of [`domain::County`], `intake::roster` a household, `intake::side_tables` all else. A
//!    bad cell is a finding in `intake::faults`. Once all files are read, places agree (`intake::place_agreement`), and
//!    what contradicts itself is noted (`intake::contradictions`).
//! 5. [`indicators::compute`] passes over the loans once for a day and fills a tally for every group;
//!    `indicators::households` counts distinct households.
//! 6. [`report::build`] makes the [`report::Report`]. The rows stay in the worker; the page gets the report in parts.
//! 7. Asked what the rules say, the worker opens a [`policy::book`] on the loans; every rule looks at a case of it, and
//!    [`report::policy`] adds up what they said. A list of loans is asked for window by window.
//! 8. `worker::client` puts the parts together, and a room in `ui::pages` shows them with words from [`text`].
//!
//! In a terminal steps 1 and 8 are `pack::analyze`; in a test they are three calls.
//!
//! # Where to add
//!
//! - a word that files use for a column: the list in [`intake::header`], and the table in README.md (a test compares them);
//! - a column: [`domain::Field`], its words in [`intake::header`], its name in `text::field`, its reading in `intake::loans`;
//! - a check: a file in [`policy::rules`], a line in its register, its words in `text::rules`;
//! - a threshold: a line in `policy::parameters::table` with day, document and certainty, its name in `text::parameter`;
//! - a preset of thresholds: a line in `policy::parameters::presets`, its name in `text::parameter`;
//! - an indicator: a field of [`indicators::figures::Figures`], filled in [`indicators::compute`], its name and definition
//!   in `text::definition`, its row in README.md (a test compares them);
//! - a room: a file in `ui::pages`, a line in `ui::rooms`, its name in `text::pages`;
//! - a text: a constant or function in the file of [`text`] that is named after the room or thing.
//!
//! # Architecture invariants
//!
//! 1. The pure layers do no I/O and read no clock; the date of a report is an argument.
//!    — `tests/tidy.rs`, which reads the source of the pure modules.
//! 2. Reading never fails on a row. It returns the records it could read and a finding for each it could not. Only a file that is not a table at all is an error. Read + set aside = lines in the file, always.
//!    — `tests/bad_input.rs`, and for files of every shape `tests/properties.rs`.
//! 3. An unknown is never a zero, a pass or an empty string. It is `Undetermined`, `Undefined` or a finding.
//!    — `tests/bad_input.rs` for what is read, the tests of [`indicators::rate`] for what is worked out, `tests/tidy.rs` for defaults in the source.
//! 4. A view computes no rate and sees no figure that disclosure withheld, because the report holds neither.
//!    — `tests/tidy.rs`; and `Rate::of` is private to [`indicators`]. Nothing is withheld yet: there is one audience.
//! 5. The same files and settings give the same report, natively and in the browser, byte for byte in its canonical form.
//!    — `tests/browser`, which compares the page's answer with the native one; `tests/properties.rs` for files cut and rows put in other places.
//! 6. Nothing leaves the machine: the page cannot make a request, and stores nothing unless the person saves a file.
//!    — `tests/browser`, which sees requests refused in page and worker; `tests/packed_page.rs`, which reads the policy in the shipped bytes.

pub mod charts;
pub mod domain;
pub mod export;
pub mod indicators;
pub mod intake;
pub mod policy;
pub mod report;
pub mod sample;
pub mod text;
pub mod worker;

#[cfg(not(any(target_arch = "wasm32", fuzzing)))]
pub mod pack;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
