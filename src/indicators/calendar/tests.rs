//! The calendar, worked out by hand over a few loans, and against a plain count over many.

use super::*;
use crate::domain::Loan;
use crate::policy::days_past_due::tests::{day, loan};
use proptest::prelude::*;

fn due_on(maturity: &str, fen: i64) -> Loan {
    Loan {
        maturity_date: day(maturity),
        ..loan(fen)
    }
}

fn calendar(loans: &[Loan], as_of: &str) -> Calendar {
    let mut counting = Counting::new(Span::of(day(as_of)));
    for loan in loans {
        counting.add(loan);
    }
    counting.calendar(Some(15_000))
}

fn due(loans: u64, fen: i64) -> Due {
    Due {
        loans,
        outstanding_principal: Fen(fen),
    }
}

#[test]
fn the_as_of_date_itself_is_still_to_come_and_the_day_before_is_past_due() {
    let loans = [
        due_on("2019-11-29", 1),
        due_on("2019-11-30", 2),
        due_on("2020-10-31", 4),
        due_on("2020-11-01", 8),
        due_on("2018-01-01", 16),
        loan(0),
    ];
    let calendar = calendar(&loans, "2019-11-30");
    assert_eq!(calendar.overdue, due(2, 17));
    assert_eq!(calendar.before, due(1, 16));
    assert_eq!(calendar.coming, due(2, 6));
    assert_eq!(calendar.later, due(1, 8));
    // 1 November 2019 was a Friday, 31 October 2020 a Saturday: the weeks about them are whole.
    assert_eq!(
        calendar.days.first().map(|day| day.day),
        Some(day("2019-10-28"))
    );
    assert_eq!(
        calendar.days.last().map(|day| day.day),
        Some(day("2020-11-01"))
    );
    assert_eq!(calendar.weeks.len() * 7, calendar.days.len());
    let first = calendar.months[0];
    assert_eq!((first.coming, first.overdue), (due(1, 2), due(1, 1)));
}

#[test]
fn a_week_that_the_as_of_date_cuts_has_a_part_past_due_and_a_part_to_come() {
    let loans = [due_on("2019-11-25", 1), due_on("2019-12-01", 2)];
    let calendar = calendar(&loans, "2019-11-28");
    let week = calendar.weeks.iter().find(|week| week.week == 48);
    let expected = DueWeek {
        monday: day("2019-11-25"),
        year: 2019,
        week: 48,
        coming: due(1, 2),
        overdue: due(1, 1),
    };
    assert_eq!(week, Some(&expected));
}

#[test]
fn peaks_and_the_smallest_half_are_of_what_is_still_to_come() {
    let loans = [
        due_on("2019-11-01", 1_000),
        due_on("2019-12-25", 30),
        due_on("2019-12-25", 30),
        due_on("2020-03-02", 50),
        due_on("2020-04-02", 10),
    ];
    let calendar = calendar(&loans, "2019-11-30");
    let peaks: Vec<String> = calendar
        .months
        .iter()
        .filter(|month| month.is_peak == Some(true))
        .map(|month| month.month.to_string())
        .collect();
    assert_eq!(peaks, ["2019-12", "2020-03"]);
    let half = &calendar.half_by_amount;
    assert_eq!(half.months, [day("2019-12-01").month()]);
    assert_eq!(
        (half.share.numerator, half.share.denominator),
        (Some(Fen(60)), Some(Fen(120)))
    );
    assert_eq!(calendar.half_by_loans.share.numerator, Some(2));
}

#[test]
fn dues_on_weekends_and_holidays_are_summed_apart() {
    let loans = [
        due_on("2019-12-01", 1),
        due_on("2020-01-01", 2),
        // 元宵 is no holiday; 25 January 2020 was both a Saturday and 春节.
        due_on("2020-01-25", 4),
        due_on("2020-02-10", 8),
        due_on("2019-11-30", 16),
    ];
    let calendar = calendar(&loans, "2019-11-30");
    assert_eq!(calendar.on_weekends, due(2, 17));
    assert_eq!(calendar.on_holidays, due(2, 6));
}

