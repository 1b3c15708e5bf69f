//! Loan by loan: the rules here, and SQLite by the text of the policy alone. The SQL under `rules` was written before
//! anyone who wrote it had seen the rules; where the two differed, the text decided, and where the text leaves room the
//! README says how it is read.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use credit_atlas::domain::{Date, Fen};
use credit_atlas::intake::file_read::Intake;
use credit_atlas::intake::session::Session;
use credit_atlas::intake::source;
use credit_atlas::policy::book::{Book, Case};
use credit_atlas::policy::compensation::{self, Claim, recovery};
use credit_atlas::policy::disposition;
use credit_atlas::policy::parameters::{Parameter, ParameterChoices, Rulebook, definition};
use credit_atlas::policy::rules::{Decide, RULES, Rule};
use credit_atlas::policy::standing;
use credit_atlas::policy::subsidy::LoanSubsidy;
use credit_atlas::policy::subsidy::periods::Calendar;
use credit_atlas::policy::verdict::Verdict;
use credit_atlas::sample::{self, Settings};
use rusqlite::Connection;

use super::invented::{self, InventedFile};
use super::laid::{self, Kind, Laid};
use super::tables::LENDERS;

const CHECKS: [&str; 15] = [
    "A01", "A02", "A03", "A04", "A05", "A08", "A09", "A12", "A13", "A14", "A15", "A16", "A18",
    "A19", "A20",
];
const SQL: [&str; 5] = [
    include_str!("rules/lpr.sql"),
    include_str!("rules/standing.sql"),
    include_str!("rules/checks.sql"),
    include_str!("rules/interest.sql"),
    include_str!("rules/disposition.sql"),
];
/// What the county chooses in one of the runs, where the shipped table leaves it out or says otherwise.
const CHOSEN: [(Parameter, &str, i64); 6] = [
    (Parameter::RestructuredFloor, "restructured_floor", 1),
    (
        Parameter::FailedBusinessIsExcused,
        "failed_business_is_excused",
        1,
    ),
    (Parameter::ClaimCoversInterest, "claim_covers_interest", 1),
    (Parameter::RemovedHouseholds, "removed_are_denied", 2),
    (
        Parameter::UnsupportedHouseholds,
        "unsupported_are_denied",
        2,
    ),
    (
        Parameter::EnterpriseUseIsSubsidised,
        "enterprise_use_is_denied",
        0,
    ),
];

/// Differences by kind: how many, and the first loans.
#[derive(Default)]
struct Differences(BTreeMap<String, (usize, String)>);

impl Differences {
    fn compare(&mut self, what: &str, number: &str, ours: &str, theirs: &str) {
        if ours == theirs {
            return;
        }
        let is_number = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
        let (kind, loan) = if is_number(ours) || is_number(theirs) {
            (what.to_owned(), format!(" {number} ({ours}, {theirs})"))
        } else {
            let kind = format!("{what}: here {ours}, by SQLite {theirs}");
            (kind, format!(" {number}"))
        };
        let entry = self.0.entry(kind).or_default();
        entry.0 += 1;
        if entry.0 <= 5 {
            entry.1.push_str(&loan);
        }
    }
}

fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).expect("a word");
    value.as_str().expect("a word").to_owned()
}

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

