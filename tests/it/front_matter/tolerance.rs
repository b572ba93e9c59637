//! What is recovered from front matter as people write it, and what is said.

use insta::assert_snapshot;
use playbook::diagnostic::Severity;
use playbook::domain::{Front, Kind};

use super::{codes, messages, page, read_as, said, said_of, typed, workflow};

#[test]
fn an_unquoted_colon_is_taken_as_text_with_the_corrected_line() {
    let read = workflow(
        "byline: M. Osei: renewals\nrepeated_by:\n- who: two people: in EMEA\n  date: 2026-03-20\n  result: worked\nstopped:\n  - Copying: usage by hand\n  - Ends with:",
    );
    let front = typed(&read);
    assert_eq!(front.byline.as_deref(), Some("M. Osei: renewals"));
    assert_eq!(front.repeated_by[0].who, "two people: in EMEA");
    assert_eq!(front.stopped, ["Copying: usage by hand", "Ends with:"]);
    assert!(read.diagnostics.iter().all(|found| found.severity == Severity::Warn));
    let text = "---\ntitle: Renewal prep: \"the\" brief\n  in two lines\nlayer: fluency\n---\n";
    assert_eq!(page(text).title.as_deref(), Some("Renewal prep: \"the\" brief in two lines"));
    assert_snapshot!(said(text), @r##"
    2:8 warn[PB111] "Renewal prep: "the" brief in two lines": text with a colon needs quotes
      ^ Renewal prep: "the" brief\n  in two lines ^ read as the line below
      = title: 'Renewal prep: "the" brief in two lines'
    "##);
    assert_snapshot!(said_of("stopped:\n  - Copying: usage by hand"), @r##"
    5:5 warn[PB111] "Copying: usage by hand": text with a colon needs quotes
      ^ Copying: usage by hand ^ read as the line below
      =   - "Copying: usage by hand"
    "##);
}

#[test]
fn a_hash_that_would_cut_a_title_is_kept_and_a_comment_elsewhere_is_not() {
    let text = "---\ntitle: Renewal prep #2 for sales\nlayer: fluency # a comment\nowner: m-osei # a desk: soon\n---\n";
    let read = page(text);
    assert_eq!(read.title.as_deref(), Some("Renewal prep #2 for sales"));
    assert_eq!(typed(&read).owner.as_deref(), Some("m-osei"));
    assert_snapshot!(messages(&read, text), @r##"
    2:8 warn[PB111] "Renewal prep #2 for sales": without quotes a `#` cuts the text off
      ^ Renewal prep #2 for sales ^ read as the line below
      = title: "Renewal prep #2 for sales"
    "##);
    let role = read_as(
        Kind::Role,
        "content/roles/sales.md",
        "---\nname: Sales\nchannel: #sales-ai\n---\n",
    );
    let Front::Role(front) = &role.front else { panic!("no role") };
    assert_eq!(front.channel.as_deref(), Some("#sales-ai"));
}

#[test]
fn curly_quotes_become_straight_ones() {
    let text = "---\ntitle: “Renewal prep: notes”\nlayer: fluency\nroles: [“sales”, “support”]\nbyline: “Quoted” and on\nowner: ‘m-osei’\n---\n";
    let read = page(text);
    assert_eq!(read.title.as_deref(), Some("Renewal prep: notes"));
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(front.owner.as_deref(), Some("m-osei"));
    assert_eq!(front.byline.as_deref(), Some("“Quoted” and on"));
    assert_snapshot!(messages(&read, text), @r##"
    2:8 warn[PB111] "“Renewal prep: notes”": curly quotes are no quotes here
      ^ “Renewal prep: notes” ^ read as the line below
      = title: "Renewal prep: notes"
    4:8 warn[PB111] "[“sales”, “support”]": curly quotes are no quotes here
      ^ [“sales”, “support”] ^ read as the line below
      = roles: ["sales", "support"]
    6:8 warn[PB111] "‘m-osei’": curly quotes are no quotes here
      ^ ‘m-osei’ ^ read as the line below
      = owner: "m-osei"
    "##);
}

#[test]
fn tabs_are_read_as_indent_once_said() {
    let text = "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\nroles:\n\t- sales\n\t- support\nsummary: |\n\tOne page\nminutes:\n\tbefore: 40\n\tafter: 15\n---\n";
    let read = page(text);
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(read.summary.as_deref(), Some("One page"));
    assert_eq!(front.minutes.as_ref().unwrap().before, 40);
    assert_snapshot!(messages(&read, text), @r##"
    5:1 warn[PB112] tabs as indent on 5 lines; each was read as two blanks
      ^ 	 ^ a tab
      =   - sales
    "##);
}

#[test]
fn a_missing_fence_is_assumed_where_the_lines_leave_no_doubt() {
    let below = "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\nroles:\n- sales\n\n# Steps\n\nText: with a colon\n";
    let read = page(below);
    assert_eq!(typed(&read).roles, ["sales"]);
    assert_eq!(&below[read.body_start..], "\n# Steps\n\nText: with a colon\n");
    assert_snapshot!(messages(&read, below), @r##"
    5:1 warn[PB105] the front matter has no `---` below it; it was assumed after this line
      ^ - sales ^ last line of the front matter
      = write a line `---` below `- sales`
    "##);
    let above = "title: Renewal prep from CRM notes\nlayer: fluency\n---\nBody\n";
    let read = page(above);
    assert_eq!(&above[read.body_start..], "Body\n");
    assert_snapshot!(messages(&read, above), @r##"
    1:1 warn[PB105] the front matter has no `---` above it; it was assumed
      ^ title: Renewal prep from CRM notes ^ first line of the front matter
      = write `---` on a line of its own above this line
    "##);
    // A rule at the top of a text is no front matter.
    assert_eq!(codes(&page("---\n\nSome prose\n")), ["PB104"]);
}

#[test]
fn a_quote_without_its_second_one_ends_with_the_line() {
    let text = "---\ntitle: \"Renewal prep from notes\nlayer: fluency\n---\n";
    assert_eq!(page(text).title.as_deref(), Some("Renewal prep from notes"));
    assert_snapshot!(said(text), @r##"
    2:8 warn[PB111] ""Renewal prep from notes": the closing quote is missing
      ^ "Renewal prep from notes ^ read as the line below
      = title: "Renewal prep from notes"
    "##);
    let spans = "---\ntitle: \"Renewal prep\n  from notes\"\nlayer: fluency\n---\n";
    assert_eq!(page(spans).title.as_deref(), Some("Renewal prep from notes"));
    assert_eq!(said(spans), "");
}

#[test]
fn one_unreadable_value_costs_only_itself() {
    let read = workflow("roles: [sales, support\nowner: m-osei\nbyline: \"a \\q b\"\nnext: {a: [}");
    let front = typed(&read);
    assert_eq!(front.owner.as_deref(), Some("m-osei"));
    assert!(front.roles.is_empty());
    assert_snapshot!(said_of("roles: [sales, support\nowner: m-osei\nbyline: \"a \\q b\"\nnext: {a: [}"), @r##"
    4:8 error[PB101] "[" is never closed
      ^ [ ^ opened here
      = roles: [sales, support]
      = write the `]` at the end of the value
    6:9 error[PB101] a backslash in double quotes starts an escape, and this is none
      ^ " ^ unknown escape
      = byline: 'a \q b'
      = use single quotes, where a backslash is only a backslash: `key: 'value'`
    7:11 error[PB101] this value cannot be read: mismatched bracket '[' closed by '}'
      ^ [ ^ here
      = next: "{a: [}"
      = put the whole value in double quotes: `key: "value"`
    "##);
}

#[test]
fn template_signs_and_markup_are_literal_text() {
    let titles = [
        "{{ 7*7 }}",
        "{% include \"x\" %}",
        "</title><script>alert(1)</script>",
        "*Bold* words",
        "@all of us",
        "[Draft] renewal prep",
    ];
    for title in titles {
        let read = page(&format!("---\ntitle: {title}\nlayer: fluency\n---\n"));
        assert_eq!(read.title.as_deref(), Some(title));
        assert!(read.is_whole);
    }
    assert_snapshot!(said("---\ntitle: [Draft] renewal prep\nlayer: fluency\n---\n"), @r##"
    2:8 warn[PB111] "[Draft] renewal prep": text that starts with such a sign needs quotes around all of it
      ^ [Draft] renewal prep ^ read as the line below
      = title: "[Draft] renewal prep"
    "##);
}

#[test]
fn a_key_in_another_spelling_is_read_as_the_one_that_was_meant() {
    let text = "---\nTitle: Renewal prep from CRM notes\nlayer:fluency\nrole: sales, support\ntool: assistant\nverified-with: assistant 4\n---\n";
    let read = page(text);
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(front.tools, ["assistant"]);
    assert_eq!(front.verified_with.as_deref(), Some("assistant 4"));
    assert_snapshot!(messages(&read, text), @r##"
    2:1 warn[PB110] these keys were read as others: `Title` as `title`, `role` as `roles`, `tool` as `tools`, `verified-with` as `verified_with`
      ^ Title ^ the first of them
      = title: Renewal prep from CRM notes
    layer: fluency
    roles: [sales, support]
    tools: assistant
    verified_with: assistant 4
    3:1 warn[PB111] "layer:fluency": a blank is missing after the key's colon
      ^ layer:fluency ^ read as the line below
      = layer: fluency
    4:7 warn[PB122] "sales, support" was read as a list
      ^ sales, support ^ several values
      = roles: [sales, support]
    "##);
    let tool = read_as(Kind::Tool, "content/tools/assistant.md", "---\ntitle: Assistant\n---\n");
    assert_eq!((tool.title.as_deref(), codes(&tool)), (Some("Assistant"), vec!["PB110"]));
}

#[test]
fn hidden_characters_are_named_by_code_point() {
    assert_snapshot!(said_of("byline: \"a\\u202Eb\"\nowner: m\u{1}osei\njob: \"\\0\""), @r##"
    4:9 warn[PB113] U+202E: nobody can see this character
      ^ "a\u202Eb" ^ in here
      = delete it, and type this part again: pasted text often brings it along
    5:9 warn[PB113] U+0001: this control character was replaced
      ^  ^ shown as �
      = delete it, and type this part again
    6:6 warn[PB113] U+0000: this control character was replaced
      ^ "\0" ^ shown as �
      = delete it, and type this part again
    "##);
    let read = page("---\ntitle: Renewal\0 prep from notes\nlayer: fluency\n---\n");
    assert_eq!(read.title.as_deref(), Some("Renewal\u{fffd} prep from notes"));
    // What stands in the file is found when it is decoded; emoji are made with a joiner.
    assert_eq!(codes(&workflow("byline: a\u{202e}b")), Vec::<&str>::new());
    assert_eq!(codes(&workflow("byline: 👩\u{200d}💻 and 🚀")), Vec::<&str>::new());
}
