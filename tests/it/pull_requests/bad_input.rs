//! What keeps two states from being compared: a message each, with what to do.

use std::path::Path;

use insta::assert_snapshot;

use super::repository::{Ended, Repository, ended, isolated, playbook};
use crate::fixture::{self, on_disk, put};

const CHECK: [&str; 3] = ["check", "--changed-since", "main"];

fn told(ended: &Ended, root: &Path) -> String {
    let text = ended.stderr.replace(root.to_str().unwrap(), "ROOT");
    format!("{}exit {}", text, ended.code)
}

#[test]
fn without_git_it_says_what_is_missing() {
    let repository = Repository::of(&fixture::base());
    let mut command = isolated(assert_cmd::cargo::cargo_bin("playbook"));
    let ended = ended(command.current_dir(repository.root()).env("PATH", "").args(CHECK));
    assert!(ended.stderr.starts_with("error: git cannot be started: "), "{}", ended.stderr);
    assert!(ended.stderr.contains("help: install `git`"));
    assert_eq!((ended.code, &*ended.stdout), (4, ""));
}

#[test]
fn without_a_repository_it_says_so() {
    let root = on_disk(&fixture::base());
    assert_snapshot!(told(&playbook(root.path(), &CHECK), root.path()), @r#"
    error: no git repository holds ROOT: there is nothing to compare with
      help: leave the revision out to check everything, or run `git init` and commit
    exit 2
    "#);
}

#[test]
fn a_revision_that_is_not_there_is_told_with_the_nearest_name() {
    let repository = Repository::of(&fixture::base());
    let asked = |revision| {
        told(&repository.playbook(&["check", "--changed-since", revision]), &repository.root())
    };
    assert_snapshot!(asked("mian"), @r#"
    error: there is no revision "mian" here
      help: did you mean `main`?
    exit 2
    "#);
    repository.git(&["update-ref", "refs/remotes/origin/next", "HEAD"]);
    assert_snapshot!(asked("next"), @r#"
    error: there is no revision "next" here
      help: did you mean `origin/next`?
    exit 2
    "#);
    assert_snapshot!(asked("v1.0 --output=x"), @r#"
    error: there is no revision "v1.0 --output=x" here
      help: `git branch --all` lists what there is
    exit 2
    "#);
    assert_snapshot!(asked("HEAD:content"), @r#"
    error: there is no revision "HEAD:content" here
      help: `git branch --all` lists what there is
    exit 2
    "#);
    let report = repository.playbook(&["report", "--against=--help"]);
    assert_eq!(report.code, 2, "{report:?}");
    assert!(report.stderr.contains("there is no revision \"--help\" here"));
}

#[test]
fn of_a_shallow_clone_it_names_the_line_for_each_pipeline() {
    let repository = Repository::of(&fixture::base());
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "Ask your lead.");
    repository.commit("a change");
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.root().display());
    let mut git = isolated("git");
    let status = git.args(["clone", "--quiet", "--depth", "1", &from, "."]);
    assert!(status.current_dir(clone.path()).status().unwrap().success());
    let ended = playbook(clone.path(), &["check", "--changed-since", "HEAD~1"]);
    assert_snapshot!(told(&ended, clone.path()), @r#"
    error: there is no revision "HEAD~1" here: only the newest commits were fetched
      help: on GitHub, write `fetch-depth: 0` below `with:` of `actions/checkout`
      help: on GitLab, write `GIT_DEPTH: 0` below `variables:` of the job
      help: on Azure, write `fetchDepth: 0` below `- checkout: self`
      help: here, run `git fetch --unshallow`
    exit 2
    "#);
}

#[test]
fn branches_that_never_were_one_are_not_compared() {
    let repository = Repository::of(&fixture::base());
    repository.git(&["switch", "--quiet", "--orphan", "other"]);
    fixture::base().iter().for_each(|(path, bytes)| put(&repository.root(), path, bytes));
    repository.commit("another beginning");
    assert_snapshot!(told(&repository.playbook(&CHECK), &repository.root()), @r#"
    error: this branch and "main" have no commit in common
      help: name a branch that this one was made from
    exit 2
    "#);
}

#[test]
fn a_merge_that_is_not_finished_is_looked_at_as_it_stands() {
    let repository = Repository::of(&fixture::base());
    for (branch, text) in [("one", "Ask your lead."), ("two", "Ask the desk.")] {
        repository.git(&["switch", "--quiet", "--create", branch, "main"]);
        repository.edit("content/guides/may-i-paste.md", "Ask first.", text);
        repository.commit(branch);
    }
    let mut merge = isolated("git");
    merge.current_dir(repository.root()).args(["merge", "--quiet", "one"]);
    assert!(!ended(&mut merge).stdout.is_empty());
    let ended = repository.playbook(&CHECK);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("a merge is not finished"), "{}", ended.stderr);
    assert!(ended.stdout.contains("error[PB243]"), "{}", ended.stdout);
}

#[test]
fn where_there_was_no_playbook_everything_is_new() {
    let repository = Repository::of(&fixture::with("other.txt", "x"));
    repository.write("playbook.toml", "[site]\ntitel = \"N\"\n");
    repository.commit("settings that nobody can use");
    repository.write("playbook.toml", "[site]\ntitle = \"N\"\n");
    let ended = repository.playbook(&["check", "--changed-since", "HEAD"]);
    assert!(ended.stderr.contains("playbook.toml cannot be used"), "{}", ended.stderr);
    assert!(ended.stderr.contains("everything counts as new"), "{}", ended.stderr);
    let report = repository.playbook(&["report", "--against", "HEAD"]);
    assert_eq!(report.code, 0);
    assert!(report.stdout.contains("there was no playbook that could be read"));
    let below = Repository::below("docs", &fixture::base());
    below.git(&["mv", "docs", "elsewhere"]);
    let root = below.root().with_file_name("elsewhere");
    let ended = playbook(&root, &["check", "--changed-since", "HEAD"]);
    assert!(ended.stderr.contains("there was no playbook in"), "{}", ended.stderr);
}

#[test]
fn no_setting_and_no_variable_of_git_changes_an_answer() {
    let repository = Repository::of(&fixture::base());
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "[Ask](nowhere.md).");
    let plain = repository.playbook(&CHECK);
    let settings = repository.root().join("hostile");
    let touched = repository.root().join("touched");
    let program = format!("touch {}", touched.display());
    let hostile = format!(
        "[core]\nfsmonitor = {program}\nquotePath = true\npager = {program}\n\
         [diff]\nexternal = {program}\nnoprefix = true\nrenames = copies\n\
         [color]\nui = always\n[alias]\nls-tree = !{program}\n[status]\nshowUntrackedFiles = no\n"
    );
    put(&repository.root(), "hostile", hostile);
    let mut command = isolated(assert_cmd::cargo::cargo_bin("playbook"));
    command.env("GIT_CONFIG_GLOBAL", settings).env("GIT_DIR", "/nowhere");
    command
        .env("GIT_INDEX_FILE", "/nowhere")
        .env("GIT_WORK_TREE", "/")
        .env("LC_ALL", "de_DE.UTF-8");
    command.env("GIT_EXTERNAL_DIFF", &program).env("GIT_TRACE", "1");
    let hostile = ended(command.current_dir(repository.root()).args(CHECK));
    assert_eq!(
        (hostile.code, hostile.stdout, hostile.stderr),
        (plain.code, plain.stdout, plain.stderr)
    );
    assert_eq!(plain.code, 1);
    assert!(!touched.exists());
}
