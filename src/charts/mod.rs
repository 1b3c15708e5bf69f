//! Report data to SVG text, scale → mark: pictures that stand alone and are the same bytes everywhere. May name domain, report and text; knows no browser and works out no rate.

pub mod backend;
pub mod classes;
pub mod colour;
pub mod frame;
pub mod label;
pub mod legend;
pub mod map;
pub mod measure;
pub mod months;
pub mod projection;
pub mod scale;
pub mod slots;
pub mod svg;
pub mod tiles;

pub use legend::LegendEntry;
pub use measure::Measure;
