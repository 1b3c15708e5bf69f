//! The five classes as one bar: how the balance is spread from pass to loss.

use crate::report::policy::ClassRule;
use crate::report::{ClassFigures, Fen, RiskClass};
use crate::text::number::{self, MoneyUnit};
use crate::text::{Lang, SEMICOLON, chart, class};

use super::colour;
use super::svg::{Anchor, Svg, escape, tenths, width};

const WIDTH: f64 = 900.0;
const LEFT: f64 = 16.0;
const ROOM: f64 = WIDTH - 2.0 * LEFT;
const TOP: f64 = 36.0;
const TALL: f64 = 36.0;
/// A class that is there is seen, however small it is.
const THINNEST: f64 = 2.0;

/// One stacked bar of the classes by amount, and its legend with the figures; `rule` says what the classes stand for.
pub fn bar(classes: &[ClassFigures], rule: &ClassRule, unit: MoneyUnit, lang: Lang) -> String {
    let label = classes
        .iter()
        .map(|figures| sentence(figures, rule, unit, lang))
        .collect::<Vec<_>>()
        .join(SEMICOLON.of(lang));
    let label = format!("{} {label}", chart::CLASSES.of(lang));
    let mut svg = Svg::open((WIDTH, 132.0), "img", label.trim_end(), lang);
    svg.text(
        (LEFT, 24.0),
        14.0,
        Anchor::Start,
        colour::INK,
        chart::CLASSES.of(lang),
    );
    let parts = parts(classes);
    if parts.is_empty() {
        svg.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{}\" stroke-dasharray=\"4 3\"/>\n",
            tenths(LEFT), tenths(TOP), tenths(ROOM), tenths(TALL), colour::BORDER,
        ));
        let words = chart::NO_BALANCE.of(lang);
        svg.text(
            (WIDTH / 2.0, TOP + 22.5),
            12.0,
            Anchor::Middle,
            colour::MUTED,
            words,
        );
    }
    for part in &parts {
        let told = sentence(part.figures, rule, unit, lang);
        segment(&mut svg, part, &told, lang);
    }
    for (n, figures) in classes.iter().enumerate() {
        legend(&mut svg, figures, n, (unit, lang));
    }
    svg.close()
}

struct Part<'a> {
    figures: &'a ClassFigures,
    left: f64,
    wide: f64,
}

/// The classes that have a balance and their place along the bar; what the thin ones gain the widest gives.
fn parts(classes: &[ClassFigures]) -> Vec<Part<'_>> {
    let amount = |figures: &ClassFigures| figures.by_amount.numerator.map_or(0, |Fen(fen)| fen);
    let there: Vec<&ClassFigures> = classes.iter().filter(|c| amount(c) > 0).collect();
    let total: i128 = there.iter().map(|c| i128::from(amount(c))).sum();
    let mut wide: Vec<f64> = there
        .iter()
        .map(|c| ROOM * amount(c) as f64 / total as f64)
        .map(|wide| wide.max(THINNEST))
        .collect();
    let excess = wide.iter().sum::<f64>() - ROOM;
    if let Some(widest) = wide.iter_mut().max_by(|a, b| a.total_cmp(b)) {
        *widest -= excess;
    }
    let mut left = LEFT;
    there
        .into_iter()
        .zip(wide)
        .map(|(figures, wide)| {
            let part = Part {
                figures,
                left,
                wide,
            };
            left += wide;
            part
        })
        .collect()
}

fn segment(svg: &mut Svg, part: &Part<'_>, told: &str, lang: Lang) {
    let risk_class = part.figures.class;
    svg.put(format_args!(
        "<rect class=\"risk-class\" data-class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"0.8\"><title>{}</title></rect>\n",
        key(risk_class),
        tenths(part.left),
        tenths(TOP),
        tenths(part.wide),
        tenths(TALL),
        colour::class(risk_class),
        colour::GROUND,
        escape(told),
    ));
    let text = format!(
        "{} {}",
        class::name(risk_class).of(lang),
        number::percent(part.figures.by_amount.percent)
    );
    if width(&text, 12.0) + 12.0 <= part.wide {
        let at = (part.left + part.wide / 2.0, TOP + 22.5);
        svg.text(
            at,
            12.0,
            Anchor::Middle,
            colour::ink_on_class(risk_class),
            &text,
        );
    }
}

fn legend(svg: &mut Svg, figures: &ClassFigures, n: usize, (unit, lang): (MoneyUnit, Lang)) {
    let x = LEFT + n as f64 * (ROOM / 5.0);
    svg.put(format_args!(
        r#"<rect x="{}" y="86.5" width="14" height="12" fill="{}" stroke="{}" stroke-width="0.5"/>"#,
        tenths(x),
        colour::class(figures.class),
        colour::BORDER,
    ));
    let name = format!(
        "{} {}",
        class::name(figures.class).of(lang),
        number::percent(figures.by_amount.percent)
    );
    svg.text((x + 20.0, 97.0), 12.0, Anchor::Start, colour::INK, &name);
    let amount = figures
        .by_amount
        .numerator
        .map_or_else(|| "—".to_owned(), |amount| chart::money(amount, unit, lang));
    svg.text(
        (x + 20.0, 115.0),
        11.0,
        Anchor::Start,
        colour::MUTED,
        &amount,
    );
}

fn sentence(figures: &ClassFigures, rule: &ClassRule, unit: MoneyUnit, lang: Lang) -> String {
    let fraction = number::money_fraction(&figures.by_amount, unit);
    let fraction = chart::with_unit(&fraction, unit, lang);
    format!(
        "{}{} {}{}",
        class::name(figures.class).of(lang),
        chart::bracket(&class::days(figures.class, rule, lang), lang),
        number::percent(figures.by_amount.percent),
        chart::bracket(&fraction, lang)
    )
}

/// The class as programs name it.
fn key(class: RiskClass) -> &'static str {
    match class {
        RiskClass::Pass => "pass",
        RiskClass::SpecialMention => "special_mention",
        RiskClass::Substandard => "substandard",
        RiskClass::Doubtful => "doubtful",
        RiskClass::Loss => "loss",
    }
}
