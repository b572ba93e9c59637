//! The front matter of a workflow page: the facts that the body needs too (tools), and the
//! fields written out. Dates lie in 2025, the repeats after the page's own. Deliberately
//! absent: fields that would be reported as a gap, a warning or an error.

use std::fmt::Write as _;

use super::{
    axes::{JOBS, LADDER, Layer, ROLES, TOOLS, Tool, job},
    plan::{Page, Plan},
    prose::Prose,
    random::Random,
};

/// What front matter and body have in common.
pub struct Facts {
    tools: Vec<&'static Tool>,
    /// Minutes of each step of the old way and of the new one.
    pub ways: [Vec<usize>; 2],
}

impl Facts {
    /// One to three different tools, and ways of three to six steps.
    pub fn new(page: &Page, prose: &mut Prose) -> Self {
        let mut tools: Vec<&'static Tool> = Vec::new();
        let wanted =
            if page.finished { prose.random.between(1, 3) } else { prose.random.between(1, 2) };
        while tools.len() < wanted {
            let tool = Self::some_tool(&mut prose.random);
            if tools.iter().all(|known| known.id != tool.id) {
                tools.push(tool);
            }
        }
        let ways = [(5, 60), (1, 15)].map(|(least, most)| {
            let steps = prose.random.between(3, 6);
            (0..steps).map(|_| prose.random.between(least, most)).collect()
        });
        Self { tools, ways }
    }

    /// Minutes before and after, and what they are spent on: what a redesigned page's steps
    /// add up to.
    fn minutes(&self, page: &Page, random: &mut Random) -> (usize, usize, &'static str) {
        if page.layer == Layer::Redesign {
            let [before, after] = self.ways.each_ref().map(|way| way.iter().sum());
            return (before, after, "run");
        }
        let (after, per) = (random.between(5, 40), random.pick(&["run", "day", "week", "month"]));
        (after + random.between(5, 120), after, per)
    }

    /// A tool, those on top of the list more often.
    pub fn some_tool(random: &mut Random) -> &'static Tool {
        TOOLS.get(random.skewed(TOOLS.len())).unwrap_or(&TOOLS[0])
    }

    /// The tool that prompts are for.
    pub fn first_tool(&self) -> &'static str {
        self.tools.first().map_or("", |tool| tool.id)
    }
}

/// The front matter with its fences.
pub fn write(page: &Page, plan: &Plan, facts: &Facts, prose: &mut Prose) -> String {
    let mut text = format!("---\ntitle: \"{}\"\nsummary: \"{}\"\n", page.title, summary(prose));
    let month = prose.random.between(1, 10);
    required(page, plan, facts, month, prose, &mut text);
    lineage(page, plan, prose, &mut text);
    if page.finished {
        experience(page, plan, facts, month, prose, &mut text);
    }
    if prose.random.one_in(4) {
        let _ = writeln!(text, "keywords: [\"{}\", \"{}\"]", prose.term(), prose.term());
    }
    if prose.random.one_in(40) {
        let _ = writeln!(text, "redirect_from: [\"archive/{}-{}.html\"]", page.id, page.number);
    }
    text.push_str("---\n\n");
    text
}

/// At most 160 characters.
fn summary(prose: &mut Prose) -> String {
    let long = prose.statement(8, 18);
    let mut short = String::new();
    for word in long.trim_end_matches('.').split(' ') {
        if short.chars().count() + word.chars().count() > 150 {
            break;
        }
        let _ = write!(short, "{}{word}", if short.is_empty() { "" } else { " " });
    }
    short + "."
}

