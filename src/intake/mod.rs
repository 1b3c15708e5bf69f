//! Bytes to typed columns. Every problem becomes a finding with file, line and column. May name domain; decides no policy.

pub mod as_of;
pub mod boundaries;
pub mod cache;
pub mod cell;
pub mod columns;
pub mod encoding;
pub mod faults;
pub mod file_read;
pub mod finding;
pub mod gazetteer;
pub mod header;
pub mod loans;
pub mod personal;
pub mod place;
pub mod recognise;
pub mod roster;
pub mod row;
pub mod scan;
pub mod session;
pub mod source;
pub mod table;
