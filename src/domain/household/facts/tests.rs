//! Facts are given back as they were set, in whatever order, and what none said is unknown.

use super::*;

#[test]
fn facts_are_given_back_as_they_were_set_and_unknown_ones_are_unknown() {
    let mut columns = FactColumns::default();
    let facts = HouseholdFacts {
        poverty_status: Some(PovertyStatus::Removed),
        loan_wish: Some(false),
        family_size: Some(0),
        exit_year: Some(2017),
        identified_on: Some(Date::from_days(0)),
        credit_line: Some(Fen(0)),
        ..HouseholdFacts::default()
    };
    columns.set(3, &facts, (1, 12), Some(Date::from_days(17)));
    columns.set(1, &HouseholdFacts::default(), (0, 7), None);
    assert_eq!(columns.get(3), facts);
    assert_eq!(columns.place(3), (1, 12));
    assert_eq!(columns.status_day(3), Some(Date::from_days(17)));
    for nothing in [0, 1, 2, 4] {
        assert_eq!(columns.get(nothing), HouseholdFacts::default());
        assert_eq!(columns.status_day(nothing), None);
    }
    assert_eq!(columns.place(1), (0, 7));
}

#[test]
fn what_every_roster_has_takes_eight_bytes_a_household() {
    assert_eq!(size_of::<Narrow>(), 8);
}

#[test]
fn a_year_that_does_not_fit_beside_the_rest_is_kept_all_the_same() {
    let mut columns = FactColumns::default();
    for (at, year) in [
        None,
        Some(1950),
        Some(2203),
        Some(2204),
        Some(1949),
        Some(0),
    ]
    .into_iter()
    .enumerate()
    {
        let facts = HouseholdFacts {
            exit_year: year,
            ..HouseholdFacts::default()
        };
        columns.set(at, &facts, (0, 1), None);
        assert_eq!(columns.get(at).exit_year, year);
    }
}
