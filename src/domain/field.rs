//! What a column can mean and what its cells hold. The words the files use for it stand in `intake::header`.

mod content;
mod kind;

use serde::{Deserialize, Serialize};

pub use content::Content;
pub use kind::FileKind;

/// The meaning of a column, whether its cells are read or only known to be of no use here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 借据号
    LoanNumber,
    /// 户编号
    HouseholdNumber,
    /// 人编号
    PersonNumber,
    /// 出生年份 of the borrower: the year alone, which names nobody
    BirthYear,
    /// 乡镇
    Township,
    /// 行政村
    Village,
    /// 行政村组
    VillageAndGroup,
    /// 村民小组
    VillagerGroup,
    /// 承贷银行
    Lender,
    /// 支行
    Branch,
    /// 机构代码
    LenderCode,
    /// 业务品种
    Product,
    /// 贷款金额
    DisbursedPrincipal,
    /// 贷款余额
    OutstandingPrincipal,
    /// 放款日期
    DisbursementDate,
    /// 到期日期
    MaturityDate,
    /// 展期到期日
    ExtendedMaturityDate,
    /// 贷款期限
    Term,
    /// 执行利率
    AnnualInterestRate,
    /// 逾期利率
    PenaltyRate,
    /// 是否启用贷款市场报价利率
    UsesPrimeRate,
    /// 利率加点
    BasisPoints,
    /// 担保方式
    Guarantee,
    /// 贷款用途
    Purpose,
    /// 还款方式
    RepaymentMethod,
    /// 五级分类
    RiskClass,
    /// 测算五级分类
    CalculatedRiskClass,
    /// 隐性不良
    HiddenNonPerforming,
    /// 一户多形态
    HouseholdMixedClass,
    /// 逾期金额
    OverduePrincipal,
    /// 逾期天数
    OverdueDays,
    /// 逾期日期
    OverdueSince,
    /// 欠息金额
    InterestArrears,
    /// 欠息日期
    InterestArrearsSince,
    /// 上次结息日
    LastInterestDate,
    /// 续贷展期
    RenewalKind,
    /// 是否续贷
    Renewed,
    /// 是否展期
    Extended,
    /// 续贷次数
    RenewalCount,
    /// 原借据号
    RenewedFrom,
    /// 结清日期
    SettlementDate,
    /// 已还本金
    RepaidTotal,
    /// 贷款状态
    Status,
    /// 还款能力
    Ability,
    /// 还款意愿
    Willingness,
    /// 逾期原因
    Cause,
    /// 是否户贷企用
    EnterpriseUse,
    /// 用款企业
    EnterpriseCode,
    /// 不良认定日
    NonPerformingDate,
    /// 缓冲期开始
    BufferStart,
    /// 代偿申请日期
    PayoutAppliedDate,
    /// 代偿日期
    PayoutDate,
    /// 政府分险金额
    PayoutByGovernment,
    /// 银行承担金额
    PayoutByBank,
    /// 代偿后收回金额
    RecoveredAfterPayout,
    /// 清收费用
    RecoveryCost,
    /// 保险赔付
    InsurancePaid,
    /// 累计贴息金额
    SubsidyTotal,
    /// 是否贴息
    Subsidised,
    /// 最近催收日期
    LastCollectionDate,
    /// 催收次数
    CollectionCount,
    /// 数据日期
    AsOf,
    /// 单户余额
    HouseholdBalance,
    /// 序号
    RowNumber,
    /// 备注
    Note,
    /// 原有余额
    EarlierBalance,
    /// 原有贷款是否逾期
    EarlierOverdue,
    /// 原有逾期金额
    EarlierOverduePrincipal,
    /// 原有逾期时间
    EarlierOverdueSince,
    /// 原有欠息金额
    EarlierInterestArrears,
    /// 授信金融机构
    CreditLender,
    /// 授信时间
    CreditDate,
    /// 应贷未贷识别
    EligibleWithoutLoan,
    /// 县
    County,
    /// 户主个人编号
    HeadPersonNumber,
    /// 与户主关系
    RelationToHead,
    /// 家庭人口数
    FamilySize,
    /// 脱贫属性
    PovertyStatus,
    /// 贫困户属性
    HouseholdType,
    /// 监测对象类别
    MonitorType,
    /// 风险是否消除
    MonitorState,
    /// 首次识别时间
    IdentifiedOn,
    /// 脱贫年度
    ExitYear,
    /// 清退时间
    RemovedOn,
    /// 劳动力人数
    LabourCount,
    /// 劳动技能
    LabourSkill,
    /// 信用等级
    CreditGrade,
    /// 授信额度
    CreditLine,
    /// 贷款意愿
    LoanWish,
    /// 致贫原因
    PovertyCause,
    /// 文化程度
    Education,
    /// 在校生状况
    SchoolAttendance,
    /// 务工状况
    WorkStatus,
    /// 务工时间
    WorkMonths,
    /// 危房户
    UnsafeHouse,
    /// 饮水安全
    SafeWater,
    /// 饮水困难
    WaterShortage,
    /// 人均纯收入
    IncomePerHead,
    /// 农户总数
    AllHouseholds,
    /// 建档户数
    RegisteredHouseholds,
    /// 信用户数
    CreditHouseholds,
    /// 行政区划代码
    PlaceCode,
    /// 地名
    PlaceName,
    /// 上级区划代码
    ParentCode,
    /// 行政级别
    PlaceLevel,
    /// 年度
    Year,
    /// 撤并后区划代码
    Successor,
    /// 目标金额
    TargetAmount,
    /// 风险补偿金余额
    FundBalance,
    /// 计息起日
    PeriodStart,
    /// 计息止日
    PeriodEnd,
    /// 计息天数
    SubsidyDays,
    /// 贴息金额
    SubsidyAmount,
    /// 资金来源
    FundSource,
    /// 金额
    Amount,
    /// 执行日期
    EffectiveFrom,
    /// 一年期利率
    RateOneYear,
    /// 五年期以上利率
    RateFiveYears,
    /// 利率种类
    RateKind,
    /// 贷款笔数
    LoanCount,
    /// 累计投放额度
    CumulativeLending,
    /// 新增投放额
    NewLending,
    /// 净增额
    NetIncrease,
    /// 较去同期增减
    ChangeOnYear,
    /// 同比增速
    GrowthOnYear,
    /// 较年初增减
    ChangeOnYearStart,
    /// 较年初增速
    GrowthOnYearStart,
    /// 贷款加权平均利率
    WeightedInterestRate,
    /// 支持带动贫困人口数
    PeopleHelped,
    /// 户均授信额度
    CreditLinePerHousehold,
    /// 户均贷款额度
    LoanPerHousehold,
    /// 逾期笔数
    OverdueLoanCount,
    /// 欠息笔数
    ArrearsLoanCount,
}
