//! The words of rosters and side tables: what a household is, sorts of rates, levels of places, years.

use crate::domain::gazetteer::PlaceLevel;
use crate::domain::household::{HouseholdType, MonitorState, MonitorType, PovertyStatus};
use crate::domain::side_table::RateKind;

/// A calendar year: 2019, 2019年, 2019年度, or that of a day or month.
pub fn year(text: &str) -> Option<u16> {
    let (year, rest) = text.split_at_checked(4)?;
    let is_year = year.bytes().all(|b| b.is_ascii_digit());
    let may_follow = rest.is_empty() || rest.starts_with(['年', '-', '/', '.']);
    let year: u16 = year.parse().ok().filter(|_| is_year && may_follow)?;
    (1900..2200).contains(&year).then_some(year)
}

/// 脱贫属性 by word, or by the codes of aar010.
pub fn poverty_status(word: &str) -> Option<PovertyStatus> {
    match word {
        "0" | "00" | "未脱贫" | "未脱贫户" | "贫困户" => Some(PovertyStatus::InPoverty),
        "1"
        | "01"
        | "脱贫享受政策"
        | "已脱贫(享受政策)"
        | "脱贫(享受政策)"
        | "已脱贫享受政策"
        | "继续享受政策"
        | "享受政策"
        | "脱贫户"
        | "已脱贫"
        | "脱贫"
        | "已脱贫户" => Some(PovertyStatus::LiftedWithSupport),
        "3" | "03" | "返贫" | "返贫户" => Some(PovertyStatus::ReturnedToPoverty),
        "4"
        | "04"
        | "脱贫不享受政策"
        | "已脱贫(不再享受政策)"
        | "已脱贫(不享受政策)"
        | "脱贫(不享受政策)"
        | "已脱贫不享受政策"
        | "脱贫不再享受政策"
        | "已脱贫不再享受政策"
        | "不享受政策"
        | "不再享受政策"
        | "稳定脱贫" => Some(PovertyStatus::LiftedWithoutSupport),
        "清退" | "清退户" | "已清退" | "动态调出" | "调出" => {
            Some(PovertyStatus::Removed)
        }
        "监测" | "监测户" | "监测对象" | "防止返贫监测对象" => {
            Some(PovertyStatus::Monitored)
        }
        _ => None,
    }
}

/// 贫困户属性 by word, or by the codes of aac006.
pub fn household_type(word: &str) -> Option<HouseholdType> {
    match word {
        "01" | "1" | "一般贫困户" | "一般农户" => Some(HouseholdType::OrdinaryPoor),
        "02" | "2" | "低保脱贫户" => Some(HouseholdType::AllowanceLifted),
        "03" | "3" | "特困供养脱贫户" | "五保脱贫户" => {
            Some(HouseholdType::DestituteLifted)
        }
        "04" | "4" | "低保贫困户" => Some(HouseholdType::AllowancePoor),
        "05" | "5" | "一般脱贫户" => Some(HouseholdType::OrdinaryLifted),
        "06" | "6" | "特困供养贫困户" | "五保贫困户" => {
            Some(HouseholdType::DestitutePoor)
        }
        "07" | "7" | "低保特困供养贫困户" => Some(HouseholdType::AllowanceDestitutePoor),
        "08" | "8" | "低保特困供养户" => Some(HouseholdType::AllowanceDestitute),
        _ => None,
    }
}

/// 监测对象类别.
pub fn monitor_type(word: &str) -> Option<MonitorType> {
    match word {
        "脱贫不稳定户" | "脱贫不稳定" => Some(MonitorType::UnsteadyLifted),
        "边缘易致贫户" | "边缘易致贫" | "边缘户" => Some(MonitorType::NearPoverty),
        "突发严重困难户" | "突发严重困难" | "突发困难户" => {
            Some(MonitorType::SuddenHardship)
        }
        _ => None,
    }
}

/// Whether the risk is removed, under a header that asks whether it is.
pub fn monitor_state(word: &str) -> Option<MonitorState> {
    match word {
        "风险未消除" | "未消除" | "未消除风险" | "否" | "0" => {
            Some(MonitorState::RiskRemains)
        }
        "风险已消除" | "已消除" | "已消除风险" | "自然消除" | "是" | "1" => {
            Some(MonitorState::RiskRemoved)
        }
        _ => None,
    }
}

