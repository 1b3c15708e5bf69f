//! Why a loan goes which way: a sentence for each branch of the decision, its figures put in.

use crate::report::policy::ReasonRead;
use crate::text::rules::shown;
use crate::text::{Lang, Words, words};

/// By branch, its sentence; `{0}` to `{3}` are its figures.
const REASONS: &[(&str, Words)] = &[
    (
        "not_due",
        words(
            "{0} 到期，尚不到提醒时间",
            "due {0}, too early for a reminder",
        ),
    ),
    ("settled", words("已结清", "settled")),
    (
        "recovered",
        words("代偿款已全部收回", "all that was paid out is recovered"),
    ),
    ("written_off", words("已核销", "written off")),
    (
        "due_soon",
        words(
            "{0} 到期，还有 {1}，不符合续贷条件",
            "due {0}, in {1}; not all conditions of renewal are met",
        ),
    ),
    (
        "due_soon_unknown",
        words(
            "{0} 到期，还有 {1}，能否续贷待核实",
            "due {0}, in {1}; whether it can be renewed is not known",
        ),
    ),
    (
        "renew",
        words(
            "{0} 到期，还有 {1}，续贷五项条件均符合",
            "due {0}, in {1}; all five conditions of renewal are met",
        ),
    ),
    (
        "extend",
        words(
            "逾期 {0}，有还款意愿，能力弱，非主观因素，符合展期条件",
            "overdue {0}: willing, hardly able, through no fault of their own; extension is open",
        ),
    ),
    (
        "overdue_able",
        words("逾期 {0}，有还款能力", "overdue {0}, able to repay"),
    ),
    (
        "overdue_unable",
        words(
            "逾期 {0}，无还款能力，不符合展期条件，尚未转为不良",
            "overdue {0}, unable to repay, no extension, not yet non-performing",
        ),
    ),
    (
        "overdue_weak_unwilling",
        words(
            "逾期 {0}，还款能力弱且意愿不好",
            "overdue {0}, hardly able and not willing",
        ),
    ),
    (
        "overdue_not_extensible",
        words(
            "逾期 {0}，还款能力弱，不符合展期条件",
            "overdue {0}, hardly able, extension is not open",
        ),
    ),
    (
        "overdue_malicious",
        words("逾期 {0}，恶意拖欠", "overdue {0}, out of malice"),
    ),
    (
        "in_buffer",
        words(
            "已转为不良，缓冲期 {0} 至 {1}",
            "non-performing; the buffer runs from {0} to {1}",
        ),
    ),
    (
        "buffer_over_able",
        words(
            "缓冲期满（{0} 起），有还款能力",
            "buffer over since {0}, able to repay",
        ),
    ),
    (
        "buffer_over_weak",
        words(
            "缓冲期满（{0} 起），尚有一定还款能力",
            "buffer over since {0}, still able to repay a part",
        ),
    ),
    (
        "buffer_over_not_entitled",
        words(
            "缓冲期满（{0} 起），无还款能力，不享受分险（未建档，或县定清退户、脱贫不享受政策户、户贷企用不享受）",
            "buffer over since {0}, unable to repay; not entitled to risk sharing (not registered, or removed, without support or used by an enterprise where the county denies it)",
        ),
    ),
    (
        "buffer_over_malicious",
        words(
            "缓冲期满（{0} 起），恶意拖欠",
            "buffer over since {0}, out of malice",
        ),
    ),
    (
        "buffer_over_unable",
        words(
            "缓冲期满（{0} 起），无还款能力，追偿无望",
            "buffer over since {0}, unable to repay, nothing can be recovered",
        ),
    ),
    (
        "applied",
        words(
            "缓冲期满（{0} 起），{1} 已申请代偿，待拨付",
            "buffer over since {0}; applied on {1}, to be paid",
        ),
    ),
    (
        "paid_out",
        words(
            "已代偿，日期不详，继续追偿",
            "paid out, on a day not told; recovery goes on",
        ),
    ),
    (
        "paid_out_on",
        words("{0} 已代偿，继续追偿", "paid out on {0}; recovery goes on"),
    ),
    (
        "paid_out_malicious",
        words("已代偿，恶意拖欠", "paid out, out of malice"),
    ),
    (
        "look_into",
        words("逾期 {0}，情况未摸清", "overdue {0}, not yet looked into"),
    ),
    (
        "buffer_unknown",
        words(
            "已为不良（逾期 {0}），缓冲期起止不明",
            "non-performing (overdue {0}); when the buffer runs is not known",
        ),
    ),
];

/// The sentence of a branch.
pub fn reason(branch: &str) -> Option<Words> {
    let mut reasons = REASONS.iter();
    reasons
        .find(|(own, _)| *own == branch)
        .map(|(_, words)| *words)
}

/// The sentence of a reason; the bare branch where it has no words.
pub fn sentence_of(of: &ReasonRead, lang: Lang) -> String {
    let Some(words) = reason(&of.branch) else {
        return of.branch.clone();
    };
    let told = of.figures.iter().enumerate();
    told.fold(words.of(lang).to_owned(), |text, (at, figure)| {
        text.replace(&format!("{{{at}}}"), &shown(*figure, lang))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::disposition::BRANCHES;

    #[test]
    fn every_branch_of_the_decision_has_a_sentence_with_the_same_figures_in_both_languages() {
        let known: Vec<&str> = REASONS.iter().map(|(branch, _)| *branch).collect();
        let mut branches: Vec<&str> = BRANCHES.iter().map(|(branch, ..)| *branch).collect();
        let mut sorted = known.clone();
        sorted.sort_unstable();
        branches.sort_unstable();
        assert_eq!(sorted, branches);
        for (branch, words) in REASONS {
            let holes = |text: &str| text.matches('{').count();
            assert_eq!(holes(words.zh), holes(words.en), "{branch}");
        }
    }
}
