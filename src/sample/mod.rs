//! The sample county: an invented county's files, drawn from a seed, the same bytes on every machine.
//! It names no other module of ours, reads no clock and no file, and writes no floating point.

mod boundaries;
mod calendar;
mod cells;
mod columns;
mod consequences;
mod hexagons;
mod households;
mod irregularities;
mod lending;
mod loan;
mod loan_files;
mod output;
mod places;
mod plants;
mod random;
mod readme;
mod record_irregularities;
mod tables;
mod words;
mod world;

use calendar::{AS_OF, MONTH_BEFORE};
pub use consequences::NOT_PLANTED;
pub use output::Sink;
use world::World;

/// The seed of the sample that is kept in `sample_data`: the day of the founding document.
pub const DEFAULT_SEED: u64 = 20_191_202;
/// The number of loans of the sample that is kept in `sample_data`.
pub const DEFAULT_LOANS: u64 = 12_000;

/// What a county is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub seed: u64,
    /// Loans in the later snapshot; townships, villages and households follow in proportion.
    pub loans: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: DEFAULT_SEED,
            loans: DEFAULT_LOANS,
        }
    }
}

/// One file of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleFile {
    /// Relative, with `/`, such as `2019-11-30/云岫农商银行_贷款台账.csv`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// One kind of irregularity laid into the later snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The check it is for, such as `A05`, with a number behind it where one check has several.
    pub id: String,
    pub what_zh: String,
    pub what_en: String,
    /// Loans; for A22, A27 and A28 lenders or townships, and then there are no loan numbers.
    pub count: usize,
    pub loan_numbers: Vec<String>,
}

/// The files of a county and what was planted in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    pub files: Vec<SampleFile>,
    pub planted: Vec<Planted>,
}

/// The whole county in memory. For large ones `write` hands the files on piece by piece instead.
pub fn county(settings: &Settings) -> County {
    let mut files: Vec<SampleFile> = Vec::new();
    let planted = write(settings, &mut |path, bytes| match files.last_mut() {
        Some(file) if file.path == path => file.bytes.extend_from_slice(bytes),
        _ => files.push(SampleFile {
            path: path.to_string(),
            bytes: bytes.to_vec(),
        }),
    });
    County { files, planted }
}

/// What a clerk would drop on the page for the later month: the lenders' files, the roster, the villages and the borders.
pub fn later_month() -> Vec<SampleFile> {
    let (year, month, day) = calendar::civil(AS_OF);
    let month = format!("{year:04}-{month:02}-{day:02}/");
    let tables = [
        "roster.csv",
        "villages.csv",
        "townships.geojson",
        "subsidy.csv",
        "fund.csv",
        "targets.csv",
        "reported.csv",
    ];
    let mut files = county(&Settings::default()).files;
    files.retain(|file| file.path.starts_with(&month) || tables.contains(&file.path.as_str()));
    files
}

/// Writes every file to `sink` in pieces, one file after the other, and answers what was planted.
pub fn write(settings: &Settings, sink: Sink<'_>) -> Vec<Planted> {
    let world = World::invent(settings);
    let mut set_aside = Vec::new();
    let mut loan_files = loan_files::write(&world, AS_OF, sink, &mut set_aside);
    loan_files.extend(loan_files::write(
        &world,
        MONTH_BEFORE,
        sink,
        &mut set_aside,
    ));
    let tables = [
        ("roster.csv", tables::write_roster(&world, sink)),
        ("villages.csv", tables::write_villages(&world, sink)),
        ("subsidy.csv", tables::write_subsidy(&world, sink)),
        ("fund.csv", tables::write_fund(&world, sink)),
        ("targets.csv", tables::write_targets(&world, sink)),
        ("reported.csv", tables::write_reported(&world, sink)),
    ];
    sink(
        "townships.geojson",
        boundaries::geojson(settings.seed, &world.places).as_bytes(),
    );
    let planted = planted_in(&world);
    let page = readme::Readme {
        settings,
        world: &world,
        planted: &planted,
        loan_files,
        tables: &tables,
        set_aside,
    };
    sink("README.md", page.text().as_bytes());
    planted
}

/// What was planted on loans, and what follows from the county as a whole.
fn planted_in(world: &World) -> Vec<Planted> {
    if !world.has_plants() {
        return Vec::new();
    }
    let mut all: Vec<Planted> = world
        .plants
        .iter()
        .map(|plant| Planted {
            id: plant.id.into(),
            what_zh: plant.what_zh.into(),
            what_en: plant.what_en.into(),
            count: plant.loans.len(),
            loan_numbers: plant
                .loans
                .iter()
                .map(|index| world.loan_number(*index))
                .collect(),
        })
        .collect();
    let whole = |id: &str, what_zh: String, what_en: String, count: usize| Planted {
        id: id.into(),
        what_zh,
        what_en,
        count,
        loan_numbers: Vec::new(),
    };
    all.extend(consequences::all(world));
    let thin = words::LENDERS[tables::THIN_FUND_LENDER];
    all.push(whole(
        "A22",
        format!("{thin}的贷款余额是风险补偿金的 12 倍，超过 10 倍（单位：家银行）"),
        format!("balance 12 times the compensation fund of {thin} (lenders)"),
        1,
    ));
    let weak: Vec<&str> = world
        .totals_by_township(AS_OF)
        .iter()
        .zip(&world.places.townships)
        .filter(|(totals, _)| totals.overdue_yuan * 100 > totals.balance_yuan * 3)
        .map(|(_, township)| township.name.as_str())
        .collect();
    all.push(whole(
        "A27",
        format!(
            "乡镇逾期率（按金额）高于 3%（单位：个乡镇）：{}",
            weak.join("、")
        ),
        "townships with more than 3 % of the balance overdue (townships)".into(),
        weak.len(),
    ));
    let wrong = words::LENDERS[tables::MISREPORTING_LENDER];
    let by = tables::MISREPORTED_YUAN;
    all.push(whole(
        "A28",
        format!("{wrong}的通报余额比台账合计多 {by} 元（单位：家银行）"),
        format!("reported balance of {wrong} is {by} yuan above the sum of its loans (lenders)"),
        1,
    ));
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}
