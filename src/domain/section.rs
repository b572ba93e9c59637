//! The sections that a layer's contract knows. Their headings in every shipped
//! language are in `language`; matching is done by `document`.

use super::vocabulary::Layer;

/// A section with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionName {
    /// When to use it.
    When,
    /// Not for.
    NotFor,
    /// Before you start.
    Before,
    /// Steps.
    Steps,
    /// Prompt.
    Prompt,
    /// What good looks like.
    Good,
    /// Check before you use it.
    Check,
    /// Trust it when.
    Trust,
    /// Override when.
    Override,
    /// Do not rely on it when.
    DoNotRely,
    /// What went wrong.
    Wrong,
    /// Drill.
    Drill,
    /// Old way.
    OldWay,
    /// New way.
    NewWay,
    /// What stays human.
    StaysHuman,
    /// Who agreed, how to roll back.
    Agreed,
    /// Evidence.
    Evidence,
    /// Log.
    Log,
}

impl SectionName {
    /// Every section, in the order of the contract.
    pub const ALL: [Self; 18] = [
        Self::When,
        Self::NotFor,
        Self::Before,
        Self::Steps,
        Self::Prompt,
        Self::Good,
        Self::Check,
        Self::Trust,
        Self::Override,
        Self::DoNotRely,
        Self::Wrong,
        Self::Drill,
        Self::OldWay,
        Self::NewWay,
        Self::StaysHuman,
        Self::Agreed,
        Self::Evidence,
        Self::Log,
    ];

    /// The key in the language files, and the name that templates see.
    pub fn key(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::NotFor => "not-for",
            Self::Before => "before",
            Self::Steps => "steps",
            Self::Prompt => "prompt",
            Self::Good => "good",
            Self::Check => "check",
            Self::Trust => "trust",
            Self::Override => "override",
            Self::DoNotRely => "do-not-rely",
            Self::Wrong => "wrong",
            Self::Drill => "drill",
            Self::OldWay => "old-way",
            Self::NewWay => "new-way",
            Self::StaysHuman => "stays-human",
            Self::Agreed => "agreed",
            Self::Evidence => "evidence",
            Self::Log => "log",
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

impl serde::Serialize for SectionName {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}
