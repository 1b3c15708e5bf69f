//! The words of the checks A01 to A10: who borrows, on which terms, what for.

use crate::text::rules::RuleWords;
use crate::text::words;

/// 贷款户不在花名册中
pub(super) const A01: RuleWords = RuleWords {
    id: "A01",
    title: words("贷款户不在花名册中", "Household not in the roster"),
    looks_for: words(
        "户编号在花名册中查不到的贷款，含已结清的。",
        "Loans whose household stands in no roster, repaid ones among them.",
    ),
    leaves: words(
        "花名册不全或户编号写法不同也会列出，请先核对花名册；放款时是否符合对象条件由 A02 检查。",
        "A roster that is not complete, or numbers written otherwise, show up here too; A02 looks at entitlement on the day of the loan.",
    ),
    reasons: &[(
        "not_in_roster",
        words(
            "{0} 放款 {1}，花名册中查无此户",
            "disbursed {0}, {1}: no roster has the household",
        ),
    )],
};

/// 放款时不符合对象条件
pub(super) const A02: RuleWords = RuleWords {
    id: "A02",
    title: words(
        "放款时不符合对象条件",
        "Not entitled when the loan was made",
    ),
    looks_for: words(
        "放款日已清退、放款后才识别、脱贫年度早于放款年度且不享受政策、或从未建档的户的贷款。",
        "Loans to households removed before the day of the loan, identified after it, lifted out in an earlier year without further support, or never registered.",
    ),
    leaves: words(
        "花名册只有现在的属性而没有日期的，不能断定放款日的身份，列为待核实，不享受政策户脱贫当年的贷款也是；户籍迁出未载入花名册，不检查。",
        "A status without its day cannot tell of the day of the loan and is left open, and so is the very year of being lifted out without support; moving away stands in no roster.",
    ),
    reasons: &[
        (
            "removed",
            words("{0} 已清退，{1} 放款", "removed {0}, disbursed {1}"),
        ),
        (
            "identified_later",
            words(
                "{0} 才识别，{1} 已放款",
                "identified only {0}, disbursed {1}",
            ),
        ),
        (
            "without_support",
            words(
                "{0} 年脱贫、不享受政策，{1} 放款",
                "lifted out in {0} without further support, disbursed {1}",
            ),
        ),
        (
            "never_registered",
            words(
                "花名册为一般农户，{0} 放款",
                "never registered, disbursed {0}",
            ),
        ),
    ],
};

/// 单户超限额
pub(super) const A03: RuleWords = RuleWords {
    id: "A03",
    title: words("单户超限额", "Household above its limit"),
    looks_for: words(
        "同一户到某一笔放款日为止未结清贷款的贷款金额合计，超过当日单户上限的贷款；户内多人、各家银行合并计算。",
        "Loans of households whose loans still owed come to more, up to the day of a loan, than the household's limit of that day; all members and lenders together.",
    ),
    leaves: words(
        "已结清的贷款不追溯；按贷款金额计，不扣已归还的部分；写明原借据号的续贷也未结清的，原贷款不重复计算。",
        "Loans repaid are not looked at again; amounts are those lent, whatever was repaid of them; a loan does not count beside its renewal that names it and is owed as well.",
    ),
    reasons: &[(
        "above_limit",
        words(
            "到 {0} 共 {1} 笔未结清，贷款金额合计 {2}，上限 {3}",
            "by {0} {1} loans still owed, {2} together, limit {3}",
        ),
    )],
};

/// 期限超限
pub(super) const A04: RuleWords = RuleWords {
    id: "A04",
    title: words("期限超限", "Term too long"),
    looks_for: words(
        "合同到期日晚于放款日起最长期限的贷款。",
        "Loans whose contract runs beyond the longest term from disbursement.",
    ),
    leaves: words(
        "展期和无还本续贷不重复计算期限，由 A17 检查。",
        "Extensions and renewals do not count again; A17 looks at them.",
    ),
    reasons: &[(
        "longer",
        words(
            "{0} 放款、{1} 到期，超过最长期限 {2}",
            "disbursed {0}, due {1}: longer than {2}",
        ),
    )],
};

/// 利率超限
pub(super) const A05: RuleWords = RuleWords {
    id: "A05",
    title: words("利率超限", "Rate above the cap"),
    looks_for: words(
        "执行利率高于放款日同档次利率上限的贷款。",
        "Loans whose rate is above the cap of their term on the day of disbursement.",
    ),
    leaves: words(
        "到期后的罚息利率不在检查之列；放款日的利率上限不明的列为待核实。",
        "Penalty rates after maturity are not looked at; a day without a known cap leaves it open.",
    ),
    reasons: &[(
        "above_cap",
        words("执行利率 {0}，上限 {1}", "rate {0}, cap {1}"),
    )],
};

/// 担保方式不符
pub(super) const A06: RuleWords = RuleWords {
    id: "A06",
    title: words("担保方式不符", "Guarantee asked for"),
    looks_for: words(
        "担保方式不是“信用”的贷款。",
        "Loans whose guarantee is not credit alone.",
    ),
    leaves: words(
        "强制搭售保险、参保等没有对应的列，须入户了解。",
        "Insurance or goods sold along stand in no column and need inquiry.",
    ),
    reasons: &[
        (
            "guaranteed",
            words("贷款 {0} 要求保证", "{0} lent against a guarantor"),
        ),
        (
            "mortgage",
            words("贷款 {0} 要求抵押", "{0} lent against a mortgage"),
        ),
        (
            "pledge",
            words("贷款 {0} 要求质押", "{0} lent against a pledge"),
        ),
    ],
};

