//! Stands in for the settings' own parser until that is there.

use crate::config::{BuildSettings, Config, Limits, Review, Site};
use crate::diagnostic::Diagnostic;

/// The settings that this room looks at, and defaults.
pub(super) fn parse(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let value = |group: &str, key: &str| table.get(group).and_then(|group| group.get(key)).cloned();
    let word =
        |group: &str, key: &str| value(group, key).and_then(|v| v.as_str().map(str::to_owned));
    let number = |key: &str, default: u64| {
        value("limits", key)
            .and_then(|v| v.as_integer())
            .and_then(|n| u64::try_from(n).ok())
            .unwrap_or(default)
    };
    let Some(title) = word("site", "title") else { return (None, Vec::new()) };
    let limits = Limits::default();
    let config = Config {
        site: Site {
            title,
            base_url: None,
            language: "en".to_owned(),
            theme: word("site", "theme").unwrap_or_else(|| "default".to_owned()),
            logo: word("site", "logo"),
            favicon: word("site", "favicon"),
            noindex: false,
            links: Vec::new(),
        },
        repository: None,
        contact: None,
        build: BuildSettings {
            output: "public".to_owned(),
            hide_gaps: false,
            allow_html: false,
            assets: [
                "png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "csv", "docx", "xlsx", "pptx",
                "txt",
            ]
            .map(str::to_owned)
            .to_vec(),
            refuse_broken: false,
        },
        ladder: ["public", "internal", "confidential", "restricted"].map(str::to_owned).to_vec(),
        allowed_domains: Vec::new(),
        review: Review { high: 60, medium: 90, low: 180 },
        desks_only: false,
        limits: Limits {
            page_bytes: number("page_bytes", limits.page_bytes),
            files: number("files", limits.files),
            folder_depth: u32::try_from(number("folder_depth", 32)).unwrap_or(32),
            image_pixels: number("image_pixels", limits.image_pixels),
            asset_bytes: number("asset_bytes", limits.asset_bytes),
            ..limits
        },
        synonyms: std::collections::BTreeMap::new(),
    };
    (Some(config), Vec::new())
}