fn rules(book: &Book<'_>) -> Vec<&'static Rule> {
    let rules = RULES.iter().filter(|rule| CHECKS.contains(&rule.id));
    let asked = rules.filter(|rule| rule.lacks(book).is_none());
    asked.collect()
}

fn verdict(rule: &Rule, case: &Case<'_>) -> String {
    let Decide::Loan(decide) = rule.decide else {
        panic!("{} looks at no loan", rule.id);
    };
    match decide(case) {
        Verdict::NotApplicable => "not_applicable".to_owned(),
        Verdict::Clear => "clear".to_owned(),
        Verdict::Caught(reason) => format!("caught {}", reason.branch),
        Verdict::Undetermined(_) => "unknown".to_owned(),
    }
}

/// Days, class, state, its first day, the way to go, the claim where it is ready to be paid, and how a recovery is split.
const FACTS: [&str; 7] = [
    "days",
    "class",
    "state",
    "since",
    "disposition",
    "claim",
    "recovery",
];

fn facts(case: &Case<'_>, covers_interest: bool) -> [String; 7] {
    let standing = standing::of(case);
    let arrears = case.arrears();
    let claim = Claim::of(case).filter(|_| compensation::is_ready(case));
    let claim = claim.and_then(|claim| match covers_interest {
        true => claim.net().ok(),
        // The county has not said whether interest is covered: the principal alone is told.
        false => {
            let principal = claim.principal.ok()?;
            Some((principal - claim.insurance.unwrap_or(Fen::ZERO)).max(Fen::ZERO))
        }
    });
    let split = recovery::of(case).ok().flatten();
    let split = split.map(|[split, _]| {
        let parts = [split.costs, split.lender, split.fund].map(|part| part.0.to_string());
        parts.join(" ")
    });
    [
        shown(arrears.map(|arrears| arrears.principal_days)),
        shown(arrears.map(|arrears| arrears.class as u8 + 1)),
        word(&standing.state),
        shown(standing.since),
        word(&disposition::of(case).disposition),
        shown(claim.map(|claim| claim.0)),
        shown(split),
    ]
}

/// Period by period, the least and the most by 360 and by 365 days.
fn dues(calendar: &Calendar, case: &Case<'_>) -> Vec<[i64; 5]> {
    let Ok(subsidy) = LoanSubsidy::of(*case) else {
        return Vec::new();
    };
    let periods = calendar.touching(subsidy.days).map(|at| {
        let period = calendar.period(at).expect("a period");
        let due = subsidy.of_days(period).expect("a subsidy");
        let (least, most) = (due.least, due.most);
        let day = i64::from(period.from.days());
        [
            day,
            least.by_360.0,
            most.by_360.0,
            least.by_365.0,
            most.by_365.0,
        ]
    });
    periods.collect()
}

type Said = HashMap<String, HashMap<String, String>>;

/// What SQLite says of the checks, by check and loan; what it does not mention is clear.
fn verdicts(of: &Connection) -> Said {
    let mut said = Said::new();
    let mut query = of
        .prepare("select code, number, told, branch from verdict")
        .expect("SQL");
    let mut rows = query.query([]).expect("SQL");
    while let Some(row) = rows.next().expect("a row") {
        let told: String = row.get(2).expect("a word");
        let told = match told.as_str() {
            "caught" => format!("caught {}", row.get::<_, String>(3).expect("a branch")),
            _ => told,
        };
        let of_check = said.entry(row.get(0).expect("a check")).or_default();
        let before = of_check.insert(row.get(1).expect("a number"), told);
        assert_eq!(before, None, "one verdict of each check on each loan");
    }
    said
}

/// Compares everything on a day, and tells how many loans and periods were compared.
fn compare(of: &Connection, intake: &Intake, as_of: &str, chosen: bool) -> (usize, usize) {
    let value = if chosen { "1" } else { "null" };
    let choices = CHOSEN.map(|(_, name, _)| format!("('{name}', {value})"));
    let begin = format!(
        "create table today(day); insert into today values ('{as_of}');
         create table chosen(name, value); insert into chosen values {}",
        choices.join(", ")
    );
    of.execute_batch(&begin).expect("SQL");
    for sql in SQL {
        of.execute_batch(sql).expect("SQL");
    }
    let mut choices = ParameterChoices::default();
    for (parameter, _, value) in CHOSEN.iter().filter(|_| chosen) {
        for (from, _) in ParameterChoices::default().listed(definition(*parameter)) {
            choices.change(*parameter, from, Some(*value));
        }
    }
    let rulebook = Rulebook::of(&choices);
    let day: Date = as_of.parse().expect("a day");
    let book = Book::new(&intake.county, day, &rulebook);
    differences(of, &book, chosen)
}

fn differences(of: &Connection, book: &Book<'_>, chosen: bool) -> (usize, usize) {
    let mut found = Differences::default();
    let mut compared = (0, 0);
    let (rules, verdicts) = (rules(book), verdicts(of));
    let calendar = Calendar::of(book).expect("periods");
    let mut query = of
        .prepare(
            "select s.number, iif(s.owed, s.days, null), iif(s.owed, s.class, null), s.state, s.began, d.batch, c.claimed,
               r.costs || ' ' || r.bank || ' ' || r.fund
             from standing s join disposition d using (number) left join claim c using (number)
             left join recovery r using (number) order by s.place",
        )
        .expect("SQL");
    let mut due = of
        .prepare(
            "select period - 2440587, least_360, most_360, least_365, most_365 from due_subsidy where number = ?1 order by 1",
        )
        .expect("SQL");
    let mut rows = query.query([]).expect("SQL");
    for case in book.cases() {
        let row = rows.next().expect("SQL").expect("as many loans");
        let number = book.county().loans.number(case.row());
        assert_eq!(number, row.get::<_, String>(0).expect("a number"));
        for (at, ours) in facts(&case, chosen).iter().enumerate() {
            let theirs = match row.get_ref(at + 1).expect("a column") {
                rusqlite::types::ValueRef::Null => "-".to_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                text => text.as_str().expect("text").to_owned(),
            };
            found.compare(FACTS[at], &number, ours, &theirs);
        }
        for rule in &rules {
            let theirs = verdicts.get(rule.id).and_then(|of| of.get(&number));
            let theirs = theirs.map_or("clear", String::as_str);
            found.compare(rule.id, &number, &verdict(rule, &case), theirs);
        }
        let theirs = due.query_map([&number], |row| {
            Ok([
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ])
        });
        let theirs: Vec<[i64; 5]> = theirs
            .expect("SQL")
            .map(|row| row.expect("a row"))
            .collect();
        let ours = dues(&calendar, &case);
        if ours != theirs {
            found.compare("subsidy", &number, "one", "another");
        }
        compared = (compared.0 + 1, compared.1 + ours.len());
    }
    assert!(rows.next().expect("SQL").is_none(), "as many loans");
    let mut told = String::new();
    for (kind, (count, numbers)) in &found.0 {
        let _ = writeln!(told, "{count} × {kind}:{numbers}");
    }
    assert!(told.is_empty(), "\n{told}");
    compared
}

fn read<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Intake {
    let mut session = Session::new();
    for (name, bytes) in files {
        source::read(&mut session, name, bytes, 1 << 20);
    }
    session.finish()
}

fn laid(file: &InventedFile) -> Laid<'_> {
    Laid {
        kind: file.kind,
        text: &file.text,
        separator: b',',
        above: 1,
    }
}

