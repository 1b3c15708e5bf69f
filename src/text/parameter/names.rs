//! The name of every parameter, in the sections of the page.

use crate::text::{Words, words};

/// A section of the page: its title, and its parameters by their names in files.
pub struct Section {
    /// Its title.
    pub title: Words,
    /// The parameters, each with its name.
    pub names: &'static [(&'static str, Words)],
}

/// All sections, in the order of the page.
pub const SECTIONS: &[Section] = &[
    Section {
        title: words("五级分类", "Classification"),
        names: CLASSIFICATION,
    },
    Section {
        title: words("状态与时限", "States and time limits"),
        names: STANDING,
    },
    Section {
        title: words(
            "续贷、展期与清退户",
            "Renewal, extension, removed households",
        ),
        names: DISPOSITION,
    },
    Section {
        title: words("放贷条件", "Conditions of lending"),
        names: LENDING,
    },
    Section {
        title: words("贴息", "Interest subsidy"),
        names: SUBSIDY,
    },
    Section {
        title: words("风险补偿", "Risk compensation"),
        names: COMPENSATION,
    },
    Section {
        title: words("预警与还款高峰", "Warnings and peaks"),
        names: WARNING,
    },
];

const CLASSIFICATION: &[(&str, Words)] = &[
    (
        "classification_rule",
        words("分类规则", "Rule set of classification"),
    ),
    (
        "special_mention_after_days",
        words("逾期多于几天至少关注", "Special mention after days"),
    ),
    (
        "substandard_after_days",
        words("逾期多于几天至少次级", "Substandard after days"),
    ),
    (
        "doubtful_after_days",
        words("逾期多于几天至少可疑", "Doubtful after days"),
    ),
    (
        "loss_after_days",
        words("逾期多于几天为损失", "Loss after days"),
    ),
    (
        "interest_arrears_count",
        words("欠息天数计入分类", "Days of interest arrears count"),
    ),
    (
        "technical_overdue_days",
        words("技术性逾期不计的天数", "Days of technical arrears left out"),
    ),
    (
        "restructured_floor",
        words(
            "重组贷款观察期内至少关注",
            "Restructured loans at least special mention",
        ),
    ),
    (
        "restructured_observation_months",
        words("重组贷款观察期", "Months a restructured loan is observed"),
    ),
];

const STANDING: &[(&str, Words)] = &[
    (
        "due_soon_days",
        words(
            "到期前几天列入提醒",
            "Days before maturity for the reminder list",
        ),
    ),
    (
        "non_performing_start",
        words("不良从哪天算起", "From which day a loan is non-performing"),
    ),
    (
        "buffer_longest_days",
        words("代偿缓冲期最长天数", "Longest buffer before payout, days"),
    ),
    (
        "look_into_within_days",
        words("逾期后几天内摸清情况", "Days to look into an overdue loan"),
    ),
    (
        "apply_within_days",
        words(
            "缓冲期满后几天内申请代偿",
            "Days to apply for payout after the buffer",
        ),
    ),
    (
        "pay_within_days",
        words(
            "申请后几天内拨付代偿",
            "Days to pay out after the application",
        ),
    ),
    (
        "remind_before_days",
        words(
            "到期前几天送达还款通知",
            "Days before maturity to serve notice",
        ),
    ),
];

const DISPOSITION: &[(&str, Words)] = &[
    (
        "renewal_last_signing_day",
        words(
            "续贷、展期最晚签订日",
            "Last day for signing a renewal or extension",
        ),
    ),
    ("most_renewals", words("续贷最多次数", "Most renewals")),
    ("most_extensions", words("展期最多次数", "Most extensions")),
    (
        "short_extension_percent",
        words(
            "一年以内贷款展期不超过原期限的",
            "Longest extension of a loan up to one year",
        ),
    ),
    (
        "medium_extension_percent",
        words(
            "一至五年贷款展期不超过原期限的",
            "Longest extension of a loan of one to five years",
        ),
    ),
    (
        "disaster_is_excused",
        words("因灾算非主观因素", "Disaster is no fault of their own"),
    ),
    (
        "illness_is_excused",
        words("因病算非主观因素", "Illness is no fault of their own"),
    ),
    (
        "failed_business_is_excused",
        words(
            "经营失败算非主观因素",
            "A failed business is no fault of their own",
        ),
    ),
    (
        "death_is_excused",
        words("死亡算非主观因素", "Death is no fault of their own"),
    ),
    (
        "removed_households",
        words(
            "清退户的贴息和分险",
            "Subsidy and risk sharing of removed households",
        ),
    ),
    (
        "unsupported_households",
        words(
            "脱贫不享受政策户的贴息和分险",
            "Subsidy and risk sharing of households without support",
        ),
    ),
];

