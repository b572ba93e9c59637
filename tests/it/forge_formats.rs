//! What `check` says in the forms of GitHub, GitLab and Azure DevOps. No page can make a
//! command of a forge out of its words.

use playbook::diagnostic::{Diagnostic, print};
use serde_json::Value;

use crate::fixture::{self, Files};

const PATH: &str = "content/workflows/sales/base-fluency.md";

/// All three forms of what a playbook in the folder `handbook` of its repository is told.
fn forms(files: &Files) -> [String; 3] {
    let build = fixture::build(files);
    let diagnostics: Vec<&Diagnostic> = build.diagnostics();
    let lookup = |path: &str| build.source_map(path);
    let translation = build.translation();
    let (github, _) = print::github(&diagnostics, &lookup, "handbook/", translation);
    let gitlab = print::gitlab(&diagnostics, &lookup, "handbook/", translation);
    let azure = print::azure(&diagnostics, &lookup, "handbook/", translation);
    [github, gitlab, azure]
}

fn with_layer(layer: &str) -> Files {
    let text = String::from_utf8(fixture::base()[PATH].clone()).unwrap();
    fixture::with(PATH, &text.replace("layer: fluency", &format!("layer: {layer}")))
}

#[test]
fn each_forge_is_told_the_place_the_rule_and_what_to_write() {
    let [github, gitlab, azure] = forms(&with_layer("fluencyy"));
    insta::assert_snapshot!(github, @r#"::error file=handbook/content/workflows/sales/base-fluency.md,line=5,col=8,title=PB102::"fluencyy" is no layer%0Adid you mean `fluency`?%0Alayer: fluency"#);
    insta::assert_snapshot!(azure, @r#"##vso[task.logissue type=error;sourcepath=handbook/content/workflows/sales/base-fluency.md;linenumber=5;columnnumber=8;code=PB102;]"fluencyy" is no layer%0Adid you mean `fluency`?%0Alayer: fluency"#);
    let findings: Value = serde_json::from_str(&gitlab).unwrap();
    let finding = &findings[0];
    assert_eq!(finding["location"]["path"], "handbook/content/workflows/sales/base-fluency.md");
    assert_eq!(finding["location"]["lines"]["begin"], 5);
    assert_eq!((&finding["severity"], &finding["check_name"]), (&"major".into(), &"PB102".into()));
    assert!(finding["description"].as_str().unwrap().contains("fluencyy"));
    assert_eq!(finding["fingerprint"].as_str().unwrap().len(), 32);
}

#[test]
fn words_of_a_page_are_no_command() {
    let evil = "\"x%0A::add-mask::a\\n::error::b\\r##vso[task.setvariable variable=P]y;]#[z\"";
    let [github, _, azure] = forms(&with_layer(evil));
    for (form, mark) in [(&github, "::"), (&azure, "##vso[task.logissue type=")] {
        assert!(!form.is_empty());
        for line in form.lines() {
            assert!(line.starts_with(mark), "{line}");
        }
    }
    assert!(github.contains("%250A") && !github.contains("x%0A"), "{github}");
    let properties = azure.lines().map(|line| line.split_once(';').unwrap().1);
    let mut properties = properties.map(|line| line.split_once(']').unwrap().0);
    assert!(properties.all(|it| it.split(';').count() == 5), "{azure}");
}

#[test]
fn what_has_no_room_at_the_lines_is_handed_back() {
    let mut files = fixture::base();
    for number in 0..14 {
        let page = "---\ntitle: A page with two layers\nlayer: [fluency, redesign]\n---\n";
        files.insert(format!("content/workflows/sales/p{number}.md"), page.into());
    }
    let build = fixture::build(&files);
    let lookup = |path: &str| build.source_map(path);
    let (lines, rest) = print::github(&build.diagnostics(), &lookup, "", build.translation());
    assert_eq!(lines.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(rest.iter().filter(|it| it.code == "PB102").count(), 4);
    // Equal findings have fingerprints of their own.
    let gitlab = print::gitlab(&build.diagnostics(), &lookup, "", build.translation());
    let findings: Vec<Value> = serde_json::from_str(&gitlab).unwrap();
    let prints: std::collections::BTreeSet<_> =
        findings.iter().map(|it| it["fingerprint"].as_str().unwrap().to_owned()).collect();
    assert_eq!(prints.len(), findings.len());
}
