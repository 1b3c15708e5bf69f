//! Workbooks written in the test, by rust_xlsxwriter.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet, XlsxError};

use super::super::tests::fixture::{lines, only_sheet, with_part, written};
use super::super::{Sheet, WorkbookFault, sheets};

fn sheet(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Sheet {
    only_sheet(&written(fill))
}

#[test]
fn a_formula_stands_for_the_value_that_the_workbook_keeps() {
    let sheet = sheet(|sheet| {
        sheet.write_formula(
            0,
            0,
            Formula::new("A1*100").set_result("434.99999999999994"),
        )?;
        sheet.write_formula(0, 1, Formula::new("\"甲\"&\"银行\"").set_result("甲银行"))?;
        sheet.write_formula(0, 2, Formula::new("TRUE()").set_result("TRUE"))?;
        sheet.write_formula(0, 3, Formula::new("NA()").set_result("#N/A"))?;
        Ok(())
    });
    assert_eq!(lines(&sheet), ["435|甲银行|TRUE|#N/A"]);
}

#[test]
fn a_date_in_a_format_of_the_chinese_excel_is_a_date_though_no_code_is_spelled_out() {
    let sheet = sheet(|sheet| {
        let day = ExcelDateTime::from_ymd(2019, 12, 2)?;
        for (column, index) in [14, 27, 31, 36, 50, 57, 58].into_iter().enumerate() {
            let format = Format::new().set_num_format_index(index);
            sheet.write_with_format(0, column as u16, &day, &format)?;
        }
        Ok(())
    });
    assert_eq!(lines(&sheet), [["2019-12-02"; 7].join("|")]);
}

#[test]
fn formats_of_money_and_percent_and_text_leave_numbers_as_they_are() {
    let codes = [
        "0.00%",
        "#,##0.00\"万元\"",
        "¥#,##0.00;[Red]-¥#,##0.00",
        "G/通用格式\"元\"",
        "[DBNum2][$-804]G/通用格式",
        "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        "0.00E+00",
        "@",
        "\\d0",
        "0\"day\"",
    ];
    let sheet = sheet(|sheet| {
        for (row, code) in codes.into_iter().enumerate() {
            let format = Format::new().set_num_format(code);
            sheet.write_with_format(row as u32, 0, 0.0475, &format)?;
        }
        Ok(())
    });
    assert_eq!(lines(&sheet), ["0.0475"; 10]);
}

#[test]
fn formats_of_days_are_known_however_they_are_written() {
    let codes = [
        "yyyy-mm-dd",
        "yyyy\"年\"m\"月\"d\"日\";@",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "YYYY.MM.DD",
        "[$-804]aaaa;@",
        "m/d/yy",
        "e\"年\"m\"月\"",
    ];
    let sheet = sheet(|sheet| {
        for (row, code) in codes.into_iter().enumerate() {
            let format = Format::new().set_num_format(code);
            sheet.write_with_format(row as u32, 0, 43801, &format)?;
        }
        Ok(())
    });
    assert_eq!(lines(&sheet), ["2019-12-02"; 8]);
}

#[test]
fn a_number_that_is_no_day_stays_a_number_in_a_date_format() {
    let sheet = sheet(|sheet| {
        let format = Format::new().set_num_format("yyyy-mm-dd");
        for (row, value) in [
            0.0,
            -1.0,
            59.0,
            60.0,
            61.0,
            2_958_465.0,
            2_958_466.0,
            20191202.0,
        ]
        .into_iter()
        .enumerate()
        {
            sheet.write_with_format(row as u32, 0, value, &format)?;
        }
        Ok(())
    });
    let wanted = [
        "0",
        "-1",
        "1900-02-28",
        "60",
        "1900-03-01",
        "9999-12-31",
        "2958466",
        "20191202",
    ];
    assert_eq!(lines(&sheet), wanted);
}

#[test]
fn a_time_a_hair_below_midnight_is_the_next_day() {
    let sheet = sheet(|sheet| {
        let format = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        sheet.write_with_format(0, 0, 43_800.999_999_99, &format)?;
        sheet.write_with_format(1, 0, 43_801.000_011_574_07, &format)?;
        Ok(())
    });
    assert_eq!(lines(&sheet), ["2019-12-02", "2019-12-02 00:00:01"]);
}

#[test]
fn text_stands_as_it_was_typed() {
    let sheet = sheet(|sheet| {
        sheet.write(0, 0, "01")?;
        sheet.write(0, 1, "513021199001010011")?;
        sheet.write(0, 2, "  两边有空格　")?;
        sheet.write(0, 3, "1.50")?;
        sheet.write(0, 4, "<&>'")?;
        sheet.write(1, 0, "一\r\n二\n三")?;
        sheet.write(1, 1, "a\u{1f}b")?;
        sheet.write(1, 2, "2019/12/02")?;
        Ok(())
    });
    let wanted = [
        "01|513021199001010011|  两边有空格　|1.50|<&>'",
        "一 二 三|a b|2019/12/02||",
    ];
    assert_eq!(lines(&sheet), wanted);
}

#[test]
fn a_number_loses_no_digit_until_excel_itself_has_lost_some() {
    let values = [
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1E+15"),
        (6_228_480_402_564_890_018.0, "6.22848040256489E+18"),
        (-1_234_567_890_123_456_789.0, "-1.23456789012346E+18"),
        (0.1 + 0.2, "0.3"),
        (123_456_789_012.34, "123456789012.34"),
        (-0.0, "0"),
        (1e-20, "0.00000000000000000001"),
        (50000.5, "50000.5"),
    ];
    let sheet = sheet(|sheet| {
        for (row, (value, _)) in values.into_iter().enumerate() {
            sheet.write(row as u32, 0, value)?;
        }
        Ok(())
    });
    assert_eq!(lines(&sheet), values.map(|(_, wanted)| wanted));
}

#[test]
fn a_row_is_filled_up_to_the_widest_one_above_it() {
    let sheet = sheet(|sheet| {
        sheet.write(0, 0, "标题")?;
        sheet.write_row(1, 0, ["甲", "乙", "丙"])?;
        sheet.write(2, 0, "1")?;
        sheet.write(4, 1, "2")?;
        Ok(())
    });
    assert_eq!(lines(&sheet), ["标题", "甲|乙|丙", "1||", "", "|2|"]);
}

#[test]
fn one_cell_in_the_last_corner_costs_no_more_than_its_row_and_its_column() {
    let sheet = sheet(|sheet| {
        sheet.write(0, 0, "甲")?;
        sheet.write(1_048_575, 16_383, "乙")?;
        Ok(())
    });
    assert_eq!(sheet.text.len(), 1_048_576 + 16_383 + 2 * "甲".len());
    let lines = lines(&sheet);
    assert_eq!(lines.len(), 1_048_576);
    assert!(lines[1_048_575].ends_with("|乙"));
}

#[test]
fn many_cells_far_to_the_right_are_refused_before_they_fill_the_memory() {
    let bytes = written(|sheet| {
        for row in 0..2000 {
            sheet.write(row, 16_383, 1)?;
        }
        Ok(())
    });
    let fault = sheets(&bytes, 1 << 22).expect_err("32 MB of separators");
    assert!(matches!(fault, WorkbookFault::TooLarge { .. }), "{fault:?}");
}

#[test]
fn a_text_in_several_fonts_is_one_text() {
    let sheet = sheet(|sheet| {
        let (plain, bold) = (Format::new(), Format::new().set_bold());
        let parts = [(&plain, "贷款"), (&bold, " 余额 "), (&plain, "（万元）")];
        sheet.write_rich_string(0, 0, &parts).map(drop)
    });
    assert_eq!(lines(&sheet), ["贷款 余额 （万元）"]);
}

#[test]
fn a_date_that_the_workbook_keeps_as_text_is_written_like_any_other() {
    let number = "<c r=\"A1\"><v>1</v></c>";
    let workbook = written(|sheet| sheet.write(0, 0, 1).map(drop));
    for (moment, wanted) in [
        ("2019-12-02", "2019-12-02"),
        ("2019-12-02T00:00:00.000Z", "2019-12-02"),
        ("2019-12-02T08:30:00", "2019-12-02 08:30:00"),
    ] {
        let cell = format!("<c r=\"A1\" t=\"d\"><v>{moment}</v></c>");
        let bytes = with_part(&workbook, "xl/worksheets/sheet1.xml", number, &cell);
        assert_eq!(lines(&only_sheet(&bytes)), [wanted]);
    }
}
