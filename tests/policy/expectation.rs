//! What a situation expects, item by item, compared with what the rules say. A new sort of item is a line of [`check`].

use credit_atlas::policy::book::Case;
use credit_atlas::policy::disposition::{self, Decided};
use credit_atlas::policy::money_source::money_source as source_on;
use credit_atlas::policy::rules::{Decide, RULES};
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::text::{Lang, class, disposition as words, money_source};

/// Whether an item holds.
///
/// # Errors
/// What the rules say instead.
pub fn check(case: &Case<'_>, item: &str) -> Result<(), String> {
    let (what, wanted) = item.split_once(' ').ok_or("要写 名目 内容")?;
    let wanted = wanted.trim();
    let decided = disposition::of(case);
    let said = match what {
        "分类" => class_of(&decided),
        "隐性不良" => hidden(&decided),
        "状态" => return same_state(case, &decided, wanted),
        "处置" => words::name(decided.disposition).zh.to_owned(),
        "缘由" => decided.reason.branch.to_owned(),
        "期限" => deadline(&decided),
        "待查" => return same_missing(&decided, wanted),
        "资金" => money_source::name(source_on(case, case.as_of()).into())
            .zh
            .to_owned(),
        "失信候选" => yes_or_no(decided.is_candidate),
        _ => return crate::money::check(case, what, wanted),
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

const NONE: &str = "无";

fn class_of(decided: &Decided) -> String {
    let arrears = decided.standing.arrears;
    arrears
        .map_or(NONE, |own| class::name(own.class).zh)
        .to_owned()
}

fn hidden(decided: &Decided) -> String {
    let better = decided
        .standing
        .arrears
        .and_then(|own| own.reported_is_better);
    better.map_or(NONE, |own| class::name(own).zh).to_owned()
}

/// `缓冲期内`, `缓冲期内 自2019-11-30`, `缓冲期内 自2019-11-30 第3天`, `不良 自不详`.
fn same_state(case: &Case<'_>, decided: &Decided, wanted: &str) -> Result<(), String> {
    let standing = &decided.standing;
    let since = standing
        .since
        .map_or("不详".to_owned(), |day| day.to_string());
    let days = standing.days(case.as_of());
    for word in wanted.split_whitespace() {
        if let Some(day) = word.strip_prefix('自') {
            same(&since, day)?;
        } else if let Some(day) = word.strip_prefix('第') {
            let day = day.strip_suffix('天').unwrap_or(day);
            let said = days.map_or("不详".to_owned(), |days| days.to_string());
            same(&said, day)?;
        } else {
            same(words::state(standing.state).zh, word)?;
        }
    }
    Ok(())
}

fn deadline(decided: &Decided) -> String {
    match decided.deadline.map(|deadline| deadline.by) {
        None => NONE.to_owned(),
        Some(Ok(day)) => day.to_string(),
        Some(Err(_)) => "未定".to_owned(),
    }
}

fn same_missing(decided: &Decided, wanted: &str) -> Result<(), String> {
    let missing = decided.missing.iter();
    let mut said: Vec<String> = missing.map(|own| words::unknown(own, Lang::Zh)).collect();
    let mut wanted: Vec<String> = wanted
        .split('、')
        .filter(|word| *word != NONE)
        .map(str::to_owned)
        .collect();
    said.sort();
    wanted.sort();
    same(&said.join("、"), &wanted.join("、"))
}

/// Whether a check says of a loan what is wanted: `触发`, `触发 longer`, `未触发`, `不适用`, `待核实`, `待核实 出生年份`.
///
/// # Errors
/// What it says instead.
pub fn check_rule(case: &Case<'_>, id: &str, wanted: &str) -> Result<(), String> {
    let rule = RULES.iter().find(|rule| rule.id == id);
    let rule = rule.ok_or_else(|| format!("没有检查 {id}"))?;
    let book = case.book();
    let verdict = match (rule.lacks(book), rule.decide) {
        (Some(unknown), _) => Verdict::Undetermined(unknown),
        (None, Decide::Loan(decide)) => decide(case),
        (None, Decide::County(decide)) => of_county(&decide(book)),
    };
    let (said, why) = match verdict {
        Verdict::NotApplicable => ("不适用", String::new()),
        Verdict::Clear => ("未触发", String::new()),
        Verdict::Caught(reason) => ("触发", reason.branch.to_owned()),
        Verdict::Undetermined(unknown) => ("待核实", words::unknown(unknown, Lang::Zh)),
    };
    match wanted.split_once(' ') {
        Some((wanted, own)) => same(said, wanted).and(same(&why, own.trim())),
        None => same(said, wanted),
    }
}

/// A check of no loan is caught by whatever it catches first.
fn of_county(hits: &[credit_atlas::policy::rules::Hit]) -> Verdict {
    let caught = hits.iter().find_map(|hit| hit.says.ok());
    let unknown = hits.iter().find_map(|hit| hit.says.err());
    match (caught, unknown) {
        (Some(reason), _) => Verdict::Caught(reason),
        (None, Some(unknown)) => Verdict::Undetermined(unknown),
        (None, None) => Verdict::Clear,
    }
}
