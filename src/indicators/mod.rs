//! Counts, money and rates by group, the maturity ladder and the order of villages. May name domain, policy, statistics; formats nothing.

pub mod rate;
