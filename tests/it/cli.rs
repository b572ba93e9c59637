//! The commands as they are typed: what goes to which stream, and how they end.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use playbook::diagnostic::rules;

use crate::fixture::{self, Files, on_disk};

/// What a command printed, and its exit code.
struct Ended {
    code: i32,
    stdout: String,
    stderr: String,
}

fn playbook(root: &Path, args: &[&str]) -> Ended {
    let output = Command::cargo_bin("playbook").unwrap().current_dir(root).args(args).output();
    let output = output.unwrap();
    Ended {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn with_error() -> Files {
    let mut files = fixture::base();
    let page = "---\ntitle: A page with two layers\nlayer: [judgement, redesign]\n---\n";
    files.insert("content/workflows/sales/two.md".to_owned(), page.into());
    files
}

/// Readers can write to somebody, of which `check` has nothing to say then.
fn with_contact(mut files: Files) -> Files {
    let settings = "[site]\ntitle = \"N\"\n[contact]\nurl = \"mailto:p@example.com\"\n";
    files.insert("playbook.toml".to_owned(), settings.into());
    files
}

#[test]
fn build_publishes_and_says_how_much() {
    let root = on_disk(&fixture::base());
    let ended = playbook(root.path(), &["build"]);
    assert_eq!((ended.code, ended.stderr.trim()), (0, "no problems"));
    assert!(ended.stdout.contains("pages;") && ended.stdout.contains("files written"));
    assert!(root.path().join("public/index.html").is_file());
}

#[test]
fn build_again_writes_nothing_and_repeats_what_it_said() {
    let root = on_disk(&with_error());
    let first = playbook(root.path(), &["build"]);
    let page = root.path().join("public/index.html");
    let before = fs::metadata(&page).unwrap().modified().unwrap();
    let again = playbook(root.path(), &["build"]);
    assert!(again.stdout.contains("nothing has changed"), "{}", again.stdout);
    assert_eq!((again.code, again.stderr), (first.code, first.stderr));
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), before);
}

#[test]
fn build_publishes_what_can_stand_and_ends_well() {
    let root = on_disk(&with_error());
    let ended = playbook(root.path(), &["build"]);
    assert_eq!(ended.code, 0);
    assert!(ended.stderr.contains("error[PB102]"), "{}", ended.stderr);
    assert!(ended.stderr.contains("1 error"), "{}", ended.stderr);
    assert!(root.path().join("public/workflows/base-fluency.html").is_file());
}

