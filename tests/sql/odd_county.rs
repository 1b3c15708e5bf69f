//! A county whose files say everything that files can say, at random: every column that a rule asks, blank as often as
//! not, with renewals that name loans, households of many loans, payments that overlap. No figure of it is likely; all
//! that matters is that two engines read it alike. Drawn from a number, the same on every machine.

use std::fmt::Write as _;

/// A file's name and its text.
pub type File = (&'static str, String);

/// 2019-01-01 to 2022-03-31 has every programme's rules but the last.
const FIRST_DAY: i64 = 16_436;
const LAST_DAY: i64 = 19_082;
/// Some of what the files date is still to come.
const LAST_SAID_DAY: i64 = LAST_DAY + 300;
const TOWNSHIPS: [&str; 5] = ["东湾镇", "西河乡", "北山街道", "南坪乡", "外地镇"];
const VILLAGES: [&str; 6] = ["石坝村", "柳溪村", "龙潭社区", "高桥村", "新民村", "远村"];
const LENDERS: [&str; 4] = ["甲农商行", "乙银行", "丙村镇银行", "丁农行"];
const PRINCIPALS: [i64; 7] = [
    5_000_000, 5_000_000, 5_000_001, 3_000_000, 2_000_000, 8_000_000, 10_000_000,
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, count: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 1) as i64 % count
    }

    fn one_in(&mut self, count: i64) -> bool {
        self.below(count) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as i64) as usize]
    }

    /// One of some words, or blank one time in so many.
    fn word(&mut self, blank_in: i64, words: &[&'static str]) -> String {
        if self.one_in(blank_in) {
            return String::new();
        }
        self.of(words).to_owned()
    }

    /// A day from one to another, or blank but one time in so many.
    fn day_one_in(&mut self, count: i64, from: i64, to: i64) -> String {
        if !self.one_in(count) {
            return String::new();
        }
        day(from + self.below((to - from).max(1)))
    }

    /// An amount below so many fen, or blank but one time in so many.
    fn money_one_in(&mut self, count: i64, below: i64) -> String {
        if !self.one_in(count) {
            return String::new();
        }
        yuan(self.below(below))
    }
}

fn day(days: i64) -> String {
    let days = i32::try_from(days).expect("a day");
    credit_atlas::domain::Date::from_days(days).to_string()
}

fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// A loan as far as the payments ask of it.
struct Made {
    principal: i64,
    rate: i64,
    from: i64,
    due: i64,
}

/// The columns of both files of loans; the second leaves the last ones blank throughout.
const COLUMNS: &str = "借据号,户编号,人编号,出生年份,乡镇,行政村,承贷银行,贷款金额(元),贷款余额(元),放款日期,到期日期,\
展期到期日,执行利率(%),担保方式,贷款用途,五级分类,结清日期,贷款状态,欠息金额(元),最早欠息日期,续贷展期,续贷次数,\
原借据号,还款能力,还款意愿,是否户贷企用,用款企业,代偿申请日期,代偿日期,政府分险金额(元),银行承担金额(元),\
代偿后收回金额(元),信用等级,不良认定日,缓冲期开始,最近催收日期,催收次数,是否续贷,是否展期";

