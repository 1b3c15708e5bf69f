//! Words for the columns that say what became of a loan: overdue, renewed, paid out, recovered, subsidised.

use crate::domain::Field;

/// The words for each meaning, the commonest first.
pub(super) const HANDLING: &[(Field, &[&str])] = &[
    (
        Field::CalculatedRiskClass,
        &["测算五级分类", "calculated_risk_class"],
    ),
    (
        Field::HiddenNonPerforming,
        &["隐性不良", "hidden_non_performing"],
    ),
    (
        Field::HouseholdMixedClass,
        &["一户多形态", "household_mixed_class"],
    ),
    (Field::HouseholdBalance, &["单户余额", "household_balance"]),
    (
        Field::OverduePrincipal,
        &[
            "逾期贷款金额",
            "逾期金额",
            "逾期本金",
            "逾期贷款余额",
            "逾期余额",
            "overdue_principal",
            "overdue",
        ],
    ),
    (Field::OverdueDays, &["逾期天数", "overdue_days"]),
    (
        Field::OverdueSince,
        &["逾期日期", "贷款逾期时间", "逾期时间", "overdue_since"],
    ),
    (
        Field::InterestArrears,
        &["欠息金额", "欠息", "表内欠息", "interest_arrears"],
    ),
    (
        Field::InterestArrearsSince,
        &[
            "最早欠息日期",
            "欠息时间",
            "欠息日期",
            "interest_arrears_since",
        ],
    ),
    (
        Field::LastInterestDate,
        &["上次结息日", "last_interest_date"],
    ),
    (
        Field::RenewalKind,
        &["续贷展期", "续贷展期类型", "renew_kind", "renewal_kind"],
    ),
    (Field::Renewed, &["是否续贷", "是否无还本续贷", "renewed"]),
    (Field::Extended, &["是否展期", "extended"]),
    (
        Field::RenewalCount,
        &[
            "续贷次数",
            "展期次数",
            "续贷展期次数",
            "renew_count",
            "renewal_count",
        ],
    ),
    (
        Field::RenewedFrom,
        &["原借据号", "原借据编号", "renewed_from"],
    ),
    (
        Field::RepaidTotal,
        &["偿还贷款金额", "已还本金", "repaid_total"],
    ),
    (Field::Ability, &["还款能力", "ability"]),
    (Field::Willingness, &["还款意愿", "willingness"]),
    (Field::Cause, &["逾期原因", "未还原因", "cause"]),
    (
        Field::EnterpriseUse,
        &["是否户贷企用", "户贷企用", "enterprise_use"],
    ),
    (
        Field::EnterpriseCode,
        &["用款企业", "使用主体", "enterprise_code"],
    ),
    (
        Field::NonPerformingDate,
        &[
            "不良认定日",
            "不良认定日期",
            "不良日期",
            "non_performing_date",
        ],
    ),
    (
        Field::BufferStart,
        &[
            "缓冲期开始",
            "缓冲期开始日",
            "缓冲期开始日期",
            "buffer_start",
        ],
    ),
    (
        Field::PayoutAppliedDate,
        &["代偿申请日期", "payout_applied_date"],
    ),
    (Field::PayoutDate, &["代偿日期", "payout_date"]),
    (
        Field::PayoutByGovernment,
        &["政府分险金额", "payout_by_government"],
    ),
    (Field::PayoutByBank, &["银行承担金额", "payout_by_bank"]),
    (
        Field::RecoveredAfterPayout,
        &["代偿后收回金额", "recovered_after_payout"],
    ),
    (Field::RecoveryCost, &["清收费用", "recovery_cost"]),
    (
        Field::InsurancePaid,
        &["保险赔付", "保险赔付金额", "理赔金额", "insurance_paid"],
    ),
    (
        Field::SubsidyTotal,
        &["累计贴息金额", "累计贴息", "已贴息金额", "subsidy_total"],
    ),
    (
        Field::Subsidised,
        &["是否财政贴息", "是否贴息", "subsidised"],
    ),
    (
        Field::LastCollectionDate,
        &["最近催收日期", "最近催收日", "last_collection_date"],
    ),
    (Field::CollectionCount, &["催收次数", "collection_count"]),
    (Field::EarlierBalance, &["原有余额", "earlier_balance"]),
    (
        Field::EarlierOverdue,
        &["原有贷款是否逾期", "earlier_overdue"],
    ),
    (
        Field::EarlierOverduePrincipal,
        &["原有逾期金额", "earlier_overdue_principal"],
    ),
    (
        Field::EarlierOverdueSince,
        &["原有逾期时间", "earlier_overdue_since"],
    ),
    (
        Field::EarlierInterestArrears,
        &["原有欠息金额", "earlier_interest_arrears"],
    ),
];
