//! 口径: the exact definition of every figure, as it is worked out (domain reference: official indicators).

use super::{Words, words};

/// A figure that has a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// `Figures::loans`
    Loans,
    /// `Figures::outstanding_loans`
    OutstandingLoans,
    /// `Figures::disbursed_principal`
    DisbursedPrincipal,
    /// `Figures::outstanding_principal`
    OutstandingPrincipal,
    /// `Figures::borrower_households`
    BorrowerHouseholds,
    /// `Figures::outstanding_households`
    OutstandingHouseholds,
    /// `Figures::overdue_by_amount`
    OverdueByAmount,
    /// `Figures::overdue_by_loans`
    OverdueByLoans,
    /// `Figures::overdue_by_households`
    OverdueByHouseholds,
    /// `Figures::npl_by_amount`
    NplByAmount,
    /// `Figures::npl_by_loans`
    NplByLoans,
    /// `ClassFigures::by_amount`
    ClassByAmount,
    /// `ClassFigures::by_loans`
    ClassByLoans,
    /// `Figures::roster_households`
    RosterHouseholds,
    /// `Figures::coverage`
    Coverage,
    /// `Figures::coverage_ever`
    CoverageEver,
    /// `Figures::average_loan`
    AverageLoan,
    /// `Figures::average_household_balance`
    AverageHouseholdBalance,
    /// `DueWithin::by_amount`
    DueWithinByAmount,
    /// `DueWithin::by_loans`
    DueWithinByLoans,
    /// `Figures::matured_loans`
    MaturedLoans,
    /// `Figures::repaid_by_loans`
    RepaidByLoans,
    /// `Figures::on_time_by_loans`
    OnTimeByLoans,
    /// `Figures::recovered_by_amount`
    RecoveredByAmount,
    /// `MonthRow::outstanding_principal`
    FallingDue,
    /// `MonthRow::is_peak`
    RepaymentPeak,
    /// `NotInRoster::by_loans`
    NotInRosterByLoans,
    /// `NotInRoster::by_amount`
    NotInRosterByAmount,
    /// `RegisterRow::days_past_due`
    DaysPastDue,
    /// `CreditVillageRow::rank`
    CreditVillageRank,
}

impl Indicator {
    /// All of them.
    pub const ALL: [Indicator; 30] = [
        Indicator::Loans,
        Indicator::OutstandingLoans,
        Indicator::DisbursedPrincipal,
        Indicator::OutstandingPrincipal,
        Indicator::BorrowerHouseholds,
        Indicator::OutstandingHouseholds,
        Indicator::OverdueByAmount,
        Indicator::OverdueByLoans,
        Indicator::OverdueByHouseholds,
        Indicator::NplByAmount,
        Indicator::NplByLoans,
        Indicator::ClassByAmount,
        Indicator::ClassByLoans,
        Indicator::RosterHouseholds,
        Indicator::Coverage,
        Indicator::CoverageEver,
        Indicator::AverageLoan,
        Indicator::AverageHouseholdBalance,
        Indicator::DueWithinByAmount,
        Indicator::DueWithinByLoans,
        Indicator::MaturedLoans,
        Indicator::RepaidByLoans,
        Indicator::OnTimeByLoans,
        Indicator::RecoveredByAmount,
        Indicator::FallingDue,
        Indicator::RepaymentPeak,
        Indicator::NotInRosterByLoans,
        Indicator::NotInRosterByAmount,
        Indicator::DaysPastDue,
        Indicator::CreditVillageRank,
    ];
}

