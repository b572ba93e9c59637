//! The front matter of a tool.

use crate::domain::field::Field;
use crate::domain::reading::{
    Address, Channel, Choice, Day, FieldKind, Flag, Groups, Id, Ids, Record, Required, Rung, Text,
    Texts, Values, Words, record,
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
        /// What changed about it, by day: a new model, another status.
        changes: Groups<ToolChange>;
        /// Words people search for that the text does not use.
        keywords: Words = "[chatbot]";
    }
}

record! {
    /// What changed about a tool on one day.
    ToolChange {
        /// The day of the change.
        date: Required<Day> = "2026-11-02";
        /// What is different since then.
        what: Required<Text> = "A new model answers";
        /// Whether pages have to be run again: those last run before that day say so.
        rerun: Flag = "true";
        /// The status that it has since then.
        status: Choice<ToolStatus> = "approved";
    }
}
