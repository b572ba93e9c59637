//! The sections that a layer's contract knows. Their headings in every shipped
//! language are in `language`; matching is done by `document`.

use super::vocabulary::{Layer, vocabulary};

vocabulary! {
    /// A section with a meaning, in the order of the contract. Its word is its key in
    /// the language files, and the name that templates see.
    SectionName {
        When = "when",
        NotFor = "not-for",
        Before = "before",
        Steps = "steps",
        Prompt = "prompt",
        Good = "good",
        Check = "check",
        Trust = "trust",
        Override = "override",
        DoNotRely = "do-not-rely",
        Wrong = "wrong",
        Drill = "drill",
        OldWay = "old-way",
        NewWay = "new-way",
        StaysHuman = "stays-human",
        Agreed = "agreed",
        Evidence = "evidence",
        Log = "log",
    }
}

impl SectionName {
    /// The sections that a page of a layer often has beside those that it must have.
    pub fn optional(layer: Layer) -> &'static [Self] {
        match layer {
            Layer::Fluency => &[Self::Good, Self::Wrong, Self::Evidence],
            Layer::Judgment => {
                &[Self::Steps, Self::Prompt, Self::Good, Self::Drill, Self::Evidence]
            }
            Layer::Redesign => &[
                Self::NotFor,
                Self::Prompt,
                Self::Good,
                Self::Wrong,
                Self::Drill,
                Self::Evidence,
                Self::Log,
            ],
        }
    }

    /// The sections that a layer's contract demands; while a redesign is being
    /// rebuilt, the old way and the log are enough.
    pub fn required(layer: Layer, rebuilding: bool) -> &'static [Self] {
        match layer {
            Layer::Fluency => {
                &[Self::When, Self::NotFor, Self::Before, Self::Steps, Self::Prompt, Self::Check]
            }
            Layer::Judgment => &[
                Self::When,
                Self::NotFor,
                Self::Before,
                Self::Check,
                Self::Trust,
                Self::Override,
                Self::DoNotRely,
                Self::Wrong,
            ],
            Layer::Redesign if rebuilding => &[Self::OldWay, Self::Log],
            Layer::Redesign => &[
                Self::When,
                Self::Before,
                Self::Check,
                Self::OldWay,
                Self::NewWay,
                Self::StaysHuman,
                Self::Agreed,
            ],
        }
    }
}
