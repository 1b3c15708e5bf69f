//! The pictures of the page, drawn by `charts` as SVG text.

use crate::charts;
use crate::charts::measure::Measure;
use crate::report::policy::class_rule;
use crate::report::{MapShapes, Report};
use crate::text::Lang;
use crate::text::number::MoneyUnit;

/// The map of the townships, or their tiles where there are no shapes.
pub fn map(
    shapes: Option<&MapShapes>,
    report: &Report,
    measure: Measure,
    (unit, lang): (MoneyUnit, Lang),
    selected: Option<&str>,
) -> String {
    match shapes {
        Some(shapes) => charts::map::choropleth(shapes, report, measure, unit, lang, selected),
        None => charts::tiles::tiles(report, measure, unit, lang, selected),
    }
}

/// What falls due, month by month.
pub fn months(report: &Report, unit: MoneyUnit, lang: Lang) -> String {
    charts::months::bars(&report.maturities, report.as_of, unit, lang)
}

/// The five classes in one bar.
pub fn classes(report: &Report, unit: MoneyUnit, lang: Lang) -> String {
    let rule = class_rule(&report.settings.parameters, report.as_of);
    charts::classes::bar(&report.total.classes, &rule, unit, lang)
}
