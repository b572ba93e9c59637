//! The closed vocabularies of front matter and blocks: each enumeration has the
//! words that a writer uses.

/// An enumeration with a word for each value.
pub trait Vocabulary: Copy + 'static {
    /// Every value, in order.
    const VALUES: &'static [Self];
    /// Their words.
    const WORDS: &'static [&'static str];
}

/// Gives an enumeration its words: `as_str`, `parse`, `ALL` and [`Vocabulary`].
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in front matter or in a block.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Vocabulary for $name {
            const VALUES: &'static [Self] = Self::ALL;
            const WORDS: &'static [&'static str] = &[$($word),+];
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
    };
}

/// What a colleague gains from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Reaching for the tool.
    Fluency,
    /// Knowing when to trust it.
    Judgment,
    /// Rebuilding the process.
    Redesign,
}
words!(Layer { Fluency => "fluency", Judgment => "judgment", Redesign => "redesign" });

/// What a mistake would cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stakes {
    /// Reviewed every 180 days.
    Low,
    /// Reviewed every 90 days.
    #[default]
    Medium,
    /// Reviewed every 60 days, and a second person checks.
    High,
}
words!(Stakes { Low => "low", Medium => "medium", High => "high" });

/// How a colleague's repeat ended. Ordered from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepeatResult {
    /// As written.
    Worked,
    /// With changes.
    Adapted,
    /// Not at all.
    Failed,
}
words!(RepeatResult { Worked => "worked", Adapted => "adapted", Failed => "failed" });

/// Whether a tool may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToolStatus {
    /// For everybody.
    Approved,
    /// For those who try it out.
    Pilot,
    /// For nobody.
    NotApproved,
    /// Switched off.
    Retired,
}
words!(ToolStatus {
    Approved => "approved",
    Pilot => "pilot",
    NotApproved => "not-approved",
    Retired => "retired",
});

/// How often the minutes of a page are spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    /// Each time.
    #[default]
    Run,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}
words!(Per { Run => "run", Day => "day", Week => "week", Month => "month" });

/// Where a figure of evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceSource {
    /// Whoever did it says so.
    SelfReport,
    /// A coach saw it.
    Coach,
    /// A system counted it.
    System,
}
words!(EvidenceSource { SelfReport => "self", Coach => "coach", System => "system" });

/// The human limit that a removed step existed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// People are slow.
    Speed,
    /// People forget.
    Memory,
    /// People are not always there.
    Availability,
    /// People differ.
    Consistency,
}
words!(Limit {
    Speed => "speed",
    Memory => "memory",
    Availability => "availability",
    Consistency => "consistency",
});

/// Why a person keeps a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeptFor {
    /// Somebody has to decide.
    Judgment,
    /// Somebody has to be allowed to.
    Authority,
    /// Somebody has to be known.
    Relationship,
    /// Somebody has to answer for it.
    Accountability,
}
words!(KeptFor {
    Judgment => "judgment",
    Authority => "authority",
    Relationship => "relationship",
    Accountability => "accountability",
});

/// How far a caught error got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reached {
    /// Seen by its author only.
    Draft,
    /// Seen inside the company.
    Colleague,
    /// Seen outside.
    Customer,
}
words!(Reached { Draft => "draft", Colleague => "colleague", Customer => "customer" });

/// What to do with a drill's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// As it is.
    Use,
    /// After mending.
    Fix,
    /// Not at all.
    Reject,
}
words!(Verdict { Use => "use", Fix => "fix", Reject => "reject" });

/// What was wrong with an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// A wrong fact.
    WrongFact,
    /// Two values in each other's place.
    SwappedValues,
    /// True once.
    StaleSource,
    /// Something is missing.
    Omission,
    /// A summary that says something else.
    ChangedMeaning,
    /// More than was asked or known.
    Overreach,
    /// Nothing to hold it against.
    NoSource,
    /// A wrong name or title.
    WrongPerson,
    /// Wrong for whoever reads it.
    Tone,
    /// "Nothing to see here", where there was.
    FalseAllClear,
}
words!(ErrorKind {
    WrongFact => "wrong fact",
    SwappedValues => "swapped values",
    StaleSource => "stale source",
    Omission => "omission",
    ChangedMeaning => "changed meaning",
    Overreach => "overreach",
    NoSource => "no source",
    WrongPerson => "wrong person or title",
    Tone => "tone",
    FalseAllClear => "false all-clear",
});
