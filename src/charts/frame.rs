//! What maps share: caption above, legend and note below, and the attributes of a township.

use crate::report::{Report, TownshipRow};
use crate::text::{Lang, chart};

use super::colour;
use super::legend::{LegendEntry, Look, swatch};
use super::measure::{Level, Measure, Scale};
use super::svg::{Anchor, Svg, escape, width};

/// The width of every map.
pub const WIDTH: f64 = 900.0;
/// The room left and right.
pub const MARGIN: f64 = 16.0;
/// Where a map begins below its caption.
pub const TOP: f64 = 60.0;

const LEGEND_LINE: f64 = 22.0;
const LEGEND_GAP: f64 = 18.0;
const LEGEND_SIZE: f64 = 14.0;

/// What a township shows for a measure.
#[derive(Debug)]
pub struct Mark<'a> {
    /// Its row.
    pub row: &'a TownshipRow,
    /// Where it stands.
    pub level: Level,
    /// How it is filled.
    pub look: Look,
    /// The figure alone.
    pub figure: String,
    /// Name, measure, figure, part and whole.
    pub sentence: String,
}

impl<'a> Mark<'a> {
    /// The mark of a township.
    pub fn of(row: &'a TownshipRow, scale: &Scale, lang: Lang) -> Mark<'a> {
        let level = scale.level(&row.figures);
        Mark {
            row,
            level,
            look: Look::of(level, scale.measure),
            figure: scale.short(&row.figures, lang),
            sentence: format!(
                "{} {} {}",
                row.township,
                scale.measure.label().of(lang),
                scale.sentence(&row.figures, lang)
            ),
        }
    }

    /// The colour of text on it.
    pub fn ink(&self) -> &'static str {
        match self.level {
            Level::Step(step) => colour::ink_on(step),
            Level::Missing(_) | Level::TooFew | Level::Zero => colour::INK,
        }
    }

    /// The attributes by which a township is reached and read, the fill included.
    pub fn attributes(&self, selected: Option<&str>) -> String {
        let pressed = selected == Some(self.row.township.as_str());
        format!(
            r#"class="township" tabindex="0" role="button" aria-pressed="{pressed}" data-township="{}" aria-label="{}" fill="{}""#,
            escape(&self.row.township),
            escape(&self.sentence),
            self.look.fill(),
        )
    }
}

/// The caption: the measure, the day and the county's own figure.
pub fn caption(svg: &mut Svg, report: &Report, scale: &Scale, lang: Lang) {
    let title = scale.measure.label().of(lang);
    svg.text((MARGIN, 26.0), 16.0, Anchor::Start, colour::INK, title);
    let line = format!(
        "{} {}\u{3000}{} {}",
        chart::AS_OF.of(lang),
        report.as_of,
        chart::COUNTY.of(lang),
        scale.sentence(&report.total, lang)
    );
    svg.text((MARGIN, 46.0), 12.0, Anchor::Start, colour::MUTED, &line);
}

/// Draws the legend and the note; `top` is where they begin.
pub fn foot(
    svg: &mut Svg,
    top: f64,
    entries: &[LegendEntry],
    measure: Measure,
    note: &str,
    lang: Lang,
) {
    let mut at = (MARGIN, top);
    for line in lines(entries, measure, lang) {
        for item in line {
            if let Some(look) = item.look {
                swatch(svg, look, at.0, at.1);
                at.0 += 28.0;
            }
            svg.text(
                (at.0, at.1 + 11.5),
                LEGEND_SIZE,
                Anchor::Start,
                colour::INK,
                &item.text,
            );
            at.0 += width(&item.text, LEGEND_SIZE) + LEGEND_GAP;
        }
        at = (MARGIN, at.1 + LEGEND_LINE);
    }
    svg.text(
        (MARGIN, at.1 + 12.0),
        12.0,
        Anchor::Start,
        colour::MUTED,
        note,
    );
}

/// The height of legend and note.
pub fn foot_height(entries: &[LegendEntry], measure: Measure, lang: Lang) -> f64 {
    lines(entries, measure, lang).len() as f64 * LEGEND_LINE + 26.0
}

struct Item {
    look: Option<Look>,
    text: String,
}

/// The legend broken into lines that fit the width.
fn lines(entries: &[LegendEntry], measure: Measure, lang: Lang) -> Vec<Vec<Item>> {
    let direction = Item {
        look: None,
        text: measure.direction().of(lang).to_owned(),
    };
    let items = entries.iter().map(|entry| Item {
        look: Some(entry.look),
        text: entry.label.clone(),
    });
    let mut lines = vec![Vec::new()];
    let mut used = 0.0;
    for item in items.chain([direction]) {
        let room = width(&item.text, LEGEND_SIZE) + 28.0 + LEGEND_GAP;
        if used > 0.0 && used + room > WIDTH - 2.0 * MARGIN {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += room;
        if let Some(line) = lines.last_mut() {
            line.push(item);
        }
    }
    lines
}
