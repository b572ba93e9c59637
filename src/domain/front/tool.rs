//! The front matter of a tool.

use crate::domain::field::Field;
use crate::domain::reading::{
    Address, Channel, Choice, FieldKind, Id, Ids, Record, Rung, Texts, Values, Words, record,
};
use crate::domain::vocabulary::ToolStatus;

record! {
    /// What the front matter of a tool says.
    ToolFront {
        /// Other names that people use for it.
        aliases: Ids = "[CW, the writer]";
        /// Whether it may be used; pages that use a tool that may not are stopped.
        status: Choice<ToolStatus> = "approved", new "pilot";
        /// The highest rung of the data ladder that may go in.
        data_max: Rung = "confidential", new "public";
        /// What it is good for.
        good_for: Texts = "[First drafts]", new "[]";
        /// What it is not good for.
        not_good_for: Texts = "[Figures]";
        /// The tool to use instead.
        replaced_by: Id = "assistant", names Tool;
        /// The address it is opened at.
        link: Address = "https://assistant.example";
        /// Where to ask for help or for an account.
        ask: Channel = "\"#ai-help\"";
        /// Words people search for that the text does not use.
        keywords: Words = "[chatbot]";
    }
}
