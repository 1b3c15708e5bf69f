//! Credit Atlas.

pub mod domain;
pub mod indicators;
pub mod intake;
pub mod report;
pub mod worker;
