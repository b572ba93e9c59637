//! The parts of a body that other pages may show: prompts, caught errors,
//! drills, steps, checks and questions, as plain values without offsets.

use serde::Serialize;

use crate::domain::{ErrorKind, KeptFor, Limit, Reached, Verdict};

/// Everything quotable of one document, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Excerpts {
    /// The `prompt` blocks, in order.
    pub prompts: Vec<Prompt>,
    /// The `caught` blocks, in order.
    pub caught: Vec<Caught>,
    /// The `drill` blocks, in order.
    pub drills: Vec<Drill>,
    /// Steps of *Old way*.
    pub old_way: Vec<Step>,
    /// Steps of *New way*.
    pub new_way: Vec<Step>,
    /// *Check before you use it*.
    pub checks: Vec<Check>,
    /// Lines after `May paste:`, as plain text.
    pub may_paste: Vec<String>,
    /// Lines after `Never paste:`, as plain text.
    pub never_paste: Vec<String>,
    /// First sentence of *Trust it when*.
    pub trust: Option<String>,
    /// First sentence of *Override when*.
    pub override_when: Option<String>,
    /// First sentence of *Do not rely on it when*.
    pub do_not_rely: Option<String>,
    /// First sentence of *Who agreed, how to roll back*.
    pub agreed: Option<String>,
}

/// A prompt with its blanks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Prompt {
    /// Its name, from `name="..."`.
    pub name: Option<String>,
    /// Its tool, as `tool=...` has it.
    pub tool: Option<String>,
    /// The text, cut at its blanks.
    pub parts: Vec<PromptPart>,
    /// Each blank once, in the order of first use.
    pub blanks: Vec<Blank>,
}

/// A run of a prompt's text, or a blank in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PromptPart {
    /// Text as it was written.
    Text(String),
    /// The blank of this name.
    Blank(String),
}

/// One field of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Blank {
    /// The name between the braces.
    pub name: String,
    /// What to put in; the name in words when nobody described it.
    pub label: String,
    /// Shown as a placeholder, never as a value.
    pub example: Option<String>,
    /// How it is filled in.
    pub input: BlankInput,
}

/// How a blank is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlankInput {
    /// A field of one line.
    Line,
    /// A field of several lines: `{{notes...}}`.
    Long,
    /// `{{tone|plain, warm}}`: one of these.
    Choice(Vec<String>),
}

/// An error that somebody caught.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Caught {
    /// What the tool said.
    pub said: String,
    /// What was true instead.
    pub fact: String,
    /// How it was noticed.
    pub noticed: Option<String>,
    /// What was wrong with it.
    pub kind: Option<ErrorKind>,
    /// How far it got.
    pub reached: Option<Reached>,
    /// What it cost, in words.
    pub cost: Option<String>,
    /// When it happened, in words.
    pub when: Option<String>,
    /// Who caught it, if they wish.
    pub by: Option<String>,
    /// Who allowed an error that reached a customer to be published.
    pub cleared_by: Option<String>,
}

/// An exercise with seeded errors.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Drill {
    /// What the reader should imagine.
    pub context: Option<String>,
    /// The text to judge.
    pub text: String,
    /// Seeded errors; none is a fair drill too.
    pub errors: Vec<DrillError>,
    /// What should be done with the text.
    pub verdict: Option<Verdict>,
}

/// One error that was put into the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DrillError {
    /// Occurs exactly once in the text.
    pub quote: String,
    /// What kind of error it is.
    pub kind: Option<ErrorKind>,
    /// Why it is wrong.
    pub why: Option<String>,
    /// The check that finds it.
    pub how_to_check: Option<String>,
}

/// One step of a process.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Step {
    /// What is done, without the tags.
    pub text: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Who does the step, as written.
    pub who: Option<String>,
    /// Whether the step was removed or kept, and why.
    pub tag: Option<StepTag>,
}

/// Whether a step survives the redesign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepTag {
    /// It existed for this human limit.
    Removed(Limit),
    /// A person keeps it for this.
    Kept(KeptFor),
}

/// One check before an output is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Check {
    /// What to check, without the notes.
    pub text: String,
    /// What to hold it against.
    pub source: Option<String>,
    /// Who makes the check, if named.
    pub by: Option<String>,
}
