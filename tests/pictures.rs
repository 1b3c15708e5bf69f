//! Pictures, byte for byte as they are stored in `tests/pictures`. `ATLAS_REWRITE_PICTURES=1 cargo test --test pictures` writes them anew: look at them before you keep them.

mod fixture;

use credit_atlas::charts::{Measure, classes, map, months};
use credit_atlas::report::policy::{ParameterChoices, class_rule};
use credit_atlas::report::*;
use credit_atlas::text::Lang;
use credit_atlas::text::number::MoneyUnit;
use fixture::*;

fn is_as_stored(name: &str, picture: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pictures")
        .join(name);
    if std::env::var_os("ATLAS_REWRITE_PICTURES").is_some() {
        std::fs::write(&path, picture).expect("the picture can be written");
    }
    let stored = std::fs::read_to_string(&path).expect("the picture is stored");
    assert!(stored == picture, "{name} is not as it is stored");
}

/// Every element that is opened is closed, and no sign stands where a reader would take it for markup.
fn is_well_formed(picture: &str) {
    let mut open = Vec::new();
    for tag in picture.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name.to_owned()));
        } else if !tag.ends_with('/') {
            let name = tag.split(' ').next().expect("a name");
            open.push(name.to_owned());
        }
        for entity in tag.split('&').skip(1).chain(text.split('&').skip(1)) {
            let (name, _) = entity.split_once(';').expect("an entity ends");
            assert!(["amp", "lt", "gt", "quot", "#39"].contains(&name), "{name}");
        }
    }
    assert!(open.is_empty());
    assert!(!picture.contains("NaN") && !picture.contains("inf"));
}

#[test]
fn the_map_of_overdue_rates() {
    let report = eight();
    let picture = map::choropleth(
        &shapes(&report),
        &report,
        Measure::OverdueByAmount,
        MoneyUnit::TenThousandYuan,
        Lang::Zh,
        Some("南坪镇"),
    );
    is_well_formed(&picture);
    assert_eq!(picture.matches("data-township=").count(), 8);
    is_as_stored("map_overdue.svg", &picture);
}

#[test]
fn the_map_of_repayment_shows_missing_and_too_few_apart() {
    let report = eight();
    let picture = map::choropleth(
        &shapes(&report),
        &report,
        Measure::OnTime,
        MoneyUnit::TenThousandYuan,
        Lang::En,
        None,
    );
    is_well_formed(&picture);
    is_as_stored("map_on_time_english.svg", &picture);
}

#[test]
fn the_tiles_of_overdue_rates_and_of_balances() {
    let report = eight();
    for (name, measure) in [
        ("tiles_overdue.svg", Measure::OverdueByAmount),
        ("tiles_balance.svg", Measure::OutstandingPrincipal),
    ] {
        let picture = map::tiles(
            &report,
            measure,
            MoneyUnit::TenThousandYuan,
            Lang::Zh,
            Some("东镇"),
        );
        is_well_formed(&picture);
        is_as_stored(name, &picture);
    }
}

#[test]
fn the_months() {
    let picture = months::bars(
        &maturities(),
        day("2019-11-30"),
        MoneyUnit::TenThousandYuan,
        Lang::Zh,
    );
    is_well_formed(&picture);
    is_as_stored("months.svg", &picture);
}

#[test]
fn the_classes() {
    let rule = class_rule(&ParameterChoices::default(), day("2019-11-30"));
    let unit = MoneyUnit::TenThousandYuan;
    let picture = classes::bar(&eight().total.classes, &rule, unit, Lang::Zh);
    is_well_formed(&picture);
    is_as_stored("classes.svg", &picture);
}

#[test]
fn nothing_at_all_is_a_picture_that_says_so() {
    let report = report(Vec::new());
    let none = MapShapes { shapes: Vec::new() };
    let map = map::choropleth(
        &none,
        &report,
        Measure::OverdueByAmount,
        MoneyUnit::TenThousandYuan,
        Lang::Zh,
        None,
    );
    assert_eq!(
        map,
        map::tiles(
            &report,
            Measure::OverdueByAmount,
            MoneyUnit::TenThousandYuan,
            Lang::Zh,
            None
        )
    );
    let months = months::bars(&[], report.as_of, MoneyUnit::Yuan, Lang::Zh);
    let rule = class_rule(&ParameterChoices::default(), report.as_of);
    let classes = classes::bar(&[], &rule, MoneyUnit::Yuan, Lang::Zh);
    for picture in [&map, &months, &classes] {
        is_well_formed(picture);
    }
    assert!(map.contains("没有可显示的数据") && months.contains("没有可显示的数据"));
    assert!(classes.contains("没有贷款余额"));
}

#[test]
fn every_measure_and_language_draws_at_every_size() {
    for count in [0, 1, 2, 24, 60] {
        let townships = (0..count)
            .map(|n| township(&format!("第{n}乡"), 1_000_000 * n, 30_000 * n))
            .collect();
        let report = report(townships);
        let shapes = shapes(&report);
        for measure in Measure::ALL {
            for lang in [Lang::Zh, Lang::En] {
                is_well_formed(&map::choropleth(
                    &shapes,
                    &report,
                    measure,
                    MoneyUnit::TenThousandYuan,
                    lang,
                    None,
                ));
                let tiles = map::tiles(
                    &report,
                    measure,
                    MoneyUnit::TenThousandYuan,
                    lang,
                    Some("第1乡"),
                );
                is_well_formed(&tiles);
                let marks = tiles.matches("data-township=").count();
                assert_eq!(i64::try_from(marks), Ok(count));
            }
        }
    }
}

