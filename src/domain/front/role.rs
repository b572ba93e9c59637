//! The front matter of a role.

use crate::domain::field::Field;
use crate::domain::reading::{
    Channel, FieldKind, Groups, Id, Ids, Record, Required, Text, Values, Words, record,
};

record! {
    /// What the front matter of a role says.
    RoleFront {
        /// Other names for it, such as an abbreviation.
        aliases: Ids = "[CSM, CS]", new "[]";
        /// The jobs of this role, the most important first.
        priorities: Groups<Priority>, new "[]";
        /// Where its people meet.
        channel: Channel = "\"#customer-success\"";
        /// The collection to begin with.
        start_with: Id = "first-quarter", names Collection;
        /// Words people search for that the text does not use.
        keywords: Words = "[renewals]";
    }
}

record! {
    /// A job and the moment it comes up; a text is a job without one.
    Priority or "job" {
        /// The `job` of the workflows that do it.
        job: Required<Text> = "renewal-prep";
        /// The moment it comes up.
        when: Text = "A renewal is inside 60 days";
    }
}
