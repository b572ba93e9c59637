//! The pipelines of a new playbook: their shell parts run here, in their order, with a
//! stand-in for the step that brings the program.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use serde_json::Value;

use super::started;

/// In place of cargo: notes how it was called, and puts the program of this test where
/// it was told to.
const CARGO: &str = r#"#!/bin/sh
echo "$@" >> "$CALLS"
while [ $# -gt 0 ]; do
  if [ "$1" = --root ]; then mkdir -p "$2/bin"; ln -s "$PROGRAM" "$2/bin/playbook"; fi
  shift
done
"#;

/// A new playbook with a pipeline, proposed as a change to an empty branch, and what is
/// around it.
pub(super) struct Run {
    folder: tempfile::TempDir,
    pub(super) pipeline: Value,
    steps: Vec<String>,
}

impl Run {
    pub(super) fn of(ci: &str, file: &str) -> Self {
        let folder = started(&["--ci", ci]);
        let root = folder.path().join("demo");
        let pipeline = fs::read_to_string(root.join(file)).unwrap();
        let pipeline: Value = serde_saphyr::from_str(&pipeline).unwrap();
        let steps = match ci {
            "github" => shell(&pipeline["jobs"]["site"]["steps"], "run"),
            "azure" => shell(&pipeline["steps"], "script"),
            _ => lines(&pipeline["site"]["script"]),
        };
        // What a schedule or a token is for has tests of its own.
        let is_of_check = |step: &String| !step.contains("TOKEN") && !step.contains("WEBHOOK");
        let steps = steps.into_iter().filter(is_of_check).collect();
        let bin = folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        let run = Self { folder, pipeline, steps };
        run.stand_in("cargo", CARGO);
        run.git(&["init", "--quiet", "--initial-branch", "main"]);
        run.commit("the playbook");
        run.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
        run
    }

    /// Puts a script in place of a program.
    pub(super) fn stand_in(&self, name: &str, script: &str) {
        let path = self.folder.path().join("bin").join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn git(&self, args: &[&str]) {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
        let git = Command::new("git").args(who).args(args).current_dir(self.root()).status();
        assert!(git.unwrap().success(), "{args:?}");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    pub(super) fn root(&self) -> std::path::PathBuf {
        self.folder.path().join("demo")
    }

    /// Runs one step as the forge does for a proposal to `main`.
    pub(super) fn bash(&self, line: &str) -> Output {
        let bin = self.folder.path().join("bin");
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
        Command::new("bash")
            .env("GITHUB_BASE_REF", "main")
            .env("GITHUB_STEP_SUMMARY", self.folder.path().join("summary"))
            .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main")
            .env("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main")
            .env("BUILD_STAGINGDIRECTORY", self.folder.path())
            .args(["-e", "-o", "pipefail", "-c", line])
            .current_dir(self.root())
            .env("PATH", path)
            .env("CALLS", self.folder.path().join("calls"))
            .env("PROGRAM", assert_cmd::cargo::cargo_bin("playbook"))
            .output()
            .unwrap()
    }

    /// The exit code of each step, in order.
    fn codes(&self) -> Vec<i32> {
        self.steps.iter().map(|step| self.bash(step).status.code().unwrap()).collect()
    }

    pub(super) fn calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(self.folder.path().join("calls")).unwrap_or_default();
        calls.lines().map(str::to_owned).collect()
    }
}

fn shell(steps: &Value, key: &str) -> Vec<String> {
    let steps = steps.as_array().into_iter().flatten();
    steps.filter_map(|step| step[key].as_str()).map(str::to_owned).collect()
}

pub(super) fn lines(script: &Value) -> Vec<String> {
    script.as_array().into_iter().flatten().map(|line| line.as_str().unwrap().to_owned()).collect()
}

const ALL: [(&str, &str); 3] = [
    ("github", ".github/workflows/playbook.yml"),
    ("gitlab", ".gitlab-ci.yml"),
    ("azure", "azure-pipelines.yml"),
];

#[test]
fn each_pipeline_gets_the_program_builds_and_checks() {
    for (ci, file) in ALL {
        let run = Run::of(ci, file);
        let codes = run.codes();
        assert!(codes.len() >= 3 && codes.iter().all(|code| *code == 0), "{ci}: {codes:?}");
        assert!(run.root().join("public/index.html").is_file(), "{ci}");
        let version = env!("CARGO_PKG_VERSION");
        let source = env!("CARGO_PKG_REPOSITORY");
        assert_eq!(
            run.calls(),
            [format!(
                "install --locked --force --git {source} --tag v{version} --root .playbook playbook"
            )]
        );
        // What is there already is not fetched again.
        assert!(run.bash("bash ci/get-playbook.sh").status.success());
        assert_eq!(run.calls().len(), 1);
    }
}

#[test]
fn a_page_that_is_wrong_fails_the_check_and_has_a_preview_all_the_same() {
    for (ci, file) in ALL {
        let run = Run::of(ci, file);
        let page = run.root().join("content/workflows/sales/two.md");
        fs::write(page, "---\ntitle: A page with two layers\nlayer: [fluency, redesign]\n---\n")
            .unwrap();
        run.commit("a page with two layers");
        let codes = run.codes();
        assert_eq!(codes.iter().filter(|code| **code != 0).count(), 1, "{ci}: {:?}", run.steps);
        let (last, step) = (codes.last().unwrap(), run.steps.last().unwrap());
        assert!(*last == 1 && step.contains(" check "), "{ci}: {codes:?} {step}");
        assert!(run.root().join("public/index.html").is_file(), "{ci}");
        // What is told is this page alone, and where it is.
        let said = String::from_utf8(run.bash(step).stdout).unwrap();
        let place = match ci {
            "github" => "::error file=content/workflows/sales/two.md,line=3,",
            "azure" => "##vso[task.logissue type=error;sourcepath=content/workflows/sales/two.md;",
            _ => "content/workflows/sales/two.md:3:",
        };
        assert_eq!(said.matches(place).count(), 1, "{ci}: {said}");
        let report = ["report.md", "../report.md"].map(|path| run.root().join(path));
        let report = report.into_iter().find_map(|path| fs::read_to_string(path).ok()).unwrap();
        assert!(report.starts_with("<!-- playbook report -->"), "{report}");
    }
}

#[test]
fn another_version_is_fetched_in_place_of_the_one_that_is_there() {
    let run = Run::of("gitlab", ".gitlab-ci.yml");
    assert!(run.bash("bash ci/get-playbook.sh").status.success());
    let script = run.root().join("ci/get-playbook.sh");
    let text = fs::read_to_string(&script).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    fs::write(&script, text.replace(&format!("\"{version}\""), "\"99.0.0\"")).unwrap();
    // Where the real one is replaced, the stand-in only links.
    fs::write(run.folder.path().join("bin/cargo"), CARGO.replace("ln -s", "ln -sf")).unwrap();
    assert!(run.bash("bash ci/get-playbook.sh").status.success());
    assert!(run.calls().last().unwrap().contains("--tag v99.0.0"), "{:?}", run.calls());
}

#[test]
fn one_place_names_the_version() {
    let version = env!("CARGO_PKG_VERSION");
    for (ci, file) in ALL {
        let pipeline = fs::read_to_string(Run::of(ci, file).root().join(file)).unwrap();
        assert!(!pipeline.contains(version), "{ci}");
        // Once to run it, once as the key of what is remembered.
        assert!(pipeline.matches("ci/get-playbook.sh").count() >= 2, "{ci}");
    }
}
