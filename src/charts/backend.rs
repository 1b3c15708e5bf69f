//! A plotters backend that writes SVG and measures text by rule, so that a picture has the same bytes natively and in any browser.

use std::convert::Infallible;

use plotters::prelude::{DrawingBackend, IntoFont, RGBColor, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontTransform,
};

use super::svg::{Anchor, Svg, Tenths, escape, width};

/// Draws into SVG text. One unit of the backend is a tenth of a unit of the picture: plotters places things on whole units.
#[derive(Debug)]
pub struct SvgBackend<'a> {
    svg: &'a mut Svg,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// A backend of that width and height, in tenths.
    pub fn new(svg: &'a mut Svg, size: (u32, u32)) -> SvgBackend<'a> {
        SvgBackend { svg, size }
    }

    /// Opens a group with those attributes (escaped by the caller) and a title; [`SvgBackend::close_group`] ends it.
    pub fn open_group(&mut self, attributes: &str, title: &str) {
        self.svg.put(format_args!(
            "<g {attributes}><title>{}</title>",
            escape(title)
        ));
    }

    /// Ends a group.
    pub fn close_group(&mut self) {
        self.svg.put(format_args!("</g>\n"));
    }

    /// A rectangle between two corners with a fill as SVG has it.
    pub fn fill_rect(&mut self, from: BackendCoord, to: BackendCoord, fill: &str) {
        let (left, top) = (from.0.min(to.0), from.1.min(to.1));
        let (right, bottom) = (from.0.max(to.0), from.1.max(to.1));
        self.svg.put(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"/>"#,
            at(left),
            at(top),
            at(right - left),
            at(bottom - top),
        ));
    }

    fn poly(&mut self, element: &str, points: impl IntoIterator<Item = BackendCoord>, paint: &str) {
        self.svg.put(format_args!("<{element} points=\""));
        for (n, (x, y)) in points.into_iter().enumerate() {
            let space = if n == 0 { "" } else { " " };
            self.svg.put(format_args!("{space}{},{}", at(x), at(y)));
        }
        self.svg.put(format_args!("\" {paint}/>\n"));
    }
}

/// A text style of that size in tenths; the family is the picture's own.
pub fn text_style(size: u32, colour: RGBColor, across: HPos, down: VPos) -> TextStyle<'static> {
    let mut style = TextStyle::from(("sans-serif", size).into_font());
    style.color = BackendColor {
        alpha: 1.0,
        rgb: (colour.0, colour.1, colour.2),
    };
    style.pos = Pos::new(across, down);
    style
}

fn at(tenths: i32) -> Tenths {
    Tenths(i64::from(tenths))
}

fn hex(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Opacity in whole percents.
fn opacity(colour: BackendColor, attribute: &str) -> String {
    if colour.alpha >= 1.0 {
        return String::new();
    }
    let percent = (colour.alpha * 100.0).round() as u32;
    format!(" {attribute}=\"0.{percent:02}\"")
}

fn fill_of<S: BackendStyle>(style: &S) -> String {
    let colour = style.color();
    format!(
        "fill=\"{}\"{}",
        hex(colour),
        opacity(colour, "fill-opacity")
    )
}

fn stroke_of<S: BackendStyle>(style: &S) -> String {
    let colour = style.color();
    format!(
        "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}",
        hex(colour),
        Tenths(i64::from(style.stroke_width())),
        opacity(colour, "stroke-opacity")
    )
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            self.svg.put(format_args!(
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n",
                at(from.0),
                at(from.1),
                at(to.0),
                at(to.1),
                stroke_of(style),
            ));
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let paint = if fill {
                fill_of(style)
            } else {
                stroke_of(style)
            };
            self.svg.put(format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {paint}/>\n",
                at(upper_left.0),
                at(upper_left.1),
                at(bottom_right.0 - upper_left.0),
                at(bottom_right.1 - upper_left.1),
            ));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            self.poly("polyline", path, &stroke_of(style));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            let paint = if fill {
                fill_of(style)
            } else {
                stroke_of(style)
            };
            self.svg.put(format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {paint}/>\n",
                at(center.0),
                at(center.1),
                Tenths(i64::from(radius)),
            ));
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            self.poly("polygon", vert, &fill_of(style));
        }
        Ok(())
    }

    fn draw_text<TStyle: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &TStyle,
        pos: BackendCoord,
    ) -> Drawn {
        let colour = style.color();
        if colour.alpha <= 0.0 {
            return Ok(());
        }
        let size = style.size() / 10.0;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // Chinese glyphs fill the em from about 0.12 below the baseline to 0.88 above it.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.88,
            VPos::Center => 0.38,
            VPos::Bottom => -0.12,
        };
        let (x, y) = (f64::from(pos.0) / 10.0, f64::from(pos.1) / 10.0);
        let turn = match style.transform() {
            FontTransform::None => None,
            FontTransform::Rotate90 => Some(90),
            FontTransform::Rotate180 => Some(180),
            FontTransform::Rotate270 => Some(270),
        };
        if let Some(turn) = turn {
            let (x, y) = (at(pos.0), at(pos.1));
            self.svg
                .put(format_args!("<g transform=\"rotate({turn} {x} {y})\">"));
        }
        self.svg
            .text((x, y + size * down), size, anchor, &hex(colour), text);
        if turn.is_some() {
            self.svg.put(format_args!("</g>"));
        }
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((width(text, size).ceil() as u32, size.ceil() as u32))
    }
}
