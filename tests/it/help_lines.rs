//! Whoever pastes each line that a message offers is done in a few rounds, and
//! nothing is published that nobody wrote. Over every bad input there is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use playbook::diagnostic::{Diagnostic, Severity};
use playbook::domain::{Field, FieldShape, Kind, fields_of};
use playbook::engine::{Build, Engine};
use playbook::source::LoadError;
use playbook::upkeep;

use crate::fixture::{self, Files};
use crate::front_matter::field;
use crate::{broken_heads, rules};

/// Rounds after which nobody would try again.
const ROUNDS: usize = 5;

/// Errors for which no line can be offered, by rule, with what there is to do.
const OTHERS: &[(&str, &str)] = &[
    ("PB101", "put in quotes what spans several lines, or give the line a key"),
    ("PB102", "choose a layer, or make two pages"),
    ("PB103", "find a title where there is no heading, or a shorter one"),
    ("PB106", "move keys into the first front matter, and long texts into the body"),
    ("PB107", "write the value itself"),
    ("PB108", "delete one of two lines"),
    ("PB114", "fill in a form, or choose one of several values"),
    ("PB115", "fill in what is missing"),
    ("PB116", "choose one of two days, or find out which day it was"),
    ("PB118", "choose a word"),
    ("PB119", "write a number"),
    ("PB120", "choose yes or no"),
    ("PB121", "write a number of days"),
    ("PB128", "rename the file"),
    ("PB129", "write a path inside the site"),
    ("PB131", "move a checkpoint"),
    ("PB134", "write a whole address"),
    ("PB143", "fill in the blanks"),
    ("PB148", "write front matter as lines"),
    ("PB203", "nest less"),
    ("PB205", "link to what a page may open"),
    ("PB207", "close the comment"),
    ("PB221", "choose a word"),
    ("PB223", "ask who has to allow it"),
    ("PB224", "quote the wrong words"),
    ("PB242", "close the block where it ends"),
    ("PB243", "choose one of two versions"),
    ("PB250", "delete an id that another page has"),
    ("PB301", "link to a page that is there"),
    ("PB302", "link to a heading that is there"),
    ("PB303", "name an image that is there"),
    ("PB305", "publish the draft, or unlink it"),
    ("PB306", "link inside the playbook"),
    ("PB307", "link from the file"),
    ("PB309", "do what the message about the file says"),
    ("PB311", "write the whole address"),
    ("PB401", "rename the file"),
    ("PB407", "attach another kind of file"),
    ("PB412", "put the file there"),
    ("PB501", "rename one of two files"),
    ("PB502", "name a page that is there, or write it"),
    ("PB504", "publish the draft, or do not name it"),
    ("PB505", "choose a rung"),
    ("PB507", "break the circle"),
    ("PB950", "mend the template"),
    ("PB953", "break the circle of templates"),
    ("PB954", "mend the theme's settings"),
];

/// Lines of front matter with which something is wrong, each alone in a good page.
const WRONG_LINES: &[&str] = &[
    "stopped: [copying, pasting",
    "stopped: [copying,\n  pasting\nminutes: {before: 2, after: 1}",
    "byline: \"runs it \\q twice\"",
    "next: {a: [}",
    "words that are no key",
    "stakes: hihg",
    "stakes: enormous",
    "minutes: {before: 40 min, after: 15}",
    "minutes: {before: forty, after: 15}",
    "minutes: {before: 40, after: 15, per: wek}",
    "minutes: {before: 1,200, after: 15}",
    "minutes: {before: 40 min, after: 15 min, per: wek}",
    "draft: nearly",
    "review_every: 3 months",
    "review_every: 6 weeks",
    "review_every: sometimes",
    "retired: {date: on 1. Mai 2026 (Ann), reason: gone}",
    "retired: {date: soon, reason: gone}",
    "rebuilding: {since: 2026-09-01 as agreed}",
    "repeated_by: n/a",
    "repeated_by:\n  - {who: Ann, date: 3 Nov 2026 at noon, result: wroked}",
    "repeated_by:\n  - niemand",
    "evidence: none yet",
    "builds_on: base-fluensy",
    "redirect_from: /old/page",
];

