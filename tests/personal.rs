//! Personal data is known by content: what is of a person always, what is a number of a household or a loan never.

mod fixture;

use std::borrow::Cow;

use credit_atlas::export::pseudonymised::{Treatment, Writer};
use credit_atlas::intake::personal::{hides_a_number, masked, of_cells};
use credit_atlas::intake::pseudonym::is_pseudonym;
use credit_atlas::report::{Passphrase, Personal};
use fixture::persons::{Person, persons, with_check_character};
use proptest::prelude::*;

fn of(cells: &[String], is_known_number: bool) -> Option<Personal> {
    of_cells(cells.iter().map(String::as_str), is_known_number)
}

/// The ways in which a number of a person is typed.
fn typed(number: &str, way: usize) -> String {
    let first = if number.len() == 11 { 3 } else { 6 };
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).expect("a full-width form");
    match way {
        0 => number.to_owned(),
        1 => number.to_lowercase(),
        2 => format!(" {number}\t"),
        3 => format!("{} {}", &number[..first], &number[first..]),
        4 => number.chars().map(wide).collect(),
        5 => format!("'{number}"),
        _ => format!("=\"{number}\""),
    }
}

proptest! {
    #[test]
    fn identity_numbers_are_always_known(
        seed: u64, count in 1_usize..40, way in 0_usize..7, is_known_number: bool,
    ) {
        let cells: Vec<String> = persons(seed, count)
            .iter()
            .map(|person| typed(&person.identity, way))
            .collect();
        // One alone under the header of a household number may have its check character by chance.
        prop_assume!(!is_known_number || count > 1);
        prop_assert_eq!(of(&cells, is_known_number), Some(Personal::IdentityNumber));
    }

    #[test]
    fn telephones_cards_and_names_are_known(seed: u64, count in 5_usize..40) {
        let people = persons(seed, count);
        let column = |part: fn(&Person) -> &String| -> Vec<String> {
            people.iter().map(part).cloned().collect()
        };
        prop_assert_eq!(of(&column(|p| &p.phone), false), Some(Personal::Phone));
        prop_assert_eq!(of(&column(|p| &p.card), false), Some(Personal::BankCard));
        let known = of(&column(|p| &p.card), true);
        prop_assert_eq!(known, (count >= 10).then_some(Personal::BankCard));
        prop_assert_eq!(of(&column(|p| &p.name), false), Some(Personal::Name));
    }

    /// A village's code and a serial number; county, year and serial number; a serial number of eighteen digits.
    #[test]
    fn household_numbers_are_never_identity_numbers(
        county in prop::sample::select(vec![511_703_u64, 110_105, 451_022, 622_921]),
        township in 1_u64..130, village in 1_u64..400, year in 2014_u64..2022,
        from in 0_u64..900_000, step in 1_u64..50, count in 2_u64..60,
    ) {
        let serials = || (0..count).map(|i| from + i * step);
        let shapes: [Vec<String>; 3] = [
            serials().map(|i| format!("{county}{township:03}{village:03}{i:06}")).collect(),
            serials().map(|i| format!("{county}{year}{i:08}")).collect(),
            serials().map(|i| format!("{i:018}")).collect(),
        ];
        for numbers in &shapes {
            prop_assert_eq!(of(numbers, true), None);
            // A few of them can all have a card's check digit by chance.
            let unknown = of(numbers, false);
            prop_assert!(unknown.is_none() || unknown == Some(Personal::BankCard) && count < 10);
        }
    }

    /// Region and birth are real, and the check digit is that of ten in eleven such numbers: a wrong one.
    #[test]
    fn a_region_and_a_date_make_no_identity_number(
        seed: u64, count in 1_usize..40, off in 1_u32..10, is_known_number: bool,
    ) {
        let wrong = |person: Person| {
            let (number, check) = person.identity.split_at(17);
            let right = check.parse::<u32>().unwrap_or(10);
            format!("{number}{}", (right + off) % 10)
        };
        let cells: Vec<String> = persons(seed, count)
            .into_iter()
            .map(wrong)
            .filter(|cell| *cell != with_check_character(&cell[..17]))
            .filter(|cell| !cell.ends_with("000"))
            .collect();
        prop_assert_ne!(of(&cells, is_known_number), Some(Personal::IdentityNumber));
    }

    #[test]
    fn a_number_of_a_person_is_never_shown_in_a_sentence(
        seed: u64, way in 0_usize..5,
        before in "[\u{4e00}-\u{4fff}，：（]{0,6}", after in "[\u{4e00}-\u{4fff}，。）]{1,6}",
    ) {
        for person in persons(seed, 4) {
            for number in person.numbers() {
                let text = format!("{before}{}{after}", typed(number, way));
                prop_assert!(hides_a_number(&text), "{}", text);
                let shown = masked(&text);
                prop_assert!(!shown.contains(|c: char| c.is_numeric()), "{}", shown);
                prop_assert!(shown.starts_with(&before) && shown.ends_with(&after), "{}", shown);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_persons() {
    assert_eq!(persons(7, 20), persons(7, 20));
    assert_ne!(persons(7, 20), persons(8, 20));
    // An example of GB 11643-1999 itself.
    assert_eq!(
        with_check_character("11010519491231002"),
        "11010519491231002X"
    );
}

/// Every column of the sample: places, purposes, lenders, classes, states, numbers of loans and households.
#[test]
fn nothing_in_the_sample_is_taken_for_personal() {
    let mut columns = 0;
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data");
    for folder in ["", "2019-10-31", "2019-11-30"] {
        let path = std::path::Path::new(sample).join(folder);
        for entry in std::fs::read_dir(path).expect("the sample") {
            let path = entry.expect("an entry").path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if !matches!(ending, Some("csv" | "txt")) {
                continue;
            }
            let bytes = std::fs::read(&path).expect("a file");
            let text = match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(bytes) => encoding_rs::GB18030.decode(bytes.as_bytes()).0.into_owned(),
            };
            let separator = if text.contains('\t') { b'\t' } else { b',' };
            let rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(separator)
                .from_reader(text.as_bytes())
                .records()
                .take(500)
                .map(|row| row.expect("a row"))
                .collect();
            let width = rows.iter().map(csv::StringRecord::len).max().expect("rows");
            for at in 0..width {
                let cells: Vec<String> = rows
                    .iter()
                    .skip(2)
                    .filter_map(|row| row.get(at).map(str::to_owned))
                    .collect();
                assert_eq!(of(&cells, false), None, "{path:?} {at}: {:?}", &cells[..3]);
                assert!(
                    !cells.iter().any(|cell| hides_a_number(cell)),
                    "{path:?} {at}"
                );
                columns += 1;
            }
        }
    }
    assert!(columns > 150, "{columns}");
}

/// A bank's table or an office's: the same persons, their numbers typed in another way.
fn pseudonymised(people: &[Person], way: usize) -> String {
    let treatments = [
        Treatment::KeepNumbers,
        Treatment::LeaveOut,
        Treatment::Pseudonym,
        Treatment::Pseudonym,
        Treatment::KeepFigures,
        Treatment::Keep,
    ];
    let passphrase = Passphrase::agreed("清江红马2019").ok();
    let mut writer = Writer::new(&treatments, passphrase);
    let header = ["借据号", "姓名", "身份证号", "电话", "余额", "备注"];
    writer.title(&[Cow::from(format!("联系人{}", people[0].phone))]);
    writer.header(&[header.map(Cow::from).to_vec()]);
    for (at, person) in people.iter().enumerate() {
        let cells = [
            format!("JJ{at:04}"),
            person.name.clone(),
            typed(&person.identity, way),
            typed(&person.phone, way),
            format!("{}.00", at * 100),
            format!(
                "旧证{}，卡{}，电话{}",
                person.old_identity, person.card, person.phone
            ),
        ];
        writer.row(&cells.each_ref().map(Cow::from));
        // As a row that lacks a cell: everything stands one column to the left.
        writer.row(&cells[1..].iter().map(Cow::from).collect::<Vec<_>>());
    }
    let (bytes, written) = writer.finish();
    let count = people.len() as u64;
    assert_eq!((written.rows, written.rows_left_out), (count, count));
    assert_eq!((written.titles_left_out, written.masked), (1, count));
    assert_eq!(
        (written.pseudonyms, written.without_pseudonym),
        (count * 2, 0)
    );
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_pseudonymised_table_shows_nobody_and_joins_with_that_of_another_office() {
    let people = persons(20_191_202, 300);
    let (bank, office) = (pseudonymised(&people, 0), pseudonymised(&people, 4));
    assert_eq!(bank, office);
    for person in &people {
        assert!(!bank.contains(&person.name), "{}", person.name);
        for number in person.numbers() {
            assert!(!bank.contains(number), "{number}");
        }
    }
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(bank.as_bytes())
        .records()
        .map(|row| row.expect("a row as wide as the header"))
        .collect();
    assert_eq!(rows.len(), people.len());
    assert!(
        rows.iter()
            .all(|row| is_pseudonym(&row[1]) && is_pseudonym(&row[2]))
    );
    let different = |of: &dyn Fn(usize) -> String| {
        let all: std::collections::BTreeSet<String> = (0..people.len()).map(of).collect();
        all.len()
    };
    let numbers = different(&|at| people[at].identity.clone());
    assert_eq!(different(&|at| rows[at][1].to_owned()), numbers);
}
