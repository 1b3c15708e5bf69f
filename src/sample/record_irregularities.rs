//! Irregularities in the subsidy table and in how loans are recorded.

use super::calendar::{AS_OF, QUARTER, add_months, day};
use super::irregularities::is_current;
use super::loan::{Loan, Twist, reports_abilities, reports_births, reports_renewals};
use super::plants::Planter;

/// Carries the subsidy of the whole quarter.
fn is_subsidised(loan: &Loan) -> bool {
    is_current(loan) && loan.disbursed < QUARTER.0
}

fn is_repaid(loan: &Loan) -> bool {
    loan.settled
        .is_some_and(|settled| settled < day(2019, 6, 1))
        && loan.due < QUARTER.0
}

impl Planter<'_> {
    pub fn plant_subsidies(&mut self) {
        self.plant(
            (
                "A11-1",
                "同一借据同一期间贴息两次",
                "the same loan and period subsidised twice",
            ),
            4,
            is_subsidised,
            |_, loan, _| loan.twist = Twist::SubsidyTwice,
        );
        self.plant(
            (
                "A11-2",
                "同一借据贴息期间重叠",
                "overlapping subsidy periods of one loan",
            ),
            3,
            is_subsidised,
            |_, loan, _| loan.twist = Twist::SubsidyOverlap,
        );
        self.plant(
            ("A12", "到期日之后仍贴息", "subsidy for days after maturity"),
            5,
            |loan| {
                loan.settled.is_some() && (day(2019, 6, 30)..day(2019, 8, 20)).contains(&loan.due)
            },
            |_, loan, _| loan.twist = Twist::SubsidyAfterDue,
        );
        self.plant(
            (
                "A13",
                "贴息金额与重算不符（相差超过1元，360与365均不符）",
                "subsidy differs from recomputed interest by over 1 yuan on 360 and 365 days",
            ),
            6,
            is_subsidised,
            |turn, loan, _| loan.twist = Twist::SubsidyWrong([35, -48, 120, -60, 75, 200][turn]),
        );
        self.plant(
            (
                "A14",
                "应贴未贴（漏统）",
                "in force throughout the quarter, never subsidised",
            ),
            8,
            is_subsidised,
            |_, loan, _| loan.twist = Twist::SubsidyMissing,
        );
    }

    pub fn plant_records(&mut self) {
        self.plant(
            ("A23-1", "贷款余额大于贷款金额", "balance above principal"),
            3,
            |loan| is_current(loan) && loan.principal <= 30_000,
            |_, loan, _| loan.twist = Twist::BalanceAbovePrincipal,
        );
        self.plant(
            ("A23-2", "已结清而仍有余额", "settled, with a balance"),
            3,
            is_subsidised,
            |turn, loan, _| {
                loan.settled = Some(day(2019, 10, 12 + turn as i32));
                loan.twist = Twist::SettledWithBalance(loan.principal / 2_000 * 1_000);
            },
        );
        self.plant(
            ("A23-3", "到期日早于放款日", "due before it was disbursed"),
            2,
            is_repaid,
            |_, loan, _| (loan.due, loan.rate) = (loan.disbursed - 30, 4350),
        );
        self.plant(
            (
                "A23-4",
                "放款日晚于数据日期",
                "disbursed after the date of the data",
            ),
            2,
            |loan| loan.settled.is_none() && (day(2019, 11, 5)..AS_OF).contains(&loan.disbursed),
            |turn, loan, _| {
                loan.disbursed = day(2019, 12, 3 + turn as i32);
                (loan.due, loan.rate) = (add_months(loan.disbursed, 12), 4150);
            },
        );
        self.plant(
            (
                "A24-1",
                "村名不在村表中",
                "village not in the village table",
            ),
            5,
            is_current,
            |turn, loan, _| loan.twist = Twist::VillageUnknown((turn % 3) as u8),
        );
        self.plant(
            (
                "A24-2",
                "乡镇名多写一字，不在村表中",
                "township name misspelt, not in the village table",
            ),
            2,
            is_current,
            |_, loan, _| loan.twist = Twist::TownshipMisspelt,
        );
        self.plant(
            (
                "A25-1",
                "同一借据号在同一文件出现两次",
                "a loan number twice in one file",
            ),
            3,
            is_repaid,
            |_, loan, _| loan.twist = Twist::RepeatedInFile,
        );
        self.plant(
            (
                "A25-2",
                "同一借据号出现在两家银行的文件",
                "a loan number in two lenders' files",
            ),
            3,
            |loan| is_repaid(loan) && loan.lender != 3,
            |turn, loan, _| {
                loan.twist =
                    Twist::RepeatedAtLender([1, 2, 0][(turn % 2 + usize::from(loan.lender)) % 3])
            },
        );
    }

    /// The last to be laid, so that all others stand where they stood before these were thought of.
    pub fn plant_borrowers(&mut self) {
        self.plant(
            (
                "A07",
                "放款时不满18周岁或超过65周岁",
                "younger than 18 or older than 65 when the loan was made",
            ),
            5,
            |loan| is_current(loan) && reports_births(loan.lender),
            |turn, loan, _| loan.twist = Twist::Age([70, 68, 16, 67, 73][turn % 5]),
        );
        self.plant(
            (
                "A18",
                "已续贷，而还款意愿差、恶意或无还款能力",
                "renewed although unwilling or unable to repay",
            ),
            4,
            |loan| {
                is_current(loan)
                    && loan.disbursed > day(2018, 1, 1)
                    && reports_renewals(loan.lender)
                    && reports_abilities(loan.lender)
            },
            |turn, loan, _| {
                loan.renewals = 1;
                (loan.ability, loan.willingness) = [(1, 3), (3, 1), (2, 4), (3, 2)][turn % 4];
            },
        );
    }
}