fn loan(dice: &mut Dice, at: i64, count: i64, is_first_file: bool) -> (String, Made) {
    let household = match dice.below(60) {
        // A number that stands for a blank.
        0 => 0,
        _ => 1 + dice.below(count * 2 / 3),
    };
    // Few days, so that many loans share one.
    let mut from = FIRST_DAY + dice.below((LAST_DAY - FIRST_DAY) / 9) * 9;
    if dice.one_in(300) {
        from = LAST_DAY + 20;
    }
    let months = dice.of(&[6, 12, 24, 36, 36, 37]);
    let mut due = from + months * 365 / 12 + dice.below(3);
    if dice.one_in(200) {
        due = from - 5;
    }
    let principal = dice.of(&PRINCIPALS);
    let balance = match dice.below(10) {
        0..=3 => principal,
        4 | 5 => dice.below(principal),
        6 if dice.one_in(6) => principal + 100,
        _ => 0,
    };
    let rate = dice.of(&[0, 43_500, 47_500, 49_000, 38_500, 60_000]);
    let written_rate = if rate == 0 {
        String::new()
    } else {
        format!("{}.{:04}", rate / 10_000, rate % 10_000)
    };
    let mut cells = vec![
        format!("L-{at}"),
        format!("H-{household}"),
        dice.word(3, &["P-1", "P-2", "P-3"]),
        dice.word(
            5,
            &[
                "1952", "1953", "1954", "1960", "1985", "1999", "2000", "2001", "2003",
            ],
        ),
        dice.of(&TOWNSHIPS).to_owned(),
        dice.of(&VILLAGES).to_owned(),
        dice.of(&LENDERS[..3]).to_owned(),
        yuan(principal),
        yuan(balance),
        day(from),
        day(due),
        dice.day_one_in(8, due - 20, due + 300),
        written_rate,
        dice.word(4, &["信用", "信用", "保证", "抵押", "质押"]),
        dice.word(
            4,
            &[
                "养猪",
                "种植",
                "建房",
                "归还旧贷款",
                "购车",
                "日常消费",
                "子女结婚",
                "借新还旧购房",
            ],
        ),
        dice.word(4, &["正常", "正常", "关注", "次级", "可疑", "损失"]),
        if balance == 0 || dice.one_in(50) {
            dice.day_one_in(2, from, due + 200)
        } else {
            String::new()
        },
        dice.word(3, &["正常", "逾期", "已结清", "已代偿", "已核销"]),
        dice.money_one_in(6, 90_000),
        dice.day_one_in(6, from, LAST_DAY),
        dice.word(3, &["无", "无", "续贷", "展期", "借新还旧"]),
        dice.word(2, &["0", "1", "2"]),
        if dice.one_in(6) {
            format!("L-{}", dice.below(count + 50))
        } else {
            String::new()
        },
        dice.word(3, &["有", "弱", "无", "未知"]),
        dice.word(3, &["好", "一般", "差", "恶意", "未知"]),
        dice.word(3, &["是", "否", "否", "否"]),
        dice.word(6, &["", "", "", "某合作社", "某公司"]),
        dice.day_one_in(9, due, LAST_SAID_DAY),
        dice.day_one_in(9, due, LAST_SAID_DAY),
        dice.money_one_in(8, 4_000_000),
        dice.money_one_in(8, 2_000_000),
        dice.money_one_in(20, 2_000_000),
        dice.word(3, &["优秀", "较好", "一般"]),
    ];
    if dice.one_in(30) {
        // Shared as an agreement of seventy to thirty has it.
        cells[29] = "7000.00".to_owned();
        cells[30] = "3000.00".to_owned();
    }
    if is_first_file {
        cells.extend([
            dice.day_one_in(4, due, LAST_SAID_DAY),
            dice.day_one_in(6, due, LAST_SAID_DAY),
            dice.day_one_in(5, due, LAST_SAID_DAY),
            dice.word(2, &["0", "1", "3"]),
        ]);
    } else {
        cells.extend(vec![String::new(); 4]);
    }
    cells.extend([(); 2].map(|()| dice.word(3, &["是", "否", "否"])));
    let made = Made {
        principal,
        rate,
        from,
        due,
    };
    (cells.join(","), made)
}

fn loans(dice: &mut Dice, count: i64) -> (Vec<File>, Vec<Made>) {
    let mut made = Vec::new();
    let mut file = |name, range: std::ops::Range<i64>, is_first| {
        let mut text = format!("{COLUMNS}\n");
        for at in range {
            let (row, loan) = loan(dice, at, count, is_first);
            text.push_str(&row);
            text.push('\n');
            made.push(loan);
        }
        (name, text)
    };
    let files = vec![
        file("one.csv", 0..count / 2, true),
        file("other.csv", count / 2..count, false),
    ];
    (files, made)
}

