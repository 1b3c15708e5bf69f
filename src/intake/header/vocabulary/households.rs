//! Words for the columns that say what a household is: those of rosters, and of credit lines.

use crate::domain::Field;

/// The words for each meaning, the commonest first.
pub(super) const HOUSEHOLDS: &[(Field, &[&str])] = &[
    (Field::County, &["县", "区县", "县(区)", "县名称", "county"]),
    (
        Field::HeadPersonNumber,
        &["户主个人编号", "aac025", "head_person_number"],
    ),
    (Field::RelationToHead, &["与户主关系", "relation_to_head"]),
    (
        Field::FamilySize,
        &[
            "家庭人口数",
            "家庭人口总数",
            "人数",
            "人口数",
            "人口",
            "aac017",
            "family_size",
        ],
    ),
    (
        Field::PovertyStatus,
        &[
            "脱贫属性",
            "脱贫状态",
            "脱贫标志",
            "属性",
            "aar010",
            "poverty_status",
        ],
    ),
    (
        Field::HouseholdType,
        &[
            "贫困户属性",
            "贫困属性",
            "户类型",
            "aac006",
            "household_type",
        ],
    ),
    (
        Field::MonitorType,
        &["监测对象类别", "监测类别", "监测对象类型", "monitor_type"],
    ),
    (
        Field::MonitorState,
        &["风险是否消除", "风险消除情况", "风险状态", "monitor_state"],
    ),
    (
        Field::IdentifiedOn,
        &[
            "首次识别时间",
            "识别时间",
            "首次识别日期",
            "aar041",
            "identified_on",
        ],
    ),
    (
        Field::ExitYear,
        &["脱贫年度", "脱贫年份", "aac023", "exit_year"],
    ),
    (Field::RemovedOn, &["清退时间", "清退日期", "removed_on"]),
    (
        Field::LabourCount,
        &["劳动力人数", "劳动力数", "labour_count"],
    ),
    (Field::LabourSkill, &["劳动技能", "labour_skill"]),
    (
        Field::CreditGrade,
        &["信用等级评定", "信用等级", "星级", "credit_grade"],
    ),
    (Field::CreditLine, &["授信额度", "credit_line"]),
    (Field::CreditDate, &["授信时间", "授信日期", "credit_date"]),
    (Field::LoanWish, &["贷款意愿", "loan_wish"]),
    (
        Field::EligibleWithoutLoan,
        &["应贷未贷识别", "应贷未贷", "eligible_without_loan"],
    ),
    (
        Field::PovertyCause,
        &["主要致贫原因", "致贫原因", "poverty_cause"],
    ),
    (Field::Education, &["文化程度", "education"]),
    (
        Field::SchoolAttendance,
        &["在校生状况", "school_attendance"],
    ),
    (Field::WorkStatus, &["务工状况", "work_status"]),
    (Field::WorkMonths, &["务工时间", "work_months"]),
    (Field::UnsafeHouse, &["危房户", "unsafe_house"]),
    (Field::SafeWater, &["饮水安全", "safe_water"]),
    (Field::WaterShortage, &["饮水困难", "water_shortage"]),
    (Field::IncomePerHead, &["人均纯收入", "income_per_head"]),
];
