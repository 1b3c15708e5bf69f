//! What holds for every set of files: sums add up, and neither the order of rows, nor how they are cut into files and
//! slices, changes a figure.

use std::fmt::Write as _;

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::figures::NotInRoster;
use credit_atlas::report::{Date, Fen, Figures, Finding, Outcome, RegisterQuery, Report, Settings};
use credit_atlas::report::{build, select};
use proptest::prelude::*;

/// One row of a loan file; days count from 2018-01-01.
#[derive(Clone, Debug)]
struct Row {
    number: usize,
    household: u8,
    township: u8,
    village: u8,
    lender: u8,
    /// Hundreds of fen lent, and how many hundredths of that are still owed.
    lent: u32,
    owed_part: u8,
    disbursed: i32,
    term: i32,
    extension: Option<i32>,
    settled: Option<i32>,
    /// A row that must be set aside, by what is wrong with it.
    fault: u8,
}

const HEADER: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,展期到期日,结清日期\n";

fn day(days: i32) -> Date {
    Date::from_ymd(2018, 1, 1).expect("a day").plus_days(days)
}

fn as_of() -> Date {
    day(730)
}

impl Row {
    fn is_good(&self) -> bool {
        self.fault > 3
    }

    fn line(&self) -> String {
        let lent = Fen(i64::from(self.lent) * 100);
        let owed = Fen(i64::from(self.lent) * i64::from(self.owed_part));
        let maturity = self.disbursed + self.term;
        let date = |days: Option<i32>| days.map(|days| day(days).to_string());
        let mut cells = vec![
            format!("JJ{}", self.number),
            format!("YX{}", self.household),
            // Villages of one name stand in every township.
            format!("{}号镇", self.township),
            format!("{}号村", self.village),
            format!("{}号银行", self.lender),
            lent.to_string(),
            owed.to_string(),
            day(self.disbursed).to_string(),
            day(maturity).to_string(),
            date(self.extension.map(|days| maturity + days)).unwrap_or_default(),
            date(self.settled.map(|days| self.disbursed + days)).unwrap_or_default(),
        ];
        match self.fault {
            0 => cells[7] = "2019-02-30".to_owned(),
            1 => cells[6] = "五万".to_owned(),
            2 => cells.truncate(5),
            3 => cells[3] = "\"没有结束".to_owned(),
            _ => {}
        }
        cells.join(",") + "\n"
    }
}

fn row() -> impl Strategy<Value = Row> {
    let whose = (0..25_u8, 0..3_u8, 0..3_u8, 0..3_u8);
    let money = (1..90_000_u32, prop_oneof![Just(0), Just(100), 0..=100_u8]);
    let extension = proptest::option::weighted(0.1, 1..400);
    let settled = proptest::option::weighted(0.5, 0..1200);
    let days = (0..700, 30..1100, extension, settled);
    (whose, money, days, 0..40_u8).prop_map(|(whose, money, days, fault)| Row {
        number: 0,
        household: whose.0,
        township: whose.1,
        village: whose.2,
        lender: whose.3,
        lent: money.0,
        owed_part: money.1,
        disbursed: days.0,
        term: days.1,
        extension: days.2,
        settled: days.3,
        fault,
    })
}

/// Rows with loan numbers that are all different.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(row(), 1..60).prop_map(|mut rows| {
        for (number, row) in rows.iter_mut().enumerate() {
            row.number = number;
        }
        // A report needs a loan.
        rows[0].fault = u8::MAX;
        rows
    })
}

fn file(rows: &[Row]) -> String {
    rows.iter()
        .fold(HEADER.to_owned(), |text, row| text + &row.line())
}

/// Even households are in the roster, in villages of their own.
fn roster() -> String {
    let mut text = "户编号,乡镇,行政村,家庭人口数\n".to_owned();
    for household in (0..40).step_by(2) {
        let (township, village) = (household % 4, household % 3);
        let _ = writeln!(text, "YX{household},{township}号镇,{village}号村,4");
    }
    text
}

fn report_of(files: &[String], as_of: Date, slice: usize) -> Report {
    let mut session = Session::new();
    source::read(&mut session, "roster.csv", roster().as_bytes(), slice);
    for (at, text) in files.iter().enumerate() {
        source::read(&mut session, &format!("{at}.csv"), text.as_bytes(), slice);
    }
    build::report(&session.finish(), as_of, &Settings::default()).expect("a good row")
}

/// The report without what tells of files, lines and the order of rows.
fn figures_only(report: &Report) -> serde_json::Value {
    let mut value = serde_json::to_value(report).expect("plain data");
    value["reading"] = serde_json::Value::Null;
    value["not_in_roster"]["first"] = serde_json::Value::Null;
    value
}

