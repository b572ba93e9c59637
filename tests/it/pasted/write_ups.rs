//! Write-ups as they come out of a word processor, one for each layer. Whoever does what
//! the messages say, fills in the forms and knows nothing else is done in three rounds.

use playbook::diagnostic::Diagnostic;

use crate::fixture;

const PATH: &str = "content/workflows/sales/pasted.md";

/// Rounds of looking and mending after which nobody would try again.
const ROUNDS: usize = 3;

/// What the writer knows, by the key, blank or section that asks for it.
const KNOWN: &[(&str, &str)] = &[
    ("layer", "fluency"),
    ("summary", "One answer that the customer can act on."),
    ("roles", "[sales]"),
    ("owner", "m-osei"),
    ("data", "internal"),
    ("verified", "2026-10-01"),
    ("new_returning", "whether they bought before"),
    ("company_name", "as it stands on the order, e.g. Acme"),
    ("order_date", "the day of the order"),
    ("Noticed because", "my own notes have the sentence"),
];

fn known(key: &str) -> &'static str {
    let answer = KNOWN.iter().find(|(known, _)| *known == key);
    answer.unwrap_or_else(|| panic!("nobody knows {key}")).1
}

/// The text after one round: pasted, then filled in.
fn obeyed(text: &str, told: &[Diagnostic]) -> String {
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for message in told {
        let fix = message.fix.as_ref();
        edits.extend(fix.map(|it| (it.start as usize, it.end as usize, it.text.clone())));
        edits.extend(message.help.iter().filter_map(|help| in_line(text, &help.to_string())));
    }
    edits.sort();
    edits.dedup();
    let mut text = text.to_owned();
    let mut free_until = usize::MAX;
    for (start, end, line) in edits.into_iter().rev() {
        if end <= free_until {
            text.replace_range(start..end, &line);
            free_until = start;
        }
    }
    for help in told.iter().flat_map(|it| &it.help) {
        text = in_words(text, &help.to_string());
    }
    text.lines().map(|line| filled(line) + "\n").collect()
}

/// `line 12: ## Steps`
fn in_line(text: &str, help: &str) -> Option<(usize, usize, String)> {
    let (number, line) = help.strip_prefix("line ")?.split_once(": ")?;
    let number: usize = number.parse().ok()?;
    let start: usize = text.split_inclusive('\n').take(number - 1).map(str::len).sum();
    let length = text.get(start..)?.lines().next()?.len();
    Some((start, start + length, line.to_owned()))
}

/// What is said in a sentence, with what to write between backticks.
fn in_words(text: String, help: &str) -> String {
    let mut ticks = help.split('`');
    let lead = ticks.next().unwrap_or_default();
    let (first, then) = (ticks.next().unwrap_or_default(), ticks.next().unwrap_or_default());
    match (lead, first.split_once(": ...")) {
        ("write ", Some((key, _))) => {
            text.replacen("---\n", &format!("---\n{key}: {}\n", known(key)), 1)
        }
        _ if first.starts_with("## ") && then.starts_with(" names no source") => {
            let check = format!("{first}\n\n- [ ] Every date (source: calendar)\n");
            text.replacen(&format!("{first}\n"), &check, 1)
        }
        (lead, _) if lead.contains("is called \"") && lead.ends_with("did you mean ") => {
            let word = lead.split('"').nth(1).unwrap();
            text.replacen(&format!("owner: {word}"), &format!("owner: {first}"), 1)
        }
        _ => text,
    }
}

/// A form with what the writer knows.
fn filled(line: &str) -> String {
    let Some((key, value)) = line.split_once(": ") else { return line.to_owned() };
    let is_form = matches!(value, "..." | "[...]" | "YYYY-MM-DD")
        || value.contains(" / ") && KNOWN.iter().any(|(known, _)| *known == key);
    if !is_form {
        return line.to_owned();
    }
    format!("{key}: {}", known(key.trim_start_matches("- ")))
}

/// The rounds that a write-up takes, with what is told in each.
fn rounds(write_up: &str) -> (usize, String) {
    let mut text = write_up.to_owned();
    let mut log = String::new();
    for round in 0..10 {
        let build = fixture::build(&fixture::with(PATH, &text));
        let mut mine = build.diagnostics();
        mine.retain(|it| &*it.place.path == PATH);
        if mine.is_empty() {
            return (round, text);
        }
        let told: Vec<Diagnostic> = mine.into_iter().cloned().collect();
        log += &format!("\n==== {round} ====\n{}", fixture::messages(&build, &told));
        let source = build.source_map(PATH).unwrap().text.to_string();
        text = obeyed(&source, &told);
    }
    (10, log + "\n==== text ====\n" + &text)
}

#[test]
fn a_write_up_of_each_layer_is_finished_in_three_rounds() {
    for (name, write_up) in [
        ("fluency", include_str!("write_ups/fluency.md")),
        ("judgment", include_str!("write_ups/judgment.md")),
        ("redesign", include_str!("write_ups/redesign.md")),
    ] {
        let (rounds, log) = rounds(write_up);
        assert!(rounds <= ROUNDS, "{name}: {rounds} rounds{log}");
        println!("{name}: {rounds} rounds\n{log}");
    }
}
