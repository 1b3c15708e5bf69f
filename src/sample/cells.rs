//! What each cell of a loan's row says, in its lender's own way of writing.

use super::calendar::{AS_OF, QUARTER, civil};
use super::columns::{Amounts, Field, Layout};
use super::households::{household_number, unknown_household_number};
use super::loan::{Loan, Twist};
use super::words::{
    ABILITIES, CAUSES, CLASSES, GUARANTEES, LENDERS, PURPOSES, UNKNOWN_VILLAGES, WILLINGNESS,
};
use super::world::{World, class_by_days, interest_fen};
use std::fmt::Write;

/// One loan as one lender's file shows it on one day.
pub struct Entry<'a> {
    pub world: &'a World,
    pub index: usize,
    pub as_of: i32,
    /// The lender whose file it is: not always the loan's own, where a loan number was planted twice.
    pub lender: usize,
    pub layout: &'a Layout,
}

impl Entry<'_> {
    /// Writes the row's cells into `cells`, which keeps its strings between rows.
    pub fn write(&self, cells: &mut Vec<String>) {
        cells.resize(self.layout.columns.len(), String::new());
        for (cell, (_, field)) in cells.iter_mut().zip(self.layout.columns) {
            cell.clear();
            self.write_cell(*field, cell);
        }
    }

    fn loan(&self) -> &Loan {
        &self.world.loans[self.index]
    }

    fn write_cell(&self, field: Field, cell: &mut String) {
        let loan = self.loan();
        match field {
            Field::AsOf => self.date(Some(self.as_of), cell),
            Field::LoanNumber => cell.push_str(&self.world.loan_number(self.index)),
            Field::BirthYear => self.count(loan.birth_year(), cell),
            Field::Household
            | Field::Township
            | Field::Village
            | Field::VillagerGroup
            | Field::Lender => {
                self.write_whereabouts(field, cell);
            }
            Field::Principal => self.principal(loan.principal, cell),
            Field::Balance => self.principal(loan.balance(self.as_of), cell),
            Field::Disbursed => self.date(Some(loan.disbursed), cell),
            Field::Due => self.date(Some(loan.due), cell),
            Field::ExtendedDue => self.date(self.extension().map(|(_, until)| until), cell),
            Field::Rate => self.rate(cell),
            Field::Guarantee => cell.push_str(GUARANTEES[usize::from(loan.guarantee)]),
            Field::Purpose => cell.push_str(PURPOSES[usize::from(loan.purpose)]),
            Field::Class => cell.push_str(CLASSES[usize::from(self.class()) - 1]),
            Field::Settled => {
                self.date(loan.settled.filter(|settled| *settled <= self.as_of), cell)
            }
            Field::DaysOverdue => self.count(loan.days_overdue(self.as_of), cell),
            Field::Status => cell.push_str(self.status()),
            Field::RenewalKind => cell.push_str(match (self.extension(), loan.renewals) {
                (Some(_), _) => "展期",
                (None, 0) => "无",
                _ => "续贷",
            }),
            Field::Renewed => cell.push_str(if loan.renewals > 0 { "是" } else { "否" }),
            Field::RenewalCount => self.count(i32::from(loan.renewals), cell),
            Field::EnterpriseUse => cell.push_str(if loan.enterprise > 0 { "是" } else { "否" }),
            Field::Enterprise if loan.enterprise > 0 => {
                let _ = write!(cell, "QY{:04}", loan.enterprise);
            }
            Field::Enterprise => {}
            Field::Ability => cell.push_str(ABILITIES[usize::from(loan.ability)]),
            Field::Willingness => cell.push_str(WILLINGNESS[usize::from(loan.willingness)]),
            Field::Cause if loan.days_overdue(self.as_of) > 0 => {
                cell.push_str(CAUSES[usize::from(loan.cause)])
            }
            Field::Cause => {}
            Field::InterestArrears
            | Field::SubsidyTotal
            | Field::NonPerformingOn
            | Field::BufferStart
            | Field::PayoutApplied
            | Field::PaidOut
            | Field::GovernmentShare
            | Field::BankShare
            | Field::LastCollection
            | Field::Collections => self.write_arrears(field, cell),
        }
    }

    fn write_whereabouts(&self, field: Field, cell: &mut String) {
        let loan = self.loan();
        let places = &self.world.places;
        match field {
            Field::Household if loan.twist == Twist::HouseholdNotInRoster => {
                cell.push_str(&unknown_household_number(loan.household));
            }
            Field::Household => cell.push_str(&household_number(loan.household)),
            Field::Township => {
                cell.push_str(&places.township_of(loan.village).name);
                if loan.twist == Twist::TownshipMisspelt {
                    cell.insert(0, '老');
                }
            }
            Field::Village => cell.push_str(match loan.twist {
                Twist::VillageUnknown(which) => UNKNOWN_VILLAGES[usize::from(which)],
                _ => &places.villages[loan.village as usize].name,
            }),
            Field::VillagerGroup => {
                let group = self.world.roster.households[loan.household as usize].villager_group;
                let _ = write!(cell, "{group}组");
            }
            _ => cell.push_str(LENDERS[self.lender]),
        }
    }

    fn write_arrears(&self, field: Field, cell: &mut String) {
        let loan = self.loan();
        let applied = loan.payout.filter(|payout| payout.applied <= self.as_of);
        let paid = loan
            .payout
            .and_then(|payout| payout.paid)
            .filter(|paid| *paid <= self.as_of);
        let government_fen =
            |percent: u8| i64::from(loan.left_to_repay(self.as_of)) * i64::from(percent);
        let claim_fen = i64::from(loan.left_to_repay(self.as_of)) * 100;
        match field {
            Field::InterestArrears => {
                let left = loan.left_to_repay(self.as_of);
                self.fen(
                    interest_fen(left, loan.rate, loan.days_overdue(self.as_of)),
                    cell,
                );
            }
            Field::SubsidyTotal if loan.twist == Twist::SubsidyMissing => self.fen(0, cell),
            Field::SubsidyTotal => {
                let end = subsidy_end(loan).min(QUARTER.1);
                self.fen(
                    interest_fen(loan.principal, loan.rate, end - loan.disbursed),
                    cell,
                );
            }
            Field::NonPerformingOn | Field::BufferStart => {
                self.date(self.non_performing_on(), cell)
            }
            Field::PayoutApplied => self.date(applied.map(|payout| payout.applied), cell),
            Field::PaidOut => self.date(paid, cell),
            Field::GovernmentShare | Field::BankShare => {
                if let (Some(payout), Some(_)) = (applied, paid) {
                    let government = government_fen(payout.government_percent);
                    let share = if field == Field::GovernmentShare {
                        government
                    } else {
                        claim_fen - government
                    };
                    self.fen(share, cell);
                }
            }
            Field::LastCollection if self.collections() > 0 => {
                let end = paid.unwrap_or(self.as_of);
                let last = end - (self.index % 26) as i32;
                self.date(Some(last.max(loan.effective_due(self.as_of) + 1)), cell);
            }
            Field::Collections => self.count(self.collections(), cell),
            _ => {}
        }
    }

    /// Collections so far; one fewer a month ago, but never none once there was one.
    fn collections(&self) -> i32 {
        let loan = self.loan();
        let begun = !loan.is_settled(self.as_of) && loan.effective_due(self.as_of) < self.as_of;
        match i32::from(loan.collections) {
            0 => 0,
            _ if !begun => 0,
            all if self.as_of == AS_OF => all,
            all => (all - 1).max(1),
        }
    }

    fn extension(&self) -> Option<(i32, i32)> {
        self.loan()
            .extension
            .filter(|(signed, _)| *signed <= self.as_of)
    }

    fn class(&self) -> u8 {
        let loan = self.loan();
        let paid = loan
            .payout
            .and_then(|payout| payout.paid)
            .filter(|paid| *paid <= self.as_of);
        match (loan.twist, paid) {
            (Twist::Class(class), _) if loan.days_overdue(self.as_of) > 0 => {
                class.min(class_by_days(loan.days_overdue(self.as_of)))
            }
            (_, Some(paid)) => class_by_days(paid - loan.due),
            _ => class_by_days(loan.days_overdue(self.as_of)),
        }
    }

    fn status(&self) -> &'static str {
        let loan = self.loan();
        if loan.is_settled(self.as_of) {
            "已结清"
        } else if loan.balance(self.as_of) == 0 {
            "已代偿"
        } else if loan.days_overdue(self.as_of) > 0 {
            "逾期"
        } else {
            "未到期"
        }
    }

    /// The 91st day past due, where it has come; the buffer begins the same day.
    fn non_performing_on(&self) -> Option<i32> {
        let loan = self.loan();
        let recognised = loan.effective_due(self.as_of) + 91;
        let due = !loan.is_settled(self.as_of) && recognised <= self.as_of;
        (due && loan.twist != Twist::BufferMissing).then_some(recognised)
    }

    fn date(&self, day: Option<i32>, cell: &mut String) {
        if let Some(day) = day {
            write_date(day, self.layout.slashed_dates, cell);
        }
    }

    fn count(&self, count: i32, cell: &mut String) {
        let _ = write!(cell, "{count}");
    }

    fn rate(&self, cell: &mut String) {
        let rate = self.loan().rate;
        let decimals = if rate.is_multiple_of(10) {
            format!("{:02}", rate % 1000 / 10)
        } else {
            format!("{:03}", rate % 1000)
        };
        let sign = if self.layout.percent_sign { "%" } else { "" };
        let _ = write!(cell, "{}.{decimals}{sign}", rate / 1000);
    }

    /// Principal and balance: whole yuan in the file's own unit.
    fn principal(&self, yuan: u32, cell: &mut String) {
        match self.layout.amounts {
            Amounts::TenThousandYuan => {
                let _ = write!(cell, "{}.{:04}", yuan / 10_000, yuan % 10_000);
                let kept = cell.trim_end_matches('0').trim_end_matches('.').len();
                cell.truncate(kept);
            }
            Amounts::Plain => {
                let _ = write!(cell, "{yuan}");
            }
            Amounts::Grouped | Amounts::TwoDecimals => self.fen(i64::from(yuan) * 100, cell),
        }
    }

    /// Amounts in 元 with two decimals.
    fn fen(&self, fen: i64, cell: &mut String) {
        let (yuan, cents) = (fen / 100, fen % 100);
        if self.layout.amounts == Amounts::Grouped && yuan >= 1000 {
            let _ = write!(cell, "{},{:03}.{cents:02}", yuan / 1000, yuan % 1000);
        } else {
            let _ = write!(cell, "{yuan}.{cents:02}");
        }
    }
}

/// The day subsidy of a loan ends: maturity, or settlement before it.
pub fn subsidy_end(loan: &Loan) -> i32 {
    loan.settled
        .map_or(loan.due, |settled| settled.min(loan.due))
}

/// A date as 2019-12-02, or as 2019/12/2.
pub fn write_date(day: i32, slashed: bool, text: &mut String) {
    let (year, month, day_of_month) = civil(day);
    let _ = if slashed {
        write!(text, "{year}/{month}/{day_of_month}")
    } else {
        write!(text, "{year}-{month:02}-{day_of_month:02}")
    };
}
