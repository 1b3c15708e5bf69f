//! The register of the checks, and of what can be wrong with a payment, as expressions and rows.

use crate::report::Field;
use crate::report::canonical::{TABLES, name_of};
use crate::report::policy::subsidy::PaidFault;
use crate::report::policy::{Decide, Need, RULES, Rule};

/// What a macro over the register stands for.
pub(super) fn macro_of(name: &str) -> Option<String> {
    Some(match name {
        "given_columns" => given_columns(),
        "check_needs" => needs(),
        "check_ids" => {
            let ids = RULES.iter().map(|rule| format!("('{}')", rule.id));
            format!("(values {})", ids.collect::<Vec<_>>().join(", "))
        }
        "check_sayings" => sayings("loan_number", |rule| matches!(rule.decide, Decide::Loan(_))),
        "paid_faults" => {
            let faults = PaidFault::ALL.iter().map(name_of);
            let rows: Vec<String> = faults.map(|fault| format!("('{fault}')")).collect();
            format!("(values {})", rows.join(", "))
        }
        "county_sayings" => sayings("kind, name", |rule| {
            matches!(rule.decide, Decide::County(_))
        }),
        _ => return None,
    })
}

/// What all checks of a sort say, one below the other.
fn sayings(of: &str, is_wanted: fn(&Rule) -> bool) -> String {
    let wanted = RULES.iter().filter(|rule| is_wanted(rule));
    let all = wanted.map(|rule| {
        let (id, view) = (rule.id, rule.id.to_lowercase());
        format!("  select '{id}' as check_id, {of}, said, amount from check_{view}")
    });
    all.collect::<Vec<_>>().join("\n  union all\n")
}

/// The columns of the loans that some check needs.
fn columns() -> Vec<Field> {
    let mut columns = Vec::new();
    for need in RULES.iter().flat_map(|rule| rule.needs) {
        if let Need::Column(fields) = need {
            columns.extend(fields.iter().filter(|field| is_exported(**field)));
        }
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Whether the table of loans has a column.
fn is_exported(field: Field) -> bool {
    let loans = TABLES.iter().find(|table| table.name == "loans");
    loans.is_some_and(|loans| {
        let mut columns = loans.columns.iter();
        columns.any(|column| column.field == Some(field))
    })
}

fn given_columns() -> String {
    let counted = columns().into_iter().map(|field| {
        let name = name_of(&field);
        format!("count({name}) as {name}")
    });
    counted.collect::<Vec<_>>().join(",\n  ")
}

/// By check, the first thing needed that is not there, over the counts of what is.
fn needs() -> String {
    let of_rule = |rule: &Rule| {
        let unmet: Vec<String> = rule.needs.iter().filter_map(unmet).collect();
        let unmet = unmet.join(" ");
        let is_any = !unmet.is_empty();
        is_any.then(|| format!("\n    when '{}' then case {unmet} end", rule.id))
    };
    let all: String = RULES.iter().filter_map(of_rule).collect();
    format!("case check_id{all} end")
}

fn unmet(need: &Need) -> Option<String> {
    let names: Vec<String> = match need {
        Need::Column(fields) => fields
            .iter()
            .filter(|field| is_exported(**field))
            .map(name_of)
            .collect(),
        Need::Table(kind) => vec![name_of(kind)],
        Need::AnyTable(kinds) => kinds.iter().map(name_of).collect(),
    };
    let first = match need {
        Need::Column(fields) => name_of(fields.first()?),
        Need::Table(kind) => name_of(kind),
        Need::AnyTable(kinds) => name_of(kinds.first()?),
    };
    Some(format!("when {} = 0 then '{first}'", names.join(" + ")))
}
