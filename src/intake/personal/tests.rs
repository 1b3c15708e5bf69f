//! Columns by their looks: what is of persons is taken, numbers of households and loans and names of places are not.

use super::*;

fn of(cells: &[&str]) -> Option<Personal> {
    of_cells(cells.iter().copied(), false)
}

fn of_known_numbers(cells: &[&str]) -> Option<Personal> {
    of_cells(cells.iter().copied(), true)
}

fn strings(cells: impl Iterator<Item = String>) -> Vec<String> {
    cells.collect()
}

fn borrowed(cells: &[String]) -> Vec<&str> {
    cells.iter().map(String::as_str).collect()
}

/// An example of GB 11643-1999 itself.
const IDENTITY: &str = "11010519491231002X";

#[test]
fn a_column_is_what_four_in_five_of_its_cells_are() {
    assert_eq!(
        of(&[IDENTITY, IDENTITY, IDENTITY, IDENTITY, "无"]),
        Some(Personal::IdentityNumber)
    );
    assert_eq!(of(&[IDENTITY, IDENTITY, IDENTITY, "无", "无"]), None);
    assert_eq!(of(&["13800000000"; 5]), Some(Personal::Phone));
    assert_eq!(of(&["4111111111111111"; 5]), Some(Personal::BankCard));
    assert_eq!(of(&[]), None);
    assert_eq!(of(&["", " ", "　"]), None);
}

#[test]
fn a_file_of_a_few_rows_is_judged_by_all_of_them() {
    assert_eq!(of(&[IDENTITY]), Some(Personal::IdentityNumber));
    assert_eq!(of(&["13800000000", ""]), Some(Personal::Phone));
    assert_eq!(of(&[IDENTITY, "无"]), None);
    assert_eq!(
        of_known_numbers(&[IDENTITY, IDENTITY]),
        Some(Personal::IdentityNumber)
    );
    // One in eleven household numbers with a region and a date has the right check character.
    assert_eq!(of_known_numbers(&[IDENTITY]), None);
    assert_eq!(of_known_numbers(&["13800000000", "13900010000"]), None);
}

#[test]
fn household_numbers_of_eighteen_digits_are_not_identity_numbers() {
    let plain = strings((0..200).map(|i| format!("511703001001{i:06}")));
    let sample = strings((0..200).map(|i| format!("990001001001{i:06}")));
    let like_a_date = strings((0..200).map(|i| format!("51170320191128{i:04}")));
    let unit_and_year = strings((0..200).map(|i| format!("5117031990{i:08}")));
    for numbers in [&plain, &sample, &like_a_date, &unit_and_year] {
        assert_eq!(of_known_numbers(&borrowed(numbers)), None);
        assert_eq!(of(&borrowed(numbers)), None, "{}", numbers[0]);
    }
}

#[test]
fn identity_numbers_of_before_1999_are_known_where_the_header_names_no_number() {
    let old = strings((1..=28).map(|day| format!("5117035{}02{day:02}00{}", day % 10, day % 7)));
    assert_eq!(of(&borrowed(&old)), Some(Personal::IdentityNumber));
    assert_eq!(of_known_numbers(&borrowed(&old)), None);
    let contracts = strings((0..50).map(|i| format!("510112190101{i:03}")));
    assert_eq!(of(&borrowed(&contracts)), None);
}

#[test]
fn identity_numbers_that_a_spreadsheet_rounded_are_known() {
    let rounded = strings((1..=28).map(|day| format!("5117031975{:02}{day:02}0000", day % 12 + 1)));
    assert_eq!(of(&borrowed(&rounded)), Some(Personal::IdentityNumber));
}

#[test]
fn numbers_of_loans_with_an_identity_number_in_them_are_known() {
    let loans = strings((0..20).map(|i| format!("JD{IDENTITY}-{i:03}")));
    assert_eq!(
        of_known_numbers(&borrowed(&loans)),
        Some(Personal::IdentityNumber)
    );
}

#[test]
fn serial_numbers_that_begin_as_telephones_are_left_to_be_numbers() {
    let serial = strings((0..100).map(|i| format!("{}", 13_900_000_000_u64 + i)));
    assert_eq!(of_known_numbers(&borrowed(&serial)), None);
    assert_eq!(of(&borrowed(&serial)), Some(Personal::Phone));
    let telephones = strings((0..100).map(|i| format!("139{:04}0000", i * 37)));
    assert_eq!(
        of_known_numbers(&borrowed(&telephones)),
        Some(Personal::Phone)
    );
}

#[test]
fn a_column_of_names_is_known_and_a_column_of_states_is_not() {
    assert_eq!(
        of(&["王小明", "李四", "", "赵六", "陈七七", "周八"]),
        Some(Personal::Name)
    );
    assert_eq!(
        of(&["张*", "李**", "王*明", "欧阳*", "陈*"]),
        Some(Personal::Name)
    );
    assert_eq!(of(&["关注", "关注", "关注", "关注", "关注"]), None);
    assert_eq!(of(&["高山", "金星", "高山", "高山", "金星", "高山"]), None);
    for things in [
        ["石桥村", "龙泉村", "马家村", "高山村", "白云村"],
        ["种植业", "养殖业", "农家乐", "小卖部", "林下经济"],
        ["养牛", "黄牛养殖", "种植花椒", "购买种苗", "白酒加工"],
        ["农商行", "工商银行", "邮储银行", "信用社", "村镇银行"],
        ["务农", "教师", "司机", "高中生", "护林员"],
    ] {
        assert_eq!(of(&things), None, "{things:?}");
    }
}

#[test]
fn the_places_of_a_county_are_no_names() {
    // As they stand in tables without 村 and 镇.
    let places = [
        "石桥", "高坪", "龙山", "黄都", "金山", "白庙", "马坪", "石河", "金石", "龙会", "罗江",
        "梅家", "申家", "江阳", "万家", "赵家", "石梯", "石板", "向阳", "复兴", "永安", "双庙",
        "南岳", "东兴", "大堰", "平滩", "花红", "安仁", "管村", "堡子",
    ];
    assert_eq!(of(&places), None);
}
