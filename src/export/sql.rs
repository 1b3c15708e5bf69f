//! The report's figures and the rules as SQL, made of the chosen parameters: a province's data centre gets the same
//! numbers from its own engine.
//!
//! The statements stand in the templates beside this file, one text for all dialects. What differs between dialects and
//! what comes from the table of parameters is written there as a macro, such as `@days(from, to)`; see `macros`. Nothing in
//! a template is a threshold.

mod bounds;
mod dialect;
mod macros;
mod periods;
mod register;
mod tables;
mod wording;

use crate::report::Date;
use crate::report::policy::{ParameterChoices, Rulebook};
use crate::text::sql as words;

pub use dialect::Dialect;

use macros::Macros;

/// The templates in the order in which their views are made; a view names only tables and views before it.
const TEMPLATES: [&str; 18] = [
    include_str!("sql/loans.sql"),
    include_str!("sql/figures.sql"),
    include_str!("sql/villages.sql"),
    include_str!("sql/rates.sql"),
    include_str!("sql/subsidy_terms.sql"),
    include_str!("sql/subsidy.sql"),
    include_str!("sql/subsidy_paid.sql"),
    include_str!("sql/checks_borrowers.sql"),
    include_str!("sql/checks_terms.sql"),
    include_str!("sql/checks_risk.sql"),
    include_str!("sql/checks_data.sql"),
    include_str!("sql/checks_county.sql"),
    include_str!("sql/checks_subsidy.sql"),
    include_str!("sql/checks.sql"),
    include_str!("sql/dispositions.sql"),
    include_str!("sql/compensation.sql"),
    include_str!("sql/dues.sql"),
    include_str!("sql/enterprises.sql"),
];

/// What the text is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// 统计时点
    pub as_of: Date,
    /// The table of parameters as chosen.
    pub parameters: &'a ParameterChoices,
    /// Fewest matured loans of a village for a place in the order.
    pub minimum_matured_loans: u64,
    /// Whose SQL.
    pub dialect: Dialect,
}

/// The whole text: head, tables, views.
pub fn text(asked: &Asked<'_>) -> String {
    let rulebook = Rulebook::of(asked.parameters);
    let macros = Macros {
        dialect: asked.dialect,
        rulebook: &rulebook,
        as_of: asked.as_of,
        minimum_matured_loans: asked.minimum_matured_loans,
    };
    let mut out = words::head(asked.dialect.name(), asked.as_of, &rulebook.digest());
    out.push_str(&tables::definitions(asked.dialect));
    for template in TEMPLATES {
        out.push_str(&macros.expand(template));
    }
    out
}

/// The names of the views, in the order in which they are made.
pub fn views() -> Vec<&'static str> {
    let of_template = |template: &'static str| {
        let starts = template.match_indices(macros::VIEW);
        starts.filter_map(|(at, mark)| template[at + mark.len()..].split(')').next())
    };
    TEMPLATES.into_iter().flat_map(of_template).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::policy::{DEFINITIONS, Parameter};

    fn made(parameters: &ParameterChoices, dialect: Dialect) -> String {
        text(&Asked {
            as_of: "2019-11-30".parse().expect("a day"),
            parameters,
            minimum_matured_loans: 10,
            dialect,
        })
    }

    #[test]
    fn every_macro_of_the_templates_is_known_in_every_dialect() {
        for dialect in Dialect::ALL {
            let text = made(&ParameterChoices::default(), dialect);
            let left = text.lines().find(|line| line.contains('@'));
            assert_eq!(left, None, "{}", dialect.name());
        }
    }

    #[test]
    fn every_view_is_told_in_words_and_made_once() {
        let mut seen = std::collections::BTreeSet::new();
        for view in views() {
            assert!(words::view(view).is_some(), "{view}");
            assert!(seen.insert(view), "{view}");
        }
    }

    #[test]
    fn every_check_of_the_register_has_its_view() {
        use crate::report::policy::RULES;
        let views = views();
        for rule in RULES {
            let view = format!("check_{}", rule.id.to_lowercase());
            assert!(views.contains(&view.as_str()), "{view}");
        }
    }

    #[test]
    fn a_changed_parameter_changes_the_text_and_nothing_else_of_it() {
        let limit = Parameter::HouseholdLimit;
        let from = DEFINITIONS[limit as usize].entries[0].first_day();
        let mut choices = ParameterChoices::default();
        let before = made(&choices, Dialect::DuckDb);
        choices.change(limit, from, Some(7_654_300));
        let after = made(&choices, Dialect::DuckDb);
        assert!(!before.contains("7654300") && after.contains("7654300"));
        let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b);
        let is_told = |line: &str| line.contains("7654300") || line.starts_with("--");
        assert!(changed.into_iter().all(|(_, line)| is_told(line)));
    }

    #[test]
    fn both_dialects_have_the_same_statements() {
        let count = |dialect| {
            made(&ParameterChoices::default(), dialect)
                .matches(";\n")
                .count()
        };
        assert_eq!(count(Dialect::DuckDb), count(Dialect::Spark));
    }
}
