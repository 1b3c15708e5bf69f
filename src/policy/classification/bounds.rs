//! Days past due that part the five classes.

use crate::domain::RiskClass;

/// The last day past due on which a loan may still be 正常, 关注, 次级, 可疑.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds([u32; 4]);

impl Bounds {
    /// A bound that no loan passes.
    pub const NEVER: u32 = u32::MAX;

    /// The last days of the first four classes. Who has passed a later one has passed those before it as well.
    pub const fn of(mut last_days: [u32; 4]) -> Bounds {
        let mut at = 3;
        while at > 0 {
            if last_days[at] < last_days[at - 1] {
                last_days[at - 1] = last_days[at];
            }
            at -= 1;
        }
        Bounds(last_days)
    }

    /// The last days of the first four classes; [`Bounds::NEVER`] where none is.
    pub fn last_days(self) -> [u32; 4] {
        self.0
    }

    /// The class of a loan so many days past due: as many bounds as it has passed.
    #[inline(always)]
    pub fn class(self, days: u32) -> RiskClass {
        let passed = self.0.iter().filter(|last| days > **last);
        RiskClass::ALL[passed.count()]
    }

    /// The first day past due on which a loan is 不良; none where it never is by days.
    pub fn first_non_performing_day(self) -> Option<u32> {
        self.0[1].checked_add(1)
    }

    /// The same where so many days count for nothing.
    pub fn but_not_before(self, days: u32) -> Bounds {
        Bounds(self.0.map(|last| last.max(days)))
    }
}
