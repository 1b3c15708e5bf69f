//! What a person may set before the figures are worked out.

use serde::{Deserialize, Serialize};

use crate::policy::parameters::FEWEST_MATURED_LOANS;

/// The settings of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Villages with fewer matured loans than this are listed apart as 样本不足.
    pub minimum_matured_loans: u64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            minimum_matured_loans: FEWEST_MATURED_LOANS.value.unsigned_abs(),
        }
    }
}
