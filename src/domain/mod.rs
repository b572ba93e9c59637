//! What a playbook is about, as plain values: the kinds of page, the closed
//! vocabularies, the sections of each layer's contract, and the one description of
//! every field of front matter. Uses nothing of the crate.

mod days;
mod field;
mod front;
mod kind;
pub mod reading;
mod reference;
mod schema;
mod section;
mod settings;
mod vocabulary;

pub use days::{likely_days, only_number, parse_days};
pub use field::{Field, FieldShape};
pub use front::{
    Checkpoint, CollectionFront, Correction, DrillFront, Evidence, Front, GuideFront, Hold,
    LayerFront, Minutes, PersonFront, Priority, Rebuilding, Repeat, Retired, RoleFront, Taken,
    ToolChange, ToolFront, WantedFront, WorkflowFront, fields_of, is_any, title_key,
};
pub use kind::Kind;
pub use reference::{fields_reference, settings_reference};
pub use schema::{schema_of, settings_schema};
pub use section::SectionName;
pub use settings::{DefaultOrExample, EDITORS, SETTINGS, Setting, SettingShape, SettingsTable};
pub use vocabulary::{
    ErrorKind, EvidenceSource, KeptFor, Layer, Limit, Per, Reached, RepeatResult, Stakes,
    ToolStatus, Verdict, Vocabulary,
};
