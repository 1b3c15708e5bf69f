//! The words of the room 到期: the repayment calendar, its peaks, and how concentrated the loans are.

use crate::report::policy::calendar::{DayOff, Herfindahl, Holiday, Step};
use crate::report::{Date, Month};

use super::{Lang, Words, words};

/// Above the calendar.
pub const CALENDAR: Words = words("还款日历", "Repayment calendar");
/// While the rules are being worked out.
pub const ON_ITS_WAY: Words = words("还款日历正在计算……", "Working the calendar out …");
/// The choice of day, week or month.
pub const STEP: Words = words("按", "By");
/// The choice of count or money.
pub const MEASURE: Words = words("看", "Show");
/// By count.
pub const BY_COUNT: Words = words("笔数", "Loans");
/// By money.
pub const BY_MONEY: Words = words("金额", "Money");
/// Running sums.
pub const CUMULATIVE: Words = words("累计", "Cumulative");
/// Whose calendar.
pub const WHOSE: Words = words("范围", "Whose");
/// The county's.
pub const COUNTY: Words = words("全县", "County");
/// Townships as a heading.
pub const TOWNSHIPS: Words = words("乡镇", "Townships");
/// Lenders as a heading.
pub const LENDERS: Words = words("承贷银行", "Lenders");
/// Enterprises as a heading.
pub const ENTERPRISES: Words = words("用款企业", "Enterprises");
/// A part of the calendar.
pub const PERIOD: Words = words("期间", "Period");
/// Still to come, loans.
pub const COMING_LOANS: Words = words("未到期笔数", "Loans to come");
/// Still to come, balance.
pub const COMING: Words = words("未到期余额", "Balance to come");
/// Past due, loans.
pub const OVERDUE_LOANS: Words = words("已逾期笔数", "Loans past due");
/// Past due, balance.
pub const OVERDUE: Words = words("已逾期余额", "Balance past due");
/// Running sum of loans.
pub const CUMULATIVE_LOANS: Words = words("累计未到期笔数", "Loans to come, cumulative");
/// Running sum of the balance.
pub const CUMULATIVE_BALANCE: Words = words("累计未到期余额", "Balance to come, cumulative");
/// What stands beside a day.
pub const MARK: Words = words("标记", "Mark");
/// The first day of a period.
pub const FIRST_DAY: Words = words("起", "From");
/// The last day of a period.
pub const LAST_DAY: Words = words("止", "To");
/// Past due since before the calendar begins.
pub const BEFORE: Words = words("更早已逾期", "Past due since earlier");
/// After the twelve months.
pub const LATER: Words = words("十二个月以后", "After the twelve months");
/// The whole.
pub const ALL: Words = words("合计", "Total");
/// The sheet of a month.
pub const SHEET: Words = words("月历", "Sheet of a month");
/// To the month before.
pub const MONTH_BEFORE: Words = words("上月", "Month before");
/// To the next month.
pub const MONTH_AFTER: Words = words("下月", "Next month");
/// What the sheet does.
pub const SHEET_HINT: Words = words(
    "单击某日可查看当日到期的贷款。统计时点以前的日期为已逾期。",
    "A click on a day shows the loans due on it. Days before the as-of date are past due.",
);
/// The table of groups.
pub const BY_GROUP: Words = words("分组逐月到期", "By group and month");
/// The name of a group.
pub const GROUP: Words = words("名称", "Name");
/// What it is grouped by.
pub const GROUPED_BY: Words = words("分组", "Group by");
/// Concentration.
pub const CONCENTRATION: Words = words("借款集中度", "Concentration");
/// Among households.
pub const HOUSEHOLDS: Words = words("借款户", "Households");
/// Of the balance.
pub const OF_BALANCE: Words = words("占贷款余额", "Of the balance");
/// Of what is to come.
pub const OF_COMING: Words = words("占十二个月内到期余额", "Of what falls due in twelve months");
/// The index.
pub const HERFINDAHL: Words = words("赫芬达尔指数", "Herfindahl index");
/// How many hold any.
pub const HOLDERS: Words = words("户数（家数）", "Holders");
/// What the index is.
pub const HERFINDAHL_RULE: Words = words(
    "赫芬达尔指数为各户（家）占比平方之和，一家独占为一万点，均分给若干家则为一万点除以家数。企业只在写明用款企业的贷款中比较。",
    "The Herfindahl index is the sum of squared shares: 10,000 points where one holds all, 10,000 divided by their number where several hold equal parts. Enterprises are compared within loans that name one.",
);
/// A household's number or an enterprise's code.
pub const WHO: Words = words("户编号（用款企业）", "Household number (enterprise)");
/// Its balance.
pub const BALANCE: Words = words("贷款余额", "Balance");
/// Of it to come.
pub const COMING_OF_IT: Words = words("其中十二个月内到期", "Of it due in twelve months");
/// No column of enterprises.
pub const NO_ENTERPRISES: Words = words(
    "贷款台账没有“用款企业”列，不能按企业分组。",
    "No loan file has the column 用款企业, so loans cannot be grouped by enterprise.",
);
/// The legend of the sheet.
pub const WORKDAYS_UNKNOWN: Words = words(
    "周末和法定节假日按《全国年节及纪念日放假办法》标出（待核实）；每年调休通知未收入，调休上班的周末仍标为周末，调休放假的工作日未标。",
    "Weekends and statutory holidays are marked by the national rules (to be confirmed). The yearly notices that move working days are not known here: a weekend that is worked is still marked, a working day that is given off is not.",
);

