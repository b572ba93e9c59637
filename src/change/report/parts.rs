//! Fills a report in. A change and its two builds enter; a [`Report`] leaves.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::address::PageId;
use crate::diagnostic::rules::body::{
    pb213_forbidden_blank, pb248_named_link, pb260_key, pb261_mail_address, pb262_phone_number,
    pb263_account_number,
};
use crate::diagnostic::rules::links;
use crate::diagnostic::rules::whole::{
    pb502_unknown_reference, pb510_first_version, pb511_near_duplicate, pb512_stopped_page,
    pb513_needs_review,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::domain::{Kind, Layer, SectionName};
use crate::engine::Build;
use crate::index::{Cell, missing};
use crate::language;
use crate::model::{EVERYONE, Named, Playbook};

use super::super::addresses::LostOutput;
use super::super::compare::Change;
use super::super::coverage::CoverageChange;
use super::super::outputs::OtherOutputs;
use super::super::pages::{DeletedPage, Departure, Rename};
use super::super::status::StatusChange;
use super::super::words;
use super::alike;
use super::value::{
    AddedPage, CoverageLine, DeletedLine, Links, PageLine, Problem, RenamedLine, Report,
    SearchChange, Since, StatusLine, Thanks,
};

/// Rules about what should not stand on a page, or not go into a tool.
const DATA: [&str; 6] = [
    pb213_forbidden_blank::RULE.code,
    pb260_key::RULE.code,
    pb261_mail_address::RULE.code,
    pb262_phone_number::RULE.code,
    pb263_account_number::RULE.code,
    pb512_stopped_page::RULE.code,
];

/// What a change did, for a reviewer. `others` and `searches` are what was compared
/// besides.
pub fn report(
    change: &Change,
    (before, after): (&Build, &Build),
    since: Since,
    (others, searches): (OtherOutputs, Option<Vec<SearchChange>>),
) -> Report {
    let parts = Parts { change, before, after };
    let (lost, lost_with_them) = parts.lost();
    let (problems, data) = parts.problems();
    Report {
        since,
        added: change.pages.added.iter().filter_map(|id| parts.added(id)).collect(),
        renamed: change.pages.renamed.iter().filter_map(|it| parts.renamed(it)).collect(),
        deleted: change.pages.deleted.iter().map(|it| parts.deleted(it)).collect(),
        edited: change.pages.edited.iter().filter_map(|id| parts.now(id)).collect(),
        lost,
        lost_with_them,
        statuses: parts.statuses(),
        coverage: parts.coverage(),
        links: parts.links(),
        problems,
        data,
        alike: alike::find(change, (before, after)),
        others,
        searches,
        thanks: parts.thanks(),
        mended: change.messages.mended.len(),
        older: change.messages.older,
    }
}

struct Parts<'a> {
    change: &'a Change,
    before: &'a Build,
    after: &'a Build,
}

