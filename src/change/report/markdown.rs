//! A report as the comment of a forge: sections in the order of a reviewer's questions,
//! those that have nothing to say named in one line. Its first line marks it, so that a
//! pipeline can find and replace it.

use crate::diagnostic::{Severity, Text, Translation, text};

use super::escape::{code, prose};
use super::value::{AddedPage, DeletedLine, PageLine, Problem, RenamedLine, Report, SearchChange};

/// The first line of every report, which no reader sees.
const MARKER: &str = "<!-- playbook report -->";

/// Lines of a section; the others are counted.
const MAX_LINES: usize = 20;

/// Places that are shown of a name that is gone.
const MAX_PLACES: usize = 30;

/// Forges take 65,536 characters at most; some count in other units.
const MAX_CHARS: usize = 60_000;

impl Report {
    /// The comment, in the language of the site.
    pub fn to_markdown(&self, translation: Translation) -> String {
        let comment = Comment { report: self, translation };
        let sections = comment.sections();
        let title = comment.words(text!("What this changes in the playbook"));
        let head = [MARKER.to_owned(), format!("## {title}"), String::new(), comment.summary()];
        let mut lines = Vec::from(head);
        let (empty, told): (Vec<_>, Vec<_>) =
            sections.into_iter().partition(|section| section.lines.is_empty());
        for Section { title, lines: of_section } in told {
            lines.extend([String::new(), format!("### {title}"), String::new()]);
            lines.extend(of_section);
        }
        if !empty.is_empty() {
            let titles = empty.into_iter().map(|section| Text::verbatim(section.title));
            let titles = Text::joined(titles, "; ");
            lines.push(String::new());
            lines.push(comment.words(text!("Nothing to say about: {titles}.", titles)));
        }
        bounded(lines, &comment.words(text!("The rest is cut: `playbook report` shows it.")))
    }
}

/// A part of the comment.
struct Section {
    title: String,
    lines: Vec<String>,
}

struct Comment<'a> {
    report: &'a Report,
    translation: Translation,
}

