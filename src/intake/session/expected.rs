//! Whether files hold what their giver said they hold. They are read as what they are all the same.

use crate::domain::FileKind;
use crate::intake::file_read::FileRead;
use crate::intake::finding::{Finding, Outcome, Problem};

/// Remarks on every file that is known to be of another kind than was said; of a workbook, where no sheet is of that kind.
pub(super) fn remark(expected: &[Option<FileKind>], files: &mut [FileRead]) {
    for (given, expected) in (0_u32..).zip(expected) {
        let Some(expected) = *expected else {
            continue;
        };
        let is_so = |file: &FileRead| file.given == given && file.kind == expected;
        if files.iter().any(is_so) {
            continue;
        }
        for (at, file) in (0..).zip(files.iter_mut()) {
            if file.given == given {
                say(at, file, expected);
            }
        }
    }
}

fn say(at: u32, file: &mut FileRead, expected: FileKind) {
    // That a file is of no known kind is said already.
    if file.kind == FileKind::Unknown {
        return;
    }
    let remark = Finding {
        file: at,
        line: None,
        column: None,
        header: None,
        found: None,
        problem: Problem::OtherKind {
            expected,
            found: file.kind,
        },
        outcome: Outcome::Note,
    };
    file.findings.insert(0, remark);
    file.findings_total += 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::session::{Before, Session};
    use crate::intake::source::read;

    const TARGETS: &str = "乡镇,年度,目标（万元）\n东湾镇,2019,500\n";
    const VILLAGES: &str = "乡镇,行政村,农户总数\n东湾镇,石桥村,300\n";

    #[test]
    fn a_file_given_as_another_kind_is_read_as_what_it_is_and_remarked_on() {
        let expected = [FileKind::Targets, FileKind::Roster, FileKind::Loans];
        let mut session = Session::with(Before {
            expected: expected.map(Some).to_vec(),
            ..Before::default()
        });
        for (name, text) in [
            ("a.csv", TARGETS),
            ("b.csv", VILLAGES),
            ("c.csv", "甲,乙\n1,2\n"),
        ] {
            read(&mut session, name, text.as_bytes(), 1 << 16);
        }
        let intake = session.finish();
        let other = |at: usize| -> Vec<Problem> {
            let findings = intake.files[at].findings.iter();
            findings.map(|finding| finding.problem.clone()).collect()
        };
        let of_villages = Problem::OtherKind {
            expected: FileKind::Roster,
            found: FileKind::Villages,
        };
        assert_eq!(other(0), []);
        assert_eq!(other(1), [of_villages]);
        assert_eq!(intake.files[1].findings[0].file, 1);
        assert_eq!(intake.files[1].used, 1);
        assert_eq!(other(2), [Problem::UnknownHeader]);
    }
}
