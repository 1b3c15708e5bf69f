//! Every finding is a whole sentence in both languages, and every figure has its definition.

mod fixture;

use credit_atlas::report::policy::{ClassRule, ParameterChoices, RuleSet, class_rule};
use credit_atlas::report::*;
use credit_atlas::text::definition::{self, Indicator};
use credit_atlas::text::{Lang, Words, class, fact, field, finding, missing, reading};
use fixture::*;

const LOAN_FIELDS: [Field; 4] = [
    Field::MaturityDate,
    Field::RiskClass,
    Field::Status,
    Field::AnnualInterestRate,
];

/// One of every problem, in each of its shapes.
fn problems() -> Vec<Problem> {
    let field = Field::OutstandingPrincipal;
    let mut problems = vec![
        Problem::EmptyFile,
        Problem::HeaderAlone,
        Problem::UnknownHeader,
        Problem::MissingColumns {
            file_kind: FileKind::Loans,
            fields: vec![Field::OutstandingPrincipal, Field::MaturityDate],
        },
        Problem::RepeatedColumn {
            field,
            used: "余额".to_owned(),
        },
        Problem::SameFileTwice { first_file: 1 },
        Problem::OtherKind {
            expected: FileKind::Roster,
            found: FileKind::Loans,
        },
        Problem::Blank { field },
        Problem::NotADate { field },
        Problem::NoSuchDate { field },
        Problem::NotMoney { field },
        Problem::FinerThanFen { field },
        Problem::NegativeMoney { field },
        Problem::MoneyTooLarge { field },
        Problem::DamagedNumber { field },
        Problem::TooFewCells {
            found: 3,
            wanted: 9,
        },
        Problem::TooManyCells {
            found: 12,
            wanted: 9,
        },
        Problem::QuoteNeverClosed,
        Problem::NotText { field },
        Problem::TotalRow,
        Problem::NoteRow,
        Problem::HeaderRow,
        Problem::LoanNumberAtOtherLender {
            first_file: 1,
            first_line: 7,
            lender: "西银行".to_owned(),
        },
        Problem::LoanAlikeAtOtherLender {
            first_file: 0,
            first_line: 7,
            lender: "西银行".to_owned(),
        },
        Problem::HouseholdAtTwoAddresses {
            first_file: 1,
            first_line: 7,
            township: "东湾镇".to_owned(),
            village: "石坝村".to_owned(),
        },
        Problem::RepeatedHousehold,
        Problem::RepeatedPerson,
        Problem::HouseholdElsewhere {
            first_file: 1,
            first_line: 7,
        },
        Problem::StatusDiffers {
            first_file: 0,
            first_line: 7,
        },
        Problem::RepeatedRow {
            first_file: 1,
            first_line: 7,
            same: true,
        },
        Problem::RepeatedRow {
            first_file: 0,
            first_line: 7,
            same: false,
        },
        Problem::PeriodReversed,
        Problem::RepeatedVillage,
        Problem::UnitGuessed {
            fields: vec![field],
            unit: Unit::TenThousandYuan,
        },
        Problem::UnitUnknown {
            fields: vec![field, Field::OutstandingPrincipal],
        },
        Problem::ColumnGuessed { field },
        Problem::RoundedNumbers { field },
        Problem::NotAWorkbook,
        Problem::OtherWorkbook,
        Problem::EncryptedWorkbook,
        Problem::DamagedWorkbook { sheet: None },
        Problem::DamagedWorkbook {
            sheet: Some("台账".to_owned()),
        },
        Problem::OtherProfile {
            schema: "credit-atlas/profile/9".to_owned(),
        },
        Problem::DamagedProfile { line: 3 },
        Problem::DifferentAsOf {
            days: vec![day("2019-10-31"), day("2019-11-30")],
        },
        Problem::NotGeoJson,
        Problem::BadFeature { feature: 3 },
        Problem::TooLarge { limit: 1 << 30 },
        Problem::CannotRead,
    ];
    problems.extend(contradictions());
    for field in LOAN_FIELDS {
        problems.push(Problem::UnknownWord { field });
        problems.push(Problem::NotANumber { field });
    }
    for same in [true, false] {
        problems.push(Problem::RepeatedLoan {
            first_file: 1,
            first_line: 7,
            same,
        });
    }
    for looks_like in [
        Content::Picture,
        Content::Workbook,
        Content::OldWorkbook,
        Content::Document,
        Content::Binary,
    ] {
        problems.push(Problem::NotATable { looks_like });
    }
    for personal in [
        Personal::Name,
        Personal::IdentityNumber,
        Personal::Phone,
        Personal::BankCard,
        Personal::Address,
        Personal::Sensitive,
    ] {
        for evidence in [Evidence::Header, Evidence::Cells] {
            problems.push(Problem::PersonalColumn { personal, evidence });
        }
    }
    problems
}

