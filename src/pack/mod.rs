//! The packer: from this crate to one HTML file. Native only; it may name no layer of the page, and computes no figure.
//!
//! The way, one file each: [`toolchain`] finds a compiler that can build for wasm32 (and [`install`]s what is missing),
//! [`standard_library`] builds `std` once with the features old browsers know, [`compile`] builds the crate,
//! [`bindgen`] makes the glue, [`inspect`] reads the bytes that will be shipped, [`page`] puts all into one file.

pub mod analyze;
pub mod bindgen;
pub mod command;
pub mod compile;
pub mod dense;
pub mod error;
pub mod fuzz;
pub mod inspect;
pub mod install;
pub mod page;
pub mod places;
pub mod sample;
pub mod sql;
pub mod standard_library;
pub mod terminal;
pub mod toolchain;

use std::path::PathBuf;

pub use error::SetupError;
use places::Places;

/// Builds `dist/credit-atlas.html` where it is missing or out of date, and returns its path.
///
/// Safe to call from several threads and processes at once: the later ones wait and then find it done.
///
/// # Errors
/// A [`SetupError`] whose sentence names what is missing and the command to run.
pub fn page() -> Result<PathBuf, SetupError> {
    let places = Places::of_this_crate()?;
    let _turn = places.wait_for_turn("page")?;
    let wasm = compile::page(&places)?;
    page::bring_up_to_date(&places, &wasm)
}

/// Runs clippy over what the browser gets, with warnings denied.
///
/// # Errors
/// A [`SetupError`] if the tools cannot be had, or if clippy has something to say.
pub fn lint() -> Result<(), SetupError> {
    let places = Places::of_this_crate()?;
    let _turn = places.wait_for_turn("page")?;
    compile::lint(&places)
}
