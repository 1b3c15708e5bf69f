//! The map: townships as shapes, coloured by a measure.

use std::collections::BTreeMap;

use crate::report::{MapShapes, Report, Shape};
use crate::text::number::MoneyUnit;
use crate::text::{Lang, chart};

use super::colour;
use super::frame::{self, MARGIN, Mark, TOP, WIDTH};
use super::label::{Area, Outline, fit};
use super::legend::{DEFINITIONS, Look};
use super::measure::{Level, Scale};
use super::projection::{Point, Projection};
use super::svg::{Anchor, Svg, escape, shorten, tenths, width};
use super::tiles;

pub use super::legend::{LegendEntry, legend};
pub use super::measure::Measure;
pub use super::tiles::tiles;

const NAME_SIZE: f64 = 15.0;
const FIGURE_SIZE: f64 = 14.0;
/// The tallest map: with caption and legend it fits a screen of 768 lines.
const TALLEST: f64 = 520.0;

/// The map of a report. Shapes of one township are one mark; townships that no shape shows stand below as squares, so that none is lost.
pub fn choropleth(
    shapes: &MapShapes,
    report: &Report,
    measure: Measure,
    unit: MoneyUnit,
    lang: Lang,
    selected: Option<&str>,
) -> String {
    let Some(projection) =
        Projection::fit(&shapes.shapes, MARGIN, TOP, WIDTH - 2.0 * MARGIN, TALLEST)
    else {
        return tiles(report, measure, unit, lang, selected);
    };
    let scale = Scale::of(measure, report, unit);
    let parts = parts(&shapes.shapes, &projection);
    let marks: BTreeMap<&str, Mark<'_>> = report
        .townships
        .iter()
        .map(|row| (row.township.as_str(), Mark::of(row, &scale, lang)))
        .collect();
    let absent: Vec<&Mark<'_>> = marks
        .values()
        .filter(|mark| {
            !parts
                .iter()
                .any(|part| part.township() == Some(&mark.row.township))
        })
        .collect();

    let entries = legend(measure, report, unit, lang);
    let strip_top = TOP + projection.height + 16.0;
    let foot_top = strip_top + tiles::strip_height(absent.len());
    let height = foot_top + frame::foot_height(&entries, measure, lang);
    let label = chart::map_summary(
        measure.label().of(lang),
        &report.as_of.to_string(),
        report.townships.len(),
        lang,
    );
    let mut svg = Svg::open((WIDTH, height), "group", &label, lang);
    svg.put(format_args!("{DEFINITIONS}"));
    frame::caption(&mut svg, report, &scale, lang);
    for part in &parts {
        shape(&mut svg, part, part.mark(&marks), selected, lang);
    }
    chosen(&mut svg, &parts, selected);
    names(&mut svg, &parts, &marks, selected, lang);
    tiles::strip(&mut svg, &absent, strip_top, selected, lang);
    let note = chart::MAP_NOTE.of(lang);
    frame::foot(&mut svg, foot_top, &entries, measure, note, lang);
    svg.close()
}

/// All rings of one township, or one shape that no file names.
struct Part<'a> {
    name: &'a str,
    is_township: bool,
    rings: Vec<Vec<Point>>,
}

impl Part<'_> {
    /// The township; a shape that is none has no figures, whatever it is called.
    fn township(&self) -> Option<&str> {
        self.is_township.then_some(self.name)
    }

    fn mark<'m>(&self, marks: &'m BTreeMap<&str, Mark<'_>>) -> Option<&'m Mark<'m>> {
        marks.get(self.township()?)
    }

    fn is_chosen(&self, selected: Option<&str>) -> bool {
        selected.is_some() && selected == self.township()
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for ring in &self.rings {
            let mut last = None;
            for &(x, y) in ring {
                let point = (tenths(x), tenths(y));
                if last == Some(point) {
                    continue;
                }
                path.push(if last.is_none() { 'M' } else { 'L' });
                path.push_str(&format!("{} {}", point.0, point.1));
                last = Some(point);
            }
            path.push('Z');
        }
        path
    }

    fn area(&self) -> f64 {
        self.rings
            .iter()
            .map(|ring| {
                let next = ring.iter().cycle().skip(1);
                let twice: f64 = ring
                    .iter()
                    .zip(next)
                    .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
                    .sum();
                twice.abs() / 2.0
            })
            .sum()
    }
}

fn parts<'a>(shapes: &'a [Shape], projection: &Projection) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    for shape in shapes {
        let rings = shape
            .rings
            .iter()
            .filter(|ring| ring.len() >= 3)
            .map(|ring| ring.iter().map(|&point| projection.place(point)).collect());
        let township = shape.township.as_deref();
        let same = parts
            .iter_mut()
            .find(|part| part.is_township && township == Some(part.name));
        match same {
            Some(part) => part.rings.extend(rings),
            None => parts.push(Part {
                name: township.unwrap_or(&shape.name),
                is_township: township.is_some(),
                rings: rings.collect(),
            }),
        }
    }
    parts
}

