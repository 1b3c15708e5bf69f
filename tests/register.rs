//! What a click on a figure leads to: the register's loans behind it are as many, and hold as much, as the figure says.

use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::report::build::report;
use credit_atlas::report::select::Selection;
use credit_atlas::report::{Date, Fen, Figures, RegisterPage, RegisterQuery, Report, Settings};
use credit_atlas::sample;

struct Read {
    intake: credit_atlas::intake::file_read::Intake,
    report: Report,
}

fn the_sample() -> Read {
    let mut session = Session::new();
    for file in sample::later_month() {
        source::read(&mut session, &file.path, &file.bytes, 1 << 20);
    }
    let intake = session.finish();
    let as_of: Date = "2019-11-30".parse().expect("a day");
    let report = report(&intake, as_of, &Settings::default()).expect("the sample has loans");
    Read { intake, report }
}

impl Read {
    fn select(&self, query: &RegisterQuery) -> RegisterPage {
        let county = &self.intake.county;
        Selection::of(county, self.report.as_of, &Settings::default(), query).page(county, 0, 0)
    }

    /// Every figure of a group against the register narrowed to the group and to the figure.
    fn compare(&self, figures: &Figures, group: &RegisterQuery) {
        let loans = |narrow: &dyn Fn(&mut RegisterQuery)| {
            let mut query = group.clone();
            narrow(&mut query);
            let page = self.select(&query);
            (Some(page.loans), Some(page.outstanding_principal))
        };
        assert_eq!(loans(&|_| {}).0, Some(figures.loans));
        assert_eq!(
            loans(&|query| query.outstanding_only = true),
            (
                Some(figures.outstanding_loans),
                Some(figures.outstanding_principal)
            )
        );
        assert_eq!(
            loans(&|query| query.overdue = Some(true)),
            (
                figures.overdue_by_loans.numerator,
                figures.overdue_by_amount.numerator
            )
        );
        assert_eq!(
            loans(&|query| query.non_performing = true),
            (
                figures.npl_by_loans.numerator,
                figures.npl_by_amount.numerator
            )
        );
        for class in &figures.classes {
            assert_eq!(
                loans(&|query| query.class = Some(class.class)),
                (class.by_loans.numerator, class.by_amount.numerator)
            );
        }
        for due in &figures.due_within {
            assert_eq!(
                loans(&|query| query.due_within_days = Some(due.days)),
                (due.by_loans.numerator, due.by_amount.numerator)
            );
        }
        assert_eq!(
            loans(&|query| query.matured = true).0,
            Some(figures.matured_loans)
        );
    }
}

#[test]
fn the_register_behind_every_figure_adds_up_to_it() {
    let read = the_sample();
    read.compare(&read.report.total, &RegisterQuery::default());
    for row in &read.report.townships {
        let group = RegisterQuery {
            township: Some(row.township.clone()),
            ..RegisterQuery::default()
        };
        read.compare(&row.figures, &group);
    }
    for row in &read.report.lenders {
        let group = RegisterQuery {
            lender: Some(row.lender.clone()),
            ..RegisterQuery::default()
        };
        read.compare(&row.figures, &group);
    }
    for row in &read.report.villages {
        let group = RegisterQuery {
            township: Some(row.township.clone()),
            village: Some(row.village.clone()),
            ..RegisterQuery::default()
        };
        read.compare(&row.figures, &group);
    }
}

#[test]
fn the_register_of_a_month_and_of_loans_outside_the_roster_adds_up_too() {
    let read = the_sample();
    for row in &read.report.maturities {
        let query = RegisterQuery {
            maturity_month: Some(row.month),
            outstanding_only: true,
            ..RegisterQuery::default()
        };
        let page = read.select(&query);
        let found = (
            page.loans,
            page.outstanding_principal,
            page.overdue_principal,
        );
        assert_eq!(
            found,
            (row.loans, row.outstanding_principal, row.overdue_principal)
        );
    }
    let outside = read.select(&RegisterQuery {
        not_in_roster: true,
        ..RegisterQuery::default()
    });
    assert_eq!(
        Some(outside.loans),
        read.report.not_in_roster.by_loans.numerator
    );
    assert_eq!(
        Some(outside.outstanding_principal),
        read.report.not_in_roster.by_amount.numerator
    );
}

#[test]
fn a_window_is_cut_from_the_whole_order_whichever_way_it_runs() {
    let read = the_sample();
    let county = &read.intake.county;
    let query = RegisterQuery {
        sort: credit_atlas::report::RegisterSort::OutstandingPrincipal,
        descending: true,
        ..RegisterQuery::default()
    };
    let selection = Selection::of(county, read.report.as_of, &Settings::default(), &query);
    let whole: Vec<_> = selection.rows(county).collect();
    assert!(whole.is_sorted_by_key(|row| (std::cmp::Reverse(row.outstanding_principal), row.row)));
    assert_eq!(selection.page(county, 5_000, 100).rows, whole[5_000..5_100]);
    assert_eq!(selection.page(county, 11_950, 100).rows, whole[11_950..]);
    let sum: Fen = whole.iter().map(|row| row.outstanding_principal).sum();
    assert_eq!(sum, selection.page(county, 0, 0).outstanding_principal);
}
