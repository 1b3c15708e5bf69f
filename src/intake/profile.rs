//! What a person settled for files of some shapes, kept in a small file, so that next month's files are read the same way.

use serde::{Deserialize, Serialize};

use super::choices::{Choices, ColumnName};
use super::gazetteer::PlaceChoices;

/// The name and version of the file's form; a change of form changes it.
pub const SCHEMA: &str = "credit-atlas/profile/1";

/// A profile, as its file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// [`SCHEMA`].
    pub schema: String,
    /// What was settled, shape by shape.
    pub shapes: Vec<Shape>,
    /// What was settled of places.
    #[serde(default)]
    pub places: PlaceChoices,
}

impl Default for Profile {
    fn default() -> Profile {
        Profile {
            schema: SCHEMA.to_owned(),
            shapes: Vec::new(),
            places: PlaceChoices::default(),
        }
    }
}

/// Files with one and the same header, and what was settled for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Their headers, in order.
    pub headers: Vec<String>,
    /// What was settled.
    pub choices: Choices,
}

/// Why bytes are no profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoProfile {
    /// They are something else.
    AnotherThing,
    /// They say they are one, but of a form that this program does not know.
    AnotherForm {
        /// The form that they name.
        schema: String,
    },
    /// They are one, but cannot be read: on that line.
    Damaged {
        /// From 1.
        line: u32,
    },
}

impl Shape {
    /// Whether a table with these columns has this shape.
    pub fn is_of<'n>(&self, names: impl ExactSizeIterator<Item = &'n ColumnName>) -> bool {
        names.len() == self.headers.len()
            && names
                .zip(&self.headers)
                .all(|(name, header)| name.header == *header)
    }
}

impl Profile {
    /// Reads a profile's file.
    ///
    /// # Errors
    /// A [`NoProfile`] that says what the bytes are instead.
    pub fn of_bytes(bytes: &[u8]) -> Result<Profile, NoProfile> {
        #[derive(Deserialize)]
        struct Named {
            schema: String,
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let named: Named = serde_json::from_slice(text).map_err(|_| NoProfile::AnotherThing)?;
        match named.schema.as_str() {
            SCHEMA => serde_json::from_slice(text).map_err(|error| NoProfile::Damaged {
                line: error.line() as u32,
            }),
            schema if schema.starts_with("credit-atlas/profile/") => Err(NoProfile::AnotherForm {
                schema: schema.to_owned(),
            }),
            _ => Err(NoProfile::AnotherThing),
        }
    }

    /// The profile's file: JSON that a person can read.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Plain data with text for keys: writing it cannot fail.
        serde_json::to_vec_pretty(self).unwrap_or_else(|_| Vec::new())
    }

    /// Whether nothing was settled: such a profile is not worth keeping.
    pub fn is_blank(&self) -> bool {
        self.shapes.is_empty() && self.places == PlaceChoices::default()
    }

    /// Adds what another profile settled; for a shape that both know the other's counts.
    pub fn add(&mut self, other: Profile) {
        for shape in other.shapes {
            self.settle(shape);
        }
        self.places.add(other.places);
    }

    /// Settles a shape.
    pub fn settle(&mut self, shape: Shape) {
        match self
            .shapes
            .iter_mut()
            .find(|known| known.headers == shape.headers)
        {
            Some(known) => *known = shape,
            None => self.shapes.push(shape),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::gazetteer::Follow;

    #[test]
    fn a_profile_that_only_settles_places_is_worth_keeping() {
        let mut profile = Profile::default();
        assert!(profile.is_blank());
        profile.places.follow = Follow::All;
        assert!(!profile.is_blank());
        let kept = Profile::of_bytes(&profile.to_bytes());
        assert_eq!(kept, Ok(profile));
    }
}
