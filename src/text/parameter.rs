//! The words of the page of parameters: names, choices, units, how sure a value is, and a value as a person reads and types it.

mod names;
mod room;

use crate::report::policy::{
    BEGINNING, Parameter, ParameterCertainty, ParameterChoices, ParameterUnit, Preset,
    PresetChoice, digest_of, parameter_unit,
};
use crate::report::{Date, Fen};

use super::number::{MoneyUnit, money};
use super::{Lang, SEMICOLON, Words, words};

pub use names::{SECTIONS, Section};
pub use room::*;

/// A parameter's name; its name in files where it has no words.
pub fn name(parameter: Parameter, lang: Lang) -> &'static str {
    let mut all = SECTIONS.iter().flat_map(|section| section.names);
    let known = all.find(|(key, _)| *key == parameter.name());
    known.map_or(parameter.name(), |(_, words)| words.of(lang))
}

/// How sure a value is.
pub fn certainty(certainty: ParameterCertainty) -> Words {
    match certainty {
        ParameterCertainty::Confirmed => words("已核实", "Confirmed"),
        ParameterCertainty::ToBeConfirmed => words("待核实", "To be confirmed"),
        ParameterCertainty::Input => words("须填写", "To be given"),
    }
}

/// A family of documents.
pub fn preset(preset: Preset) -> Words {
    match preset {
        Preset::Dachuan2019 => words(
            "达川 2019（扶贫小额信贷）",
            "Dachuan 2019 (poverty alleviation)",
        ),
        Preset::LiftedOut2021 => words(
            "脱贫人口小额信贷 2021–2025",
            "Loans for people lifted out of poverty, 2021–2025",
        ),
        Preset::Assistance2026 => words("帮扶小额信贷 2026", "Assistance loans, 2026"),
    }
}

/// A table that is shipped ready to choose.
pub fn preset_choice(choice: PresetChoice) -> Words {
    match choice {
        PresetChoice::AllByDate => words(
            "全部，按放款日期取用（默认）",
            "All, by the day a loan was made (default)",
        ),
        PresetChoice::Dachuan2019 => preset(Preset::Dachuan2019),
        PresetChoice::LiftedOut2021 => preset(Preset::LiftedOut2021),
        PresetChoice::Assistance2026 => words(
            "帮扶小额信贷 2026（已知部分）",
            "Assistance loans, 2026, as far as known",
        ),
    }
}

/// The names of a parameter's choices, in their order; none where it has none of its own.
pub fn choices(parameter: Parameter) -> &'static [Words] {
    const RULE_SETS: &[Words] = &[
        words("2023 年风险分类办法", "Measures of 2023"),
        words("农村合作金融机构", "Rural cooperative institutions"),
        words("银监发〔2007〕63 号矩阵", "The matrix of document 63"),
        words("以银行报送为准", "As lenders report"),
    ];
    const STARTS: &[Words] = &[
        words("以银行认定日为先", "The lender's own day first"),
        words("只按天数推算", "By days only"),
    ];
    const MONEY: &[Words] = &[
        words("由其他资金承担", "From other funds"),
        words("与其他户相同", "As other households"),
        words("不享受", "None"),
    ];
    const CAPS: &[Words] = &[
        words("贷款基准利率", "The benchmark rate"),
        words("贷款市场报价利率", "The loan prime rate"),
    ];
    const ORDERS: &[Words] = &[
        words("先还银行债权", "The bank's claim first"),
        words("按分担比例", "By shares"),
    ];
    match parameter.name() {
        "classification_rule" => RULE_SETS,
        "non_performing_start" => STARTS,
        "removed_households" | "unsupported_households" => MONEY,
        "rate_cap_kind" => CAPS,
        "recovery_order" => ORDERS,
        _ => &[],
    }
}

