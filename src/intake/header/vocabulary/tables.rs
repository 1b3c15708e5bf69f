//! Words for the columns of the small tables: villages, places, targets, funds, subsidies, rates, reported totals.

use crate::domain::Field;

/// The words for each meaning, the commonest first.
pub(super) const TABLES: &[(Field, &[&str])] = &[
    (
        Field::AllHouseholds,
        &["农户总数", "总户数", "农户数", "all_households"],
    ),
    (
        Field::RegisteredHouseholds,
        &[
            "建档户数",
            "建档立卡户数",
            "建档农户数",
            "registered_households",
        ],
    ),
    (
        Field::CreditHouseholds,
        &["信用户数", "信用户", "credit_households"],
    ),
    (
        Field::PlaceCode,
        &[
            "行政区划代码",
            "区划代码",
            "村代码",
            "代码",
            "place_code",
            "code",
        ],
    ),
    (
        Field::PlaceName,
        &["区划名称", "地名", "名称", "place_name", "name"],
    ),
    (
        Field::ParentCode,
        &["上级区划代码", "上级代码", "parent_code", "parent"],
    ),
    (
        Field::PlaceLevel,
        &["行政级别", "级别", "层级", "place_level", "level"],
    ),
    (Field::Year, &["年度", "年份", "year"]),
    (
        Field::Successor,
        &[
            "撤并后区划代码",
            "撤并后代码",
            "后继代码",
            "并入代码",
            "继任代码",
            "successor",
        ],
    ),
    (
        Field::TargetAmount,
        &[
            "目标",
            "目标金额",
            "目标任务",
            "年度目标",
            "投放目标",
            "计划投放金额",
            "target_amount",
            "target",
            "target_wan",
        ],
    ),
    (
        Field::FundBalance,
        &[
            "风险补偿金余额",
            "风险补偿基金余额",
            "基金余额",
            "分险基金余额",
            "风险补偿金",
            "fund_balance",
        ],
    ),
    (
        Field::PeriodStart,
        &["计息起日", "计息开始日期", "贴息开始日期", "period_start"],
    ),
    (
        Field::PeriodEnd,
        &["计息止日", "计息结束日期", "贴息结束日期", "period_end"],
    ),
    (
        Field::SubsidyDays,
        &["计息天数", "贴息天数", "天数", "subsidy_days", "days"],
    ),
    (
        Field::SubsidyAmount,
        &["贴息金额", "贴息额", "subsidy_amount"],
    ),
    (Field::FundSource, &["资金来源", "fund_source"]),
    (Field::Amount, &["金额", "amount"]),
    (
        Field::EffectiveFrom,
        &["执行日期", "生效日期", "effective_from"],
    ),
    (
        Field::RateOneYear,
        &[
            "一年期利率",
            "一年期",
            "1年期",
            "一年期lpr",
            "1年期lpr",
            "rate_one_year",
            "rate_1y",
            "rate_1y_pct",
        ],
    ),
    (
        Field::RateFiveYears,
        &[
            "五年期以上利率",
            "五年期以上",
            "五年期",
            "5年期以上",
            "五年期以上lpr",
            "5年期以上lpr",
            "rate_five_years",
            "rate_5y",
            "rate_5y_plus_pct",
        ],
    ),
    (
        Field::RateKind,
        &["利率种类", "利率类型", "rate_kind", "kind"],
    ),
    (
        Field::LoanCount,
        &["贷款笔数", "有余额贷款笔数", "笔数", "loan_count", "loans"],
    ),
    (
        Field::CumulativeLending,
        &["累计投放额度", "cumulative_lending"],
    ),
    (Field::NewLending, &["新增投放额", "new_lending"]),
    (Field::NetIncrease, &["净增额", "net_increase"]),
    (
        Field::ChangeOnYear,
        &["较去同期增减", "较去年同期增减", "change_on_year"],
    ),
    (Field::GrowthOnYear, &["同比增速", "growth_on_year"]),
    (
        Field::ChangeOnYearStart,
        &["较年初增减", "change_on_year_start"],
    ),
    (
        Field::GrowthOnYearStart,
        &["较年初增速", "growth_on_year_start"],
    ),
    (
        Field::WeightedInterestRate,
        &["贷款加权平均利率", "weighted_interest_rate"],
    ),
    (
        Field::PeopleHelped,
        &["支持带动贫困人口数", "people_helped"],
    ),
    (
        Field::CreditLinePerHousehold,
        &["户均授信额度", "credit_line_per_household"],
    ),
    (
        Field::LoanPerHousehold,
        &["户均贷款额度", "loan_per_household"],
    ),
    (Field::OverdueLoanCount, &["逾期笔数", "overdue_loan_count"]),
    (Field::ArrearsLoanCount, &["欠息笔数", "arrears_loan_count"]),
];
