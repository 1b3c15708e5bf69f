//! The words of every check, in the order of the register.

mod a01_to_a10;
mod a11_to_a19;
mod a20_to_a28;

use super::RuleWords;

/// The words of every check.
pub const RULE_WORDS: &[RuleWords] = &[
    a01_to_a10::A01,
    a01_to_a10::A02,
    a01_to_a10::A03,
    a01_to_a10::A04,
    a01_to_a10::A05,
    a01_to_a10::A06,
    a01_to_a10::A07,
    a01_to_a10::A08,
    a01_to_a10::A09,
    a01_to_a10::A10,
    a11_to_a19::A11,
    a11_to_a19::A12,
    a11_to_a19::A13,
    a11_to_a19::A14,
    a11_to_a19::A15,
    a11_to_a19::A16,
    a11_to_a19::A17,
    a11_to_a19::A18,
    a11_to_a19::A19,
    a20_to_a28::A20,
    a20_to_a28::A21,
    a20_to_a28::A22,
    a20_to_a28::A23,
    a20_to_a28::A24,
    a20_to_a28::A25,
    a20_to_a28::A27,
    a20_to_a28::A28,
];
