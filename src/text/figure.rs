//! Headings of the page that tables to be taken away have not, or have with a unit.

use super::{Words, words};

pub const CLASS: Words = words("分类", "Class");
pub const BALANCE: Words = words("贷款余额", "Balance");
pub const DUE_30: Words = words("30 天内到期", "Due within 30 days");
pub const DUE_60: Words = words("60 天内到期", "Due within 60 days");
pub const DUE_90: Words = words("90 天内到期", "Due within 90 days");
pub const LOANS_SHARE: Words = words("笔数占比", "Share of loans");
pub const BALANCE_SHARE: Words = words("余额占比", "Share of balance");
pub const FALLING_DUE: Words = words("到期余额", "Balance falling due");
pub const OVERDUE_PART: Words = words("其中逾期", "Of this, overdue");
pub const IS_PEAK: Words = words("▲ 高峰", "▲ peak");
