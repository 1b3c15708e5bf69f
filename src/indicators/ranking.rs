//! The order of villages by repayment, with those that cannot be ordered listed apart.

use std::cmp::Ordering;

use super::credit_village::{CreditVillageRow, CreditVillages, RepaymentBasis};

/// Puts villages in order; they come in the order of township and village, without ranks.
pub fn rank(
    rows: Vec<CreditVillageRow>,
    basis: RepaymentBasis,
    minimum_matured_loans: u64,
) -> CreditVillages {
    let mut order = CreditVillages {
        basis,
        minimum_matured_loans,
        ranked: Vec::new(),
        too_few: Vec::new(),
        undetermined: Vec::new(),
    };
    for row in rows {
        if row.matured_loans < minimum_matured_loans || row.matured_loans == 0 {
            order.too_few.push(row);
        } else if row.repayment.percent.is_none() {
            order.undetermined.push(row);
        } else {
            order.ranked.push(row);
        }
    }
    // The sort is stable: villages that are equal in both rates stay in the order of their names.
    order.ranked.sort_by(compare);
    number(&mut order.ranked);
    order
}

/// Better repayment first, then the smaller overdue rate.
fn compare(a: &CreditVillageRow, b: &CreditVillageRow) -> Ordering {
    b.repayment
        .compare(&a.repayment)
        .then_with(|| compare_overdue(a, b))
}

/// A village that owes nothing has nothing overdue: it stands with those whose rate is zero.
fn compare_overdue(a: &CreditVillageRow, b: &CreditVillageRow) -> Ordering {
    let is_clean = |row: &CreditVillageRow| row.overdue_by_amount.is_zero() != Some(false);
    match (is_clean(a), is_clean(b)) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => a.overdue_by_amount.compare(&b.overdue_by_amount),
    }
}

/// Equal villages share a place, and the next place counts all of them: 1, 2, 2, 4.
fn number(ranked: &mut [CreditVillageRow]) {
    let mut next = 1;
    for equals in ranked.chunk_by_mut(|a, b| compare(a, b) == Ordering::Equal) {
        let is_tied = equals.len() > 1;
        let rank = next;
        for row in equals {
            row.rank = Some(rank);
            row.is_tied = is_tied;
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Fen;
    use crate::indicators::rate::{Missing, Rate};

    fn village(
        name: &str,
        on_time: u64,
        matured: u64,
        overdue: i64,
        balance: i64,
    ) -> CreditVillageRow {
        CreditVillageRow {
            rank: None,
            is_tied: false,
            township: "甲镇".to_owned(),
            village: name.to_owned(),
            outstanding_loans: 1,
            matured_loans: matured,
            repayment: Rate::of(on_time, matured),
            overdue_by_amount: Rate::of(Fen(overdue), Fen(balance)),
            credit_households: None,
            all_households: None,
        }
    }

    fn places(order: &CreditVillages) -> Vec<(String, Option<u32>, bool)> {
        order
            .ranked
            .iter()
            .map(|row| (row.village.clone(), row.rank, row.is_tied))
            .collect()
    }

    #[test]
    fn a_village_of_two_loans_does_not_win_and_ties_share_a_place() {
        let rows = vec![
            village("丁村", 2, 2, 0, 100),
            village("丙村", 19, 20, 0, 100),
            village("乙村", 38, 40, 0, 0),
            village("甲村", 20, 20, 5, 100),
            village("戊村", 20, 20, 1, 100),
            village("己村", 18, 20, 0, 100),
        ];
        let order = rank(rows, RepaymentBasis::OnTime, 10);
        let expected = [
            ("戊村", 1, false),
            ("甲村", 2, false),
            ("丙村", 3, true),
            ("乙村", 3, true),
            ("己村", 5, false),
        ];
        assert_eq!(
            places(&order),
            expected.map(|(name, place, tied)| (name.to_owned(), Some(place), tied))
        );
        assert_eq!(order.too_few.len(), 1);
    }

    #[test]
    fn a_village_whose_repayment_cannot_be_told_is_listed_apart() {
        let mut unknown = village("甲村", 0, 20, 0, 100);
        unknown.repayment = Rate::unknown(Some(20), Missing::NoSettlementDate);
        let order = rank(
            vec![unknown, village("乙村", 0, 0, 0, 0)],
            RepaymentBasis::OnTime,
            0,
        );
        assert_eq!(
            (
                order.ranked.len(),
                order.undetermined.len(),
                order.too_few.len()
            ),
            (0, 1, 1)
        );
    }
}
