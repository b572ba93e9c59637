//! The law: for every history of edits, the engine that lived through it and a
//! fresh engine build the same site and the same messages from where it ends.

mod broken_memos;
pub mod edits;
mod histories;
mod order;
mod precision;

use std::collections::BTreeMap;

use playbook::engine::Engine;
use playbook::memo::Digest;

use crate::fixture::{self, Files};

/// What the law speaks of: all bytes, all messages as they are printed, and the
/// keys by which a server knows what changed.
#[derive(PartialEq, Eq, Debug)]
struct Outcome {
    bytes: BTreeMap<String, Vec<u8>>,
    keys: BTreeMap<String, Digest>,
    messages: String,
}

fn outcome(engine: &mut Engine, files: &Files) -> Outcome {
    let build = engine.build(&fixture::sources(files));
    let keys = build.site.all().map(|(route, output)| (route.to_string(), output.key()));
    Outcome {
        keys: keys.collect(),
        messages: fixture::messages(&build, build.diagnostics()),
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
    let Some(route) = { routes }.find(differs) else { return different_key(lived, fresh) };
    let text = |outcome: &Outcome| match outcome.bytes.get(route) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => "nothing".to_owned(),
    };
    Some(format!("{route}:\n{}\ninstead of:\n{}", text(lived), text(fresh)))
}

/// An output that shows the same and says that it does not, or the other way.
fn different_key(lived: &Outcome, fresh: &Outcome) -> Option<String> {
    let differs = |route: &&String| lived.keys.get(*route) != fresh.keys.get(*route);
    lived.keys.keys().find(differs).map(|route| format!("{route} has another key"))
}