impl Parts<'_> {
    fn playbook(&self) -> &Playbook {
        self.after.playbook()
    }

    fn now(&self, id: &PageId) -> Option<PageLine> {
        self.playbook().page(id).map(PageLine::of)
    }

    fn added(&self, id: &PageId) -> Option<AddedPage> {
        let page = self.playbook().page(id)?;
        let added =
            AddedPage { page: PageLine::of(page), kind: id.kind.noun(), ..AddedPage::default() };
        let Some(workflow) = self.playbook().workflows.get(&*id.id) else { return Some(added) };
        if id.kind != Kind::Workflow {
            return Some(added);
        }
        let missing = missing(workflow);
        let language = language::find(&self.playbook().config.site.language);
        let heading = |section: &SectionName| words::heading(language, section.as_str());
        let rebuilding = workflow.front.rebuilding.is_some();
        let required = SectionName::required(workflow.layer(), rebuilding).iter();
        let has = required.filter(|section| !missing.sections.contains(section));
        let fields = missing.fields.iter().map(|field| format!("`{field}`"));
        let is_first = |role: &Arc<str>| {
            let cells = self.change.coverage.iter();
            cells
                .filter(|it| it.is_first())
                .any(|it| it.role == *role && it.layer == workflow.layer())
        };
        let first_for = workflow.roles.iter().filter(|role| is_first(role));
        let everyone = workflow.everyone.then(|| self.role(EVERYONE));
        Some(AddedPage {
            layer: Some(self.layer(workflow.layer())),
            roles: workflow.roles.iter().map(|role| self.role(role)).chain(everyone).collect(),
            has: has.map(heading).collect(),
            lacks: missing.sections.iter().map(heading).chain(fields).collect(),
            first_for: first_for.map(|role| self.role(role)).collect(),
            ..added
        })
    }

    fn renamed(&self, rename: &Rename) -> Option<RenamedLine> {
        let is_only_moved = rename.from == rename.to;
        // Where a file lies concerns nobody, as long as everything finds it.
        if is_only_moved && rename.places.is_empty() {
            return None;
        }
        let (old, new) = match is_only_moved {
            true => (&rename.from_path, &rename.to_path),
            false => (&rename.from.id, &rename.to.id),
        };
        Some(RenamedLine {
            page: self.now(&rename.to)?,
            old: old.to_string(),
            new: new.to_string(),
            redirects: rename.redirects,
            add: (!rename.redirects).then(|| rename.line_to_add()),
            places: self.places(&rename.places),
        })
    }

    fn deleted(&self, page: &DeletedPage) -> DeletedLine {
        let (how, leads_to) = match &page.how {
            Departure::Deleted => ("deleted", None),
            Departure::Replaced(to) => ("replaced", self.now(to).map(|it| it.title)),
            Departure::Draft => ("draft", None),
            Departure::Broken => ("broken", None),
        };
        let address = page.id.route().to_string();
        let (title, path) = (page.title.clone(), page.path.to_string());
        let page_line = PageLine { title, path, address };
        DeletedLine { page: page_line, how, leads_to, places: self.places(&page.places) }
    }

    fn lost(&self) -> (Vec<String>, usize) {
        let is_named =
            |was: &LostOutput| matches!(was, LostOutput::File(_) | LostOutput::Redirect(_));
        let (named, derived): (Vec<_>, Vec<_>) =
            self.change.addresses.iter().partition(|it| is_named(&it.was));
        let derived = derived.iter().filter(|it| it.was == LostOutput::Derived);
        (named.iter().map(|it| it.route.to_string()).collect(), derived.count())
    }

    fn statuses(&self) -> Vec<StatusLine> {
        let translation = self.after.translation();
        let line = |it: &StatusChange| {
            Some(StatusLine {
                page: self.now(&it.page)?,
                before: it.before.id(),
                after: it.after.id(),
                sentence: [words::status(&it.before), words::now(it)]
                    .map(|it| it.translated(translation)),
                why: words::why(it, self.after).translated(translation),
                is_worse: it.is_worse,
            })
        };
        self.change.statuses.iter().filter_map(line).collect()
    }

    fn coverage(&self) -> Vec<CoverageLine> {
        let line = |it: &CoverageChange| CoverageLine {
            role: self.role(&it.role),
            layer: self.layer(it.layer),
            before: counts(it.before),
            after: counts(it.after),
            is_first: it.is_first(),
        };
        self.change.coverage.iter().map(line).collect()
    }

    fn links(&self) -> Links {
        let messages = &self.change.messages;
        let gathered = self.change.pages.renamed.iter().map(|it| it.places.len());
        let gathered = gathered.chain(self.change.pages.deleted.iter().map(|it| it.places.len()));
        let count = |all: &[Diagnostic]| all.iter().filter(|it| is_about_links(it)).count();
        Links {
            broken: gathered.sum::<usize>() + count(&messages.new),
            mended: count(&messages.mended),
        }
    }

    /// What is wrong and not said elsewhere, and what is wrong with data.
    fn problems(&self) -> (Vec<Problem>, Vec<Problem>) {
        let worse: BTreeSet<&str> =
            self.change.statuses.iter().filter(|it| it.is_worse).map(|it| &*it.path).collect();
        let added: BTreeSet<&str> = self
            .change
            .pages
            .added
            .iter()
            .filter_map(|id| self.playbook().page(id).map(|page| &*page.card.path))
            .collect();
        let is_said = |found: &&Diagnostic| match found.code {
            code if code == pb511_near_duplicate::RULE.code => true,
            code if code == pb510_first_version::RULE.code => added.contains(&*found.place.path),
            code if code == pb512_stopped_page::RULE.code
                || code == pb513_needs_review::RULE.code =>
            {
                worse.contains(&*found.place.path)
            }
            _ => false,
        };
        let new = self.change.messages.new.iter().filter(|it| !is_said(it)).collect();
        let new = self.after.sorted(new).into_iter();
        let (data, others): (Vec<_>, Vec<_>) = new.partition(|it| DATA.contains(&it.code));
        let problems = |all: Vec<&Diagnostic>| all.into_iter().map(|it| self.problem(it)).collect();
        (problems(others), problems(data))
    }

    fn problem(&self, found: &Diagnostic) -> Problem {
        Problem {
            severity: found.severity.as_str(),
            code: found.code,
            path: found.place.path.to_string(),
            line: self.line_of(&found.place),
            message: found.line(self.after.translation()),
        }
    }

    fn line_of(&self, place: &Place) -> usize {
        self.after.source_map(&place.path).map_or(1, |map| map.locate(&place.at).line)
    }

    fn places(&self, places: &[Place]) -> Vec<String> {
        let mut places: Vec<(&str, usize)> =
            places.iter().map(|place| (&*place.path, self.line_of(place))).collect();
        places.sort_unstable();
        places.into_iter().map(|(path, line)| format!("{path}:{line}")).collect()
    }

    fn thanks(&self) -> Vec<Thanks> {
        let mut thanks = Vec::new();
        let added: BTreeSet<&PageId> = self.change.pages.added.iter().collect();
        for workflow in self.playbook().workflows.values() {
            let id = &workflow.page.id;
            let title = &workflow.page.card.title;
            let mut thank = |who: Option<String>, what| {
                thanks.extend(who.map(|who| Thanks { who, what, title: title.clone() }));
            };
            if added.contains(id) {
                thank(workflow.owner.as_ref().and_then(|owner| self.owner(owner)), "wrote");
            }
            let earlier = &*self.change.pages.before(id).id;
            let earlier = self.before.playbook().workflows.get(earlier);
            let known = earlier.map_or(&[][..], |it| &it.front.repeated_by);
            for repeat in workflow.front.repeated_by.iter().filter(|it| !known.contains(it)) {
                thank(self.person(&repeat.who), "repeated");
            }
        }
        thanks
    }

    fn owner(&self, owner: &Named) -> Option<String> {
        match owner {
            Named::Known(id) => self.person(id),
            Named::Unknown(name) => self.person(name),
        }
    }

    /// What somebody is called, where the site says so.
    fn person(&self, word: &str) -> Option<String> {
        let playbook = self.playbook();
        let named = playbook.find_person(word);
        let shown = named.and_then(|person| playbook.people.get(&*person.page.id.id));
        match (named, shown) {
            (_, Some(person)) => Some(person.page.card.title.clone()),
            (None, None) => (!playbook.config.desks_only).then(|| word.to_owned()),
            // Nothing of a person is shown where only desks are.
            (Some(_), None) => None,
        }
    }

    fn role(&self, id: &str) -> String {
        let role = self.playbook().roles.get(id).or_else(|| self.before.playbook().roles.get(id));
        let language = language::find(&self.playbook().config.site.language);
        role.map_or_else(|| language.word(EVERYONE).to_owned(), |role| role.page.card.title.clone())
    }

    fn layer(&self, layer: Layer) -> String {
        let page = self.playbook().layers.get(&layer);
        page.map_or_else(|| layer.as_str().to_owned(), |it| it.page.card.title.clone())
    }
}

fn counts(Cell { finished, repeated, unfinished }: Cell) -> [u32; 3] {
    [finished, repeated, unfinished]
}

/// Whether a message says that a link or a name leads nowhere.
fn is_about_links(found: &Diagnostic) -> bool {
    let names = [pb248_named_link::RULE.code, pb502_unknown_reference::RULE.code];
    names.contains(&found.code) || links::RULES.iter().any(|rule| rule.code == found.code)
}