/// One of every sort of row that contradicts itself.
fn contradictions() -> Vec<Problem> {
    let (early, late) = (day("2019-10-31"), day("2019-11-30"));
    let (less, more) = (Fen(3_000_000), Fen(5_000_050));
    let settled = |settlement| Problem::SettledWithBalance {
        balance: more,
        settlement,
    };
    vec![
        Problem::BalanceAbovePrincipal {
            balance: more,
            principal: less,
        },
        Problem::MaturityBeforeDisbursement {
            disbursement: late,
            maturity: early,
        },
        Problem::ExtendedBeforeMaturity {
            maturity: late,
            extended: early,
        },
        Problem::DisbursedAfterAsOf {
            disbursement: late,
            as_of: early,
        },
        settled(None),
        settled(Some(early)),
        Problem::OverdueButNotDue {
            as_of: early,
            maturity: late,
        },
        Problem::OverdueDaysDiffer {
            reported: 12,
            counted: 11,
        },
        Problem::OverduePrincipalAboveBalance {
            overdue: more,
            balance: less,
        },
    ]
}

const OUTCOMES: [Outcome; 5] = [
    Outcome::FileSetAside,
    Outcome::RowSetAside,
    Outcome::CellUnknown,
    Outcome::ColumnLeftOut,
    Outcome::Note,
];

/// Letters of a Chinese sentence once the names of formats are taken out.
fn letters(sentence: &str) -> String {
    let formats = [
        "Excel",
        "WPS",
        "xlsx",
        "xlsb",
        "xls",
        "credit-atlas/profile/",
        "UTF-8",
        "UTF-16",
        "CSV",
        "GeoJSON",
        "GB18030",
        "GBK",
        "PDF",
    ];
    let rest = formats
        .iter()
        .fold(sentence.to_owned(), |rest, format| rest.replace(format, ""));
    rest.chars().filter(char::is_ascii_alphabetic).collect()
}

fn is_said(words: Words) {
    assert!(!words.zh.is_empty() && !words.en.is_empty());
    assert_eq!(letters(words.zh), "", "{}", words.zh);
    assert!(
        words.en.chars().any(|c| c.is_ascii_alphabetic()),
        "{}",
        words.en
    );
}

#[test]
fn every_finding_is_a_sentence_that_says_where() {
    let files = [
        file("东行贷款", FileKind::Loans),
        file("西行贷款", FileKind::Loans),
    ];
    // That files differ in their days is said of all of them, and of no one place.
    let is_of_a_place = |problem: &Problem| !matches!(problem, Problem::DifferentAsOf { .. });
    for problem in problems().into_iter().filter(is_of_a_place) {
        for outcome in OUTCOMES {
            let with_place = Finding {
                outcome,
                ..finding(problem.clone())
            };
            let without = Finding {
                line: None,
                column: None,
                header: None,
                found: None,
                ..with_place.clone()
            };
            let zh = finding::sentence(&with_place, &files, Lang::Zh);
            let en = finding::sentence(&with_place, &files, Lang::En);
            assert!(zh.contains("第 12 行「到期日」是「2024/13/1」"), "{zh}");
            assert!(
                en.starts_with("Line 12, “到期日” has “2024/13/1”: "),
                "{en}"
            );
            let zh_file = finding::sentence(&without, &files, Lang::Zh);
            assert!(zh_file.starts_with("文件「东行贷款」"), "{zh_file}");
            for sentence in [&zh, &zh_file] {
                assert!(sentence.ends_with('。') && !sentence.contains("。。"));
                assert_eq!(letters(sentence), "", "{sentence}");
            }
            assert!(en.ends_with('.') && !en.contains(".."), "{en}");
        }
    }
}

#[test]
fn a_date_that_is_none_is_said_as_an_official_would() {
    let files = [file("东行贷款", FileKind::Loans)];
    let sentence = finding::sentence(
        &finding(Problem::NotADate {
            field: Field::MaturityDate,
        }),
        &files,
        Lang::Zh,
    );
    assert_eq!(
        sentence,
        "第 12 行「到期日」是「2024/13/1」，应为日期，如 2024-12-01。该行未采用。"
    );
}

