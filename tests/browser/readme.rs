//! The figures that `sample_data/README.md` states. The generator adds them up while it invents the loans, without the
//! engine, so that a page which shows them has read and computed rightly.

use std::fs;
use std::path::PathBuf;

/// A file of the sample.
pub fn sample_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// The later month's loan files, one of each lender.
pub fn loan_files() -> Vec<PathBuf> {
    let names = [
        "云岫农商银行_贷款台账.csv",
        "惠农银行云岫县支行_贷款明细.csv",
        "绿邮储蓄银行云岫县支行_台账.txt",
        "云岫锦禾村镇银行_贷款表.csv",
    ];
    let path = |name: &str| sample_file(&format!("2019-11-30/{name}"));
    names.into_iter().map(path).collect()
}

/// Everything of the later month, in the order in which `analyze` takes the kinds.
pub fn all_files() -> Vec<PathBuf> {
    let mut files = loan_files();
    files.extend(["roster.csv", "villages.csv", "townships.geojson"].map(sample_file));
    files
}

/// The cells of the rows of the README's tables that have so many columns.
pub fn rows(columns: usize) -> Vec<Vec<String>> {
    let text = fs::read_to_string(sample_file("README.md")).expect("the sample's README");
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches('|');
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    text.lines()
        .filter(|line| line.starts_with('|') && !line.starts_with("|---"))
        .map(cells)
        .filter(|row| row.len() == columns)
        .collect()
}

/// The row of the sums that is of the later month and of this lender, or of all (`合计 all`).
pub fn sums_of(lender: &str) -> Vec<String> {
    let mut rows = rows(10).into_iter();
    let row = rows.find(|row| row[0] == "2019-11-30" && row[1] == lender);
    row.unwrap_or_else(|| panic!("the README has no sums of {lender}"))
}

/// The townships: name, loans, balance, overdue balance, overdue rate.
pub fn townships() -> Vec<Vec<String>> {
    let rows = rows(5).into_iter();
    let rows: Vec<_> = rows.filter(|row| row[0] != "乡镇 township").collect();
    assert_eq!(rows.len(), 24);
    rows
}

/// A row of the sample that must not be used.
pub struct SetAside {
    /// The name of its file.
    pub file: String,
    /// Its line there.
    pub line: String,
    /// The loan's number, if it is set aside because another lender's file has the loan too.
    pub repeated_loan: Option<String>,
}

/// The rows to be set aside.
pub fn set_aside() -> Vec<SetAside> {
    let rows = rows(4).into_iter();
    let rows = rows.filter(|row| row[0].starts_with("`2019-11-30/"));
    let rows: Vec<SetAside> = rows
        .map(|row| SetAside {
            file: row[0].trim_matches('`').replace("2019-11-30/", ""),
            line: row[1].clone(),
            repeated_loan: row[2]
                .contains("另一银行文件")
                .then(|| row[2].split(' ').nth(1).expect("a number").to_owned()),
        })
        .collect();
    assert_eq!(rows.len(), 11);
    rows
}

/// A whole number of yuan as the page writes it: `1,234,567.00`.
pub fn in_yuan(whole: &str) -> String {
    format!("{}.00", grouped(whole))
}

/// A whole number as the page writes it: `12,000`.
pub fn grouped(whole: &str) -> String {
    let digits = whole.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = digits.map(String::from_utf8_lossy).collect();
    groups.join(",")
}
