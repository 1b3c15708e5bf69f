//! The legend of a map: what each look means, those of missing and too few included.

use crate::report::{Fen, Report};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, chart};

use super::colour;
use super::measure::{Breaks, Level, Measure, Scale};
use super::svg::{Svg, tenths};

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One colour.
    Solid(&'static str),
    /// Slanting lines: there is no figure.
    Hatch,
    /// Dots: there are too few loans.
    Dots,
}

impl Look {
    /// The look of a level of a measure.
    pub fn of(level: Level, measure: Measure) -> Look {
        match level {
            Level::Missing(_) => Look::Hatch,
            Level::TooFew => Look::Dots,
            Level::Zero => Look::Solid(colour::GROUND),
            Level::Step(step) => Look::Solid(measure.ramp()[step.min(4)]),
        }
    }

    /// The value of `fill` within a picture that has [`DEFINITIONS`].
    pub fn fill(self) -> &'static str {
        match self {
            Look::Solid(colour) => colour,
            Look::Hatch => "url(#atlas-no-data)",
            Look::Dots => "url(#atlas-too-few)",
        }
    }
}

/// The patterns that [`Look::fill`] names.
pub const DEFINITIONS: &str = concat!(
    r##"<defs><pattern id="atlas-no-data" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f3f5f7"/><path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="#8b96a1" stroke-width="1"/></pattern>"##,
    r##"<pattern id="atlas-too-few" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#ffffff"/><circle cx="3.5" cy="3.5" r="1.2" fill="#59636e"/></pattern></defs>"##,
    "\n"
);

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The colour, or a light grey for a pattern.
    pub fill: String,
    /// What it means.
    pub label: String,
    /// A small picture of the look, 22 by 14, that stands alone.
    pub swatch: String,
    pub(super) look: Look,
}

/// The legend of a measure, light to dark, then what is special.
pub fn legend(measure: Measure, report: &Report, unit: MoneyUnit, lang: Lang) -> Vec<LegendEntry> {
    let scale = Scale::of(measure, report, unit);
    let steps = if scale.breaks.is_empty() {
        0
    } else {
        scale.breaks.len() + 1
    };
    let written: Vec<String> = scale
        .breaks
        .iter()
        .map(|&lower| break_text(measure, lower, unit, lang))
        .collect();
    let mut entries = vec![entry(Look::Solid(colour::GROUND), "0".to_owned())];
    for step in 0..steps {
        let from = step.checked_sub(1).and_then(|at| written.get(at));
        let label = chart::range(
            from.map(String::as_str),
            written.get(step).map(String::as_str),
            lang,
        );
        entries.push(entry(Look::of(Level::Step(step), measure), label));
    }
    if measure.rests_on_matured_loans() {
        entries.push(entry(Look::Dots, chart::TOO_FEW.of(lang).to_owned()));
    }
    entries.push(entry(Look::Hatch, chart::NO_DATA.of(lang).to_owned()));
    entries
}

fn break_text(measure: Measure, lower: i64, unit: MoneyUnit, lang: Lang) -> String {
    match measure.breaks() {
        // All fixed breaks are whole percents.
        Breaks::Fixed(_) => format!("{}%", lower / 100),
        Breaks::Money => {
            // A step that is no whole number of 万元 is one of 元.
            let unit = match unit {
                MoneyUnit::TenThousandYuan if lower % 1_000_000 == 0 => unit,
                _ => MoneyUnit::Yuan,
            };
            let money = number::money(Fen(lower), unit);
            let money = money.strip_suffix(".00").unwrap_or(&money);
            format!("{money} {}", unit.name(lang))
        }
    }
}

fn entry(look: Look, label: String) -> LegendEntry {
    let fill = match look {
        Look::Solid(colour) => colour,
        Look::Hatch | Look::Dots => "#f3f5f7",
    };
    let mut svg = Svg::default();
    svg.put(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">"#
    ));
    swatch(&mut svg, look, 0.0, 0.0);
    LegendEntry {
        fill: fill.to_owned(),
        label,
        swatch: svg.close().trim_end().to_owned(),
        look,
    }
}

/// A sample of a look, 22 by 14. Patterns are drawn out: a page may hold many, and a pattern has to be looked up by name.
pub(super) fn swatch(svg: &mut Svg, look: Look, x: f64, y: f64) {
    let fill = match look {
        Look::Solid(colour) => colour,
        Look::Hatch => "#f3f5f7",
        Look::Dots => colour::GROUND,
    };
    svg.put(format_args!(
        r#"<rect x="{}" y="{}" width="21" height="13" fill="{fill}" stroke="{}"/>"#,
        tenths(x + 0.5),
        tenths(y + 0.5),
        colour::BORDER,
    ));
    match look {
        Look::Solid(_) => {}
        Look::Hatch => {
            for n in 0..3 {
                let from = x + 1.0 + f64::from(n) * 6.0;
                svg.put(format_args!(
                    r##"<path d="M{} {}l8 -12" stroke="#8b96a1"/>"##,
                    tenths(from),
                    tenths(y + 13.0),
                ));
            }
        }
        Look::Dots => {
            for n in 0..3 {
                svg.put(format_args!(
                    r#"<circle cx="{}" cy="{}" r="1.2" fill="{}"/>"#,
                    tenths(x + 5.0 + f64::from(n) * 6.0),
                    tenths(y + 7.0),
                    colour::MUTED,
                ));
            }
        }
    }
}
