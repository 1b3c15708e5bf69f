//! The words of 风险补偿: claims, the fund, recoveries, the rates in their readings. A constant's words are its own explanation.

use crate::report::policy::Parameter;

use super::{Lang, Words, words};

pub const COMPENSATION: Words = words("风险补偿", "Risk compensation");
pub const READY: Words = words("可申请代偿", "Ready to be claimed for");
pub const READY_LOANS: Words = words("可申请代偿笔数", "Loans ready");
pub const READY_BALANCE: Words = words("其余额", "Their balance");
pub const CLAIM_PRINCIPAL: Words = words("申请代偿本金", "Principal claimed");
pub const CLAIM_INTEREST: Words = words("申请代偿利息", "Interest claimed");
pub const INSURANCE: Words = words("保险赔付", "Paid by insurance");
pub const CLAIMED: Words = words("申请代偿合计", "Claimed in all");
pub const GOVERNMENT: Words = words("政府承担", "Government’s share");
pub const LENDER_SHARE: Words = words("银行承担", "Lender’s share");
pub const FUND: Words = words("风险补偿金余额", "Fund");
pub const LEVERAGE: Words = words("放大倍数", "Leverage");
pub const LEVERAGE_IS: Words = words("贷款余额 ÷ 风险补偿金余额", "Balance of the loans ÷ fund");
pub const ABOVE_MOST: Words = words("超过最高倍数，需补充", "Above the most; to be added");
pub const ABOVE_STOP: Words = words(
    "不良率高于暂停线",
    "Non-performing rate above the stop line",
);
pub const WITHIN: Words = words("未超", "Within");
pub const NO_FUND: Words = words("未放入风险补偿金表", "No table of the fund was given");
pub const BY_LENDER: Words = words("按承贷银行", "By lender");
pub const RECOVERIES: Words = words("代偿后收回的分配", "What was recovered after payouts");
pub const RECOVERED: Words = words("收回", "Recovered");
pub const COSTS: Words = words("清收费用", "Costs");
pub const TO_LENDER: Words = words("归银行", "To the lender");
pub const TO_FUND: Words = words("归基金", "To the fund");
pub const READING: Words = words("分配口径", "Reading");
pub const LENDER_FIRST: Words = words(
    "先扣费用，再还银行债权，余下归基金",
    "Costs first, then the lender’s claim, the rest to the fund",
);
pub const PRO_RATA: Words = words(
    "先扣费用，余下按承担比例分",
    "Costs first, the rest by what each bore",
);
pub const RECOVERY_WHY: Words = words(
    "达川90号 三(三)：扣除相关费用和经办银行的相应债权后，全部用于补偿分险基金。两种读法并列，采用哪一种由县确定。",
    "Dachuan 2019 no. 90, 3(3): after costs and the lender’s corresponding claim, all goes to the fund. Both readings stand here; the county says which holds.",
);
pub const RATES: Words = words("代偿对比率的影响", "What payouts do to the rates");
pub const RATE: Words = words("比率", "Rate");
pub const OVERDUE: Words = words("逾期率", "Overdue rate");
pub const NON_PERFORMING: Words = words("不良率", "Non-performing rate");
pub const PAID_OUT_RATE: Words = words("累计代偿率", "Paid out of what fell due");
pub const AS_REPORTED: Words = words("现存", "As reported");
pub const RESTATED: Words = words("还原（加回已代偿未收回）", "Restated (payouts added back)");
pub const ONCE_PAID: Words = words("全部代偿后·现存", "Once all is paid, as reported");
pub const ONCE_PAID_RESTATED: Words = words("全部代偿后·还原", "Once all is paid, restated");
pub const RATES_WHY: Words = words(
    "代偿后贷款出表，逾期率和不良率不经还款就会下降；还原的比率把已代偿而未收回的加回分子和分母，不受代偿影响。还原口径为本程序提议。",
    "A loan paid out leaves the books, and both rates fall without any repayment. The restated rate adds what was paid out and not recovered back to part and whole. It is this program’s proposal.",
);
pub const APPLICATION: Words = words("代偿申请表", "Application for compensation");
pub const ASKED: Words = words(
    "下列参数文件没有写明，由县填写；填写之前不作分配：",
    "No document gives these parameters; until the county does, nothing is split:",
);
pub const BELOW_FLOOR: Words = words(
    "风险补偿金低于规定规模的下限，须补充。",
    "The fund is below its floor and must be added to.",
);
pub const NONE_READY: Words = words(
    "目前没有可申请代偿的贷款。",
    "No loan is ready to be claimed for.",
);
pub const OVERDUE_PRINCIPAL: Words = words("逾期本金(元)", "Principal overdue (yuan)");
pub const ARREARS: Words = words("欠息(元)", "Interest owed (yuan)");
pub const DAYS_PAST_DUE: Words = words("逾期天数", "Days past due");
pub const CLASS: Words = words("五级分类", "Risk class");
pub const NON_PERFORMING_ON: Words = words("不良认定日", "Non-performing since");
pub const BUFFER: Words = words("缓冲期起止", "Buffer");
pub const COLLECTIONS: Words = words("催收记录", "Collections");
pub const CAUSE: Words = words("未还原因", "Cause");
pub const CLAIM_PRINCIPAL_YUAN: Words = words("申请代偿本金(元)", "Principal claimed (yuan)");
pub const CLAIM_INTEREST_YUAN: Words = words("申请代偿利息(元)", "Interest claimed (yuan)");
pub const INSURANCE_YUAN: Words = words("保险赔付(元)", "Insurance (yuan)");
pub const SHARE: Words = words("政府承担比例", "Government’s share (%)");
pub const GOVERNMENT_YUAN: Words = words("政府承担(元)", "Government (yuan)");
pub const LENDER_YUAN: Words = words("银行承担(元)", "Lender (yuan)");
pub const OPINIONS: Words = words(
    "村/乡镇意见：　　　　　　　　　　农业农村（扶贫）部门意见：　　　　　　　　　　财政部门意见：　　　　　　　　　　年　月　日",
    "Village / township:                Agriculture:                Finance:                Date:",
);
pub const EVIDENCE: Words = words(
    "附件（黄平县办法）：借款合同、借款凭证、加盖银行印章的催收通知书复印件。",
    "To be attached (Huangping): contract, receipt, copies of the reminders under the bank’s seal.",
);

