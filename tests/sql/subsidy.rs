//! The subsidy: what is due by source of money, lender, period and village, what was paid, and every way in which the
//! two differ.

use std::path::Path;

use credit_atlas::report::PolicyReport;
use credit_atlas::report::canonical::name_of;
use credit_atlas::report::policy::MoneySource;
use credit_atlas::report::policy::subsidy::{DueFigures, SubsidyFigures, SubsidyReport};

use crate::answers::{lines_of_view, same_lines};
use crate::checks::unknown;

pub const VIEWS: [&str; 10] = [
    "subsidy_totals",
    "subsidy_villages",
    "subsidy_village_periods",
    "subsidy_paid_totals",
    "subsidy_paid_villages",
    "subsidy_paid_village_periods",
    "subsidy_fault_counts",
    "subsidy_unpaid_counts",
    "subsidy_unplaced",
    "subsidy_lacking",
];

const DUE: [&str; 7] = [
    "items",
    "amount",
    "by_360",
    "by_365",
    "undetermined",
    "least",
    "most",
];

/// Whether an engine's subsidy is that of the report.
pub fn agree(engine: &str, out: &Path, said: &PolicyReport) {
    due_agrees(engine, out, said);
    paid_agrees(engine, out, said);
    faults_agree(engine, out, said);
}

/// The lines that say anything; each ends with seven sums.
fn of_any(lines: Vec<String>) -> Vec<String> {
    let nothing = "\t0".repeat(DUE.len());
    let is_any = |line: &String| !line.ends_with(&nothing);
    lines.into_iter().filter(is_any).collect()
}

fn due(of: &str, figures: &SubsidyFigures) -> Vec<String> {
    let line = |(due, source): (&DueFigures, MoneySource)| {
        let DueFigures {
            items,
            amount,
            by_360,
            by_365,
            undetermined,
            least,
            most,
        } = due;
        format!(
            "{of}\t{}\t{items}\t{}\t{}\t{}\t{undetermined}\t{}\t{}",
            name_of(&source),
            amount.0,
            by_360.0,
            by_365.0,
            least.0,
            most.0
        )
    };
    let sources = figures.sources.iter().zip(MoneySource::ALL);
    sources.map(line).collect()
}

/// The names and the figures of every village in every period of which there is anything.
fn by_village_and_period(subsidy: &SubsidyReport) -> Vec<(String, &SubsidyFigures)> {
    let mut all = Vec::new();
    for row in &subsidy.villages {
        for (at, figures) in &row.periods {
            let starts = subsidy.periods[*at as usize].from;
            all.push((
                format!("{}\t{}\t{starts}", row.township, row.village),
                figures,
            ));
        }
    }
    all
}

fn due_agrees(engine: &str, out: &Path, said: &PolicyReport) {
    let theirs = |view, of: &[&'static str]| {
        let columns = of.iter().copied();
        let columns: Vec<&str> = columns.chain(["source"]).chain(DUE).collect();
        of_any(lines_of_view(out, view, &columns))
    };
    let subsidy = &said.subsidy;
    let cells = subsidy.cells.iter().flat_map(|cell| {
        let lender = cell.lender.as_deref().expect("a lender");
        due(&format!("{lender}\t{}", cell.from), &cell.figures)
    });
    let ours = of_any(cells.collect());
    let answered = theirs("subsidy_totals", &["lender", "starts"]);
    same_lines("subsidy_totals", engine, answered, ours);
    let villages = subsidy.villages.iter().flat_map(|row| {
        let of = format!("{}\t{}", row.township, row.village);
        due(&of, &row.figures)
    });
    let ours = of_any(villages.collect());
    let answered = theirs("subsidy_villages", &["township", "village"]);
    same_lines("subsidy_villages", engine, answered, ours);
    let by_period = by_village_and_period(subsidy);
    let by_period = by_period.iter();
    let by_period = by_period.flat_map(|(of, figures)| due(of, figures));
    let ours = of_any(by_period.collect());
    let columns = ["township", "village", "starts"];
    let answered = theirs("subsidy_village_periods", &columns);
    same_lines("subsidy_village_periods", engine, answered, ours);
}

