//! A source that the system would not give is not a source that is gone: nothing
//! is published from half a reading, and the message says why.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::*;

/// Builds after `change`: the published site must be what it was.
fn refuses(change: impl Fn(&Trial), says: &[&str]) {
    let trial = Trial::new();
    change(&trial);
    for args in [&["build"][..], &["build", "-q", "--no-cache"]] {
        let ended = trial.playbook(args);
        assert_eq!(ended.code, Some(4), "{args:?}: {}", ended.said);
        for words in says {
            assert!(ended.said.contains(words), "{args:?}: {words:?} is not in {}", ended.said);
        }
        assert!(ended.said.contains("the site stays as it was"), "{}", ended.said);
        assert!(trial.published() == trial.old);
    }
}

#[test]
fn a_playbook_without_its_content_publishes_nothing() {
    let away = |trial: &Trial| fs::rename(trial.path("content"), trial.path("real")).unwrap();
    refuses(away, &["no folder `content`", "`--root DIR`"]);
    let linked = |trial: &Trial| {
        away(trial);
        symlink("real", trial.path("content")).unwrap();
    };
    refuses(linked, &["symbolic link", "`--root DIR`"]);
    let empty = |trial: &Trial| {
        away(trial);
        fs::create_dir(trial.path("content")).unwrap();
    };
    refuses(empty, &["no page in `content`", "`playbook new"]);
    let file = |trial: &Trial| {
        away(trial);
        fs::write(trial.path("content"), "a file").unwrap();
    };
    refuses(file, &["no folder `content`"]);
    let no_page = |trial: &Trial| {
        empty(trial);
        fs::write(trial.path("content/notes.txt"), "no page").unwrap();
    };
    refuses(no_page, &["no page in `content`"]);
}

#[test]
fn a_file_that_a_sync_program_has_not_brought_here_is_not_a_page_that_is_gone() {
    let workflows = "content/workflows/sales";
    for (file, placeholder) in [
        ("base-fluency.md", ".base-fluency.md.icloud"),
        ("base-fluency.md", "base-fluency.md.nextcloud"),
        ("notes/screen.png", "notes/screen.png.owncloud"),
    ] {
        let change = |trial: &Trial| {
            let folder = trial.path(workflows);
            fs::rename(folder.join(file), folder.join(placeholder)).unwrap();
        };
        let name = format!("{workflows}/{file}");
        refuses(change, &[&name, "it is not on this machine"]);
    }
}

#[test]
fn check_shows_the_rest_and_the_error() {
    let trial = Trial::new();
    let folder = trial.path("content/workflows/sales");
    fs::rename(folder.join("comes.md"), folder.join(".comes.md.icloud")).unwrap();
    let ended = trial.playbook(&["check"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.said.contains("content/workflows/sales/comes.md"), "{}", ended.said);
    let verified = trial.playbook(&["verify"]);
    assert_eq!(verified.code, Some(4), "{}", verified.said);
    assert!(verified.said.contains("nothing was compared"), "{}", verified.said);
}

/// As another user: root may read everything.
#[test]
fn what_this_user_may_not_read_is_named_with_the_systems_reason() {
    let Some(nobody) = as_nobody() else { return };
    for (path, mode) in [
        ("content/workflows/sales", 0o700),
        ("content/workflows/sales/base-fluency.md", 0o600),
        ("content", 0o700),
        ("static/policy.pdf", 0o600),
        ("themes/northgate", 0o700),
    ] {
        let trial = Trial::new();
        for path in [".", "public", "kept"] {
            fs::set_permissions(trial.path(path), fs::Permissions::from_mode(0o777)).unwrap();
        }
        fs::set_permissions(trial.path(path), fs::Permissions::from_mode(mode)).unwrap();
        let program = program();
        let build = [program.to_str().unwrap(), "build", "--no-cache"];
        let output =
            trial.command(Path::new(nobody[0]), &[&nobody[1..], &build[..]].concat()).output();
        let ended = Ended::of(&output.unwrap());
        assert_eq!(ended.code, Some(4), "{path}: {}", ended.said);
        assert!(ended.said.contains("Permission denied"), "{path}: {}", ended.said);
        assert!(ended.said.contains(path.trim_end_matches(".md")), "{path}: {}", ended.said);
        assert!(trial.published() == trial.old, "{path}");
    }
}

/// How to run something as nobody; nothing where this test's user may not say so.
fn as_nobody() -> Option<Vec<&'static str>> {
    let setpriv = vec!["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let works = Command::new(setpriv[0]).args(&setpriv[1..]).arg("true").status();
    works.is_ok_and(|status| status.success()).then_some(setpriv)
}

/// The watch says so, leaves the site, and publishes once it can read again.
#[test]
fn build_watch_publishes_only_from_a_whole_reading_and_goes_on_watching() {
    let trial = Trial::new();
    let mut command = trial.command(&program(), &["build", "--watch"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("pages;"));
    assert!(trial.published() == trial.new);
    fs::rename(trial.path("content"), trial.path("real")).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    assert!(trial.published() == trial.new, "{}", trial.difference());
    fs::write(trial.path("real/workflows/sales/comes.md"), page("A page that came late")).unwrap();
    fs::rename(trial.path("real"), trial.path("content")).unwrap();
    let comes = || fs::read_to_string(trial.path("public/workflows/comes.html")).unwrap();
    let start = Instant::now();
    while !comes().contains("A page that came late") && start.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(comes().contains("A page that came late"), "{said}");
    assert!(said.contains("no folder `content`") && said.contains("the site stays as it was"));
}

#[test]
fn an_answer_that_cannot_be_written_is_an_error() {
    let trial = Trial::new();
    for args in
        [&["check", "--format", "json"][..], &["explain"], &["completions", "bash"], &["--help"]]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = trial.command(&program(), args).stdout(full).output().unwrap();
        let ended = Ended::of(&output);
        assert_eq!(ended.code, Some(4), "{args:?}: {}", ended.said);
        assert!(ended.said.contains("cannot write the answer: No space left"), "{}", ended.said);
    }
}
