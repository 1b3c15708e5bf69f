//! What a person may set before the figures are worked out.

use serde::{Deserialize, Serialize};

use crate::policy::parameters::ParameterChoices;

/// 信用村: fewest matured loans of a village for a place in the order; a proposal of this program.
const FEWEST_MATURED_LOANS: u64 = 10;

/// The settings of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Villages with fewer matured loans than this are listed apart as 样本不足.
    pub minimum_matured_loans: u64,
    /// What was chosen of the table of parameters.
    pub parameters: ParameterChoices,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            minimum_matured_loans: FEWEST_MATURED_LOANS,
            parameters: ParameterChoices::default(),
        }
    }
}
