//! Every kind besides workflows: settings, roles, layers, tools, people, collections, drills,
//! wanted, guides, the home page's words. All have the same size whatever the number of
//! workflow pages. Deliberately absent: a tool or person that pages should not name.

use std::{fmt::Write as _, path::PathBuf};

use super::{
    axes::{JOBS, LADDER, Layer, ROLES, Role, TOOLS, Tool, job},
    blocks,
    plan::{Page, Person, Plan},
    prose::Prose,
};

/// All files of these kinds: path below the root, text.
pub fn write(plan: &Plan, prose: &mut Prose) -> Vec<(PathBuf, String)> {
    let mut files = vec![
        (PathBuf::from("playbook.toml"), SETTINGS.to_owned()),
        (PathBuf::from("content/index.md"), format!("{}\n", prose.paragraph())),
    ];
    let mut add = |kind: &str, id: &str, text: String| {
        files.push((PathBuf::from(format!("content/{kind}/{id}.md")), text))
    };
    for layer in Layer::ALL {
        add("layers", layer.id(), layer_page(layer, prose));
    }
    for tool in &TOOLS {
        add("tools", tool.id, tool_page(tool, prose));
    }
    for person in &plan.people {
        add("people", &person.id, person_page(person, plan, prose));
    }
    for role in &ROLES {
        add("roles", role.id, role_page(role, prose));
        add("collections", &path_id(role), path_page(role, plan, prose));
        add("wanted", &format!("{}-wanted", role.id), wanted_page(role, prose));
        if let Some(source) = drill_source(role, plan) {
            add("drills", &drill_id(role), drill_page(role, source, prose));
        }
    }
    for (order, id) in
        ["start-here", "what-may-be-pasted", "how-to-write-a-page"].into_iter().enumerate()
    {
        add("guides", id, guide_page(order + 1, prose));
    }
    files
}

const SETTINGS: &str = r#"[site]
title = "Generated playbook"
base_url = "https://playbook.example"
language = "en"

[repository]
url = "https://github.com/example/playbook"
branch = "main"

[contact]
url = "mailto:playbook@example.com"
"#;

fn layer_page(layer: Layer, prose: &mut Prose) -> String {
    let (name, subtitle) = (layer.name(), layer.subtitle());
    format!(
        "---\nname: {name}\nsummary: \"{}\"\nsubtitle: {subtitle}\n---\n\n{}\n",
        prose.statement(6, 12),
        prose.paragraph()
    )
}

fn tool_page(tool: &Tool, prose: &mut Prose) -> String {
    let status = if tool.pilot { "pilot" } else { "approved" };
    let data = LADDER.get(tool.data_max).copied().unwrap_or_default();
    let mut text = format!(
        "---\nname: {}\nsummary: \"{}\"\nstatus: {status}\ndata_max: {data}\n",
        tool.name,
        prose.statement(6, 12)
    );
    let _ = writeln!(
        text,
        "good_for: \"{}\"\nnot_good_for: \"{}\"",
        prose.statement(4, 9),
        prose.statement(4, 9)
    );
    let _ = writeln!(text, "ask: \"#tool-{}\"\n---\n\n{}", tool.id, prose.paragraph());
    text
}

fn person_page(person: &Person, plan: &Plan, prose: &mut Prose) -> String {
    let mut text = format!(
        "---\nname: {}\nroles: [{}]\nask: \"#ask-{}\"\n",
        person.name, person.role.id, person.role.id
    );
    if person.desk {
        text.push_str("desk: true\n");
    } else {
        let shown = Layer::ALL
            .into_iter()
            .filter_map(|layer| plan.finished(layer, person.role).nth(prose.random.below(3)));
        let shown: Vec<&str> = shown.map(|page| page.id.as_str()).collect();
        let _ =
            writeln!(text, "champion: {}\nshows: [{}]", prose.random.one_in(2), shown.join(", "));
    }
    text + "---\n"
}

