//! What a map needs: shapes, and which township each belongs to.

use serde::{Deserialize, Serialize};

/// How the boundary file and the townships fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapMatch {
    /// Features of the boundary files; zero where none was given.
    pub features: u64,
    /// Townships of the loans or the roster that no feature shows, in the order of their names.
    pub townships_without_shape: Vec<String>,
    /// Features whose name is no township of the loans or the roster, in the order of the file.
    pub shapes_without_township: Vec<String>,
}

/// The shapes of a map. Not part of the report: a border is no figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapShapes {
    /// In the order of the boundary files.
    pub shapes: Vec<Shape>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The name the boundary file gives.
    pub name: String,
    /// The township it shows; none if no file names it.
    pub township: Option<String>,
    /// Closed lines of longitude and latitude in millionths of a degree, filled by the even-odd rule.
    pub rings: Vec<Vec<[i32; 2]>>,
}
