//! The sentence of a finding: the branch's words with its figures put in.

use crate::report::policy::{Figure, ReasonRead};
use crate::text::number::{MoneyUnit, count, money};
use crate::text::{Lang, class, field};

use super::branch_words;

/// The sentence of a finding of a check; the bare branch where the check has no such words.
pub fn sentence(id: &str, reason: &ReasonRead, lang: Lang) -> String {
    let Some(words) = branch_words(id, &reason.branch, lang) else {
        return reason.branch.clone();
    };
    let told = reason.figures.iter().enumerate();
    told.fold(words.to_owned(), |text, (at, figure)| {
        text.replace(&format!("{{{at}}}"), &shown(*figure, lang))
    })
}

/// A figure as it stands in a sentence. Money is in yuan: a limit must be seen to the fen.
pub fn shown(figure: Figure, lang: Lang) -> String {
    let with_unit = |number: String, zh: &str, en: &str| match lang {
        Lang::Zh => format!("{number} {zh}"),
        Lang::En => format!("{number} {en}"),
    };
    match figure {
        Figure::Days(days) => with_unit(days.to_string(), "天", "days"),
        Figure::Months(months) => with_unit(months.to_string(), "个月", "months"),
        Figure::Year(year) => year.to_string(),
        Figure::Count(number) => count(number),
        Figure::Money(amount) => with_unit(money(amount, MoneyUnit::Yuan), "元", "yuan"),
        Figure::Rate(rate) => format!("{rate}%"),
        Figure::Day(day) => day.to_string(),
        Figure::Times(hundredths) => with_unit(
            format!("{}.{:02}", hundredths / 100, hundredths % 100),
            "倍",
            "times",
        ),
        Figure::Percent(hundredths) => format!("{}.{:02}%", hundredths / 100, hundredths % 100),
        Figure::Class(own) => class::name(own).of(lang).to_owned(),
        Figure::Column(own) => field::name(own).of(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_tells_its_figures_in_both_languages() {
        let reason = ReasonRead {
            branch: "longer".to_owned(),
            figures: vec![
                Figure::Day("2017-01-31".parse().expect("a day")),
                Figure::Day("2020-02-01".parse().expect("a day")),
                Figure::Months(36),
            ],
        };
        let told = |lang| sentence("A04", &reason, lang);
        assert_eq!(
            told(Lang::Zh),
            "2017-01-31 放款、2020-02-01 到期，超过最长期限 36 个月"
        );
        assert_eq!(
            told(Lang::En),
            "disbursed 2017-01-31, due 2020-02-01: longer than 36 months"
        );
    }
}