#[test]
fn nothing_due_is_no_half_and_no_share() {
    let calendar = calendar(&[], "2019-11-30");
    assert!(calendar.half_by_amount.months.is_empty());
    assert_eq!(calendar.half_by_amount.share.percent, None);
    assert_eq!(calendar.months.len(), 12);
}

#[test]
fn what_has_fallen_due_by_the_end_of_a_part_is_all_before_it_and_itself() {
    let loans = [
        due_on("2019-11-25", 1),
        due_on("2019-12-01", 2),
        due_on("2019-12-02", 4),
        due_on("2020-01-31", 8),
    ];
    let as_of = day("2019-11-30");
    let calendar = calendar(&loans, "2019-11-30");
    let cumulative = |step| -> Vec<(String, i64)> {
        let periods = calendar.periods(step, as_of);
        let moving = periods.iter().filter(|period| period.coming.loans > 0);
        moving
            .map(|period| {
                (
                    period.first.to_string(),
                    period.cumulative.outstanding_principal.0,
                )
            })
            .collect()
    };
    let expect = |parts: [(&str, i64); 3]| parts.map(|(day, fen)| (day.to_owned(), fen));
    assert_eq!(
        cumulative(Step::Day),
        expect([("2019-12-01", 2), ("2019-12-02", 6), ("2020-01-31", 14)])
    );
    assert_eq!(
        cumulative(Step::Week),
        expect([("2019-11-25", 2), ("2019-12-02", 6), ("2020-01-27", 14)])
    );
    assert_eq!(cumulative(Step::Month)[0], ("2019-12-01".to_owned(), 6));
}

#[test]
fn the_sheet_of_a_month_has_its_days_under_their_weekdays() {
    let calendar = calendar(&[due_on("2020-02-29", 1)], "2019-11-30");
    let sheet = calendar.sheet(day("2020-02-01").month());
    assert_eq!(sheet.len(), 5);
    assert_eq!(sheet.iter().flatten().flatten().count(), 29);
    // The first of February 2020 was a Saturday, so was the last.
    assert_eq!(sheet[0][5].map(|day| day.day), Some(day("2020-02-01")));
    assert_eq!(sheet[4][5].map(|day| day.due.loans), Some(1));
    assert!(sheet[4][6].is_none());
}

proptest! {
    #[test]
    fn days_weeks_months_and_groups_add_up_to_all_loans_with_a_balance(
        dues in proptest::collection::vec((-900..900_i32, 0..500_i64, 0..4_usize), 0..80),
        as_of in 17_000..19_000_i32,
    ) {
        let as_of = Date::from_days(as_of);
        let span = Span::of(as_of);
        let (mut counting, slots) = (Counting::new(span), Slots::new(span));
        let mut grouped = Grouped::default();
        let mut all = Due::default();
        for &(days, fen, group) in &dues {
            let loan = Loan { maturity_date: as_of.plus_days(days), ..loan(fen) };
            counting.add(&loan);
            if let Some(slot) = slots.of(&loan) {
                prop_assert_eq!(slot.is_coming(), span.is_coming(loan.maturity_date));
                grouped.add(group, slot, &loan);
                all.add(loan.outstanding_principal);
            }
        }
        let calendar = counting.calendar(None);
        let sum = |parts: &[Due]| parts.iter().copied().sum::<Due>();
        prop_assert_eq!(sum(&[calendar.overdue, calendar.coming, calendar.later]), all);
        let of_days: Due = calendar.days.iter().map(|day| day.due).sum();
        let of_weeks: Due = calendar.weeks.iter().map(|week| sum(&[week.coming, week.overdue])).sum();
        prop_assert_eq!(of_days, of_weeks);
        let of_months: Due = calendar.months.iter().map(|month| month.coming).sum();
        prop_assert_eq!(of_months, calendar.coming);
        let groups = grouped.named(|at| at.to_string());
        prop_assert_eq!(groups.iter().map(GroupDues::all).sum::<Due>(), all);
        for (at, month) in calendar.months.iter().enumerate() {
            let of_groups: Due = groups.iter().map(|group| group.months[at]).sum();
            prop_assert_eq!(of_groups, month.coming);
        }
    }
}
