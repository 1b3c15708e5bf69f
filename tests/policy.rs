//! Situations in words: `tests/policy/*.txt` tell in the field's own words what loans there are and what the rules must
//! say of them. The words become the files that a bank and a township would send, and are read the ordinary way.

#[path = "policy/county.rs"]
mod county;
#[path = "policy/expectation.rs"]
mod expectation;
#[path = "policy/money.rs"]
mod money;
#[path = "policy/properties.rs"]
mod properties;
#[path = "policy/situation.rs"]
mod situation;
#[path = "policy/subsidy_sums.rs"]
mod subsidy_sums;

use std::fs;
use std::path::Path;

use credit_atlas::policy::book::Book;

use situation::{Line, Situation};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/policy");

/// What went wrong in a situation, or how many of its lines hold.
fn run(situation: &Situation) -> Result<usize, String> {
    let rulebook = county::rulebook(&situation.parameters)?;
    let read = county::read(situation)?;
    let mut as_of = None;
    let mut held = 0;
    for line in &situation.lines {
        match line {
            Line::AsOf(day) => as_of = Some(*day),
            Line::Expect { loan, items } => {
                let book = Book::new(&read.county, as_of.ok_or("缺 截至")?, &rulebook);
                let case = book.case(county::row(&read, loan)?);
                for item in items {
                    expectation::check(&case, item)
                        .map_err(|error| format!("截至 {}：{item}：{error}", book.as_of()))?;
                    held += 1;
                }
            }
            Line::Rule { id, loan, verdict } => {
                let book = Book::new(&read.county, as_of.ok_or("缺 截至")?, &rulebook);
                let case = book.case(county::row(&read, loan)?);
                expectation::check_rule(&case, id, verdict)
                    .map_err(|error| format!("截至 {}：检查 {id}：{error}", book.as_of()))?;
                held += 1;
            }
        }
    }
    if held == 0 {
        return Err("没有一句“应为”或“检查”".to_owned());
    }
    Ok(held)
}

fn situations() -> Vec<Situation> {
    let mut paths: Vec<_> = fs::read_dir(Path::new(FOLDER))
        .expect("the folder of situations")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("a text in UTF-8");
            let name = path.file_name().expect("a name").to_string_lossy();
            situation::parse(&name, &text).unwrap_or_else(|error| panic!("{error}"))
        })
        .collect()
}

#[test]
fn every_situation_is_judged_as_its_words_say() {
    let situations = situations();
    assert!(situations.len() > 20, "{}", situations.len());
    let failed: Vec<String> = situations
        .iter()
        .filter_map(|situation| {
            let error = run(situation).err()?;
            Some(format!(
                "{} {}\n    {error}",
                situation.place, situation.name
            ))
        })
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn a_situation_that_is_judged_otherwise_is_seen() {
    let text = "情形: 第一天\n截至: 2019-09-01\n借款: 50000元 2017-08-31放款 2019-08-31到期\n应为: 分类 正常\n";
    let situations = situation::parse("x.txt", text).expect("a situation");
    assert!(run(&situations[0]).is_err());
    let unknown = text.replace("分类 正常", "颜色 红");
    let situations = situation::parse("x.txt", &unknown).expect("a situation");
    assert!(run(&situations[0]).is_err());
}

#[test]
fn every_branch_of_the_decision_and_every_state_stands_in_some_situation() {
    use credit_atlas::policy::disposition::BRANCHES;
    use credit_atlas::policy::standing::State;
    use credit_atlas::text::disposition;

    let all: Vec<String> = situations()
        .iter()
        .flat_map(|situation| situation.lines.clone())
        .filter_map(|line| match line {
            Line::Expect { items, .. } => Some(items),
            Line::AsOf(_) | Line::Rule { .. } => None,
        })
        .flatten()
        .collect();
    for (branch, ..) in BRANCHES {
        let wanted = format!("缘由 {branch}");
        assert!(all.contains(&wanted), "no situation says {wanted}");
    }
    for state in State::ALL {
        let wanted = format!("状态 {}", disposition::state(state).zh);
        let says = |item: &String| {
            item.strip_prefix(&wanted)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        assert!(all.iter().any(says), "no situation says {wanted}");
    }
}