/// The unit as it stands behind a number that is typed; blank where there is none.
pub fn unit(unit: ParameterUnit) -> Words {
    match unit {
        ParameterUnit::Days => words("天", "days"),
        ParameterUnit::Months => words("个月", "months"),
        ParameterUnit::Years => words("岁", "years of age"),
        ParameterUnit::Money => words("元", "yuan"),
        ParameterUnit::Percent => words("%", "%"),
        ParameterUnit::Times => words("倍", "times"),
        ParameterUnit::Count | ParameterUnit::Day | ParameterUnit::Flag => words("", ""),
        ParameterUnit::Choice(_) => words("", ""),
    }
}

/// A value as a person reads it: `60 天`, `50,000.00 元`, `100.00%`, `是`.
pub fn value(parameter: Parameter, value: Option<i64>, lang: Lang) -> String {
    let Some(value) = value else {
        return NOT_GIVEN.of(lang).to_owned();
    };
    let own = parameter_unit(parameter);
    let number = match own {
        ParameterUnit::Flag => return yes_or_no(value != 0).of(lang).to_owned(),
        ParameterUnit::Choice(_) => return choice(parameter, value, lang),
        ParameterUnit::Money => money(Fen(value), MoneyUnit::Yuan),
        _ => typed(parameter, value),
    };
    match unit(own).of(lang) {
        "" => number,
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}

fn choice(parameter: Parameter, value: i64, lang: Lang) -> String {
    let known = usize::try_from(value)
        .ok()
        .and_then(|at| choices(parameter).get(at));
    known.map_or_else(|| value.to_string(), |words| words.of(lang).to_owned())
}

/// The table of parameters as an export tells it: the digest, and what was changed.
pub fn printed(choices: &ParameterChoices, lang: Lang) -> String {
    let mut told = format!("{} {}", DIGEST.of(lang), digest_of(choices));
    let separator = SEMICOLON.of(lang);
    if choices.preset != PresetChoice::default() {
        let name = preset_choice(choices.preset).of(lang);
        told = format!("{told}{separator}{} {name}", PRESET.of(lang));
    }
    if choices.has_other_families() {
        let names: Vec<&str> = choices
            .presets
            .iter()
            .map(|own| preset(*own).of(lang))
            .collect();
        told = format!("{told}{separator}{} {}", PRESETS.of(lang), names.join("、"));
    }
    told = format!("{told}{separator}{}", changes(choices.changes.len(), lang));
    for change in &choices.changes {
        let (own, from) = (change.parameter, shown_day(change.from, lang));
        let now = value(own, change.value, lang);
        let told_of = change_of(name(own, lang), &from, &now, lang);
        let told_of = with_source(&told_of, &change.source, lang);
        told = format!("{told}{separator}{told_of}");
    }
    told
}

/// A first day as a person reads it.
pub fn shown_day(from: Date, lang: Lang) -> String {
    if from == BEGINNING {
        FIRST_DAY.of(lang).to_owned()
    } else {
        from.to_string()
    }
}

/// 是 or 否.
pub fn yes_or_no(is_so: bool) -> Words {
    match is_so {
        true => words("是", "yes"),
        false => words("否", "no"),
    }
}

/// A value as it is typed: digits, money in yuan, a percentage in percent, a day as `2020-12-31`.
pub fn typed(parameter: Parameter, value: i64) -> String {
    match parameter_unit(parameter) {
        ParameterUnit::Money | ParameterUnit::Percent => Fen(value).to_string(),
        ParameterUnit::Day => i32::try_from(value).map_or_else(
            |_| value.to_string(),
            |days| Date::from_days(days).to_string(),
        ),
        _ => value.to_string(),
    }
}

/// A number with two decimals at most, in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let rest = match rest.len() {
        0 => "00".to_owned(),
        1 => format!("{rest}0"),
        _ => rest.to_owned(),
    };
    Some(format!("{whole}.{rest}").parse::<Fen>().ok()?.0)
}

