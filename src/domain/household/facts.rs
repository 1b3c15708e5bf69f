//! What rosters say of a household, and the narrow columns that hold it for a million of them.

use serde::{Deserialize, Serialize};

use crate::domain::date::Date;
use crate::domain::money::Fen;
use crate::domain::symbol::Symbol;

/// 脱贫属性
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PovertyStatus {
    /// 未脱贫
    InPoverty,
    /// 脱贫享受政策
    LiftedWithSupport,
    /// 脱贫不享受政策
    LiftedWithoutSupport,
    /// 返贫
    ReturnedToPoverty,
    /// 清退
    Removed,
    /// 监测, 边缘户
    Monitored,
    /// 一般户: never registered as poor
    NotRegistered,
}

/// 贫困户属性: the eight codes of the national system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HouseholdType {
    /// 01 一般贫困户
    OrdinaryPoor,
    /// 02 低保脱贫户
    AllowanceLifted,
    /// 03 特困供养脱贫户
    DestituteLifted,
    /// 04 低保贫困户
    AllowancePoor,
    /// 05 一般脱贫户
    OrdinaryLifted,
    /// 06 特困供养贫困户
    DestitutePoor,
    /// 07 低保特困供养贫困户
    AllowanceDestitutePoor,
    /// 08 低保特困供养户
    AllowanceDestitute,
}

/// 监测对象类别
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonitorType {
    /// 脱贫不稳定户
    UnsteadyLifted,
    /// 边缘易致贫户
    NearPoverty,
    /// 突发严重困难户
    SuddenHardship,
}

/// Whether the risk for which a household is monitored is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonitorState {
    /// 风险未消除
    RiskRemains,
    /// 风险已消除
    RiskRemoved,
}

/// What one or more rows of rosters say of a household; what none says is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseholdFacts {
    /// 脱贫属性
    pub poverty_status: Option<PovertyStatus>,
    /// 贫困户属性
    pub household_type: Option<HouseholdType>,
    /// 监测对象类别
    pub monitor_type: Option<MonitorType>,
    /// 风险是否消除
    pub monitor_state: Option<MonitorState>,
    /// 贷款意愿
    pub loan_wish: Option<bool>,
    /// 家庭人口数
    pub family_size: Option<u8>,
    /// 劳动力人数
    pub labour_count: Option<u8>,
    /// 脱贫年度
    pub exit_year: Option<u16>,
    /// 首次识别时间
    pub identified_on: Option<Date>,
    /// 清退时间
    pub removed_on: Option<Date>,
    /// 信用等级, a symbol of [`super::Households::credit_grades`].
    pub credit_grade: Option<Symbol>,
    /// 授信额度
    pub credit_line: Option<Fen>,
}

impl HouseholdFacts {
    /// Whether it says anything of what many rosters lack.
    #[inline(always)]
    fn has_sparse(&self) -> bool {
        self.household_type.is_some()
            || self.monitor_type.is_some()
            || self.monitor_state.is_some()
            || self.loan_wish.is_some()
            || self.labour_count.is_some()
            || self.identified_on.is_some()
            || self.removed_on.is_some()
            || self.credit_grade.is_some()
            || self.credit_line.is_some()
    }

    /// These facts, and `other`'s where these say nothing.
    #[must_use]
    pub fn or(self, other: HouseholdFacts) -> HouseholdFacts {
        HouseholdFacts {
            poverty_status: self.poverty_status.or(other.poverty_status),
            household_type: self.household_type.or(other.household_type),
            monitor_type: self.monitor_type.or(other.monitor_type),
            monitor_state: self.monitor_state.or(other.monitor_state),
            loan_wish: self.loan_wish.or(other.loan_wish),
            family_size: self.family_size.or(other.family_size),
            labour_count: self.labour_count.or(other.labour_count),
            exit_year: self.exit_year.or(other.exit_year),
            identified_on: self.identified_on.or(other.identified_on),
            removed_on: self.removed_on.or(other.removed_on),
            credit_grade: self.credit_grade.or(other.credit_grade),
            credit_line: self.credit_line.or(other.credit_line),
        }
    }
}

/// A column that some rosters lack, by household; it takes no room until a roster has it.
#[derive(Clone, Debug, Default)]
struct Sparse<T>(Vec<T>);

/// A number whose least value stands for an absent one.
trait Number: Copy + PartialEq {
    const ABSENT: Self;
}

impl Number for i32 {
    const ABSENT: i32 = i32::MIN;
}

impl Number for i64 {
    const ABSENT: i64 = i64::MIN;
}

impl<T: Number> Sparse<T> {
    #[inline(always)]
    fn set(&mut self, at: usize, value: Option<T>, room: usize) {
        if let Some(cell) = self.0.get_mut(at) {
            *cell = value.unwrap_or(T::ABSENT);
        } else if let Some(value) = value {
            if self.0.capacity() < room {
                self.0.reserve_exact(room - self.0.len());
            }
            self.0.resize(at, T::ABSENT);
            self.0.push(value);
        }
    }

    #[inline(always)]
    fn get(&self, at: usize) -> Option<T> {
        self.0.get(at).copied().filter(|value| *value != T::ABSENT)
    }
}

/// What nearly every roster has, in eight bytes: a household met again is looked up at random.
#[derive(Clone, Copy, Debug)]
struct Narrow {
    line: u32,
    /// Files beyond [`LAST_FILE`] are that one.
    file: u8,
    /// Years from [`FIRST_YEAR`] on; 0 where unknown, [`OTHER_YEAR`] where it stands with what few rosters have.
    exit_year: u8,
    poverty_status: Option<PovertyStatus>,
    family_size: u8,
}

