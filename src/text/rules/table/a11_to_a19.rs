//! The words of the checks A11 to A19: subsidy, class, renewal and buffer.

use crate::text::rules::RuleWords;
use crate::text::words;

/// 重复贴息
pub(super) const A11: RuleWords = RuleWords {
    id: "A11",
    title: words("重复贴息", "Subsidy paid twice"),
    looks_for: words(
        "同一借据同一期间贴息两次，或贴息期间重叠的贷款。金额为后一笔贴息。",
        "Loans with two subsidies for one period, or for periods that overlap. The amount is that of the later payment.",
    ),
    leaves: words(
        "哪些天计息由参数“起息日计息”“止息日计息”决定；首尾相接的两期不算重叠。",
        "Which days bear interest the parameters say; periods that follow one another do not overlap.",
    ),
    reasons: &[
        (
            "twice",
            words(
                "{0} 至 {1} 贴息两次：{2}、{3}",
                "{0} to {1} subsidised twice: {2} and {3}",
            ),
        ),
        (
            "overlap",
            words(
                "贴息期间 {0} 至 {1} 与 {2} 至 {3} 重叠",
                "periods {0} to {1} and {2} to {3} overlap",
            ),
        ),
    ],
};

/// 期外贴息、超额贴息
pub(super) const A12: RuleWords = RuleWords {
    id: "A12",
    title: words(
        "期外贴息、超额贴息",
        "Subsidy after maturity or above the limit",
    ),
    looks_for: words(
        "到期日（展期的按展期后到期日）以后仍贴息，以及对单户享受贴息上限以上部分贴息的贷款。金额为期外的贴息，或超额部分的贴息。",
        "Loans subsidised for days after they were due, the extended day where there is one, or on what is above the household's limit. The amount is that of those payments, or of the part above.",
    ),
    leaves: words(
        "期限内贴息金额是否正确由 A13 检查；超额部分的金额不多于这部分本金的利息。",
        "Whether amounts within the term are right is left to A13; on the part above no more is counted than its interest.",
    ),
    reasons: &[
        (
            "after_due",
            words(
                "贴息到 {0}，{1} 已到期，期外 {2}，该笔 {3}",
                "subsidised to {0}, due {1}: {2} too long, {3} paid",
            ),
        ),
        (
            "above_limit",
            words(
                "{0} 至 {1} 贴息 {2}，其中上限以上部分 {3}",
                "{0} to {1}: {2} paid, {3} of it above the limit",
            ),
        ),
    ],
};

/// 贴息金额与重算不符
pub(super) const A13: RuleWords = RuleWords {
    id: "A13",
    title: words("贴息金额与重算不符", "Subsidy differs from what is due"),
    looks_for: words(
        "有一笔贴息既不是所列天数的利息（按本金和执行利率），也不是这些天应贴的数，相差超过允许误差的贷款；每年按 360 天和 365 天计都不符的才列出。金额为相差数。",
        "Loans with a payment that is neither the interest of its own days on the principal at the loan's rate nor what was due for them, by more than the tolerance, on 360 and on 365 days alike. The amount is the difference.",
    ),
    leaves: words(
        "重复贴息和期外贴息由 A11、A12 检查；期间曾部分还款而无还款日期的列为待核实。",
        "Double payments and those after maturity are left to A11 and A12; repayments of unknown days leave it open.",
    ),
    reasons: &[
        (
            "over",
            words(
                "{0} 至 {1} 已贴 {2}，应贴 {3}，多贴",
                "{0} to {1}: paid {2}, due {3}: too much",
            ),
        ),
        (
            "under",
            words(
                "{0} 至 {1} 已贴 {2}，应贴 {3}，少贴",
                "{0} to {1}: paid {2}, due {3}: too little",
            ),
        ),
    ],
};

/// 应贴未贴（漏统）
pub(super) const A14: RuleWords = RuleWords {
    id: "A14",
    title: words("应贴未贴（漏统）", "Never subsidised"),
    looks_for: words(
        "贴息表所含期间内应有贴息、而表中一笔也没有的贷款。金额为应贴金额。",
        "Loans to which interest subsidy was due for the periods of the table and which have no payment at all. The amount is what was due.",
    ),
    leaves: words(
        "只有部分期间漏贴的，在“贴息”一栏逐期列出；谁也不出资的（从未建档，或县里规定不享受）不计，由谁出资待核实的照计。",
        "Loans that lack only some periods stand period by period under the subsidy. Loans for which nobody pays are left out (never registered, or denied by the county); where it is open who pays, it counts.",
    ),
    reasons: &[(
        "missing",
        words(
            "应贴 {0}，未见贴息；贷款金额 {1}",
            "{0} due, nothing paid; {1} lent",
        ),
    )],
};

/// 分类偏优（隐性不良）
pub(super) const A15: RuleWords = RuleWords {
    id: "A15",
    title: words("分类偏优（隐性不良）", "Class better than the days allow"),
    looks_for: words(
        "银行报送的五级分类好于按逾期天数至少应归入的类别。",
        "Loans reported in a better class than the days past due allow.",
    ),
    leaves: words(
        "没有余额的贷款不看；银行分类更严的不列；有欠息而没有日期的列为待核实。2023年7月以前的规则不同，可在参数中改。",
        "Loans without a balance are left out, and so is a class that is worse than it must be; interest owed since nobody knows when leaves it open; before July 2023 other rules held, see the parameters.",
    ),
    reasons: &[
        (
            "hidden_non_performing",
            words(
                "逾期 {0}，银行报送{1}，按天数至少{2}：隐性不良",
                "{0} overdue, reported {1}, at least {2}: hidden non-performing",
            ),
        ),
        (
            "better",
            words(
                "逾期 {0}，银行报送{1}，按天数至少{2}",
                "{0} overdue, reported {1}, at least {2}",
            ),
        ),
    ],
};