/// What can be added up of a group: loans, money, and the money of matured loans.
fn sums(of: &Figures) -> Vec<i128> {
    let money = |fen: Option<Fen>| i128::from(fen.map_or(-1, |fen| fen.0));
    let count = |count: Option<u64>| count.map_or(-1, i128::from);
    let mut sums = vec![
        of.loans.into(),
        of.outstanding_loans.into(),
        of.disbursed_principal.0.into(),
        of.outstanding_principal.0.into(),
        money(of.overdue_by_amount.numerator),
        count(of.overdue_by_loans.numerator),
        money(of.npl_by_amount.numerator),
        count(of.npl_by_loans.numerator),
        of.matured_loans.into(),
        count(of.repaid_by_loans.numerator),
        money(of.recovered_by_amount.numerator),
        money(of.recovered_by_amount.denominator),
    ];
    for class in &of.classes {
        sums.extend([
            money(class.by_amount.numerator),
            count(class.by_loans.numerator),
        ]);
    }
    for due in &of.due_within {
        sums.extend([
            money(due.by_amount.numerator),
            count(due.by_loans.numerator),
        ]);
    }
    sums
}

fn added<'a>(groups: impl Iterator<Item = &'a Figures>) -> Vec<i128> {
    groups.map(sums).fold(Vec::new(), |all, own| {
        if all.is_empty() {
            own
        } else {
            all.iter().zip(own).map(|(a, b)| a + b).collect()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn sums_add_up(rows in rows()) {
        let report = report_of(&[file(&rows)], as_of(), 1 << 16);
        let total = sums(&report.total);
        prop_assert_eq!(&added(report.villages.iter().map(|row| &row.figures)), &total);
        prop_assert_eq!(&added(report.townships.iter().map(|row| &row.figures)), &total);
        prop_assert_eq!(&added(report.lenders.iter().map(|row| &row.figures)), &total);
        for township in &report.townships {
            let own = report.villages.iter().filter(|row| row.township == township.township);
            prop_assert_eq!(added(own.map(|row| &row.figures)), sums(&township.figures));
        }
        let balance = report.total.outstanding_principal;
        let classes = &report.total.classes;
        prop_assert_eq!(classes.iter().filter_map(|class| class.by_amount.numerator).sum::<Fen>(), balance);
        prop_assert_eq!(
            classes.iter().filter_map(|class| class.by_loans.numerator).sum::<u64>(),
            report.total.outstanding_loans
        );
        prop_assert_eq!(report.maturities.iter().map(|row| row.outstanding_principal).sum::<Fen>(), balance);
        prop_assert_eq!(
            report.maturities.iter().map(|row| row.overdue_principal).sum::<Fen>(),
            report.total.overdue_by_amount.numerator.expect("a sum")
        );
        let order = &report.credit_villages;
        prop_assert_eq!(
            order.ranked.len() + order.too_few.len() + order.undetermined.len(),
            report.villages.len()
        );
    }

    #[test]
    fn used_and_set_aside_are_the_rows_and_every_bad_row_has_a_finding(rows in rows()) {
        let report = report_of(&[file(&rows)], as_of(), 1 << 16);
        let read = &report.reading.files[1];
        prop_assert_eq!(read.rows, rows.len() as u64);
        prop_assert_eq!(read.used + read.set_aside, read.rows);
        let good = rows.iter().filter(|row| row.is_good()).count() as u64;
        prop_assert_eq!(read.used, good);
        prop_assert_eq!(report.total.loans, good);
        // Rows that are used may contradict one another; that costs none of them.
        let costs_a_row = |finding: &&Finding| finding.outcome == Outcome::RowSetAside;
        let lines: Vec<Option<u32>> = read.findings.iter().filter(costs_a_row).map(|finding| finding.line).collect();
        let bad: Vec<Option<u32>> = rows
            .iter()
            .filter(|row| !row.is_good())
            .map(|row| Some(row.number as u32 + 2))
            .collect();
        prop_assert_eq!(lines, bad);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let (one, other) = (report_of(&[file(&rows)], as_of(), 1 << 16), report_of(&[file(&shuffled)], as_of(), 1 << 16));
        prop_assert_eq!(figures_only(&one), figures_only(&other));
    }

    #[test]
    fn cutting_a_file_into_two_does_not_matter(rows in rows(), at in 0..60_usize) {
        let (front, back) = rows.split_at(at.min(rows.len()));
        let one = report_of(&[file(&rows)], as_of(), 1 << 16);
        let two = report_of(&[file(front), file(back)], as_of(), 1 << 16);
        prop_assert_eq!(figures_only(&one), figures_only(&two));
        prop_assert_eq!(one.reading.loans, two.reading.loans);
    }

    #[test]
    fn the_size_of_slices_does_not_matter(rows in rows(), slice in 1..300_usize) {
        let files = [file(&rows)];
        let whole = report_of(&files, as_of(), usize::MAX);
        prop_assert_eq!(&report_of(&files, as_of(), slice), &whole);
        prop_assert_eq!(&report_of(&files, as_of(), 1), &whole);
    }

    #[test]
    fn every_loan_finds_its_own_line_again(rows in rows(), slice in 1..300_usize) {
        let text = file(&rows);
        let mut session = Session::new();
        source::read(&mut session, "0.csv", text.as_bytes(), slice);
        let intake = session.finish();
        for at in 0..intake.county.loans.len() as u64 {
            let (_, start, length) = select::bytes_of(&intake, at).expect("a loan");
            let bytes = &text.as_bytes()[start as usize..][..length as usize];
            let loan = select::detail(&intake, as_of(), &Settings::default(), at, bytes).expect("a loan");
            prop_assert_eq!(&loan.cells[0].text, &loan.row.loan_number);
            let line = text.lines().nth(loan.line as usize - 1).expect("a line");
            prop_assert_eq!(line.as_bytes(), bytes);
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes(rows in rows()) {
        let bytes = || serde_json::to_vec(&report_of(&[file(&rows)], as_of(), 1 << 16)).expect("plain data");
        prop_assert_eq!(bytes(), bytes());
    }

    #[test]
    fn two_villages_of_one_name_in_two_townships_never_merge(rows in rows()) {
        let report = report_of(&[file(&rows)], as_of(), 1 << 16);
        for village in &report.villages {
            let own = rows.iter().filter(|row| {
                row.is_good()
                    && village.township == format!("{}号镇", row.township)
                    && village.village == format!("{}号村", row.village)
            });
            prop_assert_eq!(village.figures.loans, own.count() as u64);
        }
        let mut places: Vec<_> = report.villages.iter().map(|row| (&row.township, &row.village)).collect();
        let count = places.len();
        places.dedup();
        prop_assert_eq!(places.len(), count);
    }

    #[test]
    fn a_later_day_never_lowers_days_past_due_nor_betters_a_class(rows in rows(), later in 0..800) {
        let mut session = Session::new();
        source::read(&mut session, "0.csv", file(&rows).as_bytes(), 1 << 16);
        let intake = session.finish();
        let standings = |as_of: Date| {
            let query = RegisterQuery { limit: 100, ..RegisterQuery::default() };
            let page = select::Selection::of(&intake.county, as_of, &Settings::default(), &query).page(&intake.county, 0, 100);
            page.rows.into_iter().map(|row| (row.days_past_due, row.class)).collect::<Vec<_>>()
        };
        let (before, after) = (standings(as_of()), standings(as_of().plus_days(later)));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.into_iter().zip(after) {
            prop_assert_eq!(before.0.is_some(), after.0.is_some());
            prop_assert!(before.0 <= after.0 && before.1 <= after.1);
        }
        // Between two loans of one day, the one with more days past due has no better class.
        let mut all = standings(as_of());
        all.sort();
        prop_assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }

    #[test]
    fn a_table_of_any_text_is_read_without_failing(text in "[借据号,户编乡镇\"\n\r0-9.;\t ]{0,200}", slice in 1..20_usize) {
        for head in ["", HEADER] {
            let mut session = Session::new();
            source::read(&mut session, "any.csv", format!("{head}{text}").as_bytes(), slice);
            let read = build::reading(&session.finish());
            prop_assert_eq!(read.files[0].used + read.files[0].set_aside, read.files[0].rows);
        }
    }

    #[test]
    fn any_bytes_are_read_without_failing(bytes in proptest::collection::vec(any::<u8>(), 0..400), slice in 1..50_usize) {
        let mut session = Session::new();
        source::read(&mut session, "any", &bytes, slice);
        let table = [HEADER.as_bytes(), &bytes].concat();
        source::read(&mut session, "any.csv", &table, slice);
        for file in build::reading(&session.finish()).files {
            prop_assert_eq!(file.used + file.set_aside, file.rows);
        }
    }
}

#[test]
fn the_list_of_loans_outside_the_roster_is_in_the_order_of_the_files() {
    let rows: Vec<Row> = (0..300)
        .map(|number| Row {
            number,
            household: 1,
            township: 0,
            village: 0,
            lender: 0,
            lent: 10,
            owed_part: 100,
            disbursed: 0,
            term: 365,
            extension: None,
            settled: None,
            fault: u8::MAX,
        })
        .collect();
    let report = report_of(&[file(&rows[..150]), file(&rows[150..])], as_of(), 1 << 16);
    let listed: Vec<String> = report
        .not_in_roster
        .first
        .iter()
        .map(|loan| loan.loan_number.clone())
        .collect();
    let expected: Vec<String> = (0..NotInRoster::LISTED)
        .map(|number| format!("JJ{number}"))
        .collect();
    assert_eq!(listed, expected);
    assert_eq!(report.not_in_roster.by_loans.numerator, Some(300));
}