/// Day, week or month.
pub fn step(step: Step) -> Words {
    match step {
        Step::Day => words("日", "day"),
        Step::Week => words("周", "week"),
        Step::Month => words("月", "month"),
    }
}

/// The days of the week, Monday first.
pub const WEEKDAYS: [Words; 7] = [
    words("一", "Mon"),
    words("二", "Tue"),
    words("三", "Wed"),
    words("四", "Thu"),
    words("五", "Fri"),
    words("六", "Sat"),
    words("日", "Sun"),
];

/// Why a day is marked.
pub fn day_off(off: DayOff) -> Words {
    match off {
        DayOff::Weekend => words("周末", "weekend"),
        DayOff::Holiday(holiday) => self::holiday(holiday),
    }
}

fn holiday(holiday: Holiday) -> Words {
    match holiday {
        Holiday::NewYear => words("元旦", "New Year"),
        Holiday::SpringFestival => words("春节", "Spring Festival"),
        Holiday::Qingming => words("清明节", "Qingming"),
        Holiday::Labour => words("劳动节", "Labour Day"),
        Holiday::DragonBoat => words("端午节", "Dragon Boat Festival"),
        Holiday::MidAutumn => words("中秋节", "Mid-Autumn Festival"),
        Holiday::National => words("国庆节", "National Day"),
    }
}

/// The rule by which a month is a peak.
pub fn peak_rule(percent: Option<i64>, lang: Lang) -> String {
    let Some(hundredths) = percent else {
        let none = words(
            "参数表没有给出还款高峰的标准，因此不标高峰。",
            "The table of parameters gives no rule for peaks, so none is marked.",
        );
        return none.of(lang).to_owned();
    };
    let percent = plain_percent(hundredths);
    match lang {
        Lang::Zh => format!(
            "自统计时点所在月起十二个月内，未到期余额高于这十二个月平均数 {percent} 的月份标为还款高峰（标准可在参数表中修改）。"
        ),
        Lang::En => format!(
            "Among the twelve months from the as-of month, those whose balance to come is above {percent} of their mean are marked as peaks (the rule is a parameter)."
        ),
    }
}

/// Hundredths of a percent without needless decimals: `150%`, `2.5%`.
fn plain_percent(hundredths: i64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match (part, part % 10) {
        (0, _) => format!("{whole}%"),
        (_, 0) => format!("{whole}.{}%", part / 10),
        _ => format!("{whole}.{part:02}%"),
    }
}

/// A line in percent.
pub fn line(hundredths: u32) -> String {
    plain_percent(i64::from(hundredths))
}

