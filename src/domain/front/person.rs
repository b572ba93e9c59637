//! The front matter of a person or a desk.

use crate::domain::field::Field;
use crate::domain::reading::{Channel, Day, FieldKind, Flag, Ids, Record, Values, Words, record};

record! {
    /// What the front matter of a person or a desk says.
    PersonFront {
        /// Their roles, by file name, name or alias.
        roles: Ids = "[sales]", new "", names Role;
        /// Whether they help others to write pages.
        champion: Flag = "true";
        /// Whether they coach a group.
        coach: Flag = "true";
        /// Workflows that they will demonstrate.
        shows: Ids = "[renewal-prep]", names Workflow;
        /// Where to ask them.
        ask: Channel = "\"#ask-osei\"", new "";
        /// Their last day at the company.
        left: Day = "2026-06-30";
        /// Whether it is a desk, and no person.
        desk: Flag = "true";
        /// Words people search for that the text does not use.
        keywords: Words = "[renewals]";
    }
}
