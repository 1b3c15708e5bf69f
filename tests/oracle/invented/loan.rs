//! The facts of one invented loan, near the days and amounts at which a rule turns.

use super::draw::{day_text, months_later};
use super::{HEADERS, Invention, LACKING, LENDERS, TOWNSHIPS, VILLAGES};

const PURPOSES: [(i64, &str); 24] = [
    (20, "养殖生猪"),
    (16, "种植核桃"),
    (10, "购买化肥"),
    (6, "修建圈舍"),
    (6, "经营小卖部"),
    (4, "无还本续贷"),
    (6, ""),
    (1, "建房"),
    (1, "购房首付"),
    (1, "结婚"),
    (1, "彩礼"),
    (1, "看病"),
    (1, "理财"),
    (1, "存款"),
    (1, "购车"),
    (1, "购买家电"),
    (1, "购置家庭用品"),
    (1, "消费"),
    (2, "归还旧贷款"),
    (2, "还旧贷"),
    (1, "转入融资平台"),
    (1, "房地产"),
    (1, "基础设施建设"),
    (1, "存储获取利息"),
];
pub fn money(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// What one loan's row says, before its file leaves columns out.
pub struct Drawn {
    pub cells: Vec<String>,
    pub number: String,
    pub lender: usize,
    pub principal: i64,
    pub balance: i64,
    pub disbursed: i64,
    pub due: i64,
    pub rate: i64,
}

impl Invention {
    fn due(&mut self, disbursed: i64) -> (i64, i64) {
        if self.draw.percent(35) {
            let away = self.draw.one(&[
                -91, -90, -89, -30, -1, 0, 1, 2, 89, 90, 91, 92, 120, 150, 151, 152, 269, 270, 271,
                272, 359, 360, 361, 362,
            ]);
            let due = self.as_of - away;
            let term = self
                .draw
                .one(&[360, 365, 366, 730, 731, 1090, 1095, 1096, 1097, 1100]);
            return (due - term, due);
        }
        let months = self
            .draw
            .one(&[12, 12, 12, 24, 24, 36, 36, 36, 36, 37, 48, 60, 61]);
        let goes_on = self.draw.percent(50);
        let off = self.draw.one(&[0, 0, 0, 0, 0, 1, -1, 0]);
        (disbursed, months_later(disbursed, months, goes_on) + off)
    }

    fn near(&mut self, middle: i64, often: &[i64], widest: i64) -> i64 {
        let away = if self.draw.percent(60) {
            self.draw.one(often)
        } else {
            self.draw.between(0, widest)
        };
        middle - away
    }

    pub(super) fn drawn(
        &mut self,
        household: &str,
        place: (usize, usize),
        lender: usize,
        day: i64,
        before: Option<String>,
    ) -> Drawn {
        let (disbursed, maturity) = self.due(day);
        let number = format!("L{:06}", self.loans.len() + 1);
        let as_of = self.as_of;
        let mut cells = vec![String::new(); HEADERS.len()];
        let extended = self.draw.percent(9).then(|| {
            if self.draw.percent(5) {
                maturity - 5
            } else {
                maturity + self.draw.between(30, 540)
            }
        });
        let due = if LACKING[lender].contains(&10) {
            maturity
        } else {
            extended.unwrap_or(maturity)
        };
        let principal = match self.draw.below(10) {
            0 => self.draw.one(&[
                5_000_000, 5_000_001, 4_999_999, 10_000_000, 10_000_001, 8_000_000,
            ]),
            1..=3 => 5_000_000,
            _ => self.draw.between(1, 50) * 100_000,
        };
        let late = as_of - due;
        let settled = if late > 200 {
            self.draw.percent(70)
        } else if late > 0 {
            self.draw.percent(25)
        } else {
            self.draw.percent(8)
        };
        let balance = match (settled, self.draw.below(100)) {
            (true, _) => 0,
            (_, 0..=13) => principal * self.draw.between(1, 9) / 10,
            (_, 14) => principal + 1,
            _ => principal,
        };
        let rate = self.draw.one(&[
            43_500, 43_500, 47_500, 47_500, 47_501, 43_501, 42_000, 38_500, 38_501, 46_500, 46_501,
            37_000, 30_000, 35_000, 35_001, 34_500, 39_500, 60_000,
        ]);
        let text = |days: i64| day_text(days);
        cells[0] = number.clone();
        cells[1] = household.to_owned();
        cells[2] = if self.draw.percent(80) {
            format!("{household}P{}", self.draw.below(3))
        } else {
            String::new()
        };
        cells[3] = TOWNSHIPS[place.0].to_owned();
        cells[4] = VILLAGES[place.1].to_owned();
        cells[5] = LENDERS[lender].to_owned();
        cells[6] = money(principal);
        cells[7] = money(balance);
        cells[8] = text(disbursed);
        cells[9] = text(maturity);
        cells[10] = extended.map(text).unwrap_or_default();
        if self.draw.percent(96) {
            cells[11] = format!("{}.{:04}", rate / 10_000, rate % 10_000);
        }
        cells[12] = self.class(late);
        if balance == 0 && self.draw.percent(90) {
            let last = as_of.min(due + 300).max(disbursed);
            cells[13] = text(if self.draw.percent(30) {
                due.min(last)
            } else {
                self.draw.between(disbursed, last)
            });
        }
        cells[14] = self.status(balance, late);
        self.buffer_and_payout(&mut cells, (balance, principal), late);
        self.arrears(&mut cells);
        self.renewal(&mut cells, before, extended.is_some());
        self.people(&mut cells);
        cells[40] = if balance < principal {
            money(principal - balance)
        } else {
            String::new()
        };
        cells[41] = self
            .draw
            .weighed(&[(90, "信用"), (4, ""), (3, "保证"), (2, "抵押"), (1, "质押")])
            .to_owned();
        Drawn {
            cells,
            number,
            lender,
            principal,
            balance,
            disbursed,
            due,
            rate,
        }
    }

    fn class(&mut self, late: i64) -> String {
        let classes = ["正常", "关注", "次级", "可疑", "损失"];
        let own = [0, 90, 270, 360]
            .iter()
            .filter(|bound| late > **bound)
            .count();
        match self.draw.below(20) {
            0 => String::new(),
            1 => self.draw.one(&classes).to_owned(),
            2 => classes[own.saturating_sub(1)].to_owned(),
            3 => classes[(own + 1).min(4)].to_owned(),
            _ => classes[own].to_owned(),
        }
    }

    fn status(&mut self, balance: i64, late: i64) -> String {
        let own = if balance == 0 {
            "已结清"
        } else if late > 0 {
            "逾期"
        } else {
            "未到期"
        };
        match self.draw.below(25) {
            0 if late > 0 => "已代偿",
            1 if late > 0 => "已核销",
            2 => self
                .draw
                .one(&["已代偿", "已核销", "已结清", "逾期", "未到期"]),
            3 | 4 => "",
            _ => own,
        }
        .to_owned()
    }

    fn buffer_and_payout(
        &mut self,
        cells: &mut [String],
        (balance, principal): (i64, i64),
        late: i64,
    ) {
        let as_of = self.as_of;
        let edges = [59, 60, 61, 62, 0, 1, -1, -5, 30, 90];
        if self.draw.percent(if late > 60 { 50 } else { 1 }) {
            cells[15] = day_text(self.near(as_of, &edges, 200));
        }
        if self.draw.percent(if late > 60 { 40 } else { 1 }) {
            cells[16] = day_text(self.near(as_of, &edges, 200));
        }
        if self.draw.percent(if late > 90 { 15 } else { 1 }) {
            cells[17] = day_text(self.near(as_of, &[0, 1, -1, 10], 100));
        }
        let is_paid = cells[14] == "已代偿";
        if self.draw.percent(if is_paid {
            85
        } else if late > 150 {
            4
        } else {
            0
        }) {
            cells[18] = day_text(self.near(as_of, &[0, 1, -1, -2, 10, 30], 150));
        }
        if is_paid || !cells[18].is_empty() {
            let claim = if balance > 0 { balance } else { principal };
            let own = self.draw.one(&[7, 6, 8]);
            cells[19] = money(claim * own / 10);
            cells[20] = money(claim - claim * own / 10);
            if self.draw.percent(10) {
                cells[19].clear();
            }
            let back = self.draw.one(&[
                -1,
                -1,
                0,
                claim,
                claim + 1,
                claim - 1,
                claim / 2,
                claim / 3,
                claim / 5,
                5_000,
            ]);
            if back >= 0 {
                cells[21] = money(back);
            }
            if self.draw.percent(70) {
                cells[22] = money(self.draw.one(&[0, 10_000, 50_000, 12_345]));
            }
        }
        if self.draw.percent(3) {
            cells[23] = money(self.draw.one(&[0, 500_000, 2_000_000, 9_000_000]));
        }
        if self.draw.percent(if late > 30 { 60 } else { 5 }) {
            cells[38] = self.draw.one(&["0", "0", "1", "3"]).to_owned();
        }
        if self.draw.percent(if late > 30 { 40 } else { 3 }) {
            cells[37] = day_text(self.near(as_of, &[1, 5, 30], 200));
        }
    }

    fn arrears(&mut self, cells: &mut [String]) {
        let (amount, since) = match self.draw.below(100) {
            0..=9 => (Some(self.draw.between(1, 50_000)), true),
            10 => (Some(0), true),
            11 => (Some(1_000), false),
            12 => (None, true),
            13..=60 => (Some(0), false),
            _ => (None, false),
        };
        cells[24] = amount.map(money).unwrap_or_default();
        if since {
            let day = self.near(
                self.as_of,
                &[0, 1, 2, 90, 91, 92, 150, 151, 152, 270, 271, 360, 361, -3],
                400,
            );
            cells[25] = day_text(day);
        }
    }

    fn renewal(&mut self, cells: &mut [String], before: Option<String>, is_extended: bool) {
        let kind = match (&before, self.draw.below(100)) {
            (Some(_), 0..=24) => "续贷",
            (Some(_), 25..=29) => "借新还旧",
            (_, 30..=31) => "续贷",
            (_, 32..=33) => "展期",
            (_, 34..=40) => "",
            _ if is_extended => "展期",
            _ => "无",
        };
        cells[26] = kind.to_owned();
        let yes = |is_so: bool| if is_so { "是" } else { "否" }.to_owned();
        if !kind.is_empty() && self.draw.percent(95) {
            cells[27] = yes(kind == "续贷");
            cells[28] = yes(kind == "展期");
        }
        cells[29] = match kind {
            "续贷" | "展期" | "借新还旧" => self
                .draw
                .weighed(&[(6, "1"), (1, "2"), (2, ""), (1, "0")])
                .to_owned(),
            "无" => self.draw.weighed(&[(5, "0"), (5, "")]).to_owned(),
            _ => self.draw.weighed(&[(8, ""), (1, "0"), (1, "1")]).to_owned(),
        };
        // Now and then only the number of the loan before tells of a renewal.
        let names_it = if matches!(kind, "续贷" | "借新还旧") {
            85
        } else {
            5
        };
        if let Some(before) = before
            && self.draw.percent(names_it)
        {
            cells[30] = before;
        }
    }

    fn people(&mut self, cells: &mut [String]) {
        let draw = &mut self.draw;
        cells[31] = draw
            .weighed(&[(5, "有"), (4, "弱"), (4, "无"), (1, "未知"), (3, "")])
            .to_owned();
        cells[32] = draw
            .weighed(&[
                (7, "好"),
                (2, "一般"),
                (1, "差"),
                (2, "恶意"),
                (1, "未知"),
                (3, ""),
            ])
            .to_owned();
        cells[33] = draw
            .weighed(&[
                (3, "因灾"),
                (3, "因病"),
                (2, "经营失败"),
                (2, "外出失联"),
                (1, "死亡"),
                (2, "其他"),
                (4, ""),
            ])
            .to_owned();
        cells[34] = draw.weighed(&[(80, "否"), (5, "是"), (15, "")]).to_owned();
        cells[35] = draw.weighed(&[(95, ""), (3, "E01"), (2, "E02")]).to_owned();
        cells[36] = draw.weighed(&PURPOSES).to_owned();
        cells[39] = draw.weighed(&[(60, "是"), (5, "否"), (35, "")]).to_owned();
    }
}
