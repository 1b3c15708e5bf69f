//! The words of rosters and side tables: what a household is, sorts of rates, levels of places, years.

use crate::domain::gazetteer::PlaceLevel;
use crate::domain::side_table::RateKind;

/// A calendar year: 2019, 2019年, 2019年度, or that of a day or month.
pub fn year(text: &str) -> Option<u16> {
    let (year, rest) = text.split_at_checked(4)?;
    let is_year = year.bytes().all(|b| b.is_ascii_digit());
    let may_follow = rest.is_empty() || rest.starts_with(['年', '-', '/', '.']);
    let year: u16 = year.parse().ok().filter(|_| is_year && may_follow)?;
    (1900..2200).contains(&year).then_some(year)
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
    fn a_level_is_known_by_word_and_by_number() {
        assert_eq!(place_level("县级"), Some(PlaceLevel::County));
        assert_eq!(place_level("街道"), Some(PlaceLevel::Township));
        assert_eq!(place_level("5"), Some(PlaceLevel::Village));
        assert_eq!(place_level("6"), None);
        assert_eq!(rate_kind("lpr"), Some(RateKind::LoanPrimeRate));
        assert_eq!(rate_kind("固定"), None);
    }
}
