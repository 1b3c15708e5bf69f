//! The macros of the templates: `@name(argument, …)`, written out in a dialect and under a table of parameters.
//!
//! A macro may stand in an argument of another. One that is not known stays as it is, and a test finds it.

use std::fmt::Write as _;

use crate::report::Date;
use crate::report::canonical::name_of;
use crate::report::policy::calendar::{DayOff, day_off};
use crate::report::policy::{
    BEGINNING, InForce, Parameter, RATE_SERIES, RateSeries, RuleSet, Rulebook, rule_set_of,
};
use crate::text::sql as words;

use super::{Dialect, bounds, periods, register, wording};

/// How a template begins a view.
pub(super) const VIEW: &str = "@view(";

/// What the macros are written out by.
pub(super) struct Macros<'r> {
    pub(super) dialect: Dialect,
    pub(super) rulebook: &'r Rulebook,
    pub(super) as_of: Date,
    pub(super) minimum_matured_loans: u64,
}

impl Macros<'_> {
    /// A template with every macro written out.
    pub(super) fn expand(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some(at) = rest.find('@') {
            out.push_str(&rest[..at]);
            let call = &rest[at + 1..];
            let Some((name, arguments, length)) = parsed(call) else {
                out.push('@');
                rest = call;
                continue;
            };
            let arguments: Vec<String> = arguments
                .iter()
                .map(|argument| self.expand(argument))
                .collect();
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            match self.call(name, &arguments) {
                Some(text) => out.push_str(&text),
                None => {
                    out.push('@');
                    out.push_str(&call[..length]);
                }
            }
            rest = &call[length..];
        }
        out.push_str(rest);
        out
    }

    fn call(&self, name: &str, arguments: &[&str]) -> Option<String> {
        let dialect = self.dialect;
        Some(match (name, arguments) {
            ("view", [view]) => format!(
                "{}create or replace view {view} as",
                words::view_comment(view)
            ),
            ("as_of", []) => day(self.as_of),
            ("minimum_matured_loans", []) => self.minimum_matured_loans.to_string(),
            ("days", [from, to]) => dialect.days(from, to),
            ("plus_days", [day, days]) => dialect.plus_days(day, days),
            ("plus_months", [day, months]) => dialect.plus_months(day, months),
            ("quotient", [part, whole]) => dialect.quotient(part, whole),
            ("wide", [number]) => dialect.wide(number),
            ("rounded", [part, whole]) => self.rounded(part, whole),
            ("percent", [part, whole]) => self.percent(part, whole),
            ("month", [day]) => format!("substr(cast({day} as string), 1, 7)"),
            ("count_if", [condition]) => format!("count(case when {condition} then 1 end)"),
            ("households_if", [condition]) => {
                format!("count(distinct case when {condition} then household_number end)")
            }
            ("sum_if", [condition, value]) => {
                format!("cast(coalesce(sum(case when {condition} then {value} end), 0) as bigint)")
            }
            ("rate", [name, part, whole]) => self.rate(name, part, whole),
            ("mean", [name, total, count]) => format!(
                "{total} as {name}_total,\n  {count} as {name}_count,\n  {} as {name}_value",
                self.rounded(total, count)
            ),
            ("parameter", [key]) => self.dated(key, "disbursement_date")?,
            ("parameter_on", [key, on]) => self.dated(key, on)?,
            ("last_day", [at]) => bounds::last_day(self.rulebook, self.as_of, at.parse().ok()?)?,
            ("grade", [column]) => bounds::grade_of(column),
            ("rule_is_reported", []) => {
                let set = rule_set_of(self.rulebook, self.as_of);
                (set == RuleSet::AsReported).to_string()
            }
            ("source_of", [key]) => format!(
                "case {} when 0 then 'other' when 1 then 'poverty_relief' when 2 then 'nobody' else 'unknown' end",
                self.dated(key, "disbursement_date")?
            ),
            ("interest", [principal_days, rate, year]) => self.interest(principal_days, rate, year),
            ("difference", [paid, of]) => difference(paid, of),
            ("difference_by", [paid, of]) => difference_by(paid, of),
            ("due_figures", []) => self.expand(DUE_FIGURES),
            ("settlement_periods", []) => periods::rows(self.rulebook, self.as_of),
            ("settlements_known_from", []) => {
                day(periods::known_from(self.rulebook, self.as_of).map_or(self.as_of, |from| from))
            }
            ("shipped_rates", []) => shipped_rates(),
            ("holidays", []) => holidays(self.as_of),
            _ => return register::macro_of(name).or_else(|| wording::macro_of(name, arguments)),
        })
    }

    /// Half away from zero, in whole numbers; null where there is nothing to divide by.
    fn rounded(&self, part: &str, whole: &str) -> String {
        let quotient = self.dialect.quotient(
            &format!("2 * ({part}) + ({whole})"),
            &format!("2 * ({whole})"),
        );
        format!("case when ({whole}) > 0 then {quotient} end")
    }

    fn percent(&self, part: &str, whole: &str) -> String {
        let hundredths = self.rounded(&format!("10000 * ({part})"), whole);
        format!("cast({hundredths} as decimal(18, 0)) * 0.01")
    }

    fn rate(&self, name: &str, part: &str, whole: &str) -> String {
        format!(
            "{part} as {name}_numerator,\n  {whole} as {name}_denominator,\n  {} as {name}_percent",
            self.percent(part, whole)
        )
    }

    /// Interest on principal times days at a rate, over the column `share`, half away from zero.
    fn interest(&self, principal_days: &str, rate: &str, year: &str) -> String {
        let quotient = self.dialect.quotient(
            &format!("{principal_days} * {rate} * share * 2 + 10000000000 * {year}"),
            &format!("20000000000 * {year}"),
        );
        format!("cast({quotient} as bigint)")
    }

    /// A parameter's value on a day; null where only the county can give it and has not.
    fn dated(&self, key: &str, on: &str) -> Option<String> {
        let mut all = Parameter::ALL.iter();
        let parameter = all.find(|parameter| parameter.name() == key)?;
        Some(cases(self.rulebook.values(*parameter), on))
    }
}