#[test]
fn build_strict_publishes_nothing_when_there_is_an_error() {
    let root = on_disk(&with_error());
    let ended = playbook(root.path(), &["build", "--strict"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("nothing was published"), "{}", ended.stderr);
    assert!(!root.path().join("public").exists());
}

#[test]
fn settings_that_cannot_be_used_end_with_2_and_say_where() {
    let mut files = fixture::base();
    files.insert("playbook.toml".to_owned(), b"[site]\ntitel = \"N\"\n".to_vec());
    let root = on_disk(&files);
    let ended = playbook(root.path(), &["build"]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("playbook.toml:2:1"), "{}", ended.stderr);
    assert!(ended.stderr.contains("title"), "{}", ended.stderr);
    assert!(!root.path().join("public").exists());
}

#[test]
fn a_broken_template_ends_with_2_and_nothing_is_published() {
    let mut files = fixture::base();
    files.insert("playbook.toml".to_owned(), b"[site]\ntitle = \"N\"\ntheme = \"ours\"\n".to_vec());
    files.insert("themes/ours/404.html".to_owned(), b"{{ page.title \n".to_vec());
    let root = on_disk(&files);
    let ended = playbook(root.path(), &["build"]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("themes/ours/404.html:1:"), "{}", ended.stderr);
    assert!(!root.path().join("public").exists());
}

#[test]
fn a_template_that_fails_for_one_page_publishes_nothing() {
    let mut files = fixture::base();
    files.insert("playbook.toml".to_owned(), b"[site]\ntitle = \"N\"\ntheme = \"ours\"\n".to_vec());
    let template = "{% for x in page.title %}{{ x.nothing.at.all }}{% endfor %}\n";
    files.insert("themes/ours/404.html".to_owned(), template.into());
    let root = on_disk(&files);
    let ended = playbook(root.path(), &["build"]);
    assert_eq!(ended.code, 2, "{}", ended.stderr);
    assert!(ended.stderr.contains("themes/ours/404.html"), "{}", ended.stderr);
    assert!(!root.path().join("public").exists());
}

#[test]
fn an_output_folder_with_other_files_is_refused_with_3() {
    let root = on_disk(&fixture::base());
    fs::create_dir(root.path().join("public")).unwrap();
    fs::write(root.path().join("public/thesis.doc"), "years of work").unwrap();
    let ended = playbook(root.path(), &["build"]);
    assert_eq!(ended.code, 3);
    assert!(ended.stderr.contains("thesis.doc"), "{}", ended.stderr);
    let kept = fs::read_to_string(root.path().join("public/thesis.doc")).unwrap();
    assert_eq!(kept, "years of work");
    let adopted = playbook(root.path(), &["build", "--adopt"]);
    assert_eq!(adopted.code, 0);
    assert!(root.path().join("public/thesis.doc").is_file());
}

#[test]
fn output_and_root_may_be_anywhere() {
    let root = on_disk(&fixture::base());
    let elsewhere = tempfile::tempdir().unwrap();
    let site = elsewhere.path().canonicalize().unwrap().join("site");
    let args =
        ["build", "--root", root.path().to_str().unwrap(), "--output", site.to_str().unwrap()];
    let ended = playbook(elsewhere.path(), &args);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(site.join("index.html").is_file());
    assert!(!root.path().join("public").exists());
}

#[test]
fn outside_a_playbook_every_command_says_what_to_do() {
    let nowhere = tempfile::tempdir().unwrap();
    for command in [&["build"][..], &["check"], &["new", "guide", "A guide"]] {
        let ended = playbook(nowhere.path(), command);
        assert_eq!(ended.code, 2);
        assert!(ended.stderr.contains("--root DIR"), "{}", ended.stderr);
    }
}

#[test]
fn check_prints_its_result_to_stdout_and_ends_with_1_on_errors() {
    let root = on_disk(&with_contact(with_error()));
    let ended = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""));
    assert!(ended.stdout.contains("error[PB102]"), "{}", ended.stdout);
    assert!(ended.stdout.trim_end().ends_with("1 error"), "{}", ended.stdout);
    assert!(!root.path().join("public").exists());
}

#[test]
fn check_says_once_that_no_reader_can_write() {
    let warned = |files: &Files| {
        let root = on_disk(files);
        let ended = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
        ended.stdout.matches("warn[PB960]").count()
    };
    assert_eq!(warned(&fixture::base()), 1);
    assert_eq!(warned(&with_contact(fixture::base())), 0);
}

#[test]
fn check_fails_on_gaps_and_warnings_only_when_it_is_told_to() {
    let page = "---\ntitle: A page that has begun\nsummary: It has.\nroles: [sales]\nlayer: fluency\nowner: m-osei\ndata: internal\nverified: 2026-10-01\n---\n";
    let root = on_disk(&fixture::with("content/workflows/sales/begun.md", page));
    let check = |more: &[&str]| {
        let args: Vec<&str> =
            ["check", "--as-of", "2026-11-01"].iter().chain(more).copied().collect();
        playbook(root.path(), &args).code
    };
    assert_eq!(check(&[]), 0);
    assert_eq!(check(&["--deny", "gap"]), 1);
    assert_eq!(check(&["--deny", "warn"]), 1);
    let root = on_disk(&fixture::base());
    let later = playbook(root.path(), &["check", "--as-of", "2028-01-01"]);
    assert_eq!(later.code, 0);
    assert!(later.stdout.contains("warn[PB515]"), "{}", later.stdout);
    let denied = playbook(root.path(), &["check", "--as-of", "2028-01-01", "--deny", "warn"]);
    assert_eq!(denied.code, 1);
    let gaps_only = playbook(root.path(), &["check", "--as-of", "2028-01-01", "--deny", "gap"]);
    assert_eq!(gaps_only.code, 0);
}

#[test]
fn check_shows_only_the_files_that_were_asked_for() {
    let root = on_disk(&with_error());
    let other = playbook(root.path(), &["check", "--as-of", "2026-11-01", "content/roles"]);
    assert_eq!((other.code, other.stdout.trim()), (0, "no problems"));
    let this = playbook(root.path(), &["check", "--as-of", "2026-11-01", "content/workflows"]);
    assert_eq!(this.code, 1);
}

