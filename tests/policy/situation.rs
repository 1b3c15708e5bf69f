//! The lines of a file of situations, cut into what they say. What may stand in them is told in README.md beside this.

use std::collections::BTreeMap;

use credit_atlas::report::Date;

/// Columns of one row and their cells.
pub type Row = BTreeMap<String, String>;

/// One situation.
pub struct Situation {
    /// File and line.
    pub place: String,
    /// Its sentence.
    pub name: String,
    /// Parameters, as they are written.
    pub parameters: Vec<(String, String)>,
    /// Loans, in their order.
    pub loans: Vec<Row>,
    /// Rows of the other tables, by the table's name.
    pub tables: Vec<(String, Row)>,
    /// What is to be looked at, in its order.
    pub lines: Vec<Line>,
}

/// What is to be looked at.
#[derive(Clone)]
pub enum Line {
    /// The day.
    AsOf(Date),
    /// What is expected of a loan.
    Expect { loan: String, items: Vec<String> },
    /// What a check says of a loan.
    Rule {
        id: String,
        loan: String,
        verdict: String,
    },
}

/// The situations of a file.
pub fn parse(file: &str, text: &str) -> Result<Vec<Situation>, String> {
    let mut all: Vec<Situation> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let place = format!("{file}:{}", at + 1);
        let (head, rest) = line
            .split_once([':', '：'])
            .ok_or_else(|| format!("{place}: 没有冒号：{line}"))?;
        let (head, rest) = (head.trim(), rest.trim());
        if head == "情形" {
            all.push(Situation {
                place,
                name: rest.to_owned(),
                parameters: Vec::new(),
                loans: Vec::new(),
                tables: Vec::new(),
                lines: Vec::new(),
            });
            continue;
        }
        let own = all.last_mut().ok_or_else(|| format!("{place}: 先写情形"))?;
        own.add(head, rest)
            .map_err(|error| format!("{place}: {error}"))?;
    }
    Ok(all)
}

/// The parts of a line.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([';', '；']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    Some((name.trim().to_owned(), value.trim().to_owned()))
}

impl Situation {
    fn add(&mut self, head: &str, rest: &str) -> Result<(), String> {
        match head {
            "截至" => {
                let day = rest.parse().map_err(|_| format!("不是日期：{rest}"))?;
                self.lines.push(Line::AsOf(day));
            }
            "参数" => {
                for part in parts(rest) {
                    let change = pair(part).ok_or_else(|| format!("参数要写 名称=值：{part}"))?;
                    self.parameters.push(change);
                }
            }
            "借款" => self.loans.push(loan(rest, self.loans.len() + 1)?),
            "户" => {
                let mut row = cells(rest)?;
                for (column, cell) in [("户编号", "H1"), ("乡镇", "东镇"), ("行政村", "新村")]
                {
                    row.entry(column.to_owned())
                        .or_insert_with(|| cell.to_owned());
                }
                self.tables.push(("户".to_owned(), row));
            }
            "应为" => {
                let items = parts(rest).map(str::to_owned).collect();
                let loan = self.loan_meant();
                self.lines.push(Line::Expect { loan, items });
            }
            _ => {
                if let Some(table) = head.strip_prefix('表') {
                    self.tables.push((table.trim().to_owned(), cells(rest)?));
                } else if let Some(id) = head.strip_prefix("检查") {
                    self.lines.push(Line::Rule {
                        id: id.trim().to_owned(),
                        loan: self.loan_meant(),
                        verdict: rest.to_owned(),
                    });
                } else {
                    return Err(format!("不认得“{head}”"));
                }
            }
        }
        Ok(())
    }

    /// The number of the loan above a line; of the first where none stands above it.
    fn loan_meant(&self) -> String {
        let loan = self.loans.last();
        loan.map_or("J1".to_owned(), |row| row["借据号"].clone())
    }
}

fn cells(text: &str) -> Result<Row, String> {
    let cells = parts(text).map(|part| pair(part).ok_or_else(|| format!("要写 列名=值：{part}")));
    cells.collect()
}

/// A loan's cells from words such as `50000元 2017-08-31放款 2019-08-31到期 余额30000元; 还款能力=弱`.
fn loan(text: &str, place: usize) -> Result<Row, String> {
    let mut row = Row::new();
    for part in parts(text) {
        if let Some((column, cell)) = pair(part) {
            row.insert(column, cell);
            continue;
        }
        for word in part.split_whitespace() {
            let (column, cell) = word_of_loan(word).ok_or_else(|| format!("不认得“{word}”"))?;
            row.insert(column.to_owned(), cell.to_owned());
        }
    }
    let lent = row.get("贷款金额（元）").ok_or("借款要写金额")?.clone();
    let defaults = [
        ("借据号", format!("J{place}")),
        ("户编号", "H1".to_owned()),
        ("乡镇", "东镇".to_owned()),
        ("行政村", "新村".to_owned()),
        ("承贷银行", "甲银行".to_owned()),
        ("贷款余额（元）", lent),
    ];
    for (column, cell) in defaults {
        row.entry(column.to_owned()).or_insert(cell);
    }
    Ok(row)
}

fn word_of_loan(word: &str) -> Option<(&'static str, &str)> {
    let money = |text: &'_ str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if let Some(day) = word.strip_suffix("放款") {
        return Some(("放款日期", day));
    }
    if let Some(day) = word.strip_suffix("到期") {
        return Some(("到期日期", day));
    }
    if let Some(day) = word.strip_prefix("展期至") {
        return Some(("展期到期日", day));
    }
    let amount = word.strip_suffix('元')?;
    match amount.strip_prefix("余额") {
        Some(balance) if money(balance) => Some(("贷款余额（元）", balance)),
        None if money(amount) => Some(("贷款金额（元）", amount)),
        _ => None,
    }
}
