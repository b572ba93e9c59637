//! One workflow page: a `Page` of the plan -> its markdown. Finished pages follow their layer's
//! contract section by section; first versions have some of it; both end with sections of their
//! own and some sentences until there are words enough. Deliberately absent: references that do not resolve, tools
//! that are not approved, data above a tool's ceiling.

use std::fmt::Write as _;

use super::{
    axes::Layer,
    blocks, code,
    front_matter::{self, Facts},
    plan::{Page, Plan},
    properties::words,
    prose::Prose,
};

/// When fewer words than these are missing, sentences are enough.
const SECTION_WORDS: usize = 120;

/// The whole file.
pub fn write(page: &Page, plan: &Plan, prose: &mut Prose) -> String {
    let facts = Facts::new(page, prose);
    let mut text = front_matter::write(page, plan, &facts, prose);
    let head = text.len();
    let opening = prose.paragraph();
    let _ = writeln!(text, "{opening}");
    if page.finished {
        contract(page, &facts, prose, &mut text);
    } else {
        beginning(page, &facts, prose, &mut text);
    }
    let long = if prose.random.one_in(40) { 1_200 } else { 20 };
    let wanted = plan.least_words + prose.random.below(long);
    let mut count = 0;
    words(text.get(head..).unwrap_or_default(), |_| count += 1);
    let mut blocks = page.code_blocks;
    let mut sections = 0;
    while count < wanted || blocks > 0 || sections == 0 {
        let missing = wanted.saturating_sub(count);
        let more = if blocks == 0 && sections > 0 && missing < SECTION_WORDS {
            format!("\n{}\n", prose.sentences(missing))
        } else {
            sections += 1;
            own_section(page, plan, &mut blocks, missing >= SECTION_WORDS, prose)
        };
        words(&more, |_| count += 1);
        text.push_str(&more);
    }
    text
}

/// The sections of the page's layer, with a prompt, a caught error and perhaps a drill.
fn contract(page: &Page, facts: &Facts, prose: &mut Prose, text: &mut String) {
    section(text, "When to use it", &prose.paragraph());
    if page.layer != Layer::Redesign || prose.random.one_in(2) {
        section(text, "Not for", &prose.list(false, 2));
    }
    section(text, "Before you start", &before_you_start(prose));
    match page.layer {
        Layer::Fluency => {
            let steps = prose.random.between(3, 7);
            section(text, "Steps", &prose.list(true, steps));
            section(text, "Prompt", &blocks::prompt(prose, facts.first_tool()));
            section(text, "What good looks like", &format!("> {}\n", prose.paragraph()));
        }
        Layer::Judgment => {
            section(text, "Prompt", &blocks::prompt(prose, facts.first_tool()));
            for title in ["Trust it when", "Override when", "Do not rely on it when"] {
                section(text, title, &prose.list(false, 2));
            }
        }
        Layer::Redesign => {
            section(text, "Old way", &old_way(&facts.ways[0], prose));
            section(text, "New way", &new_way(&facts.ways[1], prose));
            section(text, "What stays human", &prose.paragraph());
            section(text, "Prompt", &blocks::prompt(prose, facts.first_tool()));
            section(text, "Who agreed, how to roll back", &prose.paragraph());
        }
    }
    section(text, "Check before you use it", &checks(prose));
    section(text, "What went wrong", &format!("{}\n\n{}", prose.sentence(), blocks::caught(prose)));
    if page.drill {
        section(text, "Drill", &blocks::drill(prose));
    }
}

/// What a first version has: a trigger or some steps, sometimes a prompt, never the boundary
/// and the checks.
fn beginning(page: &Page, facts: &Facts, prose: &mut Prose, text: &mut String) {
    if prose.random.one_in(2) {
        section(text, "When to use it", &prose.paragraph());
    }
    if page.layer == Layer::Redesign && prose.random.one_in(2) {
        section(text, "Old way", &old_way(&facts.ways[0], prose));
    } else if prose.random.one_in(2) {
        let steps = prose.random.between(3, 9);
        section(text, "Steps", &prose.list(true, steps));
    }
    if prose.random.one_in(3) {
        section(text, "Prompt", &blocks::prompt(prose, facts.first_tool()));
    }
}

