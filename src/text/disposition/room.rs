//! What stands in the room 处置. Each constant's words are its own explanation.

use crate::text::{Lang, Words, words};

pub const BATCHES: Words = words("处置分批", "Which way loans go");
pub const BATCHES_NOTE: Words = words(
    "每笔贷款只归一批，各批之和等于台账合计。清收、续贷展期、分险代偿三批的依据见每笔的理由。",
    "Every loan is in one batch and no other; the batches add up to the register. Each loan tells its reason.",
);
pub const DISPOSITION: Words = words("处置建议", "What to do");
pub const LOANS: Words = words("笔数", "Loans");
pub const HOUSEHOLDS: Words = words("户数", "Households");
pub const BALANCE: Words = words("余额", "Balance");
pub const OTHER_MONEY: Words = words("其中其他资金", "Of it from other funds");
pub const LATE: Words = words("已过期限", "Past the deadline");
pub const STANDINGS: Words = words("贷款状态", "What loans are");
pub const STATE: Words = words("状态", "State");
pub const MUST_DO: Words = words("本周必办", "To be done this week");
pub const MUST_DO_NONE: Words = words(
    "今后七天没有到期的事项。",
    "Nothing is due in the coming seven days.",
);
pub const DUTY: Words = words("事项", "What");
pub const BY: Words = words("办理期限", "By");
pub const REMINDERS: Words = words("到期提醒", "Reminders");
pub const WITHIN_30: Words = words("30 天内", "Within 30 days");
pub const WITHIN_60: Words = words("60 天内", "Within 60 days");
pub const WITHIN_90: Words = words("90 天内", "Within 90 days");
pub const WORK_LISTS: Words = words(
    "分乡镇、分银行工作清单",
    "Work lists by township and lender",
);
pub const FIRST_DEADLINE: Words = words("最早期限", "First deadline");
pub const UNDATED: Words = words("期限未定", "No deadline known");
pub const TO_FIND_OUT: Words = words("待查事项", "To be found out");
pub const TO_FIND_OUT_NOTE: Words = words(
    "摸清这些事项后，待摸排的贷款才能定处置办法。",
    "Once these are known, the loans to be looked into can be decided.",
);
pub const CANDIDATES: Words = words("恶意逾期（内部掌握）", "Overdue out of malice (internal)");
pub const CANDIDATES_NOTE: Words = words(
    "仅供内部研判，不得公示。失信被执行人名单只能由人民法院依法发布。",
    "For internal use only, never to be published. Only courts publish lists of dishonest debtors.",
);
pub const HIDDEN: Words = words(
    "银行分类好于按天数最低分类",
    "Reported better than the days allow",
);
pub const LIST: Words = words("清单", "List");
pub const LIST_HINT: Words = words(
    "回车或单击可看这笔贷款的详情",
    "Enter or click opens the loan in full",
);
pub const OPENS_LIST: Words = words("回车或单击查看清单", "Enter or click shows the list");
pub const ALL_TOWNSHIPS: Words = words("全部乡镇", "All townships");
pub const ALL_LENDERS: Words = words("全部银行", "All lenders");
pub const ALL_DISPOSITIONS: Words = words("全部处置建议", "All batches");
pub const TOWNSHIP: Words = words("乡镇", "Township");
pub const VILLAGE: Words = words("行政村", "Village");
pub const LENDER: Words = words("承贷银行", "Lender");
pub const REASON: Words = words("理由", "Reason");
pub const CLAUSE: Words = words("依据", "Clause");
pub const SAVE_LIST: Words = words("导出清单（可填报）", "Save the list (to be filled in)");
pub const PRINT_LIST: Words = words("按村打印", "Print by village");
pub const PRINT_TOO_MANY: Words = words(
    "清单太长，请先选定乡镇。",
    "The list is too long to print: choose a township first.",
);
pub const RETURNED_NOTE: Words = words(
    "乡镇在导出的清单中填写还款能力、还款意愿、逾期原因后，把文件放回“数据”即可。",
    "A township fills in ability, will and cause in the saved list; the file is then given back under “Data”.",
);
pub const SIGNATURE: Words = words(
    "村（社区）负责人：＿＿＿＿＿＿　　驻村干部：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日",
    "For the village: ____________   Official: ____________   Date: ____________",
);
pub const ABILITY: Words = words("还款能力", "Ability to repay");
pub const WILLINGNESS: Words = words("还款意愿", "Will to repay");
pub const ABILITY_AND_WILL: Words = words("能力 / 意愿", "Ability / will");
pub const AND: Words = words("、", ", ");
pub const CAUSE: Words = words("逾期原因", "Cause of arrears");
pub const LOAN_NUMBER: Words = words("借据号", "Loan number");
pub const HOUSEHOLD_NUMBER: Words = words("户编号", "Household number");
pub const DUE_ON: Words = words("到期日期", "Due on");
pub const DAYS_PAST_DUE: Words = words("逾期天数", "Days past due");
pub const CANDIDATES_ONLY: Words = words("仅恶意逾期", "Only out of malice");
pub const PRINTED_INTERNAL: Words = words("内部资料，注意保管", "Internal; keep safe");

/// The heading of a village's sheet.
pub fn sheet(township: &str, village: &str, as_of: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{township}{village} 扶贫小额信贷处置清单（{as_of}）"),
        Lang::En => format!("{village}, {township}: loans and what to do (as of {as_of})"),
    }
}

/// How many loans and how much a list holds.
pub fn list_total(loans: &str, balance: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共 {loans} 笔，余额 {balance} {unit}"),
        Lang::En => format!("{loans} loans, balance {balance} ({unit})"),
    }
}

/// How many rows a table has of which not all are in view.
pub fn rows_in_all(rows: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共 {rows} 行，在表内滚动查看其余各行。"),
        Lang::En => format!("{rows} rows in all; scroll in the table for the others."),
    }
}
