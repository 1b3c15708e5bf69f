//! Bytes to typed columns. Every problem becomes a finding with file, line and column. May name domain; decides no policy.

pub mod cell;
pub mod encoding;
pub mod finding;
pub mod header;
pub mod personal;
pub mod recognise;
pub mod scan;
