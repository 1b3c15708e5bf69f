//! The page that goes with the files: what they are, what was planted, what must be set aside, and the sums.

use super::calendar::{AS_OF, MONTH_BEFORE};
use super::columns::{Encoding, LAYOUTS, Layout};
use super::loan::Loan;
use super::loan_files::{LoanFile, SetAside};
use super::places::COUNTY;
use super::world::{Totals, World};
use super::{DEFAULT_LOANS, DEFAULT_SEED, NOT_PLANTED, Planted, Settings};
use std::fmt::Write;

/// Everything the page tells of.
pub struct Readme<'a> {
    pub settings: &'a Settings,
    pub world: &'a World,
    pub planted: &'a [Planted],
    pub loan_files: Vec<LoanFile>,
    /// Name and data rows.
    pub tables: &'a [(&'a str, u64)],
    pub set_aside: Vec<SetAside>,
}

impl Readme<'_> {
    /// The page as Markdown, Chinese first.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.opening(&mut text);
        self.files(&mut text);
        self.headers(&mut text);
        self.sums(&mut text);
        self.places(&mut text);
        self.irregularities(&mut text);
        self.rows_set_aside(&mut text);
        self.left_out(&mut text);
        text
    }

    fn opening(&self, text: &mut String) {
        let Settings { seed, loans } = self.settings;
        let default = (*seed, *loans) == (DEFAULT_SEED, DEFAULT_LOANS);
        let command = if default {
            "cargo run -- sample --out sample_data".to_string()
        } else {
            format!("cargo run -- sample --loans {loans} --seed {seed} --out DIR")
        };
        let _ = write!(
            text,
            "# {COUNTY}示例数据 · sample data of an invented county\n\n\
             {COUNTY}及其乡镇、村、银行、企业、户编号、贷款均为虚构，没有姓名、身份证号、电话。\
             乡镇界画在渤海海面上，不与任何真实地方重合。两期数据：2019-11-30 和 2019-10-31。\n\n\
             The county, its townships, villages, lenders, enterprises, households and loans are invented. \
             There are no names, identity numbers or telephone numbers. The map lies on open water, so that no real place \
             stands beside an invented rate. This page is written together with the files; do not edit it.\n\n\
             重新生成 · to write it again (seed {seed}, the same bytes every time):\n\n```\n{command}\n```\n\n"
        );
    }

    fn files(&self, text: &mut String) {
        text.push_str("## 文件 · files\n\n| 文件 file | 数据行 rows | 写法 how it is written |\n|---|--:|---|\n");
        for file in &self.loan_files {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} |",
                file.path,
                file.rows,
                written_as(&LAYOUTS[file.lender])
            );
        }
        for (name, rows) in self.tables {
            let _ = writeln!(text, "| `{name}` | {rows} | {} |", table_about(name));
        }
        let _ = writeln!(
            text,
            "| `townships.geojson` | {} | 乡镇界，WGS84，属性 code、name；相邻乡镇共用同一条界线 · township borders, shared exactly |\n",
            self.world.places.townships.len()
        );
    }

    fn headers(&self, text: &mut String) {
        text.push_str("## 贷款文件的表头 · headers of the loan files\n\n");
        for layout in &LAYOUTS {
            let headers: Vec<&str> = layout.columns.iter().map(|(header, _)| *header).collect();
            let _ = writeln!(text, "- `{}`：{}", layout.file_name, headers.join("、"));
        }
        text.push_str(
            "\n贴息按“算头不算尾”：计息天数 = 计息止日 − 计息起日；金额 = 贷款金额 × 年利率 × 天数 ÷ 360，四舍五入到分。\
             代偿由政府和银行按 7:3 分担，缓冲期自不良认定日起 60 天。\n\n\
             Subsidy counts the first day, not the last, on a year of 360 days. Payouts are shared 7 to 3 between government \
             and bank; the buffer is 60 days from the day the loan became non-performing.\n\n",
        );
    }

    fn sums(&self, text: &mut String) {
        text.push_str(
            "## 合计 · sums to check against\n\n搁置的行不计，同一借据号只计一次；逾期、不良按到期日（有展期的按展期到期日）到数据日期的日历天数计算，\
             不良为逾期超过 90 天。Rows set aside are not counted, a loan number once; overdue by calendar days from the effective \
             maturity date, non-performing above 90 days. Amounts in yuan.\n\n\
             | 数据日期 as of | 银行 lender | 笔数 loans | 有余额 with balance | 余额 balance | 逾期笔数 overdue | 逾期余额 overdue balance | 逾期率 % | 不良笔数 npl | 不良余额 npl balance |\n\
             |---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        for (as_of, date) in [(AS_OF, "2019-11-30"), (MONTH_BEFORE, "2019-10-31")] {
            for (lender, name) in super::words::LENDERS.iter().enumerate() {
                let totals = self
                    .world
                    .totals(as_of, |loan: &Loan| usize::from(loan.lender) == lender);
                sum_row(text, date, name, &totals);
            }
            sum_row(text, date, "合计 all", &self.world.totals(as_of, |_| true));
        }
        text.push_str("\n今后 12 个月到期余额 · balance falling due (yuan):\n\n| 月 month | 余额 |\n|---|--:|\n");
        for (year, month, yuan) in self.world.due_by_month() {
            let _ = writeln!(text, "| {year}-{month:02} | {yuan} |");
        }
        text.push('\n');
    }

    fn places(&self, text: &mut String) {
        let places = &self.world.places;
        let _ = write!(
            text,
            "## 地方 · places\n\n{} 个乡镇，{} 个村。同名的村 · villages of one name in two townships:\n\n",
            places.townships.len(),
            places.villages.len()
        );
        for (first, second, name) in places.repeated_names() {
            let _ = writeln!(text, "- {name}：{first}、{second}");
        }
        text.push_str("\n| 乡镇 township | 笔数 loans | 余额 balance | 逾期余额 overdue | 逾期率 % |\n|---|--:|--:|--:|--:|\n");
        for (township, totals) in places
            .townships
            .iter()
            .zip(self.world.totals_by_township(AS_OF))
        {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                township.name,
                totals.loans,
                totals.balance_yuan,
                totals.overdue_yuan,
                percent(&totals, totals.overdue_yuan)
            );
        }
        text.push('\n');
    }

    fn irregularities(&self, text: &mut String) {
        text.push_str("## 埋设的问题 · irregularities planted in 2019-11-30\n\n");
        if self.planted.is_empty() {
            text.push_str("笔数较少，未埋设。A county this small is written without any.\n\n");
            return;
        }
        let total: usize = self
            .planted
            .iter()
            .filter(|planted| !NOT_PLANTED.contains(&planted.id.as_str()))
            .map(|planted| planted.loan_numbers.len())
            .sum();
        let _ = write!(
            text,
            "共 {total} 笔，每笔只埋设一项（A10 必然同时属于 A09；A12-2、A19-3 不是埋设的，可与其他问题同在一笔）。\
             {total} loans, one irregularity each; A10 is by its nature A09 too, A12-2 and A19-3 follow from the rest.\n\n\
             | 编号 id | 问题 | irregularity | 数量 count |\n|---|---|---|--:|\n"
        );
        for planted in self.planted {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} |",
                planted.id, planted.what_zh, planted.what_en, planted.count
            );
        }
        text.push_str("\n借据号 · loan numbers:\n\n");
        for planted in self
            .planted
            .iter()
            .filter(|planted| !planted.loan_numbers.is_empty())
        {
            let _ = writeln!(text, "- {}：{}", planted.id, planted.loan_numbers.join(" "));
        }
        self.states(text);
    }

    /// What is no irregularity, but what a rule may ask for.
    fn states(&self, text: &mut String) {
        let count = |fits: &dyn Fn(&Loan) -> bool| {
            self.world.loans.iter().filter(|loan| fits(loan)).count()
        };
        let removed =
            |loan: &Loan| self.world.roster.households[loan.household as usize].removed_on;
        let old_removed = count(&|loan| {
            loan.balance(AS_OF) > 0 && removed(loan).is_some_and(|removed| removed > loan.disbursed)
        });
        let waiting = count(&|loan| {
            loan.balance(AS_OF) > 0 && loan.days_overdue(AS_OF) > 91 + 60 && loan.payout.is_none()
        });
        let paid = count(&|loan| {
            loan.payout
                .and_then(|payout| payout.paid)
                .is_some_and(|paid| paid <= AS_OF)
        });
        let _ = write!(
            text,
            "\n并非问题、但规则会用到的情形 · no irregularity, but rules ask for it:\n\n\
             - 放款后清退户的存量贷款（贴息由其他资金承担）loans of households removed after disbursement: {old_removed}\n\
             - 缓冲期已满 60 天、仍未申请代偿 buffer over, no payout applied for: {waiting}\n\
             - 已代偿 paid out: {paid}\n\
             - 展期 extended: {}\n- 续贷 1 次 renewed once: {}\n\n",
            count(&|loan| loan.extension.is_some_and(|(signed, _)| signed <= AS_OF)),
            count(&|loan| loan.renewals == 1),
        );
    }

    fn rows_set_aside(&self, text: &mut String) {
        if self.set_aside.is_empty() {
            return;
        }
        let _ = write!(
            text,
            "## 应搁置的行 · rows to be set aside: {}\n\n文件按本页的次序读入；行号从 1 起，含标题行和表头。Files are read in the order of this page; lines count from 1, title and header included.\n\n\
             | 文件 file | 行 line | 原因 | reason |\n|---|--:|---|---|\n",
            self.set_aside.len()
        );
        for row in &self.set_aside {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} |",
                row.path, row.line, row.what_zh, row.what_en
            );
        }
        text.push('\n');
    }

    fn left_out(&self, text: &mut String) {
        text.push_str(
            "## 没有埋设的检查 · checks that nothing was planted for\n\n\
             - A23 余额为负：见“应搁置的行” · negative balances are set aside when read.\n\
             - A26 公职人员：需要另外的名单 · needs an outside list.\n\
             - A27 连续三个月上升：只有两期 · only two snapshots.\n",
        );
    }
}

