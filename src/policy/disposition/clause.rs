//! Each branch of the decision, which way it leads, and the words of the plan that it follows.

use super::Disposition;
use Disposition::{
    Collect, CollectInBuffer, Extend, LookInto, NoAction, PayOut, RecoverByLaw, Remind, Renew,
};

const REMIND: &str = "达川脱贫攻坚办〔2019〕90号 三(一)：还款提醒";
const LOOK_INTO: &str = "达川脱贫攻坚办〔2019〕90号 三(一)：逐笔摸清还款能力和还款意愿";
const COLLECT: &str = "达川脱贫攻坚办〔2019〕90号 三(一)：清收一批";
const BY_LAW: &str = "达川脱贫攻坚办〔2019〕90号 二(三)、三(四)：赖、欠、拖的依法清收";
const RENEW: &str = "达川脱贫攻坚办〔2019〕90号 三(二)：续贷五项条件";
const EXTEND: &str = "达川脱贫攻坚办〔2019〕90号 三(二)：非主观因素可展期";
const BUFFER: &str = "达川脱贫攻坚办〔2019〕90号 三(三)：不超过60天的缓冲期内清收";
const PAY_OUT: &str = "达川脱贫攻坚办〔2019〕90号 三(三)：缓冲期满追偿无望的分险代偿";
const NOT_ENTITLED: &str = "达川脱贫攻坚办〔2019〕90号 二(二)5：清退户的分险由其他资金承担；未建档的户和县定不享受的不在分险之列";
const AFTER: &str =
    "达川脱贫攻坚办〔2019〕90号 三(三)：代偿后继续清收，回款扣除费用和银行债权后补偿分险基金";
const ENDED: &str = "已结束的贷款不在处置之列";
const NOT_YET: &str = "未到期且不在提醒期内的贷款不在处置之列";

/// Every branch, which way it leads, and its clause.
pub const BRANCHES: &[(&str, Disposition, &str)] = &[
    ("not_due", NoAction, NOT_YET),
    ("settled", NoAction, ENDED),
    ("recovered", NoAction, ENDED),
    ("written_off", NoAction, ENDED),
    ("due_soon", Remind, REMIND),
    ("due_soon_unknown", Remind, REMIND),
    ("renew", Renew, RENEW),
    ("extend", Extend, EXTEND),
    ("overdue_able", Collect, COLLECT),
    ("overdue_unable", Collect, COLLECT),
    ("overdue_weak_unwilling", Collect, COLLECT),
    ("overdue_not_extensible", Collect, COLLECT),
    ("overdue_malicious", RecoverByLaw, BY_LAW),
    ("in_buffer", CollectInBuffer, BUFFER),
    ("buffer_over_able", Collect, COLLECT),
    ("buffer_over_weak", Collect, COLLECT),
    ("buffer_over_not_entitled", Collect, NOT_ENTITLED),
    ("buffer_over_malicious", RecoverByLaw, BY_LAW),
    ("buffer_over_unable", PayOut, PAY_OUT),
    ("applied", PayOut, PAY_OUT),
    ("paid_out", Collect, AFTER),
    ("paid_out_on", Collect, AFTER),
    ("paid_out_malicious", RecoverByLaw, BY_LAW),
    ("look_into", LookInto, LOOK_INTO),
    ("buffer_unknown", LookInto, LOOK_INTO),
];

/// The clause of a branch; blank for one that is not of the decision.
pub fn clause_of(branch: &str) -> &'static str {
    let found = BRANCHES.iter().find(|(own, _, _)| *own == branch);
    found.map_or("", |(_, _, clause)| clause)
}