/// The sums of subsidy due of a group, over the columns of an item.
const DUE_FIGURES: &str = "\
  @count_if(is_known and most_360 > 0) as items,
  @sum_if(is_known, most) as amount,
  @sum_if(is_known, most_360) as by_360,
  @sum_if(is_known, most_365) as by_365,
  @count_if(not is_known) as undetermined,
  @sum_if(not is_known, least) as least,
  @sum_if(not is_known, most) as most";

/// How a sum that was paid compares with what it should be, over the column `tolerance` and, of what it should be, the
/// columns of both bounds by both years: `agrees`, `over`, `under`, or `open` where the bounds do not tell.
fn difference(paid: &str, of: &str) -> String {
    let is_near = ["most_360", "most_365", "least_360", "least_365"]
        .map(|bound| format!("abs({paid} - {of}_{bound}) <= tolerance"));
    format!(
        "case when tolerance is null or {of}_most_360 is null then 'open'\n    \
         when {} then 'agrees'\n    \
         when {paid} > {of}_most_360 then 'over'\n    \
         when ({of}_least_360 <> {of}_most_360 or {of}_least_365 <> {of}_most_365) and {paid} >= {of}_least_365 \
         then 'open'\n    else 'under' end",
        is_near.join(" or ")
    )
}

/// By how much it differs from the nearer of what it should be.
fn difference_by(paid: &str, of: &str) -> String {
    format!(
        "case when {paid} > {of}_most_360 then {paid} - {of}_most_360\n    \
         when {paid} < {of}_least_365 then {of}_least_365 - {paid}\n    else {of}_least_360 - {paid} end"
    )
}

