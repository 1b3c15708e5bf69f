//! Loans invented for the rules alone: four lenders, households that owe several of them, and every fact near the days
//! and amounts at which a rule turns. The files are written as a lender would write them, each with columns of its own.

mod draw;
mod loan;

use std::fmt::Write;

use super::laid::Kind;
use draw::{Draw, day_number, day_text, months_later};
use loan::{Drawn, money};

/// A file and its name.
pub struct InventedFile {
    pub kind: Kind,
    pub name: &'static str,
    pub text: String,
}

const LENDERS: [&str; 4] = ["农商银行", "农业银行", "邮储银行", "村镇银行"];
const NAMES: [&str; 4] = ["农商.csv", "农行.csv", "邮储.csv", "村镇.csv"];
const TOWNSHIPS: [&str; 6] = ["东河镇", "西坪镇", "南岳镇", "北山乡", "中和镇", "上源乡"];
const VILLAGES: [&str; 8] = [
    "红星村",
    "石桥村",
    "柳林村",
    "双龙村",
    "高峰村",
    "清泉村",
    "大湾村",
    "白云村",
];
/// What stands above each column; a lender has those of its list.
const HEADERS: [&str; 42] = [
    "借据号",
    "户编号",
    "人编号",
    "乡镇",
    "行政村",
    "承贷银行",
    "贷款金额(元)",
    "贷款余额(元)",
    "放款日期",
    "到期日期",
    "展期到期日",
    "执行利率(%)",
    "五级分类",
    "结清日期",
    "贷款状态",
    "不良认定日",
    "缓冲期开始",
    "代偿申请日期",
    "代偿日期",
    "政府分险金额(元)",
    "银行承担金额(元)",
    "代偿后收回金额(元)",
    "清收费用(元)",
    "保险赔付(元)",
    "欠息金额(元)",
    "最早欠息日期",
    "续贷展期",
    "是否续贷",
    "是否展期",
    "续贷次数",
    "原借据号",
    "还款能力",
    "还款意愿",
    "逾期原因",
    "是否户贷企用",
    "用款企业",
    "贷款用途",
    "最近催收日期",
    "催收次数",
    "是否财政贴息",
    "已还本金(元)",
    "担保方式",
];
/// The columns that a lender's file lacks.
const LACKING: [&[usize]; 4] = [
    &[27, 28],
    &[26, 29],
    &[10, 16, 26, 27, 28, 37, 38],
    &[15, 16, 30, 35],
];

/// A county of so many loans for a day, from a seed.
struct Invention {
    draw: Draw,
    as_of: i64,
    loans: Vec<Drawn>,
    roster: String,
}

/// Files of at least so many loans, their facts close to what matters on that day.
pub fn files(loans: usize, as_of: &str, seed: u64) -> Vec<InventedFile> {
    let mut part = as_of.split('-').map(|part| part.parse().expect("a number"));
    let mut next = || part.next().expect("a day");
    let mut own = Invention {
            draw: Draw(seed),
            as_of: day_number(next(), next(), next()),
            loans: Vec::new(),
            roster: "户编号,乡镇,行政村,脱贫属性,首次识别时间,脱贫年度,清退时间,监测对象类别,风险是否消除,贷款意愿\n".to_owned(),
        };
    own.clusters();
    let mut household = 0;
    while own.loans.len() < loans {
        household += 1;
        own.household(household);
    }
    own.written()
}

impl Invention {
    /// Many loans of one amount on one day in one village, some one fewer than it takes.
    fn clusters(&mut self) {
        for at in 0..60 {
            let size = 9 + at % 4;
            let day = self.as_of - self.draw.between(30, 1500);
            let (lender, amount) = (
                self.draw.below(4) as usize,
                self.draw.between(1, 5) * 1_000_000 + at,
            );
            for member in 0..size {
                let household = format!("C{at:02}{member:02}");
                self.enrol(&household, 0, at as usize % 8);
                let mut own = self.drawn(&household, (0, at as usize % 8), lender, day, None);
                own.cells[6] = money(amount);
                own.cells[7] = money(if own.balance == 0 { 0 } else { amount });
                (own.principal, own.balance) = (amount, if own.balance == 0 { 0 } else { amount });
                self.loans.push(own);
            }
        }
    }

    fn household(&mut self, at: usize) {
        let household = format!("H{at:06}");
        let place = (1 + self.draw.below(5) as usize, self.draw.below(8) as usize);
        if self.draw.percent(95) {
            self.enrol(&household, place.0, place.1);
        }
        let count = self.draw.one(&[1, 1, 2, 2, 3, 3, 4, 5, 6]);
        let mut before: Option<(String, i64)> = None;
        for _ in 0..count {
            let day = match &before {
                Some((_, due)) if *due < self.as_of + 40 && self.draw.percent(50) => {
                    due + self.draw.between(-3, 3)
                }
                _ => self.first_day(),
            };
            let lender = self.draw.below(4) as usize;
            let own = self.drawn(
                &household,
                place,
                lender,
                day,
                before.as_ref().map(|(number, _)| number.clone()),
            );
            before = Some((own.number.clone(), own.due));
            self.loans.push(own);
        }
    }

