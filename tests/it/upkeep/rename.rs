//! `mv`: another name, or another folder.

use insta::assert_snapshot;

use super::{applied, lines, planned, refused, shown, with};
use crate::fixture::{base, build, check, page as html};

const ROLE: &str = "content/roles/customer-success.md";
const FLUENCY: &str = "content/workflows/sales/base-fluency.md";

#[test]
fn a_role_is_renamed_wherever_it_is_named_and_nowhere_else() {
    let files = base();
    let plan = planned(&files, ROLE, "client-success").unwrap();
    assert_snapshot!(shown(&plan), @r"
    content/collections/sixty-days.md
    -roles: [customer-success]
    +roles: [client-success]
    content/drills/spot-the-swap.md
    -roles: [customer-success]
    +roles: [client-success]
    content/people/m-osei.md
    -roles: [customer-success]
    +roles: [client-success]
    content/roles/customer-success.md
    +former: [customer-success]
    content/workflows/customer-success/base-judgment.md
    -roles: [customer-success]
    +roles: [client-success]
    content/workflows/sales/base-fluency.md
    -roles: [sales, customer-success]
    +roles: [sales, client-success]
    content/roles/customer-success.md -> content/roles/client-success.md
    ");
    let after = applied(&files, &plan.changes);
    assert_eq!(check(&after), check(&files));
    let site = build(&after);
    assert!(html(&site, "roles/customer-success.html").contains("url=client-success.html"));
}

#[test]
fn pages_of_every_kind_are_renamed_and_nothing_breaks() {
    for (from, to) in [
        ("content/tools/assistant.md", "tools/helper"),
        ("content/people/m-osei.md", "people/mary-osei"),
        ("content/collections/sixty-days.md", "two-months"),
        ("content/drills/spot-the-swap.md", "content/drills/swapped.md"),
        (FLUENCY, "renewal-call"),
        ("content/guides/may-i-paste.md", "guides/rules/pasting.md"),
        ("content/wanted/account-change.md", "handover"),
    ] {
        let files = base();
        let plan = planned(&files, from, to).unwrap();
        let after = applied(&files, &plan.changes);
        assert_eq!(check(&after), check(&files), "{from}");
        let old = from.rsplit('/').next().unwrap().trim_end_matches(".md");
        let left: Vec<String> = after
            .iter()
            .flat_map(|(path, bytes)| {
                let text = String::from_utf8_lossy(bytes).into_owned();
                text.lines().map(|line| format!("{path}: {line}")).collect::<Vec<_>>()
            })
            .filter(|line| line.contains(old))
            .collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert!(left[0].ends_with(&format!("former: [{old}]")), "{left:?}");
    }
}

/// Links in every form that markdown has, with line ends of Windows, a byte order mark,
/// comments and odd spacing.
const TALK: &str = "\u{feff}---\r\ntitle:   How we talk\r\nsummary: Words.   \r\norder: 5    # late\r\n---\r\n\r\nSee [them](<../roles/customer-success.md#who> \"Who\"), [a](./x/../../roles/customer-success.md),\r\n![swap][s], [again] and [`code`](../roles/customer-success.md?q#who).\r\n\r\n[again]:   ../roles/customer-success.md\r\n  'their page'\r\n[s]: who/customer-success.png\r\n\r\nNot in `../roles/customer-success.md`.\t\r\n";

#[test]
fn links_keep_their_form_and_files_their_bytes() {
    let role = String::from_utf8(base()[ROLE].clone()).unwrap() + "\n## Who\n\nThey are.\n";
    let mut files = with(base(), &[("content/guides/talk.md", TALK), (ROLE, &role)]);
    files.insert("content/guides/who/customer-success.png".to_owned(), b"png".to_vec());
    files.insert(
        "content/people/b.md".to_owned(),
        b"---\r\nname: B\r\nroles:   # both\r\n  -   customer-success   # since May\r\n  - 'sales'\r\n---\r\n".to_vec(),
    );
    let plan = planned(&files, ROLE, "client-success").unwrap();
    let after = applied(&files, &plan.changes);
    let talk = String::from_utf8(after["content/guides/talk.md"].clone()).unwrap();
    let expected = TALK
        .replace("(<../roles/customer-success.md", "(<../roles/client-success.md")
        .replace("(./x/../../roles/customer-success.md", "(../roles/client-success.md")
        .replace("(../roles/customer-success.md?q", "(../roles/client-success.md?q")
        .replace(":   ../roles/customer-success.md", ":   ../roles/client-success.md");
    assert_eq!(talk, expected);
    let person = String::from_utf8(after["content/people/b.md"].clone()).unwrap();
    assert_eq!(
        person,
        "---\r\nname: B\r\nroles:   # both\r\n  -   client-success   # since May\r\n  - 'sales'\r\n---\r\n"
    );
    assert_eq!(check(&after), check(&files));
}

#[test]
fn a_page_that_much_leads_to_is_moved_and_check_stays_silent() {
    let mut files = base();
    for number in 0..13 {
        let text = format!(
            "---\ntitle: Guide number {number}\n---\n\nFirst [it](../workflows/sales/base-fluency.md).\n"
        );
        files.insert(format!("content/guides/g{number}.md"), text.into_bytes());
    }
    let files = with(
        files,
        &[
            (
                "content/guides/wiki.md",
                "---\ntitle: By name\n---\n\n[[base-fluency]], [[base-fluency#Steps|the steps]].\n",
            ),
            (
                "content/guides/deep/one.md",
                "---\ntitle: One\n---\n\n[it](../../workflows/sales/base-fluency.md#steps)\n",
            ),
            (
                "content/collections/other.md",
                "---\ntitle: Another sixty days\nsummary: More.\nroles: [sales]\ncurator: m-osei\ndays: 60\ntarget_behaviours: [a, b, c]\ncheckpoints:\n- day: 60\n  goal: Does it\n  do:\n  - base-fluency   # first\n  - drill:spot-the-swap\nbecause: nobody yet\n---\n",
            ),
            (
                "content/drills/mine.md",
                "---\ntitle: Of this page\nroles: [sales]\nfrom: base-fluency\n---\n\n```drill\nContext: c\nText: It is Monday.\nVerdict: use\n```\n",
            ),
        ],
    );
    let path = "content/guides/g0.md";
    let redirect = "---\nredirect_from: [workflows/older.html]\n";
    let page = String::from_utf8(files[FLUENCY].clone()).unwrap().replacen("---\n", redirect, 1);
    let files = with(files, &[(FLUENCY, &page)]);
    let plan =
        planned(&files, FLUENCY, "content/workflows/customer-success/renewal-call.md").unwrap();
    assert_eq!(plan.notes, Vec::<String>::new());
    let after = applied(&files, &plan.changes);
    assert_eq!(check(&after), check(&files));
    // One line each, but for the page itself: its former name, and links from its new folder.
    for file in &plan.changes.files {
        let most = if file.path.contains("collections") || file.path == FLUENCY { 3 } else { 2 };
        let lines = lines(file);
        assert!(lines.len() <= most, "{}: {lines:?}", file.path);
    }
    assert_eq!(plan.changes.files.len(), 20, "{}", shown(&plan));
    let site = build(&after);
    for old in ["workflows/older.html", "workflows/base-fluency.html"] {
        assert!(html(&site, old).contains("url=renewal-call.html"), "{old}");
    }
    assert!(
        String::from_utf8_lossy(&after[path])
            .contains("(../workflows/customer-success/renewal-call.md)")
    );
}

#[test]
fn a_page_with_its_pictures_moves_with_them() {
    let text = "---\ntitle: With a picture\nsummary: S.\nlayer: fluency\nroles: [sales]\n---\n\n![p](a.png) [s](../base-fluency.md) [i](index.md)\n";
    let mut files = with(base(), &[("content/workflows/sales/pictured/index.md", text)]);
    files.insert("content/workflows/sales/pictured/a.png".to_owned(), b"png".to_vec());
    let plan =
        planned(&files, "content/workflows/sales/pictured/index.md", "workflows/cs/emea/shown.md")
            .unwrap();
    assert_snapshot!(shown(&plan), @r"
    content/workflows/sales/pictured/index.md
    +former: [pictured]
    -![p](a.png) [s](../base-fluency.md) [i](index.md)
    +![p](a.png) [s](../../../sales/base-fluency.md) [i](index.md)
    content/workflows/sales/pictured -> content/workflows/cs/emea/shown
    ");
    let after = applied(&files, &plan.changes);
    assert!(after.contains_key("content/workflows/cs/emea/shown/a.png"));
    assert_eq!(build(&after).errors().count(), 0);
    // Into another folder its address stays, so nothing has to lead to it.
    let plan =
        planned(&files, "content/workflows/sales/pictured/index.md", "content/workflows/").unwrap();
    assert_snapshot!(shown(&plan), @r"
    content/workflows/sales/pictured/index.md
    -![p](a.png) [s](../base-fluency.md) [i](index.md)
    +![p](a.png) [s](../sales/base-fluency.md) [i](index.md)
    content/workflows/sales/pictured -> content/workflows/pictured
    ");
}

#[test]
fn renames_that_cross_take_former_names_back() {
    let files = base();
    let there = applied(&files, &planned(&files, ROLE, "client-success").unwrap().changes);
    let new = "content/roles/client-success.md";
    let back = applied(&there, &planned(&there, new, "customer-success").unwrap().changes);
    let role = String::from_utf8(back[ROLE].clone()).unwrap();
    assert!(role.contains("former: [client-success]\n"), "{role}");
    assert_eq!(check(&back), check(&files));
    // Two that change places: no name leads to two pages.
    let steps = [
        (ROLE, "cs"),
        ("content/roles/sales.md", "customer-success"),
        ("content/roles/cs.md", "sales"),
    ];
    let mut swapped = files.clone();
    let mut notes = Vec::new();
    for (from, to) in steps {
        let plan = planned(&swapped, from, to).unwrap();
        swapped = applied(&swapped, &plan.changes);
        notes.extend(plan.notes);
    }
    assert_eq!(check(&swapped), check(&files).replace(ROLE, "content/roles/sales.md"));
    assert_eq!(notes.len(), 2, "{notes:?}");
    let site = build(&swapped);
    assert!(html(&site, "roles/cs.html").contains("url=sales.html"));
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do() {
    let files = base();
    let refusal = |from: &str, to: &str| refused(planned(&files, from, to));
    assert_snapshot!(
        [
            refusal(ROLE, "sales"),
            refusal(ROLE, "customer-success"),
            refusal(ROLE, "tools/customer-success"),
            refusal(ROLE, "roles/emea/cs.md"),
            refusal(ROLE, "client success"),
            refusal(ROLE, "Sales"),
            refusal(FLUENCY, "workflows/customer-success"),
            refusal(FLUENCY, "base-judgment"),
        ]
        .join("\n\n"),
        @r#"
    content/roles/sales.md has this name
    choose another one
    to make one of the two, and keep that one: playbook mv customer-success sales --into

    content/roles/customer-success.md has this name and this place already
    nothing is to be done

    a role cannot become a tool
    write an id, roles/ID or a path in roles/

    content/roles/emea is no folder for it
    only workflows and guides may lie in subfolders, not a role

    "client success" can be no page's name: a page's name has only letters, digits, `-` and `_`
    a file name of letters, digits and dashes, such as `client-success`

    content/roles/sales.md has this name
    choose another one
    to make one of the two, and keep that one: playbook mv customer-success sales --into

    content/workflows/customer-success is a folder
    to move the page into it, write content/workflows/customer-success/

    content/workflows/customer-success/base-judgment.md has this name
    choose another one
    "#
    );
    let merging = "---\ntitle: In a merge\n---\n\n<<<<<<< ours\n[a](../roles/customer-success.md)\n=======\n>>>>>>> theirs\n";
    let merging = with(files.clone(), &[("content/guides/m.md", merging)]);
    assert_snapshot!(refused(planned(&merging, ROLE, "cs")), @r"
    a merge is not finished in content/guides/m.md
    decide there which lines stay, and do it again
    ");
}

#[test]
fn only_the_case_is_another() {
    let files = base();
    let plan = planned(&files, ROLE, "Customer-Success").unwrap();
    let after = applied(&files, &plan.changes);
    assert_eq!(check(&after), check(&files));
    assert!(
        !String::from_utf8_lossy(&after["content/roles/Customer-Success.md"]).contains("former")
    );
}

#[test]
fn drafts_follow_and_prompts_name_their_tool() {
    let draft = "---\ntitle: Not yet finished\nlayer: fluency\nroles: [customer-success]\ntools: [assistant]\ndraft: true\n---\n\n## Prompt\n\n```prompt name=\"A\" tool=\"assistant\"\nassistant, do it\n```\n";
    let files = with(base(), &[("content/workflows/draft.md", draft)]);
    let plan = planned(&files, "content/tools/assistant.md", "helper").unwrap();
    let after = applied(&files, &plan.changes);
    let text = String::from_utf8(after["content/workflows/draft.md"].clone()).unwrap();
    assert_eq!(
        text,
        draft
            .replace("tools: [assistant]", "tools: [helper]")
            .replace("tool=\"assistant\"", "tool=\"helper\"")
    );
}
