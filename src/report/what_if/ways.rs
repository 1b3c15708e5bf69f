//! Which way the loans go and what they are under one view of them: what an assumption does to the work to be done.

use serde::{Deserialize, Serialize};

use crate::domain::{County, TownshipId};
use crate::indicators::dispositions::{self, dispositions};
use crate::indicators::tally::Sum;
use crate::policy::assumption::Assumption;
use crate::policy::book::Book;
use crate::policy::parameters::Rulebook;

use super::super::Settings;
use super::super::policy::{Disposition, Loans, StandingState};

/// The loans of one disposition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchSum {
    /// Which way they go.
    pub disposition: Disposition,
    /// How many, and their balance.
    pub loans: Loans,
}

/// The loans of one standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingSum {
    /// What they are.
    pub state: StandingState,
    /// How many, and their balance.
    pub loans: Loans,
}

/// Which way some loans go, and what they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ways {
    /// The nine batches; they add up to the loans.
    pub batches: Vec<BatchSum>,
    /// The eleven standings; they add up to the loans.
    pub standings: Vec<StandingSum>,
}

/// Which way the loans of a township go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownshipWays {
    /// 乡镇
    pub township: String,
    /// Its loans.
    pub ways: Ways,
}

impl Ways {
    fn of(
        batches: impl IntoIterator<Item = Sum>,
        standings: impl IntoIterator<Item = Sum>,
    ) -> Ways {
        let batches = Disposition::ALL.into_iter().zip(batches);
        let standings = StandingState::ALL.into_iter().zip(standings);
        Ways {
            batches: batches
                .map(|(disposition, sum)| BatchSum {
                    disposition,
                    loans: sum.into(),
                })
                .collect(),
            standings: standings
                .map(|(state, sum)| StandingSum {
                    state,
                    loans: sum.into(),
                })
                .collect(),
        }
    }
}

/// Which way all loans go under an assumption, and by township in the order of their names.
pub(super) fn of(
    county: &County,
    assumption: &Assumption,
    settings: &Settings,
) -> (Ways, Vec<TownshipWays>) {
    let rulebook = Rulebook::of(&settings.parameters);
    let counted = dispositions(&Book::assuming(county, assumption, &rulebook));
    let total = Ways::of(
        counted.batches.iter().map(|batch| batch.group.sum),
        counted.standings.iter().map(|group| group.sum),
    );
    let has_loans = |ways: &dispositions::Ways| ways.batches.iter().any(|sum| sum.loans > 0);
    let all = (0..).zip(&counted.townships);
    let mut townships: Vec<TownshipWays> = all
        .filter(|(_, ways)| has_loans(ways))
        .map(|(at, ways)| TownshipWays {
            township: county.places.township_name(TownshipId(at)),
            ways: Ways::of(ways.batches, ways.standings),
        })
        .collect();
    townships.sort_by(|a, b| a.township.cmp(&b.township));
    (total, townships)
}

#[cfg(test)]
mod tests;
