//! Credit Atlas.

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

#[cfg(not(target_arch = "wasm32"))]
pub mod pack;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
