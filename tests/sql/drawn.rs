//! Loans of every sort that files can tell of, drawn from a seed: what the sample's invented county does not have, such as
//! recoveries, insurance, interest in arrears and cells left blank; and a county's own table of parameters.

use std::fmt::Write as _;

use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::parameters::{BEGINNING, Parameter, ParameterChoices};
use credit_atlas::report::Date;

/// 统计时点
pub const AS_OF: &str = "2022-05-31";

const LOANS: u64 = 4_000;
const HOUSEHOLDS: u64 = 2_600;
/// Every so many loans one is of one and the same number, which can be no household's.
const NO_HOUSEHOLD_EVERY: u64 = 50;

/// Numbers drawn one after another (Marsaglia's xorshift).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len() as u64) as usize]
    }

    /// A day so many days before or after another.
    fn day(&mut self, from: Date, before: u64, after: u64) -> Date {
        let days = self.below(before + after + 1) as i32;
        from.plus_days(days - before as i32)
    }

    /// Nothing at all, but in one case of so many.
    fn rarely(&mut self, count: u64, text: impl FnOnce(&mut Draw) -> String) -> String {
        if self.one_in(count) {
            text(self)
        } else {
            String::new()
        }
    }

    fn yuan(&mut self, end: u64) -> String {
        let fen = self.below(end * 100);
        format!("{}.{:02}", fen / 100, fen % 100)
    }
}

const OF_EVERY_FILE: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,贷款状态,五级分类,欠息金额（元）,欠息日期,不良认定日,缓冲期开始,代偿申请日期,代偿日期,政府分险金额（元）,银行承担金额（元）,代偿后收回金额（元）,清收费用（元）,保险赔付（元）,还款能力,还款意愿,逾期原因,是否户贷企用,用款企业,结清日期,原借据号";

/// What was read of two loan files, a roster and a table of the fund.
pub fn intake() -> Intake {
    let mut draw = Draw(20_220_531);
    let mut session = Session::new();
    let first = loans(
        &mut draw,
        0,
        "展期到期日,续贷展期,续贷次数",
        |draw, due| {
            let extended = draw.rarely(6, |draw| draw.day(due, 0, 400).to_string());
            let kind = draw.word(&["", "无", "无", "续贷", "展期", "借新还旧"]);
            format!("{extended},{kind},{}", draw.word(&["", "", "0", "1", "2"]))
        },
    );
    let second = loans(
        &mut draw,
        LOANS / 2,
        "是否续贷,是否展期",
        |draw, _| {
            let flags = ["", "否", "否", "是"];
            format!("{},{}", draw.word(&flags), draw.word(&flags))
        },
    );
    let files = [
        ("甲.csv", first),
        ("乙.csv", second),
        ("花名册.csv", roster(&mut draw)),
        ("风险补偿金.csv", FUND.to_owned()),
    ];
    for (path, text) in files {
        source::read(&mut session, path, text.as_bytes(), 1 << 20);
    }
    session.finish()
}

/// Of one lender two balances, of one a day that is still to come, of one no day, and one without loans.
const FUND: &str = "承贷银行,风险补偿金余额（元）,数据日期\n0号银行,900000.00,2021-12-31\n0号银行,1234567.89,2022-03-31\n1号银行,50000000.00,2022-05-31\n1号银行,1.00,2022-06-30\n2号银行,700000.00,\n别处银行,10000.00,2022-01-31\n";

fn loans(
    draw: &mut Draw,
    first: u64,
    columns: &str,
    more: fn(&mut Draw, Date) -> String,
) -> String {
    let mut text = format!("{OF_EVERY_FILE},{columns}\n");
    for number in first..first + LOANS / 2 {
        let household = match number % NO_HOUSEHOLD_EVERY {
            0 => HOUSEHOLDS,
            _ => draw.below(HOUSEHOLDS),
        };
        let (row, due) = loan(draw, number, household);
        let _ = writeln!(text, "{row},{}", more(draw, due));
    }
    text
}

