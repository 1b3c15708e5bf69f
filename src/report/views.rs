//! Views of the register that a person named: a query and how its loans are grouped, kept in a file and given again.

use serde::{Deserialize, Serialize};

use super::RegisterQuery;

/// The name and version of the file's form; a change of form changes it.
pub const SCHEMA: &str = "credit-atlas/views/1";

/// A view of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name, as the person gave it.
    pub name: String,
    /// What it shows; its window says nothing.
    pub query: RegisterQuery,
}

/// Views as a person keeps them in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewFile {
    /// [`SCHEMA`].
    schema: String,
    /// The views, in their order.
    pub views: Vec<View>,
}

impl ViewFile {
    /// The file of some views.
    pub fn of(views: &[View]) -> ViewFile {
        ViewFile {
            schema: SCHEMA.to_owned(),
            views: views.to_vec(),
        }
    }

    /// The file: JSON that a person can read.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Plain data with text for keys: writing it cannot fail.
        serde_json::to_vec_pretty(self).unwrap_or_else(|_| Vec::new())
    }

    /// The views of a file's text; none where it is no such file.
    pub fn read(text: &str) -> Option<Vec<View>> {
        let file: ViewFile = serde_json::from_str(text).ok()?;
        (file.schema == SCHEMA).then_some(file.views)
    }
}

/// Adds views to those known: one of the same name takes the place of the earlier.
pub fn add(known: &mut Vec<View>, others: impl IntoIterator<Item = View>) {
    for view in others {
        match known.iter_mut().find(|own| own.name == view.name) {
            Some(own) => *own = view,
            None => known.push(view),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::dimension::{Condition, Dimension, DimensionValue, DueBand};
    use super::*;

    fn view(name: &str) -> View {
        View {
            name: name.to_owned(),
            query: RegisterQuery {
                group_by: Dimension::RISK_LEDGER.to_vec(),
                conditions: vec![Condition {
                    dimension: Dimension::DueBand,
                    value: DimensionValue::Due(DueBand::Within30),
                }],
                descending: true,
                ..RegisterQuery::default()
            },
        }
    }

    #[test]
    fn views_are_read_back_from_their_file_as_they_were() {
        let views = vec![view("a"), view("b")];
        let bytes = ViewFile::of(&views).to_bytes();
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains(SCHEMA));
        assert_eq!(ViewFile::read(&text), Some(views));
        assert_eq!(ViewFile::read(&text.replace("views/1", "views/9")), None);
        assert_eq!(ViewFile::read("{}"), None);
    }

    #[test]
    fn a_view_of_a_name_that_is_known_takes_its_place() {
        let mut views = vec![view("a"), view("b")];
        let other = View {
            query: RegisterQuery::default(),
            ..view("a")
        };
        add(&mut views, [other.clone(), view("c")]);
        assert_eq!(views, [other, view("b"), view("c")]);
    }
}
