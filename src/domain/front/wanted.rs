//! The front matter of a page that somebody asked for.

use crate::domain::field::Field;
use crate::domain::reading::{
    AnyLayer, Count, Day, FieldKind, Group, Ids, Record, Text, Values, Words, record,
};

record! {
    /// What the front matter of a wanted page says.
    WantedFront {
        /// Who wants it: roles by file name, name or alias.
        roles: Ids = "[sales]", new "", names Role;
        /// The layer that is asked for.
        layer: AnyLayer = "judgment", new "";
        /// The job that is asked for.
        job: Text = "call-notes", new "";
        /// Why it is wanted.
        why: Text = "Every call ends with half an hour of typing", new "";
        /// How many asked for it.
        seen: Count = "3", new "1";
        /// The day it was first asked for.
        asked: Day = "2026-10-05";
        /// Who took it on.
        taken: Group<Taken>;
        /// Words people search for that the text does not use.
        keywords: Words = "[minutes]";
    }
}

record! {
    /// Who is writing a page that somebody asked for.
    Taken or "by" {
        /// The colleague or desk, by file name, or who it is in words.
        by: Text = "m-osei", names Person;
        /// The day they said so.
        date: Day = "2026-11-12";
    }
}
