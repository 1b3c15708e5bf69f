//! How little must be collected to bring a rate of overdue under a line: the least amount, and the fewest loans that have it.
//!
//! What is collected leaves both the overdue balance and the balance, so the rate falls more slowly than the amount:
//! (overdue − x) ÷ (balance − x) must be less than the line. Whole numbers throughout.

use serde::{Deserialize, Serialize};

use crate::domain::Fen;

/// What it takes to bring a group under a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Least {
    /// Its rate lies under the line already.
    AlreadyUnder,
    /// At least so much must be collected; one fen less leaves the rate at the line or above it.
    Collect {
        /// The amount.
        amount: Fen,
    },
    /// Not even all that is overdue would do: nothing else is owed, and without a balance there is no rate.
    NotReachable,
    /// There is no balance, and so no rate.
    NoBalance,
}

/// Parts of a line's whole: hundredths of a percent.
const WHOLE: i128 = 10_000;

/// The least amount of what is overdue that, collected, brings overdue ÷ balance under `line` hundredths of a percent.
/// Both amounts are not negative, and what is overdue is part of the balance.
pub fn least(overdue: Fen, balance: Fen, line: u32) -> Least {
    let (overdue, balance, line) = (
        i128::from(overdue.0),
        i128::from(balance.0),
        i128::from(line),
    );
    if balance <= 0 {
        return Least::NoBalance;
    }
    let over = overdue * WHOLE - line * balance;
    if over < 0 {
        return Least::AlreadyUnder;
    }
    // Under the line only where x × (whole − line) > over; a line of a hundred percent and more is never reached from below.
    let slope = WHOLE - line;
    if slope <= 0 {
        return Least::NotReachable;
    }
    let amount = over / slope + 1;
    match i64::try_from(amount) {
        Ok(fen) if amount <= overdue && amount < balance => Least::Collect { amount: Fen(fen) },
        _ => Least::NotReachable,
    }
}

/// How many of these amounts, which stand from the largest down, are needed to reach a sum; none if all do not.
/// No smaller number of them reaches it, whichever are taken.
pub fn fewest(amounts: impl IntoIterator<Item = Fen>, sum: Fen) -> Option<usize> {
    let mut left = sum;
    for (at, amount) in amounts.into_iter().enumerate() {
        left = left - amount;
        if !left.is_positive() {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether collecting an amount brings the rate under the line; without a balance there is none.
    fn is_under(overdue: i64, balance: i64, line: u32, collected: i64) -> bool {
        let (part, whole) = (overdue - collected, balance - collected);
        whole > 0 && i128::from(part) * 10_000 < i128::from(line) * i128::from(whole)
    }

    #[test]
    fn what_is_collected_leaves_the_overdue_and_the_balance_alike() {
        // Of 1,000 yuan 50 are overdue, 5 %. To be under 3 %: (50 − x) ÷ (1000 − x) < 3 %, so x > 20 ÷ 0.97 = 20.6185….
        assert_eq!(
            least(Fen(5_000), Fen(100_000), 300),
            Least::Collect { amount: Fen(2_062) }
        );
        // Exactly at the line is not under it: one fen does.
        assert_eq!(
            least(Fen(3_000), Fen(100_000), 300),
            Least::Collect { amount: Fen(1) }
        );
        assert_eq!(least(Fen(2_999), Fen(100_000), 300), Least::AlreadyUnder);
        assert_eq!(least(Fen(0), Fen(0), 300), Least::NoBalance);
        assert_eq!(least(Fen(500), Fen(500), 300), Least::NotReachable);
        assert_eq!(least(Fen(500), Fen(1_000), 10_000), Least::AlreadyUnder);
        assert_eq!(least(Fen(500), Fen(1_000), 0), Least::NotReachable);
    }

    #[test]
    fn the_largest_first_are_the_fewest() {
        let amounts = [500, 300, 300, 10].map(Fen);
        assert_eq!(fewest(amounts, Fen(500)), Some(1));
        assert_eq!(fewest(amounts, Fen(501)), Some(2));
        assert_eq!(fewest(amounts, Fen(1_101)), Some(4));
        assert_eq!(fewest(amounts, Fen(1_111)), None);
    }

    proptest! {
        #[test]
        fn the_least_amount_is_that_of_trying_every_amount(
            overdue in 0..400_i64,
            performing in 0..400_i64,
            line in 1..9_999_u32,
        ) {
            let balance = overdue + performing;
            let tried = (0..=overdue).find(|&x| is_under(overdue, balance, line, x));
            let expected = match (balance, tried) {
                (0, _) => Least::NoBalance,
                (_, Some(0)) => Least::AlreadyUnder,
                (_, Some(x)) => Least::Collect { amount: Fen(x) },
                (_, None) => Least::NotReachable,
            };
            prop_assert_eq!(least(Fen(overdue), Fen(balance), line), expected);
        }

        #[test]
        fn no_smaller_set_of_loans_does(
            mut amounts in proptest::collection::vec(1..60_i64, 1..9),
            performing in 0..400_i64,
            line in 1..9_999_u32,
        ) {
            amounts.sort_unstable_by(|a, b| b.cmp(a));
            let overdue: i64 = amounts.iter().sum();
            let Least::Collect { amount } = least(Fen(overdue), Fen(overdue + performing), line) else {
                return Ok(());
            };
            let count = fewest(amounts.iter().copied().map(Fen), amount);
            // Every set of loans, by brute force; of each any part may be paid.
            let balance = overdue + performing;
            let smallest = (1..1_u32 << amounts.len())
                .filter(|set| {
                    let sum: i64 = amounts.iter().enumerate()
                        .filter(|(at, _)| set >> at & 1 == 1)
                        .map(|(_, amount)| amount)
                        .sum();
                    (0..=sum).any(|x| is_under(overdue, balance, line, x))
                })
                .map(u32::count_ones)
                .min();
            prop_assert_eq!(count.map(|count| count as u32), smallest);
        }
    }
}