const LENDING: &[(&str, Words)] = &[
    (
        "household_limit",
        words("单户贷款上限", "Most that a household may borrow"),
    ),
    (
        "subsidised_limit",
        words(
            "单户贴息和风险补偿上限",
            "Most that is subsidised and covered for a household",
        ),
    ),
    ("longest_term_months", words("最长期限", "Longest term")),
    (
        "rate_cap_kind",
        words("利率上限按哪种利率", "Which rate is the cap"),
    ),
    (
        "unregistered_may_borrow",
        words(
            "未建档的农户可以贷款",
            "Households never registered may borrow",
        ),
    ),
    (
        "youngest_age",
        words("借款人最低年龄", "Lowest age of a borrower"),
    ),
    (
        "oldest_age",
        words("借款人最高年龄", "Highest age of a borrower"),
    ),
    (
        "unregistered_may_borrow",
        words(
            "未建档的农户可以贷款",
            "Households not registered may borrow",
        ),
    ),
    (
        "enterprise_use_banned_from",
        words(
            "户贷企用从哪天起禁止新增",
            "Day from which enterprise use is banned",
        ),
    ),
    (
        "cluster_loans",
        words(
            "同村同行同日同额几笔以上视为疑似打包",
            "Loans alike that may be a package",
        ),
    ),
];

const SUBSIDY: &[(&str, Words)] = &[
    (
        "settlements_per_year",
        words("每年结息次数", "Settlements a year"),
    ),
    (
        "settlement_day_of_month",
        words("结息日", "Day of the month of settlement"),
    ),
    (
        "interest_year_days",
        words("一年按几天计息", "Days of a year of interest"),
    ),
    (
        "first_day_bears_interest",
        words("起息日计息", "The first day bears interest"),
    ),
    (
        "last_day_bears_interest",
        words("止息日计息", "The last day bears interest"),
    ),
    (
        "extension_is_subsidised",
        words("展期期间属贴息期限", "An extension is subsidised"),
    ),
    (
        "enterprise_use_is_subsidised",
        words(
            "户贷企用享受贴息和分险",
            "Enterprise use is subsidised and covered",
        ),
    ),
    (
        "subsidy_share",
        words("贴息比例", "Share of interest that is subsidised"),
    ),
    (
        "subsidy_rate_is_capped",
        words("贴息利率以利率上限为限", "The subsidised rate is capped"),
    ),
    (
        "subsidy_tolerance",
        words(
            "已付与应付贴息相差多少以内不计",
            "Difference of subsidy that is left out",
        ),
    ),
];

const COMPENSATION: &[(&str, Words)] = &[
    (
        "government_share",
        words(
            "风险补偿中政府承担比例",
            "Share of the government in compensation",
        ),
    ),
    (
        "claim_covers_interest",
        words("代偿包括利息", "A claim covers interest"),
    ),
    (
        "recovery_order",
        words("收回款的分配", "How recoveries are shared"),
    ),
    (
        "most_leverage",
        words(
            "贷款余额最多为风险补偿金的",
            "Most loans per yuan of the fund",
        ),
    ),
    (
        "fund_floor",
        words(
            "风险补偿金低于规定规模多少须补充",
            "Share of the prescribed fund below which it is filled up",
        ),
    ),
    (
        "fund_prescribed_size",
        words("风险补偿金的规定规模", "Prescribed size of the fund"),
    ),
    (
        "non_performing_stop_line",
        words(
            "不良率高于此线暂停放贷",
            "Non-performing rate at which lending stops",
        ),
    ),
];

const WARNING: &[(&str, Words)] = &[
    (
        "overdue_talk_line",
        words(
            "乡镇逾期率约谈线",
            "Overdue rate at which a township is summoned",
        ),
    ),
    (
        "overdue_warning_line",
        words("逾期率预警线", "Overdue rate of warning"),
    ),
    (
        "above_county_by",
        words(
            "明显高于平均水平：高出全县",
            "Clearly above average: above the county by",
        ),
    ),
    (
        "peak_percent_of_mean",
        words(
            "还款高峰：高于十二个月平均的",
            "Peak month: above the mean of twelve by",
        ),
    ),
];