/// The value that a person typed; none where it is none of the parameter's unit.
pub fn read(parameter: Parameter, text: &str) -> Option<i64> {
    let text = text.trim();
    let unit = parameter_unit(parameter);
    let value = match unit {
        ParameterUnit::Money | ParameterUnit::Percent => {
            let plain: String = text.chars().filter(|c| !matches!(c, ',' | '%')).collect();
            hundredths(&plain)?
        }
        ParameterUnit::Day => i64::from(text.parse::<Date>().ok()?.days()),
        _ => text.parse().ok()?,
    };
    unit.check(value).is_ok().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::policy::DEFINITIONS;

    #[test]
    fn every_parameter_has_one_name_and_every_choice_a_word() {
        for definition in DEFINITIONS {
            let key = definition.parameter.name();
            let all = SECTIONS.iter().flat_map(|section| section.names);
            assert_eq!(all.filter(|(own, _)| *own == key).count(), 1, "{key}");
            if let ParameterUnit::Choice(count) = definition.unit {
                let names = choices(definition.parameter);
                assert_eq!(names.len(), usize::from(count), "{key}");
            }
        }
    }

    #[test]
    fn a_value_is_typed_as_it_is_shown_for_typing() {
        for definition in DEFINITIONS {
            for entry in definition.entries {
                if let Some(value) = entry.value {
                    let text = typed(definition.parameter, value);
                    assert_eq!(read(definition.parameter, &text), Some(value), "{text}");
                }
            }
        }
    }

    #[test]
    fn an_export_tells_the_digest_and_every_change() {
        let mut choices = ParameterChoices::default();
        let shipped = printed(&choices, Lang::Zh);
        assert_eq!(
            shipped,
            format!("参数摘要 {}；均为原值", digest_of(&choices))
        );
        choices.change(Parameter::BufferLongestDays, BEGINNING, Some(45));
        let told = printed(&choices, Lang::Zh);
        assert!(
            told.ends_with("；已改 1 项；代偿缓冲期最长天数（自起初）：45 天"),
            "{told}"
        );
        assert_ne!(told.split('；').next(), shipped.split('；').next());
        choices.presets.pop();
        assert!(printed(&choices, Lang::Zh).contains("；适用的文件 达川 2019"));
        choices.found(Parameter::BufferLongestDays, BEGINNING, "县办〔2024〕3号");
        choices.choose(PresetChoice::LiftedOut2021);
        let told = printed(&choices, Lang::Zh);
        assert!(!told.contains("适用的文件"), "{told}");
        assert!(
            told.contains("；预设 脱贫人口小额信贷 2021–2025；已改 1 项；"),
            "{told}"
        );
        assert!(told.ends_with("：45 天（依据：县办〔2024〕3号）"), "{told}");
    }

    #[test]
    fn values_are_shown_with_their_units_and_typed_without() {
        let share = Parameter::GovernmentShare;
        assert_eq!(value(share, Some(7_000), Lang::Zh), "70.00%");
        assert_eq!(read(share, "70%"), Some(7_000));
        assert_eq!(read(share, "70"), Some(7_000));
        assert_eq!(read(share, "70.5"), Some(7_050));
        assert_eq!(read(share, "70.555"), None);
        assert_eq!(value(share, None, Lang::Zh), "未填写");
        let limit = Parameter::HouseholdLimit;
        assert_eq!(value(limit, Some(5_000_000), Lang::Zh), "50,000.00 元");
        assert_eq!(read(limit, "50,000"), Some(5_000_000));
        let last = Parameter::RenewalLastSigningDay;
        assert_eq!(value(last, Some(18_627), Lang::Zh), "2020-12-31");
        assert_eq!(read(last, "2020-13-01"), None);
        assert_eq!(
            value(Parameter::BufferLongestDays, Some(60), Lang::Zh),
            "60 天"
        );
        assert_eq!(read(Parameter::BufferLongestDays, "-1"), None);
        assert_eq!(
            value(Parameter::RateCapKind, Some(0), Lang::Zh),
            "贷款基准利率"
        );
    }
}
