//! The front matter of every kind of page but the workflow.

use insta::assert_snapshot;
use playbook::domain::{CollectionFront, Front, Kind, ToolFront, ToolStatus};

use super::{codes, messages, read_as};

#[test]
fn a_collection_goes_by_rising_day_and_keeps_every_checkpoint() {
    let text = "---
title: First quarter with AI
roles: [sales]
curator: m-osei
days: 30
target_behaviours: [Checks every figure, Says what was made by AI]
checkpoints:
  - day: 30
    goal: Uses the brief in each call
    do: [a, b, c, d, e, f, g, h, 'drill:wrong-name']
    coach_asks: Which figure was wrong?
  - day: 14
    do: [i, j, k, l]
  - goal: Nothing
---
";
    let path = "content/collections/first-quarter.md";
    let read = read_as(Kind::Collection, path, text);
    let Front::Collection(CollectionFront { checkpoints, days, .. }) = &read.front else {
        panic!("no collection")
    };
    assert_eq!(checkpoints.iter().map(|one| one.day).collect::<Vec<_>>(), [14, 30]);
    assert_eq!(*days, Some(30));
    assert_snapshot!(messages(&read, text), @r##"
    5:7 warn[PB130] 30 days are too few for a habit
      ^ 30 ^ 60 to 90
      = plan 60 to 90 days, and write them into `days:`
      = day 30 makes a good checkpoint on the way
    7:1 warn[PB132] this path has 13 items
      ^ checkpoints ^ 12 at most
      = keep what people will do differently at the end, and link the rest from those pages
    12:10 error[PB131] day 14 is not after day 30 of the checkpoint above
      ^ 14 ^ checkpoints go by rising day
      = move this checkpoint up, or correct its day; it is shown in the order of the days
    14:5 error[PB115] this entry of `checkpoints` has no `day`, so it is left out
      ^ goal ^ add `day:`
      = say on which day of the programme it is: `day: ...`
    "##);
}

#[test]
fn a_tool_has_its_status_and_ceiling() {
    let text = "---\nname: Assistant\nstatus: Not approved\ndata_max: internal\ngood_for: First drafts\nask: #ai-help\n---\n";
    let read = read_as(Kind::Tool, "content/tools/assistant.md", text);
    let Front::Tool(ToolFront { status, data_max, ask, .. }) = &read.front else {
        panic!("no tool")
    };
    assert_eq!(*status, Some(ToolStatus::NotApproved));
    assert_eq!((data_max.as_deref(), ask.as_deref()), (Some("internal"), Some("#ai-help")));
    let banned = "---\nname: Free chat\nstatus: banned\n---\n";
    let read = read_as(Kind::Tool, "content/tools/free-chat.md", banned);
    assert_snapshot!(messages(&read, banned), @r##"
    3:9 error[PB118] "banned" is nothing that `status` takes
      ^ banned ^ not one of its words
      = `status` takes approved, pilot, not-approved, retired
    "##);
}

#[test]
fn the_other_kinds_are_read() {
    let role = "---\nname: Customer success\naliases: CSM, CS\npriorities:\n- {job: renewal-prep, when: A renewal is inside 60 days}\n- account-review\nchannel: \"#cs\"\nstart_with: first-quarter\n---\n";
    let person = "---\nname: M. Osei\nroles: sales\nchampion: yes\nshows: [renewal-prep]\nleft: 2026-06-30\n---\n";
    let drill = "---\ntitle: Wrong name in a brief\nroles: [sales]\nfrom: renewal-prep\n---\n";
    let wanted =
        "---\ntitle: Call notes into the CRM\nlayer: judgement\njob: call-notes\nseen: 4\n---\n";
    let guide = "---\ntitle: How to write a page\norder: -1\nnav: true\n---\n";
    let layer = "---\nname: Fluency\nsubtitle: Use it\n---\n";
    let kinds = [
        (Kind::Role, "content/roles/customer-success.md", role),
        (Kind::Person, "content/people/m-osei.md", person),
        (Kind::Drill, "content/drills/wrong-name.md", drill),
        (Kind::Wanted, "content/wanted/call-notes.md", wanted),
        (Kind::Guide, "content/guides/write.md", guide),
        (Kind::Layer, "content/layers/fluency.md", layer),
    ];
    let mut all = String::new();
    for (kind, path, text) in kinds {
        let read = read_as(kind, path, text);
        all += &format!("{:?}\n{}\n", read.front, messages(&read, text));
    }
    assert_snapshot!(all, @r##"
Role(RoleFront { aliases: ["CSM", "CS"], priorities: [Priority { job: "renewal-prep", when: Some("A renewal is inside 60 days") }, Priority { job: "account-review", when: None }], channel: Some("#cs"), start_with: Some("first-quarter"), keywords: [] })
3:10 warn[PB122] "CSM, CS" was read as a list
  ^ CSM, CS ^ several values
  = aliases: [CSM, CS]
Person(PersonFront { roles: ["sales"], champion: true, coach: false, shows: ["renewal-prep"], ask: None, left: Some(2026-06-30), desk: false, keywords: [] })

Drill(DrillFront { roles: ["sales"], from: Some("renewal-prep"), made_up: false, keywords: [] })

Wanted(WantedFront { roles: [], layer: Some(Judgment), job: Some("call-notes"), why: None, seen: Some(4), asked: None, taken: None, keywords: [] })

Guide(GuideFront { order: Some(-1), nav: true, keywords: [] })

Layer(LayerFront { subtitle: Some("Use it"), keywords: [] })
"##);
}

#[test]
fn only_the_three_layers_are_layers() {
    let text = "---\nname: Judgement\n---\n";
    let read = read_as(Kind::Layer, "content/layers/judgement.md", text);
    assert!(!read.is_whole);
    assert_snapshot!(messages(&read, text), @r##"
    1:1 error[PB128] "judgement" is no layer: there are fluency, judgment and redesign
      ^  ^ the file name is the layer
      = name the file `content/layers/judgment.md`
    "##);
}

#[test]
fn a_drill_says_where_its_errors_come_from() {
    let text = "---\ntitle: Wrong name in a brief\n---\n";
    let read = read_as(Kind::Drill, "content/drills/wrong-name.md", text);
    assert!(read.is_whole);
    assert_snapshot!(messages(&read, text), @r##"
    2:8 warn[PB133] this drill does not say whose error it was
      ^ Wrong name in a brief ^ add `from:` or `made_up:`
      = name the workflow whose caught error it was: `from: ...`
      = if it never happened, say so: `made_up: true`
    "##);
}

#[test]
fn the_home_page_needs_nothing() {
    let home = |text: &str| read_as(Kind::Home, "content/index.md", text);
    let bare = home("# Welcome\n");
    assert_eq!((bare.title.as_deref(), bare.body_start, codes(&bare)), (Some(""), 0, vec![]));
    let full = home("---\ntitle: Northgate AI playbook\n---\nHello\n");
    assert_eq!(full.title.as_deref(), Some("Northgate AI playbook"));
    assert_eq!(full.front, Front::Home);
}
