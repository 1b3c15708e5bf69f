//! Townships as squares: the map where no boundaries are given, and the place of those that the boundary file lacks.

use crate::report::Report;
use crate::text::number::MoneyUnit;
use crate::text::{Lang, chart};

use super::colour;
use super::frame::{self, MARGIN, Mark, TOP, WIDTH};
use super::legend::{DEFINITIONS, Look, legend};
use super::measure::{Level, Measure, Scale};
use super::svg::{Anchor, Svg, escape, shorten, tenths, width};

const GAP: f64 = 6.0;
const LARGEST: f64 = 116.0;
const MOST_COLUMNS: usize = 10;
const STRIP_SIDE: f64 = 81.4;
const NAME_SIZE: f64 = 13.0;

/// One square for each township, in the order of the report.
pub fn tiles(
    report: &Report,
    measure: Measure,
    unit: MoneyUnit,
    lang: Lang,
    selected: Option<&str>,
) -> String {
    let scale = Scale::of(measure, report, unit);
    let marks: Vec<Mark<'_>> = report
        .townships
        .iter()
        .map(|row| Mark::of(row, &scale, lang))
        .collect();
    let grid = Grid::of(marks.len());
    let entries = legend(measure, report, unit, lang);
    let body = if marks.is_empty() {
        60.0
    } else {
        grid.height(marks.len())
    };
    let foot_top = TOP + body + 16.0;
    let height = foot_top + frame::foot_height(&entries, measure, lang);
    let label = chart::map_summary(
        measure.label().of(lang),
        &report.as_of.to_string(),
        marks.len(),
        lang,
    );
    let mut svg = Svg::open((WIDTH, height), "group", &label, lang);
    svg.put(format_args!("{DEFINITIONS}"));
    frame::caption(&mut svg, report, &scale, lang);
    if marks.is_empty() {
        let nothing = chart::NOTHING.of(lang);
        svg.text(
            (WIDTH / 2.0, TOP + 36.0),
            14.0,
            Anchor::Middle,
            colour::MUTED,
            nothing,
        );
    }
    for (n, mark) in marks.iter().enumerate() {
        tile(
            &mut svg,
            mark,
            grid.corner(n, TOP),
            grid.side,
            selected,
            lang,
        );
    }
    let note = chart::TILES_NOTE.of(lang);
    frame::foot(&mut svg, foot_top, &entries, measure, note, lang);
    svg.close()
}

/// Squares in rows.
#[derive(Clone, Copy, Debug)]
struct Grid {
    columns: usize,
    side: f64,
}

impl Grid {
    /// About three squares across for two down, so that the whole fits a screen.
    fn of(count: usize) -> Grid {
        let columns = (1..MOST_COLUMNS)
            .find(|columns| columns * columns * 2 >= count * 3)
            .unwrap_or(MOST_COLUMNS);
        let room = WIDTH - 2.0 * MARGIN + GAP;
        Grid {
            columns,
            side: (room / columns as f64 - GAP).min(LARGEST),
        }
    }

    fn corner(self, n: usize, top: f64) -> (f64, f64) {
        let (column, row) = ((n % self.columns) as f64, (n / self.columns) as f64);
        let step = self.side + GAP;
        (MARGIN + column * step, top + row * step)
    }

    fn height(self, count: usize) -> f64 {
        count.div_ceil(self.columns) as f64 * (self.side + GAP) - GAP
    }
}

const STRIP: Grid = Grid {
    columns: MOST_COLUMNS,
    side: STRIP_SIDE,
};

/// The height of a strip of squares under a map; nothing where there are none.
pub(super) fn strip_height(count: usize) -> f64 {
    if count == 0 {
        0.0
    } else {
        22.0 + STRIP.height(count) + 16.0
    }
}

/// Townships that no shape shows, as squares under the map.
pub(super) fn strip(
    svg: &mut Svg,
    marks: &[&Mark<'_>],
    top: f64,
    selected: Option<&str>,
    lang: Lang,
) {
    if marks.is_empty() {
        return;
    }
    let heading = chart::WITHOUT_SHAPE.of(lang);
    svg.text(
        (MARGIN, top + 12.0),
        12.0,
        Anchor::Start,
        colour::MUTED,
        heading,
    );
    for (n, mark) in marks.iter().enumerate() {
        tile(
            svg,
            mark,
            STRIP.corner(n, top + 22.0),
            STRIP.side,
            selected,
            lang,
        );
    }
}

fn tile(
    svg: &mut Svg,
    mark: &Mark<'_>,
    (x, y): (f64, f64),
    side: f64,
    selected: Option<&str>,
    lang: Lang,
) {
    let is_chosen = selected == Some(mark.row.township.as_str());
    let (stroke, stroke_width) = if is_chosen {
        (colour::ACCENT, "3")
    } else {
        (colour::BORDER, "0.8")
    };
    svg.put(format_args!(
        "<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" stroke=\"{stroke}\" stroke-width=\"{stroke_width}\"><title>{}</title></rect>\n",
        mark.attributes(selected),
        tenths(x),
        tenths(y),
        tenths(side),
        tenths(side),
        escape(&mark.sentence),
    ));
    let middle = x + side / 2.0;
    let lines = wrap(&mark.row.township, NAME_SIZE, side - 10.0);
    let first = y + side / 2.0 - 10.0 - (lines.len() as f64 - 1.0) * 8.0;
    for (n, line) in lines.iter().enumerate() {
        let at = (middle, first + n as f64 * 16.0 + 4.0);
        words(svg, mark, at, NAME_SIZE, line);
    }
    let figure = match mark.level {
        Level::Missing(_) => chart::NO_DATA.of(lang),
        Level::TooFew => chart::TOO_FEW.of(lang),
        Level::Zero | Level::Step(_) => &mark.figure,
    };
    let figure = shorten(figure, 12.0, side - 8.0);
    words(svg, mark, (middle, y + side - 12.0), 12.0, &figure);
}

/// A text on a square, with a quiet ground where the square has lines or dots.
fn words(svg: &mut Svg, mark: &Mark<'_>, at: (f64, f64), size: f64, text: &str) {
    if !matches!(mark.look, Look::Solid(_)) {
        let wide = width(text, size) + 6.0;
        svg.put(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="{}" fill-opacity="0.85" pointer-events="none"/>"#,
            tenths(at.0 - wide / 2.0),
            tenths(at.1 - size),
            tenths(wide),
            tenths(size + 4.0),
            colour::GROUND,
        ));
    }
    svg.text(at, size, Anchor::Middle, mark.ink(), text);
}

/// A name in at most three lines; what is beyond them ends in an ellipsis.
fn wrap(name: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let count = lines.len();
        let Some(line) = lines.last_mut() else {
            break;
        };
        let mut longer = line.clone();
        longer.push(c);
        if line.is_empty() || width(&longer, size) <= room {
            *line = longer;
        } else if count < 3 {
            lines.push(c.to_string());
        } else {
            let tail: String = line.chars().chain([c]).chain(rest).collect();
            *line = shorten(&tail, size, room);
            break;
        }
    }
    lines
}
