//! Colours: every one means one thing, is apart for the colour-blind and keeps its order in grey print.

use crate::report::RiskClass;

/// Text and strong lines.
pub const INK: &str = "#1f2933";
/// Lesser text: 4.5:1 and more on white.
pub const MUTED: &str = "#59636e";
/// Hairlines.
pub const LINE: &str = "#c9d1d9";
/// Borders between shapes.
pub const BORDER: &str = "#7b8794";
/// The one accent: what is chosen, what is to come.
pub const ACCENT: &str = "#1f5fa8";
/// What is overdue.
pub const OVERDUE: &str = "#b4531a";
/// The ground.
pub const GROUND: &str = "#ffffff";

/// Five steps of one hue, light to dark.
pub type Ramp = [&'static str; 5];

/// Dark is bad: overdue, non-performing.
pub const WORSE: Ramp = ["#fde8cd", "#fbc27d", "#ef8f3a", "#bf5510", "#7a2f04"];
/// Dark is good: coverage, repayment.
pub const BETTER: Ramp = ["#dcefec", "#a9d6cf", "#65b3a8", "#27786e", "#0c4f49"];
/// Dark is much: money.
pub const MORE: Ramp = ["#dfe9f6", "#b3cdea", "#779fd0", "#3f6fae", "#17407a"];

/// The colour of text that stands on a step of a ramp.
pub fn ink_on(step: usize) -> &'static str {
    if step >= 3 { GROUND } else { INK }
}

/// 五级分类: the fixed colour of each class, darker from class to class.
pub const CLASS: [(RiskClass, &str); 5] = [
    (RiskClass::Pass, "#d5e3f0"),
    (RiskClass::SpecialMention, "#f0c75e"),
    (RiskClass::Substandard, "#dd8a3e"),
    (RiskClass::Doubtful, "#a34a45"),
    (RiskClass::Loss, "#3a2140"),
];

/// The colour of a class.
pub fn class(class: RiskClass) -> &'static str {
    match class {
        RiskClass::Pass => CLASS[0].1,
        RiskClass::SpecialMention => CLASS[1].1,
        RiskClass::Substandard => CLASS[2].1,
        RiskClass::Doubtful => CLASS[3].1,
        RiskClass::Loss => CLASS[4].1,
    }
}

/// The colour of text on the colour of a class.
pub fn ink_on_class(class: RiskClass) -> &'static str {
    if class >= RiskClass::Doubtful {
        GROUND
    } else {
        INK
    }
}