fn required(
    page: &Page,
    plan: &Plan,
    facts: &Facts,
    month: usize,
    prose: &mut Prose,
    text: &mut String,
) {
    let random = &mut prose.random;
    let mut roles = vec![page.role.id];
    if random.one_in(12) {
        roles.push("everyone");
    } else if random.one_in(4) {
        roles.extend(
            ROLES
                .get(random.below(ROLES.len()))
                .filter(|other| other.id != page.role.id)
                .map(|other| other.id),
        );
    }
    let ceiling = facts.tools.iter().map(|tool| tool.data_max).min().unwrap_or(0);
    let data = LADDER.get(random.between(ceiling.min(1), ceiling)).copied().unwrap_or_default();
    let tools: Vec<&str> = facts.tools.iter().map(|tool| tool.id).collect();
    let stakes = random.pick(&["low", "medium", "medium", "high"]);
    let owner = plan.colleague(page.role, random).map_or("", |person| person.id.as_str());
    let _ =
        writeln!(text, "roles: [{}]\nlayer: {}\nowner: {owner}", roles.join(", "), page.layer.id());
    let _ = writeln!(text, "data: {data}\nverified: 2025-{month:02}-{:02}", random.between(1, 28));
    let _ = writeln!(text, "tools: [{}]\nstakes: {stakes}", tools.join(", "));
    if !random.one_in(5) {
        // The last job of a role is left to the wanted list.
        let name = JOBS.get(random.below(JOBS.len() - 1)).map_or("", |(name, _)| name);
        let _ = writeln!(text, "job: {}", job(page.role, name));
    }
}

/// Earlier pages that this one builds on, and a later one to go on with: no cycle, never down a
/// layer.
fn lineage(page: &Page, plan: &Plan, prose: &mut Prose, text: &mut String) {
    if prose.random.one_in(5)
        && let Some(earlier) = plan
            .pages
            .get(prose.random.below(page.number.max(1)))
            .filter(|earlier| earlier.number < page.number)
    {
        let _ = writeln!(text, "builds_on: [{}]", earlier.id);
    }
    if prose.random.one_in(5)
        && let Some(later) = plan
            .pages
            .get(page.number + prose.random.between(1, 600))
            .filter(|later| later.layer >= page.layer)
    {
        let _ = writeln!(text, "next: [{}]", later.id);
    }
}

/// What comes with use: repeats, minutes, evidence, questions.
fn experience(
    page: &Page,
    plan: &Plan,
    facts: &Facts,
    month: usize,
    prose: &mut Prose,
    text: &mut String,
) {
    repeats(page, plan, month, prose, text);
    let (before, after, per) = facts.minutes(page, &mut prose.random);
    if prose.random.one_in(3) && before > after {
        let _ = writeln!(text, "minutes: {{ before: {before}, after: {after}, per: {per} }}");
        let _ = writeln!(text, "instead: \"{}\"", prose.statement(4, 10));
    }
    if page.layer == Layer::Redesign {
        let _ = writeln!(text, "stopped: \"{}\"", prose.statement(4, 10));
        let (from, to, n) = (
            prose.random.between(20, 60),
            prose.random.between(1, 19),
            prose.random.between(10, 60),
        );
        let what = prose.phrase(2, 5);
        let _ = writeln!(text, "evidence:\n  - what: \"{what}\"\n    from: {from}\n    to: {to}");
        let _ = writeln!(text, "    n: {n}\n    period: \"Q2 2025\"\n    source: system");
    }
    if prose.random.one_in(6) {
        let _ =
            writeln!(text, "interview:\n  - \"{}?\"", prose.statement(6, 12).trim_end_matches('.'));
    }
    if prose.random.one_in(3) {
        let _ = writeln!(
            text,
            "verified_with: \"assistant, version {}\"\nbyline: \"{}\"",
            prose.random.between(2, 9),
            prose.statement(3, 7)
        );
    }
}

/// Up to four repeats by colleagues, in the months after the page's own date.
fn repeats(page: &Page, plan: &Plan, month: usize, prose: &mut Prose, text: &mut String) {
    let repeats = prose.random.below(5);
    if repeats > 0 {
        text.push_str("repeated_by:\n");
    }
    for _ in 0..repeats {
        let date = (prose.random.between(month + 1, 12), prose.random.between(1, 28));
        let result = if prose.random.one_in(25) {
            "failed"
        } else {
            prose.random.pick(&["worked", "worked", "adapted"])
        };
        let who = match plan.colleague(page.role, &mut prose.random) {
            Some(person) if !prose.random.one_in(4) => person.id.clone(),
            _ => format!("\"{} people in {}\"", prose.random.between(2, 5), prose.term()),
        };
        let note = prose.statement(4, 10);
        let _ = writeln!(
            text,
            "  - {{ who: {who}, date: 2025-{:02}-{:02}, result: {result}, note: \"{note}\" }}",
            date.0, date.1
        );
    }
}