fn percent(totals: &Totals, part: u64) -> String {
    match totals.per_ten_thousand(part) {
        Some(rate) => format!("{}.{:02}", rate / 100, rate % 100),
        None => "—".to_string(),
    }
}

fn sum_row(text: &mut String, date: &str, name: &str, totals: &Totals) {
    let _ = writeln!(
        text,
        "| {date} | {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        totals.loans,
        totals.loans_with_balance,
        totals.balance_yuan,
        totals.overdue_loans,
        totals.overdue_yuan,
        percent(totals, totals.overdue_yuan),
        totals.non_performing_loans,
        totals.non_performing_yuan
    );
}

fn written_as(layout: &Layout) -> String {
    let encoding = match layout.encoding {
        Encoding::Gb18030 => "GB18030，无 BOM",
        Encoding::Utf8WithMark => "UTF-8，有 BOM",
        Encoding::Utf8 => "UTF-8，无 BOM",
    };
    let separator = if layout.separator == '\t' {
        "制表符分隔"
    } else {
        "逗号分隔"
    };
    let amounts = match layout.amounts {
        super::columns::Amounts::TenThousandYuan => "贷款金额、余额为万元，其余为元",
        super::columns::Amounts::Grouped => "元，带千分位",
        _ => "元",
    };
    let dates = if layout.slashed_dates {
        "日期 2019/12/2"
    } else {
        "日期 2019-12-02"
    };
    let title = if layout.titled {
        "；表头上有一行标题"
    } else {
        ""
    };
    let line_end = if layout.line_end == "\r\n" {
        "；CRLF 换行"
    } else {
        ""
    };
    format!("{encoding}；{separator}；{amounts}；{dates}{title}{line_end}")
}

fn table_about(name: &str) -> &'static str {
    match name {
        "roster.csv" => "花名册，每户一行；户编号为脱敏编号 · household roster",
        "villages.csv" => "村表：乡镇、行政村、代码、农户总数、建档户数、信用户数 · village table",
        "subsidy.csv" => "2019 年三季度贴息明细 · interest subsidy of the third quarter",
        "fund.csv" => "各行风险补偿金余额 · compensation fund by lender",
        "targets.csv" => "各乡镇年度投放目标 · lending targets",
        _ => "各行自报的合计数 · totals as the lenders report them",
    }
}
