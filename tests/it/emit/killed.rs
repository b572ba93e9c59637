//! Builds that are killed, and builds at the same time.

use std::sync::Barrier;

use super::*;

/// Every build works on every leftover that a killed one can leave.
#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up() {
    let old = site(TWO);
    let new = site(&[("index.html", "new home"), ("workflows/prep.html", "prep")]);
    let make = |moment: &dyn Fn(&Playbook)| {
        let playbook = Playbook::new();
        playbook.write(&old);
        playbook.put("public/notes.txt", "mine");
        moment(&playbook);
        playbook.write(&new);
        let expected = tree(&[
            ("index.html", "new home"),
            ("notes.txt", "mine"),
            ("workflows/prep.html", "prep"),
        ]);
        assert_eq!(playbook.published(), expected);
        assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
    };
    let public = |playbook: &Playbook| playbook.path("public");
    let rename = |playbook: &Playbook, from: &str, to: &str| {
        fs::rename(playbook.path(from), playbook.path(to)).unwrap();
    };

    // While the stage was filled.
    make(&|playbook| {
        playbook.put(".public.stage/.playbook-stage", "");
        playbook.put(".public.stage/workflows/half.html", "ha");
        fs::hard_link(
            public(playbook).join("index.html"),
            playbook.path(".public.stage/index.html"),
        )
        .unwrap();
    });
    // Right after the stage's folder was made.
    make(&|playbook| fs::create_dir(playbook.path(".public.stage")).unwrap());
    // The lock's file stays, the lock does not.
    make(&|playbook| playbook.put(".public.lock", "process 4194305\n"));
    // After the exchange: the old site, with the foreign file, lies in the stage.
    make(&|playbook| {
        rename(playbook, "public", ".public.stage");
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
    // The same, with the old site half dropped.
    make(&|playbook| {
        rename(playbook, "public", ".public.stage");
        fs::remove_file(playbook.path(".public.stage/index.html")).unwrap();
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
    // Before the exchange: the new site lies complete in the stage.
    make(&|playbook| {
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &playbook.path(".public.stage"));
    });
    // Between the two renames, where there is no exchange.
    make(&|playbook| {
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &playbook.path(".public.stage"));
        playbook.put(".public.journal", "");
        rename(playbook, "public", ".public.old");
    });
    // Before the first of them, and after the second.
    make(&|playbook| playbook.put(".public.journal", ""));
    make(&|playbook| {
        playbook.put(".public.journal", "");
        rename(playbook, "public", ".public.old");
        let other = Playbook::new();
        other.write(&new);
        copy(&other.path("public"), &public(playbook));
    });
}

/// Also where the next build finds nothing to do.
#[test]
fn the_lock_of_a_killed_build_goes_at_the_next_start() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    playbook.put(".public.lock", "process 4194305\n");
    assert!(emit::unchanged(&playbook.target(), Digest::of("one")).is_some());
    assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
}

/// Somebody removed the site that a killed build had published: what it left is
/// the newest there is, with the files of others.
#[test]
fn what_a_killed_build_left_is_taken_for_a_site_that_is_gone() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    playbook.put("public/notes.txt", "mine");
    fs::rename(playbook.path("public"), playbook.path(".public.stage")).unwrap();
    let report = playbook.write(&site(&[("index.html", "new")]));
    assert_eq!(report.foreign, ["notes.txt"]);
    assert_eq!(playbook.published(), tree(&[("index.html", "new"), ("notes.txt", "mine")]));
    assert!(playbook.beside().is_empty());
}

/// With modification times, as a rename would.
fn copy(from: &Path, to: &Path) {
    let copied = std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success());
}

#[test]
fn without_an_exchange_two_renames_do_the_same() {
    let playbook = Playbook::new();
    playbook.write(&site(TWO));
    playbook.put("public/notes.txt", "mine");
    let next = site(&[("index.html", "new")]);
    let report = playbook.try_write(&next, |options| options.in_one_step = false).unwrap();
    assert_eq!(report.foreign, ["notes.txt"]);
    assert_eq!(playbook.published(), tree(&[("index.html", "new"), ("notes.txt", "mine")]));
    assert!(playbook.beside().is_empty());
}

#[test]
fn a_durable_build_writes_the_same_site() {
    let playbook = Playbook::new();
    playbook.try_write(&site(TWO), |options| options.durable = true).unwrap();
    playbook.try_write(&site(&[("index.html", "new")]), |options| options.durable = true).unwrap();
    assert_eq!(playbook.published(), tree(&[("index.html", "new")]));
}

#[test]
fn somebody_elses_folder_in_the_way_of_the_stage_is_not_touched() {
    let playbook = Playbook::new();
    playbook.put(".public.stage/precious.txt", "mine");
    let error = playbook.try_write(&site(TWO), |_| {}).unwrap_err();
    assert_eq!(error.exit_code(), 3);
    assert_eq!(fs::read_to_string(playbook.path(".public.stage/precious.txt")).unwrap(), "mine");
}

