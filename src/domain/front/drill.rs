//! The front matter of a drill.

use crate::domain::field::Field;
use crate::domain::reading::{FieldKind, Flag, Id, Ids, Record, Values, Words, record};

record! {
    /// What the front matter of a drill says.
    DrillFront {
        /// Who it is for: roles by file name, name or alias, or `everyone`.
        roles: Ids = "[sales]", new "", names Role;
        /// The workflow whose caught error it was.
        from: Id = "renewal-prep", names Workflow;
        /// Whether there is no real error behind it.
        made_up: Flag = "true", new "true";
        /// Words people search for that the text does not use.
        keywords: Words = "[figures]";
    }
}
