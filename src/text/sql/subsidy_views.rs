//! What the views of the subsidy answer: what is due, and how what was paid stands against it.

use super::{Words, words};

/// Every such view with its meaning.
pub(super) const VIEWS: &[(&str, Words)] = &[
    (
        "settlement_periods",
        words(
            "结息期，含起日不含止日",
            "Settlement periods, the last day not among them",
        ),
    ),
    (
        "subsidy_spells",
        words(
            "逐笔：计息期间、本金上下界、贴息利率和所缺资料",
            "Each loan: days in term, bounds of principal, rate subsidised, and what is lacking",
        ),
    ),
    (
        "subsidy_earlier",
        words(
            "逐笔：同户先放的贷款，先占限额",
            "Each loan: earlier loans of its household, which take of the limit first",
        ),
    ),
    (
        "subsidy_gaps",
        words(
            "逐笔：因先放贷款而不能确定者所缺资料",
            "Each loan: what an earlier loan lacks",
        ),
    ),
    (
        "subsidy_points",
        words(
            "逐笔：应贴本金可能变化的日期",
            "Each loan: days on which the principal subsidised may change",
        ),
    ),
    (
        "subsidy_stretches",
        words(
            "逐笔：应贴本金不变的各段",
            "Each loan: stretches of one principal",
        ),
    ),
    (
        "subsidy_principal",
        words(
            "逐笔逐段：限额以内的本金",
            "Each stretch: the principal below the household's limit",
        ),
    ),
    (
        "subsidy_coverage",
        words(
            "贴息明细所涉的日期",
            "The days that the subsidy table is about",
        ),
    ),
    (
        "subsidy_payments",
        words(
            "逐笔贴息：所付期间和贷款",
            "Each payment: its days and its loan",
        ),
    ),
    (
        "subsidy_sums",
        words(
            "逐笔逐期：本金乘天数，上下界",
            "Each loan and period: principal times days, between bounds",
        ),
    ),
    (
        "subsidy_due",
        words(
            "逐笔逐期：应贴息额，按 360 天和 365 天；上下界不等则未知",
            "Each loan and period: subsidy due by 360 and 365 days; unknown where the bounds differ",
        ),
    ),
    (
        "subsidy_sources",
        words(
            "逐笔：资金来源，清退前后",
            "Each loan: whose money, before and after removal",
        ),
    ),
    (
        "subsidy_terms",
        words(
            "逐笔：放款日适用的贴息参数",
            "Each loan: the parameters of subsidy in force on its day",
        ),
    ),
    (
        "subsidy_parts",
        words(
            "逐笔未付：明细所涉日期，按清退日分段",
            "Each loan paid nothing: the days covered, parted at the removal",
        ),
    ),
    (
        "subsidy_unpaid",
        words(
            "逐笔未付：有人承担贴息的日期",
            "Each loan paid nothing: days for which someone pays or may",
        ),
    ),
    (
        "subsidy_items",
        words(
            "逐笔逐期：应贴息额，按参数所定天数",
            "Each loan and period: subsidy due by the year that counts",
        ),
    ),
    (
        "subsidy_villages",
        words(
            "应贴息额按资金来源、行政村汇总",
            "Subsidy due by source of money and village",
        ),
    ),
    (
        "subsidy_village_periods",
        words(
            "应贴息额按资金来源、行政村、结息期汇总",
            "Subsidy due by source of money, village and period",
        ),
    ),
    (
        "subsidy_lacking",
        words(
            "贴息不能全部确定的贷款笔数，按所缺资料",
            "Loans of which not all can be told, by what would have to be known",
        ),
    ),
    (
        "subsidy_priced",
        words(
            "逐笔贴息：计息天数和限额以内的本金",
            "Each payment: its days and the principal below the limit",
        ),
    ),
    (
        "subsidy_measured",
        words(
            "逐笔贴息：应贴额、按所付天数额、期内额、限额内额",
            "Each payment: what was due, what its days come to, in term, below the limit",
        ),
    ),
    (
        "subsidy_judged",
        words(
            "逐笔贴息：与各应有数相比",
            "Each payment: how it compares with each",
        ),
    ),
    (
        "subsidy_in_order",
        words(
            "逐笔贴息：同一贷款按日期排列",
            "Payments of each loan in the order of their days",
        ),
    ),
    (
        "subsidy_twice",
        words(
            "重复贴息：每笔贷款首次重叠",
            "The first days paid for twice on each loan",
        ),
    ),
    (
        "subsidy_never_paid",
        words(
            "逐笔未付：应贴息额上下界",
            "Each loan paid nothing: what was due, between bounds",
        ),
    ),
    (
        "subsidy_missing",
        words(
            "逐笔未付：是否漏统",
            "Each loan paid nothing: whether something is missing",
        ),
    ),
    (
        "subsidy_by_loan",
        words(
            "逐笔贷款：贴息各项结论汇总",
            "Each loan: what was found of its payments",
        ),
    ),
    (
        "subsidy_faults",
        words(
            "已付与应付不符逐条",
            "Every way in which what was paid is not what was due",
        ),
    ),
    (
        "subsidy_fault_counts",
        words("已付与应付不符的笔数和金额", "Counts and amounts of these"),
    ),
    (
        "subsidy_unpaid_counts",
        words(
            "漏统和可能漏统，按银行",
            "Missing and perhaps missing, by lender",
        ),
    ),
    (
        "subsidy_placed",
        words(
            "逐笔贴息：所在结息期",
            "Each payment: its settlement period",
        ),
    ),
    (
        "subsidy_paid_totals",
        words(
            "已付贴息按银行、结息期汇总",
            "Subsidy paid by lender and period",
        ),
    ),
    (
        "subsidy_paid_villages",
        words("已付贴息按行政村汇总", "Subsidy paid by village"),
    ),
    (
        "subsidy_paid_village_periods",
        words(
            "已付贴息按行政村、结息期汇总",
            "Subsidy paid by village and period",
        ),
    ),
    (
        "subsidy_unplaced",
        words(
            "不在结息期内或找不到贷款的已付贴息",
            "Payments in no period, or on loans that no file has",
        ),
    ),
    (
        "subsidy_totals",
        words(
            "应贴息额按资金来源、银行、结息期汇总",
            "Subsidy due by source of money, lender and period",
        ),
    ),
    (
        "subsidy_payment_sums",
        words(
            "逐笔贴息：所付期间限额以内的本金乘天数",
            "Each payment: principal below the limit times days",
        ),
    ),
    (
        "subsidy_unpaid_sums",
        words(
            "逐笔未付：本金乘天数，上下界",
            "Each loan paid nothing: principal times days, between bounds",
        ),
    ),
];
