//! The table itself: every parameter, its values over time, its documents, and how sure each is.
//!
//! 放款日期 decides which entry holds, unless the rule that asks says otherwise. The first days of the later two
//! programmes are those from which loans were made under them as far as known; see each entry.

use serde::{Deserialize, Serialize};

use super::{Certainty, Definition, Entry, Preset, Unit, Ymd};

use Certainty::{Confirmed, Input, ToBeConfirmed};

macro_rules! parameters {
    ($($(#[doc = $meaning:literal])+ $name:ident $key:literal $unit:expr => [$($entry:expr),+ $(,)?],)*) => {
        /// A threshold that some rule asks for. The names are those of files and of the exports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Parameter {
            $($(#[doc = $meaning])+ #[serde(rename = $key)] $name,)*
        }

        impl Parameter {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Parameter] = &[$(Parameter::$name),*];

            /// Its name in files and exports.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Parameter::$name => $key,)*
                }
            }
        }

        /// The table, in the order of [`Parameter::ALL`].
        pub const DEFINITIONS: &[Definition] = &[
            $(Definition { parameter: Parameter::$name, unit: $unit, entries: &[$($entry),+] },)*
        ];
    };
}

const fn entry(
    preset: Preset,
    from: Option<Ymd>,
    value: Option<i64>,
    source: &'static str,
    certainty: Certainty,
) -> Entry {
    Entry {
        preset,
        from,
        value,
        source,
        certainty,
    }
}

/// From the beginning.
const fn first(value: i64, certainty: Certainty, source: &'static str) -> Entry {
    entry(Preset::Dachuan2019, None, Some(value), source, certainty)
}

/// To be given by the county.
const fn asked(source: &'static str) -> Entry {
    entry(Preset::Dachuan2019, None, None, source, Input)
}

/// Of the programme of 2021.
const fn from_2021(value: i64, certainty: Certainty, source: &'static str) -> Entry {
    entry(
        Preset::LiftedOut2021,
        Some((2021, 1, 1)),
        Some(value),
        source,
        certainty,
    )
}

/// Of the programme of 2026.
const fn from_2026(value: i64, certainty: Certainty, source: &'static str) -> Entry {
    entry(
        Preset::Assistance2026,
        Some((2026, 1, 1)),
        Some(value),
        source,
        certainty,
    )
}

/// Of the programme of 2026, whose text is not at hand.
const fn asked_2026() -> Entry {
    entry(
        Preset::Assistance2026,
        Some((2026, 1, 1)),
        None,
        NOTICE_2026,
        Input,
    )
}

const SEED_BUFFER: &str = "达川脱贫攻坚办〔2019〕90号 三(三)";
const SICHUAN_2019: &str = "川扶贫发〔2019〕2号（据青川县转发件）";
const NOTICE_24: &str = "银保监发〔2019〕24号";
const NOTICE_6: &str = "银保监发〔2021〕6号";
const NOTICE_2026: &str = "《关于做好帮扶小额信贷工作的通知》（2026年，全文未见）";
const MEASURES_2023: &str = "银保监会、人民银行令〔2023〕第1号 第九至十二条";
const PROPOSAL: &str = "本程序提议，无文件依据";
const NOT_FOUND: &str = "未见文件规定，由县填写";

