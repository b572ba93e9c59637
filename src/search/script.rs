//! How the index is published: scripts that call one function. It is the only
//! way to load a file that works over http, from a folder on a disk and under a
//! strict content policy.

use serde::Serialize;

/// `playbookSearch("words", "re", "1f3c", ...)`: what it is, its name, its
/// version.
pub(super) fn call<T: Serialize + ?Sized>(
    what: &str,
    name: &str,
    version: &str,
    payload: &T,
) -> Vec<u8> {
    let mut script = Vec::with_capacity(8 << 10);
    script.extend_from_slice(b"playbookSearch(");
    for text in [what, name, version] {
        // Text and plain structs cannot fail.
        let _ = serde_json::to_writer(&mut script, text);
        script.push(b',');
    }
    let _ = serde_json::to_writer(&mut script, payload);
    script.extend_from_slice(b");\n");
    script
}