    /// A day on which a loan may be made, often one at which a rule changes.
    fn first_day(&mut self) -> i64 {
        let turning: [(i64, i64, i64); 16] = [
            (2015, 10, 23),
            (2015, 10, 24),
            (2016, 2, 29),
            (2017, 2, 28),
            (2020, 2, 29),
            (2020, 12, 31),
            (2021, 1, 1),
            (2021, 12, 19),
            (2021, 12, 20),
            (2022, 8, 21),
            (2022, 8, 22),
            (2024, 2, 29),
            (2024, 10, 21),
            (2025, 5, 20),
            (2025, 12, 31),
            (2026, 1, 1),
        ];
        if self.draw.percent(12) {
            let (year, month, day) = self.draw.one(&turning);
            return day_number(year, month, day).min(self.as_of + 40);
        }
        if self.draw.percent(5) {
            let month = self.draw.between(0, 120);
            return day_number(2016 + month / 12, 1 + month % 12, 1) - 1;
        }
        let latest = if self.draw.percent(1) { -40 } else { 0 };
        let earliest = if self.draw.percent(70) { 1500 } else { 3800 };
        self.as_of - self.draw.between(latest, earliest)
    }

    fn enrol(&mut self, household: &str, township: usize, village: usize) {
        let status = self.draw.weighed(&[
            (6, "未脱贫"),
            (40, "脱贫享受政策"),
            (10, "脱贫不享受政策"),
            (3, "返贫"),
            (6, "清退"),
            (12, "监测"),
            (3, "一般户"),
            (4, ""),
        ]);
        let identified = if self.draw.percent(80) {
            day_text(self.as_of - self.draw.between(200, 4300))
        } else {
            String::new()
        };
        let exit = if self.draw.percent(70) {
            self.draw.between(2014, 2025).to_string()
        } else {
            String::new()
        };
        let is_removed = status == "清退" && self.draw.percent(70) || self.draw.percent(1);
        let removed = if is_removed {
            day_text(self.as_of - self.draw.between(0, 2500))
        } else {
            String::new()
        };
        let (kind, state) = match status {
            "监测" => (
                self.draw.weighed(&[
                    (3, "边缘易致贫户"),
                    (3, "脱贫不稳定户"),
                    (1, "突发严重困难户"),
                    (1, ""),
                ]),
                self.draw
                    .weighed(&[(3, "风险未消除"), (2, "风险已消除"), (1, "")]),
            ),
            _ => ("", ""),
        };
        let wish = self.draw.weighed(&[(5, "是"), (2, "否"), (2, "")]);
        let (township, village) = (TOWNSHIPS[township], VILLAGES[village]);
        let _ = writeln!(
            self.roster,
            "{household},{township},{village},{status},{identified},{exit},{removed},{kind},{state},{wish}"
        );
    }

    /// Payments of some loans, most of them near what is due, some twice, beyond the term or on too much.
    fn subsidies(&mut self) -> String {
        let mut text = "借据号,计息起日,计息止日,贴息金额(元)\n".to_owned();
        let loans = std::mem::take(&mut self.loans);
        let year: i64 = day_text(self.as_of)[..4].parse().expect("a year");
        let first = day_number(year - 2, 3, 21);
        let mut quarters: Vec<i64> = (0..12)
            .map(|at| months_later(first, at * 3, false))
            .collect();
        quarters.retain(|day| *day <= self.as_of + 60);
        for own in &loans {
            if self.draw.percent(45) {
                continue;
            }
            for pair in quarters.windows(2) {
                let (from, to) = (own.disbursed.max(pair[0]), own.due.min(pair[1]));
                if to <= from && !self.draw.percent(1) || self.draw.percent(30) {
                    continue;
                }
                let from = if self.draw.percent(2) {
                    from - 10
                } else {
                    from
                };
                let to = to.max(from + 1)
                    + self
                        .draw
                        .weighed(&[(95, "0"), (2, "1"), (2, "30"), (1, "-1")])
                        .parse::<i64>()
                        .expect("days in words");
                let to = to.max(from);
                let principal = if self.draw.percent(8) {
                    own.balance
                } else if self.draw.percent(60) {
                    own.principal.min(5_000_000)
                } else {
                    own.principal
                };
                let year = if self.draw.percent(80) { 360 } else { 365 };
                let exact =
                    (principal * (to - from) * own.rate + 500_000 * year) / (1_000_000 * year);
                let amount = (exact
                    + self
                        .draw
                        .one(&[0, 0, 0, 0, 0, 0, 100, 101, -100, -101, 50, 20_000]))
                .max(0);
                let line = format!(
                    "{},{},{},{}\n",
                    own.number,
                    day_text(from),
                    day_text(to),
                    money(amount)
                );
                text.push_str(&line);
                if self.draw.percent(1) {
                    text.push_str(&line);
                }
            }
        }
        self.loans = loans;
        text
    }

    fn written(mut self) -> Vec<InventedFile> {
        let subsidies = self.subsidies();
        let mut files: Vec<InventedFile> = (0..4)
            .map(|lender| {
                let columns: Vec<usize> = (0..HEADERS.len())
                    .filter(|at| !LACKING[lender].contains(at))
                    .collect();
                let mut text: String = columns
                    .iter()
                    .map(|at| HEADERS[*at])
                    .collect::<Vec<_>>()
                    .join(",");
                text.push('\n');
                for own in self.loans.iter().filter(|own| own.lender == lender) {
                    let cells: Vec<&str> =
                        columns.iter().map(|at| own.cells[*at].as_str()).collect();
                    text.push_str(&cells.join(","));
                    text.push('\n');
                }
                InventedFile {
                    kind: Kind::Loans,
                    name: NAMES[lender],
                    text,
                }
            })
            .collect();
        files.push(InventedFile {
            kind: Kind::Roster,
            name: "花名册.csv",
            text: std::mem::take(&mut self.roster),
        });
        files.push(InventedFile {
            kind: Kind::Subsidies,
            name: "贴息明细.csv",
            text: subsidies,
        });
        files
    }
}
