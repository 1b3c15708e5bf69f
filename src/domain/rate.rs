//! The yearly interest rate of a loan.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A yearly interest rate in ten-thousandths of a percent: 4.75 % is 47 500.
/// Fine enough for a monthly rate of 3.9583 ‰ times twelve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnualRate(pub i32);

impl fmt::Display for AnnualRate {
    /// Percent with four decimals, trailing zeros beyond the second left out: `4.75`, `3.8561`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let whole = self.0.unsigned_abs() / 10_000;
        let rest = self.0.unsigned_abs() % 10_000;
        if rest.is_multiple_of(100) {
            write!(f, "{sign}{whole}.{:02}", rest / 100)
        } else {
            write!(f, "{sign}{whole}.{rest:04}")
        }
    }
}
