//! The calendar of maturities: balance falling due month by month, what is overdue apart from what is to come, peaks marked.

use plotters::coord::Shift;
use plotters::coord::ranged1d::AsRangedCoord;
use plotters::coord::types::RangedCoordi32;
use plotters::element::{Drawable, PathElement, PointCollection, Text};
use plotters::prelude::{
    BindKeyPoints, Cartesian2d, ChartBuilder, ChartContext, DrawingArea, DrawingAreaErrorKind,
    IntoDrawingArea, LabelAreaPosition, RGBColor, Ranged, ShapeStyle,
};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

use crate::report::{Date, Fen, MonthRow};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, chart};

use super::backend::{SvgBackend, text_style};
use super::colour;
use super::label::Area;
use super::scale::ticks;
use super::slots::{Slot, Span, slots};
use super::svg::{Anchor, Svg, escape, width};

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 380.0;
const INK: RGBColor = RGBColor(0x1f, 0x29, 0x33);
const MUTED: RGBColor = RGBColor(0x59, 0x63, 0x6e);
/// From which height a label is tied to its bar, in tenths.
const FAR: f64 = 100.0;
const LINE: RGBColor = RGBColor(0xc9, 0xd1, 0xd9);

/// Bars of the balance falling due, month by month around the as-of date. `rows` stand in order of time.
pub fn bars(rows: &[MonthRow], as_of: Date, unit: MoneyUnit, lang: Lang) -> String {
    let slots = slots(rows, as_of.month());
    let sum = |of: fn(&Slot) -> Fen| chart::money(slots.iter().map(of).sum(), unit, lang);
    let (overdue, coming) = (sum(|s| s.overdue), sum(|s| s.coming));
    let label = chart::months_summary(&as_of.to_string(), &overdue, &coming, lang);
    let role = if slots.is_empty() { "img" } else { "group" };
    let mut svg = Svg::open((WIDTH, HEIGHT), role, &label, lang);
    head(&mut svg, as_of, unit, lang);
    // The backend cannot fail, and the frame has room for its parts.
    let drawn = !slots.is_empty() && plot(&mut svg, &slots, unit, lang).is_ok();
    if !drawn {
        let nothing = chart::NOTHING.of(lang);
        svg.text(
            (WIDTH / 2.0, 200.0),
            14.0,
            Anchor::Middle,
            colour::MUTED,
            nothing,
        );
    }
    svg.close()
}

fn head(svg: &mut Svg, as_of: Date, unit: MoneyUnit, lang: Lang) {
    let title = chart::MONTHS.of(lang);
    svg.text((16.0, 26.0), 16.0, Anchor::Start, colour::INK, title);
    let line = format!("{} {as_of}", chart::AS_OF.of(lang));
    svg.text((16.0, 46.0), 12.0, Anchor::Start, colour::MUTED, &line);
    let unit = unit.name(lang);
    svg.text((78.0, 92.0), 12.0, Anchor::End, colour::MUTED, unit);
    let mut x = 884.0;
    for (words, fill) in [
        (chart::COMING, colour::ACCENT),
        (chart::OVERDUE, colour::OVERDUE),
    ] {
        let words = words.of(lang);
        svg.text((x, 26.0), 12.0, Anchor::End, colour::INK, words);
        x -= width(words, 12.0) + 20.0;
        svg.rect(x, 15.5, 14.0, 12.0, fill);
        x -= 18.0;
    }
}

type Plot<'a, 'b, Y> = ChartContext<'a, SvgBackend<'b>, Cartesian2d<RangedCoordi32, Y>>;
type Failed = DrawingAreaErrorKind<Infallible>;

fn plot(svg: &mut Svg, slots: &[Slot], unit: MoneyUnit, lang: Lang) -> Result<(), Failed> {
    let marks = axis(slots, unit);
    let top = marks.last().copied().unwrap_or(1);
    let end = slots.last().map_or(1, |slot| slot.end);
    let root = SvgBackend::new(svg, (9000, 3800)).into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_top(1040)
        .margin_right(160)
        .margin_bottom(560)
        .set_label_area_size(LabelAreaPosition::Left, 840)
        .build_cartesian_2d(0..end, (0..top).with_key_points(marks))?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .disable_x_axis()
        .bold_line_style(ShapeStyle::from(&LINE).stroke_width(5))
        .axis_style(ShapeStyle::from(&LINE).stroke_width(5))
        .set_tick_mark_size(LabelAreaPosition::Left, 40)
        .y_label_style(text_style(110, MUTED, HPos::Right, VPos::Center))
        .y_label_formatter(&|fen| axis_text(*fen, unit))
        .draw()?;
    chart.draw_series(slots.iter().map(|slot| Bar {
        slot,
        top,
        title: title(slot, unit, lang),
    }))?;
    label_months(&root, &chart, slots, lang)?;
    label_figures(&root, &chart, slots, (unit, lang), top)
}