#[test]
fn a_break_belongs_to_the_step_above_it() {
    let fill = |overdue: i64| {
        let report = report(vec![township("东镇", 10_000_000, overdue)]);
        let picture = map::tiles(
            &report,
            Measure::OverdueByAmount,
            MoneyUnit::TenThousandYuan,
            Lang::Zh,
            None,
        );
        let (_, rest) = picture.split_once("元）\" fill=\"").expect("a fill");
        rest[..7].to_owned()
    };
    assert_eq!(fill(0), "#ffffff");
    assert_eq!(fill(99_999), fill(1));
    assert_ne!(fill(100_000), fill(99_999));
    assert_eq!(fill(299_999), fill(100_000));
    assert_ne!(fill(300_000), fill(299_999));
    assert_eq!(fill(1_000_000), fill(10_000_000));
}

#[test]
fn a_rate_of_all_and_one_of_nothing_look_apart_from_no_rate() {
    let report = report(vec![
        township("全逾乡", 1_000_000, 1_000_000),
        township("无贷乡", 0, 0),
        township("无逾乡", 1_000_000, 0),
    ]);
    let picture = map::tiles(
        &report,
        Measure::OverdueByAmount,
        MoneyUnit::TenThousandYuan,
        Lang::Zh,
        None,
    );
    assert!(picture.contains("全逾乡 逾期率（金额） 100.00%（100.00 / 100.00 万元）"));
    assert!(picture.contains("无贷乡 逾期率（金额） —（分母为零）\" fill=\"url("));
    assert!(
        picture.contains("无逾乡 逾期率（金额） 0.00%（0.00 / 100.00 万元）\" fill=\"#ffffff\"")
    );
}

#[test]
fn the_map_is_in_the_unit_that_the_page_is_in() {
    let report = report(vec![township("东镇", 10_000_000, 500_000)]);
    let map = |measure, unit| map::tiles(&report, measure, unit, Lang::Zh, None);
    let rate = map(Measure::OverdueByAmount, MoneyUnit::Yuan);
    assert!(rate.contains("5.00%（500,000.00 / 10,000,000.00 元）"));
    assert!(!rate.contains("万元"));
    let balance = map(Measure::OutstandingPrincipal, MoneyUnit::Yuan);
    assert!(balance.contains("10,000,000.00 元"));
    assert!(balance.contains(">10,000,000<"));
    assert!(!balance.contains("万元"), "{balance}");
    let rate = map(Measure::OverdueByAmount, MoneyUnit::TenThousandYuan);
    assert!(rate.contains("5.00%（50.00 / 1,000.00 万元）"));
}

#[test]
fn the_legend_of_money_follows_the_largest_township() {
    let labels = |yuan: i64| -> Vec<String> {
        let report = report(vec![township("东镇", yuan, 0)]);
        map::legend(
            Measure::OutstandingPrincipal,
            &report,
            MoneyUnit::TenThousandYuan,
            Lang::Zh,
        )
        .into_iter()
        .map(|entry| entry.label)
        .collect()
    };
    assert_eq!(labels(0), ["0", "无数据"]);
    assert_eq!(
        labels(7_300_000),
        [
            "0",
            "不足 200 万元",
            "200 万元 – 400 万元",
            "400 万元 – 600 万元",
            "600 万元 – 800 万元",
            "800 万元 及以上",
            "无数据"
        ]
    );
}

#[test]
fn months_beyond_the_ends_are_summed_and_nothing_is_lost() {
    let picture = months::bars(&maturities(), day("2019-11-30"), MoneyUnit::Yuan, Lang::Zh);
    assert_eq!(picture.matches("data-month=").count(), 37);
    assert!(picture.contains("2018 年 11 月 以前 3 笔，140,000.00 元"));
    assert!(picture.contains("2021 年 11 月 以后 18 笔，900,000.00 元"));
    assert_eq!(picture.matches(">高峰 ").count(), 3);
}

#[test]
fn years_summed_at_an_end_are_cut_with_their_figure_and_leave_the_months_their_height() {
    let rows = [
        month("2019-12", 1, 50_000, 0, false),
        month("2030-01", 400, 40_000_000, 0, false),
    ];
    let picture = months::bars(
        &rows,
        day("2019-11-30"),
        MoneyUnit::TenThousandYuan,
        Lang::Zh,
    );
    is_well_formed(&picture);
    assert!(picture.contains(">4,000.00<"));
    assert!(picture.contains(">5<") && !picture.contains(">1,000<"));
}

#[test]
fn months_without_money_are_bars_without_height() {
    let rows = [month("2019-12", 1, 0, 0, false)];
    let picture = months::bars(
        &rows,
        day("2019-11-30"),
        MoneyUnit::TenThousandYuan,
        Lang::En,
    );
    is_well_formed(&picture);
    assert_eq!(picture.matches("data-month=").count(), 2);
}

#[test]
fn a_peak_at_every_month_does_not_leave_the_picture() {
    let rows: Vec<MonthRow> = (1..=12)
        .map(|n| month(&format!("2020-{n:02}"), 1, 999_999_999_999 + n, 0, true))
        .collect();
    let picture = months::bars(&rows, day("2020-01-01"), MoneyUnit::Yuan, Lang::Zh);
    is_well_formed(&picture);
}
