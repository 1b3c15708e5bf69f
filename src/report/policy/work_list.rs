//! Work lists: the loans of a batch, village by village, with reason, clause and the day by which something must happen.

use serde::{Deserialize, Serialize};

use crate::domain::{Ability, Cause, Willingness};
use crate::domain::{County, Date, Fen, RiskClass, Symbol, TownshipId, VillageId};
use crate::policy::book::{Book, Case};
use crate::policy::disposition::{self, Decided};
use crate::policy::money_source::money_source;
use crate::policy::parameters::Rulebook;
use crate::policy::verdict::Unknown;
use crate::report::Settings;

use super::ReasonRead;
use super::dispositions::{Disposition, Duty, Loans, MoneySource, StandingState};

/// Which loans of the work lists to show, and which window of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkQuery {
    /// Only this batch; none for all but those that need nothing.
    pub disposition: Option<Disposition>,
    /// Only this township.
    pub township: Option<String>,
    /// Only this village (of the township).
    pub village: Option<String>,
    /// Only this lender.
    pub lender: Option<String>,
    /// Only what must happen from this day on.
    pub from: Option<Date>,
    /// Only what must happen by this day.
    pub by: Option<Date>,
    /// Only this duty.
    pub duty: Option<Duty>,
    /// Only what is overdue out of malice.
    pub candidates_only: bool,
    /// First row of the window.
    pub offset: u64,
    /// Most rows of the window.
    pub limit: u64,
}

/// One loan of a work list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkRow {
    /// The loan's row in the whole register, by which it is asked for.
    pub row: u64,
    /// 借据号
    pub loan_number: String,
    /// 户编号
    pub household_number: String,
    /// 乡镇
    pub township: String,
    /// 行政村
    pub village: String,
    /// 承贷银行
    pub lender: String,
    /// 贷款余额
    pub outstanding_principal: Fen,
    /// 到期日期, the effective one
    pub maturity_date: Date,
    /// 逾期天数; none for a loan without a balance
    pub days_past_due: Option<u32>,
    /// 五级分类
    pub class: Option<RiskClass>,
    /// What the loan is.
    pub state: StandingState,
    /// Since when; none where no one says.
    pub since: Option<Date>,
    /// Which way it should go.
    pub disposition: Disposition,
    /// Why.
    pub reason: ReasonRead,
    /// Document and article.
    pub clause: String,
    /// What must happen next.
    pub duty: Option<Duty>,
    /// By when; none where nothing must happen or only the county can say.
    pub by: Option<Date>,
    /// What would have to be known to say by when.
    pub by_lacks: Option<Unknown>,
    /// What has to be found out.
    pub missing: Vec<Unknown>,
    /// 还款能力
    pub ability: Option<Ability>,
    /// 还款意愿
    pub willingness: Option<Willingness>,
    /// 逾期原因
    pub cause: Option<Cause>,
    /// From which money.
    pub money: MoneySource,
}

/// A window of a work list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkPage {
    /// First row of the window.
    pub offset: u64,
    /// All that fit.
    pub total: Loans,
    /// The window.
    pub rows: Vec<WorkRow>,
}

/// The loans that fit a query, village by village, the first deadlines first.
#[derive(Clone, Debug)]
pub struct WorkList {
    query: WorkQuery,
    as_of: Date,
    settings: Settings,
    rulebook: Rulebook,
    rows: Vec<u32>,
    total: Loans,
}

/// A query whose names have been looked up.
struct Filter<'q> {
    query: &'q WorkQuery,
    township: Option<Option<TownshipId>>,
    village: Option<Option<VillageId>>,
    lender: Option<Option<Symbol>>,
}

