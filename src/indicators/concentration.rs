//! Concentration: how much of the balance, and of what falls due in the next twelve months, the largest borrowers hold.

use serde::{Deserialize, Serialize};

use crate::domain::Fen;

use super::calendar::Due;
use super::rate::Rate;

/// How many of the largest are summed.
pub const TOPS: [usize; 3] = [1, 5, 10];

/// How many of the largest are named.
const NAMED: usize = 10;

/// The sum of the squared shares, in hundredths of a point: 10,000 points where one holds all, 10,000 ÷ n where n hold
/// equal parts (Herfindahl–Hirschman). Rounded half up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Herfindahl {
    /// Hundredths of a point; none where there is nothing to share.
    pub hundredths: Option<i64>,
}

/// What the largest hold of one sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// How many hold any of it.
    pub holders: u64,
    /// For the largest 1, 5 and 10: theirs ÷ all.
    pub tops: Vec<Top>,
    /// The index of concentration over all holders.
    pub herfindahl: Herfindahl,
}

/// What so many of the largest hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Top {
    /// How many: 1, 5 or 10.
    pub count: u64,
    /// Theirs ÷ all.
    pub share: Rate<Fen>,
}

/// One of the largest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Largest {
    /// 户编号 or 用款企业
    pub name: String,
    /// Its loans with a balance, and their balance.
    pub balance: Due,
    /// Of these, what is still to come in the twelve months.
    pub coming: Due,
}

/// The concentration of one sort of borrowers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concentration {
    /// Of the balance.
    pub by_balance: Shares,
    /// Of what is still to come in the twelve months.
    pub by_coming: Shares,
    /// The largest by balance, those that are alike in the order of their names; at most ten, and fewer where the tenth is
    /// like so many others that naming one of them would be chance.
    pub largest: Vec<Largest>,
    /// How many others hold as much as the next in line, where naming them would be chance.
    pub alike: Option<Alike>,
}

/// Holders of one and the same balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    /// How many.
    pub holders: u64,
    /// The balance of each.
    pub each: Fen,
}

/// Balance and coming dues of borrowers, by their dense numbers.
#[derive(Clone, Debug, Default)]
pub struct Holdings(Vec<(Due, Due)>);

impl Holdings {
    /// So many borrowers, of whom nothing is counted yet.
    pub fn new(count: usize) -> Holdings {
        Holdings(vec![(Due::default(), Due::default()); count])
    }

    /// Counts a loan in; a borrower that is new is made room for.
    #[inline(always)]
    pub fn add(&mut self, borrower: usize, balance: Fen, is_coming: bool) {
        if borrower >= self.0.len() {
            self.0
                .resize(borrower + 1, (Due::default(), Due::default()));
        }
        let (all, coming) = &mut self.0[borrower];
        let one = Due {
            loans: 1,
            outstanding_principal: balance,
        };
        *all += one;
        if is_coming {
            *coming += one;
        }
    }

    /// The concentration; `name` says who a borrower is.
    pub fn concentration(&self, name: impl Fn(usize) -> String) -> Concentration {
        let (named, alike) = self.largest();
        let largest = |at: usize| Largest {
            name: name(at),
            balance: self.0[at].0,
            coming: self.0[at].1,
        };
        let mut largest: Vec<Largest> = named.into_iter().map(largest).collect();
        largest.sort_by(|a, b| {
            let by_balance = b
                .balance
                .outstanding_principal
                .cmp(&a.balance.outstanding_principal);
            by_balance.then_with(|| a.name.cmp(&b.name))
        });
        Concentration {
            by_balance: shares(self.0.iter().map(|(all, _)| all.outstanding_principal)),
            by_coming: shares(
                self.0
                    .iter()
                    .map(|(_, coming)| coming.outstanding_principal),
            ),
            largest,
            alike,
        }
    }

    /// Who is named, and whom naming would be chance.
    fn largest(&self) -> (Vec<usize>, Option<Alike>) {
        let balance = |at: usize| self.0[at].0.outstanding_principal;
        let holders = (0..self.0.len()).filter(|&at| balance(at).is_positive());
        let Some(&least) = top(holders.clone().map(balance), NAMED).last() else {
            return (Vec::new(), None);
        };
        let above: Vec<usize> = holders.clone().filter(|&at| balance(at) > least).collect();
        let alike: Vec<usize> = holders.filter(|&at| balance(at) == least).collect();
        if above.len() + alike.len() <= NAMED {
            return (above.into_iter().chain(alike).collect(), None);
        }
        let alike = Alike {
            holders: alike.len() as u64,
            each: least,
        };
        (above, Some(alike))
    }
}

/// The largest amounts, from the largest down.
fn top(amounts: impl Iterator<Item = Fen>, count: usize) -> Vec<Fen> {
    let mut top: Vec<Fen> = Vec::with_capacity(count + 1);
    for amount in amounts {
        if top.len() == count && top.last().is_some_and(|least| *least >= amount) {
            continue;
        }
        let at = top.partition_point(|known| *known >= amount);
        top.insert(at, amount);
        top.truncate(count);
    }
    top
}

