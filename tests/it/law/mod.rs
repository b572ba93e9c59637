//! The law: for every history of edits, the engine that lived through it and a
//! fresh engine build the same site and the same messages from where it ends.

mod broken_memos;
mod edits;
mod histories;
mod order;
mod precision;

use playbook::engine::Engine;

use crate::fixture::{self, Files};

/// What the law speaks of: all bytes, and all messages as they are printed.
#[derive(PartialEq, Eq, Debug)]
struct Outcome {
    bytes: std::collections::BTreeMap<String, Vec<u8>>,
    messages: String,
}

fn outcome(engine: &mut Engine, files: &Files) -> Outcome {
    let build = engine.build(&fixture::sources(files));
    Outcome {
        messages: fixture::messages(&build, &build.diagnostics),
        bytes: fixture::bytes(&build),
    }
}

/// What differs between two outcomes, in words; nothing when the law holds.
fn difference(lived: &Outcome, fresh: &Outcome) -> Option<String> {
    if lived.messages != fresh.messages {
        return Some(format!("messages:\n{}\ninstead of:\n{}", lived.messages, fresh.messages));
    }
    let routes = lived.bytes.keys().chain(fresh.bytes.keys());
    let differs = |route: &&String| lived.bytes.get(*route) != fresh.bytes.get(*route);
    let route = { routes }.find(differs)?;
    let text = |outcome: &Outcome| match outcome.bytes.get(route) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => "nothing".to_owned(),
    };
    Some(format!("{route}:\n{}\ninstead of:\n{}", text(lived), text(fresh)))
}