impl Comment<'_> {
    fn words(&self, text: Text) -> String {
        text.translated(self.translation)
    }

    fn sections(&self) -> Vec<Section> {
        let report = self.report;
        let section = |title: Text, lines: Vec<String>| Section { title: self.words(title), lines };
        let mut sections = vec![
            section(text!("New pages"), self.listed(&report.added, |it| self.added(it))),
            section(
                text!("Pages with another name"),
                self.listed(&report.renamed, |it| self.renamed(it)),
            ),
            section(
                text!("Pages that are gone"),
                self.listed(&report.deleted, |it| self.deleted(it)),
            ),
            section(text!("Pages with another text"), self.listed(&report.edited, page)),
            section(text!("Addresses that lead nowhere now"), self.lost()),
            section(text!("Another status"), self.statuses()),
            section(text!("Coverage"), self.coverage()),
            section(text!("Links"), self.links()),
            section(text!("What else is wrong"), self.problems(&report.problems)),
            section(text!("Data and safety"), self.problems(&report.data)),
            section(text!("The same twice"), self.alike()),
            section(text!("What else changes"), self.others()),
            section(text!("Thanks"), self.thanks()),
        ];
        if let Some(searches) = &report.searches {
            let lines = self.listed(searches, |it| self.search(it));
            sections.push(section(text!("Search"), lines));
        }
        sections
    }

    /// A line for each, and how many are left.
    fn listed<T>(&self, all: &[T], line: impl Fn(&T) -> String) -> Vec<String> {
        let mut lines: Vec<String> =
            all.iter().take(MAX_LINES).map(|it| format!("- {}", line(it))).collect();
        lines.extend(self.left(all.len()).map(|left| format!("- {left}")));
        lines
    }

    fn left(&self, all: usize) -> Option<String> {
        match all.checked_sub(MAX_LINES)? {
            0 => None,
            count => Some(self.words(text!("and {count} more", count))),
        }
    }

    /// The whole in one line.
    fn summary(&self) -> String {
        let report = self.report;
        let errors = [&report.problems, &report.data].into_iter().flatten();
        let errors = errors.filter(|it| it.severity == Severity::Error.as_str()).count();
        // Each is one message of `check`, whatever it is about.
        let errors = errors
            + report.renamed.len()
            + report.deleted.iter().filter(|it| !it.places.is_empty()).count();
        let compared = match report.since.was_empty {
            true => text!(
                "At {commit} there was no playbook that could be read: everything counts as new.",
                commit = code(&report.since.commit)
            ),
            false => text!("Compared with {commit}.", commit = code(&report.since.commit)),
        };
        let wrong = match errors {
            0 => text!("Nothing is broken by it."),
            1 => text!("**1 error** is new by it."),
            count => text!("**{count} errors** are new by it.", count),
        };
        let mended = match report.mended {
            0 => None,
            1 => Some(text!("1 message is gone.")),
            count => Some(text!("{count} messages are gone.", count)),
        };
        let older = match report.older {
            0 => None,
            1 => Some(text!("1 older one is no matter of this change.")),
            count => Some(text!("{count} older ones are no matter of this change.", count)),
        };
        let all = [Some(compared), Some(wrong), mended, older].into_iter().flatten();
        self.words(Text::joined(all, " "))
    }

    fn added(&self, it: &AddedPage) -> String {
        let mut parts = vec![page(&it.page)];
        parts.extend(it.layer.as_deref().map(prose));
        if it.layer.is_none() {
            parts.push(self.words(Text::from(it.kind)));
        }
        if !it.roles.is_empty() {
            let roles = it.roles.iter().map(|role| prose(role)).collect::<Vec<_>>().join(", ");
            parts.push(self.words(text!("for {roles}", roles)));
        }
        let mut lines = vec![parts.join(" · ")];
        let names = |names: &[String]| {
            let names = names.iter().map(|name| prose(name)).collect::<Vec<_>>();
            names.join(", ")
        };
        if !it.has.is_empty() {
            lines.push(self.words(text!("has: {names}", names = names(&it.has))));
        }
        if !it.lacks.is_empty() {
            lines.push(self.words(text!("lacks: {names}", names = names(&it.lacks))));
        } else if it.layer.is_some() {
            lines.push(self.words(text!("nothing is missing")));
        }
        if !it.first_for.is_empty() {
            let roles = names(&it.first_for);
            let layer = it.layer.as_deref().map(prose).unwrap_or_default();
            lines.push(self.words(text!(
                "**the first page of {layer} for {roles}**",
                layer,
                roles
            )));
        }
        lines.join("\n  - ")
    }

    fn renamed(&self, it: &RenamedLine) -> String {
        let (old, new) = (code(&it.old), code(&it.new));
        let is_now = self.words(text!("{old} is now {new}", old, new));
        let mut lines = vec![format!("**{}**: {is_now}", prose(&it.page.title))];
        match &it.add {
            Some(line) => lines.push(self.words(text!(
                "**its old address leads nowhere**: add {line} to {path}",
                line = code(line),
                path = code(&it.page.path)
            ))),
            None => lines.push(self.words(text!("its old address leads to it"))),
        }
        lines.extend(self.places(&it.places));
        lines.join("\n  - ")
    }

    fn deleted(&self, it: &DeletedLine) -> String {
        let address = code(&it.page.address);
        let how = match (it.how, &it.leads_to) {
            ("replaced", Some(title)) => {
                text!("deleted; {address} leads to {title}", address, title = prose(title))
            }
            ("draft", _) => text!("is a draft now; **{address} leads nowhere**", address),
            ("broken", _) => {
                text!("has an error and cannot be shown; **{address} leads nowhere**", address)
            }
            _ => {
                text!("deleted; **{address} leads nowhere**, and `retired` would say why", address)
            }
        };
        let mut lines = vec![format!("**{}**: {}", prose(&it.page.title), self.words(how))];
        lines.extend(self.places(&it.places));
        lines.join("\n  - ")
    }

    /// Where a name still stands.
    fn places(&self, places: &[String]) -> Option<String> {
        let shown = places.iter().take(MAX_PLACES).map(|place| code(place));
        let shown = shown.collect::<Vec<_>>().join(", ");
        match places.len() {
            0 => None,
            1 => Some(self.words(text!("1 place still names it: {places}", places = shown))),
            count if count <= MAX_PLACES => Some(self.words(text!(
                "{count} places still name it: {places}",
                count,
                places = shown
            ))),
            count => Some(self.words(text!(
                "{count} places still name it, among them {places}",
                count,
                places = shown
            ))),
        }
    }

    fn lost(&self) -> Vec<String> {
        let report = self.report;
        let pages = report.deleted.iter().filter(|it| it.leads_to.is_none());
        let pages = pages.map(|it| &it.page.address).cloned();
        let renamed = report.renamed.iter().filter_map(|it| it.add.as_deref());
        let renamed = renamed.filter_map(|line| line.split_once('[')?.1.split_once(']'));
        let renamed = renamed.map(|(address, _)| address.to_owned());
        let lost: Vec<String> = pages.chain(renamed).chain(report.lost.iter().cloned()).collect();
        let mut lines = self.listed(&lost, |address| code(address));
        if report.lost_with_them > 0 {
            let count = report.lost_with_them;
            let words =
                text!("lists, feeds and texts for machines that went with them: {count}", count);
            lines.push(format!("- {}", self.words(words)));
        }
        lines
    }

    fn statuses(&self) -> Vec<String> {
        let rows = self.report.statuses.iter().map(|it| {
            let [before, after] = &it.sentence;
            [page(&it.page), prose(before), prose(after), prose(&it.why)]
        });
        self.table([text!("Page"), text!("was"), text!("is"), text!("because")], rows)
    }

    fn coverage(&self) -> Vec<String> {
        let pages = |[finished, repeated, unfinished]: [u32; 3]| {
            let repeated = (repeated > 0).then(|| text!("{repeated} of them repeated", repeated));
            let unfinished = (unfinished > 0).then(|| text!("{unfinished} unfinished", unfinished));
            let all = [Some(Text::verbatim(finished.to_string())), repeated, unfinished];
            self.words(Text::joined(all.into_iter().flatten(), ", "))
        };
        let rows = self.report.coverage.iter().map(|it| {
            let after = pages(it.after);
            let after = match it.is_first {
                true => self.words(text!("{after}: the first", after)),
                false => after,
            };
            [prose(&it.role), prose(&it.layer), pages(it.before), after]
        });
        self.table([text!("Role"), text!("Layer"), text!("before"), text!("after")], rows)
    }

    fn table(
        &self,
        head: [Text; 4],
        rows: impl ExactSizeIterator<Item = [String; 4]>,
    ) -> Vec<String> {
        let all = rows.len();
        if all == 0 {
            return Vec::new();
        }
        let row = |cells: [String; 4]| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row(head.map(|it| self.words(it))), "|---|---|---|---|".to_owned()];
        lines.extend(rows.take(MAX_LINES).map(row));
        if let Some(left) = self.left(all) {
            lines.extend([String::new(), left]);
        }
        lines
    }

    fn links(&self) -> Vec<String> {
        let links = &self.report.links;
        let broken = (links.broken > 0)
            .then(|| text!("lead nowhere by this change: {count}", count = links.broken));
        let mended = (links.mended > 0)
            .then(|| text!("lead somewhere again or are gone: {count}", count = links.mended));
        let lines = [broken, mended].into_iter().flatten();
        lines.map(|it| format!("- {}", self.words(it))).collect()
    }

    fn problems(&self, problems: &[Problem]) -> Vec<String> {
        self.listed(problems, |it| {
            let place = code(&format!("{}:{}", it.path, it.line));
            let severity = match it.severity {
                "error" => text!("error"),
                "gap" => text!("gap"),
                _ => text!("warn"),
            };
            let severity = self.words(severity);
            format!("**{severity}** {} {place}: {}", it.code, prose(&it.message))
        })
    }

    fn alike(&self) -> Vec<String> {
        self.listed(&self.report.alike, |it| {
            let (one, other) = (page(&it.page), page(&it.other));
            self.words(match it.same {
                "job" => text!("{one} does the same job as {other}", one, other),
                "title" => text!("{one} has the same title as {other}", one, other),
                _ => text!("{one} says much of what {other} says", one, other),
            })
        })
    }

    fn others(&self) -> Vec<String> {
        let others = &self.report.others;
        let hubs = others.hubs.iter().take(MAX_LINES).map(|title| prose(title));
        let mut hubs: Vec<String> = hubs.collect();
        hubs.extend(self.left(others.hubs.len()));
        let hubs = hubs.join(", ");
        let counted = [
            (others.hubs.len(), text!("roles, layers and paths: {hubs}", hubs)),
            (others.pages, text!("other pages: {count}", count = others.pages)),
            (others.lists, text!("lists and overviews: {count}", count = others.lists)),
            (others.data, text!("feeds and files for programs: {count}", count = others.data)),
            (others.files, text!("images and downloads: {count}", count = others.files)),
            (usize::from(others.settings), text!("the settings in `playbook.toml`")),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        counted.map(|(_, line)| format!("- {}", self.words(line))).collect()
    }

    fn search(&self, it: &SearchChange) -> String {
        let route = |route: &Option<String>| match route {
            Some(route) => code(route),
            None => self.words(text!("nothing")),
        };
        let (query, before, after) = (prose(&it.query), route(&it.before), route(&it.after));
        self.words(match it.verdict {
            Some("found") => text!(
                "\"{query}\" finds its page now: {after}, before {before}",
                query,
                before,
                after
            ),
            Some("lost") => text!(
                "**\"{query}\" misses its page now**: {after}, before {before}",
                query,
                before,
                after
            ),
            _ => text!("\"{query}\" finds {after} first, before {before}", query, before, after),
        })
    }

    fn thanks(&self) -> Vec<String> {
        self.listed(&self.report.thanks, |it| {
            let (who, title) = (prose(&it.who), prose(&it.title));
            self.words(match it.what {
                "repeated" => text!("{who}, who repeated {title}", who, title),
                _ => text!("{who}, who wrote {title}", who, title),
            })
        })
    }
}

fn page(page: &PageLine) -> String {
    format!("**{}** ({})", prose(&page.title), code(&page.path))
}

/// As many lines as a forge takes.
fn bounded(lines: Vec<String>, cut: &str) -> String {
    let mut comment = String::new();
    let mut chars = 0;
    for line in lines {
        chars += line.chars().count() + 1;
        if chars > MAX_CHARS {
            comment.push('\n');
            comment.push_str(cut);
            comment.push('\n');
            return comment;
        }
        comment.push_str(&line);
        comment.push('\n');
    }
    comment
}