/// The marks of the axis, in fen; never finer than the unit is written.
fn axis(slots: &[Slot], unit: MoneyUnit) -> Vec<i64> {
    let most_of = |is_counted: &dyn Fn(&Slot) -> bool| {
        let counted = slots.iter().filter(|slot| is_counted(slot));
        counted.map(|slot| slot.total().0).fold(0, i64::max)
    };
    // Years summed into one bar would press the single months flat; such a bar is cut and says its figure.
    let most = match most_of(&|slot| matches!(slot.span, Span::Month(_))) {
        0 => most_of(&|_| true),
        most => most,
    };
    let (finest, whole) = match unit {
        MoneyUnit::Yuan => (1, 100),
        MoneyUnit::TenThousandYuan => (10_000, 1_000_000),
    };
    // Nothing at all is measured against five whole units rather than five of the finest.
    ticks(
        if most > 0 {
            most.max(finest * 5)
        } else {
            whole * 5
        },
        5,
    )
}

fn axis_text(fen: i64, unit: MoneyUnit) -> String {
    let text = number::money(Fen(fen), unit);
    text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
}

/// One bar: what is overdue below, what is to come above it, and the whole height of the plot to point at.
struct Bar<'a> {
    slot: &'a Slot,
    /// The top of the axis, at which a higher bar is cut.
    top: i64,
    title: String,
}

impl<'a> PointCollection<'a, (i32, i64)> for &'a Bar<'_> {
    type Point = (i32, i64);
    type IntoIter = Vec<(i32, i64)>;

    fn point_iter(self) -> Vec<(i32, i64)> {
        let slot = self.slot;
        vec![
            (slot.start, 0),
            (slot.end, slot.overdue.0.min(self.top)),
            (slot.end, slot.total().0.min(self.top)),
        ]
    }
}

impl Drawable<SvgBackend<'_>> for Bar<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (Some(base), Some(overdue), Some(top)) = (points.next(), points.next(), points.next())
        else {
            return Ok(());
        };
        let gap = (overdue.0 - base.0) / 8;
        let (left, right) = (base.0 + gap, overdue.0 - gap);
        backend.open_group(&self.attributes(), &self.title);
        backend.fill_rect((base.0, 1040), (overdue.0, base.1), "transparent");
        if overdue.1 < base.1 {
            backend.fill_rect((left, overdue.1), (right, base.1), colour::OVERDUE);
        }
        if top.1 < overdue.1 {
            backend.fill_rect((left, top.1), (right, overdue.1), colour::ACCENT);
        }
        if self.slot.total().0 > self.top {
            // The cut: a gap across the bar, near its top.
            let (above, below) = (top.1 + 3 * gap / 2, top.1 + 5 * gap / 2);
            backend.fill_rect((left, above), (right, below), "white");
        }
        backend.close_group();
        Ok(())
    }
}

