//! Clauses of findings about rows that contradict themselves, and what was wanted of those that contradict anything.

use crate::report::Problem;

use super::super::Lang;
use super::super::problem::pick;

/// What is the matter with a row that contradicts itself; none for other problems.
pub(super) fn clause(problem: &Problem, lang: Lang) -> Option<String> {
    of_amounts(problem, lang).or_else(|| of_days(problem, lang))
}

fn of_amounts(problem: &Problem, lang: Lang) -> Option<String> {
    Some(match problem {
        Problem::BalanceAbovePrincipal { balance, principal } => pick(
            lang,
            format!("余额 {balance} 元大于贷款金额 {principal} 元。请核对两项金额和单位"),
            format!(
                "the balance of {balance} yuan is above the principal of {principal} yuan. Check both and their units"
            ),
        ),
        Problem::SettledWithBalance {
            balance,
            settlement: Some(day),
        } => pick(
            lang,
            format!("结清日期是 {day}，却仍有余额 {balance} 元。请核对是否已结清"),
            format!(
                "it was settled on {day} and still has a balance of {balance} yuan. Find out whether it is settled"
            ),
        ),
        Problem::SettledWithBalance {
            balance,
            settlement: None,
        } => pick(
            lang,
            format!("状态为已结清，却仍有余额 {balance} 元。请核对是否已结清"),
            format!(
                "its status is settled and it still has a balance of {balance} yuan. Find out whether it is settled"
            ),
        ),
        Problem::OverduePrincipalAboveBalance { overdue, balance } => pick(
            lang,
            format!("逾期金额 {overdue} 元大于余额 {balance} 元。请核对两项金额和单位"),
            format!(
                "{overdue} yuan are overdue of a balance of {balance} yuan. Check both and their units"
            ),
        ),
        _ => return None,
    })
}

fn of_days(problem: &Problem, lang: Lang) -> Option<String> {
    Some(match problem {
        Problem::MaturityBeforeDisbursement {
            disbursement,
            maturity,
        } => pick(
            lang,
            format!("到期日 {maturity} 早于放款日 {disbursement}。请核对两个日期"),
            format!(
                "it is due on {maturity}, before it was disbursed on {disbursement}. Check both days"
            ),
        ),
        Problem::ExtendedBeforeMaturity { maturity, extended } => pick(
            lang,
            format!("展期到期日 {extended} 早于原到期日 {maturity}。请核对两个日期"),
            format!(
                "it is extended to {extended}, before {maturity}, the day it was due. Check both days"
            ),
        ),
        Problem::DisbursedAfterAsOf {
            disbursement,
            as_of,
        } => pick(
            lang,
            format!("放款日 {disbursement} 晚于本文件的数据日期 {as_of}。请核对两个日期"),
            format!(
                "it was disbursed on {disbursement}, after {as_of}, the day of this file's data. Check both days"
            ),
        ),
        Problem::OverdueButNotDue { as_of, maturity } => pick(
            lang,
            format!(
                "为逾期，但 {maturity} 才到期，到数据日期 {as_of} 尚未逾期。请核对状态和到期日"
            ),
            format!(
                "the status is overdue, but the loan is due on {maturity} and on {as_of}, the day of the data, not yet past due. Check status and due date"
            ),
        ),
        Problem::OverdueDaysDiffer { reported, counted } => pick(
            lang,
            format!(
                "逾期天数报 {reported} 天，按到期日到数据日期计算为 {counted} 天。请核对到期日、展期和计算方法"
            ),
            format!(
                "{reported} days overdue are reported; from the due date to the day of the data there are {counted}. Check due date, extension and how they were counted"
            ),
        ),
        _ => return None,
    })
}

/// What was wanted of rows that contradict themselves or one another, a phrase that can follow “应为”.
pub(in crate::text) fn wanted(problem: &Problem, lang: Lang) -> Option<String> {
    let (zh, en) = match problem {
        Problem::BalanceAbovePrincipal { principal, .. } => (
            format!("不大于贷款金额 {principal} 的余额"),
            format!("a balance not above the principal of {principal}"),
        ),
        Problem::SettledWithBalance { .. } => (
            "已结清的余额为零".to_owned(),
            "no balance once it is settled".to_owned(),
        ),
        Problem::OverduePrincipalAboveBalance { balance, .. } => (
            format!("不大于余额 {balance} 的逾期金额"),
            format!("an amount not above the balance of {balance}"),
        ),
        Problem::MaturityBeforeDisbursement { disbursement, .. } => (
            format!("不早于放款日 {disbursement} 的日期"),
            format!("a day not before {disbursement}, when it was disbursed"),
        ),
        Problem::ExtendedBeforeMaturity { maturity, .. } => (
            format!("不早于原到期日 {maturity} 的日期"),
            format!("a day not before {maturity}, when it was due"),
        ),
        Problem::DisbursedAfterAsOf { as_of, .. } => (
            format!("不晚于数据日期 {as_of} 的日期"),
            format!("a day not after {as_of}, the day of the data"),
        ),
        Problem::OverdueButNotDue { .. } => (
            "与到期日相符的状态".to_owned(),
            "a status that fits the due date".to_owned(),
        ),
        Problem::OverdueDaysDiffer { counted, .. } => {
            (format!("{counted} 天"), format!("{counted} days"))
        }
        Problem::LoanNumberAtOtherLender { .. } | Problem::LoanAlikeAtOtherLender { .. } => (
            "每笔贷款只在一家银行的文件中".to_owned(),
            "every loan in one lender's file only".to_owned(),
        ),
        Problem::HouseholdAtTwoAddresses {
            township, village, ..
        } => (
            format!("同一户的乡镇、村一致，如「{township}」「{village}」"),
            format!("one village for a household, such as {village} in {township}"),
        ),
        _ => return None,
    };
    Some(pick(lang, zh, en))
}