parameters! {
    /// 五级分类采用哪套规则
    ClassificationRule "classification_rule" Unit::Choice(4) => [first(0, Confirmed, MEASURES_2023)],
    /// 逾期多于此天数，至少关注
    SpecialMentionAfterDays "special_mention_after_days" Unit::Days => [first(0, Confirmed, MEASURES_2023)],
    /// 逾期多于此天数，至少次级
    SubstandardAfterDays "substandard_after_days" Unit::Days => [first(90, Confirmed, MEASURES_2023)],
    /// 逾期多于此天数，至少可疑
    DoubtfulAfterDays "doubtful_after_days" Unit::Days => [first(270, Confirmed, MEASURES_2023)],
    /// 逾期多于此天数，损失
    LossAfterDays "loss_after_days" Unit::Days => [first(360, Confirmed, MEASURES_2023)],
    /// 欠息天数也计入分类，两者取较长
    InterestArrearsCount "interest_arrears_count" Unit::Flag => [first(1, Confirmed, "银保监会、人民银行令〔2023〕第1号：本金、利息或收益逾期")],
    /// 因操作或技术原因的短期逾期，不超过此天数的不计
    TechnicalOverdueDays "technical_overdue_days" Unit::Days => [first(0, ToBeConfirmed, "银保监会、人民银行令〔2023〕第1号，七天之说凭记忆，默认不用")],
    /// 重组贷款在观察期内至少关注
    RestructuredFloor "restructured_floor" Unit::Flag => [first(0, ToBeConfirmed, "银保监会、人民银行令〔2023〕第1号 重组资产，凭记忆，默认不用")],
    /// 重组贷款的观察期
    RestructuredObservationMonths "restructured_observation_months" Unit::Months => [first(12, ToBeConfirmed, "银保监会、人民银行令〔2023〕第1号 重组资产，凭记忆；另有六个月之说")],

    /// 到期前多少天内列入到期提醒
    DueSoonDays "due_soon_days" Unit::Days => [first(90, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(一) 只提出还款提醒，未定天数")],
    /// 不良从哪天算起：0 以银行认定日为先，1 只按天数推算
    NonPerformingStart "non_performing_start" Unit::Choice(2) => [first(0, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(三) 未说明缓冲期起算日")],
    /// 代偿缓冲期最长天数
    BufferLongestDays "buffer_longest_days" Unit::Days => [first(60, Confirmed, SEED_BUFFER)],
    /// 逾期后多少天内须摸清原因、能力和意愿
    LookIntoWithinDays "look_into_within_days" Unit::Days => [asked("达川脱贫攻坚办〔2019〕90号 三(一) 要求逐笔摸清，未定天数")],
    /// 缓冲期满后多少天内须申请代偿
    ApplyWithinDays "apply_within_days" Unit::Days => [asked("达川脱贫攻坚办〔2019〕90号 二(二)3 要求限时办结，未定天数")],
    /// 申请代偿后多少天内须代偿
    PayWithinDays "pay_within_days" Unit::Days => [asked("达川脱贫攻坚办〔2019〕90号 二(二)3 要求限时办结，未定天数")],
    /// 到期前多少天送达还款通知
    RemindBeforeDays "remind_before_days" Unit::Days => [first(30, ToBeConfirmed, "黄门镇、汤泉乡：到期前一个月送到期通知书")],

    /// 续贷合同最晚签订日
    RenewalLastSigningDay "renewal_last_signing_day" Unit::Day => [
        first(18_627, Confirmed, "川扶贫发〔2019〕2号：贷款合同和展期协议签订日不晚于2020年12月31日"),
        from_2021(20_453, ToBeConfirmed, "银保监发〔2021〕6号，过渡期到2025年12月31日"),
        asked_2026(),
    ],
    /// 续贷最多次数
    MostRenewals "most_renewals" Unit::Count => [first(1, ToBeConfirmed, "银保监发〔2019〕24号续贷次数未见原文"), from_2021(1, ToBeConfirmed, NOTICE_6), asked_2026()],
    /// 展期最多次数
    MostExtensions "most_extensions" Unit::Count => [first(1, ToBeConfirmed, "银保监发〔2019〕24号展期次数未见原文"), from_2021(1, ToBeConfirmed, NOTICE_6), asked_2026()],
    /// 短期贷款（一年以内）展期不超过原期限的百分之几
    ShortExtensionPercent "short_extension_percent" Unit::Percent => [first(10_000, ToBeConfirmed, "《贷款通则》，凭记忆")],
    /// 中期贷款（一至五年）展期不超过原期限的百分之几
    MediumExtensionPercent "medium_extension_percent" Unit::Percent => [first(5_000, ToBeConfirmed, "《贷款通则》，凭记忆")],
    /// 因灾算非主观因素
    DisasterIsExcused "disaster_is_excused" Unit::Flag => [first(1, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(二) 只说非主观因素")],
    /// 因病算非主观因素
    IllnessIsExcused "illness_is_excused" Unit::Flag => [first(1, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(二) 只说非主观因素")],
    /// 经营失败算非主观因素
    FailedBusinessIsExcused "failed_business_is_excused" Unit::Flag => [asked("达川脱贫攻坚办〔2019〕90号 三(二) 只说非主观因素")],
    /// 死亡算非主观因素
    DeathIsExcused "death_is_excused" Unit::Flag => [first(1, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(二) 只说非主观因素")],
    /// 清退户的贴息和分险：0 其他资金，1 与其他户相同，2 不享受
    RemovedHouseholds "removed_households" Unit::Choice(3) => [first(0, Confirmed, "达川脱贫攻坚办〔2019〕90号 二(二)5"), from_2021(0, ToBeConfirmed, "各县做法不同：通许不享受，北川相同")],

    /// 脱贫不享受政策户的贴息和分险：0 其他资金，1 与其他户相同，2 不享受
    UnsupportedHouseholds "unsupported_households" Unit::Choice(3) => [asked("各县做法不同：通许2025年放款日已是脱贫不享受政策户的不贴息，北川含动态调出农户，达川未说明")],
    /// 户贷企用贷款享受贴息和分险
    EnterpriseUseIsSubsidised "enterprise_use_is_subsidised" Unit::Flag => [asked("甘肃2018年答问：户贷企用省财政不再贴息；达川脱贫攻坚办〔2019〕90号 二(二)6 未说明")],

    /// 单户贷款上限，户内多人合并计算
    HouseholdLimit "household_limit" Unit::Money => [first(5_000_000, Confirmed, SICHUAN_2019), from_2021(10_000_000, Confirmed, "银保监发〔2021〕6号：5万元，确有需要可追加到10万元"), from_2026(10_000_000, ToBeConfirmed, NOTICE_2026)],
    /// 单户享受贴息和风险补偿的上限
    SubsidisedLimit "subsidised_limit" Unit::Money => [first(5_000_000, Confirmed, SICHUAN_2019), from_2021(5_000_000, Confirmed, "银保监发〔2021〕6号：5万元以上部分不贴息，不纳入风险补偿"), asked_2026()],
    /// 最长期限，展期和无还本续贷不重复计算
    LongestTermMonths "longest_term_months" Unit::Months => [first(36, Confirmed, SICHUAN_2019), from_2021(36, Confirmed, NOTICE_6), asked_2026()],
    /// 利率上限按哪种利率：0 基准利率，1 贷款市场报价利率
    RateCapKind "rate_cap_kind" Unit::Choice(2) => [first(0, Confirmed, "达川脱贫攻坚办〔2019〕90号 二(二)2：严禁超基准利率"), from_2021(1, Confirmed, NOTICE_6), asked_2026()],
    /// 未建档的农户可以贷款
    UnregisteredMayBorrow "unregistered_may_borrow" Unit::Flag => [first(0, Confirmed, NOTICE_24), from_2021(0, Confirmed, NOTICE_6), asked_2026()],
    /// 借款人最低年龄
    YoungestAge "youngest_age" Unit::Years => [first(18, Confirmed, NOTICE_24), from_2021(18, Confirmed, NOTICE_6), asked_2026()],
    /// 借款人最高年龄
    OldestAge "oldest_age" Unit::Years => [first(65, Confirmed, NOTICE_24), from_2021(65, Confirmed, NOTICE_6), asked_2026()],
    /// 户贷企用从哪天起禁止新增
    EnterpriseUseBannedFrom "enterprise_use_banned_from" Unit::Day => [asked("国务院扶贫办禁止户贷企用（2017至2018年），文号和日期未见")],
    /// 同村同行同日同额多少笔以上视为疑似打包
    ClusterLoans "cluster_loans" Unit::Count => [first(10, ToBeConfirmed, PROPOSAL)],

    /// 每年结息几次
    SettlementsPerYear "settlements_per_year" Unit::Count => [first(4, Confirmed, "景东2020年二季度结息公示；佛坪按季")],
    /// 结息日是几号
    SettlementDayOfMonth "settlement_day_of_month" Unit::Count => [first(21, ToBeConfirmed, "景东结息至2020年6月21日止；甘肃为12月20日")],
    /// 一年按多少天计息：360 或 365
    InterestYearDays "interest_year_days" Unit::Count => [first(360, ToBeConfirmed, "贴息办法原文未见，银行惯例")],
    /// 起息日计息
    FirstDayBearsInterest "first_day_bears_interest" Unit::Flag => [first(1, ToBeConfirmed, "银行惯例：算头不算尾")],
    /// 止息日计息
    LastDayBearsInterest "last_day_bears_interest" Unit::Flag => [first(0, ToBeConfirmed, "银行惯例：算头不算尾")],
    /// 贴息比例
    SubsidyShare "subsidy_share" Unit::Percent => [first(10_000, Confirmed, "基准利率全额贴息"), from_2021(10_000, ToBeConfirmed, "各地不同：青阳2024年起70%"), asked_2026()],
    /// 展期期间属贴息期限
    ExtensionIsSubsidised "extension_is_subsidised" Unit::Flag => [first(1, ToBeConfirmed, "银保监发〔2020〕28号（据转载）：含续贷、展期，合同期内各项政策不变"), from_2021(1, ToBeConfirmed, NOTICE_6), asked_2026()],
    /// 贴息利率以利率上限为限
    SubsidyRateIsCapped "subsidy_rate_is_capped" Unit::Flag => [first(1, Confirmed, "基准利率以内贴息"), from_2021(1, ToBeConfirmed, NOTICE_6)],
    /// 已付与应付贴息相差多少以内不计
    SubsidyTolerance "subsidy_tolerance" Unit::Money => [first(100, ToBeConfirmed, PROPOSAL)],

    /// 风险补偿中政府承担比例
    GovernmentShare "government_share" Unit::Percent => [asked("达川脱贫攻坚办〔2019〕90号 三(三) 未说明；旺苍六四，黄平七三，南澳八二")],
    /// 代偿是否包括利息
    ClaimCoversInterest "claim_covers_interest" Unit::Flag => [asked("达川脱贫攻坚办〔2019〕90号 三(三) 未说明；黄平为本息")],
    /// 收回款先还银行债权还是按比例：0 先还银行，1 按比例
    RecoveryOrder "recovery_order" Unit::Choice(2) => [first(0, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 三(三)：扣除费用和银行相应债权后补偿基金")],
    /// 贷款余额最多为风险补偿金的几倍
    MostLeverage "most_leverage" Unit::Times => [first(10, ToBeConfirmed, "旺苍、广西、涪陵均为十倍，达川未说明")],
    /// 风险补偿金低于规定规模的百分之几须补充
    FundFloor "fund_floor" Unit::Percent => [first(2_000, ToBeConfirmed, "甘财金〔2021〕23号")],
    /// 风险补偿金的规定规模
    FundPrescribedSize "fund_prescribed_size" Unit::Money => [asked(NOT_FOUND)],
    /// 不良率高于此线暂停放贷
    NonPerformingStopLine "non_performing_stop_line" Unit::Percent => [first(300, ToBeConfirmed, "黄平县特惠贷风险补偿办法：3%")],

    /// 乡镇逾期率约谈线
    OverdueTalkLine "overdue_talk_line" Unit::Percent => [first(300, ToBeConfirmed, "国务院扶贫办2018年约谈所用，原文未见")],
    /// 逾期率预警线
    OverdueWarningLine "overdue_warning_line" Unit::Percent => [first(100, ToBeConfirmed, "安庆2019年预警线")],
    /// 明显高于平均水平：高出全县多少个百分点
    AboveCountyBy "above_county_by" Unit::Percent => [asked("达川脱贫攻坚办〔2019〕90号 三(一) 只说明显高于平均水平")],

    /// 还款高峰：高于十二个月平均的百分之几
    PeakPercentOfMean "peak_percent_of_mean" Unit::Percent => [first(15_000, ToBeConfirmed, "达川脱贫攻坚办〔2019〕90号 一(一) 只提出应对还款高峰期，未定标准")],
}
