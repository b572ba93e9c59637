//! The files of `themes/default/`, compiled in. A test compares this list with
//! the folder. Deliberately absent: reading the folder when the program runs.

/// Path in the theme and content of every built-in file, by path.
pub const FILES: &[(&str, &[u8])] = &[
    ("404.html", include_bytes!("../../themes/default/404.html")),
    ("base.html", include_bytes!("../../themes/default/base.html")),
    ("collection.html", include_bytes!("../../themes/default/collection.html")),
    ("drill.html", include_bytes!("../../themes/default/drill.html")),
    ("guide.html", include_bytes!("../../themes/default/guide.html")),
    ("home.html", include_bytes!("../../themes/default/home.html")),
    ("layer.html", include_bytes!("../../themes/default/layer.html")),
    ("list.html", include_bytes!("../../themes/default/list.html")),
    ("parts/blocks.html", include_bytes!("../../themes/default/parts/blocks.html")),
    ("parts/entries.html", include_bytes!("../../themes/default/parts/entries.html")),
    ("parts/marks.html", include_bytes!("../../themes/default/parts/marks.html")),
    ("parts/workflow.html", include_bytes!("../../themes/default/parts/workflow.html")),
    ("people.html", include_bytes!("../../themes/default/people.html")),
    ("person.html", include_bytes!("../../themes/default/person.html")),
    ("redirect.html", include_bytes!("../../themes/default/redirect.html")),
    ("role.html", include_bytes!("../../themes/default/role.html")),
    ("static/playbook.css", include_bytes!("../../themes/default/static/playbook.css")),
    ("static/tokens.css", include_bytes!("../../themes/default/static/tokens.css")),
    ("tool.html", include_bytes!("../../themes/default/tool.html")),
    ("tools.html", include_bytes!("../../themes/default/tools.html")),
    ("wanted.html", include_bytes!("../../themes/default/wanted.html")),
    ("workflow.html", include_bytes!("../../themes/default/workflow.html")),
];
