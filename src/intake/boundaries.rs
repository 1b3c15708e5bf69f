//! GeoJSON (RFC 7946) to the outlines of townships.

use serde_json::Value;

use crate::domain::county::{Boundary, Ring};

use super::faults::Faults;
use super::finding::{Outcome, Problem};

/// Properties that hold the name, in the order in which they are tried.
const NAMES: &[&str] = &[
    "name",
    "NAME",
    "Name",
    "乡镇",
    "乡镇名称",
    "township",
    "XZQMC",
    "名称",
    "镇",
];
/// Properties that hold the code.
const CODES: &[&str] = &["code", "CODE", "adcode", "XZQDM", "区划代码", "代码", "id"];

/// What a boundary file held.
pub struct Boundaries {
    /// Features with a name and an area, in their order.
    pub shapes: Vec<Boundary>,
    /// Features in all.
    pub features: u64,
}

/// Reads a whole boundary file; none if it is no GeoJSON with features.
pub fn read(bytes: &[u8], faults: &mut Faults) -> Option<Boundaries> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        faults.of_file(Problem::NotGeoJson, Outcome::FileSetAside);
        return None;
    };
    let Some(features) = value.get("features").and_then(Value::as_array) else {
        faults.of_file(Problem::NotGeoJson, Outcome::FileSetAside);
        return None;
    };
    let mut shapes = Vec::new();
    for (at, feature) in features.iter().enumerate() {
        match shape(feature) {
            Some(shape) => shapes.push(shape),
            None => faults.of_file(
                Problem::BadFeature {
                    feature: at as u32 + 1,
                },
                Outcome::RowSetAside,
            ),
        }
    }
    Some(Boundaries {
        shapes,
        features: features.len() as u64,
    })
}

fn shape(feature: &Value) -> Option<Boundary> {
    let properties = feature.get("properties")?;
    let name = NAMES
        .iter()
        .find_map(|key| properties.get(key)?.as_str())?
        .trim()
        .to_owned();
    let code = CODES.iter().find_map(|key| match properties.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    let geometry = feature.get("geometry")?;
    let coordinates = geometry.get("coordinates")?.as_array()?;
    let rings: Vec<Ring> = match geometry.get("type")?.as_str()? {
        "Polygon" => coordinates.iter().map(ring).collect::<Option<_>>()?,
        "MultiPolygon" => coordinates
            .iter()
            .map(Value::as_array)
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .flatten()
            .map(ring)
            .collect::<Option<_>>()?,
        _ => return None,
    };
    if name.is_empty() || rings.is_empty() {
        return None;
    }
    Some(Boundary {
        name,
        code,
        township: None,
        rings,
    })
}

/// A ring of at least three different points; its closing point is left out.
fn ring(value: &Value) -> Option<Ring> {
    let mut points: Ring = value.as_array()?.iter().map(point).collect::<Option<_>>()?;
    if points.first() == points.last() {
        points.pop();
    }
    (points.len() >= 3).then_some(points)
}

fn point(value: &Value) -> Option<[i32; 2]> {
    let coordinates = value.as_array()?;
    let at = |index: usize, limit: f64| -> Option<i32> {
        let degrees = coordinates.get(index)?.as_f64()?;
        (degrees.abs() <= limit).then(|| (degrees * 1e6).round() as i32)
    };
    Some([at(0, 180.0)?, at(1, 90.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polygons_and_multipolygons_are_read_and_the_rest_is_named() {
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"甲镇","code":510000001},"geometry":{"type":"Polygon","coordinates":[[[107.1,31.1],[107.2,31.1],[107.2,31.2],[107.1,31.1]]]}},
            {"type":"Feature","properties":{"name":"乙镇"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1,2],[3,2],[3,4]]],[[[5,6],[7,6],[7,8]]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[]}},
            {"type":"Feature","properties":{"name":"丙镇"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;
        let mut faults = Faults::default();
        let boundaries = read(text.as_bytes(), &mut faults).expect("GeoJSON");
        assert_eq!(boundaries.features, 4);
        assert_eq!(boundaries.shapes.len(), 2);
        assert_eq!(
            boundaries.shapes[0].rings,
            [[
                [107_100_000, 31_100_000],
                [107_200_000, 31_100_000],
                [107_200_000, 31_200_000]
            ]]
        );
        assert_eq!(boundaries.shapes[0].code.as_deref(), Some("510000001"));
        assert_eq!(boundaries.shapes[1].rings.len(), 2);
        let problems: Vec<_> = faults
            .kept
            .iter()
            .map(|finding| finding.problem.clone())
            .collect();
        assert_eq!(
            problems,
            [
                Problem::BadFeature { feature: 3 },
                Problem::BadFeature { feature: 4 }
            ]
        );
    }

    #[test]
    fn what_is_no_geojson_is_set_aside_whole() {
        let mut faults = Faults::default();
        assert!(read(b"{\"type\":", &mut faults).is_none());
        assert!(read(b"{\"a\":1}", &mut faults).is_none());
        assert_eq!(faults.total, 2);
    }
}
