//! `playbook.toml` as typed settings. Bytes enter; a [`Config`] and
//! diagnostics leave. Deliberately absent: any file access.

mod parse;
mod schema;
mod shape;

use std::collections::BTreeMap;

pub use parse::{parse, place};
pub use shape::likely_contact;

/// Every setting, with its default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// What `[site]` says of the site.
    pub site: SiteSettings,
    /// What `[repository]` says, if there is one.
    pub repository: Option<Repository>,
    /// `[contact] url`: mail, form or channel; `{title}` and `{text}` are filled in.
    pub contact: Option<String>,
    /// What `[build]` says of publishing.
    pub build: BuildSettings,
    /// `[data] ladder`, least delicate first.
    pub ladder: Vec<String>,
    /// `[data] allowed_domains`: addresses that are no warning.
    pub allowed_domains: Vec<String>,
    /// What `[review]` says, in days.
    pub review: ReviewDays,
    /// `[people] desks_only`: nothing of a person is published.
    pub desks_only: bool,
    /// What `[limits]` refuses as too much.
    pub limits: Limits,
    /// `[search.synonyms]`: each word with what it finds.
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// What `[serve]` says of the preview.
    pub serve: Serve,
}

/// `[serve]`: for the preview only, shown in no byte of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Serve {
    /// `editor`: one of [`crate::domain::EDITORS`].
    pub editor: Option<String>,
}

/// What `[site]` says of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SiteSettings {
    /// The only setting that has no default.
    pub title: String,
    /// Without a trailing slash.
    pub base_url: Option<String>,
    /// A language that is shipped: `en`.
    pub language: String,
    /// The whole tag of it, as pages say it: `en`, or `de-CH` with a region.
    pub language_tag: String,
    /// A folder in `themes/`, or `default`.
    pub theme: String,
    /// A file in `static/`.
    pub logo: Option<String>,
    /// A file in `static/`.
    pub favicon: Option<String>,
    /// Keeps search engines out.
    pub noindex: bool,
    /// More links in the foot of every page.
    pub links: Vec<SiteLink>,
}

/// A link in the foot of every page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct SiteLink {
    /// The words of the link.
    pub text: String,
    /// The address it leads to.
    pub url: String,
}

/// `[repository]`, for edit and propose links.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Repository {
    /// Without a trailing slash.
    pub url: String,
    /// Guessed from the address when not given.
    pub forge: Forge,
    /// The branch that changes are for.
    pub branch: String,
    /// Folder of the playbook in the repository, without slashes at its ends.
    pub root: String,
}

/// Who hosts the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Forge {
    /// GitHub: its editor takes a file's text from the address.
    Github,
    /// GitLab: its editor takes the name of a file only.
    Gitlab,
    /// Gitea and Forgejo: their editor takes a file's text from the address.
    Gitea,
    /// Azure DevOps: a folder's page is as near as a link can lead.
    Azure,
    /// Bitbucket: as near as with Azure DevOps.
    Bitbucket,
}

/// What `[build]` says of publishing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BuildSettings {
    /// Folder of the site, from the root.
    pub output: String,
    /// `gaps = "hide"`: lists leave first versions out.
    pub hide_gaps: bool,
    /// `raw_html = "allowlist"`: harmless elements are kept.
    pub allow_html: bool,
    /// Extensions that may be published, in lower case.
    pub assets: Vec<String>,
}

/// `[review]`: days until a page is due again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReviewDays {
    /// Days for pages with high stakes.
    pub high: u32,
    /// Days for pages with medium stakes.
    pub medium: u32,
    /// Days for pages with low stakes.
    pub low: u32,
}

/// `[limits]`: counted, never timed, so that output does not depend on a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Size of a page's source.
    pub page_bytes: u64,
    /// Size of its front matter.
    pub front_matter_bytes: u64,
    /// Lines of a page's source.
    pub page_lines: u64,
    /// Depth of nested lists and quotes.
    pub nesting: u32,
    /// Bytes of a code block that are highlighted.
    pub highlight_bytes: u64,
    /// Files below the root.
    pub files: u64,
    /// How deep folders may lie.
    pub folder_depth: u32,
    /// Pixels of an image, width times height.
    pub image_pixels: u64,
    /// Size of an image or download.
    pub asset_bytes: u64,
}