#[test]
fn a_loan_that_stands_twice_names_the_other_file_and_line() {
    let files = [
        file("东行贷款", FileKind::Loans),
        file("西行贷款", FileKind::Loans),
    ];
    let repeated = Finding {
        header: None,
        column: None,
        found: None,
        ..finding(Problem::RepeatedLoan {
            first_file: 1,
            first_line: 7,
            same: false,
        })
    };
    let zh = finding::sentence(&repeated, &files, Lang::Zh);
    assert!(
        zh.starts_with("第 12 行与文件「西行贷款」第 7 行重复"),
        "{zh}"
    );
    let gone = finding::sentence(&repeated, &[], Lang::Zh);
    assert!(gone.contains("与第 2 个文件第 7 行重复"), "{gone}");
}

#[test]
fn a_personal_column_is_named_and_said_to_be_left_out() {
    let files = [file("东行贷款", FileKind::Loans)];
    let personal = Finding {
        line: None,
        header: Some("联系方式".to_owned()),
        found: None,
        outcome: Outcome::ColumnLeftOut,
        ..finding(Problem::PersonalColumn {
            personal: Personal::Phone,
            evidence: Evidence::Cells,
        })
    };
    assert_eq!(
        finding::sentence(&personal, &files, Lang::Zh),
        "文件「东行贷款」的「联系方式」列像是电话号码（由单元格内容判断）。请脱敏后再放入。该列未读取。"
    );
    assert_eq!(
        finding::sentence(&personal, &files, Lang::En),
        "File “东行贷款”, “联系方式”: this looks like phone numbers (by most of its cells). Take personal data out before giving the file. The column was left out."
    );
}

#[test]
fn every_problem_has_a_heading_and_says_what_was_wanted() {
    for problem in problems() {
        for lang in [Lang::Zh, Lang::En] {
            let (short, wanted) = (
                finding::short(&problem, lang),
                finding::wanted(&problem, lang),
            );
            assert!(!short.is_empty() && !wanted.is_empty());
            if lang == Lang::Zh {
                assert_eq!(letters(short) + &letters(&wanted), "", "{short} {wanted}");
            }
        }
    }
}

#[test]
fn every_figure_has_a_name_of_its_own_and_a_definition() {
    let mut names: Vec<&str> = Vec::new();
    for indicator in Indicator::ALL {
        is_said(definition::name(indicator));
        is_said(definition::of(indicator));
        assert!(definition::of(indicator).zh.ends_with('。'));
        names.push(definition::name(indicator).zh);
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Indicator::ALL.len());
}

#[test]
fn every_word_of_a_file_is_there_in_both_languages() {
    for kind in FileKind::TABLES {
        is_said(field::kind(kind));
        for &field in Field::required(kind).iter().chain(Field::optional(kind)) {
            is_said(field::name(field));
        }
    }
    for encoding in [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Gb18030] {
        is_said(reading::encoding(encoding));
    }
    for separator in [Separator::Comma, Separator::Tab, Separator::Semicolon] {
        is_said(reading::separator(separator));
    }
    let rule = class_rule(&ParameterChoices::default(), day("2019-11-30"));
    for risk_class in RiskClass::ALL {
        is_said(class::name(risk_class));
        for rule_set in RuleSet::ALL {
            let rule = ClassRule { rule_set, ..rule };
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| class::days(risk_class, &rule, lang));
            assert_eq!(letters(&zh), "", "{zh}");
            assert!(!zh.is_empty() && !letters(&en).is_empty(), "{en}");
        }
    }
    let of_some_files = [
        fact::names::<Product>(),
        fact::names::<Guarantee>(),
        fact::names::<RenewalKind>(),
        fact::names::<Ability>(),
        fact::names::<Willingness>(),
        fact::names::<Cause>(),
    ];
    for words in of_some_files.into_iter().flatten() {
        is_said(words);
    }
    for reason in [
        Missing::NothingToDivideBy,
        Missing::NoRoster,
        Missing::NoLoans,
        Missing::NoSettlementDate,
        Missing::NoPayoutSum,
    ] {
        is_said(missing::reason(reason));
    }
    for outcome in OUTCOMES {
        is_said(finding::outcome(outcome));
        is_said(finding::outcome_short(outcome));
    }
}