/// Every bad input: its name and its files.
fn inputs() -> Vec<(String, Files)> {
    let mut all = rules::bad_examples();
    for input in field::inputs() {
        all.push((input.name.to_owned(), fixture::with(field::PATH, &input.text)));
    }
    for line in WRONG_LINES {
        let text = format!("---\ntitle: Prepare a tender answer\nlayer: fluency\n{line}\n---\n");
        all.push((format!("{line:?}"), fixture::with(field::PATH, &text)));
    }
    let champion = "---\nname: Ann Berg\nchampion: maybe\n---\n";
    all.push(("a flag".to_owned(), fixture::with("content/people/ann-berg.md", champion)));
    all.extend(broken_heads::broken_pages());
    all
}

fn built(files: &Files) -> Option<Build> {
    match fixture::load(files) {
        Ok(_) => Some(fixture::build(files)),
        // Settings and their lines are no pages.
        Err(LoadError::Config { .. }) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn errors(build: &Build) -> Vec<&Diagnostic> {
    let mut errors = build.diagnostics();
    errors.retain(|it| it.severity == Severity::Error);
    errors
}

/// The files with each line pasted; nothing when no error has one.
fn pasted(files: &Files, build: &Build) -> Option<Files> {
    let mut by_path: BTreeMap<&str, BTreeSet<(u32, u32, &str)>> = BTreeMap::new();
    for error in errors(build) {
        if let Some(fix) = &error.fix {
            let fixes = by_path.entry(&error.place.path).or_default();
            fixes.insert((fix.start, fix.end, &fix.text));
        }
    }
    let mut files = files.clone();
    for (path, fixes) in &by_path {
        let mut text = build.source_map(path).unwrap().text.to_string();
        let mut free_until = u32::MAX;
        for (start, end, line) in fixes.iter().rev() {
            if *end <= free_until {
                invents_nothing(path, &text, line);
                text.replace_range(*start as usize..*end as usize, line);
                free_until = *start;
            }
        }
        files.insert((*path).to_owned(), text.into_bytes());
    }
    (!by_path.is_empty()).then_some(files)
}

/// Words that a line may have beside those of its writer: keys and closed vocabularies.
static OURS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    fn add(field: &Field, ours: &mut BTreeSet<String>) {
        ours.extend(tokens(field.name));
        if let FieldShape::Choice(words) = field.shape {
            ours.extend(words.iter().flat_map(|word| tokens(word)));
        }
        field.shape.fields().iter().for_each(|field| add(field, ours));
    }
    let mut ours = BTreeSet::from(["true".to_owned()]);
    // What stands in forms: the rungs of a playbook that names none, and a day.
    ours.extend(tokens("public internal confidential restricted YYYY-MM-DD"));
    for kind in Kind::WITH_FOLDER {
        fields_of(kind).into_iter().flatten().for_each(|field| add(field, &mut ours));
    }
    ours
});

fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// No word and no figure stands in a line that its writer did not write.
fn invents_nothing(path: &str, source: &str, line: &str) {
    let written: BTreeSet<String> = tokens(source).into_iter().collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = |text: &str| digits(text).parse::<u64>().ok();
    let numbers: BTreeSet<u64> = written.iter().filter_map(|word| number(word)).collect();
    let has_month = |at: u64| {
        let months = playbook::language::shipped().iter().map(|it| &it.months[at as usize - 1]);
        let starts = |month: &String| month.to_lowercase().chars().take(3).collect::<String>();
        months.into_iter().any(|month| written.iter().any(|it| it.starts_with(&starts(month))))
    };
    for word in tokens(line) {
        let is_figure = word.starts_with(|c: char| c.is_ascii_digit());
        let is_known = match number(&word).filter(|_| is_figure) {
            // `90d` for `3 months`: what is counted in weeks, months or years becomes days.
            Some(n) if word.ends_with('d') => {
                [1, 7, 30, 365].iter().any(|unit| n % unit == 0 && numbers.contains(&(n / unit)))
            }
            Some(n) => numbers.contains(&n) || (1..=12).contains(&n) && has_month(n),
            None => written.contains(&word) || OURS.contains(&word),
        };
        assert!(is_known, "{path}: nobody wrote {word:?}, and this line has it: {line:?}");
    }
}

