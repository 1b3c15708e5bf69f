//! Bytes to typed columns. Every problem becomes a finding with file, line and column. May name domain; decides no policy.

pub mod finding;
