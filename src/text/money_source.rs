//! The names of the sources of money for subsidy and risk sharing.

use crate::report::policy::MoneySource;

use super::{Words, words};

/// The name of a source of money.
pub fn name(source: MoneySource) -> Words {
    match source {
        MoneySource::PovertyRelief => words("财政扶贫资金", "Poverty-relief funds"),
        MoneySource::Other => words("其他资金", "Other money"),
        MoneySource::Nobody => words("不享受", "Not entitled"),
        MoneySource::Unknown => words("来源待核实", "Source not known"),
    }
}
