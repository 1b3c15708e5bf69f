//! Everything that was read, in memory: what the rules and the indicators work on.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answers;
use super::field::Field;
use super::gazetteer::Gazetteer;
use super::household::Households;
use super::loan::Loans;
use super::place::{Places, TownshipId, VillageId};
use super::side_table::{Funds, Rates, ReportedTotals, Targets};
use super::subsidy::Subsidies;

/// What the village table says of one village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VillageFacts {
    /// 农户总数
    pub all_households: Option<u64>,
    /// 建档户数
    pub registered_households: Option<u64>,
    /// 信用户数
    pub credit_households: Option<u64>,
}

impl VillageFacts {
    /// A village that no village table names.
    pub const UNKNOWN: VillageFacts = VillageFacts {
        all_households: None,
        registered_households: None,
        credit_households: None,
    };
}

/// A closed line of longitude and latitude, in millionths of a degree; the last point is not the first again.
pub type Ring = Vec<[i32; 2]>;

/// One feature of a boundary file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// The name the file gives.
    pub name: String,
    /// The code the file gives, if any.
    pub code: Option<String>,
    /// The township of that name, once all files are read; none if no file names it.
    pub township: Option<TownshipId>,
    /// Outer rings and holes alike; filled by the even-odd rule.
    pub rings: Vec<Ring>,
}

/// All that the files said.
#[derive(Clone, Debug, Default)]
pub struct County {
    /// Townships and villages that some file names.
    pub places: Places,
    /// Households by number.
    pub households: Households,
    /// Whether any roster was read.
    pub has_roster: bool,
    /// Loans, one row each.
    pub loans: Loans,
    /// By village, what the village table says.
    pub villages: BTreeMap<VillageId, VillageFacts>,
    /// By village, the code that the village table or a row of another file gives.
    pub village_codes: BTreeMap<VillageId, String>,
    /// Interest subsidies paid.
    pub subsidies: Subsidies,
    /// What townships found out of single loans.
    pub answers: Answers,
    /// What each township was to lend.
    pub targets: Targets,
    /// Balances of the compensation fund.
    pub funds: Funds,
    /// Rates in force.
    pub rates: Rates,
    /// What the lenders report of their loans as a whole.
    pub reported_totals: ReportedTotals,
    /// Places by code.
    pub gazetteer: Gazetteer,
    /// The features of the boundary files, in their order.
    pub boundaries: Vec<Boundary>,
    /// The columns that at least one loan file has.
    pub loan_fields: BTreeSet<Field>,
}

impl County {
    /// Notes the code that a row gives for its village; the first that any row gives stays.
    pub fn note_place_code(&mut self, village: VillageId, code: &str) {
        if !code.is_empty() && !self.village_codes.contains_key(&village) {
            self.village_codes.insert(village, code.to_owned());
        }
    }
}
