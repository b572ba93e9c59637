//! The report of a pull request as a comment: posted once, brought up to date after that, by
//! steps that run nothing of the proposal.

use std::fs;

use serde_json::Value;

use super::pipelines::{Run, lines};

const REPORT: &str = "<!-- playbook report -->\n## What changes\n\nOne page, says @somebody.\n";

/// In place of the forge: notes what it was asked, answers what the test has put there.
const FORGE: &str = r#"#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *PATCH* | *PUT* | *POST*)
    for it in "$@"; do case "$it" in @*) cat "${it#@}" ;; *.json) cat "$it" ;; esac; done >> "$CALLS.sent" ;;
  *"state=open"*) cat "$CALLS.pulls" ;;
  *) cat "$CALLS.known" ;;
esac
"#;

struct Comment {
    run: Run,
    step: String,
}

impl Comment {
    fn new(ci: &str, file: &str, step: impl Fn(&Value) -> String) -> Self {
        let run = Run::of(ci, file);
        run.stand_in("gh", FORGE);
        run.stand_in("curl", FORGE);
        let step = step(&run.pipeline);
        for folder in ["report", ""] {
            fs::create_dir_all(run.root().join(folder)).unwrap();
            fs::write(run.root().join(folder).join("report.md"), REPORT).unwrap();
        }
        Self { run, step }
    }

    /// Runs it where the forge knows these comments; what was asked for, and what was sent.
    fn post(&self, known: &str) -> (String, String) {
        let calls = self.run.root().join("../calls");
        for (part, text) in [("", ""), (".sent", ""), (".known", known), (".pulls", PULLS)] {
            fs::write(format!("{}{part}", calls.display()), text).unwrap();
        }
        let names = "export GITHUB_REPOSITORY=us/pb GITHUB_SERVER_URL=https://forge.example \
             HEAD_OWNER=stranger HEAD_BRANCH='x;touch${IFS}y' HEAD_SHA=abc TOKEN=t \
             PLAYBOOK_COMMENT_TOKEN=t CI_API_V4_URL=https://forge.example/api/v4 CI_PROJECT_ID=7 \
             CI_MERGE_REQUEST_IID=12 SYSTEM_COLLECTIONURI=https://forge.example/us/ \
             SYSTEM_TEAMPROJECTID=p BUILD_REPOSITORY_ID=r SYSTEM_PULLREQUEST_PULLREQUESTID=12\n";
        // The staging folder is where the report lies.
        let step = format!("{names}export BUILD_STAGINGDIRECTORY=$PWD\n{}", self.step);
        let ended = self.run.bash(&step);
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        assert!(!self.run.root().join("y").exists(), "the name of a branch is no command");
        let read = |part| fs::read_to_string(format!("{}{part}", calls.display())).unwrap();
        (read(""), read(".sent"))
    }
}

const PULLS: &str =
    r#"[{"number": 11, "head": {"sha": "other"}}, {"number": 12, "head": {"sha": "abc"}}]"#;

fn github(pipeline: &Value) -> String {
    let steps = pipeline["jobs"]["comment"]["steps"].as_array().unwrap();
    steps.iter().find_map(|step| step["run"].as_str()).unwrap().to_owned()
}

fn azure(pipeline: &Value) -> String {
    let steps = pipeline["steps"].as_array().unwrap().iter();
    let mut scripts = steps.filter_map(|step| step["script"].as_str());
    scripts.find(|script| script.contains("TOKEN")).unwrap().to_owned()
}

#[test]
fn a_report_becomes_one_comment_that_is_brought_up_to_date() {
    let own = r#"{"id": 5, "user": {"type": "Bot"}, "body": "<!-- playbook report -->\nold"}"#;
    let foreign = r#"{"id": 4, "user": {"type": "User"}, "body": "I think so"}"#;
    let thread = r#"{"id": 5, "comments": [{"content": "<!-- playbook report -->\nold"}]}"#;
    let file = ".github/workflows/playbook-comment.yml";
    let gitlab = |pipeline: &Value| lines(&pipeline["comment"]["script"]).join("\n");
    let forges = [
        (
            Comment::new("github", file, github),
            "[]".to_owned(),
            format!("[{foreign}, {own}]"),
            "comments/5",
        ),
        (
            Comment::new("gitlab", ".gitlab-ci.yml", gitlab),
            "[]".to_owned(),
            format!("[{foreign}, {own}]"),
            "notes/5",
        ),
        (
            Comment::new("azure", "azure-pipelines.yml", azure),
            r#"{"value": []}"#.to_owned(),
            format!(r#"{{"value": [{{"id": 3, "comments": []}}, {thread}]}}"#),
            "threads/5/comments/1",
        ),
    ];
    for (comment, none, known, place) in &forges {
        let (asked, sent) = comment.post(none);
        assert!(asked.contains("POST") && !asked.contains(place), "{asked}");
        let sent: Value = serde_json::from_str(&sent).unwrap();
        let body = sent["body"].as_str().or_else(|| sent["comments"][0]["content"].as_str());
        let body = body.unwrap();
        assert!(body.starts_with("<!-- playbook report -->\n## What changes"), "{body}");
        assert_eq!(body.matches("playbook report").count(), 1, "{body}");
        let (asked, _) = comment.post(known);
        assert!(asked.contains(place) && !asked.contains("POST"), "{asked}");
    }
    let (github, _) = &(&forges[0].0, ());
    let (asked, sent) = github.post("[]");
    assert!(asked.contains("head=stranger:x;touch${IFS}y"), "{asked}");
    assert!(asked.contains("issues/12/comments"), "of the commit that was checked: {asked}");
    assert!(!sent.contains("@somebody"), "nobody is called by a stranger's words: {sent}");
}

#[test]
fn what_has_rights_runs_nothing_of_the_proposal() {
    let pipeline = Run::of("github", ".github/workflows/playbook-comment.yml").pipeline;
    let text = pipeline.to_string();
    assert!(!text.contains("actions/checkout") && !text.contains("bin/playbook"), "{text}");
    let step = github(&pipeline);
    assert!(!step.contains("${{"), "values of others come by the environment: {step}");
    for (ci, file) in [
        ("github", ".github/workflows/playbook.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("azure", "azure-pipelines.yml"),
    ] {
        let pipeline = fs::read_to_string(Run::of(ci, file).root().join(file)).unwrap();
        for step in pipeline
            .split("\n\n")
            .filter(|step| step.contains("TOKEN: ") || step.contains("PRIVATE-TOKEN"))
        {
            assert!(!step.contains(".playbook/bin/playbook"), "{ci}: {step}");
        }
    }
}

#[test]
fn the_weekly_list_reaches_a_chat_where_there_is_one() {
    let run = Run::of("github", ".github/workflows/playbook-weekly.yml");
    run.stand_in("curl", FORGE);
    fs::write(run.root().join("../calls.known"), "").unwrap();
    let steps = run.pipeline["jobs"]["due"]["steps"].as_array().unwrap();
    let steps: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    for step in &steps {
        let ended = run.bash(&format!("export WEBHOOK=\n{step}"));
        assert!(ended.status.success(), "{step}");
    }
    assert!(fs::read_to_string(run.root().join("due.md")).unwrap().starts_with("# "));
    let told =
        run.bash(&format!("export WEBHOOK=https://chat.example/x\n{}", steps.last().unwrap()));
    assert!(told.status.success());
    assert!(run.calls().last().unwrap().ends_with("https://chat.example/x"), "{:?}", run.calls());
}
