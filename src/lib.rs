//! Credit Atlas.

pub mod charts;
pub mod domain;
pub mod export;
pub mod indicators;
pub mod intake;
pub mod report;
pub mod text;
pub mod worker;

#[cfg(target_arch = "wasm32")]
pub mod platform;
