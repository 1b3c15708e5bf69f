//! Findings that are alike, taken together: a person mends one sort of fault, not one row after another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::mem::{Discriminant, discriminant};

use serde::{Deserialize, Serialize};

use super::{Finding, Outcome, Problem};

/// Findings of one problem in one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingGroup {
    /// The first of them.
    pub first: Finding,
    /// How many there are.
    pub count: u64,
    /// The texts found, the commonest first; at most [`FindingGroup::LISTED`].
    pub texts: Vec<FoundText>,
    /// How many different texts were found.
    pub texts_total: u64,
}

/// One text that was found, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundText {
    /// The text; none where it may be personal or where a whole row or file is meant.
    pub found: Option<String>,
    /// How often it was found.
    pub count: u64,
    /// The first lines it was found on; at most [`FoundText::LINES`].
    pub lines: Vec<u32>,
}

impl FindingGroup {
    /// How many texts of a group the report lists.
    pub const LISTED: usize = 50;

    /// Whether another text in the place of the one found can mend the fault: it is a cell's, and the text can be named.
    pub fn is_mendable(&self) -> bool {
        let is_of_cell = matches!(
            self.first.outcome,
            Outcome::RowSetAside | Outcome::CellUnknown | Outcome::Note
        );
        is_of_cell && self.first.line.is_some() && self.first.column.is_some()
    }
}

impl FoundText {
    /// How many lines of a text the report lists.
    pub const LINES: usize = 20;
}

/// Groups the findings of one file: those that cost a file or rows first, then by how many there are.
pub fn of(findings: &[Finding]) -> Vec<FindingGroup> {
    type Sort = (Outcome, Option<u32>, Discriminant<Problem>);
    let mut places: HashMap<Sort, usize> = HashMap::new();
    let mut groups: Vec<Gathered<'_>> = Vec::new();
    for finding in findings {
        let sort = discriminant(&finding.problem);
        let key = (finding.outcome, finding.column, sort);
        let place = *places.entry(key).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Gathered {
                first: finding,
                count: 0,
                texts: BTreeMap::new(),
            });
        }
        let group = &mut groups[place];
        group.count += 1;
        let (count, lines) = group.texts.entry(finding.found.as_deref()).or_default();
        *count += 1;
        if lines.len() < FoundText::LINES {
            lines.extend(finding.line);
        }
    }
    let mut groups: Vec<FindingGroup> = groups.into_iter().map(Gathered::group).collect();
    // Those that are alike in all this stay in the order in which they were found.
    groups.sort_by_key(|group| {
        let first = &group.first;
        (
            first.outcome,
            Reverse(group.count),
            first.line,
            first.column,
        )
    });
    groups
}

struct Gathered<'f> {
    first: &'f Finding,
    count: u64,
    texts: BTreeMap<Option<&'f str>, (u64, Vec<u32>)>,
}

impl Gathered<'_> {
    fn group(self) -> FindingGroup {
        let texts_total = self.texts.len() as u64;
        let mut texts: Vec<FoundText> = self
            .texts
            .into_iter()
            .map(|(found, (count, lines))| FoundText {
                found: found.map(str::to_owned),
                count,
                lines,
            })
            .collect();
        texts.sort_by(|a, b| (b.count, &a.lines).cmp(&(a.count, &b.lines)));
        texts.truncate(FindingGroup::LISTED);
        FindingGroup {
            first: self.first.clone(),
            count: self.count,
            texts,
            texts_total,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Field;

    fn blank(line: u32) -> Finding {
        Finding {
            file: 0,
            line: Some(line),
            column: Some(9),
            header: Some("到期日".to_owned()),
            found: Some(String::new()),
            problem: Problem::Blank {
                field: Field::MaturityDate,
            },
            outcome: Outcome::RowSetAside,
        }
    }

    #[test]
    fn equal_findings_are_one_group_with_their_count_and_first_lines() {
        let findings: Vec<Finding> = (3..40).map(blank).collect();
        let groups = of(&findings);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].count, 37);
        assert_eq!(groups[0].texts[0].lines.len(), FoundText::LINES);
        assert_eq!(groups[0].texts[0].lines[0], 3);
        assert!(groups[0].is_mendable());
    }

    #[test]
    fn groups_that_are_alike_stand_in_the_order_in_which_they_were_found() {
        let note = |problem| Finding {
            line: None,
            problem,
            outcome: Outcome::Note,
            ..blank(1)
        };
        let field = Field::MaturityDate;
        let findings = [
            note(Problem::ColumnGuessed { field }),
            note(Problem::RoundedNumbers { field }),
            note(Problem::RepeatedHousehold),
        ];
        for _ in 0..20 {
            let order: Vec<Problem> = of(&findings).into_iter().map(|g| g.first.problem).collect();
            let told: Vec<Problem> = findings.iter().map(|f| f.problem.clone()).collect();
            assert_eq!(order, told);
        }
    }

    #[test]
    fn the_counts_of_the_groups_add_up_to_the_findings() {
        let mut findings: Vec<Finding> = (3..40).map(blank).collect();
        for (at, text) in ["2024/13/1", "2024/13/1", "无"].iter().enumerate() {
            findings.push(Finding {
                found: Some((*text).to_owned()),
                problem: Problem::NotADate {
                    field: Field::MaturityDate,
                },
                ..blank(50 + at as u32)
            });
        }
        let groups = of(&findings);
        assert_eq!(groups.iter().map(|group| group.count).sum::<u64>(), 40);
        let unreadable = &groups[1];
        assert_eq!(unreadable.texts[0].found.as_deref(), Some("2024/13/1"));
        assert_eq!((unreadable.texts[0].count, unreadable.texts_total), (2, 2));
    }
}