/// The name of a parameter that subsidy or compensation asks for.
pub fn parameter(parameter: Parameter) -> Words {
    match parameter {
        Parameter::GovernmentShare => words("政府承担比例", "Government’s share"),
        Parameter::ClaimCoversInterest => {
            words("代偿是否包括利息", "Whether a claim covers interest")
        }
        Parameter::FundPrescribedSize => words("风险补偿金规定规模", "Prescribed size of the fund"),
        Parameter::UnsupportedHouseholds => words(
            "脱贫不享受政策户的贴息",
            "Subsidy of households no longer supported",
        ),
        Parameter::EnterpriseUseIsSubsidised => words(
            "户贷企用是否贴息",
            "Whether loans used by enterprises are subsidised",
        ),
        Parameter::ExtensionIsSubsidised => {
            words("展期期间是否贴息", "Whether extensions are subsidised")
        }
        Parameter::SubsidisedLimit => words("单户贴息限额", "Limit of a household"),
        Parameter::SubsidyShare => words("贴息比例", "Share of the subsidy"),
        Parameter::RemovedHouseholds => words("清退户的贴息", "Subsidy of removed households"),
        Parameter::RateCapKind => words("利率上限的种类", "Sort of rate that caps"),
        other => Words {
            zh: other.name(),
            en: other.name(),
        },
    }
}

/// `9.87 倍`
pub fn times(hundredths: i64, lang: Lang) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match lang {
        Lang::Zh => format!("{whole}.{part:02} 倍"),
        Lang::En => format!("{whole}.{part:02} ×"),
    }
}

/// That payouts without a sum keep rates from being restated.
pub fn untold(loans: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("有 {loans} 笔已代偿贷款没有给出代偿金额，还原口径和累计代偿率暂不能算。")
        }
        Lang::En => {
            format!("Of {loans} loans paid out no sum is told, so nothing can be restated yet.")
        }
    }
}

/// How much the fund lacks for its leverage.
pub fn short_by(amount: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("须补充 {amount} {unit}"),
        Lang::En => format!("short by {amount} {unit}"),
    }
}

/// How the claims are shared, as far as they are.
pub fn shares(government: &str, lender: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("政府承担 {government}，银行承担 {lender}。"),
        Lang::En => format!("Government {government}, lender {lender}."),
    }
}

/// That claims stand before insurance.
pub fn insurance_untold(loans: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其中 {loans} 笔没有保险赔付资料，申请额为扣除保险之前的数。"),
        Lang::En => {
            format!("Of {loans} of them nothing is told of insurance; their claims are before it.")
        }
    }
}
