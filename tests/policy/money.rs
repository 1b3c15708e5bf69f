//! What a situation expects of subsidies and claims: sums for days, whose money, what was paid otherwise, claims, recoveries.

use credit_atlas::domain::{Date, Fen};
use credit_atlas::policy::book::Case;
use credit_atlas::policy::compensation::recovery::{self, RecoveryOrder};
use credit_atlas::policy::compensation::{Claim, is_ready, split_of};
use credit_atlas::policy::money_source::money_source as source_on;
use credit_atlas::policy::subsidy::LoanSubsidy;
use credit_atlas::policy::subsidy::faults;
use credit_atlas::policy::subsidy::interest::Amounts;
use credit_atlas::policy::subsidy::periods::Days;
use credit_atlas::policy::verdict::Unknown;
use credit_atlas::text::{Lang, money_source, subsidy as words};

/// Whether an item holds.
///
/// # Errors
/// What the rules say instead.
pub fn check(case: &Case<'_>, what: &str, wanted: &str) -> Result<(), String> {
    let said = match what {
        "应贴" => return due(case, wanted, |amounts| amounts.by_360),
        "应贴365" => return due(case, wanted, |amounts| amounts.by_365),
        "来源" => return source(case, wanted),
        "贴息核对" => return found(case, wanted),
        "可代偿" => yes_or_no(is_ready(case)),
        "申请代偿" => told(claim(case)),
        "政府承担" => told(claim(case).and_then(|sum| Ok(split_of(case, sum)?.government))),
        "银行承担" => told(claim(case).and_then(|sum| Ok(split_of(case, sum)?.lender))),
        "收回分配" => shares(case),
        _ => return Err(format!("不认得“{what}”")),
    };
    same(&said, wanted)
}

fn same(said: &str, wanted: &str) -> Result<(), String> {
    if said == wanted {
        Ok(())
    } else {
        Err(format!("得到的是“{said}”"))
    }
}

fn yes_or_no(is: bool) -> String {
    if is { "是" } else { "否" }.to_owned()
}

fn told(sum: Result<Fen, Unknown>) -> String {
    match sum {
        Ok(sum) => sum.to_string(),
        Err(unknown) => words::lacking(unknown, Lang::Zh),
    }
}

/// `2019-06-21至2019-09-21 606.94`, `… 364.17～606.94`, `… 待核实：执行利率`.
fn due(case: &Case<'_>, wanted: &str, by: impl Fn(Amounts) -> Fen) -> Result<(), String> {
    let (span, wanted) = wanted.split_once(' ').ok_or("要写 起日至止日 金额")?;
    let (from, to) = span.split_once('至').ok_or("要写 起日至止日")?;
    let days = Days {
        from: day(from)?,
        to: day(to)?,
    };
    let due = LoanSubsidy::of(*case).and_then(|subsidy| subsidy.of_days(days));
    let said = match due {
        Ok(due) => words::between(&by(due.least).to_string(), &by(due.most).to_string()),
        Err(unknown) => words::lacking(unknown, Lang::Zh),
    };
    same(&said, wanted.trim())
}

fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| format!("不是日期“{text}”"))
}

/// `2019-09-21 其他资金`: of a period that ends before that day.
fn source(case: &Case<'_>, wanted: &str) -> Result<(), String> {
    let (to, wanted) = wanted.split_once(' ').ok_or("要写 结息日 来源")?;
    let source = source_on(case, day(to)?.plus_days(-1));
    same(money_source::name(source.into()).zh, wanted.trim())
}

/// `多付、重复贴息、待核实：执行利率`, in whatever order; `无`.
fn found(case: &Case<'_>, wanted: &str) -> Result<(), String> {
    let mut said = Vec::new();
    faults::each(*case, |found| {
        said.push(match found.lacks {
            Some(unknown) => words::lacking(unknown, Lang::Zh),
            None => words::fault(found.fault).zh.to_owned(),
        });
    });
    let wanted = wanted.split('、').filter(|word| *word != "无");
    let mut wanted: Vec<String> = wanted.map(str::to_owned).collect();
    said.sort_unstable();
    wanted.sort_unstable();
    same(&said.join("、"), &wanted.join("、"))
}

fn claim(case: &Case<'_>) -> Result<Fen, Unknown> {
    Claim::of(case).map_or(Ok(Fen::ZERO), |claim| claim.net())
}

/// `费用1000.00 银行15000.00 基金4000.00` by the reading that the county chose.
fn shares(case: &Case<'_>) -> String {
    let order = recovery::order_of(case);
    let split = recovery::of(case);
    match (split, order) {
        (Ok(None), _) => "无".to_owned(),
        (Err(unknown), _) | (_, Err(unknown)) => words::lacking(unknown, Lang::Zh),
        (Ok(Some([first, pro_rata])), Ok(order)) => {
            let split = match order {
                RecoveryOrder::LenderFirst => first,
                RecoveryOrder::ProRata => pro_rata,
            };
            format!(
                "费用{} 银行{} 基金{}",
                split.costs, split.lender, split.fund
            )
        }
    }
}
