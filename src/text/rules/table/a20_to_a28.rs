//! The words of the checks A20 to A28: payouts, the fund, data and townships.

use crate::text::rules::RuleWords;
use crate::text::words;

/// 代偿无催收记录
pub(super) const A20: RuleWords = RuleWords {
    id: "A20",
    title: words("代偿无催收记录", "Payout without collection"),
    looks_for: words(
        "已申请代偿或已代偿，而没有催收次数和催收日期的贷款。",
        "Loans for which a payout was applied for without any record of collection.",
    ),
    leaves: words(
        "整份文件都没有催收次数和日期的列为待核实；催收记录的内容和送达须看原件。",
        "A file without any record of collection leaves it open; what the records say and whether they were delivered must be seen in the papers.",
    ),
    reasons: &[
        (
            "no_collection",
            words(
                "{0} 申请代偿，无催收记录",
                "applied for {0}, no record of collection",
            ),
        ),
        (
            "paid_without_collection",
            words("已代偿，无催收记录", "paid out, no record of collection"),
        ),
    ],
};

/// 代偿分担不符
pub(super) const A21: RuleWords = RuleWords {
    id: "A21",
    title: words("代偿分担不符", "Payout not shared as agreed"),
    looks_for: words(
        "代偿金额中政府承担的比例与县定比例不符（相差一分以上）的贷款。",
        "Payouts whose government share is not the county's, by a fen or more.",
    ),
    leaves: words(
        "分担比例由县填写；代偿总额是否正确、收回款应返还基金多少见“风险补偿”；是否已经返还，文件中没有对应的列，须查基金专户。",
        "The share is to be given by the county. The claim itself, and how much of what was recovered is the fund's, stand under risk compensation; whether it was handed back stands in no column and only the fund's account can show.",
    ),
    reasons: &[(
        "share",
        words(
            "政府承担 {0}，银行承担 {1}，政府占 {2}，应为 {3}",
            "government {0}, bank {1}: {2}, should be {3}",
        ),
    )],
};

/// 风险补偿金不足
pub(super) const A22: RuleWords = RuleWords {
    id: "A22",
    title: words("风险补偿金不足", "Fund too small"),
    looks_for: words(
        "贷款余额超过风险补偿金规定倍数的银行，以及低于规定规模一定比例的风险补偿金。",
        "Lenders whose balance is more than so many times their fund, and a fund far below its prescribed size.",
    ),
    leaves: words(
        "倍数为外地通行做法，本县规定请在参数中填写；资金是否到位须看专户。",
        "The times are a practice elsewhere; give the county's own. Whether the money is there only the account can show.",
    ),
    reasons: &[
        (
            "leverage",
            words(
                "余额 {0}，风险补偿金 {1}，为 {2}，上限 {3}",
                "balance {0}, fund {1}: {2}, at most {3}",
            ),
        ),
        (
            "empty",
            words("余额 {0}，风险补偿金 {1}", "balance {0}, fund {1}"),
        ),
        (
            "below_floor",
            words(
                "风险补偿金合计 {0}，规定规模 {1}，低于 {2}",
                "fund {0} in all, prescribed {1}, below {2}",
            ),
        ),
    ],
};

/// 数据自相矛盾
pub(super) const A23: RuleWords = RuleWords {
    id: "A23",
    title: words("数据自相矛盾", "Contradictory data"),
    looks_for: words(
        "余额大于贷款金额、已结清仍有余额、到期日早于放款日、展期后反而提前、放款日晚于统计时点的贷款。",
        "Balances above the amount lent, settled loans with a balance, due before disbursed, extended backwards, disbursed after the day of the report.",
    ),
    leaves: words(
        "负数、不存在的日期在读取时已搁置，见“数据”室。",
        "Negative amounts and days that do not exist are set aside when files are read.",
    ),
    reasons: &[
        (
            "above_principal",
            words(
                "余额 {0} 大于贷款金额 {1}",
                "balance {0} above the amount lent {1}",
            ),
        ),
        (
            "settled_with_balance",
            words("已结清，仍有余额 {0}", "settled, balance {0}"),
        ),
        (
            "due_before_disbursed",
            words("到期日 {0} 早于放款日 {1}", "due {0}, disbursed {1}"),
        ),
        (
            "extended_back",
            words(
                "展期到期日 {0} 早于原到期日 {1}",
                "extended to {0}, due {1} before",
            ),
        ),
        (
            "disbursed_after_day",
            words("放款日 {0} 晚于统计时点 {1}", "disbursed {0}, after {1}"),
        ),
    ],
};

