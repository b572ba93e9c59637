//! The commands as they are typed, in processes of their own.

use std::cell::RefCell;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::Folder;
use crate::fixture;

const PAGE: &str = "content/workflows/sales/base-fluency.md";

/// A command that runs until it is told to end.
pub struct Running {
    pub child: Child,
    said: Receiver<String>,
    /// Said, and not yet asked for: the order of two streams is not known.
    heard: RefCell<Vec<String>>,
}

impl Running {
    pub fn new(folder: &Folder, args: &[&str]) -> Self {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("playbook"))
            .current_dir(folder.root())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, said) = channel();
        let (stdout, stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let errors = sender.clone();
        std::thread::spawn(move || {
            BufReader::new(stdout).lines().map_while(Result::ok).for_each(|line| {
                let _ = sender.send(line);
            });
        });
        std::thread::spawn(move || {
            BufReader::new(stderr).lines().map_while(Result::ok).for_each(|line| {
                let _ = errors.send(line);
            });
        });
        Self { child, said, heard: RefCell::default() }
    }

    /// Waits for a line that holds these words.
    #[track_caller]
    pub fn hears(&self, words: &str) -> String {
        let mut heard = self.heard.borrow_mut();
        loop {
            if let Some(at) = heard.iter().position(|line| line.contains(words)) {
                return heard.remove(at);
            }
            match self.said.recv_timeout(Duration::from_secs(10)) {
                Ok(line) => heard.push(line),
                Err(_) => panic!("no {words:?} in {heard:#?}"),
            }
        }
    }

    /// Everything that it has said and nobody has asked for.
    pub fn rest(&self) -> Vec<String> {
        self.heard.borrow().iter().cloned().chain(self.said.try_iter()).collect()
    }

    /// Presses Ctrl-C.
    fn interrupted(mut self) -> Option<i32> {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn build_watch_says_in_one_line_what_it_did_and_goes_on_after_errors() {
    let folder = Folder::new(&fixture::base());
    let watching = Running::new(&folder, &["build", "--watch"]);
    watching.hears("files written");
    let text = folder.read(PAGE);
    folder.replace(PAGE, &text.replace("Export the usage", "Export the numbers"));
    let line = watching.hears("workflows/sales/base-fluency.md: ");
    assert!(line.starts_with("workflows/sales/base-fluency.md: 1 page, 0 removed, "), "{line}");
    assert!(line.ends_with(" ms"), "{line}");
    let published = folder.read("public/workflows/base-fluency.html");
    assert!(published.contains("Export the numbers"));

    folder.write("playbook.toml", "[site\n");
    watching.hears("playbook.toml cannot be used; nothing was published");
    assert_eq!(folder.read("public/workflows/base-fluency.html"), published);
    folder.write("playbook.toml", "[site]\ntitle = \"Northgate AI playbook\"\n");
    watching.hears("playbook.toml: 0 pages, 0 removed, ");

    folder.replace(PAGE, &text.replace("layer: fluency", "layer: both"));
    watching.hears("error[PB102]");
    watching.hears("pages, 3 removed, ");
    assert!(!folder.path("public/workflows/base-fluency.html").exists());
    folder.replace(PAGE, &text);
    watching.hears("no problems");
    watching.hears("workflows/sales/base-fluency.md: ");
    assert!(folder.path("public/workflows/base-fluency.html").is_file());
    assert!(!folder.path(".public.lock").exists(), "it locks only while it publishes");
    assert_eq!(watching.interrupted(), Some(130));
}

#[test]
fn what_is_watched_and_what_is_built_at_once_are_the_same() {
    let folder = Folder::new(&fixture::base());
    let watching = Running::new(&folder, &["build", "--watch"]);
    watching.hears("files written");
    for number in 0..5 {
        let text = folder.read(PAGE).replace("title: ", &format!("title: Take {number}, "));
        folder.replace(PAGE, &text);
        watching.hears("base-fluency.md: ");
    }
    // Another build in between: what the watch knows of the folder is not true
    // any more.
    let other = Command::new(assert_cmd::cargo::cargo_bin("playbook"))
        .current_dir(folder.root())
        .args(["build", "--base-url", "https://other.example"])
        .output()
        .unwrap();
    assert!(other.status.success());
    folder.replace(PAGE, &folder.read(PAGE).replace("title: ", "title: At last, "));
    folder.replace("content/guides/may-i-paste.md", "---\ntitle: Another\n---\n");
    // The two saves are one build or two.
    let expected = crate::fixture::bytes(&crate::fixture::build_folder(folder.root()));
    let published = |route: &String| std::fs::read(folder.path(&format!("public/{route}"))).ok();
    let differs =
        || expected.iter().find(|(route, bytes)| published(route).as_ref() != Some(*bytes));
    super::eventually(|| differs().map(|(route, _)| route.clone()), Option::is_none);
}

#[test]
fn serve_says_where_and_ends_with_130() {
    let folder = Folder::new(&fixture::base());
    let serving = Running::new(&folder, &["serve", "--port", "0"]);
    let url = serving.hears("http://127.0.0.1:");
    assert!(url.ends_with('/'), "{url}");
    serving.hears("pages: ");
    assert!(!folder.path("public").exists(), "nothing is written");
    assert_eq!(serving.interrupted(), Some(130));
}

#[test]
fn a_busy_port_ends_with_4_and_is_named() {
    let folder = Folder::new(&fixture::base());
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = busy.local_addr().unwrap().port().to_string();
    let mut serving = Running::new(&folder, &["serve", "--port", &port]);
    let line = serving.hears("error: ");
    assert!(line.contains(&format!("port {port}")), "{line}");
    serving.hears("--port 0");
    assert_eq!(serving.child.wait().unwrap().code(), Some(4));
}

#[test]
fn a_preview_for_others_is_warned_of() {
    let folder = Folder::new(&fixture::base());
    let serving = Running::new(&folder, &["serve", "--port", "0", "--host", "0.0.0.0"]);
    serving.hears("warning: everybody who reaches 0.0.0.0 can read this playbook");
}

#[test]
fn drafts_are_there_unless_they_are_not_wanted() {
    let folder = Folder::new(&fixture::base());
    folder
        .replace(PAGE, &folder.read(PAGE).replace("layer: fluency", "layer: fluency\ndraft: true"));
    let pages = |args: &[&str]| {
        let serving = Running::new(&folder, args);
        let line = serving.hears(" pages: ");
        line.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    let all = pages(&["serve", "--port", "0", "--poll"]);
    assert_eq!(pages(&["serve", "--port", "0", "--no-drafts"]), all - 1);
}
