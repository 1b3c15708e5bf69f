//! 到期和户贷企用: the calendar by day, week and month, peaks and the fewest months that hold half, what falls due by
//! township, lender and enterprise, concentration, and the register of enterprises.

use std::path::Path;

use credit_atlas::report::PolicyReport;
use credit_atlas::report::policy::calendar::{
    Calendar, Concentration, DayOff, Due, GroupDues, Shares,
};
use credit_atlas::report::policy::enterprises::EnterpriseReport;
use serde_json::{Value, json, to_value};

use crate::answers::{Row, of_report, of_view, same};

/// The views whose answers are compared.
pub const VIEWS: [&str; 12] = [
    "dues",
    "due_days",
    "due_weeks",
    "due_months",
    "due_halves",
    "group_dues",
    "concentration",
    "largest_holders",
    "alike_holders",
    "enterprise_total",
    "enterprises",
    "enterprise_dues",
];

/// Whether an engine's answers are the report's.
pub fn agree(engine: &str, out: &Path, said: &PolicyReport) {
    let compare = |view: &str, ours: Vec<Row>| same(view, engine, of_view(out, view), ours);
    let (dues, calendar) = (&said.dues, &said.dues.calendar);
    compare("dues", vec![sums(calendar)]);
    compare("due_days", days(calendar));
    compare("due_weeks", weeks(calendar));
    compare("due_months", months(calendar));
    let halves = json!({
        "by_amount": calendar.half_by_amount.share,
        "by_loans": calendar.half_by_loans.share,
    });
    compare("due_halves", vec![of_report(&halves)]);
    let mut groups = of_groups("township", &dues.townships, calendar);
    groups.extend(of_groups("lender", &dues.lenders, calendar));
    let enterprises = dues.enterprises.iter();
    groups.extend(enterprises.flat_map(|all| of_groups("enterprise", all, calendar)));
    compare("group_dues", groups);
    let mut kinds = vec![("household", &dues.households)];
    kinds.extend(dues.by_enterprise.iter().map(|own| ("enterprise", own)));
    let of_kinds = |of: fn(&str, &Concentration) -> Vec<Row>| {
        let rows = kinds.iter().flat_map(|(kind, own)| of(kind, own));
        rows.collect()
    };
    compare("concentration", of_kinds(concentration));
    compare("largest_holders", of_kinds(largest));
    compare("alike_holders", of_kinds(alike));
    enterprise_register(&said.enterprises, &compare);
}

fn sums(calendar: &Calendar) -> Row {
    of_report(&json!({
        "before": calendar.before,
        "overdue": calendar.overdue,
        "coming": calendar.coming,
        "later": calendar.later,
        "on_weekends": calendar.on_weekends,
        "on_holidays": calendar.on_holidays,
    }))
}

fn days(calendar: &Calendar) -> Vec<Row> {
    let with_dues = calendar.days.iter().filter(|day| day.due.loans > 0);
    let of = with_dues.map(|day| {
        let off = day.off.map(|off| match off {
            DayOff::Weekend => json!("weekend"),
            DayOff::Holiday(holiday) => json!(holiday),
        });
        of_report(&json!({"due_date": day.day, "day_off": off, "": day.due}))
    });
    of.collect()
}

fn is_any(due: &Due) -> bool {
    due.loans > 0
}

fn weeks(calendar: &Calendar) -> Vec<Row> {
    let weeks = calendar.weeks.iter();
    let weeks = weeks.filter(|week| is_any(&week.coming) || is_any(&week.overdue));
    weeks
        .map(|week| of_report(&to_value(week).expect("JSON")))
        .collect()
}

fn months(calendar: &Calendar) -> Vec<Row> {
    let months = calendar.months.iter();
    let months = months.filter(|month| is_any(&month.coming) || is_any(&month.overdue));
    let of = months.map(|month| {
        let mut value = to_value(month).expect("JSON");
        let is_of = |months: &[_]| json!(months.contains(&month.month));
        value["is_of_half_by_amount"] = is_of(&calendar.half_by_amount.months);
        value["is_of_half_by_loans"] = is_of(&calendar.half_by_loans.months);
        of_report(&value)
    });
    of.collect()
}

fn of_groups(kind: &str, groups: &[GroupDues], calendar: &Calendar) -> Vec<Row> {
    let month = |at: usize| json!(calendar.months[at].month);
    let mut rows = Vec::new();
    for group in groups {
        let mut add = |due_in: Value, due: &Due| {
            if is_any(due) {
                rows.push(of_report(&json!({
                    "group_kind": kind, "name": group.name, "due_in": due_in, "": due,
                })));
            }
        };
        add(json!("overdue"), &group.overdue);
        for (at, due) in group.months.iter().enumerate() {
            add(month(at), due);
        }
        add(json!("later"), &group.later);
    }
    rows
}

fn concentration(kind: &str, own: &Concentration) -> Vec<Row> {
    let of = |share_of: &str, shares: &Shares| {
        let mut value = json!({
            "holder_kind": kind,
            "share_of": share_of,
            "holders": shares.holders,
            "herfindahl": shares.herfindahl,
        });
        for top in &shares.tops {
            value[format!("tops_{}", top.count)] = to_value(top.share).expect("JSON");
        }
        (shares.holders > 0).then(|| of_report(&value))
    };
    let both = [of("balance", &own.by_balance), of("coming", &own.by_coming)];
    both.into_iter().flatten().collect()
}

fn largest(kind: &str, own: &Concentration) -> Vec<Row> {
    let largest = own.largest.iter();
    let largest = largest.map(|holder| {
        of_report(&json!({
            "holder_kind": kind, "name": holder.name,
            "balance": holder.balance, "coming": holder.coming,
        }))
    });
    largest.collect()
}

fn alike(kind: &str, own: &Concentration) -> Vec<Row> {
    let alike = own.alike.iter().map(|alike| {
        of_report(&json!({"holder_kind": kind, "holders": alike.holders, "each_holds": alike.each}))
    });
    alike.collect()
}

fn enterprise_register(report: &EnterpriseReport, compare: &dyn Fn(&str, Vec<Row>)) {
    let total = json!({
        "outstanding": report.outstanding,
        "county_outstanding": report.county_outstanding,
        "share": report.share,
    });
    compare("enterprise_total", vec![of_report(&total)]);
    let rows = report.rows.iter().map(|row| {
        let mut value = to_value(row).expect("JSON");
        let fields = value.as_object_mut().expect("fields");
        fields.remove("due");
        if fields["plan"].is_null() {
            fields["plan"] = json!({"months": null, "last_month": null, "each_month": null});
        }
        of_report(&value)
    });
    compare("enterprises", rows.collect());
    let dues = report.rows.iter().flat_map(|row| {
        let own = row.due.iter();
        own.map(|due| {
            of_report(&json!({
                "enterprise": row.enterprise, "month": due.month, "amount": due.amount,
            }))
        })
    });
    compare("enterprise_dues", dues.collect());
}
