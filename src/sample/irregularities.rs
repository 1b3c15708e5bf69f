//! The irregularities themselves: for each check, on which loans it is planted and what is changed.

use super::calendar::{AS_OF, QUARTER, add_months, day};
use super::households::Standing;
use super::loan::{Loan, Payout, Twist, reports_enterprises, reports_payouts, reports_renewals};
use super::plants::{Plant, Planter};
use super::words::{PURPOSES, SOUND_PURPOSES};

/// In force, and due well after the snapshot.
pub fn is_current(loan: &Loan) -> bool {
    loan.settled.is_none() && loan.due > AS_OF + 40 && loan.disbursed < AS_OF - 40
}

fn overdue_days(loan: &Loan) -> i32 {
    if loan.settled.is_some() {
        0
    } else {
        (AS_OF - loan.due).max(0)
    }
}

impl Planter<'_> {
    /// All of them. Those on overdue loans come first, because there are few of those.
    pub fn plant_all(&mut self) {
        self.plant_overdue();
        self.plant_groups();
        self.plant_eligibility();
        self.plant_terms();
        self.plant_enterprises();
        self.plant_subsidies();
        self.plant_records();
        self.plant_borrowers();
    }

    fn plant_overdue(&mut self) {
        let between =
            |low: i32, high: i32| move |loan: &Loan| (low..=high).contains(&overdue_days(loan));
        let payout = |applied: i32, paid: Option<i32>, government_percent: u8| {
            Some(Payout {
                applied,
                paid,
                government_percent,
            })
        };
        self.plant(
            (
                "A15-1",
                "逾期1–90天，银行仍报“正常”",
                "1–90 days overdue, still reported as 正常",
            ),
            6,
            between(8, 85),
            |_, loan, _| loan.twist = Twist::Class(1),
        );
        self.plant(
            (
                "A15-2",
                "逾期90天以上，银行仍报“关注”（隐性不良）",
                "more than 90 days overdue, still reported as 关注",
            ),
            4,
            between(100, 300),
            |_, loan, _| loan.twist = Twist::Class(2),
        );
        self.plant(
            (
                "A19-1",
                "已形成不良，未填不良认定日和缓冲期开始",
                "non-performing without a recognition or buffer date",
            ),
            4,
            between(100, 400),
            |_, loan, _| loan.twist = Twist::BufferMissing,
        );
        self.plant(
            (
                "A19-2",
                "缓冲期未满60天即代偿",
                "paid out before the 60 days of buffer had passed",
            ),
            3,
            |loan| overdue_days(loan) > 200 && reports_payouts(loan.lender),
            |turn, loan, _| {
                let recognised = loan.due + 91;
                loan.payout = payout(recognised + 15, Some(recognised + 30 + turn as i32 * 5), 70);
            },
        );
        self.plant(
            (
                "A20",
                "已申请代偿而无催收记录",
                "payout applied for without any record of collection",
            ),
            3,
            |loan| overdue_days(loan) > 175 && reports_payouts(loan.lender),
            |_, loan, _| {
                loan.payout = payout(loan.due + 91 + 65, None, 70);
                loan.collections = 0;
                loan.twist = Twist::CollectionMissing;
            },
        );
        self.plant(
            (
                "A21",
                "代偿分担比例不是7:3",
                "payout not shared 7 to 3 between government and bank",
            ),
            3,
            |loan| overdue_days(loan) > 230 && reports_payouts(loan.lender),
            |turn, loan, _| {
                loan.payout = payout(loan.due + 156, Some(loan.due + 200), [80, 100, 60][turn])
            },
        );
    }

    fn plant_groups(&mut self) {
        self.plant_pairs(
            (
                "A03",
                "同一户多人承贷，合计超过5万元（每户2笔）",
                "one household, two loans, more than 50,000 yuan together",
            ),
            5,
            |one, other| {
                is_current(one)
                    && is_current(other)
                    && one.disbursed != other.disbursed
                    && one.principal + other.principal > 50_000
            },
            |_, _| {},
        );
        self.plant_pairs(
            (
                "A16",
                "同一户两笔贷款分类不一致（每户2笔）",
                "one household, two loans in different classes",
            ),
            3,
            |one, other| {
                (1..=300).contains(&overdue_days(one))
                    && is_current(other)
                    && one.principal + other.principal <= 50_000
            },
            |_, _| {},
        );
        self.plant_pairs(
            (
                "A25-3",
                "同一户同一天放款两笔，借据号不同（每户2笔）",
                "one household, two loan numbers on one day",
            ),
            2,
            |one, other| {
                is_current(one) && is_current(other) && one.principal + other.principal <= 50_000
            },
            |second, first| {
                second.disbursed = first.disbursed;
                second.due = first.due;
                second.rate = first.rate;
            },
        );
        self.plant_cluster();
    }

    /// Twelve loans of one bank in one village on one day, all of 50,000 yuan.
    fn plant_cluster(&mut self) {
        let usable =
            |index: usize| self.is_free(&self.loans[index]) && is_current(&self.loans[index]);
        let picked = self
            .order
            .iter()
            .map(|index| *index as usize)
            .find_map(|one| {
                let nearby = one.saturating_sub(60)..(one + 60).min(self.loans.len());
                let village = self.loans[one].village;
                let all: Vec<usize> = nearby
                    .filter(|other| self.loans[*other].village == village && usable(*other))
                    .take(12)
                    .collect();
                (all.len() == 12).then_some(all)
            });
        // A county too small to have twelve such loans has none of them planted.
        let picked = picked.unwrap_or_else(Vec::new);
        for index in &picked {
            let loan = &mut self.loans[*index];
            (loan.lender, loan.principal, loan.disbursed) = (0, 50_000, day(2017, 5, 18));
            (loan.due, loan.rate, loan.twist) =
                (add_months(loan.disbursed, 36), 4750, Twist::InFields);
            let household = &mut self.roster.households[loan.household as usize];
            household.identified_on = household.identified_on.min(day(2014, 11, 3));
        }
        self.plants.push(Plant {
            id: "A09-2",
            what_zh: "同村同行同日同额放款12笔（疑似打包户贷企用）",
            what_en: "12 loans of one amount on one day, one village, one bank",
            loans: picked,
        });
    }

    fn plant_eligibility(&mut self) {
        self.plant(
            ("A01", "贷款户不在花名册中", "household not in the roster"),
            8,
            is_current,
            |_, loan, _| loan.twist = Twist::HouseholdNotInRoster,
        );
        self.plant(
            (
                "A02-1",
                "放款前已清退的户",
                "household removed from the register before disbursement",
            ),
            6,
            |loan| is_current(loan) && loan.disbursed > day(2018, 3, 1),
            |turn, loan, household| {
                household.standing = Standing::Removed;
                household.unsteady = false;
                household.removed_on = Some(loan.disbursed - 90 - turn as i32 * 17);
            },
        );
        self.plant(
            (
                "A02-2",
                "放款后才识别为贫困户",
                "household identified only after disbursement",
            ),
            4,
            |loan| is_current(loan) && loan.disbursed < day(2018, 12, 1),
            |turn, loan, household| {
                household.identified_on = loan.disbursed + 45 + turn as i32 * 30;
                household.exit_year = 2019;
            },
        );
    }

    fn plant_terms(&mut self) {
        self.plant(
            ("A04", "贷款期限超过36个月", "term longer than 36 months"),
            6,
            |loan| {
                is_current(loan)
                    && loan.disbursed > day(2017, 6, 1)
                    && loan.due == add_months(loan.disbursed, 36)
            },
            |turn, loan, _| loan.due = add_months(loan.disbursed, [48, 60, 37][turn % 3]),
        );
        self.plant(
            (
                "A05",
                "执行利率高于同期同档次基准利率",
                "rate above the benchmark of its term",
            ),
            7,
            |loan| {
                let after_quarter = loan.disbursed > QUARTER.1 + 5 && loan.disbursed < AS_OF - 5;
                loan.settled.is_none() && after_quarter && loan.due > AS_OF
            },
            |turn, loan, _| loan.rate = [5225, 5655, 6000][turn % 3],
        );
        self.plant(
            ("A06", "担保方式不是“信用”", "guarantee other than 信用"),
            6,
            is_current,
            |turn, loan, _| loan.guarantee = 1 + (turn % 3 == 2) as u8,
        );
        self.plant(
            ("A08", "贷款用途属禁止用途", "a forbidden purpose"),
            9,
            is_current,
            |turn, loan, _| {
                loan.purpose = (SOUND_PURPOSES + turn % (PURPOSES.len() - SOUND_PURPOSES)) as u8
            },
        );
        self.plant(
            ("A17", "续贷2次以上", "renewed twice or more"),
            5,
            |loan| {
                is_current(loan)
                    && reports_renewals(loan.lender)
                    && loan.disbursed > day(2018, 1, 1)
            },
            |turn, loan, _| loan.renewals = 2 + (turn == 4) as u8,
        );
    }

    fn plant_enterprises(&mut self) {
        self.plant(
            (
                "A10",
                "明令禁止后新增户贷企用（同时属于A09）",
                "new enterprise use after the ban (also caught by A09)",
            ),
            5,
            |loan| {
                is_current(loan)
                    && loan.disbursed > day(2019, 6, 15)
                    && reports_enterprises(loan.lender)
            },
            |_, loan, _| loan.enterprise = 4,
        );
        self.plant(
            (
                "A09-1",
                "户贷企用存量（填“是”并有用款企业）",
                "stock of enterprise use, flagged, with the enterprise",
            ),
            24,
            |loan| {
                let in_2017 = (day(2017, 1, 1)..day(2018, 1, 1)).contains(&loan.disbursed);
                is_current(loan) && in_2017 && reports_enterprises(loan.lender)
            },
            |turn, loan, _| loan.enterprise = [1, 1, 1, 2, 2, 3][turn % 6],
        );
    }
}