/// A section that no contract names: a link to another page, the page's code, and running text
/// where words are missing.
fn own_section(
    page: &Page,
    plan: &Plan,
    blocks: &mut usize,
    is_long: bool,
    prose: &mut Prose,
) -> String {
    let mut text = format!("\n## {}\n", prose.heading());
    if is_long {
        text.push_str(&running_text(prose));
    }
    if *blocks > 0 {
        *blocks -= 1;
        let _ = write!(text, "\n{}\n{}", prose.sentence() + "\n", code::block(prose));
    }
    let _ = write!(text, "\n{} {}\n", prose.sentence(), link(page, plan, prose));
    text
}

/// Paragraphs, perhaps with a list or a table.
fn running_text(prose: &mut Prose) -> String {
    let mut text = format!("\n{}\n", prose.paragraph());
    if prose.random.one_in(3) {
        let _ = write!(text, "\n### {}\n\n{}\n", prose.heading(), prose.paragraph());
    }
    match prose.random.below(6) {
        0 => {
            let _ = write!(text, "\n{}", prose.table());
        }
        1 | 2 => {
            let (ordered, items) = (prose.random.one_in(3), prose.random.between(3, 7));
            let _ = write!(text, "\n{}", prose.list(ordered, items));
        }
        _ => {}
    }
    text
}

/// A sentence with a relative link: mostly to another workflow, sometimes to one of its
/// sections or to a tool.
fn link(page: &Page, plan: &Plan, prose: &mut Prose) -> String {
    let random = &mut prose.random;
    if random.one_in(8) {
        let tool = Facts::some_tool(random);
        return format!(
            "It takes [{}](../../tools/{}.md). {}",
            tool.name,
            tool.id,
            prose.sentence()
        );
    }
    let Some(target) = plan.any(random) else { return prose.sentence() };
    let anchor = match target.layer {
        _ if !target.finished || !random.one_in(3) => "",
        Layer::Fluency => "#steps",
        Layer::Judgment => "#trust-it-when",
        Layer::Redesign => "#what-stays-human",
    };
    format!("See [{}]({}{anchor}): {}", target.title, target.link_from(page), prose.sentence())
}

fn before_you_start(prose: &mut Prose) -> String {
    let may = prose.random.pick(&[
        "order numbers and dates",
        "published figures",
        "meeting notes without names",
        "your own drafts",
    ]);
    let never = prose.random.pick(&["bank details", "health records", "passwords", "salaries"]);
    format!(
        "{}\n\nMay paste: {may}, {}\n\nNever paste: {never}, private addresses\n",
        prose.sentence(),
        prose.phrase(2, 5)
    )
}

/// Three checks: one against a source, one by a second person, one plain.
fn checks(prose: &mut Prose) -> String {
    let source = prose.random.pick(&[
        "order form",
        "signed contract",
        "last report",
        "ledger",
        "ticket history",
        "price list",
    ]);
    let second =
        prose.random.pick(&["team lead", "desk on duty", "account owner", "controller", "editor"]);
    format!(
        "- [ ] {} (source: {source})\n- [ ] {} (by: {second})\n- [ ] {}\n",
        prose.statement(5, 12),
        prose.statement(5, 12),
        prose.statement(5, 12)
    )
}

/// Steps with minutes; each removed for the limit it existed for, or kept with the reason.
fn old_way(minutes: &[usize], prose: &mut Prose) -> String {
    steps(minutes, prose, |minutes, prose| {
        let tag = if prose.random.one_in(3) {
            format!(
                "kept: {}",
                prose.random.pick(&["judgment", "authority", "relationship", "accountability"])
            )
        } else {
            format!(
                "removed: {}",
                prose.random.pick(&["speed", "memory", "availability", "consistency"])
            )
        };
        format!("({minutes} min, me) - {tag}")
    })
}

fn new_way(minutes: &[usize], prose: &mut Prose) -> String {
    steps(minutes, prose, |minutes, prose| {
        format!("({minutes} min, {})", prose.random.pick(&["AI", "AI", "me"]))
    })
}

fn steps(minutes: &[usize], prose: &mut Prose, tag: fn(usize, &mut Prose) -> String) -> String {
    let mut text = String::new();
    for (number, minutes) in (1..).zip(minutes) {
        let step = prose.statement(4, 10);
        let _ = writeln!(text, "{number}. {} {}", step.trim_end_matches('.'), tag(*minutes, prose));
    }
    text
}

fn section(text: &mut String, title: &str, body: &str) {
    let _ = write!(text, "\n## {title}\n\n{body}");
    if !body.ends_with('\n') {
        text.push('\n');
    }
}
