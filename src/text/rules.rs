//! The words of the checks: what each looks for, what it leaves to others, and a sentence for each way of being caught.

mod figures;
mod table;

use super::{Lang, Words};

pub use figures::{sentence, shown};
pub use table::RULE_WORDS;

/// The words of one check.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords {
    /// The check's id.
    pub id: &'static str,
    /// Its name.
    pub title: Words,
    /// What it looks for.
    pub looks_for: Words,
    /// What it leaves to others or cannot see.
    pub leaves: Words,
    /// By branch, the sentence of a finding; `{0}` to `{3}` are its figures.
    pub reasons: &'static [(&'static str, Words)],
}

/// The words of a check.
pub fn rule_words(id: &str) -> Option<&'static RuleWords> {
    RULE_WORDS.iter().find(|words| words.id == id)
}

/// The sentence of a branch of a check.
pub fn branch_words(id: &str, branch: &str, lang: Lang) -> Option<&'static str> {
    let reasons = rule_words(id)?.reasons.iter();
    let words = reasons.clone().find(|(own, _)| *own == branch)?.1;
    Some(words.of(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::rules::RULES;

    #[test]
    fn every_check_has_words_and_a_sentence_for_each_of_its_branches_and_no_others() {
        let ids: Vec<&str> = RULE_WORDS.iter().map(|words| words.id).collect();
        assert_eq!(ids, RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
        for rule in RULES {
            let words = rule_words(rule.id).expect("its words");
            let branches: Vec<&str> = words.reasons.iter().map(|(branch, _)| *branch).collect();
            assert_eq!(branches, rule.branches, "{}", rule.id);
            for (_, sentence) in words.reasons {
                let holes = |text: &str| {
                    (0..4)
                        .filter(|at| text.contains(&format!("{{{at}}}")))
                        .count()
                };
                assert_eq!(holes(sentence.zh), holes(sentence.en), "{}", rule.id);
            }
        }
    }
}