fn invented_on(as_of: &str, loans: usize, seed: u64, chosen: bool) {
    let files = invented::files(loans, as_of, seed);
    let intake = read(files.iter().map(|file| (file.name, file.text.as_bytes())));
    let of = laid::database(&files.iter().map(laid).collect::<Vec<_>>());
    let (compared, periods) = compare(&of, &intake, as_of, chosen);
    assert!(
        compared >= loans && periods > 3 * loans,
        "{compared} {periods}"
    );
}

#[test]
fn under_the_notice_of_2021_every_rule_says_what_sqlite_says() {
    invented_on("2025-11-30", 50_000, 1, false);
}

#[test]
fn as_a_county_chooses_and_without_the_text_of_2026_every_rule_says_what_sqlite_says() {
    invented_on("2026-06-30", 20_000, 2, true);
}

#[test]
fn on_the_last_day_of_the_plan_every_rule_says_what_sqlite_says() {
    invented_on("2020-12-31", 10_000, 3, false);
}

#[test]
fn of_the_samples_county_every_rule_says_what_sqlite_says() {
    let files = sample::county(&Settings {
        loans: 20_000,
        ..Settings::default()
    })
    .files;
    let bytes = |path: &str| {
        let file = files.iter().find(|file| file.path == path);
        file.expect("its file").bytes.as_slice()
    };
    let mut named: Vec<(String, &str)> = LENDERS
        .iter()
        .map(|lender| (format!("2019-11-30/{}", lender.name), lender.name))
        .collect();
    named.extend(["roster.csv", "subsidy.csv"].map(|name| (name.to_owned(), name)));
    let intake = read(named.iter().map(|(path, name)| (*name, bytes(path))));
    let texts: Vec<String> = named
        .iter()
        .map(|(path, name)| {
            let is_gb18030 = LENDERS
                .iter()
                .any(|own| own.name == *name && own.is_gb18030);
            let encoding = if is_gb18030 {
                encoding_rs::GB18030
            } else {
                encoding_rs::UTF_8
            };
            encoding.decode(bytes(path)).0.into_owned()
        })
        .collect();
    let mut laid: Vec<Laid<'_>> = LENDERS
        .iter()
        .zip(&texts)
        .map(|(lender, text)| Laid {
            kind: Kind::Loans,
            text,
            separator: lender.separator,
            above: lender.above,
        })
        .collect();
    for (kind, text) in [Kind::Roster, Kind::Subsidies]
        .into_iter()
        .zip(&texts[LENDERS.len()..])
    {
        laid.push(Laid {
            kind,
            text,
            separator: b',',
            above: 1,
        });
    }
    let of = laid::database(&laid);
    let (compared, periods) = compare(&of, &intake, "2019-11-30", false);
    assert!(
        compared > 19_000 && periods > 60_000,
        "{compared} {periods}"
    );
}
