//! Reads the bytes that are shipped: nothing in them may be newer than the browsers of the offices.

use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// What Chromium 75 and Firefox 62 know. Not in it: reference types (no `externref`, one table), multi-value, SIMD, tail calls.
const KNOWN: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::GC_TYPES);

/// What keeps the module from running in old browsers, as sentences without a full stop; empty if nothing does.
pub fn flaws(wasm: &[u8]) -> Vec<String> {
    let mut flaws = Vec::new();
    if let Err(error) = Validator::new_with_features(KNOWN).validate_all(wasm) {
        flaws.push(format!("{} at byte {:#x}", error.message(), error.offset()));
    }
    match tables(wasm) {
        Ok(1) => {}
        Ok(count) => flaws.push(format!("it has {count} tables where one is expected")),
        Err(error) => flaws.push(format!("it cannot be read: {error}")),
    }
    flaws
}

fn tables(wasm: &[u8]) -> wasmparser::Result<u32> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::TableSection(section) = payload? {
            return Ok(section.count());
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const ONE_TABLE: &[u8] = &[4, 4, 1, 0x70, 0, 0];

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [&[HEADER], sections].concat().concat()
    }

    #[test]
    fn one_table_of_functions_is_known_everywhere() {
        assert_eq!(flaws(&module(&[ONE_TABLE])), Vec::<String>::new());
    }

    #[test]
    fn a_second_table_is_a_flaw() {
        let two = &[4, 7, 2, 0x70, 0, 0, 0x70, 0, 0];
        assert!(!flaws(&module(&[two])).is_empty());
    }

    #[test]
    fn an_externref_parameter_is_a_flaw() {
        let takes_externref = &[1, 5, 1, 0x60, 1, 0x6f, 0];
        assert_eq!(flaws(&module(&[takes_externref, ONE_TABLE])).len(), 1);
    }

    #[test]
    fn two_results_are_a_flaw_and_one_is_not() {
        let one = &[1, 5, 1, 0x60, 0, 1, 0x7f];
        let two = &[1, 6, 1, 0x60, 0, 2, 0x7f, 0x7f];
        assert!(flaws(&module(&[one, ONE_TABLE])).is_empty());
        assert_eq!(flaws(&module(&[two, ONE_TABLE])).len(), 1);
    }

    #[test]
    fn what_is_not_wasm_is_a_flaw() {
        assert!(!flaws(b"<html>").is_empty());
    }
}
