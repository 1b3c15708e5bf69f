//! The dues of a county read from files: groups against the county, a group's own calendar, the register behind them.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::super::select::Selection;
use super::super::super::{RegisterQuery, Settings};
use super::super::policy;
use super::*;
use crate::domain::Fen;
use crate::intake::file_read::Intake;
use crate::intake::session::Session;
use crate::intake::source;

const HEADER: &str =
    "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期,用款企业\n";

/// One loan: household, township, lender, enterprise (0 for none), balance in thousands of yuan, days until it is due.
type Row = (u8, u8, u8, u8, i64, i32);

fn as_of() -> Date {
    "2019-11-30".parse().expect("a day")
}

fn read(rows: &[(usize, Row)]) -> Intake {
    let mut text = HEADER.to_owned();
    for (number, (household, township, lender, enterprise, balance, days)) in rows {
        let code = match enterprise {
            0 => String::new(),
            at => format!("QY{at}"),
        };
        let _ = writeln!(
            text,
            "JJ{number:03},YX{household},{township}号镇,新村,{lender}号银行,50000.00,{}.00,2015-01-01,{},{code}",
            balance * 1_000,
            as_of().plus_days(*days),
        );
    }
    let mut session = Session::new();
    source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
    session.finish()
}

fn of(intake: &Intake) -> DuesReport {
    policy(&intake.county, as_of(), &Settings::default()).dues
}

fn rows() -> impl Strategy<Value = Vec<(usize, Row)>> {
    let row = (0..9_u8, 0..3_u8, 0..2_u8, 0..3_u8, 0..6_i64, -500..700_i32);
    proptest::collection::vec(row, 1..30).prop_map(|rows| rows.into_iter().enumerate().collect())
}

#[test]
fn enterprises_are_compared_within_the_loans_that_name_one() {
    let rows = [
        (0, (0, 0, 0, 0, 60, 10)),
        (1, (1, 0, 0, 1, 30, 10)),
        (2, (2, 0, 0, 2, 10, 10)),
        (3, (2, 0, 0, 1, 0, 10)),
    ];
    let dues = of(&read(&rows));
    let concentration = dues.by_enterprise.expect("a column of enterprises");
    assert_eq!(concentration.by_balance.holders, 2);
    // 75 % and 25 %: 5625 + 625 points.
    assert_eq!(
        concentration.by_balance.herfindahl.hundredths,
        Some(625_000)
    );
    let names: Vec<&str> = concentration
        .largest
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["QY1", "QY2"]);
    // 60 %, 30 %, 10 % among households.
    assert_eq!(
        dues.households.by_balance.herfindahl.hundredths,
        Some(460_000)
    );
}

#[test]
fn without_a_column_of_enterprises_nothing_is_said_of_them() {
    let text = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n\
        JJ1,YX1,东镇,新村,甲银行,50000.00,50000.00,2017-01-01,2020-01-01\n";
    let mut session = Session::new();
    source::read(&mut session, "loans.csv", text.as_bytes(), 1 << 16);
    let dues = of(&session.finish());
    assert!(dues.enterprises.is_none() && dues.by_enterprise.is_none());
    assert_eq!(dues.overdue_lines, [300, 100]);
}

#[test]
fn the_rule_for_peaks_is_the_one_of_the_table_and_none_where_it_is_taken_out() {
    let rows = [(0, (0, 0, 0, 0, 60, 10)), (1, (1, 0, 0, 0, 50, 40))];
    let intake = read(&rows);
    let peaks = |settings: &Settings| -> Vec<Option<bool>> {
        let dues = policy(&intake.county, as_of(), settings).dues;
        let months = dues.calendar.months.iter();
        months.skip(1).take(2).map(|month| month.is_peak).collect()
    };
    let mut settings = Settings::default();
    assert_eq!(peaks(&settings), [Some(true), Some(true)]);
    // Of 110 over twelve months 60 are 655 % of the mean, 50 are 545 %.
    let first_day = crate::policy::parameters::BEGINNING;
    let parameter = Parameter::PeakPercentOfMean;
    settings
        .parameters
        .change(parameter, first_day, Some(60_000));
    assert_eq!(peaks(&settings), [Some(true), Some(false)]);
    settings.parameters.change(parameter, first_day, None);
    assert_eq!(peaks(&settings), [None, None]);
}

/// Groups of one sort, and how one of them is named.
type Sort<'g> = (&'g [GroupDues], fn(String) -> DuesOf);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn groups_add_up_to_the_county_and_a_groups_own_calendar_says_the_same(rows in rows()) {
        let intake = read(&rows);
        let dues = of(&intake);
        let calendar_of = |of: &DuesOf| {
            calendar_of(&intake.county, as_of(), of, &Settings::default())
        };
        prop_assert_eq!(&calendar_of(&DuesOf::County), &dues.calendar);
        let all: Due = dues.townships.iter().map(GroupDues::all).sum();
        let parts = [dues.calendar.overdue, dues.calendar.coming, dues.calendar.later];
        prop_assert_eq!(all, parts.into_iter().sum::<Due>());
        let sorts: [Sort<'_>; 3] = [
            (&dues.townships, DuesOf::Township),
            (&dues.lenders, DuesOf::Lender),
            (dues.enterprises.as_deref().unwrap_or(&[]), DuesOf::Enterprise),
        ];
        for (groups, of) in sorts {
            for group in groups {
                let own = calendar_of(&of(group.name.clone()));
                prop_assert_eq!((own.overdue, own.later), (group.overdue, group.later));
                let months: Vec<Due> = own.months.iter().map(|month| month.coming).collect();
                prop_assert_eq!(&months, &group.months);
            }
        }
        let nobody = calendar_of(&DuesOf::Lender("没有的银行".to_owned()));
        prop_assert_eq!((nobody.overdue, nobody.coming), (Due::default(), Due::default()));
    }

    #[test]
    fn the_order_of_rows_is_nothing(rows in rows()) {
        let turned: Vec<(usize, Row)> = rows.iter().rev().copied().collect();
        let bytes = |rows: &[(usize, Row)]| serde_json::to_string(&of(&read(rows))).expect("plain data");
        prop_assert_eq!(bytes(&rows), bytes(&turned));
    }

    #[test]
    fn the_register_has_the_loans_of_every_day(rows in rows()) {
        let intake = read(&rows);
        let dues = of(&intake);
        for day in dues.calendar.days.iter().filter(|day| day.due.loans > 0) {
            let query = RegisterQuery {
                due_from: Some(day.day),
                due_to: Some(day.day),
                outstanding_only: true,
                ..RegisterQuery::default()
            };
            let page = Selection::of(&intake.county, as_of(), &Settings::default(), &query)
                .page(&intake.county, 0, 0);
            prop_assert_eq!(page.loans, day.due.loans);
            prop_assert_eq!(page.outstanding_principal, day.due.outstanding_principal);
        }
        let households: Fen = dues.households.largest.iter().map(|one| one.balance.outstanding_principal).sum();
        prop_assert!(Some(households) <= dues.households.by_balance.tops.last().and_then(|top| top.share.numerator));
    }
}
