//! Files laid into SQLite by the words above their columns, written out by hand: nothing of the reader is used.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::tables::{day, fen, records};

/// A file as it is to be laid.
pub struct Laid<'t> {
    pub kind: Kind,
    pub text: &'t str,
    pub separator: u8,
    /// Lines above the first row, the header among them.
    pub above: usize,
}

#[derive(Clone, Copy)]
pub enum Kind {
    Loans,
    Roster,
    Subsidies,
}

/// How a cell is kept.
#[derive(Clone, Copy)]
enum Kept {
    Text,
    Day,
    Money,
    Rate,
    Count,
    Flag,
    Class,
}
use Kept::{Class, Count, Day, Flag, Money, Rate, Text};

/// A column, what the lenders call it but for the unit, and how it is kept.
type Column = (&'static str, &'static [&'static str], Kept);

const LOAN: &[Column] = &[
    ("number", &["借据号", "贷款编号"], Text),
    ("household", &["户编号", "户代码"], Text),
    ("township", &["乡镇", "镇"], Text),
    ("village", &["行政村", "村(社区)"], Text),
    ("lender", &["承贷银行", "经办银行", "放贷银行"], Text),
    ("principal", &["贷款金额", "贷款发放金额"], Money),
    ("balance", &["贷款余额", "本金余额"], Money),
    ("disbursed", &["放款日期", "贷款发放日期", "发放日期"], Day),
    ("maturity", &["到期日期", "贷款到期日", "约定到期日"], Day),
    ("extended", &["展期到期日"], Day),
    ("rate", &["执行利率", "贷款利率", "年利率"], Rate),
    ("reported", &["五级分类", "五级形态"], Class),
    ("settled", &["结清日期", "还清日期"], Day),
    ("status", &["贷款状态", "状态"], Text),
    ("recognised", &["不良认定日", "不良日期"], Day),
    ("buffer", &["缓冲期开始"], Day),
    ("applied", &["代偿申请日期"], Day),
    ("paid", &["代偿日期"], Day),
    ("by_government", &["政府分险金额"], Money),
    ("by_bank", &["银行承担金额"], Money),
    ("recovered", &["代偿后收回金额"], Money),
    ("cost", &["清收费用"], Money),
    ("insurance", &["保险赔付"], Money),
    ("arrears", &["欠息金额", "欠息"], Money),
    ("arrears_since", &["最早欠息日期"], Day),
    ("renewal_kind", &["续贷展期"], Text),
    ("renewed", &["是否续贷"], Flag),
    ("prolonged", &["是否展期"], Flag),
    ("renewal_count", &["续贷次数"], Count),
    ("renewed_from", &["原借据号"], Text),
    ("ability", &["还款能力"], Text),
    ("willingness", &["还款意愿"], Text),
    ("cause", &["逾期原因", "未还原因"], Text),
    ("enterprise_use", &["是否户贷企用", "户贷企用"], Flag),
    ("enterprise", &["用款企业", "使用主体"], Text),
    ("purpose", &["贷款用途", "借款用途"], Text),
    ("last_collection", &["最近催收日期"], Day),
    ("collections", &["催收次数"], Count),
];
const ROSTER: &[Column] = &[
    ("household", &["户编号"], Text),
    ("poverty_status", &["脱贫属性"], Text),
    ("identified_on", &["首次识别时间"], Day),
    ("exit_year", &["脱贫年度"], Count),
    ("removed_on", &["清退时间"], Day),
    ("monitor_state", &["风险是否消除"], Text),
    ("loan_wish", &["贷款意愿"], Flag),
];
const SUBSIDY: &[Column] = &[
    ("loan", &["借据号"], Text),
    ("period_start", &["计息起日"], Day),
    ("period_end", &["计息止日"], Day),
    ("amount", &["贴息金额"], Money),
];
const CLASSES: [&str; 5] = ["正常", "关注", "次级", "可疑", "损失"];

impl Kind {
    fn table(self) -> (&'static str, &'static [Column]) {
        match self {
            Kind::Loans => ("loan", LOAN),
            Kind::Roster => ("roster", ROSTER),
            Kind::Subsidies => ("subsidy", SUBSIDY),
        }
    }

    /// What a row must have to be one, by the columns' numbers.
    fn needs(self) -> &'static str {
        match self {
            Kind::Loans => "?6 is not null and ?7 is not null and date(?8) = ?8 and date(?9) = ?9",
            Kind::Roster => "?1 is not null",
            Kind::Subsidies => "?4 is not null and date(?2) = ?2 and date(?3) = ?3",
        }
    }
}

fn value(kept: Kept, text: &str, unit: i64) -> Value {
    let number = |number: Option<i64>| number.map_or(Value::Null, Value::Integer);
    match kept {
        _ if text.is_empty() => Value::Null,
        Text => Value::Text(text.to_owned()),
        Day => day(text).map_or(Value::Null, Value::Text),
        Money => number(fen(text, unit)),
        Rate => number(fen(text.trim_end_matches('%'), 10_000)),
        Count => number(text.parse().ok()),
        Flag => Value::Integer(i64::from(text == "是")),
        Class => {
            let at = CLASSES.iter().position(|class| *class == text);
            number(at.map(|at| at as i64 + 1))
        }
    }
}

/// The header without its unit, and fen in one of the unit.
fn header_and_unit(cell: &str) -> (&str, i64) {
    let cell = cell.trim_start_matches('\u{feff}');
    let name = cell
        .strip_suffix(['）', ')'])
        .map_or(cell, |open| match open.rfind(['（', '(']) {
            Some(at) if ["元", "万元", "%"].iter().any(|unit| open.ends_with(unit)) => {
                &open[..at]
            }
            _ => cell,
        });
    (
        name,
        if cell.contains("万元") {
            1_000_000
        } else {
            100
        },
    )
}

fn lay(of: &Connection, at: usize, file: &Laid<'_>) {
    let (table, columns) = file.kind.table();
    let records = records(file.text, file.separator);
    let header: Vec<(&str, i64)> = records[file.above - 1]
        .iter()
        .map(header_and_unit)
        .collect();
    let place = |names: &[&str]| header.iter().position(|(name, _)| names.contains(name));
    let places: Vec<Option<usize>> = columns.iter().map(|(_, names, _)| place(names)).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _, _)| *name).collect();
    let marks: Vec<String> = (1..=names.len()).map(|mark| format!("?{mark}")).collect();
    let insert = format!(
        "insert or ignore into {table}(file, {}) select {at}, {} where {}",
        names.join(", "),
        marks.join(", "),
        file.kind.needs()
    );
    let mut insert = of.prepare(&insert).expect("SQL");
    for record in &records[file.above..] {
        if record.len() != header.len() {
            continue;
        }
        let cells = columns
            .iter()
            .zip(&places)
            .map(|((_, _, kept), place)| match place {
                Some(place) => value(*kept, record[*place].trim(), header[*place].1),
                None => Value::Null,
            });
        insert.execute(params_from_iter(cells)).expect("SQL");
    }
}

/// A database of what the files say; the loans' places are those of the rows that are used, file after file.
pub fn database(files: &[Laid<'_>]) -> Connection {
    let of = Connection::open_in_memory().expect("SQLite");
    for kind in [Kind::Loans, Kind::Roster, Kind::Subsidies] {
        let (table, columns) = kind.table();
        let names: Vec<&str> = columns.iter().map(|(name, _, _)| *name).collect();
        let names = names.join(", ");
        let sql = format!("create table {table}(place integer primary key, file, {names})");
        of.execute_batch(&sql).expect("SQL");
    }
    of.execute_batch(
        "create unique index loan_by_number on loan(number);
         create unique index roster_by_household on roster(household); begin",
    )
    .expect("SQL");
    for (at, file) in files.iter().enumerate() {
        lay(&of, at, file);
    }
    of.execute_batch("commit").expect("SQL");
    of
}