/// 借款人年龄不符（提示）
pub(super) const A07: RuleWords = RuleWords {
    id: "A07",
    title: words("借款人年龄不符（提示）", "Borrower's age (a warning)"),
    looks_for: words(
        "放款时未满最低年龄或超过最高年龄的借款人的贷款；文件只说“原则上”，因此只作提示。",
        "Loans to borrowers younger or older than the ages named; the notice says “in principle”, so this is a warning.",
    ),
    leaves: words(
        "只用贷款台账中借款人的出生年份，不读出生日期；花名册一户一行，不知借款的是户内哪一人，其中的年份不用。放款当年可能刚满或未满的，只凭年份不能断定，列为待核实。",
        "The borrower's year of birth in the loan file alone is used, never the date. A roster has one row per household and does not tell who of it borrowed, so years in it are not used. Where the year alone cannot tell, it is left open.",
    ),
    reasons: &[
        (
            "too_young",
            words(
                "出生于 {0} 年，{1} 放款时最大 {2} 周岁，最低 {3} 周岁",
                "born {0}, at most {2} years old on {1}, youngest {3}",
            ),
        ),
        (
            "too_old",
            words(
                "出生于 {0} 年，{1} 放款时至少 {2} 周岁，最高 {3} 周岁",
                "born {0}, at least {2} years old on {1}, oldest {3}",
            ),
        ),
    ],
};

/// 禁止用途
pub(super) const A08: RuleWords = RuleWords {
    id: "A08",
    title: words("禁止用途", "Forbidden purpose"),
    looks_for: words(
        "贷款用途写有建房、结婚、看病、理财存款、购车家电、消费、归还旧贷款、转入融资平台等字样的贷款。",
        "Loans whose purpose names building, marriage, illness, savings, cars and household goods, consumption, old debts or financing platforms.",
    ),
    leaves: words(
        "只看登记的文字，实际用途须入户核实；无还本续贷可以归还旧贷款，没有续贷信息的列为待核实。",
        "Only the words written are looked at; a renewal without repayment may repay an old loan, and where nothing tells of renewals it is left open.",
    ),
    reasons: &[
        (
            "building",
            words(
                "用途为建房、购房一类，贷款 {0}",
                "for building or buying a house, {0}",
            ),
        ),
        (
            "marriage",
            words("用途为结婚、彩礼一类，贷款 {0}", "for a marriage, {0}"),
        ),
        (
            "illness",
            words("用途为看病一类，贷款 {0}", "for illness, {0}"),
        ),
        (
            "saving",
            words(
                "用途为理财、存款一类，贷款 {0}",
                "for savings or investment, {0}",
            ),
        ),
        (
            "household_goods",
            words(
                "用途为购车、家电、家庭用品一类，贷款 {0}",
                "for a car or household goods, {0}",
            ),
        ),
        (
            "consumption",
            words("用途为消费，贷款 {0}", "for consumption, {0}"),
        ),
        (
            "old_loan",
            words(
                "用途为归还旧债，且不是无还本续贷，贷款 {0}",
                "to repay an old loan, and no renewal, {0}",
            ),
        ),
        (
            "platform",
            words(
                "用途为融资平台、房地产或基础设施，贷款 {0}",
                "for a financing platform, real estate or public works, {0}",
            ),
        ),
    ],
};

/// 户贷企用
pub(super) const A09: RuleWords = RuleWords {
    id: "A09",
    title: words("户贷企用", "Used by an enterprise"),
    looks_for: words(
        "注明户贷企用、填有用款企业的贷款，以及同村同行同日同额达到规定笔数的成批放款。",
        "Loans flagged as used by an enterprise or naming one, and many loans of one amount by one lender in one village on one day.",
    ),
    leaves: words(
        "存量户贷企用本身不是违规，应列入台账、定期评估、按计划还款；成批放款只是线索；未注明是否户贷企用的列为待核实。",
        "Old loans so used are no offence by themselves but a stock to be worked off; clusters are only a clue. A blank flag leaves it open.",
    ),
    reasons: &[
        (
            "flagged",
            words(
                "注明户贷企用，{0} 放款 {1}",
                "flagged as used by an enterprise, disbursed {0}, {1}",
            ),
        ),
        (
            "enterprise",
            words(
                "填有用款企业，{0} 放款 {1}",
                "names an enterprise, disbursed {0}, {1}",
            ),
        ),
        (
            "cluster",
            words(
                "{0} 同村同行共 {1} 笔，每笔 {2}",
                "{0}: {1} loans of one lender in one village, {2} each",
            ),
        ),
    ],
};

/// 禁令后新增户贷企用
pub(super) const A10: RuleWords = RuleWords {
    id: "A10",
    title: words("禁令后新增户贷企用", "Enterprise use after the ban"),
    looks_for: words(
        "禁止户贷企用之日（含）以后放款的户贷企用贷款。",
        "Loans used by an enterprise and made on or after the day of the ban.",
    ),
    leaves: words(
        "禁令的日期未见文件，须由县填写；只有成批放款线索的贷款不在这里检查。",
        "The day of the ban stands in no document at hand and is to be given; clusters alone are not looked at here.",
    ),
    reasons: &[(
        "after_ban",
        words("{0} 放款，{1} 起已禁止", "disbursed {0}, banned from {1}"),
    )],
};
