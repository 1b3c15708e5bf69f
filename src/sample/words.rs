//! The Chinese words the files use for lenders, purposes, classes and states.

/// File name, and the lender's name inside the file. All four are invented.
pub const LENDERS: [&str; 4] = [
    "云岫农商银行",
    "惠农银行云岫县支行",
    "绿邮储蓄银行云岫县支行",
    "云岫锦禾村镇银行",
];
/// What a loan number begins with, by lender.
pub const NUMBER_PREFIXES: [&str; 4] = ["NS", "HN", "LY", "CZ"];

/// What loans are taken for: first the sound ones, then those the rules forbid.
pub const PURPOSES: [&str; 26] = [
    "养猪",
    "养牛",
    "养羊",
    "养鸡",
    "养鸭",
    "养蜂",
    "养鱼",
    "种植柑橘",
    "种植花椒",
    "种植茶叶",
    "种植中药材",
    "种植蔬菜",
    "种植水稻",
    "种植油菜",
    "购买农资",
    "购买种苗",
    "购买小型农机",
    "农产品加工",
    "建房",
    "子女结婚",
    "看病",
    "购买理财产品",
    "购车",
    "偿还旧贷款",
    "购买家电",
    "日常消费",
];
/// How many of the purposes are sound.
pub const SOUND_PURPOSES: usize = 18;
pub const GUARANTEES: [&str; 3] = ["信用", "保证", "抵押"];
/// By class 1 to 5.
pub const CLASSES: [&str; 5] = ["正常", "关注", "次级", "可疑", "损失"];
pub const ABILITIES: [&str; 4] = ["", "有", "弱", "无"];
pub const WILLINGNESS: [&str; 5] = ["", "好", "一般", "差", "恶意"];
pub const CAUSES: [&str; 7] = ["", "因灾", "因病", "经营失败", "外出失联", "死亡", "其他"];
/// Villages that stand in no village table.
pub const UNKNOWN_VILLAGES: [&str; 3] = ["望星台村", "旧渡口村", "合并一村"];
pub const FUND_SOURCES: [&str; 2] = ["财政扶贫资金", "其他资金"];
