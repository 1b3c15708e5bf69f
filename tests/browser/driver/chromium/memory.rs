//! Looks into the memory of the wasm programs of a page and its workers.

use serde_json::json;

use super::Chromium;

/// Whether one of the memories given holds the text, as UTF-8. The search is the browser's own over a text of as many
/// characters as there are bytes.
const SEARCH: &str = r"function (text) {
  const characters = (bytes) => new TextDecoder('latin1').decode(bytes);
  const wanted = characters(new TextEncoder().encode(text));
  return this.some((memory) => characters(memory.buffer).includes(wanted));
}";

impl Chromium {
    /// How many wasm memories the page and its workers have, and how many of them hold the text.
    pub(super) fn memories(&self, page: &str, wanted: &str) -> (usize, usize) {
        let sessions: Vec<String> = {
            let state = self.state.borrow();
            let owned = state.owner.iter().filter(|(_, owner)| *owner == page);
            owned.map(|(session, _)| session.clone()).collect()
        };
        let found: Vec<bool> = sessions
            .iter()
            .filter_map(|session| self.memory_holds(session, wanted))
            .collect();
        (found.len(), found.iter().filter(|holds| **holds).count())
    }

    /// None where the worker has ended, or has no memory.
    fn memory_holds(&self, session: &str, wanted: &str) -> Option<bool> {
        let prototype = json!({ "expression": "WebAssembly.Memory.prototype" });
        let prototype = self
            .call(Some(session), "Runtime.evaluate", prototype)
            .ok()?;
        let prototype = json!({ "prototypeObjectId": prototype.pointer("/result/objectId")? });
        let memories = self
            .call(Some(session), "Runtime.queryObjects", prototype)
            .ok()?;
        let memories = memories.pointer("/objects/objectId")?.clone();
        let search = |declaration: &str| {
            let params = json!({ "objectId": memories, "functionDeclaration": declaration,
                "arguments": [{ "value": wanted }], "returnByValue": true });
            let answer = self.command(Some(session), "Runtime.callFunctionOn", params);
            answer.pointer("/result/value").cloned()
        };
        let count = search("function () { return this.length }")?.as_u64()?;
        (count > 0).then(|| search(SEARCH) == Some(json!(true)))
    }
}
