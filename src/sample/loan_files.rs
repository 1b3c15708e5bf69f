//! The lenders' loan files of a snapshot, with the few rows that a careful reader has to set aside.

use super::calendar::AS_OF;
use super::cells::{Entry, write_date};
use super::columns::{Field, LAYOUTS};
use super::loan::{Loan, Twist};
use super::output::{Output, Sink};
use super::words::{LENDERS, NUMBER_PREFIXES};
use super::world::World;

/// A row that must be set aside: where it stands and why.
pub struct SetAside {
    pub path: String,
    /// Counted from 1, the header and a title row included.
    pub line: u64,
    pub what_zh: String,
    pub what_en: String,
}

/// What is wrong with a planted row.
struct Fault {
    lender: usize,
    /// The fault stands after so many rows of the file.
    after: u64,
    /// The faulty cell and what it says; `None` for a row cut short.
    cell: Option<(Field, &'static str)>,
    what_zh: &'static str,
    what_en: &'static str,
}

const FAULTS: [Fault; 5] = [
    Fault {
        lender: 0,
        after: 120,
        cell: Some((Field::Disbursed, "2019-02-30")),
        what_zh: "放款日期是 2019-02-30，没有这一天",
        what_en: "disbursement date 2019-02-30: there is no such day",
    },
    Fault {
        lender: 1,
        after: 45,
        cell: None,
        what_zh: "只有 6 个单元格，缺列",
        what_en: "only 6 cells in the row",
    },
    Fault {
        lender: 1,
        after: 150,
        cell: Some((Field::Principal, "12.345")),
        what_zh: "贷款金额(元)是 12.345，元以下三位小数",
        what_en: "principal 12.345 yuan: three decimals",
    },
    Fault {
        lender: 2,
        after: 77,
        cell: Some((Field::Balance, "-5000")),
        what_zh: "贷款余额(元)是 -5000，为负数",
        what_en: "balance -5000: negative",
    },
    Fault {
        lender: 3,
        after: 60,
        cell: Some((Field::Principal, "五万")),
        what_zh: "贷款发放金额(元)是 五万，不是数字",
        what_en: "principal 五万: not a number",
    },
];

/// One lender's file as written.
pub struct LoanFile {
    pub path: String,
    pub lender: usize,
    /// Data rows, those to be set aside included.
    pub rows: u64,
}

/// Writes the four files of a snapshot. Faults and repeated rows stand in the later snapshot only.
pub fn write(
    world: &World,
    as_of: i32,
    sink: Sink<'_>,
    set_aside: &mut Vec<SetAside>,
) -> Vec<LoanFile> {
    (0..LAYOUTS.len())
        .map(|lender| write_file(world, as_of, lender, sink, set_aside))
        .collect()
}

fn write_file(
    world: &World,
    as_of: i32,
    lender: usize,
    sink: Sink<'_>,
    set_aside: &mut Vec<SetAside>,
) -> LoanFile {
    let layout = &LAYOUTS[lender];
    let mut date = String::new();
    write_date(as_of, false, &mut date);
    let path = format!("{date}/{}", layout.file_name);
    let mut file = FileWriter {
        world,
        as_of,
        lender,
        path: path.clone(),
        output: Output::begin(sink, path.clone(), layout.encoding),
        cells: Vec::new(),
        rows: 0,
    };
    file.head(&date);
    let shown =
        |loan: &Loan| usize::from(loan.lender) == lender && world.is_in_snapshot(loan, as_of);
    for (index, loan) in world.loans.iter().enumerate() {
        if shown(loan) {
            let line = file.loan(index);
            if as_of == AS_OF && world.has_plants() {
                // The lender who reported the loan before is read first, so this row is the one set aside.
                if matches!(loan.twist, Twist::RepeatedAtLender(other) if usize::from(other) < lender)
                {
                    set_aside.push(file.repeat(index, line, ELSEWHERE));
                }
                set_aside.extend(file.fault(index));
            }
        }
    }
    if as_of == AS_OF {
        file.repeats(set_aside);
    }
    let rows = file.rows;
    file.output.finish();
    LoanFile { path, lender, rows }
}

/// Where a loan number stands already.
const HERE: (&str, &str) = ("本文件", "this file");
const ELSEWHERE: (&str, &str) = ("另一银行文件", "another lender's file");

struct FileWriter<'a, 'o, 'sink> {
    world: &'a World,
    as_of: i32,
    lender: usize,
    path: String,
    output: Output<'o, 'sink>,
    cells: Vec<String>,
    rows: u64,
}

