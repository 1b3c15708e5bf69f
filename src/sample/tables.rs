//! The tables beside the loans: roster, villages, subsidy, compensation fund, targets, reported totals.

use super::calendar::{AS_OF, QUARTER, civil, day};
use super::cells::{subsidy_end, write_date};
use super::columns::Encoding;
use super::households::{Household, Standing, household_number};
use super::loan::{Loan, Twist};
use super::output::{Output, Sink};
use super::places::VillageKind;
use super::random::Random;
use super::words::{FUND_SOURCES, LENDERS};
use super::world::{Totals, World, interest_fen};

/// The lender whose balance is more than ten times its compensation fund.
pub const THIN_FUND_LENDER: usize = 2;
/// The lender whose reported balance is 150,000 yuan above the sum of its loans.
pub const MISREPORTING_LENDER: usize = 1;
pub const MISREPORTED_YUAN: u64 = 150_000;

fn date(day: i32) -> String {
    let mut text = String::new();
    write_date(day, false, &mut text);
    text
}

fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

struct Table<'o, 'sink> {
    output: Output<'o, 'sink>,
    rows: u64,
}

impl<'o, 'sink> Table<'o, 'sink> {
    fn begin(sink: &'o mut (dyn FnMut(&str, &[u8]) + 'sink), path: &str, headers: &[&str]) -> Self {
        let mut output = Output::begin(sink, path.to_string(), Encoding::Utf8WithMark);
        output.row(headers, ',', "\n");
        Self { output, rows: 0 }
    }

    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        self.output.row(cells, ',', "\n");
        self.rows += 1;
    }

    fn finish(self) -> u64 {
        self.output.finish();
        self.rows
    }
}

/// `roster.csv`: one row per household.
pub fn write_roster(world: &World, sink: Sink<'_>) -> u64 {
    let headers = [
        "户编号",
        "乡镇",
        "行政村",
        "组",
        "家庭人口数",
        "脱贫属性",
        "贫困户属性",
        "监测对象类别",
        "首次识别时间",
        "脱贫年度",
        "清退时间",
        "劳动力人数",
        "信用等级",
        "授信额度（元）",
    ];
    let mut table = Table::begin(sink, "roster.csv", &headers);
    for (index, household) in world.roster.households.iter().enumerate() {
        table.row(&roster_row(world, index as u32, household));
    }
    table.finish()
}

fn roster_row(world: &World, index: u32, household: &Household) -> [String; 14] {
    let standing = match household.standing {
        Standing::Registered => "未脱贫",
        Standing::LiftedWithSupport => "脱贫享受政策",
        Standing::LiftedWithoutSupport => "脱贫不享受政策",
        Standing::Monitored => "监测",
        Standing::Removed => "清退",
    };
    let lifted = matches!(
        household.standing,
        Standing::LiftedWithSupport | Standing::LiftedWithoutSupport
    );
    let kind = match (household.standing, household.on_allowance, lifted) {
        (Standing::Monitored | Standing::Removed, _, _) => "",
        (_, true, true) => "低保脱贫户",
        (_, true, false) => "低保贫困户",
        (_, false, true) => "一般脱贫户",
        (_, false, false) => "一般贫困户",
    };
    let monitored = match household.standing {
        Standing::Monitored => "边缘易致贫户",
        _ if household.unsteady => "脱贫不稳定户",
        _ => "",
    };
    let exit_year = i32::from(household.exit_year).max(civil(household.identified_on).0);
    let (grade, line) = match household.stars {
        0 => ("未评级", 0),
        2 => ("二星", 20_000),
        3 => ("三星", 30_000),
        4 => ("四星", 40_000),
        _ => ("五星", 50_000),
    };
    [
        household_number(index),
        world.places.township_of(household.village).name.clone(),
        world.places.villages[household.village as usize]
            .name
            .clone(),
        format!("{}组", household.villager_group),
        household.family_size.to_string(),
        standing.into(),
        kind.into(),
        monitored.into(),
        date(household.identified_on),
        if lifted {
            exit_year.to_string()
        } else {
            String::new()
        },
        // Who was not removed has no day of removal.
        household.removed_on.map_or_else(String::new, date),
        household.labour_count.to_string(),
        grade.into(),
        format!("{line}"),
    ]
}

/// `villages.csv`: the village table with the credit file of each village.
pub fn write_villages(world: &World, sink: Sink<'_>) -> u64 {
    let headers = [
        "乡镇",
        "行政村",
        "行政区划代码",
        "农户总数",
        "建档户数",
        "信用户数",
    ];
    let mut table = Table::begin(sink, "villages.csv", &headers);
    for (index, village) in world.places.villages.iter().enumerate() {
        let mut random = Random::new(world.seed, 50, index as u64);
        let registered = u64::from(world.roster.first[index + 1] - world.roster.first[index]);
        let all = registered * (38 + random.below(30)) / 10 + 20;
        let filed = all * (82 + random.below(17)) / 100;
        let share = match village.kind {
            VillageKind::Credit => 78 + random.below(16),
            VillageKind::Poor => 38 + random.below(15),
            _ => 52 + random.below(32),
        };
        let name = world.places.township_of(index as u32).name.clone();
        let creditworthy = filed * share / 100;
        table.row(&[
            name,
            village.name.clone(),
            village.code.clone(),
            all.to_string(),
            filed.to_string(),
            creditworthy.to_string(),
        ]);
    }
    table.finish()
}

