//! Parts that several views share. Every `href` is relative to the page that
//! shows it, percent-encoded, or an absolute address of an allowed scheme.

use serde::Serialize;

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LinkView {
    pub text: String,
    pub href: String,
}

/// A link, or a name that nothing stands behind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NameView {
    pub text: String,
    /// Where it goes, when there is a page.
    pub href: Option<String>,
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DateView {
    /// `2026-09-30`, for `datetime`.
    pub iso: String,
    /// `30 September 2026`
    pub text: String,
}

/// A layer, as a badge shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LayerView {
    /// `fluency`, `judgment`, `redesign`: also the class that colours it.
    pub id: &'static str,
    /// `Fluency`
    pub name: String,
    /// `Use it`
    pub subtitle: String,
    pub href: String,
}

/// What a reader is told of a page's status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct StatusView {
    /// `retired`, `stopped`, `rebuilding`, `first-version`, `example`, `needs-review`,
    /// `team-default`, `proven`, `trial`.
    pub id: &'static str,
    /// The reason in the reader's words.
    pub sentence: String,
    /// The page or tool to use instead.
    pub instead: Option<LinkView>,
    /// Reasons to check the page first that the sentence does not say: its tool was
    /// retired, its owner has left, its newest repeat failed.
    pub also: Vec<ReasonView>,
}

/// A reason to check a page first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ReasonView {
    /// In the reader's words.
    pub sentence: String,
    /// The tool to use instead.
    pub instead: Option<LinkView>,
}

/// A rung of the data ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RungView {
    /// `internal`
    pub name: String,
    /// Its place on the ladder, from 1 for the least delicate.
    pub rung: u32,
    /// Length of the ladder.
    pub of: u32,
    /// The ladder as a picture: its width, at a height of ten.
    pub width: u32,
    /// The rungs of the picture up to this one, as path data of SVG.
    pub reached: String,
    /// The rungs above it, likewise.
    pub above: String,
}

impl RungView {
    /// Rung `rung` of `of`, with its picture: each rung is higher than the one
    /// before, up to the fourth. Thousands of pages show it, so that no template
    /// has to do sums.
    pub fn new(name: String, rung: u32, of: u32) -> Self {
        const WIDTH: u32 = 7;
        let draw = |n: u32| {
            let height = if n < 4 { 2 * n + 2 } else { 10 };
            format!("M{} {}h5v{height}h-5z", n * WIDTH - 6, 10 - height)
        };
        Self {
            name,
            rung,
            of,
            width: of * WIDTH,
            reached: (1..=rung).map(draw).collect(),
            above: (rung + 1..=of).map(draw).collect(),
        }
    }
}

/// A workflow in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EntryView {
    pub href: String,
    pub title: String,
    pub summary: String,
    /// When to use it.
    pub trigger: Option<String>,
    /// Colours the card's edge.
    pub layer: LayerView,
    /// In the reader's words.
    pub status: StatusView,
    /// Names of its roles.
    pub roles: Vec<String>,
    /// Names of its tools.
    pub tools: Vec<String>,
    /// A mistake would be expensive.
    pub high_stakes: bool,
    /// `50 min -> 15 min a run`, only beside what people do instead.
    pub minutes: Option<String>,
    /// When somebody should run it again. Whether that day is over is for the
    /// reader's clock to say.
    pub due: Option<DateView>,
}

/// A workflow beside the text of another: no more than is shown there, so that
/// an edit of its summary does not concern this page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RailEntryView {
    pub href: String,
    pub title: String,
    /// `fluency`, `judgment`, `redesign`: the class that colours its mark.
    pub layer: &'static str,
    /// What a reader should know of its status before going there.
    pub warning: Option<String>,
}

/// A caught error, away from its page. It never stands beside an owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CaughtEntryView {
    /// What the tool said.
    pub said: String,
    pub fact: String,
    /// The kind of error, in words.
    pub kind: Option<String>,
    /// How it was noticed.
    pub noticed: Option<String>,
    /// The page it is told on.
    pub page: LinkView,
}

/// Where a person may act on a page: all without an account but the first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ActionsView {
    /// The forge's editor for this file.
    pub edit: Option<String>,
    pub repeated: Option<String>,
    /// "Improve this".
    pub improve: Option<String>,
    /// "This is wrong".
    pub wrong: Option<String>,
    /// Of a wanted page that nobody has written: "I want this too".
    pub want: Option<String>,
    /// What a site owner has to set before anybody can write from here.
    pub unset: Option<String>,
    pub twin: Option<String>,
    /// Of a write-up: the address that stays when it moves.
    pub permanent: Option<String>,
}