impl Bar<'_> {
    fn attributes(&self) -> String {
        let label = escape(&self.title);
        match self.slot.span {
            Span::Month(month) if self.slot.loans > 0 => format!(
                r#"class="month" tabindex="0" role="button" data-month="{month}" aria-label="{label}""#
            ),
            Span::Month(month) => {
                format!(r#"class="month" role="img" data-month="{month}" aria-label="{label}""#)
            }
            Span::Before(_) | Span::After(_) => {
                format!(r#"class="months" role="img" aria-label="{label}""#)
            }
        }
    }
}

fn title(slot: &Slot, unit: MoneyUnit, lang: Lang) -> String {
    let when = match slot.span {
        Span::Month(month) => chart::month(month, lang),
        Span::Before(month) => chart::months_before(month, lang),
        Span::After(month) => chart::months_after(month, lang),
    };
    let money = |amount| chart::money(amount, unit, lang);
    let mut parts = vec![format!(
        "{when} {} {}",
        number::count(slot.loans),
        chart::LOANS.of(lang)
    )];
    if let Some(households) = slot.households {
        parts.push(format!(
            "{} {}",
            number::count(households),
            chart::HOUSEHOLDS.of(lang)
        ));
    }
    parts.push(money(slot.total()));
    if slot.overdue.is_positive() {
        parts.push(format!(
            "{} {}",
            chart::OVERDUE.of(lang),
            money(slot.overdue)
        ));
    }
    if slot.is_peak {
        parts.push(chart::PEAK.of(lang).to_owned());
    }
    parts.join(chart::COMMA.of(lang))
}

/// Months under their bars, years under their months.
fn label_months<'b, Y: Ranged<ValueType = i64>>(
    root: &DrawingArea<SvgBackend<'b>, Shift>,
    chart: &Plot<'_, 'b, Y>,
    slots: &[Slot],
    lang: Lang,
) -> Result<(), Failed>
where
    std::ops::Range<i64>: AsRangedCoord,
{
    let month_style = text_style(110, INK, HPos::Center, VPos::Top);
    let year_style = text_style(110, MUTED, HPos::Left, VPos::Top);
    let mut year_free_from = i32::MIN;
    let mut year_shown = None;
    for slot in slots {
        let (left, bottom) = chart.backend_coord(&(slot.start, 0));
        let (right, _) = chart.backend_coord(&(slot.end, 0));
        let text = match slot.span {
            Span::Month(month) => month.month.to_string(),
            Span::Before(_) => chart::EARLIER.of(lang).to_owned(),
            Span::After(_) => chart::LATER.of(lang).to_owned(),
        };
        root.draw(&Text::new(
            text,
            ((left + right) / 2, bottom + 60),
            month_style.clone(),
        ))?;
        let Span::Month(month) = slot.span else {
            continue;
        };
        if year_shown != Some(month.year) && left >= year_free_from {
            let year = chart::year(month.year, lang);
            year_shown = Some(month.year);
            year_free_from = left + width(&year, 110.0) as i32 + 60;
            root.draw(&Text::new(
                year,
                (left + 20, bottom + 240),
                year_style.clone(),
            ))?;
        }
    }
    Ok(())
}

/// Peaks and bars that are cut with their figure, above their bar and beside it where a neighbour is in the way, raised
/// until they cover nothing.
fn label_figures<'b, Y: Ranged<ValueType = i64>>(
    root: &DrawingArea<SvgBackend<'b>, Shift>,
    chart: &Plot<'_, 'b, Y>,
    slots: &[Slot],
    (unit, lang): (MoneyUnit, Lang),
    ceiling: i64,
) -> Result<(), Failed> {
    let corner = |x: i32, y: i64| {
        let (x, y) = chart.backend_coord(&(x, y.min(ceiling)));
        (f64::from(x), f64::from(y))
    };
    let style = text_style(110, INK, HPos::Center, VPos::Bottom);
    let mut taken: Vec<Area> = slots
        .iter()
        .filter(|slot| slot.total().is_positive())
        .map(|slot| {
            let (left, top) = corner(slot.start, slot.total().0);
            let (right, bottom) = corner(slot.end, 0);
            Area(left, top, right, bottom)
        })
        .collect();
    let is_cut = |slot: &Slot| slot.total().0 > ceiling;
    for slot in slots.iter().filter(|slot| slot.is_peak || is_cut(slot)) {
        let figure = number::money(slot.total(), unit);
        let text = match slot.is_peak {
            true => format!("{} {figure}", chart::PEAK.of(lang)),
            false => figure,
        };
        let (left, top) = corner(slot.start, slot.total().0);
        let (right, _) = corner(slot.end, slot.total().0);
        let area = free_area(&taken, (left, right), top, width(&text, 110.0) + 40.0);
        taken.push(area);
        if top - area.3 > FAR {
            // Raised over its neighbours, a label needs a line to its bar.
            let middle = ((left + right) / 2.0) as i32;
            let ends = [(middle, area.3 as i32), (middle, top as i32)];
            root.draw(&PathElement::new(
                ends,
                ShapeStyle::from(&MUTED).stroke_width(6),
            ))?;
        }
        let at = ((area.0 + area.2) / 2.0, area.3);
        root.draw(&Text::new(text, (at.0 as i32, at.1 as i32), style.clone()))?;
    }
    Ok(())
}

/// The lowest free place of a label over a bar: centred, else beginning or ending with it.
fn free_area(taken: &[Area], (left, right): (f64, f64), top: f64, wide: f64) -> Area {
    let middle = (left + right) / 2.0;
    let highest = 560.0;
    let mut bottom = top - 20.0;
    loop {
        let places = [middle - wide / 2.0, left, right - wide].map(|from| {
            let from = from.clamp(840.0, 8_980.0 - wide);
            Area(from, bottom - 120.0, from + wide, bottom)
        });
        let free = places
            .iter()
            .find(|place| !taken.iter().any(|other| other.meets(place)));
        match free {
            Some(place) => return *place,
            None if bottom < highest => return places[0],
            None => bottom -= 10.0,
        }
    }
}