fn paid_agrees(engine: &str, out: &Path, said: &PolicyReport) {
    let subsidy = &said.subsidy;
    let line = |of: String, figures: &SubsidyFigures| {
        let SubsidyFigures { payments, paid, .. } = figures;
        (*payments > 0).then(|| format!("{of}\t{payments}\t{}", paid.0))
    };
    let cells = subsidy.cells.iter().filter_map(|cell| {
        let lender = cell.lender.as_deref().expect("a lender");
        line(format!("{lender}\t{}", cell.from), &cell.figures)
    });
    let columns = ["lender", "starts", "payments", "paid"];
    let answered = lines_of_view(out, "subsidy_paid_totals", &columns);
    same_lines("subsidy_paid_totals", engine, answered, cells.collect());
    let villages = subsidy.villages.iter().filter_map(|row| {
        let of = format!("{}\t{}", row.township, row.village);
        line(of, &row.figures)
    });
    let columns = ["township", "village", "payments", "paid"];
    let answered = lines_of_view(out, "subsidy_paid_villages", &columns);
    same_lines(
        "subsidy_paid_villages",
        engine,
        answered,
        villages.collect(),
    );
    let by_period = by_village_and_period(subsidy);
    let by_period = by_period.into_iter();
    let by_period = by_period.filter_map(|(of, figures)| line(of, figures));
    let columns = ["township", "village", "starts", "payments", "paid"];
    let answered = lines_of_view(out, "subsidy_paid_village_periods", &columns);
    let ours = by_period.collect();
    same_lines("subsidy_paid_village_periods", engine, answered, ours);
    let answered = lines_of_view(out, "subsidy_unplaced", &["place", "payments", "paid"]);
    let (beyond, beyond_paid) = (subsidy.out_of_periods, subsidy.out_of_periods_paid.0);
    let (lost, lost_paid) = (subsidy.without_loan, subsidy.without_loan_paid.0);
    let ours = vec![
        format!("out_of_periods\t{beyond}\t{beyond_paid}"),
        format!("without_loan\t{lost}\t{lost_paid}"),
    ];
    same_lines("subsidy_unplaced", engine, answered, ours);
}

fn faults_agree(engine: &str, out: &Path, said: &PolicyReport) {
    let subsidy = &said.subsidy;
    let faults = subsidy.faults.iter().map(|row| {
        let (count, amount, open) = (row.count, row.amount.0, row.unknown_amounts);
        format!("{}\t{count}\t{amount}\t{open}", name_of(&row.fault))
    });
    let columns = ["fault", "count", "amount", "unknown_amounts"];
    let answered = lines_of_view(out, "subsidy_fault_counts", &columns);
    same_lines("subsidy_fault_counts", engine, answered, faults.collect());
    let unpaid = subsidy.lenders.iter().filter_map(|row| {
        let (missing, perhaps) = (row.missing, row.perhaps_missing);
        let lender = row.lender.as_deref().expect("a lender");
        (missing.count + perhaps.count > 0).then(|| {
            format!(
                "{lender}\t{}\t{}\t{}\t{}\t{}",
                missing.count,
                missing.amount.0,
                perhaps.count,
                perhaps.amount.0,
                perhaps.unknown_amounts
            )
        })
    });
    let columns = [
        "lender",
        "missing",
        "missing_amount",
        "perhaps_missing",
        "perhaps_missing_amount",
        "perhaps_missing_unknown",
    ];
    let answered = lines_of_view(out, "subsidy_unpaid_counts", &columns);
    same_lines("subsidy_unpaid_counts", engine, answered, unpaid.collect());
    let lacking = subsidy.lacking.iter();
    let ours = lacking.map(|(what, loans)| format!("{}\t{loans}", unknown(what)));
    let answered = lines_of_view(out, "subsidy_lacking", &["lacks", "loans"]);
    same_lines("subsidy_lacking", engine, answered, ours.collect());
}
