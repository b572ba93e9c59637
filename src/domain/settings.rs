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

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its key.
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
    /// A language that is shipped.
    Language,
    /// A folder's name.
    Name,
    /// A file below a folder.
    FilePath,
    /// A folder below the root; empty for the root.
    FolderPath,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `"90d"`
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

use DefaultOrExample::{Default, Example};
use SettingShape::{
    Choice, ContactAddress, Count, Days, Extensions, FilePath, Flag, FolderPath, Ladder, Language,
    Links, Name, Text, Texts, WebAddress,
};

const fn setting(
    name: &'static str,
    shape: SettingShape,
    value: DefaultOrExample,
    doc: &'static str,
) -> Setting {
    Setting { name, doc, shape, value }
}

/// Every table.
pub const SETTINGS: &[SettingsTable] = &[
    SettingsTable {
        name: "site",
        doc: "What the site is called and how it looks.",
        settings: &[
            setting(
                "title",
                Text,
                Example("\"Northgate AI playbook\""),
                "The name of the playbook, on every page; the one setting without which nothing is built.",
            ),
            setting(
                "base_url",
                WebAddress,
                Example("\"https://playbook.example\""),
                "Where the site will be: for feeds and the sitemap. Pages link to each other without it.",
            ),
            setting("language", Language, Default("\"en\""), "The language of the interface."),
            setting(
                "theme",
                Name,
                Default("\"default\""),
                "A folder in `themes/` that changes the built-in look.",
            ),
            setting(
                "logo",
                FilePath,
                Example("\"logo.png\""),
                "A picture in `static/` that stands beside the title.",
            ),
            setting(
                "favicon",
                FilePath,
                Example("\"favicon.png\""),
                "A picture in `static/` for the browser's tab.",
            ),
            setting("noindex", Flag, Default("true"), "Whether search engines are kept out."),
            setting(
                "links",
                Links,
                Example("[{ text = \"Works council\", url = \"https://intranet.example/wc\" }]"),
                "More links in the foot of every page.",
            ),
        ],
    },
    SettingsTable {
        name: "repository",
        doc: "Where the sources are kept: for the links that propose a change.",
        settings: &[
            setting(
                "url",
                WebAddress,
                Example("\"https://github.com/example/playbook\""),
                "The address of the repository.",
            ),
            setting(
                "forge",
                Choice(&["github", "gitlab"]),
                Example("\"github\""),
                "Who hosts it; guessed from the address where it is left out.",
            ),
            setting(
                "branch",
                Text,
                Default("\"main\""),
                "The branch that changes are proposed for.",
            ),
            setting(
                "root",
                FolderPath,
                Default("\"\""),
                "The folder of the playbook in the repository.",
            ),
        ],
    },
    SettingsTable {
        name: "contact",
        doc: "A way in for everybody who has no account there.",
        settings: &[setting(
            "url",
            ContactAddress,
            Example("\"mailto:playbook@example.com\""),
            "A mail address, a form or a channel; `{title}` and `{text}` in it are filled in.",
        )],
    },
    SettingsTable {
        name: "build",
        doc: "What is published, and where.",
        settings: &[
            setting("output", Text, Default("\"public\""), "The folder of the site."),
            setting(
                "gaps",
                Choice(&["show", "hide"]),
                Default("\"show\""),
                "Whether lists have pages that lack parts.",
            ),
            setting(
                "raw_html",
                Choice(&["text", "allowlist"]),
                Default("\"text\""),
                "Whether HTML in a page is shown as text, or a few harmless elements are kept.",
            ),
            setting(
                "assets",
                Extensions,
                Default(
                    "[\"png\", \"jpg\", \"jpeg\", \"gif\", \"webp\", \"avif\", \"pdf\", \"csv\", \"docx\", \"xlsx\", \"pptx\", \"txt\"]",
                ),
                "Kinds of pictures and downloads that may be published.",
            ),
        ],
    },
    SettingsTable {
        name: "data",
        doc: "How delicate data is.",
        settings: &[
            setting(
                "ladder",
                Ladder,
                Default("[\"public\", \"internal\", \"confidential\", \"restricted\"]"),
                "The rungs, least delicate first.",
            ),
            setting(
                "allowed_domains",
                Texts,
                Example("[\"example.com\"]"),
                "Domains whose mail addresses may stand in pages.",
            ),
        ],
    },
    SettingsTable {
        name: "review",
        doc: "How long a page stays good, by its stakes.",
        settings: &[
            setting(
                "high",
                Days,
                Default("\"60d\""),
                "Days until a page with high stakes is due again.",
            ),
            setting(
                "medium",
                Days,
                Default("\"90d\""),
                "Days until a page with medium stakes is due again.",
            ),
            setting(
                "low",
                Days,
                Default("\"180d\""),
                "Days until a page with low stakes is due again.",
            ),
        ],
    },
    SettingsTable {
        name: "people",
        doc: "Who is shown.",
        settings: &[setting(
            "desks_only",
            Flag,
            Default("false"),
            "Whether only desks are shown, and no person.",
        )],
    },
    SettingsTable {
        name: "search",
        doc: "What searching knows of the company's words.",
        settings: &[],
    },
    SettingsTable {
        name: "search.synonyms",
        doc: "Words that mean the same: each with a list of others that it finds, such as `churn = [\"attrition\"]`.",
        settings: &[],
    },
    SettingsTable {
        name: "limits",
        doc: "What is refused as too much: counted and never timed, so that the site does not depend on the machine.",
        settings: &[
            setting("page_bytes", Count, Default("2097152"), "Size of a page's source."),
            setting("front_matter_bytes", Count, Default("65536"), "Size of its front matter."),
            setting("page_lines", Count, Default("50000"), "Lines of a page's source."),
            setting("nesting", Count, Default("32"), "Depth of nested lists and quotes."),
            setting(
                "highlight_bytes",
                Count,
                Default("65536"),
                "Bytes of a code block that is coloured.",
            ),
            setting("files", Count, Default("200000"), "Files of a playbook."),
            setting("folder_depth", Count, Default("32"), "Depth of folders."),
            setting(
                "image_pixels",
                Count,
                Default("100000000"),
                "Pixels of a picture, width times height.",
            ),
            setting("asset_bytes", Count, Default("67108864"), "Size of a picture or download."),
        ],
    },
    SettingsTable {
        name: "serve",
        doc: "For the preview only: no byte of a site depends on it.",
        settings: &[setting(
            "editor",
            Choice(&EDITORS),
            Example("\"vscode\""),
            "The editor that the preview opens pages in.",
        )],
    },
];
