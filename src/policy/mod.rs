//! The rules of the day, one file each, and their dated, cited parameters. May name domain; holds no floating point and never asks the day.

pub mod assumption;
pub mod book;
pub mod classification;
pub mod compensation;
pub mod days_past_due;
pub mod disposition;
pub mod money_source;
pub mod parameters;
pub mod purposes;
pub mod rate_cap;
pub mod rules;
pub mod standing;
pub mod subsidy;
pub mod verdict;
