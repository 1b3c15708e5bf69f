//! Words of what stands beside columns and rows: units and counts under a header, short names under a group, notes below.

use crate::intake::finding::Unit;

/// Headers that tell what they name only together with the group above them: 名称 under 借款人.
pub(in crate::intake) const SHORT_NAMES: &[&str] =
    &["名称", "名", "号", "号码", "编号", "代码", "证件"];

/// What stands beside the numbers in a row that counts the columns.
pub(in crate::intake) const BESIDE_COUNTS: &[&str] =
    &["甲", "乙", "丙", "丁", "戊", "己", "栏次", "序号", "列号"];

/// What a row of units below a header holds.
pub(in crate::intake) const UNITS: &[&str] =
    &["元", "万元", "%", "‰", "户", "人", "笔", "天", "月", "个"];

/// What notes below a table begin with, in plain forms.
pub(in crate::intake) const NOTES: &[&str] =
    &["注:", "备注:", "说明:", "附注:", "注1", "注一", "注."];

/// What notes that name a person contain.
pub(in crate::intake) const OF_PERSONS: &[&str] = &[
    "制表",
    "审核",
    "复核",
    "负责",
    "联系",
    "经办",
    "主管",
    "填表",
    "填报人",
    "签字",
    "签名",
];

/// The unit of money that a cell of a row of units names.
pub(in crate::intake) fn unit_of_money(cell: &str) -> Option<Unit> {
    match () {
        () if cell.contains("万元") => Some(Unit::TenThousandYuan),
        () if cell.contains('元') => Some(Unit::Yuan),
        () => None,
    }
}
