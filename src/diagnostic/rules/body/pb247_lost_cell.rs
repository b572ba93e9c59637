//! A row of a table has more cells than the table has columns.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB247", "lost-cell", Warn, "pb247_lost_cell.md");

/// What the page does not show of a row; `corrected` is the row to write when a bar
/// in code is what parted it.
pub fn found(place: Place, lost: &str, columns: usize, corrected: Option<String>) -> Diagnostic {
    let columns = match columns {
        1 => text!("1 column"),
        _ => text!("{columns} columns", columns),
    };
    let message =
        text!("\"{lost}\" is not shown: this table has {columns}", lost = clip(lost), columns);
    let found = RULE.at(place, message).label("beyond the last column");
    match corrected {
        Some(row) => found.help(row).help("a bar within a cell is written with a backslash, `\\|`"),
        None => found.help(
            "add a column to the table's first two lines, or write `\\|` for a bar that parts no cells",
        ),
    }
}
