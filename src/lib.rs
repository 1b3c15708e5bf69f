//! Credit Atlas.

pub mod domain;
