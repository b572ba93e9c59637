//! The house is tidy: who uses whom, who sees what, who touches the world, no
//! files in a circle, nothing too long. Reads the sources as syntax; the tables
//! are in `table`, and `holes` tries whether the guard can be got round.

mod circles;
mod holes;
mod measure;
mod rooms;
mod syntax;
mod table;
mod tree;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use circles::circles;
use table::{COMMENTS, LONGEST_FILE, LONGEST_FUNCTION, MAY_TOUCH, ROOMS, TOP};
use tree::Tree;

static TREE: LazyLock<Tree> = LazyLock::new(Tree::of_src);

#[test]
fn rooms_use_only_what_the_table_allows() {
    assert_eq!(rooms::breaches(&TREE), BTreeSet::new());
}

#[test]
fn rooms_see_only_the_types_that_are_meant_for_them() {
    assert_eq!(rooms::unseen_types(&TREE), BTreeSet::new());
}

#[test]
fn every_room_of_the_crate_is_in_the_table_and_no_other() {
    let there: BTreeSet<&str> = TREE.files.iter().map(|file| file.room.as_str()).collect();
    let named = ROOMS.iter().map(|(room, _)| room).chain(TOP);
    assert_eq!(there, named.copied().collect());
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let told: String = circles(&TREE).iter().map(|circle| circle.describe() + "\n").collect();
    assert!(told.is_empty(), "{told}");
}

#[test]
fn the_world_is_touched_where_that_is_the_rooms_task_and_with_a_reason() {
    for file in &TREE.files {
        let lines = &file.exceptions.evasions;
        assert!(lines.is_empty(), "{}: lines {lines:?}: use `#[expect]` with a reason", file.path);
        let lines = &file.exceptions.expected;
        let may = MAY_TOUCH.contains(&file.room.as_str());
        assert!(may || lines.is_empty(), "{}: lines {lines:?} touch the world", file.path);
    }
    for room in MAY_TOUCH.iter().filter(|room| **room != "main") {
        let touches = TREE
            .files
            .iter()
            .any(|file| file.room == *room && !file.exceptions.expected.is_empty());
        assert!(touches, "{room} touches nothing");
    }
}

#[test]
fn only_one_room_asks_which_system_this_is() {
    let asks = ["cfg(unix", "cfg(windows", "target_os", "target_family", "std::os::", "rustix::"];
    for file in TREE.files.iter().filter(|file| file.room != "platform") {
        // The allocator of the binary is a matter of the system's own.
        let code = file.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let mut asking = code.filter(|line| asks.iter().any(|word| line.contains(word)));
        assert!(file.room == "main" || asking.next().is_none(), "{}", file.path);
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in &TREE.files {
        assert!(file.text.starts_with("//! "), "{} has no module docs", file.path);
    }
}

#[test]
fn files_and_functions_stay_short() {
    let mut long = Vec::new();
    for file in &TREE.files {
        let lines = file.text.lines().count();
        if lines > LONGEST_FILE {
            long.push(format!("{} has {lines} lines", file.path));
        }
        for (name, lines) in file.measures.functions.iter().filter(|it| it.1 > LONGEST_FUNCTION) {
            long.push(format!("{}:{name} has {lines} lines", file.path));
        }
    }
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn docs_are_sentences() {
    let mut short = Vec::new();
    // Views name what a template sees, and a rule's page is beside it.
    let trivial = |file: &&tree::File| {
        file.path.starts_with("page/view/") || file.path.starts_with("diagnostic/rules/")
    };
    for file in TREE.files.iter().filter(|file| !trivial(file)) {
        short.extend(file.measures.short_docs.iter().map(|it| format!("{}:{it}", file.path)));
    }
    assert_eq!(short, Vec::<String>::new());
}

#[test]
fn comments_say_why_and_are_few() {
    let lines = || TREE.files.iter().flat_map(|file| file.text.lines().map(str::trim_start));
    let is_doc = |line: &str| line.starts_with("///") || line.starts_with("//!");
    let comments = lines().filter(|line| line.starts_with("//") && !is_doc(line)).count();
    let share = 100.0 * comments as f64 / lines().count() as f64;
    println!("{comments} of {} lines are comments: {share:.2} %", lines().count());
    assert!(COMMENTS.contains(&share), "{share:.2} % of the lines are comments");
}
