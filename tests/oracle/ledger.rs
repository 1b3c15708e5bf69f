//! The loans of generated files laid into SQLite with all that the rules ask for: columns by the headers that the
//! lenders use, written out by hand.

use credit_atlas::sample::SampleFile;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::tables::{LENDERS, day, fen, records};

/// Each column of the ledger, and what the lenders call it.
const COLUMNS: [(&str, &[&str]); 16] = [
    ("number", &["借据号", "贷款编号"]),
    ("household", &["户编号", "户代码"]),
    (
        "principal",
        &["贷款金额（万元）", "贷款金额(元)", "贷款发放金额(元)"],
    ),
    (
        "balance",
        &["贷款余额（万元）", "贷款余额(元)", "本金余额(元)"],
    ),
    ("disbursed", &["放款日期", "贷款发放日期", "发放日期"]),
    ("maturity", &["到期日期", "贷款到期日", "约定到期日"]),
    ("extended", &["展期到期日"]),
    (
        "rate",
        &["执行利率（%）", "贷款利率", "执行利率(%)", "年利率(%)"],
    ),
    ("reported", &["五级分类", "五级形态"]),
    ("settled", &["结清日期", "还清日期"]),
    ("status", &["贷款状态", "状态"]),
    ("recognised", &["不良认定日", "不良日期"]),
    ("buffer", &["缓冲期开始"]),
    ("applied", &["代偿申请日期"]),
    ("paid", &["代偿日期"]),
    ("enterprise", &["是否户贷企用", "户贷企用"]),
];

const CLASSES: [&str; 5] = ["正常", "关注", "次级", "可疑", "损失"];

fn text_of(file: &SampleFile, is_gb18030: bool) -> String {
    let encoding = if is_gb18030 {
        encoding_rs::GB18030
    } else {
        encoding_rs::UTF_8
    };
    encoding.decode(&file.bytes).0.into_owned()
}

/// Ten-thousandths of a percent of `4.75%`.
fn rate(text: &str) -> Option<i64> {
    fen(text.trim_end_matches('%'), 10_000)
}

fn value(column: &str, text: &str, unit: i64) -> Value {
    let number = |number: Option<i64>| number.map_or(Value::Null, Value::Integer);
    let words = || match text {
        "" => Value::Null,
        text => Value::Text(text.to_owned()),
    };
    match column {
        "principal" | "balance" => number(fen(text, unit)),
        "rate" => number(rate(text)),
        "reported" => {
            let at = CLASSES.iter().position(|class| *class == text);
            number(at.map(|at| at as i64 + 1))
        }
        "number" | "household" | "status" | "enterprise" => words(),
        _ => day(text).map_or(Value::Null, Value::Text),
    }
}

/// A database with the ledger and the roster of a generated county's later month.
pub fn database(files: &[SampleFile]) -> Connection {
    let of = Connection::open_in_memory().expect("SQLite");
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let mut sql = format!(
        "create table ledger(place integer primary key, {});",
        names.join(", ")
    );
    sql.push_str("create unique index numbers on ledger(number); create table roster(household primary key); begin;");
    of.execute_batch(&sql).expect("SQL");
    let marks: Vec<String> = (1..=COLUMNS.len()).map(|at| format!("?{at}")).collect();
    let insert = format!(
        "insert or ignore into ledger({}) select {} where ?3 is not null and ?4 is not null
         and date(?5) = ?5 and date(?6) = ?6",
        names.join(", "),
        marks.join(", ")
    );
    let mut insert = of.prepare(&insert).expect("SQL");
    for lender in &LENDERS {
        let path = format!("2019-11-30/{}", lender.name);
        let file = files
            .iter()
            .find(|file| file.path == path)
            .expect("its file");
        let records = records(&text_of(file, lender.is_gb18030), lender.separator);
        let header = &records[lender.above - 1];
        let find = |names: &[&str]| {
            let is_named = |cell: &str| names.contains(&cell.trim_start_matches('\u{feff}'));
            header.iter().position(is_named)
        };
        let places: Vec<Option<usize>> = COLUMNS.iter().map(|(_, names)| find(names)).collect();
        for record in &records[lender.above..] {
            if record.len() != header.len() {
                continue;
            }
            let cells = COLUMNS.iter().zip(&places).map(|((column, _), place)| {
                let cell = place.and_then(|place| record.get(place));
                cell.map_or(Value::Null, |cell| value(column, cell, lender.unit))
            });
            insert.execute(params_from_iter(cells)).expect("SQL");
        }
    }
    drop(insert);
    let roster = files
        .iter()
        .find(|file| file.path == "roster.csv")
        .expect("its file");
    let mut enrol = of
        .prepare("insert or ignore into roster values (?1)")
        .expect("SQL");
    for record in records(&text_of(roster, false), b',').iter().skip(1) {
        enrol.execute([&record[0]]).expect("SQL");
    }
    drop(enrol);
    of.execute_batch("commit").expect("SQL");
    of
}