/// The name of a figure, as it stands in a heading.
pub fn name(indicator: Indicator) -> Words {
    match indicator {
        Indicator::Loans => words("贷款笔数", "Loans"),
        Indicator::OutstandingLoans => words("有余额笔数", "Loans with a balance"),
        Indicator::DisbursedPrincipal => words("贷款金额", "Principal disbursed"),
        Indicator::OutstandingPrincipal => words("贷款余额", "Balance"),
        Indicator::BorrowerHouseholds => words("贷款户数（累计）", "Households with any loan"),
        Indicator::OutstandingHouseholds => words("有余额户数", "Households with a balance"),
        Indicator::OverdueByAmount => words("逾期率（金额）", "Overdue rate (amount)"),
        Indicator::OverdueByLoans => words("逾期率（笔数）", "Overdue rate (loans)"),
        Indicator::OverdueByHouseholds => words("逾期率（户数）", "Overdue rate (households)"),
        Indicator::NplByAmount => words("不良率（金额）", "Non-performing rate (amount)"),
        Indicator::NplByLoans => words("不良率（笔数）", "Non-performing rate (loans)"),
        Indicator::ClassByAmount => words("五级分类（金额）", "Risk classes (amount)"),
        Indicator::ClassByLoans => words("五级分类（笔数）", "Risk classes (loans)"),
        Indicator::RosterHouseholds => words("花名册户数", "Roster households"),
        Indicator::Coverage => words("获贷率（存量）", "Coverage (with a balance)"),
        Indicator::CoverageEver => words("获贷率（累计）", "Coverage (ever)"),
        Indicator::AverageLoan => words("笔均贷款金额", "Average loan"),
        Indicator::AverageHouseholdBalance => words("户均贷款余额", "Average household balance"),
        Indicator::DueWithinByAmount => words("近期到期（金额）", "Due soon (amount)"),
        Indicator::DueWithinByLoans => words("近期到期（笔数）", "Due soon (loans)"),
        Indicator::MaturedLoans => words("已到期笔数", "Matured loans"),
        Indicator::RepaidByLoans => words("到期归还率（笔数）", "Repaid of matured (loans)"),
        Indicator::OnTimeByLoans => words("按期归还率（笔数）", "Repaid on time (loans)"),
        Indicator::RecoveredByAmount => words("到期贷款收回率（金额）", "Recovered (amount)"),
        Indicator::FallingDue => words("当月到期余额", "Balance falling due"),
        Indicator::RepaymentPeak => words("还款高峰", "Repayment peak"),
        Indicator::NotInRosterByLoans => words("不在花名册（笔数）", "Not in the roster (loans)"),
        Indicator::NotInRosterByAmount => words("不在花名册（金额）", "Not in the roster (amount)"),
        Indicator::DaysPastDue => words("逾期天数", "Days past due"),
        Indicator::CreditVillageRank => words("信用村名次", "Credit village rank"),
    }
}

