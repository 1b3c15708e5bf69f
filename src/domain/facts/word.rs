//! The words of columns that only some loan files have. What files write for them stands in `intake::cell`.

use serde::{Deserialize, Serialize};

use crate::domain::field::Field;

/// A word of one column; its code is its place among all words of the column.
pub trait FactWord: Copy + PartialEq + 'static {
    /// The column.
    const FIELD: Field;
    /// Every word of the column; a code once given keeps its place.
    const ALL: &'static [Self];
}

macro_rules! fact_words {
    ($(#[doc = $meaning:literal] $name:ident for $field:ident { $(#[doc = $word:literal] $variant:ident,)* })*) => {$(
        #[doc = $meaning]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = $word] $variant,)*
        }

        impl FactWord for $name {
            const FIELD: Field = Field::$field;
            const ALL: &'static [$name] = &[$($name::$variant),*];
        }
    )*};
}

fact_words! {
    /// 业务品种: under which of the three programmes the loan was made.
    Product for Product {
        /// 扶贫小额信贷, contracts to 2020-12-31
        PovertyAlleviation,
        /// 脱贫人口小额信贷, 2021 to 2025
        LiftedOut,
        /// 帮扶小额信贷, from 2026
        Assistance,
    }
    /// 担保方式
    Guarantee for Guarantee {
        /// 信用
        Credit,
        /// 保证
        Guaranteed,
        /// 抵押
        Mortgage,
        /// 质押
        Pledge,
    }
    /// 续贷展期: how the loan came to go on beyond its first term.
    RenewalKind for RenewalKind {
        /// 无: it did not
        None,
        /// 续贷
        Renewal,
        /// 展期
        Extension,
        /// 借新还旧
        Refinancing,
    }
    /// 还款能力. That it is not known may itself have been written down.
    Ability for Ability {
        /// 有
        Able,
        /// 弱
        Weak,
        /// 无
        None,
        /// 未知
        Unknown,
    }
    /// 还款意愿. That it is not known may itself have been written down.
    Willingness for Willingness {
        /// 好
        Good,
        /// 一般
        Fair,
        /// 差
        Poor,
        /// 恶意
        Malicious,
        /// 未知
        Unknown,
    }
    /// 逾期原因
    Cause for Cause {
        /// 因灾
        Disaster,
        /// 因病
        Illness,
        /// 经营失败
        FailedBusiness,
        /// 外出失联
        OutOfReach,
        /// 死亡
        Death,
        /// 其他
        Other,
    }
}