/// 一户多形态
pub(super) const A16: RuleWords = RuleWords {
    id: "A16",
    title: words("一户多形态", "Household in several classes"),
    looks_for: words(
        "同一户未结清的几笔贷款，银行报送的五级分类不一致。",
        "Loans of a household whose loans still owed are reported in several classes.",
    ),
    leaves: words(
        "只有一笔未结清的户不看；有一笔未填、其余一致的列为待核实；哪一笔正确由银行认定。",
        "Households that owe one loan are left out; a blank beside classes that agree leaves it open; which class is right is for the lender.",
    ),
    reasons: &[
        (
            "several_classes",
            words(
                "本笔{0}，同户其他贷款不是这一类",
                "this one {0}, another of the household otherwise",
            ),
        ),
        (
            "several_classes_besides",
            words(
                "本笔未填分类，同户其他贷款分类不一致",
                "no class given, and the household's other loans stand in several",
            ),
        ),
    ],
};

/// 续贷展期不合规
pub(super) const A17: RuleWords = RuleWords {
    id: "A17",
    title: words("续贷展期不合规", "Renewed or extended against the rules"),
    looks_for: words(
        "续贷或展期超过规定次数、续贷晚于原贷款到期日或最晚签订日、以及续贷之后再续贷的贷款。",
        "Loans renewed or extended too often, renewed after the day due or the last day to sign, or by a chain of renewals.",
    ),
    leaves: words(
        "展期协议的签订日期不在文件中，是否在到期日前、最晚签订日前签订须看协议原件，这里只看展期次数；续贷只有写明原借据号的才能比较日期。",
        "The day an extension was signed stands in no file: whether it was signed before the day due and the last day to sign only the agreement can show, and here only its number of times is looked at. A renewal's days can be compared only where it names the loan before.",
    ),
    reasons: &[
        (
            "after_last_day",
            words(
                "{0} 续贷，最晚签订日 {1}",
                "renewed {0}, last day to sign {1}",
            ),
        ),
        (
            "after_due",
            words(
                "{0} 续贷，原贷款 {1} 已到期",
                "renewed {0}, the loan before was due {1}",
            ),
        ),
        (
            "chain",
            words(
                "{0} 续贷，原贷款本身也是续贷",
                "renewed {0}, and the loan before was itself a renewal",
            ),
        ),
        (
            "renewals",
            words("续贷 {0} 次，最多 {1} 次", "renewed {0} times, at most {1}"),
        ),
        (
            "extensions",
            words(
                "展期 {0} 次，最多 {1} 次",
                "extended {0} times, at most {1}",
            ),
        ),
    ],
};

/// 续贷展期缺少依据
pub(super) const A18: RuleWords = RuleWords {
    id: "A18",
    title: words("续贷展期缺少依据", "Renewed without grounds"),
    looks_for: words(
        "已续贷或展期，而还款意愿差、没有还款能力、或登记为未摸清的贷款。",
        "Loans renewed or extended although the household is unwilling, unable, or recorded as not looked into.",
    ),
    leaves: words(
        "写有原借据号的也算续贷；资金需求和分险依据没有对应的列；意愿、能力空白的，和看不出是否续贷展期的，列为待核实。",
        "A loan that names the one before went on too. Need of money and evidence for risk sharing stand in no column; blank cells leave it open, and so does a file that tells nothing of renewals.",
    ),
    reasons: &[
        (
            "unwilling",
            words(
                "已续贷或展期，还款意愿差或恶意",
                "went on although unwilling to repay",
            ),
        ),
        (
            "unable",
            words(
                "已续贷或展期，无还款能力",
                "went on although unable to repay",
            ),
        ),
        (
            "not_looked_into",
            words(
                "已续贷或展期，能力或意愿登记为未知",
                "went on although ability or will is recorded as unknown",
            ),
        ),
    ],
};

/// 代偿缓冲期
pub(super) const A19: RuleWords = RuleWords {
    id: "A19",
    title: words("代偿缓冲期", "Buffer before a payout"),
    looks_for: words(
        "已成不良而未登记缓冲期、缓冲期已超过最长天数而未见代偿申请、缓冲期未满即代偿的贷款。",
        "Non-performing loans without a buffer written down, whose buffer has run out without an application, or paid out before it was over.",
    ),
    leaves: words(
        "缓冲期开始日空白时以不良认定日代替，整份文件都没有这两个日期的列为待核实；已代偿而没有代偿日期或缓冲期的也列为待核实，已核销的不看；是否追偿无望由银行和乡镇认定。",
        "Where its start is blank the day it became non-performing stands for it, and a file with neither leaves it open; so does a payout without its day or a buffer. What is written off is left out; whether nothing more can be recovered is for others.",
    ),
    reasons: &[
        (
            "paid_early",
            words(
                "缓冲期 {0} 开始，{1} 代偿，不足 {2}",
                "buffer from {0}, paid out {1}, before {2} were over",
            ),
        ),
        (
            "no_buffer",
            words(
                "逾期 {0}，未登记不良认定日和缓冲期开始",
                "{0} overdue, no buffer written down",
            ),
        ),
        (
            "run_out",
            words(
                "缓冲期 {0} 开始，已 {1}，超过 {2}，未见代偿申请",
                "buffer from {0}, {1} so far, more than {2}, no application",
            ),
        ),
    ],
};