/// 贷款意愿, in words other than 是 and 否.
pub fn loan_wish(word: &str) -> Option<bool> {
    match word {
        "愿意" | "有意愿" | "有贷款意愿" => Some(true),
        "不愿意" | "无意愿" | "无贷款意愿" => Some(false),
        _ => None,
    }
}

/// The counter behind a number of persons: 4人, 4口.
pub fn is_person_counter(c: char) -> bool {
    matches!(c, '人' | '口' | ' ')
}

/// Whether the relation to the head is that of the head, by word or by code of GB/T 4761-2008.
pub fn is_head(word: &str) -> bool {
    matches!(
        word,
        "户主" | "本人" | "本人或户主" | "户主本人" | "本人(户主)" | "01" | "02"
    )
}

/// 利率种类.
pub fn rate_kind(word: &str) -> Option<RateKind> {
    match word.to_ascii_uppercase().as_str() {
        "LPR" | "贷款市场报价利率" | "市场报价利率" => Some(RateKind::LoanPrimeRate),
        "基准利率" | "贷款基准利率" | "基准" => Some(RateKind::Benchmark),
        _ => None,
    }
}

/// 行政级别 by word or by number 1 (province) to 5 (village).
pub fn place_level(word: &str) -> Option<PlaceLevel> {
    match word.trim_end_matches('级') {
        "1" | "省" | "自治区" | "直辖市" => Some(PlaceLevel::Province),
        "2" | "市" | "州" | "地" | "地市" | "地区" | "自治州" => {
            Some(PlaceLevel::Prefecture)
        }
        "3" | "县" | "区" | "县区" | "区县" | "县(市、区)" | "自治县" => {
            Some(PlaceLevel::County)
        }
        "4" | "乡镇" | "乡" | "镇" | "街道" | "乡镇街道" | "乡镇(街道)" => {
            Some(PlaceLevel::Township)
        }
        "5" | "村" | "行政村" | "社区" | "村居" | "村社区" | "村(社区)" | "居委会" | "村委会" => {
            Some(PlaceLevel::Village)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_however_it_is_written() {
        for text in ["2019", "2019年", "2019年度", "2019-12-31", "2019.12"] {
            assert_eq!(year(text), Some(2019), "{text}");
        }
        for text in ["", "19", "20191", "去年", "2019号", "0012", "+201"] {
            assert_eq!(year(text), None, "{text}");
        }
    }

    #[test]
    fn the_codes_of_the_national_system_mean_what_its_words_mean() {
        for (code, word) in [
            ("0", "未脱贫"),
            ("1", "已脱贫(享受政策)"),
            ("3", "返贫"),
            ("4", "已脱贫(不再享受政策)"),
        ] {
            assert!(poverty_status(code).is_some(), "{code}");
            assert_eq!(poverty_status(code), poverty_status(word), "{word}");
        }
        assert_eq!(poverty_status("2"), None);
        for (code, word) in [
            ("01", "一般贫困户"),
            ("02", "低保脱贫户"),
            ("03", "特困供养脱贫户"),
            ("04", "低保贫困户"),
            ("05", "一般脱贫户"),
            ("06", "特困供养贫困户"),
            ("07", "低保特困供养贫困户"),
            ("08", "低保特困供养户"),
        ] {
            assert!(household_type(code).is_some(), "{code}");
            assert_eq!(household_type(code), household_type(word), "{word}");
        }
        assert_eq!(household_type("09"), None);
        assert!(is_head("户主") && !is_head("配偶") && !is_head(""));
    }

    #[test]
    fn a_level_is_known_by_word_and_by_number() {
        assert_eq!(place_level("县级"), Some(PlaceLevel::County));
        assert_eq!(place_level("街道"), Some(PlaceLevel::Township));
        assert_eq!(place_level("5"), Some(PlaceLevel::Village));
        assert_eq!(place_level("6"), None);
        assert_eq!(rate_kind("lpr"), Some(RateKind::LoanPrimeRate));
        assert_eq!(rate_kind("固定"), None);
    }
}
