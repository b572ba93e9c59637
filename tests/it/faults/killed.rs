//! Builds that are killed at any moment: readers have the old site or the new one,
//! files of others in both, and the next build clears up without a flag. Twenty
//! kills, 2,000 with `PLAYBOOK_FULL=1`.

use std::process::Stdio;
use std::time::Instant;

use super::*;

#[test]
fn a_killed_build_leaves_a_whole_site_with_the_files_of_others() {
    let trial = Trial::new();
    let kills = if is_whole() { 2000 } else { 20 };
    let spawn = || {
        let mut command = trial.command(&program(), &["build", "--no-cache"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let start = Instant::now();
    assert!(spawn().wait().unwrap().success());
    let whole = start.elapsed();
    let (mut old, mut new) = (0, 0);
    for kill in 0..kills {
        trial.reset();
        let mut child = spawn();
        std::thread::sleep(whole.mul_f64(f64::from(kill) / f64::from(kills) * 1.2));
        let _ = child.kill();
        child.wait().unwrap();
        let published = trial.published();
        old += u32::from(published == trial.old);
        new += u32::from(published == trial.new);
        assert_eq!(old + new, kill + 1, "torn after {kill}: {}", trial.difference());
        if kill % 10 == 0 {
            let killed = Ended { code: None, said: String::new() };
            trial.judge(&killed).unwrap_or_else(|why| panic!("after kill {kill}: {why}"));
        }
    }
    println!("{kills} kills in {whole:?} of a build: {old} left the old site, {new} the new one");
    assert!(old > 0);
}
