//! Credit Atlas.
pub mod sample;