/// 地名不在名录
pub(super) const A24: RuleWords = RuleWords {
    id: "A24",
    title: words("地名不在名录", "Place not in the list"),
    looks_for: words(
        "乡镇或村不在村表、地名表中的贷款。",
        "Loans whose township or village stands in no list of places.",
    ),
    leaves: words(
        "只差词尾的写法、撤并后的新旧名称在读取时已统一；请在“数据”室逐个确认。",
        "Names that differ in their ending or were replaced are brought together when files are read.",
    ),
    reasons: &[
        (
            "unknown_village",
            words("村名不在名录中", "the village stands in no list"),
        ),
        (
            "unknown_township",
            words("乡镇名不在名录中", "the township stands in no list"),
        ),
    ],
};

/// 同日重复放款
pub(super) const A25: RuleWords = RuleWords {
    id: "A25",
    title: words("同日重复放款", "Two loans on one day"),
    looks_for: words(
        "同一户同一天放款两笔以上、借据号不同的贷款；能区分借款人的按人。",
        "Loans of one household on one day under different numbers; by person where the file tells persons apart.",
    ),
    leaves: words(
        "同一借据号出现两次的，后一行在读取时已搁置，见“数据”室。",
        "A loan number that stands twice is set aside when files are read.",
    ),
    reasons: &[(
        "same_day",
        words("{0} 同一户放款 {1} 笔", "{1} loans to the household on {0}"),
    )],
};

/// 乡镇逾期率偏高
pub(super) const A27: RuleWords = RuleWords {
    id: "A27",
    title: words("乡镇逾期率偏高", "Township overdue rate too high"),
    looks_for: words(
        "按金额的逾期率高于约谈线，或高出全县平均一定百分点的乡镇。连续三个月上升也属此项，但须比较前几个月的台账，始终列为待核实。金额为逾期余额。",
        "Townships whose overdue rate by money is above the line, or so much above the county's. A rise over three months belongs here too; it needs the registers of the months before and is always left open. The amount is what is overdue.",
    ),
    leaves: words(
        "本程序一次只读一个统计时点的台账，同一借据的前几个月不保留，是否连续三个月上升请对照各月通报；户数少的乡镇一两笔即可超线。",
        "Only the registers of one day are read, and the months before are not kept: compare the bulletins of each month for a rise over three. In a small township one or two loans are enough.",
    ),
    reasons: &[
        (
            "above_line",
            words("逾期率 {0}，约谈线 {1}", "overdue {0}, line {1}"),
        ),
        (
            "above_county",
            words(
                "逾期率 {0}，全县 {1}，高出 {2} 以上",
                "overdue {0}, county {1}, more than {2} above",
            ),
        ),
    ],
};

/// 通报数与台账不符
pub(super) const A28: RuleWords = RuleWords {
    id: "A28",
    title: words("通报数与台账不符", "Reported totals differ"),
    looks_for: words(
        "银行通报的余额、逾期余额、笔数与台账合计不一致的银行。金额为相差数。",
        "Lenders whose reported balance, overdue balance or number of loans is not the sum of the register. The amount is the difference.",
    ),
    leaves: words(
        "只比较统计时点当日的通报数；差在哪一笔须与银行对账。",
        "Only totals of the day of the report are compared; which loan it is must be found with the lender.",
    ),
    reasons: &[
        (
            "outstanding",
            words(
                "通报余额 {0}，台账合计 {1}，相差 {2}",
                "reported balance {0}, sum {1}, {2} apart",
            ),
        ),
        (
            "overdue",
            words(
                "通报逾期余额 {0}，台账合计 {1}，相差 {2}",
                "reported overdue {0}, sum {1}, {2} apart",
            ),
        ),
        (
            "loans",
            words(
                "通报 {0} 笔，台账 {1} 笔",
                "{0} loans reported, {1} in the register",
            ),
        ),
    ],
};
