//! `window.creditAtlas`: the interface for programs. `analyze` reads files in a worker of its own and promises the report.

use crate::platform::calls::{Answer, Call, expose};
use crate::report::{Date, FileKind, Profile, SCHEMA, Settings};

use super::client::Engine;
use super::protocol::{BeforeReading, Failure};
use super::spare;

/// The keys under which a caller gives files, and what it holds them for.
const FILES: [(&str, FileKind); 10] = [
    ("loans", FileKind::Loans),
    ("roster", FileKind::Roster),
    ("villages", FileKind::Villages),
    ("boundaries", FileKind::Boundaries),
    ("subsidies", FileKind::Subsidies),
    ("targets", FileKind::Targets),
    ("funds", FileKind::Funds),
    ("rates", FileKind::Rates),
    ("reported_totals", FileKind::ReportedTotals),
    ("gazetteer", FileKind::Gazetteer),
];

/// An error as a caller sees it: name and message.
type Refusal = (String, String);

/// Puts the interface on the page.
pub fn install() {
    let texts = [("version", env!("CARGO_PKG_VERSION")), ("schema", SCHEMA)];
    expose(
        "creditAtlas",
        &texts,
        ("analyze", analyze),
        ("ready", spare::prepare()),
    );
}

async fn analyze(call: Call) -> Result<Answer, Refusal> {
    let mistake = |words: String| ("TypeError".to_owned(), words);
    let mut files = Vec::new();
    let mut expected = Vec::new();
    for (key, kind) in FILES {
        let given = call.files(key).map_err(mistake)?;
        expected.extend(given.iter().map(|_| Some(kind)));
        files.extend(given);
    }
    let as_of: Date = call
        .text("asOf")
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| mistake("`asOf` must be a day such as \"2019-11-30\"".to_owned()))?;
    let settings = match call.json("settings") {
        Some(json) => {
            serde_json::from_str(&json).map_err(|error| mistake(format!("`settings`: {error}")))?
        }
        None => Settings::default(),
    };
    let before = BeforeReading {
        profile: match call.json("profile") {
            Some(json) => serde_json::from_str(&json)
                .map_err(|error| mistake(format!("`profile`: {error}")))?,
            None => Profile::default(),
        },
        passphrase: call.text("passphrase"),
        ..BeforeReading::default()
    };
    if call.is_aborted() {
        return Err(refusal(Failure::Stopped));
    }
    let engine = spare::take().map_err(refusal)?;
    let stopping = engine.clone();
    call.on_abort(move || stopping.stop());
    let telling = call.again();
    let on_progress = move |progress| {
        if let Ok(json) = serde_json::to_string(&progress) {
            telling.tell("onProgress", &json);
        }
    };
    engine
        .read(&files, &expected, before, on_progress)
        .await
        .map_err(refusal)?;
    let made = report(&engine, as_of, &settings).await?;
    if !call.refuses("rules") {
        apply_rules(&engine, &made).await?;
    }
    Ok(made)
}

/// Puts under the report what the rules say, read by the browser as the rest is.
async fn apply_rules(engine: &Engine, report: &Answer) -> Result<(), Refusal> {
    let text = engine.policy_text().await.map_err(refusal)?;
    let put = Answer::of_json(&text).and_then(|policy| {
        policy.forget("answer");
        report.put("policy", &policy)
    });
    put.ok_or_else(|| refusal(unexpected()))
}

/// The report, put together from the texts in which the worker sends it; the browser reads them, not this program.
async fn report(engine: &Engine, as_of: Date, settings: &Settings) -> Result<Answer, Refusal> {
    let mut answer: Option<Answer> = None;
    let hear = |text: &str| {
        let heard = Answer::of_json(text);
        let put = match (&answer, heard) {
            (None, Some(report)) => {
                report.forget("answer");
                answer = Some(report);
                Some(())
            }
            (Some(report), Some(part)) => put(report, &part),
            (_, None) => None,
        };
        put.ok_or_else(unexpected)
    };
    engine
        .report_texts(as_of, settings, hear)
        .await
        .map_err(refusal)?;
    answer.ok_or_else(|| refusal(unexpected()))
}

/// Puts the rows of a part where they belong.
fn put(report: &Answer, part: &Answer) -> Option<()> {
    let path: &[&str] = match part.text("part")?.as_str() {
        "villages" => &["villages"],
        "ranked" => &["credit_villages", "ranked"],
        "too_few" => &["credit_villages", "too_few"],
        "undetermined" => &["credit_villages", "undetermined"],
        _ => return None,
    };
    report.append(path, part, "rows")
}

fn unexpected() -> Failure {
    let message = "an answer that does not fit its question".to_owned();
    Failure::Panicked { message }
}

fn refusal(failure: Failure) -> Refusal {
    let name = match &failure {
        Failure::Stopped => "AbortError",
        Failure::OutOfMemory | Failure::TooLarge { .. } => "RangeError",
        Failure::PassphraseTooShort => "TypeError",
        _ => "Error",
    };
    (name.to_owned(), words(&failure))
}

/// In English: whoever calls is a program.
fn words(failure: &Failure) -> String {
    match failure {
        Failure::NoLoans => "no loan was read; there is nothing to report".to_owned(),
        Failure::NotReady => "nothing has been read yet".to_owned(),
        Failure::NoSuchCheck => "there is no such check".to_owned(),
        Failure::NoSuchLoan => "there is no such loan".to_owned(),
        Failure::NoSuchTable => "the file cannot be read any more".to_owned(),
        Failure::PassphraseTooShort => {
            "`passphrase` needs 8 characters, 4 of them different".to_owned()
        }
        Failure::TooLarge { needed, available } => {
            format!("{needed} bytes of memory are needed and about {available} there")
        }
        Failure::OutOfMemory => "the memory this browser gives a page is used up".to_owned(),
        Failure::Panicked { message } => format!("a fault of the program: {message}"),
        Failure::Browser { message } => format!("the browser refused: {message}"),
        Failure::Stopped => "the reading was stopped".to_owned(),
    }
}
