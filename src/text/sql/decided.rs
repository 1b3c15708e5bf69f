//! What the exported views of 处置, 风险补偿, 到期 and 户贷企用 answer.

use crate::text::{Words, words};

/// Every such view with its meaning.
pub(super) const VIEWS: &[(&str, Words)] = &[
    (
        "loan_states",
        words(
            "逐笔：状态及其起始日，附各列",
            "Each loan: its standing and since when, with all columns",
        ),
    ),
    (
        "loan_facts",
        words(
            "逐笔：判断续贷、展期所需的事实和参数",
            "Each loan: the facts and parameters that renewal and extension ask for",
        ),
    ),
    (
        "loan_conditions",
        words(
            "逐笔：续贷、展期各项条件，met 符合，not_met 不符合，其余为待查明的事实、表或参数；资金来源",
            "Each loan: every condition of renewal and extension, met, not_met, or the fact, table or parameter to find out; its money",
        ),
    ),
    (
        "loan_branches",
        words(
            "逐笔：续贷、展期条件合计，处置判断所走的分支",
            "Each loan: the conditions taken together, and the branch of the decision",
        ),
    ),
    (
        "loan_duties",
        words(
            "逐笔：按状态下一步须办的事和期限；摸排期限",
            "Each loan: what its standing asks for next and by when; the last day for looking into it",
        ),
    ),
    (
        "loan_dispositions",
        words(
            "逐笔：处置去向（九选一）、分支、须办的事和期限、资金来源、各项条件",
            "Each loan: which way it goes, one of nine, with branch, duty and deadline, money and conditions",
        ),
    ),
    (
        "disposition_batches",
        words(
            "处置各批：全县合计（total），按乡镇和银行（work）；期限未定的列入 undated",
            "The batches: of the county (total), by township and lender (work); undated are those whose deadline only the county can give",
        ),
    ),
    (
        "week_duties",
        words(
            "七天内须办的事",
            "What must happen in the coming seven days",
        ),
    ),
    (
        "due_reminders",
        words(
            "各乡镇 30、60、90 天内到期提醒",
            "Due within 30, 60 and 90 days, by township",
        ),
    ),
    (
        "to_find_out",
        words(
            "待摸排贷款须查明的事项",
            "What has to be found out of the loans to be looked into",
        ),
    ),
    (
        "marked_loans",
        words(
            "恶意逾期（仅供内部）和隐性不良",
            "Overdue out of malice (for those inside only), and hidden non-performing loans",
        ),
    ),
    (
        "loan_claims",
        words(
            "逐笔：申请代偿本金、利息、保险赔付和分担；lacks 为尚缺的事实或参数",
            "Each loan with a balance: principal and interest that may be claimed, insurance, split; lacks is what would have to be known",
        ),
    ),
    (
        "claims_lacking",
        words(
            "可申请代偿而金额未定的贷款，按所缺事项",
            "Loans ready to be paid out whose claim is not known, by what is missing",
        ),
    ),
    (
        "loan_payouts",
        words(
            "逐笔：已代偿额、未收回额，收回款按两种顺序的去向",
            "Each loan: what was paid out and is not recovered, and where recoveries go by both orders",
        ),
    ),
    (
        "compensation_groups",
        words("风险补偿表各行", "The rows of risk compensation"),
    ),
    (
        "claim_sums",
        words("可申请代偿汇总", "What is ready to be claimed, by lender"),
    ),
    (
        "payout_sums",
        words(
            "代偿和收回汇总",
            "What was paid out and recovered, by lender",
        ),
    ),
    (
        "stock_sums",
        words(
            "余额、逾期、不良和可代偿汇总",
            "Balance, overdue, non-performing and ready, by lender",
        ),
    ),
    (
        "compensation",
        words(
            "风险补偿：申请、收回、现存和还原比率、基金余额、放大倍数、停贷线",
            "Risk compensation: claims, recoveries, rates as reported and restated, fund, leverage, stop line",
        ),
    ),
    (
        "fund_floor",
        words(
            "风险补偿金是否低于规定规模的下限",
            "Whether the fund is below its floor",
        ),
    ),
    (
        "calendar_span",
        words(
            "到期日历的起止：十二个月，首尾补足整周",
            "From when to when the calendar runs: twelve months in whole weeks",
        ),
    ),
    (
        "holidays",
        words(
            "日历内的法定节日；调休不在其内",
            "Public holidays of the calendar; weekends that are worked are not known",
        ),
    ),
    (
        "loan_dues",
        words(
            "逐笔有余额贷款：到期在逾期、哪个月或以后，是否周末或节日",
            "Each loan with a balance: overdue, due in which month, or later; weekend or holiday",
        ),
    ),
    (
        "dues",
        words(
            "到期合计：已逾期、十二个月内、以后、周末、节日",
            "Sums due: overdue, within twelve months, later, on weekends, on holidays",
        ),
    ),
    ("due_days", words("按日到期", "Due by day")),
    (
        "due_weeks",
        words("按周到期（ISO 周）", "Due by week (ISO 8601)"),
    ),
    (
        "due_months",
        words(
            "按月到期，还款高峰，占一半的最少几个月",
            "Due by month, peaks, and the fewest months that hold half",
        ),
    ),
    (
        "due_halves",
        words(
            "占一半的最少几个月合计占比",
            "What the fewest months that hold half come to",
        ),
    ),
    (
        "group_dues",
        words(
            "各乡镇、银行、企业按月到期",
            "Due by month of each township, lender and enterprise",
        ),
    ),
    (
        "holdings",
        words(
            "各户、各企业的余额和十二个月内到期额",
            "Balance and dues of twelve months of each household and enterprise",
        ),
    ),
    (
        "concentration",
        words(
            "集中度：最大 1、5、10 户占比和赫芬达尔指数（百分之一点）",
            "Concentration: the largest 1, 5 and 10, and the Herfindahl index in hundredths of a point",
        ),
    ),
    (
        "holder_places",
        words(
            "按余额的名次，并列个数",
            "Places by balance, and how many are alike",
        ),
    ),
    (
        "largest_holders",
        words(
            "余额最大的至多十户；并列过多的不列名",
            "The largest, at most ten; none of those among whom naming would be chance",
        ),
    ),
    (
        "alike_holders",
        words(
            "并列而不列名的户数和各自余额",
            "How many are alike and not named, and what each holds",
        ),
    ),
    (
        "enterprise_loans",
        words("户贷企用贷款", "Loans of households that enterprises use"),
    ),
    (
        "enterprise_total",
        words(
            "户贷企用余额及其占全县余额的万分比",
            "What enterprises use, and its share of the balance in hundredths of a percent",
        ),
    ),
    (
        "enterprises",
        words(
            "户贷企用台账：笔数、户数、余额、占比和还款计划",
            "The register of enterprises: loans, households, balance, shares, plan of repayment",
        ),
    ),
    (
        "enterprise_dues",
        words("各企业按月到期", "Due by month of each enterprise"),
    ),
];
