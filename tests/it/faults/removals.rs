//! Most of a site goes only when somebody asks for it.

use super::*;

/// A playbook with so many workflows, built.
fn with_workflows(count: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Files::from([(
        "playbook.toml".to_owned(),
        b"[site]\ntitle = \"Northgate AI playbook\"\n".to_vec(),
    )]);
    for n in 0..count {
        files.insert(format!("content/workflows/w{n}.md"), page(&format!("Write-up {n}")).into());
    }
    write(folder.path(), &files);
    assert_eq!(build(&folder, &[]).code, Some(0));
    folder
}

fn build(folder: &TempDir, args: &[&str]) -> Ended {
    let mut command = Command::new(program());
    let output = command.current_dir(folder.path()).arg("build").args(args).output();
    Ended::of(&output.unwrap())
}

fn remove_workflows(folder: &TempDir, count: usize) {
    (0..count).for_each(|n| {
        fs::remove_file(folder.path().join(format!("content/workflows/w{n}.md"))).unwrap();
    });
}

#[test]
fn more_than_half_of_the_pages_are_removed_only_on_request() {
    let folder = with_workflows(24);
    let before = tree(&folder.path().join("public"));
    remove_workflows(&folder, 13);
    let refused = build(&folder, &[]);
    assert_eq!(refused.code, Some(3), "{}", refused.said);
    assert!(refused.said.contains("refused to remove 13 of the 24 pages"), "{}", refused.said);
    assert!(refused.said.contains("workflows/w0.html"), "{}", refused.said);
    assert!(refused.said.contains("--allow-removals"), "{}", refused.said);
    assert!(tree(&folder.path().join("public")) == before);
    assert_eq!(build(&folder, &["--allow-removals"]).code, Some(0));
    assert_eq!(names(&folder.path().join("public/workflows")).len(), 2 * 11);
}

#[test]
fn half_of_them_or_ten_may_go_without_a_word() {
    let folder = with_workflows(24);
    remove_workflows(&folder, 12);
    assert_eq!(build(&folder, &[]).code, Some(0));
    let folder = with_workflows(12);
    remove_workflows(&folder, 10);
    assert_eq!(build(&folder, &[]).code, Some(0));
}

#[test]
fn the_list_of_what_would_go_ends_somewhere() {
    let folder = with_workflows(40);
    remove_workflows(&folder, 39);
    let refused = build(&folder, &[]);
    assert_eq!(refused.code, Some(3));
    assert!(refused.said.contains("and 19 more"), "{}", refused.said);
}
