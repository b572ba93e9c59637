//! The one description of every setting of `playbook.toml`: what it is called,
//! what may stand there, what it means where it is left out. The reader, messages,
//! the schema and the reference follow from it.

/// A table of `playbook.toml` with its keys.
#[derive(Debug)]
pub struct SettingsTable {
    /// Its name: `site`, `search.synonyms`.
    pub name: &'static str,
    /// What its settings are about, in a sentence.
    pub doc: &'static str,
    /// The keys it has.
    pub settings: &'static [Setting],
}

impl SettingsTable {
    /// Whether its keys are words of the company's own.
    pub fn takes_words(&self) -> bool {
        self.name == "search.synonyms"
    }
}

/// One setting of a table.
#[derive(Debug)]
pub struct Setting {
    /// The key that a writer types.
    pub name: &'static str,
    /// What it decides, in a sentence.
    pub doc: &'static str,
    /// What may stand there.
    pub shape: SettingShape,
    /// What it has when it is left out, or could have, as TOML.
    pub value: DefaultOrExample,
}

/// A value of a setting, as TOML.
#[derive(Clone, Copy, Debug)]
pub enum DefaultOrExample {
    /// What is meant where nothing is said.
    Default(&'static str),
    /// What could stand there: left out, there is none.
    Example(&'static str),
}

/// What may stand at a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingShape {
    /// Text that is not empty.
    Text,
    /// `http://` or `https://`, without a slash at its end.
    WebAddress,
    /// A web address or `mailto:`.
    ContactAddress,
    /// A language that is shipped, perhaps with a region.
    Language,
    /// The name of a folder.
    Name,
    /// A file below a folder.
    FilePath,
    /// A folder below the root; empty for the root.
    FolderPath,
    /// A flag: `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A number of days, written `"90d"`.
    Days,
    /// A whole number from 1.
    Count,
    /// A list of texts.
    Texts,
    /// A list of file extensions.
    Extensions,
    /// At least one rung, none twice.
    Ladder,
    /// A list of `{ text, url }`.
    Links,
}

/// Editors that the preview can lead to, and `none`. A list, since settings come
/// with whatever branch is looked at: an address of their own could open anything.
pub const EDITORS: [&str; 9] =
    ["vscode", "vscodium", "cursor", "windsurf", "zed", "idea", "sublime", "textmate", "none"];

use SettingShape::{
    Choice, ContactAddress, Count, Days, Extensions, FilePath, Flag, FolderPath, Ladder, Language,
    Links, Name, Text, Texts, WebAddress,
};

/// A table of settings for each name: what each is for, its key, what may stand
/// there, and what it is when left out (`or`) or could be (`such as`), as TOML.
macro_rules! settings {
    ($($(#[doc = $about:literal])+ $table:literal {
        $($(#[doc = $doc:literal])+ $name:ident: $shape:expr, $($word:ident)+ $value:literal;)*
    })+) => {
        /// Every table, in the order of the reference.
        pub const SETTINGS: &[SettingsTable] = &[$(SettingsTable {
            name: $table,
            doc: concat!($($about),+),
            settings: &[$(Setting {
                name: stringify!($name),
                doc: concat!($($doc),+),
                shape: $shape,
                value: settings!(@$($word)+ $value),
            }),*],
        }),+];
    };
    (@or $value:literal) => { DefaultOrExample::Default($value) };
    (@such as $value:literal) => { DefaultOrExample::Example($value) };
}

settings! {
    /// What the site is called and how it looks.
    "site" {
        /// The name of the playbook, on every page; the one setting without which
        /// nothing is built.
        title: Text, such as r#""Northgate AI playbook""#;
        /// Where the site will be: for feeds and the sitemap. Pages link to each
        /// other without it.
        base_url: WebAddress, such as r#""https://playbook.example""#;
        /// The language of the interface.
        language: Language, or r#""en""#;
        /// A folder in `themes/` that changes the built-in look.
        theme: Name, or r#""default""#;
        /// A picture in `static/` that stands beside the title.
        logo: FilePath, such as r#""logo.png""#;
        /// A picture in `static/` for the browser's tab.
        favicon: FilePath, such as r#""favicon.png""#;
        /// Whether search engines are kept out.
        noindex: Flag, or "true";
        /// More links in the foot of every page.
        links: Links, such as r#"[{ text = "Works council", url = "https://intranet.example/wc" }]"#;
    }
    /// Where the sources are kept: for the links that propose a change.
    "repository" {
        /// The address of the repository.
        url: WebAddress, such as r#""https://github.com/example/playbook""#;
        /// Who hosts it; guessed from the address where it is left out.
        forge: Choice(&["github", "gitlab", "gitea", "azure", "bitbucket"]), such as r#""github""#;
        /// The branch that changes are proposed for.
        branch: Text, or r#""main""#;
        /// The folder of the playbook in the repository.
        root: FolderPath, or r#""""#;
    }
    /// A way in for everybody who has no account there.
    "contact" {
        /// A mail address, a form or a channel; `{title}` and `{text}` in it are
        /// filled in.
        url: ContactAddress, such as r#""mailto:playbook@example.com""#;
    }
    /// What is published, and where.
    "build" {
        /// The folder of the site.
        output: FilePath, or r#""public""#;
        /// Whether lists have pages that lack parts.
        gaps: Choice(&["show", "hide"]), or r#""show""#;
        /// Whether HTML in a page is shown as text, or a few harmless elements are
        /// kept.
        raw_html: Choice(&["text", "allowlist"]), or r#""text""#;
        /// Kinds of pictures and downloads that may be published.
        assets: Extensions, or r#"["png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "csv", "docx", "xlsx", "pptx", "txt"]"#;
    }
    /// How delicate data is.
    "data" {
        /// The rungs, least delicate first.
        ladder: Ladder, or r#"["public", "internal", "confidential", "restricted"]"#;
        /// Domains whose mail addresses may stand in pages.
        allowed_domains: Texts, such as r#"["example.com"]"#;
    }
    /// How long a page stays good, by its stakes.
    "review" {
        /// Days until a page with high stakes is due again.
        high: Days, or r#""60d""#;
        /// Days until a page with medium stakes is due again.
        medium: Days, or r#""90d""#;
        /// Days until a page with low stakes is due again.
        low: Days, or r#""180d""#;
    }
    /// Who is shown in the site.
    "people" {
        /// Whether only desks are shown, and no person: then nothing of a person's page is
        /// published, and a desk of their role, or the role, stands for them.
        desks_only: Flag, or "false";
    }
    /// What searching knows of the company's words.
    "search" {
    }
    /// Words that mean the same: each with a list of others that it finds, such as
    /// `churn = ["attrition"]`.
    "search.synonyms" {
    }
    /// What is refused as too much: counted and never timed, so that the site does not
    /// depend on the machine.
    "limits" {
        /// Size of a page's source.
        page_bytes: Count, or "2097152";
        /// Size of its front matter.
        front_matter_bytes: Count, or "65536";
        /// Lines of a page's source.
        page_lines: Count, or "50000";
        /// Depth of nested lists and quotes.
        nesting: Count, or "32";
        /// Bytes of a code block that is coloured.
        highlight_bytes: Count, or "65536";
        /// Files of a playbook.
        files: Count, or "200000";
        /// How deep folders may lie.
        folder_depth: Count, or "32";
        /// Pixels of a picture, width times height.
        image_pixels: Count, or "100000000";
        /// Size of a picture or download.
        asset_bytes: Count, or "67108864";
    }
    /// For the preview only: no byte of a site depends on it.
    "serve" {
        /// The editor that the preview offers first; `none` for no editor at all.
        editor: Choice(&EDITORS), such as r#""vscode""#;
    }
}
