//! Longitude and latitude to the plane: equirectangular, true to scale at the middle latitude, fitted into a frame.

use crate::report::Shape;

/// A point of a picture: x to the right, y down.
pub type Point = (f64, f64);

/// From millionths of a degree to the units of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    west: f64,
    north: f64,
    /// How much shorter a degree of longitude is than one of latitude.
    shrink: f64,
    scale: f64,
    left: f64,
    top: f64,
    /// The height of the shapes in the picture.
    pub height: f64,
}

impl Projection {
    /// Fits all shapes into a frame of that width and at most that height, centred between its sides; none where no shape has an area.
    pub fn fit(
        shapes: &[Shape],
        left: f64,
        top: f64,
        width: f64,
        height: f64,
    ) -> Option<Projection> {
        let points = || shapes.iter().flat_map(|s| s.rings.iter().flatten());
        let west = f64::from(points().map(|p| p[0]).min()?);
        let east = f64::from(points().map(|p| p[0]).max()?);
        let south = f64::from(points().map(|p| p[1]).min()?);
        let north = f64::from(points().map(|p| p[1]).max()?);
        let shrink = cosine_of_degrees((south + north) / 2.0 / 1e6);
        let (across, down) = ((east - west) * shrink, north - south);
        if across <= 0.0 || down <= 0.0 {
            return None;
        }
        let scale = (width / across).min(height / down);
        Some(Projection {
            west,
            north,
            shrink,
            scale,
            left: left + (width - across * scale) / 2.0,
            top,
            height: down * scale,
        })
    }

    /// The place of a point in the picture.
    pub fn place(&self, point: [i32; 2]) -> Point {
        (
            self.left + (f64::from(point[0]) - self.west) * self.shrink * self.scale,
            self.top + (self.north - f64::from(point[1])) * self.scale,
        )
    }
}

/// The cosine of a latitude, by its power series: `f64::cos` may differ in the last bit between machines, and a picture must not.
fn cosine_of_degrees(degrees: f64) -> f64 {
    let angle = degrees.clamp(-89.0, 89.0) * std::f64::consts::PI / 180.0;
    let square = angle * angle;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..12 {
        let n = f64::from(n);
        term *= -square / ((2.0 * n - 1.0) * (2.0 * n));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cosine_is_the_cosine() {
        for degrees in [-89.0, -31.2, 0.0, 30.0, 31.2, 53.0, 89.0_f64] {
            let exact = degrees.to_radians().cos();
            assert!((cosine_of_degrees(degrees) - exact).abs() < 1e-12);
        }
    }

    #[test]
    fn shapes_without_an_area_have_no_projection() {
        let line = Shape {
            name: String::new(),
            township: None,
            rings: vec![vec![[0, 0], [0, 5]]],
        };
        assert_eq!(Projection::fit(&[line], 0.0, 0.0, 10.0, 10.0), None);
        assert_eq!(Projection::fit(&[], 0.0, 0.0, 10.0, 10.0), None);
    }
}