/// A loan of every column, and when it is due.
fn loan(draw: &mut Draw, number: u64, household: u64) -> (String, Date) {
    let as_of: Date = AS_OF.parse().expect("a day");
    let due = match draw.below(3) {
        0 => draw.day(as_of, 900, 900),
        1 => draw.day(as_of, 250, 0),
        _ => draw.day(as_of, 60, 80),
    };
    let disbursed = draw.day(due.plus_days(-60), 900, 0).min(as_of);
    let principal = 1_000 + draw.below(50_000) * 2;
    let balance = match draw.below(4) {
        0 => 0,
        1 => draw.below(principal),
        _ => principal,
    };
    let near = |draw: &mut Draw, count| {
        draw.rarely(count, |draw| {
            draw.day(due.plus_days(100), 150, 150).to_string()
        })
    };
    let statuses = ["", "", "", "未到期", "未到期", "逾期", "已代偿", "已核销"];
    // Of every third all is well, so that some can be renewed.
    let is_sound = draw.one_in(3);
    let status = draw.word(if is_sound { &[""] } else { &statuses });
    let classes = ["", "", "", "正常", "正常", "关注", "次级", "可疑"];
    let class = draw.word(if is_sound { &["正常"] } else { &classes });
    let interest = draw.rarely(3, |draw| draw.word(&["0", "0", "100.05"]).to_owned());
    let interest_since = draw.rarely(12, |draw| draw.day(as_of, 200, 3).to_string());
    let days = [near(draw, 3), near(draw, 5), near(draw, 8), near(draw, 8)];
    let shares = [2, 2].map(|count| draw.rarely(count, |draw| draw.yuan(30_000)));
    let after = [2, 2, 5].map(|count| draw.rarely(count, |draw| draw.yuan(40_000)));
    let abilities = ["", "有", "弱", "弱", "弱", "无", "未知"];
    let ability = draw.word(if is_sound { &["有"] } else { &abilities });
    let wills = ["", "好", "好", "好", "一般", "差", "恶意", "未知"];
    let will = draw.word(if is_sound { &["好"] } else { &wills });
    let causes = ["", "因灾", "因病", "经营失败", "外出失联", "死亡", "其他"];
    let cause = draw.word(&causes);
    let enterprise_use = draw.word(&["", "否", "否", "否", "否", "是"]);
    let enterprise = draw.rarely(8, |draw| format!("E{}", draw.below(14)));
    let settled = match balance {
        0 => draw.day(due, 20, 20).to_string(),
        _ => String::new(),
    };
    let before = draw.rarely(9, |draw| format!("J{}", draw.below(LOANS)));
    let village = household % 12;
    let row = format!(
        "J{number},H{household},{}号镇,{village}号村,{}号银行,{principal},{balance},{disbursed},{due},{status},{class},\
         {interest},{interest_since},{},{},{},{ability},{will},{cause},{enterprise_use},{enterprise},{settled},{before}",
        village % 4,
        draw.below(3),
        days.join(","),
        shares.join(","),
        after.join(","),
    );
    (row, due)
}

/// Six of seven households; of some it does not say what they are.
fn roster(draw: &mut Draw) -> String {
    const POVERTY: [&str; 10] = [
        "",
        "未脱贫",
        "脱贫享受政策",
        "脱贫享受政策",
        "脱贫享受政策",
        "脱贫不享受政策",
        "返贫",
        "清退",
        "监测",
        "一般户",
    ];
    const MONITORED: [&str; 3] = ["", "", "边缘易致贫户"];
    let as_of: Date = AS_OF.parse().expect("a day");
    let mut text =
        "户编号,乡镇,行政村,脱贫属性,监测对象类别,清退时间,风险是否消除,贷款意愿\n".to_owned();
    for household in (0..HOUSEHOLDS).filter(|household| household % 7 != 3) {
        let village = household % 12;
        let _ = writeln!(
            text,
            "H{household},{}号镇,{village}号村,{},{},{},{},{}",
            village % 4,
            draw.word(&POVERTY),
            draw.word(&MONITORED),
            draw.rarely(2, |draw| draw.day(as_of, 600, 60).to_string()),
            draw.word(&["", "是", "否"]),
            draw.word(&["", "是", "是", "是", "否"]),
        );
    }
    text
}

/// What a county gave, changed over time, and some of it only for a time.
pub fn parameters() -> ParameterChoices {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let from_2021 = day("2021-01-01");
    let mut choices = ParameterChoices::default();
    let mut change = |parameter, from, value| choices.change(parameter, from, value);
    change(Parameter::GovernmentShare, BEGINNING, Some(7_333));
    change(Parameter::GovernmentShare, day("2021-06-01"), None);
    change(Parameter::ClaimCoversInterest, day("2020-01-01"), Some(0));
    change(Parameter::ClaimCoversInterest, day("2020-09-01"), Some(1));
    change(Parameter::SubsidisedLimit, from_2021, Some(4_000_000));
    change(Parameter::LookIntoWithinDays, BEGINNING, Some(30));
    change(Parameter::ApplyWithinDays, BEGINNING, Some(10));
    change(Parameter::PayWithinDays, from_2021, Some(20));
    change(Parameter::FailedBusinessIsExcused, from_2021, Some(1));
    change(Parameter::RemovedHouseholds, from_2021, Some(2));
    change(Parameter::MostRenewals, from_2021, Some(2));
    change(Parameter::MostExtensions, day("2021-07-01"), None);
    change(Parameter::RenewalLastSigningDay, day("2021-12-01"), None);
    change(Parameter::NonPerformingStart, day("2021-03-01"), Some(1));
    change(Parameter::BufferLongestDays, from_2021, Some(45));
    change(Parameter::BufferLongestDays, day("2021-10-01"), None);
    change(Parameter::RemindBeforeDays, from_2021, Some(15));
    change(
        Parameter::FundPrescribedSize,
        BEGINNING,
        Some(30_000_000_000),
    );
    choices
}