/// The definition of a figure: numerator, denominator, and what it counts.
pub fn of(indicator: Indicator) -> Words {
    match indicator {
        Indicator::Loans => words(
            "已采用的全部借据笔数，含已结清。",
            "All loans that are used, settled ones included.",
        ),
        Indicator::OutstandingLoans => words(
            "统计时点贷款余额大于零的借据笔数。",
            "Loans with a balance above zero on the as-of date.",
        ),
        Indicator::DisbursedPrincipal => words(
            "全部借据的贷款金额（发放额）之和，含已结清。",
            "The sum of principal disbursed of all loans, settled ones included.",
        ),
        Indicator::OutstandingPrincipal => words(
            "全部借据的贷款余额（未还本金）之和，不含利息。",
            "The sum of principal still owed, without interest.",
        ),
        Indicator::BorrowerHouseholds => words(
            "有任一借据（含已结清）的户数，同一户编号只计一次。",
            "Households with any loan, settled ones included; each household number counts once.",
        ),
        Indicator::OutstandingHouseholds => words(
            "有贷款余额的户数，同一户编号只计一次。",
            "Households with a balance; each household number counts once.",
        ),
        Indicator::OverdueByAmount => words(
            "分子：逾期贷款的全部余额；分母：贷款余额。统计时点晚于到期日（展期的按展期到期日）且仍有余额的为逾期，到期日当天不算逾期。",
            "Whole balance of overdue loans ÷ balance. A loan is overdue when the as-of date lies after its due date (the extended one where it was extended) and a balance remains; the due date itself is on time.",
        ),
        Indicator::OverdueByLoans => words(
            "分子：逾期借据笔数；分母：有余额的借据笔数。逾期口径同逾期率（金额）。",
            "Overdue loans ÷ loans with a balance. Overdue as in the rate by amount.",
        ),
        Indicator::OverdueByHouseholds => words(
            "分子：有任一笔逾期的户数；分母：有贷款余额的户数。同一户只计一次。",
            "Households with any overdue loan ÷ households with a balance. Each household counts once.",
        ),
        Indicator::NplByAmount => words(
            "分子：次级、可疑、损失三类贷款的余额；分母：贷款余额。分类按逾期天数计算，不采用银行报送的分类。",
            "Balance of substandard, doubtful and loss ÷ balance. Classes are by days past due, not as the lender reports them.",
        ),
        Indicator::NplByLoans => words(
            "分子：次级、可疑、损失三类有余额的借据笔数；分母：有余额的借据笔数。",
            "Loans with a balance in substandard, doubtful and loss ÷ loans with a balance.",
        ),
        Indicator::ClassByAmount => words(
            "分子：该类贷款的余额；分母：贷款余额。按参数表所选的规则分类；默认按 2023 年办法的逾期天数：未逾期正常，1–90 天关注，91–270 天次级，271–360 天可疑，361 天以上损失。",
            "Balance of the class ÷ balance. Classes are by the rule set chosen in the table of parameters; by default by days past due (2023 measures): none is pass, 1–90 special mention, 91–270 substandard, 271–360 doubtful, 361 or more loss.",
        ),
        Indicator::ClassByLoans => words(
            "分子：该类有余额的借据笔数；分母：有余额的借据笔数。按参数表所选的规则分类。",
            "Loans with a balance in the class ÷ loans with a balance. Classes are by the rule set chosen in the table of parameters.",
        ),
        Indicator::RosterHouseholds => words(
            "花名册中的户数；乡镇、村按花名册所列地点统计，按银行统计时为全县花名册户数。",
            "Households of the roster, by the place the roster gives; for a lender, those of the whole county.",
        ),
        Indicator::Coverage => words(
            "分子：花名册中有贷款余额的户数；分母：花名册户数。",
            "Roster households with a balance ÷ roster households.",
        ),
        Indicator::CoverageEver => words(
            "分子：花名册中有任一借据（含已结清）的户数；分母：花名册户数。",
            "Roster households with any loan, settled ones included ÷ roster households.",
        ),
        Indicator::AverageLoan => words(
            "贷款金额之和 ÷ 借据笔数，含已结清，保留到分。",
            "Principal disbursed ÷ loans, settled ones included, to the fen.",
        ),
        Indicator::AverageHouseholdBalance => words(
            "贷款余额之和 ÷ 有贷款余额的户数，保留到分。",
            "Balance ÷ households with a balance, to the fen.",
        ),
        Indicator::DueWithinByAmount => words(
            "分子：自统计时点当天起 30、60、90 天内到期（展期的按展期到期日）的贷款余额；分母：贷款余额。不含已逾期。",
            "Balance falling due from the as-of date to 30, 60 or 90 days after it ÷ balance. Overdue loans are not in it.",
        ),
        Indicator::DueWithinByLoans => words(
            "分子：自统计时点当天起 30、60、90 天内到期且有余额的借据笔数；分母：有余额的借据笔数。",
            "Loans with a balance falling due from the as-of date to 30, 60 or 90 days after it ÷ loans with a balance.",
        ),
        Indicator::MaturedLoans => words(
            "到期日（展期的按展期到期日）早于统计时点的借据笔数，含已结清。",
            "Loans whose due date (the extended one where it was extended) lies before the as-of date, settled ones included.",
        ),
        Indicator::RepaidByLoans => words(
            "分子：已到期借据中统计时点已结清的笔数；分母：已到期笔数。",
            "Matured loans settled by the as-of date ÷ matured loans.",
        ),
        Indicator::OnTimeByLoans => words(
            "分子：已到期借据中结清日期不晚于到期日的笔数；分母：已到期笔数。有已结清借据缺结清日期时不计算，列为待核实。",
            "Matured loans settled on or before their due date ÷ matured loans. Not worked out where a settled loan has no settlement date.",
        ),
        Indicator::RecoveredByAmount => words(
            "分子：已到期借据中已收回的本金；分母：已到期借据的贷款金额。由风险补偿金代偿或已核销的本金不算收回。",
            "Matured principal no longer owed ÷ matured principal. Principal paid out of the fund or written off counts as not recovered.",
        ),
        Indicator::FallingDue => words(
            "按到期月份（展期的按展期到期日）汇总的贷款余额；统计时点之前到期的部分已逾期。",
            "Balance by the month of the due date (the extended one where it was extended); what fell due before the as-of date is overdue.",
        ),
        Indicator::RepaymentPeak => words(
            "自统计时点当月起十二个月中，未到期部分的到期余额超过这十二个月平均数若干倍的月份；倍数见参数表，默认一倍半。",
            "Among the twelve months from the as-of date's month, one whose balance still to come is above a multiple of their mean; the multiple is a parameter, one and a half as shipped.",
        ),
        Indicator::NotInRosterByLoans => words(
            "分子：户编号不在花名册中的借据笔数；分母：全部借据笔数。",
            "Loans whose household number the roster lacks ÷ all loans.",
        ),
        Indicator::NotInRosterByAmount => words(
            "分子：户编号不在花名册中的借据的余额；分母：贷款余额。",
            "Balance of loans whose household number the roster lacks ÷ balance.",
        ),
        Indicator::DaysPastDue => words(
            "统计时点减去到期日（展期的按展期到期日）的自然日天数；未到期为零，无余额的不计算。",
            "Calendar days from the due date (the extended one where it was extended) to the as-of date; zero while not overdue, none without a balance.",
        ),
        Indicator::CreditVillageRank => words(
            "先按归还率由高到低，再按逾期率（金额）由低到高；两项都相同的并列。已到期笔数不足的村另列为样本不足。",
            "By repayment rate from high to low, then by overdue rate by amount from low to high; equal in both share a place. Villages with too few matured loans are listed apart.",
        ),
    }
}
