//! Which letters there are, and which lines each has.

/// What a reader writes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// They did what a page says.
    Repeated,
    /// They would change something of it.
    Improve,
    /// Something in it is not so.
    Wrong,
    /// They want a page that others asked for.
    Want,
    /// They ask for a page that is not there.
    Ask,
    /// They write a page.
    Write,
}

/// A line to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterLine {
    /// The address of the page that the letter is about.
    Page,
    /// How a repeat ended.
    Result,
    /// Who did it, in words.
    Who,
    /// The day they did it.
    Date,
    /// What others should know.
    Note,
    /// What should be otherwise.
    Change,
    /// What is not so.
    Mistake,
    /// What is right instead of it.
    Truth,
    /// The title of a page to be.
    Title,
    /// The role that it is for.
    Role,
    /// The job in a word or two.
    Job,
    /// What a reader can do afterwards.
    Layer,
    /// What it is wanted for.
    Why,
    /// The moment to think of it.
    When,
    /// How it is done.
    How,
    /// What must not be pasted.
    Never,
    /// What went wrong with it.
    Failure,
    /// The day it was done last.
    Last,
}

impl LetterKind {
    /// Every kind of letter.
    pub const ALL: [Self; 6] =
        [Self::Repeated, Self::Improve, Self::Wrong, Self::Want, Self::Ask, Self::Write];

    /// Its name in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Repeated => "repeated",
            Self::Improve => "improve",
            Self::Wrong => "wrong",
            Self::Want => "want",
            Self::Ask => "ask",
            Self::Write => "write",
        }
    }

    /// Its lines, the page's address first.
    pub fn lines(self) -> &'static [LetterLine] {
        use LetterLine as L;
        match self {
            Self::Repeated => &[L::Page, L::Result, L::Who, L::Date, L::Note],
            Self::Improve => &[L::Page, L::Change, L::Why],
            Self::Wrong => &[L::Page, L::Mistake, L::Truth],
            Self::Want => &[L::Page, L::Why],
            Self::Ask => &[L::Page, L::Title, L::Role, L::Layer, L::Why],
            Self::Write => &[
                L::Page,
                L::Title,
                L::Role,
                L::Job,
                L::Layer,
                L::When,
                L::How,
                L::Never,
                L::Failure,
                L::Last,
            ],
        }
    }
}

impl LetterLine {
    /// Every line that a letter may have.
    pub const ALL: [Self; 18] = [
        Self::Page,
        Self::Result,
        Self::Who,
        Self::Date,
        Self::Note,
        Self::Change,
        Self::Mistake,
        Self::Truth,
        Self::Title,
        Self::Role,
        Self::Job,
        Self::Layer,
        Self::Why,
        Self::When,
        Self::How,
        Self::Never,
        Self::Failure,
        Self::Last,
    ];

    /// Its name in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Result => "result",
            Self::Who => "who",
            Self::Date => "date",
            Self::Note => "note",
            Self::Change => "change",
            Self::Mistake => "mistake",
            Self::Truth => "truth",
            Self::Title => "title",
            Self::Role => "role",
            Self::Job => "job",
            Self::Layer => "layer",
            Self::Why => "why",
            Self::When => "when",
            Self::How => "how",
            Self::Never => "never",
            Self::Failure => "failure",
            Self::Last => "last",
        }
    }
}
