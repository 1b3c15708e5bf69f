//! Any bytes as a boundary file beside a loan: outlines have an area, what is none has a finding, and the map is drawn.
#![no_main]

use credit_atlas::charts::map::{Measure, choropleth};
use credit_atlas::intake::boundaries;
use credit_atlas::intake::faults::Faults;
use credit_atlas::report::build;
use credit_atlas::text::Lang;
use credit_atlas::text::number::MoneyUnit;
use credit_atlas_fuzz::{hold, read};
use libfuzzer_sys::fuzz_target;

const LOAN: &str = "借据号,户编号,乡镇,行政村,承贷银行,贷款金额（元）,贷款余额（元）,放款日期,到期日期\n\
    1,2,白石镇,乙村,丙行,50000,50000,2019-01-01,2020-01-01\n";

fuzz_target!(|data: &[u8]| {
    let mut faults = Faults::default();
    if let Some(found) = boundaries::read(data, &mut faults) {
        assert_eq!(found.features, found.shapes.len() as u64 + faults.total);
        for shape in &found.shapes {
            assert!(!shape.name.trim().is_empty(), "a name: {shape:?}");
            assert!(shape.rings.iter().all(|ring| ring.len() >= 3), "{shape:?}");
            let mut points = shape.rings.iter().flatten();
            assert!(points.all(|[x, y]| x.abs() <= 180_000_000 && y.abs() <= 90_000_000));
        }
    }
    let files = [LOAN.as_bytes(), data];
    let intake = read(&files, usize::MAX);
    if let (_, Some(report)) = hold(&intake, &files) {
        let shapes = build::map_shapes(&intake.county);
        let (measure, unit) = (Measure::OverdueByAmount, MoneyUnit::TenThousandYuan);
        let map = choropleth(&shapes, &report, measure, unit, Lang::Zh, None);
        assert!(!map.contains("NaN") && !map.contains("inf"), "{map}");
    }
});