impl<'q> Filter<'q> {
    fn new(query: &'q WorkQuery, county: &County) -> Filter<'q> {
        let township = query.township.as_ref();
        let township = township.map(|name| county.places.find_township(name));
        let village = query.village.as_ref();
        let lender = query.lender.as_ref();
        Filter {
            query,
            township,
            village: village.map(|name| county.places.find_village(township??, name)),
            lender: lender.map(|name| county.loans.lenders.find(name.as_bytes())),
        }
    }

    /// Whether a loan may fit, before it is decided.
    fn stands_there(&self, case: &Case<'_>) -> bool {
        let (loan, places) = (&case.loan, &case.book().county().places);
        self.village.is_none_or(|id| id == Some(loan.village))
            && self.lender.is_none_or(|id| id == Some(loan.lender))
            && self
                .township
                .is_none_or(|id| id == Some(places.township_of(loan.village)))
    }

    fn fits(&self, decided: &Decided) -> bool {
        let query = self.query;
        let day = decided.deadline.and_then(|deadline| deadline.by.ok());
        let is_wanted = match query.disposition {
            Some(disposition) => decided.disposition == disposition,
            None => decided.disposition != Disposition::NoAction,
        };
        is_wanted
            && query
                .from
                .is_none_or(|from| day.is_some_and(|day| from <= day))
            && query.by.is_none_or(|by| day.is_some_and(|day| day <= by))
            && query
                .duty
                .is_none_or(|duty| decided.deadline.is_some_and(|own| own.duty == duty))
            && (!query.candidates_only || decided.is_candidate)
    }
}

impl WorkList {
    /// Looks for the loans that fit.
    pub fn of(county: &County, as_of: Date, settings: &Settings, query: &WorkQuery) -> WorkList {
        let rulebook = Rulebook::of(&settings.parameters);
        let mut found: Vec<(u32, Option<Date>, u32)> = Vec::new();
        let mut total = Loans::default();
        {
            let book = Book::new(county, as_of, &rulebook);
            let filter = Filter::new(query, county);
            let order = order_of_villages(county);
            for case in book.cases().filter(|case| filter.stands_there(case)) {
                let decided = disposition::of(&case);
                if filter.fits(&decided) {
                    let day = decided.deadline.and_then(|deadline| deadline.by.ok());
                    let village = order[case.loan.village.0 as usize];
                    found.push((village, day, case.row() as u32));
                    total.loans += 1;
                    total.outstanding_principal += case.loan.outstanding_principal;
                }
            }
        }
        // Within a village those whose day is known come first, the earliest of them first.
        found.sort_unstable_by_key(|&(village, day, row)| (village, day.is_none(), day, row));
        WorkList {
            query: WorkQuery {
                offset: 0,
                limit: 0,
                ..query.clone()
            },
            as_of,
            settings: settings.clone(),
            rulebook,
            rows: found.into_iter().map(|(.., row)| row).collect(),
            total,
        }
    }

    /// Whether this list answers a query, whatever its window.
    pub fn answers(&self, query: &WorkQuery, as_of: Date, settings: &Settings) -> bool {
        let without_window = WorkQuery {
            offset: 0,
            limit: 0,
            ..query.clone()
        };
        self.as_of == as_of && self.settings == *settings && self.query == without_window
    }

    /// A window of the list.
    pub fn page(&self, county: &County, offset: u64, limit: u64) -> WorkPage {
        let place = |at: u64| {
            usize::try_from(at)
                .unwrap_or(usize::MAX)
                .min(self.rows.len())
        };
        let (from, to) = (place(offset), place(offset.saturating_add(limit)));
        WorkPage {
            offset: from as u64,
            total: self.total,
            rows: self.rows_of(county, from..to),
        }
    }

    /// The whole list.
    pub fn rows(&self, county: &County) -> Vec<WorkRow> {
        self.rows_of(county, 0..self.rows.len())
    }

    fn rows_of(&self, county: &County, range: std::ops::Range<usize>) -> Vec<WorkRow> {
        let book = Book::new(county, self.as_of, &self.rulebook);
        let rows = self.rows[range].iter();
        rows.map(|&row| work_row(&book.case(row as usize)))
            .collect()
    }
}

/// The place of each village in the order of township and village.
fn order_of_villages(county: &County) -> Vec<u32> {
    let places = &county.places;
    let count = places.village_count() as u32;
    let name = |at: u32| {
        let id = VillageId(at);
        (
            places.township_name(places.township_of(id)),
            places.village_name(id),
        )
    };
    let mut villages: Vec<u32> = (0..count).collect();
    villages.sort_by_cached_key(|&at| name(at));
    let mut order = vec![0; villages.len()];
    for (place, village) in villages.into_iter().enumerate() {
        order[village as usize] = place as u32;
    }
    order
}

/// A loan as a work list shows it.
pub fn work_row(case: &Case<'_>) -> WorkRow {
    let decided = disposition::of(case);
    let county = case.book().county();
    let loan = &case.loan;
    let arrears = decided.standing.arrears;
    let deadline = decided.deadline;
    WorkRow {
        row: case.row() as u64,
        loan_number: county.loans.number(case.row()),
        household_number: county.households.number(loan.household),
        township: county
            .places
            .township_name(county.places.township_of(loan.village)),
        village: county.places.village_name(loan.village),
        lender: county.loans.lenders.text(loan.lender).into_owned(),
        outstanding_principal: loan.outstanding_principal,
        maturity_date: loan.effective_maturity_date(),
        days_past_due: arrears.map(|arrears| arrears.principal_days),
        class: arrears.map(|arrears| arrears.class),
        state: decided.standing.state,
        since: decided.standing.since,
        disposition: decided.disposition,
        reason: ReasonRead::from(&decided.reason),
        clause: decided.clause().to_owned(),
        duty: deadline.map(|deadline| deadline.duty),
        by: deadline.and_then(|deadline| deadline.by.ok()),
        by_lacks: deadline.and_then(|deadline| deadline.by.err()),
        missing: decided.missing.iter().collect(),
        ability: case.word::<Ability>(),
        willingness: case.word::<Willingness>(),
        cause: case.word::<Cause>(),
        money: money_source(case, case.as_of()).into(),
    }
}