#[test]
fn pasting_the_line_of_each_message_ends_every_error_that_has_one() {
    let inputs = inputs();
    assert!(inputs.len() >= 200, "{} bad inputs", inputs.len());
    let mut met: BTreeSet<&str> = BTreeSet::new();
    let mut unlisted: BTreeSet<String> = BTreeSet::new();
    let (mut mended, mut rounds) = (0, [0; ROUNDS + 1]);
    for (name, mut files) in inputs {
        let Some(mut build) = built(&files) else { continue };
        let mut round = 0;
        while let Some(next) = pasted(&files, &build) {
            round += 1;
            assert!(round <= ROUNDS, "{name}: still errors after {ROUNDS} rounds:\n{}", {
                fixture::messages(&build, errors(&build))
            });
            mended += errors(&build).iter().filter(|it| it.fix.is_some()).count();
            files = next;
            build = fixture::build(&files);
        }
        rounds[round] += 1;
        for error in errors(&build) {
            match OTHERS.iter().find(|(code, _)| *code == error.code) {
                Some((code, _)) => drop(met.insert(code)),
                None => drop(unlisted.insert(format!("{} in {name}", error.code))),
            }
            // The words of a theme's fault are those of the program that reads templates.
            let is_template = error.code.starts_with("PB95");
            assert!(is_template || !error.help.is_empty(), "{name}: no help for {}", error.code);
        }
    }
    println!("{mended} errors ended by a pasted line; inputs by rounds: {rounds:?}");
    let never: Vec<_> = OTHERS.iter().filter(|(code, _)| !met.contains(code)).collect();
    assert!(
        unlisted.is_empty() && never.is_empty(),
        "not listed: {unlisted:?}; never met: {never:?}"
    );
}

#[test]
fn check_fix_twice_is_once_and_nothing_breaks_by_it() {
    let mut mended: BTreeSet<&str> = BTreeSet::new();
    for (name, files) in inputs() {
        if built(&files).is_none() {
            continue;
        }
        let Some(once) = fixed(&name, &files, &mut mended) else { continue };
        assert!(
            fixed(&name, &once, &mut mended).is_none(),
            "{name}: there is more the second time"
        );
        let (before, after) = (fixture::build(&files), fixture::build(&once));
        assert!(errors(&after).len() <= errors(&before).len(), "{name}");
    }
    // What would change the meaning of a page is offered, and left to a person.
    let offered = ["PB109", "PB212", "PB253"];
    let listed = upkeep::MENDED_RULES.iter().copied().chain(offered).collect();
    assert_eq!(mended, listed);
}

/// The files as `check --fix` leaves them; absent where it changes none.
fn fixed(name: &str, files: &Files, mended: &mut BTreeSet<&str>) -> Option<Files> {
    let sources = fixture::sources(files);
    let build = Engine::with_drafts().build(&sources);
    let plan = upkeep::mend(&sources, &build, |_| true);
    let plan = plan.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    let fixes = build.diagnostics().into_iter().filter(|it| it.severity == Severity::Warn);
    mended.extend(fixes.filter(|it| it.fix.is_some()).map(|it| it.code));
    let mut after = files.clone();
    for file in &plan.changes.files {
        after.insert(file.path.clone(), file.after.clone());
    }
    (!plan.changes.files.is_empty()).then_some(after)
}
