//! Why a figure is not there.

use crate::report::Missing;

use super::{Words, words};

/// The reason, short enough for a cell of a table.
pub fn reason(missing: Missing) -> Words {
    match missing {
        Missing::NothingToDivideBy => words("分母为零", "Nothing to divide by"),
        Missing::NoRoster => words("未放入花名册", "No roster was given"),
        Missing::NoLoans => words("未放入贷款台账", "No loan file was given"),
        Missing::NoPayoutSum => words("有代偿未给金额，待核实", "A payout has no sum"),
        Missing::NoSettlementDate => words("缺结清日期，待核实", "Settlement dates are missing"),
    }
}
