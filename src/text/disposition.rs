//! The words of the room 处置: which way loans go, what they are, and what must happen by when.

mod reasons;
mod room;

use crate::report::policy::{
    Disposition, Duty, ExtensionCondition, Outcome, RenewalCondition, StandingState, Unknown,
};

use super::{Lang, Words, field, parameter, words};

pub use reasons::{reason, sentence_of};
pub use room::*;

/// Which way a loan should go.
pub fn name(disposition: Disposition) -> Words {
    match disposition {
        Disposition::Remind => words("到期提醒", "Remind"),
        Disposition::Collect => words("清收", "Collect"),
        Disposition::RecoverByLaw => words("依法清收", "Recover by law"),
        Disposition::Renew => words("续贷", "Renew"),
        Disposition::Extend => words("展期", "Extend"),
        Disposition::CollectInBuffer => words("缓冲期清收", "Collect in the buffer"),
        Disposition::PayOut => words("申请代偿", "Apply for payout"),
        Disposition::LookInto => words("待摸排", "Look into"),
        Disposition::NoAction => words("无需处置", "No action"),
    }
}

/// What a loan is.
pub fn state(state: StandingState) -> Words {
    match state {
        StandingState::NotDue => words("未到期", "Not due"),
        StandingState::DueSoon => words("即将到期", "Due soon"),
        StandingState::Overdue => words("逾期", "Overdue"),
        StandingState::NonPerforming => words("不良", "Non-performing"),
        StandingState::InBuffer => words("缓冲期内", "In the buffer"),
        StandingState::BufferOver => words("缓冲期满", "Buffer over"),
        StandingState::PaidOut => words("已代偿", "Paid out"),
        StandingState::Recovering => words("追偿中", "Being recovered"),
        StandingState::Recovered => words("已收回", "Recovered"),
        StandingState::Settled => words("已结清", "Settled"),
        StandingState::WrittenOff => words("已核销", "Written off"),
    }
}

/// What must happen.
pub fn duty(duty: Duty) -> Words {
    match duty {
        Duty::Remind => words("送达还款通知", "Serve notice"),
        Duty::Repay => words("到期还款", "Repay"),
        Duty::CollectBeforeNonPerforming => {
            words("转为不良前收回", "Collect before it is non-performing")
        }
        Duty::CollectInBuffer => words("缓冲期内收回", "Collect before the buffer ends"),
        Duty::ApplyForPayout => words("申请代偿", "Apply for payout"),
        Duty::PayOut => words("拨付代偿", "Pay out"),
        Duty::LookInto => words("摸清能力和意愿", "Find out ability and will"),
        Duty::SignRenewal => words("签订续贷合同", "Sign the renewal"),
        Duty::SignExtension => words("签订展期协议", "Sign the extension"),
    }
}

/// A condition of 续贷, with the part of the clause that it is of.
pub fn renewal_condition(condition: RenewalCondition) -> Words {
    match condition {
        RenewalCondition::Household => words("符合申请条件：帮扶对象", "Eligible: household"),
        RenewalCondition::OwnUse => words("符合申请条件：户贷户用", "Eligible: own use"),
        RenewalCondition::TimesLeft => words("符合申请条件：续贷次数", "Eligible: renewals so far"),
        RenewalCondition::InPeriod => {
            words("符合申请条件：政策期内", "Eligible: within the period")
        }
        RenewalCondition::Able => words("一定还款能力", "Able to repay"),
        RenewalCondition::Willing => words("还款意愿良好", "Willing to repay"),
        RenewalCondition::NeedsMoney => words("确有资金需求", "Needs the money"),
        RenewalCondition::RiskUnderControl => words("风险可控", "Risk under control"),
    }
}

/// A condition of 展期, in the same way.
pub fn extension_condition(condition: ExtensionCondition) -> Words {
    match condition {
        ExtensionCondition::Household => words("符合申请条件：帮扶对象", "Eligible: household"),
        ExtensionCondition::OwnUse => words("符合申请条件：户贷户用", "Eligible: own use"),
        ExtensionCondition::TimesLeft => {
            words("符合申请条件：展期次数", "Eligible: extensions so far")
        }
        ExtensionCondition::InPeriod => {
            words("符合申请条件：政策期内", "Eligible: within the period")
        }
        ExtensionCondition::NotOfOwnMaking => words("非主观因素", "Not of their own making"),
    }
}

/// Whether a condition holds.
pub fn outcome(outcome: Outcome) -> Words {
    match outcome {
        Outcome::Met => words("符合", "met"),
        Outcome::NotMet => words("不符合", "not met"),
        Outcome::Unknown(_) => words("待核实", "unknown"),
    }
}

/// What would have to be known.
pub fn unknown(unknown: Unknown, lang: Lang) -> String {
    match unknown {
        Unknown::Fact(column) => field::name(column).of(lang).to_owned(),
        Unknown::Table(kind) => field::kind(kind).of(lang).to_owned(),
        Unknown::Parameter(own) => parameter::asked_of(parameter::name(own, lang), lang),
        Unknown::EarlierMonths => super::compliance::EARLIER_MONTHS.of(lang).to_owned(),
    }
}
