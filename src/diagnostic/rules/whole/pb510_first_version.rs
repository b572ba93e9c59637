//! PB510: a page lacks parts of its contract.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB510", "first-version", Gap, "pb510_first_version.md");

/// A page that lacks parts. `have` of `of` parts are there; `missing` names the
/// others, each with what to write.
pub fn breach(
    place: Place,
    layer: &str,
    (have, of): (usize, usize),
    missing: &[(Text, Text)],
) -> Diagnostic {
    let names = Text::joined(missing.iter().map(|(name, _)| name.clone()), ", ");
    let message =
        sentence(have, [&have, &of].map(|it| Text::verbatim(it.to_string())), layer, names);
    let found = RULE.at(place, message).label("decides which parts a page has");
    missing.iter().fold(found, |found, (_, help)| found.help(help.clone()))
}

/// The sentence for a page that has this many parts. `numbers` are what it has and how
/// many there are, as they are shown: a form that counts by itself has blanks there.
pub fn sentence(have: usize, numbers: [Text; 2], layer: &str, names: Text) -> Text {
    let [shown, of] = numbers;
    match have {
        0 => text!("the {of} parts of a {layer} page are still to come: {names}", of, layer, names),
        1 => text!("1 of {of} parts of a {layer} page is here; missing: {names}", of, layer, names),
        _ => text!(
            "{have} of {of} parts of a {layer} page are here; missing: {names}",
            have = shown,
            of,
            layer,
            names
        ),
    }
}

/// What to write where a section is missing.
pub fn absent(heading: &str, hint: &str) -> Text {
    text!("add `## {heading}`: {hint}", heading, hint)
}

/// What to write where a section has no text.
pub fn thin(heading: &str, hint: &str) -> Text {
    text!("write below `## {heading}`: {hint}", heading, hint)
}

/// What to write where no check says where the truth is.
pub fn without_source(heading: &str) -> Text {
    text!(
        "`## {heading}` names no source: end a check with where the truth is: `(source: ...)`",
        heading
    )
}

/// What to write at a key of front matter; for the data, one of the rungs.
pub fn field(key: &'static str, gap: &'static str, ladder: &[String]) -> Text {
    let gap = Text::from(gap);
    match key {
        "data" => text!("write `{key}: ...`: {gap}: {rungs}", key, gap, rungs = ladder.join(", ")),
        _ => text!("write `{key}: ...`: {gap}", key, gap),
    }
}

/// What to write where a line about pasting is missing below a heading.
pub fn boundary(heading: &str, name: &str) -> Text {
    text!("below `## {heading}`, write a line that begins with `{name}:`", heading, name)
}

/// What a page with high stakes lacks without a second person, and what to write.
pub fn second_person() -> (Text, Text) {
    (
        text!("a check by a second person"),
        text!("end one check with the person who makes it, `(by: ...)`: `stakes` is high"),
    )
}

/// What a page lacks that names somebody or a tool without a page, and what to write;
/// `part` is what it names, and `command` begins a page for it.
pub fn unknown_name(
    part: &'static str,
    (word, command): (&str, &str),
    near: Option<&str>,
) -> (Text, Text) {
    let part = Text::from(part);
    let help = match near {
        Some(near) => text!(
            "no {part} is called \"{word}\": did you mean `{near}`?",
            part = part.clone(),
            word,
            near
        ),
        None => text!(
            "no {part} is called \"{word}\": begin a page for it with\n{command}",
            part = part.clone(),
            word,
            command
        ),
    };
    (text!("a page for the {part} \"{word}\"", part, word), help)
}