impl FileWriter<'_, '_, '_> {
    fn head(&mut self, date: &str) {
        let layout = &LAYOUTS[self.lender];
        if layout.titled {
            let title = format!(
                "{}扶贫小额信贷台账  单位：万元  数据日期：{date}",
                LENDERS[self.lender]
            );
            let mut cells = vec![String::new(); layout.columns.len()];
            cells[0] = title;
            self.output.row(&cells, layout.separator, layout.line_end);
        }
        let headers: Vec<&str> = layout.columns.iter().map(|(header, _)| *header).collect();
        self.output.row(&headers, layout.separator, layout.line_end);
    }

    fn fill(&mut self, index: usize) {
        let layout = &LAYOUTS[self.lender];
        Entry {
            world: self.world,
            index,
            as_of: self.as_of,
            lender: self.lender,
            layout,
        }
        .write(&mut self.cells);
    }

    fn put(&mut self, cells_kept: usize) -> u64 {
        let layout = &LAYOUTS[self.lender];
        self.rows += 1;
        self.output
            .row(&self.cells[..cells_kept], layout.separator, layout.line_end)
    }

    fn loan(&mut self, index: usize) -> u64 {
        self.fill(index);
        self.put(self.cells.len())
    }

    /// After certain rows, an extra row with something wrong in it, made from the row before.
    fn fault(&mut self, index: usize) -> Option<SetAside> {
        let (number, fault) = FAULTS
            .iter()
            .enumerate()
            .find(|(_, fault)| fault.lender == self.lender && fault.after == self.rows)?;
        self.fill(index);
        let columns = LAYOUTS[self.lender].columns;
        let position = |wanted: Field| columns.iter().position(|(_, field)| *field == wanted);
        if let Some(at) = position(Field::LoanNumber) {
            // Numbers from 9900001 on belong to no loan of the county.
            self.cells[at] = format!(
                "{}-2019-{:07}",
                NUMBER_PREFIXES[self.lender],
                9_900_001 + number
            );
        }
        let mut kept = columns.len();
        match fault.cell {
            Some((field, text)) => self.cells[position(field)?] = text.to_string(),
            None => kept = 6,
        }
        let line = self.put(kept);
        Some(SetAside {
            path: self.path.clone(),
            line,
            what_zh: fault.what_zh.into(),
            what_en: fault.what_en.into(),
        })
    }

    /// Loan numbers that stand in the file a second time, or that another lender has already reported.
    fn repeats(&mut self, set_aside: &mut Vec<SetAside>) {
        for index in 0..self.world.loans.len() {
            let loan = &self.world.loans[index];
            let own = usize::from(loan.lender) == self.lender;
            let again = match loan.twist {
                Twist::RepeatedInFile => own,
                Twist::RepeatedAtLender(other) => usize::from(other) == self.lender,
                _ => false,
            };
            if again {
                let line = self.loan(index);
                // A copy in the file that is read first is taken for the loan; see `write_file`.
                let is_first = !own && self.lender < usize::from(loan.lender);
                if !is_first {
                    let place = if own { HERE } else { ELSEWHERE };
                    set_aside.push(self.repeat(index, line, place));
                }
            }
        }
    }

    fn repeat(&self, index: usize, line: u64, (zh, en): (&str, &str)) -> SetAside {
        let number = self.world.loan_number(index);
        SetAside {
            path: self.path.clone(),
            line,
            what_zh: format!("借据号 {number} 在{zh}中已有（后读到的一行搁置）"),
            what_en: format!(
                "loan number {number} stands in {en} too; the row read later is set aside"
            ),
        }
    }
}