fn shares(amounts: impl Iterator<Item = Fen> + Clone) -> Shares {
    let held = amounts.filter(|amount| amount.is_positive());
    let all: Fen = held.clone().sum();
    let most = TOPS.into_iter().max().unwrap_or(NAMED);
    let largest = top(held.clone(), most);
    let tops = TOPS.into_iter().map(|count| Top {
        count: count as u64,
        share: Rate::of(largest.iter().take(count).copied().sum(), all),
    });
    Shares {
        holders: held.clone().count() as u64,
        tops: tops.collect(),
        herfindahl: herfindahl(held, all),
    }
}

/// Points in hundredths that one holder of all makes.
const ALL_POINTS: u128 = 1_000_000;

fn herfindahl(held: impl Iterator<Item = Fen>, all: Fen) -> Herfindahl {
    let square = |amount: Fen| u128::from(amount.0.unsigned_abs()).pow(2);
    let squares: u128 = held.map(square).sum();
    let whole = square(all);
    // Half up: (2 × squares × points + whole) ÷ (2 × whole). Sums too large for that are no county's.
    let doubled = squares.checked_mul(2 * ALL_POINTS);
    let over = doubled.and_then(|doubled| doubled.checked_add(whole));
    let points = over.and_then(|over| over.checked_div(whole.checked_mul(2)?));
    Herfindahl {
        hundredths: points.and_then(|points| i64::try_from(points).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn concentration(fen: &[i64]) -> Concentration {
        let mut holdings = Holdings::new(fen.len());
        for (at, fen) in fen.iter().enumerate().filter(|(_, fen)| **fen > 0) {
            holdings.add(at, Fen(*fen), at % 2 == 0);
        }
        holdings.concentration(|at| format!("户{at:02}"))
    }

    #[test]
    fn the_index_is_ten_thousand_for_one_and_shares_that_by_equal_parts() {
        let points = |fen: &[i64]| concentration(fen).by_balance.herfindahl.hundredths;
        assert_eq!(points(&[7]), Some(1_000_000));
        assert_eq!(points(&[5, 5, 5, 5]), Some(250_000));
        // 60 %, 30 %, 10 %: 3600 + 900 + 100 = 4600 points.
        assert_eq!(points(&[60, 30, 10]), Some(460_000));
        // Thirds: 3333.33 points.
        assert_eq!(points(&[1, 1, 1]), Some(333_333));
        assert_eq!(points(&[0]), None);
        assert_eq!(points(&[]), None);
    }

    #[test]
    fn a_million_equal_borrowers_make_a_hundredth_of_a_point() {
        let points = concentration(&vec![5_000_000; 1_000_000]);
        assert_eq!(points.by_balance.herfindahl.hundredths, Some(1));
    }

    #[test]
    fn the_largest_are_summed_over_all() {
        let fen: Vec<i64> = (1..=20).collect();
        let shares = concentration(&fen).by_balance;
        let tops: Vec<_> = shares
            .tops
            .iter()
            .map(|top| (top.count, top.share.numerator, top.share.denominator))
            .collect();
        // 20; 20+19+18+17+16; 20+…+11.
        let expected = [(1, 20), (5, 90), (10, 155)];
        assert_eq!(
            tops,
            expected.map(|(count, sum)| (count, Some(Fen(sum)), Some(Fen(210))))
        );
        assert_eq!(shares.holders, 20);
    }

    #[test]
    fn ten_are_named_unless_the_tenth_would_be_chance() {
        let fen: Vec<i64> = (1..=20).collect();
        let named = concentration(&fen);
        assert_eq!(named.largest.len(), 10);
        assert_eq!(
            (named.largest[0].name.as_str(), named.alike),
            ("户19", None)
        );
        let mut fen = vec![50; 30];
        fen[7] = 90;
        let named = concentration(&fen);
        assert_eq!(named.largest.len(), 1);
        let alike = Alike {
            holders: 29,
            each: Fen(50),
        };
        assert_eq!(named.alike, Some(alike));
        assert_eq!(concentration(&[50; 10]).largest.len(), 10);
    }

    proptest! {
        #[test]
        fn shares_grow_with_their_number_and_order_is_nothing(
            fen in proptest::collection::vec(0..1_000_i64, 0..40),
        ) {
            let shares = concentration(&fen).by_balance;
            let parts: Vec<_> = shares.tops.iter().map(|top| top.share.numerator).collect();
            prop_assert!(parts.is_sorted());
            let turned: Vec<i64> = fen.iter().rev().copied().collect();
            prop_assert_eq!(&concentration(&turned).by_balance, &shares);
            let mut sorted = fen.clone();
            sorted.sort_unstable_by(|a, b| b.cmp(a));
            let five: i64 = sorted.iter().take(5).sum();
            prop_assert_eq!(parts[1], Some(Fen(five)));
        }
    }
}
