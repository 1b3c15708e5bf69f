//! Counts, money and rates by group, the maturity ladder and the order of villages. May name domain, policy, statistics; formats nothing.

pub mod calendar;
pub mod checks;
pub mod collection;
pub mod compensation;
pub mod compute;
pub mod concentration;
pub mod credit_village;
pub mod dispositions;
pub mod enterprises;
pub mod figures;
pub mod grouped;
pub mod households;
pub mod ladder;
pub mod peaks;
pub mod ranking;
pub mod rate;
pub mod subsidy;
pub mod tally;