fn roster(dice: &mut Dice, count: i64) -> String {
    let mut text =
        "户编号,乡镇,行政村,脱贫属性,监测对象类别,首次识别时间,脱贫年度,清退时间,信用等级\n"
            .to_owned();
    for household in 0..count * 2 / 3 {
        if dice.one_in(5) {
            continue;
        }
        let cells = [
            format!("H-{household}"),
            dice.of(&TOWNSHIPS).to_owned(),
            dice.of(&VILLAGES).to_owned(),
            dice.word(
                6,
                &[
                    "未脱贫",
                    "脱贫享受政策",
                    "脱贫不享受政策",
                    "返贫",
                    "清退",
                    "监测户",
                    "一般户",
                ],
            ),
            dice.word(2, &["", "脱贫不稳定户", "边缘易致贫户"]),
            dice.day_one_in(2, FIRST_DAY - 900, FIRST_DAY + 900),
            dice.word(3, &["2014", "2016", "2017", "2018", "2019"]),
            dice.day_one_in(3, FIRST_DAY, LAST_DAY),
            dice.word(3, &["优秀", "较好", "一般"]),
        ];
        let _ = writeln!(text, "{}", cells.join(","));
    }
    text
}

/// Payments by the quarter and on other days: right by 360 or by 365 days, a little beside, or anything.
fn subsidy(dice: &mut Dice, made: &[Made]) -> String {
    let mut text = "借据号,计息起日,计息止日,计息天数,贴息金额（元）,资金来源\n".to_owned();
    for (at, loan) in made.iter().enumerate() {
        if dice.one_in(3) {
            continue;
        }
        for _ in 0..=dice.below(3) {
            let from = match dice.below(4) {
                0 => loan.from,
                1 => loan.due - 30,
                _ => loan.from + dice.below(800),
            };
            let to = from + dice.of(&[0, 30, 91, 92, 92, 200]);
            let interest =
                |year: i64| loan.principal * loan.rate * (to - from) / (year * 1_000_000);
            let amount = match dice.below(6) {
                0 | 1 => interest(360),
                2 => interest(365),
                3 => interest(360) + 150,
                4 => interest(365) / 2,
                _ => dice.below(200_000),
            };
            let days = dice.word(2, &["92", "91"]);
            let source = dice.word(2, &["财政扶贫资金", "其他资金"]);
            let _ = writeln!(
                text,
                "L-{at},{},{},{days},{},{source}",
                day(from),
                day(to),
                yuan(amount.max(1))
            );
        }
    }
    text.push_str(
        "L-none,2019-03-21,2019-06-21,92,55.00,\nL-none,1989-03-21,1989-06-21,92,5.00,\n",
    );
    text
}

const VILLAGE_TABLE: &str = "乡镇,行政村,农户总数,信用户数,村代码
东湾镇,石坝村,300,210,990124001001
东湾镇,柳溪村,120,,
西河乡,石坝村,200,150,
北山街道,龙潭社区,90,80,990124003007
";
const GAZETTEER: &str = "代码,名称,上级代码,级别,年度
990124001000,东湾镇,990124000000,乡镇,2019
990124001004,高桥村委会,990124001000,村,2019
990124002000,西河乡,990124000000,,2019
990124002002,柳溪村民委员会,,,2019
990124003000,北山街道,990124000000,乡镇,2019
990124003007,龙潭社区居委会,990124003000,村,2019
990124003008,新民,990124003000,村,2019
";
const FUND: &str = "承贷银行,数据日期,风险补偿金余额（元）
甲农商行,2021-06-30,900000.00
甲农商行,2021-12-31,800000.00
甲农商行,2022-12-31,1.00
乙银行,,0.00
丁农行,2020-12-31,5000.00
";
const REPORTED: &str = "承贷银行,数据日期,贷款笔数,贷款余额（元）,逾期贷款余额（元）
甲农商行,2022-03-31,10,100000.00,5000.00
乙银行,2022-02-28,10,100000.00,5000.00
丁农行,,0,0.00,100.00
";
const RATES: &str = "执行日期,一年期利率（%）,五年期以上利率（%）,利率种类
2019-08-20,4.25,4.85,LPR
2020-04-20,3.85,,LPR
2018-01-01,4.40,4.90,基准利率
";

/// The files of a county of so many loans.
pub fn files(count: i64) -> Vec<File> {
    let mut dice = Dice(20_260_401);
    let (mut files, made) = loans(&mut dice, count);
    files.push(("roster.csv", roster(&mut dice, count)));
    files.push(("subsidy.csv", subsidy(&mut dice, &made)));
    for (name, text) in [
        ("villages.csv", VILLAGE_TABLE),
        ("gazetteer.csv", GAZETTEER),
        ("fund.csv", FUND),
        ("reported.csv", REPORTED),
        ("rates.csv", RATES),
    ] {
        files.push((name, text.to_owned()));
    }
    files
}