/// Which months are peaks.
pub fn peaks(peaks: &[Month], lang: Lang) -> String {
    let list = months(peaks, lang);
    match (lang, peaks.is_empty()) {
        (Lang::Zh, true) => "没有还款高峰月份。".to_owned(),
        (Lang::Zh, false) => format!("还款高峰：{list}。"),
        (Lang::En, true) => "No month is a peak.".to_owned(),
        (Lang::En, false) => format!("Peaks: {list}."),
    }
}

/// The fewest months that hold half.
pub fn half(half: &[Month], share: &str, is_by_count: bool, lang: Lang) -> String {
    let list = months(half, lang);
    let count = half.len();
    match (lang, half.is_empty()) {
        (Lang::Zh, true) => "十二个月内没有贷款到期。".to_owned(),
        (Lang::En, true) => "Nothing falls due in the twelve months.".to_owned(),
        (Lang::Zh, false) => {
            let what = if is_by_count { "笔数" } else { "余额" };
            format!(
                "十二个月内到期{what}的一半以上集中在 {count} 个月（个数最少）：{list}，占 {share}。"
            )
        }
        (Lang::En, false) => {
            let what = if is_by_count { "loans" } else { "balance" };
            format!(
                "At least half of the {what} falling due in the twelve months lies in {count} months, no fewer: {list} ({share})."
            )
        }
    }
}

fn months(months: &[Month], lang: Lang) -> String {
    let names: Vec<String> = months.iter().map(Month::to_string).collect();
    match lang {
        Lang::Zh => names.join("、"),
        Lang::En => names.join(", "),
    }
}

/// What falls due on days off.
pub fn on_days_off(weekends: (&str, &str), holidays: (&str, &str), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "十二个月内在周末到期 {} 笔、{}，在法定节假日到期 {} 笔、{}，请与银行商定提前或顺延的还款日。",
            weekends.0, weekends.1, holidays.0, holidays.1
        ),
        Lang::En => format!(
            "In the twelve months {} loans ({}) fall due on weekends and {} ({}) on public holidays: agree with the lender on which day they are to be paid.",
            weekends.0, weekends.1, holidays.0, holidays.1
        ),
    }
}

/// Years outside the table of holidays.
pub fn holiday_years(from: i32, to: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("农历节日和清明只知 {from} 至 {to} 年。"),
        Lang::En => format!(
            "Holidays of the lunar calendar and Qingming are known for {from} to {to} only."
        ),
    }
}

/// The name of a period: `2019-12`, `2019-11-25 – 12-01`, `2019-12-02`.
pub fn period(first: Date, last: Date, step: Step, lang: Lang) -> String {
    match step {
        Step::Month => super::chart::month(first.month(), lang),
        Step::Day => {
            let at = first.weekday() as usize;
            let weekday = WEEKDAYS.get(at).map_or("", |words| words.of(lang));
            match lang {
                Lang::Zh => format!("{first} 周{weekday}"),
                Lang::En => format!("{first} {weekday}"),
            }
        }
        Step::Week => {
            let (year, week) = first.iso_week();
            match lang {
                Lang::Zh => format!("{year} 年第 {week} 周（{first} 至 {last}）"),
                Lang::En => format!("{year}-W{week:02} ({first} to {last})"),
            }
        }
    }
}

/// The largest so many.
pub fn largest(count: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("最大 {count} 户（家）"),
        Lang::En => format!("Largest {count}"),
    }
}

/// The index in points with two decimals.
pub fn points(index: Herfindahl) -> String {
    match index.hundredths {
        Some(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
        None => "—".to_owned(),
    }
}

/// Those who are not named because naming one of them would be chance.
pub fn alike(holders: &str, each: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其后有 {holders} 户（家）余额相同，均为 {each}，不再逐一列出。"),
        Lang::En => format!(
            "After these, {holders} hold the same balance of {each} each and are not listed."
        ),
    }
}

/// What a cell of the sheet says to those who do not see it.
pub fn cell(day: Date, loans: &str, money: &str, off: Option<&str>, lang: Lang) -> String {
    let mark = off.map_or_else(String::new, |off| super::chart::bracket(off, lang));
    match lang {
        Lang::Zh => format!("{day}{mark}：{loans} 笔，{money}"),
        Lang::En => format!("{day}{mark}: {loans} loans, {money}"),
    }
}