#[test]
fn a_second_writer_waits_and_then_names_the_first() {
    let playbook = Playbook::new();
    let (inside, leave) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let slow = {
        let (inside, leave) = (Arc::clone(&inside), Arc::clone(&leave));
        let output = fixture::rendered(move || {
            inside.wait();
            leave.wait();
            b"slow".to_vec()
        });
        Site::of([(Route::new("index.html"), output)].into())
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| playbook.write(&slow));
        inside.wait();
        let error = playbook.try_write(&site(TWO), |_| {}).unwrap_err();
        assert_eq!(error.exit_code(), 4);
        let process = format!("process {}", std::process::id());
        assert!(error.to_string().contains(&process), "{error}");
        let second = scope.spawn(|| {
            playbook.try_write(&site(TWO), |options| options.patience = Duration::from_secs(10))
        });
        leave.wait();
        first.join().unwrap();
        second.join().unwrap().unwrap();
    });
    assert_eq!(playbook.published(), tree(TWO));
    assert!(playbook.beside().is_empty());
}

#[test]
fn many_builds_at_once_end_with_one_whole_site() {
    let playbook = Playbook::new();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let playbook = &playbook;
            scope.spawn(move || {
                let text = format!("{n}");
                let patience = Duration::from_secs(30);
                let pages: Vec<(String, &str)> =
                    (0..20).map(|page| (format!("p/{page}.html"), text.as_str())).collect();
                let pages: Vec<(&str, &str)> =
                    pages.iter().map(|(p, t)| (p.as_str(), *t)).collect();
                playbook.try_write(&site(&pages), |options| options.patience = patience).unwrap();
            });
        }
    });
    let published = playbook.published();
    assert_eq!(published.len(), 20);
    let texts: std::collections::BTreeSet<_> = published.values().collect();
    assert_eq!(texts.len(), 1, "one build's site, not a mixture");
    assert!(playbook.beside().is_empty());
}

/// Not a test of its own: the builds that the next test kills.
#[test]
#[ignore = "started by another test"]
fn builds_to_be_killed() {
    let Some(root) = std::env::var_os("PLAYBOOK_TEST_ROOT").map(PathBuf::from) else { return };
    let in_one_step = std::env::var_os("PLAYBOOK_TEST_TWO_STEPS").is_none();
    let rounds = std::env::var("PLAYBOOK_TEST_ROUNDS").map_or(u32::MAX, |n| n.parse().unwrap());
    for round in 0..rounds {
        let target = OutputFolder::resolve(&root.join("public"), &root).unwrap();
        let mut options = options("one");
        options.in_one_step = in_one_step;
        if let Err(error) = emit::write(&lettered(round % 2 == 0), &target, &options) {
            eprintln!("{error}");
            std::process::exit(i32::from(error.exit_code()));
        }
    }
}

/// Two sites that differ in every second page and share some names.
fn lettered(first: bool) -> Site {
    let letter = if first { "a" } else { "b" };
    let page = |n: usize| {
        (format!("p{}/{n}.html", n % 3), if n.is_multiple_of(2) { letter } else { "both" })
    };
    let own = [(format!("{letter}/own.html"), letter), ("index.html".to_owned(), letter)];
    let pages: Vec<_> = (0..30).map(page).chain(own).collect();
    let pages: Vec<_> = pages.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    site(&pages)
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new() {
    for two_steps in [false, true] {
        for kill in 0..20_u64 {
            let playbook = Playbook::new();
            playbook.write(&lettered(false));
            playbook.put("public/notes.txt", "mine");
            kill_a_build(&playbook, Duration::from_micros(5_000 + kill * 479), two_steps);
            if two_steps && !playbook.path("public").exists() {
                // The moment between two renames: the next build ends it.
                playbook.write(&lettered(true));
            }
            let mut published = playbook.published();
            published.retain(|path, _| path != "notes.txt");
            let sites = [true, false].map(|first| {
                let outputs = lettered(first).outputs;
                let text = |output: &Output| match output {
                    Output::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    _ => unreachable!(),
                };
                outputs.iter().map(|(route, output)| (route.to_string(), text(output))).collect()
            });
            assert!(sites.contains(&published), "killed after {kill}: {published:#?}");
            playbook.write(&lettered(true));
            assert_eq!(playbook.published()["notes.txt"], "mine");
            assert_eq!(playbook.published().len(), 33);
            assert!(playbook.beside().is_empty(), "{:?}", playbook.beside());
        }
    }
}

fn kill_a_build(playbook: &Playbook, after: Duration, two_steps: bool) {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "emit::killed::builds_to_be_killed", "--ignored", "--quiet"])
        .env("PLAYBOOK_TEST_ROOT", playbook.root())
        .stdout(std::process::Stdio::null());
    if two_steps {
        command.env("PLAYBOOK_TEST_TWO_STEPS", "1");
    }
    let mut child = command.spawn().unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}
