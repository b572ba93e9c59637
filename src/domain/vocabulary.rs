//! The closed vocabularies of front matter and blocks: each enumeration has the
//! words that a writer uses.

/// An enumeration with a word for each value.
pub trait Vocabulary: Copy + 'static {
    /// Every value, in order.
    const VALUES: &'static [Self];
    /// The word of each value.
    const WORDS: &'static [&'static str];
}

/// Declares an enumeration with a word for each value: `ALL`, `as_str`, `parse`
/// and [`Vocabulary`]. A value is documented by its word, and by what stands above it.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $(#[$about])* $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::domain::vocabulary::Vocabulary for $name {
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
pub(super) use vocabulary;

vocabulary! {
    /// What a colleague gains from a page.
    Layer {
        /// Reaching for the tool.
        Fluency = "fluency",
        /// Knowing when to trust it.
        Judgment = "judgment",
        Redesign = "redesign",
    }
}

vocabulary! {
    /// What a mistake would cost.
    #[derive(Default)]
    Stakes {
        /// Reviewed every 180 days.
        Low = "low",
        /// Reviewed every 90 days.
        #[default]
        Medium = "medium",
        /// Reviewed every 60 days, and a second person checks.
        High = "high",
    }
}

vocabulary! {
    /// How a colleague's repeat ended. Ordered from the best to the worst.
    RepeatResult {
        Worked = "worked",
        Adapted = "adapted",
        Failed = "failed",
    }
}

vocabulary! {
    /// Whether a tool may be used.
    ToolStatus {
        Approved = "approved",
        /// For those who try it out.
        Pilot = "pilot",
        NotApproved = "not-approved",
        Retired = "retired",
    }
}

vocabulary! {
    /// How often the minutes of a page are spent.
    #[derive(Default)]
    Per {
        /// Each time.
        #[default]
        Run = "run",
        Day = "day",
        Week = "week",
        Month = "month",
    }
}

vocabulary! {
    /// Where a figure of evidence comes from.
    EvidenceSource {
        /// Whoever did it says so.
        SelfReport = "self",
        /// A coach saw it.
        Coach = "coach",
        /// A system counted it.
        System = "system",
    }
}

vocabulary! {
    /// The human limit that a removed step existed for.
    Limit {
        Speed = "speed",
        Memory = "memory",
        /// People are not always there.
        Availability = "availability",
        Consistency = "consistency",
    }
}

vocabulary! {
    /// Why a person keeps a step.
    KeptFor {
        /// Somebody has to decide.
        Judgment = "judgment",
        /// Somebody has to be allowed to.
        Authority = "authority",
        /// Somebody has to be known.
        Relationship = "relationship",
        /// Somebody has to answer for it.
        Accountability = "accountability",
    }
}

vocabulary! {
    /// How far a caught error got.
    Reached {
        /// Seen by its author only.
        Draft = "draft",
        /// Seen inside the company.
        Colleague = "colleague",
        Customer = "customer",
    }
}

vocabulary! {
    /// What to do with a drill's text.
    Verdict {
        Use = "use",
        Fix = "fix",
        Reject = "reject",
    }
}

vocabulary! {
    /// What was wrong with an output.
    ErrorKind {
        WrongFact = "wrong fact",
        /// Two values in each other's place.
        SwappedValues = "swapped values",
        StaleSource = "stale source",
        Omission = "omission",
        /// A summary that says something else.
        ChangedMeaning = "changed meaning",
        /// More than was asked or known.
        Overreach = "overreach",
        /// Nothing to hold it against.
        NoSource = "no source",
        /// A wrong name or title.
        WrongPerson = "wrong person or title",
        /// Wrong for whoever reads it.
        Tone = "tone",
        /// "Nothing to see here", where there was.
        FalseAllClear = "false all-clear",
    }
}