fn role_page(role: &Role, prose: &mut Prose) -> String {
    let mut text = format!(
        "---\nname: {}\nsummary: \"{}\"\naliases: [{}]\n",
        role.name,
        prose.statement(6, 12),
        role.aliases
    );
    text.push_str("priorities:\n");
    for (name, when) in JOBS {
        let _ = writeln!(text, "  - {{ job: {}, when: \"{when}\" }}", job(role, name));
    }
    let _ = writeln!(
        text,
        "channel: \"#ask-{}\"\nstart_with: {}\n---\n\n{}",
        role.id,
        path_id(role),
        prose.paragraph()
    );
    text
}

fn path_id(role: &Role) -> String {
    format!("{}-first-90-days", role.id)
}

/// Three checkpoints, one per layer.
fn path_page(role: &Role, plan: &Plan, prose: &mut Prose) -> String {
    let curator = format!("{}-desk", role.id);
    let mut text = format!(
        "---\ntitle: \"{}, the first 90 days\"\nsummary: \"{}\"\n",
        role.name,
        prose.statement(6, 12)
    );
    let _ =
        writeln!(text, "roles: [{}]\ncurator: {curator}\ndays: 90\ntarget_behaviours:", role.id);
    for _ in 0..3 {
        let _ = writeln!(text, "  - \"{}\"", prose.statement(4, 10));
    }
    text.push_str("checkpoints:\n");
    for (day, layer) in [30, 60, 90].into_iter().zip(Layer::ALL) {
        let mut items: Vec<String> =
            plan.finished(layer, role).take(2).map(|page| page.id.clone()).collect();
        if layer == Layer::Judgment && drill_source(role, plan).is_some() {
            items.push(format!("drill:{}", drill_id(role)));
        }
        let items: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
        let _ = writeln!(
            text,
            "  - day: {day}\n    goal: \"{}\"\n    do: [{}]",
            prose.statement(4, 10),
            items.join(", ")
        );
        for field in ["evidence", "coach_asks", "manager_asks"] {
            let _ = writeln!(text, "    {field}: \"{}\"", prose.statement(4, 10));
        }
    }
    let _ = writeln!(text, "---\n\n{}", prose.paragraph());
    text
}

fn drill_id(role: &Role) -> String {
    format!("{}-find-the-error", role.id)
}

/// The page whose caught error a role's drill is made from.
fn drill_source<'a>(role: &'a Role, plan: &'a Plan) -> Option<&'a Page> {
    plan.finished(Layer::Judgment, role).next()
}

fn drill_page(role: &Role, source: &Page, prose: &mut Prose) -> String {
    let mut text = format!(
        "---\ntitle: \"Find the error, {}\"\nroles: [{}]\nfrom: {}\n---\n\n",
        role.name.to_lowercase(),
        role.id,
        source.id
    );
    let _ = writeln!(text, "{}\n\n{}", prose.paragraph(), blocks::drill(prose));
    text
}

fn wanted_page(role: &Role, prose: &mut Prose) -> String {
    let layer = Layer::ALL.get(prose.random.below(Layer::ALL.len())).map_or("", |layer| layer.id());
    let name = JOBS.last().map_or("", |(name, _)| name);
    let mut text =
        format!("---\ntitle: \"{}\"\nroles: [{}]\nlayer: {layer}\n", prose.title(), role.id);
    let _ = writeln!(
        text,
        "job: {}\nwhy: \"{}\"\nseen: {}\n---",
        job(role, name),
        prose.statement(5, 12),
        prose.random.between(1, 40)
    );
    text
}

fn guide_page(order: usize, prose: &mut Prose) -> String {
    let mut text = format!(
        "---\ntitle: \"{}\"\nsummary: \"{}\"\norder: {order}\nnav: true\n---\n",
        prose.heading(),
        prose.statement(6, 12)
    );
    for _ in 0..4 {
        let _ = write!(text, "\n## {}\n\n{}\n", prose.heading(), prose.paragraph());
    }
    text
}
