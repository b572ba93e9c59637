//! `mv --into`: two become one.

use insta::assert_snapshot;
use playbook::engine::Engine;
use playbook::upkeep::{self, Plan, Refusal};

use super::{applied, page, refused, shown, with};
use crate::fixture::{self, Files, base, build, page as html};

fn merged(files: &Files, from: &str, into: &str) -> Result<Plan, Refusal> {
    let sources = fixture::sources(files);
    let build = Engine::with_drafts().build(&sources);
    upkeep::merge(&sources, &build, page(&build, from), page(&build, into))
}

#[test]
fn two_tools_become_one() {
    let files = with(
        base(),
        &[
            (
                "content/tools/writer.md",
                "---\nname: Writer\naliases: [CW]\nstatus: approved\nformer: [scribe]\n---\n\n## How to get it\n\nAsk [the desk](../people/revops-desk.md), see [this](writer.md#how-to-get-it).\n",
            ),
            (
                "content/guides/tools.md",
                "---\ntitle: Which tool\n---\n\n[W](../tools/writer.md#how-to-get-it), [[Writer]] or [A](../tools/assistant.md).\n",
            ),
        ],
    );
    let path = "content/workflows/sales/base-fluency.md";
    let page = String::from_utf8(files[path].clone()).unwrap();
    let page = page.replace("tools: [assistant]", "tools: [assistant, CW]");
    let files = with(files, &[(path, &page)]);
    let plan = merged(&files, "content/tools/writer.md", "content/tools/assistant.md").unwrap();
    assert_snapshot!(shown(&plan), @r"
    content/guides/tools.md
    -[W](../tools/writer.md#how-to-get-it), [[Writer]] or [A](../tools/assistant.md).
    +[W](../tools/assistant.md#how-to-get-it), [[assistant]] or [A](../tools/assistant.md).
    content/tools/assistant.md
    +former: [writer, scribe]
    +
    +## Writer
    +
    +## How to get it
    +
    +Ask [the desk](../people/revops-desk.md), see [this](assistant.md#how-to-get-it).
    content/workflows/sales/base-fluency.md
    -tools: [assistant, CW]
    +tools: [assistant]
    content/tools/writer.md goes
    note: the text of content/tools/writer.md stands at the end of content/tools/assistant.md: read it there
    note: take over into content/tools/assistant.md what still holds of:
      aliases: [CW]
      status: approved
    ");
    let after = applied(&files, &plan.changes);
    assert_eq!(build(&after).errors().count(), 0);
    let site = build(&after);
    for old in ["tools/writer.html", "tools/scribe.html"] {
        assert!(html(&site, old).contains("url=assistant.html"), "{old}");
    }
}

#[test]
fn two_roles_become_one_and_a_job_of_both_is_told() {
    let files = base();
    let plan =
        merged(&files, "content/roles/customer-success.md", "content/roles/sales.md").unwrap();
    assert_snapshot!(shown(&plan), @r"
    content/collections/sixty-days.md
    -roles: [customer-success]
    +roles: [sales]
    content/drills/spot-the-swap.md
    -roles: [customer-success]
    +roles: [sales]
    content/people/m-osei.md
    -roles: [customer-success]
    +roles: [sales]
    content/roles/sales.md
    +former: [customer-success]
    content/workflows/customer-success/base-judgment.md
    -roles: [customer-success]
    +roles: [sales]
    content/workflows/sales/base-fluency.md
    -roles: [sales, customer-success]
    +roles: [sales]
    content/roles/customer-success.md goes
    note: both have the job renewal: content/roles/sales.md keeps its own line for it
    note: take over into content/roles/sales.md what still holds of:
      summary: Keeps promises.
      aliases: [CSM]
      priorities:
        - {job: renewal, when: A renewal is inside 60 days}
      start_with: sixty-days
    ");
    let after = applied(&files, &plan.changes);
    assert_eq!(build(&after).errors().count(), 0);
}

#[test]
fn what_has_no_meaning_is_refused() {
    let files = base();
    let refusal = |from, into| refused(merged(&files, from, into));
    assert_snapshot!(
        [
            refusal("content/workflows/sales/base-fluency.md", "content/workflows/customer-success/base-judgment.md"),
            refusal("content/roles/sales.md", "content/tools/assistant.md"),
            refusal("content/roles/sales.md", "content/roles/sales.md"),
        ]
        .join("\n\n"),
        @r"
    a workflow cannot be merged into a workflow
    retire it: retired: {date: YYYY-MM-DD, replaced_by: base-judgment}

    a role cannot be merged into a tool
    two roles, two tools or two people can become one

    these two are one page
    name another one to keep
    "
    );
}
