//! Whoever builds a playbook, where and when: the site is the same, byte for
//! byte, and so is what is said. `PLAYBOOK_FULL=1` builds the sample playbook,
//! where a smaller one stands in.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::fixture::{self, Files};
use crate::law::edits::start;

const BUILDS: usize = 60;

/// Everything that differs between two machines and must not show.
#[derive(Debug)]
struct Machine {
    threads: &'static str,
    time_zone: &'static str,
    language: &'static str,
    umask: &'static str,
    home: &'static str,
    /// The folder of the checkout.
    checkout: &'static str,
    /// Where the order of the files in their folders begins.
    order: usize,
    /// When the files were last written, in days since 1970.
    written: u64,
    /// Built by a user without rights, if the test has the right to become one.
    as_nobody: bool,
    /// There is an older site in the output folder.
    over_another: bool,
}

impl Machine {
    /// Always the same ones, and no two of them alike.
    fn number(number: usize) -> Self {
        let mut drawn = number as u64 + 1;
        let mut draw = |count: usize| {
            drawn = drawn
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (drawn >> 33) as usize % count
        };
        Self {
            threads: ["1", "2", "3", "16"][draw(4)],
            time_zone: ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Nowhere/At_All"][draw(4)],
            language: ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG", "POSIX"][draw(5)],
            umask: ["022", "077", "000", "027"][draw(4)],
            home: ["/", "/nowhere", "", "/root"][draw(4)],
            checkout: ["playbook", "with a blank", "größe-提案", "a/b/c/d/e", "it's \"quoted\""]
                [draw(5)],
            order: draw(1000),
            written: [1, 11_000, 20_000, 40_000, 60_000][draw(5)],
            as_nobody: draw(2) == 0,
            over_another: draw(5) == 0,
        }
    }
}

#[test]
fn every_machine_builds_the_same_site() {
    let files = if std::env::var_os("PLAYBOOK_FULL").is_some() { sample() } else { start() };
    let binaries = tempfile::tempdir().unwrap();
    open_to_all(binaries.path());
    // Where everybody may start it.
    let binary = binaries.path().join("playbook");
    fs::copy(assert_cmd::cargo::cargo_bin("playbook"), &binary).unwrap();
    let mut first: Option<BTreeMap<String, Vec<u8>>> = None;
    for number in 0..BUILDS {
        let machine = Machine::number(number);
        let built = build(&machine, &binary, &files);
        let first = first.get_or_insert_with(|| built.clone());
        assert!(built.len() > files.len(), "{:?}", built.keys());
        let differs = |path: &&String| first.get(*path) != built.get(*path);
        let paths: Vec<_> = first.keys().chain(built.keys()).filter(differs).collect();
        assert!(paths.is_empty(), "{paths:?} differ on {machine:?}");
    }
}

/// The sample playbook.
fn sample() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = walkdir::WalkDir::new(root.join("content")).into_iter().map(Result::unwrap);
    let paths = content.filter(|it| it.file_type().is_file()).map(|it| it.into_path());
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        (name, fs::read(path).unwrap())
    };
    paths.chain([root.join("playbook.toml")]).map(read).collect()
}

/// The whole tree that comes out, and what was said.
fn build(machine: &Machine, binary: &Path, files: &Files) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    open_to_all(folder.path());
    let root = folder.path().join(machine.checkout);
    fs::create_dir_all(&root).unwrap();
    if machine.over_another {
        let mut other = files.clone();
        other.insert("content/guides/other.md".to_owned(), b"---\ntitle: Gone\n---\n".to_vec());
        other.insert("static/policy.txt".to_owned(), b"gone".to_vec());
        write(machine, &root, &other);
        run(machine, binary, &root);
        fs::remove_file(root.join("content/guides/other.md")).unwrap();
        fs::remove_file(root.join("static/policy.txt")).unwrap();
    }
    write(machine, &root, files);
    let said = run(machine, binary, &root);
    let mut tree = tree(&root.join("public"));
    tree.insert("(said)".to_owned(), said);
    tree
}

fn write(machine: &Machine, root: &Path, files: &Files) {
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(machine.written * 86_400);
    let begin = machine.order % files.len();
    let in_order = files.iter().skip(begin).chain(files.iter().take(begin));
    let mut in_order: Vec<_> = in_order.collect();
    if machine.order.is_multiple_of(2) {
        in_order.reverse();
    }
    for (path, bytes) in in_order {
        fixture::put(root, path, bytes);
        let file = fs::File::options().write(true).open(root.join(path)).unwrap();
        file.set_modified(written).unwrap();
    }
}

/// Builds, and gives what it says of the content.
fn run(machine: &Machine, binary: &Path, root: &Path) -> Vec<u8> {
    let as_nobody = machine.as_nobody && rustix::process::geteuid().is_root();
    let mut command = Command::new(if as_nobody { "setpriv" } else { "env" });
    if as_nobody {
        let owned = Command::new("chown").args(["-R", "65534:65534"]).arg(root).status().unwrap();
        assert!(owned.success());
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]);
    }
    let start = format!("umask {}; exec \"$0\" \"$@\"", machine.umask);
    command.args(["sh", "-c", &start]).arg(binary);
    command.args(["build", "--no-cache", "--threads", machine.threads]);
    command.env("TZ", machine.time_zone).env("HOME", machine.home);
    command.env("LANG", machine.language).env("LC_ALL", machine.language);
    // From the playbook's own folder, or from anywhere.
    if machine.order.is_multiple_of(3) {
        command.current_dir(root);
    } else {
        command.current_dir("/").arg("--root").arg(root);
    }
    let ended = command.output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{machine:?}: {said}");
    ended.stderr
}

/// Every file by its path; of the manifest all but the times.
fn tree(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(site).into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.file_type().is_file());
    files
        .map(|file| {
            let path = file.path().strip_prefix(site).unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(file.path()).unwrap();
            let bytes = if path.starts_with('.') { without_times(&bytes) } else { bytes };
            (path, bytes)
        })
        .collect()
}

fn without_times(manifest: &[u8]) -> Vec<u8> {
    let mut manifest: serde_json::Value = serde_json::from_slice(manifest).unwrap();
    for file in manifest["files"].as_object_mut().unwrap().values_mut() {
        file.as_object_mut().unwrap().remove("mtime").unwrap();
    }
    serde_json::to_vec(&manifest).unwrap()
}

fn open_to_all(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}
