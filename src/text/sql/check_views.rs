//! What the views of the checks answer; a check's own view is told by the words of the check.

use super::{Words, words};

/// Every such view with its meaning.
pub(super) const VIEWS: &[(&str, Words)] = &[
    (
        "rate_intervals",
        words(
            "随程序附带的利率及其起止",
            "The rates that come along, from when to when",
        ),
    ),
    (
        "county_rate_intervals",
        words(
            "县利率表及其起止，优先采用",
            "The county's own rates, which go first",
        ),
    ),
    (
        "rate_caps",
        words(
            "逐笔：放款日同档次利率上限",
            "Each loan: the cap of its rate",
        ),
    ),
    (
        "household_totals",
        words(
            "逐笔：截至放款日该户未还贷款合计",
            "Each loan: what the household's unpaid loans come to by its day",
        ),
    ),
    (
        "household_excess",
        words(
            "各户最后一次超限额的日期",
            "The last day on which each household went above its limit",
        ),
    ),
    (
        "banned_words",
        words(
            "禁止用途的词语，先列者先用",
            "Words of purposes that are banned, the first ban first",
        ),
    ),
    (
        "purpose_bans",
        words(
            "各种用途所属的禁止情形",
            "The ban that each purpose falls under",
        ),
    ),
    (
        "loan_uses",
        words(
            "逐笔：是否户贷企用、同村同行同日同额笔数",
            "Each loan: whether an enterprise uses it, and its cluster",
        ),
    ),
    (
        "renewals",
        words(
            "逐笔：续贷展期方式、次数及所续原贷款",
            "Each loan: how it went on, how often, and the loan it renewed",
        ),
    ),
    (
        "renewal_limits",
        words(
            "逐笔：原贷款的情况和次数上限",
            "Each loan: what the earlier loan tells, and how often is allowed",
        ),
    ),
    (
        "gazetteer_places",
        words(
            "行政区划表中的乡镇和村，村名去掉后缀",
            "Townships and villages of the gazetteer, villages without their endings",
        ),
    ),
    (
        "listed_villages",
        words("名录中的行政村", "Villages that a list has"),
    ),
    (
        "listed_townships",
        words("名录中的乡镇", "Townships that a list has"),
    ),
    (
        "lender_sums",
        words("各银行贷款合计", "The sums of each lender's loans"),
    ),
    (
        "township_sums",
        words(
            "各乡镇贷款余额和逾期余额",
            "What is owed and overdue in each township",
        ),
    ),
    (
        "fund_balances",
        words(
            "各银行最近一次风险补偿金余额；同日有两笔的取较大",
            "The latest balance of the fund for each lender; of two on one day the larger",
        ),
    ),
    (
        "lender_reports",
        words(
            "各银行统计时点的报送数",
            "What each lender reports for the day",
        ),
    ),
    (
        "given",
        words(
            "各表行数和各栏有内容的笔数；整栏空白视为没有该栏",
            "Rows of the tables and cells of the columns; a column blank throughout counts as none",
        ),
    ),
    (
        "check_needs",
        words(
            "各项检查所缺的资料；缺者不检查",
            "What each check lacks; where it lacks something it is not made",
        ),
    ),
    (
        "check_verdicts",
        words(
            "各项检查逐笔结论；原因为违规情形或所缺资料",
            "Every check's verdict on every loan; the reason is the way of being caught or what would have to be known",
        ),
    ),
    (
        "check_hits",
        words(
            "对银行、乡镇、全县的检查结论",
            "What the checks of lenders, townships and the county say",
        ),
    ),
    (
        "check_townships",
        words(
            "各项检查分乡镇的笔数和金额",
            "Loans and amounts caught by check and township",
        ),
    ),
    (
        "check_undetermined",
        words(
            "各项检查待核实笔数，按所缺资料",
            "Loans that could not be told, by check and what would have to be known",
        ),
    ),
    (
        "check_counts",
        words(
            "各项检查的笔数、户数和金额",
            "Loans, households and amounts by check",
        ),
    ),
];