/// Name, arguments and length of a macro whose `@` was just read.
fn parsed(call: &str) -> Option<(&str, Vec<&str>, usize)> {
    let open = call.find('(')?;
    let name = &call[..open];
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let mut depth = 0;
    let mut arguments = Vec::new();
    let mut start = open + 1;
    for (at, c) in call.char_indices().skip(open) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        let ends = depth == 0;
        if ends || (c == ',' && depth == 1) {
            let argument = call[start..at].trim();
            if !(ends && arguments.is_empty() && argument.is_empty()) {
                arguments.push(argument);
            }
            start = at + 1;
        }
        if ends {
            return Some((name, arguments, start));
        }
    }
    None
}

pub(super) fn day(day: Date) -> String {
    format!("date '{day}'")
}

/// Values over time as an expression of a day.
fn cases(values: &[InForce], on: &str) -> String {
    let literal = |value: Option<i64>| {
        value.map_or_else(
            || "cast(null as bigint)".to_owned(),
            |value| value.to_string(),
        )
    };
    let holds_always = |value: &InForce| value.from == BEGINNING;
    if let [only] = values
        && holds_always(only)
    {
        return literal(only.value);
    }
    if values.is_empty() {
        // The family of documents that alone gives it was left out.
        return literal(None);
    }
    let mut out = String::from("case");
    for value in values.iter().rev() {
        let _ = write!(
            out,
            " when {on} >= {} then {}",
            day(value.from),
            literal(value.value)
        );
    }
    out.push_str(" end");
    out
}

/// The shipped rates as rows: kind, first day, rate to a year, rate of longer terms.
fn shipped_rates() -> String {
    let row = |series: &RateSeries, (year, month, day): (i32, u8, u8), rates: (i32, i32)| {
        let kind = name_of(&series.kind);
        let (short, long) = rates;
        format!("('{kind}', date '{year:04}-{month:02}-{day:02}', {short}, {long})")
    };
    let rows: Vec<String> = RATE_SERIES
        .iter()
        .flat_map(|series| {
            let points = series.points.iter();
            points.map(move |point| row(series, point.from, (point.one_year, point.longer)))
        })
        .collect();
    format!("(values\n  {})", rows.join(",\n  "))
}

/// The public holidays of the calendar's days, and of some beyond, as rows: day and holiday.
fn holidays(as_of: Date) -> String {
    // The calendar begins less than six weeks before the day of the report and ends within 54 weeks after it.
    let days = (-42..=54 * 7).map(|days| as_of.plus_days(days));
    let row = |at: Date| match day_off(at) {
        Some(DayOff::Holiday(holiday)) => Some(format!("({}, '{}')", day(at), name_of(&holiday))),
        Some(DayOff::Weekend) | None => None,
    };
    let rows: Vec<String> = days.filter_map(row).collect();
    format!("(values\n  {})", rows.join(",\n  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_macro_may_stand_in_another_and_commas_in_brackets_divide_nothing() {
        let rulebook = Rulebook::default();
        let macros = Macros {
            dialect: Dialect::DuckDb,
            rulebook: &rulebook,
            as_of: "2019-11-30".parse().expect("a day"),
            minimum_matured_loans: 10,
        };
        assert_eq!(
            macros.expand("a @days(coalesce(x, y), @as_of()) b@unknown(1) c@"),
            "a date_diff('day', coalesce(x, y), date '2019-11-30') b@unknown(1) c@"
        );
        assert_eq!(macros.expand("@parameter(buffer_longest_days)"), "60");
        assert_eq!(
            macros.expand("@parameter(household_limit)"),
            format!(
                "case when disbursement_date >= date '2026-01-01' then 10000000 \
                 when disbursement_date >= date '2021-01-01' then 10000000 \
                 when disbursement_date >= {} then 5000000 end",
                day(BEGINNING)
            )
        );
    }
}