/// `subsidy.csv`: what was paid for the third quarter of 2019, first day included, last day not, on 360 days.
pub fn write_subsidy(world: &World, sink: Sink<'_>) -> u64 {
    let headers = [
        "借据号",
        "计息起日",
        "计息止日",
        "计息天数",
        "贴息金额（元）",
        "资金来源",
    ];
    let mut table = Table::begin(sink, "subsidy.csv", &headers);
    for (index, loan) in world.loans.iter().enumerate() {
        let start = loan.disbursed.max(QUARTER.0);
        let end = if loan.twist == Twist::SubsidyAfterDue {
            QUARTER.1
        } else {
            subsidy_end(loan).min(QUARTER.1)
        };
        if end <= start || loan.twist == Twist::SubsidyMissing {
            continue;
        }
        let mut put = |start: i32, end: i32, wrong_fen: i64| {
            let fen = interest_fen(loan.principal, loan.rate, end - start) + wrong_fen;
            let source = FUND_SOURCES[usize::from(is_removed(world, loan, end))].to_string();
            let days = (end - start).to_string();
            table.row(&[
                world.loan_number(index),
                date(start),
                date(end),
                days,
                yuan(fen.max(1)),
                source,
            ]);
        };
        match loan.twist {
            Twist::SubsidyWrong(wrong) => put(start, end, i64::from(wrong) * 100),
            _ => put(start, end, 0),
        }
        match loan.twist {
            Twist::SubsidyTwice => put(start, end, 0),
            Twist::SubsidyOverlap => put(day(2019, 8, 21), end, 0),
            _ => {}
        }
    }
    table.finish()
}

fn is_removed(world: &World, loan: &Loan, day: i32) -> bool {
    world.roster.households[loan.household as usize]
        .removed_on
        .is_some_and(|removed| removed < day)
}

fn lender_totals(world: &World) -> Vec<Totals> {
    (0..LENDERS.len())
        .map(|lender| world.totals(AS_OF, |loan| usize::from(loan.lender) == lender))
        .collect()
}

/// `fund.csv`: the risk compensation fund beside each lender's balance.
pub fn write_fund(world: &World, sink: Sink<'_>) -> u64 {
    let mut table = Table::begin(
        sink,
        "fund.csv",
        &["承贷银行", "数据日期", "风险补偿金余额（元）"],
    );
    for (lender, totals) in lender_totals(world).iter().enumerate() {
        let times = if lender == THIN_FUND_LENDER {
            12
        } else {
            7 + lender as u64 % 2
        };
        let fund = totals.balance_yuan / times / 10_000 * 10_000;
        table.row(&[
            LENDERS[lender].to_string(),
            date(AS_OF),
            format!("{fund}.00"),
        ]);
    }
    table.finish()
}

/// `reported.csv`: the totals the lenders report by themselves.
pub fn write_reported(world: &World, sink: Sink<'_>) -> u64 {
    let headers = [
        "承贷银行",
        "数据日期",
        "有余额贷款笔数",
        "贷款余额（元）",
        "逾期贷款余额（元）",
    ];
    let mut table = Table::begin(sink, "reported.csv", &headers);
    for (lender, totals) in lender_totals(world).iter().enumerate() {
        let wrong = lender == MISREPORTING_LENDER && world.has_plants();
        let balance = totals.balance_yuan + if wrong { MISREPORTED_YUAN } else { 0 };
        table.row(&[
            LENDERS[lender].to_string(),
            date(AS_OF),
            totals.loans_with_balance.to_string(),
            format!("{balance}.00"),
            format!("{}.00", totals.overdue_yuan),
        ]);
    }
    table.finish()
}

/// `targets.csv`: what each township was to lend in 2018 and 2019, in 万元.
pub fn write_targets(world: &World, sink: Sink<'_>) -> u64 {
    let mut lent = vec![[0_u64; 2]; world.places.townships.len()];
    for loan in &world.loans {
        let township = world.places.villages[loan.village as usize].township as usize;
        match civil(loan.disbursed).0 {
            2018 => lent[township][0] += u64::from(loan.principal),
            2019 => lent[township][1] += u64::from(loan.principal),
            _ => {}
        }
    }
    let mut table = Table::begin(sink, "targets.csv", &["乡镇", "年度", "目标（万元）"]);
    for (index, township) in world.places.townships.iter().enumerate() {
        let mut random = Random::new(world.seed, 51, index as u64);
        for (turn, year) in ["2018", "2019"].into_iter().enumerate() {
            let target = lent[index][turn] * (85 + random.below(31)) / 1_000_000 / 10 * 10;
            table.row(&[
                township.name.clone(),
                year.to_string(),
                target.max(10).to_string(),
            ]);
        }
    }
    table.finish()
}