#[test]
fn check_speaks_json_to_programs() {
    let root = on_disk(&with_error());
    let ended = playbook(root.path(), &["check", "--as-of", "2026-11-01", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(json["counts"]["error"], 1);
    let first = &json["diagnostics"][0];
    assert_eq!(first["code"], "PB102");
    assert_eq!(first["path"], "content/workflows/sales/two.md");
    assert_eq!((&first["line"], &first["column"]), (&3.into(), &8.into()));
}

#[test]
fn new_starts_a_page_that_check_calls_a_first_version() {
    let root = on_disk(&with_contact(fixture::base()));
    let args = ["new", "workflow", "Answer a complaint", "--layer", "judgment", "--role", "sales"];
    let ended = playbook(root.path(), &args);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert_eq!(ended.stdout.trim(), "content/workflows/sales/answer-a-complaint.md");
    assert!(
        ended.stderr.contains("playbook check content/workflows/sales/answer-a-complaint.md"),
        "{}",
        ended.stderr
    );
    let check = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
    assert!(check.stdout.trim_end().ends_with("1 gap"), "{}", check.stdout);
    let again = playbook(root.path(), &args);
    assert_eq!(again.code, 3, "an existing page is never written over");
}

#[test]
fn new_says_in_the_page_what_belongs_there() {
    let root = on_disk(&fixture::base());
    let args = ["new", "workflow", "Answer a complaint", "--role", "AE", "--layer"];
    let text = |layer: &str| {
        let ended = playbook(root.path(), &[&args[..], &[layer]].concat());
        assert_eq!(ended.code, 0, "{layer}: {}", ended.stderr);
        let path = root.path().join(ended.stdout.trim());
        let text = fs::read_to_string(&path).unwrap();
        fs::remove_file(path).unwrap();
        text
    };
    let judgment = text("judgement");
    for line in [
        "layer: judgment",
        "\n# what a reader gets, in one sentence\nsummary:\n",
        "# one of the role's jobs, if it is one: renewal, prospect\njob:\n",
        "# what may go in at most: public, internal, confidential, restricted\ndata:\n",
        "# the day of the last full run: YYYY-MM-DD\nverified:\n",
        "in three short lines: they stand side by side",
        "```caught\nAI said: ",
        "\nIn fact: ",
        "\nNoticed because: ",
    ] {
        assert!(judgment.contains(line), "{line} is not in\n{judgment}");
    }
    let redesign = text("redesign");
    for word in ["speed, memory, availability, consistency", "judgment, authority, relationship"] {
        assert!(redesign.contains(word), "{redesign}");
    }
}

#[test]
fn new_refuses_what_it_does_not_understand_and_says_what_to_type() {
    let root = on_disk(&fixture::base());
    let refused = |args: &[&str], says: &str| {
        let ended = playbook(root.path(), args);
        assert_eq!((ended.code, ended.stdout.as_str()), (2, ""), "{args:?}");
        assert!(ended.stderr.contains(says), "{args:?}: {}", ended.stderr);
    };
    refused(
        &["new", "workflow", "Answer a complaint", "--role", "salse"],
        "no role is called \"salse\"\n  help: did you mean `--role sales`?",
    );
    refused(
        &["new", "workflow", "Answer a complaint", "--role", "finance"],
        "write one of these, or everyone: customer-success, sales",
    );
    refused(
        &["new", "workflow", "Answer", "a", "complaint", "--role", "sales"],
        "put the title in quotes: playbook new workflow \"Answer a complaint\"",
    );
}

#[test]
fn new_pages_of_every_kind_have_no_error() {
    for kind in ["collection", "drill", "tool", "person", "role", "wanted", "guide"] {
        let root = on_disk(&fixture::base());
        let ended = playbook(
            root.path(),
            &["new", kind, "Something: \"new\" & strange", "--role", "sales"],
        );
        assert_eq!(ended.code, 0, "{kind}: {}", ended.stderr);
        let check = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
        assert_eq!(check.code, 0, "{kind}: {}", check.stdout);
    }
}

#[test]
fn explain_prints_the_page_of_a_rule_by_code_or_name() {
    let root = tempfile::tempdir().unwrap();
    let docs = include_str!("../../src/diagnostic/rules/front/pb102_one_layer.md");
    for word in ["PB102", "pb102", "one-layer"] {
        let ended = playbook(root.path(), &["explain", word]);
        assert_eq!((ended.code, ended.stdout.trim_end()), (0, docs.trim_end()), "{word}");
    }
    let unknown = playbook(root.path(), &["explain", "PB1O2"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("did you mean PB102?"), "{}", unknown.stderr);
    let all = playbook(root.path(), &["explain"]);
    let listed: Vec<&str> = all.stdout.lines().map(|line| &line[..5]).collect();
    let rules: Vec<&str> = rules::all().map(|rule| rule.code).collect();
    assert_eq!(listed, rules);
    assert!(all.stdout.contains("PB102  error  one-layer\n"), "{}", all.stdout);
}

#[test]
fn completions_know_every_command_and_its_options() {
    let root = tempfile::tempdir().unwrap();
    let help = playbook(root.path(), &["--help"]).stdout;
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let commands: Vec<&str> =
        commands.lines().filter_map(|it| it.split_whitespace().next()).collect();
    assert!(commands.contains(&"build") && commands.contains(&"explain"), "{commands:?}");
    for (shell, begins) in
        [("bash", "_playbook() {"), ("zsh", "#compdef playbook"), ("fish", "# Print an")]
    {
        let ended = playbook(root.path(), &["completions", shell]);
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
        assert!(ended.stdout.starts_with(begins), "{shell}: {}", &ended.stdout[..80]);
        for word in commands.iter().chain(&["strict", "as-of", "known-items", "root"]) {
            assert!(ended.stdout.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn a_word_that_is_no_command_ends_with_2() {
    let root = tempfile::tempdir().unwrap();
    let ended = playbook(root.path(), &["biuld"]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("build"), "{}", ended.stderr);
    assert_eq!(playbook(root.path(), &["--help"]).code, 0);
}

#[test]
fn search_answers_as_the_site_does() {
    let root = on_disk(&fixture::base());
    let ended = playbook(root.path(), &["search", "reneval", "call"]);
    let first: Vec<&str> = ended.stdout.lines().take(2).map(str::trim).collect();
    assert_eq!(ended.code, 0);
    assert_eq!(first, ["Prepare a renewal call", "workflows/base-fluency.html"]);
    assert!(ended.stderr.contains("\"reneval\": looked for renewal"), "{}", ended.stderr);

    let ended = playbook(root.path(), &["search", "--role", "sales", "--json", "renewal"]);
    let found: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(found[0]["url"], "workflows/base-fluency.html");
    assert_eq!(found[0]["status"], "proven");

    let ended = playbook(root.path(), &["search", "--role", "slaes", "renewal"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (2, ""));
    assert!(ended.stderr.contains("no page has the role \"slaes\""), "{}", ended.stderr);
    assert!(ended.stderr.contains("did you mean `--role sales`?"), "{}", ended.stderr);

    let ended = playbook(root.path(), &["search", "zzzzqqqq"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert!(ended.stderr.contains("\"zzzzqqqq\" is on no page"), "{}", ended.stderr);
}

#[test]
fn search_is_a_test_of_a_list_of_queries() {
    let root = on_disk(&fixture::base());
    let eval = |list: &str, more: &[&str]| {
        fs::write(root.path().join("list.tsv"), list).unwrap();
        playbook(root.path(), &[&["search", "--eval", "list.tsv"], more].concat())
    };
    let good = "query\tideal\ncopilot\ttools/assistant.html\nzzzzqqqq\t\n";
    assert_eq!(eval(good, &[]).code, 0);

    let bad = format!("{good}renewal\troles/gone.html\nrenewal\t\n");
    let ended = eval(&bad, &[]);
    assert_eq!(ended.code, 1);
    let wants = "line 4: \"renewal\" should find roles/gone.html (the site has no such page); found workflows/base-fluency.html";
    assert!(ended.stdout.contains(wants), "{}", ended.stdout);
    assert!(ended.stdout.contains("line 5: \"renewal\" should find nothing; found workflows/"));
    assert_eq!(eval(&bad, &["--least", "0.5"]).code, 0);

    let ended = eval("words\troutes\n", &[]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("list.tsv: line 1: the first line names the columns"));

    let made = playbook(root.path(), &["search", "--known-items", "50"]);
    assert!(made.stdout.lines().count() > 20, "{}", made.stdout);
    assert_eq!(eval(&made.stdout, &["--least", "0.8"]).code, 0);
}

#[test]
fn explain_says_why_a_page_has_its_status_lists_and_neighbours() {
    let root = on_disk(&fixture::base());
    let ended = playbook(root.path(), &["explain", "base-fluency"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    insta::assert_snapshot!(ended.stdout, @r#"
content/workflows/sales/base-fluency.md is published at workflows/base-fluency.html
Status: repeated by 2, because 2 colleagues repeated it
To be run again by 2027-01-07: the last run was on 2026-10-09, with medium stakes
Listed on: roles/sales.html, roles/customer-success.html, layers/fluency.html, tools/assistant.html
The same job, "renewal": base-judgment
Similar by the words of its title, summary and text: base-judgment
On paths, with the day: sixty-days (30)
To read next, by its line `next`: base-judgment
"#);
    let by_path = playbook(root.path(), &["explain", "content/workflows/sales/base-fluency.md"]);
    assert_eq!(by_path.stdout, ended.stdout);
    let unknown = playbook(root.path(), &["explain", "base-fluecny"]);
    assert_eq!(unknown.code, 2, "{}", unknown.stderr);
    assert!(unknown.stderr.contains("base-fluency"), "{}", unknown.stderr);
}

/// Thirty pages that lead to a page that is not there, by two owners.
fn with_one_target_that_is_missing() -> Files {
    let mut files = with_contact(fixture::base());
    for number in 0..30 {
        let owner = if number % 3 == 0 { "m-osei" } else { "revops-desk" };
        let page = format!(
            "---\ntitle: The page of number {number}\nlayer: fluency\nroles: [sales]\n\
             owner: {owner}\n---\n\nSee [that page](nowhere.md).\n"
        );
        files.insert(format!("content/workflows/sales/n{number:02}.md"), page.into());
    }
    files
}

#[test]
fn one_target_that_is_missing_is_one_message_with_its_places() {
    let root = on_disk(&with_one_target_that_is_missing());
    let check = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
    assert_eq!(check.stdout.matches("error[PB301]").count(), 1, "{}", check.stdout);
    assert!(check.stdout.contains("content/workflows/sales/n04.md:8:5: here too"));
    assert!(check.stdout.contains("and 24 more places"), "{}", check.stdout);
    assert!(check.stdout.contains("30 errors"), "{}", check.stdout);
    let build = playbook(root.path(), &["build"]);
    assert_eq!(build.stderr.matches("error[PB301]").count(), 1, "{}", build.stderr);
    assert_eq!(build.stderr.matches("gap[PB510]").count(), 20, "{}", build.stderr);
    let json = playbook(root.path(), &["check", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let messages = json["diagnostics"].as_array().unwrap();
    let broken = messages.iter().find(|it| it["code"] == "PB301").unwrap();
    assert_eq!(broken["related"].as_array().unwrap().len(), 29);
    assert_eq!(broken["owner"], "m-osei");
}

#[test]
fn a_summary_counts_by_rule_role_and_owner_and_one_owner_has_messages_of_their_own() {
    let root = on_disk(&with_one_target_that_is_missing());
    let summary = playbook(root.path(), &["check", "--summary", "--as-of", "2026-11-01"]);
    insta::assert_snapshot!(summary.stdout, @"
By rule
    30  PB301 broken-link
    30  PB510 first-version

By role
    60  sales

By owner
    40  revops-desk
    20  m-osei

30 errors, 30 gaps
");
    let own = playbook(root.path(), &["check", "--summary", "--owner", "m-osei"]).stdout;
    assert!(own.contains("10 errors, 10 gaps"), "{own}");
    let nobody = playbook(root.path(), &["check", "--owner", "m-osie"]);
    assert_eq!(nobody.code, 2);
    assert!(nobody.stderr.contains("did you mean `m-osei`?"), "{}", nobody.stderr);
}

#[test]
fn check_says_when_a_path_names_nothing_and_which_drafts_there_are() {
    let mut files = with_contact(fixture::base());
    let draft = "---\ntitle: Not yet for readers\nlayer: fluency\ndraft: true\n---\n";
    files.insert("content/workflows/sales/later.md".to_owned(), draft.into());
    let root = on_disk(&files);
    let nonsense = playbook(root.path(), &["check", "content/workflows/sales/latre.md"]);
    assert_eq!(nonsense.code, 2, "{}", nonsense.stdout);
    let near = "did you mean content/workflows/sales/later.md?";
    assert!(nonsense.stderr.contains(near), "{}", nonsense.stderr);
    let check = playbook(root.path(), &["check", "--as-of", "2026-11-01"]);
    let told = "1 draft is not published: content/workflows/sales/later.md";
    assert!(check.stdout.contains(told), "{}", check.stdout);
}
