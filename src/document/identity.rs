//! What a file is, from its path alone: its kind and its id. A path that is no
//! document's has neither. Deliberately absent: whether an id is safe to
//! publish, which is for whoever reads files.

use crate::domain::Kind;

/// Kind and id of the document at `path` (from the playbook's root, with `/`):
/// `content/workflows/any/ID.md`, `content/workflows/any/ID/index.md`,
/// `content/roles/ID.md`, `content/index.md`. None for a stray.
pub fn identify(path: &str) -> Option<(Kind, String)> {
    let below = path.strip_prefix("content/")?;
    if below == "index.md" {
        return Some((Kind::Home, "index".to_owned()));
    }
    let (folder, rest) = below.split_once('/')?;
    let kind = Kind::of_folder(folder)?;
    let stem = rest.strip_suffix(".md")?;
    let id = match stem.rsplit_once('/') {
        // `workflows/index.md` would be a page named after the folder of all of them.
        None if kind.nests() && stem == "index" => return None,
        None => stem,
        Some(_) if !kind.nests() => return None,
        // A folder with its pictures beside the text; its address is that of a single file.
        Some((parents, "index")) => parents.rsplit('/').next().unwrap_or(parents),
        Some((_, name)) => name,
    };
    (!id.is_empty()).then(|| (kind, id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::identify;
    use crate::domain::Kind;

    #[test]
    fn the_folder_is_the_kind_and_the_file_name_the_id() {
        let found = |path| identify(path).map(|(kind, id)| format!("{kind:?} {id}"));
        let cases = [
            ("content/index.md", Some("Home index")),
            ("content/workflows/renewal-prep.md", Some("Workflow renewal-prep")),
            ("content/workflows/cs/emea/renewal-prep.md", Some("Workflow renewal-prep")),
            ("content/workflows/cs/renewal-prep/index.md", Some("Workflow renewal-prep")),
            ("content/guides/start/first-week.md", Some("Guide first-week")),
            ("content/people/m-osei.md", Some("Person m-osei")),
            ("content/workflows/index.md", None),
            ("content/roles/emea/sales.md", None),
            ("content/roles/sales.txt", None),
            ("content/recipes/soup.md", None),
            ("content/workflows/.md", None),
            ("content/notes.md", None),
            ("static/roles/sales.md", None),
        ];
        for (path, expected) in cases {
            assert_eq!(found(path).as_deref(), expected, "{path}");
        }
        assert_eq!(Kind::of_folder("recipes"), None);
    }
}