fn shape(
    svg: &mut Svg,
    part: &Part<'_>,
    mark: Option<&Mark<'_>>,
    selected: Option<&str>,
    lang: Lang,
) {
    let (attributes, title) = match mark {
        Some(mark) => (mark.attributes(selected), mark.sentence.clone()),
        None => {
            let title = format!("{} {}", part.name, chart::NO_DATA.of(lang));
            let attributes = format!(
                r#"class="no-data" role="img" aria-label="{}" fill="{}""#,
                escape(&title),
                Look::Hatch.fill()
            );
            (attributes, title)
        }
    };
    svg.put(format_args!(
        "<path {attributes} fill-rule=\"evenodd\" stroke=\"{}\" stroke-width=\"0.8\" stroke-linejoin=\"round\" d=\"{}\"><title>{}</title></path>\n",
        colour::BORDER,
        part.path(),
        escape(&title),
    ));
}

/// The outline of what is chosen, above all shapes: in the order of the shapes its neighbours would cover it, and their order is the order of the keyboard.
fn chosen(svg: &mut Svg, parts: &[Part<'_>], selected: Option<&str>) {
    for part in parts.iter().filter(|part| part.is_chosen(selected)) {
        svg.put(format_args!(
            "<path class=\"selected\" aria-hidden=\"true\" pointer-events=\"none\" fill=\"none\" stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" d=\"{}\"/>\n",
            colour::ACCENT,
            part.path(),
        ));
    }
}

/// Names and figures, the chosen township first and then by size, each only where it fits and covers no other.
fn names(
    svg: &mut Svg,
    parts: &[Part<'_>],
    marks: &BTreeMap<&str, Mark<'_>>,
    selected: Option<&str>,
    lang: Lang,
) {
    let mut order: Vec<(bool, f64, &Part<'_>)> = parts
        .iter()
        .map(|part| (part.is_chosen(selected), part.area(), part))
        .collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let mut taken: Vec<Area> = Vec::new();
    for (_, _, part) in order {
        let outline = Outline::of(&part.rings);
        let Some(point) = outline.inner_point() else {
            continue;
        };
        let mark = part.mark(marks);
        let figure = figure(mark, lang);
        let Some(placed) = place(&outline, point, part.name, &figure, &taken) else {
            continue;
        };
        draw_name(svg, &placed, mark, &figure);
        taken.push(placed.area);
    }
}

fn figure(mark: Option<&Mark<'_>>, lang: Lang) -> String {
    match mark.map(|mark| (mark.level, mark)) {
        None | Some((Level::Missing(_), _)) => chart::NO_DATA.of(lang).to_owned(),
        Some((Level::TooFew, _)) => chart::TOO_FEW.of(lang).to_owned(),
        Some((Level::Zero | Level::Step(_), mark)) => mark.figure.clone(),
    }
}

struct Placed {
    area: Area,
    name: String,
    has_figure: bool,
}

/// The fullest form that fits: the name, without its sort of place, or cut short; with its figure rather than without.
fn place(
    outline: &Outline,
    point: Point,
    name: &str,
    figure: &str,
    taken: &[Area],
) -> Option<Placed> {
    let short = chart::short_place(name);
    let cut = shorten(name, NAME_SIZE, NAME_SIZE * 4.0);
    let forms = [
        (name, true),
        (short, true),
        (&cut, true),
        (name, false),
        (short, false),
        (&cut, false),
    ];
    forms.into_iter().find_map(|(name, has_figure)| {
        let (above, below) = if has_figure { (7.0, 15.0) } else { (0.0, 0.0) };
        let from = (point.0, point.1 - above);
        let is_wider = width(figure, FIGURE_SIZE) > width(name, NAME_SIZE);
        let widest = if has_figure && is_wider { figure } else { name };
        let area = fit(outline, from, widest, NAME_SIZE, below)?;
        let is_free = !taken.iter().any(|other| other.meets(&area));
        is_free.then_some(Placed {
            area,
            name: name.to_owned(),
            has_figure,
        })
    })
}

fn draw_name(svg: &mut Svg, placed: &Placed, mark: Option<&Mark<'_>>, figure: &str) {
    let ink = mark.map_or(colour::INK, Mark::ink);
    let area = placed.area;
    let middle = (area.0 + area.2) / 2.0;
    let patterned = !matches!(mark.map(|m| m.look), Some(Look::Solid(_)));
    if patterned {
        // On lines or dots a name needs a quiet ground.
        svg.put(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="{}" fill-opacity="0.85" pointer-events="none"/>"#,
            tenths(area.0 - 3.0),
            tenths(area.1 - 2.0),
            tenths(area.2 - area.0 + 6.0),
            tenths(area.3 - area.1 + 4.0),
            colour::GROUND,
        ));
    }
    svg.text(
        (middle, area.1 + 10.5),
        NAME_SIZE,
        Anchor::Middle,
        ink,
        &placed.name,
    );
    if placed.has_figure {
        svg.text(
            (middle, area.1 + 25.0),
            FIGURE_SIZE,
            Anchor::Middle,
            ink,
            figure,
        );
    }
}
