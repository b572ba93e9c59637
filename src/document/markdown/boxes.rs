//! Boxes around a note: the five that GitHub knows, for those of other tools.

/// The box that is nearest to one of another tool.
pub(in crate::document) fn box_kind(word: &str) -> &'static str {
    match word {
        "tip" | "hint" | "success" | "check" | "done" => "TIP",
        "important" => "IMPORTANT",
        "warning" | "attention" | "question" | "help" => "WARNING",
        "caution" | "danger" | "error" | "bug" | "failure" | "fail" | "missing" => "CAUTION",
        _ => "NOTE",
    }
}
