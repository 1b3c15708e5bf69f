//! The sample's files laid into SQLite, by the `csv` crate and column numbers written out by hand.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};

use super::SAMPLE;

/// How one lender's file is written, and the number of each column from 0.
pub struct Lender {
    pub name: &'static str,
    pub is_gb18030: bool,
    pub separator: u8,
    /// Lines above the first row.
    pub above: usize,
    /// Fen in one unit of its amounts.
    pub unit: i64,
    number: usize,
    household: usize,
    township: usize,
    village: usize,
    lender: usize,
    principal: usize,
    balance: usize,
    disbursed: usize,
    maturity: usize,
    extended: Option<usize>,
    settled: usize,
    status: usize,
}

/// The four files, in the order in which both engines read them.
pub const LENDERS: [Lender; 4] = [
    Lender {
        name: "云岫农商银行_贷款台账.csv",
        is_gb18030: true,
        separator: b',',
        above: 2,
        unit: 1_000_000,
        number: 1,
        household: 2,
        township: 4,
        village: 5,
        lender: 7,
        principal: 8,
        balance: 9,
        disbursed: 10,
        maturity: 11,
        extended: Some(12),
        settled: 17,
        status: 19,
    },
    Lender {
        name: "惠农银行云岫县支行_贷款明细.csv",
        is_gb18030: false,
        separator: b',',
        above: 1,
        unit: 100,
        number: 1,
        household: 2,
        township: 3,
        village: 4,
        lender: 5,
        principal: 6,
        balance: 7,
        disbursed: 8,
        maturity: 9,
        extended: Some(10),
        settled: 15,
        status: 16,
    },
    Lender {
        name: "绿邮储蓄银行云岫县支行_台账.txt",
        is_gb18030: false,
        separator: b'\t',
        above: 1,
        unit: 100,
        number: 0,
        household: 1,
        township: 2,
        village: 3,
        lender: 5,
        principal: 6,
        balance: 7,
        disbursed: 8,
        maturity: 9,
        extended: None,
        settled: 14,
        status: 16,
    },
    Lender {
        name: "云岫锦禾村镇银行_贷款表.csv",
        is_gb18030: false,
        separator: b',',
        above: 1,
        unit: 100,
        number: 0,
        household: 1,
        township: 2,
        village: 3,
        lender: 5,
        principal: 6,
        balance: 7,
        disbursed: 8,
        maturity: 9,
        extended: Some(10),
        settled: 15,
        status: 16,
    },
];

fn text(path: &str, is_gb18030: bool) -> String {
    let bytes = fs::read(Path::new(SAMPLE).join(path)).expect("a file of the sample");
    let encoding = if is_gb18030 {
        encoding_rs::GB18030
    } else {
        encoding_rs::UTF_8
    };
    let (text, _, is_wrong) = encoding.decode(&bytes);
    assert!(!is_wrong, "{path}");
    text.into_owned()
}

pub fn records(text: &str, separator: u8) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.expect("UTF-8"))
        .collect()
}

/// Fen, if the text is an amount of whole fen that is not below zero.
pub fn fen(text: &str, unit: i64) -> Option<i64> {
    let text = text.replace(',', "");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut fen: i64 = whole.parse::<u32>().ok()?.into();
    fen *= unit;
    let mut worth = unit;
    for digit in part.chars() {
        worth /= 10;
        let digit = i64::from(digit.to_digit(10)?);
        if worth == 0 && digit > 0 {
            return None;
        }
        fen += digit * worth;
    }
    Some(fen)
}

/// `2019/5/1` as `2019-05-01`; whether there is such a day is asked of SQLite.
pub fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// All loans and the roster of a snapshot, with the figures worked out.
pub fn database(folder: &str) -> Connection {
    let database = Connection::open_in_memory().expect("SQLite");
    database
        .execute_batch(
            "create table loan(number text primary key, household text, township text, village text, lender text,
                principal integer, balance integer, due text, settled text, settled_by_others integer,
                file integer, line integer);
             create table roster(household text primary key, township text, village text);
             begin;",
        )
        .expect("SQL");
    for (file, lender) in LENDERS.iter().enumerate() {
        let text = text(&format!("{folder}/{}", lender.name), lender.is_gb18030);
        let records = records(&text, lender.separator);
        let width = records[lender.above - 1].len();
        for (line, record) in records.iter().enumerate().skip(lender.above) {
            if record.len() == width {
                lay(&database, lender, record, (file, line + 1));
            }
        }
    }
    for record in records(&text("roster.csv", false), b',').iter().skip(1) {
        database
            .execute(
                "insert or ignore into roster values (?1, ?2, ?3)",
                [&record[0], &record[1], &record[2]],
            )
            .expect("SQL");
    }
    database.execute_batch("commit").expect("SQL");
    let figures = include_str!("figures.sql").replace(":as_of", &format!("'{folder}'"));
    database.execute_batch(&figures).expect("SQL");
    database
}

/// Lays one row into the table, unless it is no loan or its number is there already.
fn lay(database: &Connection, of: &Lender, record: &csv::StringRecord, place: (usize, usize)) {
    let amounts = (
        fen(&record[of.principal], of.unit),
        fen(&record[of.balance], of.unit),
    );
    let (Some(principal), Some(balance)) = amounts else {
        return;
    };
    let (disbursed, maturity) = (day(&record[of.disbursed]), day(&record[of.maturity]));
    let extended = of.extended.and_then(|at| day(&record[at]));
    let by_others = matches!(&record[of.status], "已代偿" | "已核销");
    let row = params![
        &record[of.number],
        &record[of.household],
        &record[of.township],
        &record[of.village],
        &record[of.lender],
        principal,
        balance,
        extended.or(maturity.clone()),
        day(&record[of.settled]),
        by_others,
        place.0 as i64,
        place.1 as i64,
        disbursed,
        maturity,
    ];
    database
        .execute(
            "insert or ignore into loan
             select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
             where date(?13) = ?13 and date(?14) = ?14",
            row,
        )
        .expect("SQL");
}
