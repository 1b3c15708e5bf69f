//! The words of columns that only some loan files have.

use crate::report::{Ability, Cause, FactWord, Guarantee, Product, RenewalKind, Willingness};

use super::{Words, words};

/// A word of a column that a person reads.
pub trait Named: FactWord {
    /// Its name.
    fn name(self) -> Words;
}

macro_rules! names {
    ($($of:ident { $($word:ident: $zh:literal, $en:literal;)* })*) => {$(
        impl Named for $of {
            fn name(self) -> Words {
                match self {
                    $($of::$word => words($zh, $en),)*
                }
            }
        }
    )*};
}

names! {
    Product {
        PovertyAlleviation: "扶贫小额信贷", "Poverty alleviation microloan";
        LiftedOut: "脱贫人口小额信贷", "Microloan for people lifted out of poverty";
        Assistance: "帮扶小额信贷", "Assistance microloan";
    }
    Guarantee {
        Credit: "信用", "Unsecured";
        Guaranteed: "保证", "Guaranteed";
        Mortgage: "抵押", "Mortgage";
        Pledge: "质押", "Pledge";
    }
    RenewalKind {
        None: "无", "None";
        Renewal: "续贷", "Renewal";
        Extension: "展期", "Extension";
        Refinancing: "借新还旧", "Refinancing";
    }
    Ability {
        Able: "有", "Able";
        Weak: "弱", "Weak";
        None: "无", "None";
        Unknown: "未知", "Unknown";
    }
    Willingness {
        Good: "好", "Good";
        Fair: "一般", "Fair";
        Poor: "差", "Poor";
        Malicious: "恶意", "Malicious";
        Unknown: "未知", "Unknown";
    }
    Cause {
        Disaster: "因灾", "Disaster";
        Illness: "因病", "Illness";
        FailedBusiness: "经营失败", "Failed business";
        OutOfReach: "外出失联", "Out of reach";
        Death: "死亡", "Death";
        Other: "其他", "Other";
    }
}

/// The names of all words of a column.
pub fn names<W: Named>() -> Vec<Words> {
    W::ALL.iter().map(|word| word.name()).collect()
}

/// What a column of 是 and 否 may hold.
pub const YES_OR_NO: Words = words("是或否", "是 (yes) or 否 (no)");