/// What few rosters have beside, of one household.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Wide {
    household_type: Option<HouseholdType>,
    monitor_type: Option<MonitorType>,
    monitor_state: Option<MonitorState>,
    loan_wish: Option<bool>,
    labour_count: Option<u8>,
    exit_year: Option<u16>,
}

/// A small number that is unknown.
const UNKNOWN: u8 = u8::MAX;

/// More files than anyone gives; what is kept of them is only where a household stood first.
const LAST_FILE: u32 = u8::MAX as u32;

/// The year before the first that fits beside the rest.
const FIRST_YEAR: u16 = 1949;

/// A year that does not.
const OTHER_YEAR: u8 = u8::MAX;

const NOTHING: Narrow = Narrow {
    line: 0,
    file: 0,
    exit_year: 0,
    poverty_status: None,
    family_size: UNKNOWN,
};

/// A year in one byte: 0 for none, [`OTHER_YEAR`] for one that does not fit.
#[inline(always)]
fn year_byte(year: Option<u16>) -> u8 {
    match year {
        None => 0,
        Some(year) => match year.checked_sub(FIRST_YEAR) {
            Some(years @ 1..=254) => years as u8,
            _ => OTHER_YEAR,
        },
    }
}

/// The facts of all households, by household.
#[derive(Clone, Debug, Default)]
pub(super) struct FactColumns {
    narrow: Vec<Narrow>,
    wide: Vec<Wide>,
    identified_on: Sparse<i32>,
    removed_on: Sparse<i32>,
    credit_grade: Sparse<i32>,
    credit_line: Sparse<i64>,
    /// The day for which the poverty status holds.
    status_day: Sparse<i32>,
    /// Whether any of the sparse columns holds anything.
    has_sparse: bool,
}

impl FactColumns {
    pub(super) fn reserve(&mut self, count: usize) {
        self.narrow.reserve_exact(count);
    }

    /// Reads what entering facts of a household will read; the number means nothing.
    #[inline(always)]
    pub(super) fn bring_near(&self, at: usize) -> u32 {
        self.narrow.get(at).map_or(0, |narrow| narrow.line)
    }

    /// Where the first row of the household stands: file and line.
    #[inline(always)]
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let narrow = self.narrow.get(at).unwrap_or(&NOTHING);
        (u32::from(narrow.file), narrow.line)
    }

    #[inline(always)]
    pub(super) fn status_day(&self, at: usize) -> Option<Date> {
        self.status_day.get(at).map(Date::from_days)
    }

    pub(super) fn get(&self, at: usize) -> HouseholdFacts {
        let narrow = self.narrow.get(at).unwrap_or(&NOTHING);
        let wide = self.wide.get(at).copied().unwrap_or_else(Wide::default);
        let grade = self.credit_grade.get(at);
        HouseholdFacts {
            poverty_status: narrow.poverty_status,
            household_type: wide.household_type,
            monitor_type: wide.monitor_type,
            monitor_state: wide.monitor_state,
            loan_wish: wide.loan_wish,
            family_size: (narrow.family_size != UNKNOWN).then_some(narrow.family_size),
            labour_count: wide.labour_count,
            exit_year: match narrow.exit_year {
                0 => None,
                OTHER_YEAR => wide.exit_year,
                years => Some(FIRST_YEAR + u16::from(years)),
            },
            identified_on: self.identified_on.get(at).map(Date::from_days),
            removed_on: self.removed_on.get(at).map(Date::from_days),
            credit_grade: grade.map(|symbol| Symbol(symbol as u32)),
            credit_line: self.credit_line.get(at).map(Fen),
        }
    }

    /// Sets all facts of a household and the place of its first row.
    #[inline(always)]
    pub(super) fn set(
        &mut self,
        at: usize,
        facts: &HouseholdFacts,
        place: (u32, u32),
        status_day: Option<Date>,
    ) {
        let (file, line) = place;
        let narrow = Narrow {
            line,
            file: file.min(LAST_FILE) as u8,
            exit_year: year_byte(facts.exit_year),
            poverty_status: facts.poverty_status,
            family_size: facts.family_size.unwrap_or(UNKNOWN),
        };
        match self.narrow.get_mut(at) {
            Some(known) => *known = narrow,
            None => {
                self.narrow.resize(at, NOTHING);
                self.narrow.push(narrow);
            }
        }
        let is_sparse = status_day.is_some() || facts.has_sparse();
        self.has_sparse |= is_sparse || narrow.exit_year == OTHER_YEAR;
        if self.has_sparse {
            self.set_sparse(at, facts, status_day);
        }
    }

    fn set_sparse(&mut self, at: usize, facts: &HouseholdFacts, status_day: Option<Date>) {
        let room = self.narrow.capacity();
        let wide = Wide {
            household_type: facts.household_type,
            monitor_type: facts.monitor_type,
            monitor_state: facts.monitor_state,
            loan_wish: facts.loan_wish,
            labour_count: facts.labour_count,
            exit_year: facts.exit_year,
        };
        if let Some(known) = self.wide.get_mut(at) {
            *known = wide;
        } else if wide != Wide::default() {
            self.wide
                .reserve_exact(room.saturating_sub(self.wide.len()));
            self.wide.resize(at, Wide::default());
            self.wide.push(wide);
        }
        let days = |day: Option<Date>| day.map(Date::days);
        self.identified_on.set(at, days(facts.identified_on), room);
        self.removed_on.set(at, days(facts.removed_on), room);
        let grade = facts.credit_grade.map(|symbol| symbol.0 as i32);
        self.credit_grade.set(at, grade, room);
        self.credit_line
            .set(at, facts.credit_line.map(|fen| fen.0), room);
        self.status_day.set(at, days(status_day), room);
    }
}

#[cfg(test)]
mod tests;
