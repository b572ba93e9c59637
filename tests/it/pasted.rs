//! Pages as they come out of word processors, note tools, other generators and
//! assistants: what a page understands of them, and what is said of the rest, in
//! the words that its writer reads.

use crate::fixture;

/// The messages about one page of the base playbook.
fn told(path: &str, text: &str) -> String {
    let build = fixture::build(&fixture::with(path, text));
    let all = build.diagnostics();
    let about = all.iter().filter(|it| &*it.place.path == path).copied();
    fixture::messages(&build, about)
}

/// The messages about a guide, whose text begins in line 5.
fn guide(text: &str) -> String {
    told("content/guides/pasted.md", &front(text))
}

fn front(text: &str) -> String {
    format!("---\ntitle: How to start here\nsummary: A guide.\n---\n{text}")
}

/// A guide as it is published: its page, and its twin.
fn published(text: &str) -> (String, String) {
    let build = fixture::build(&fixture::with("content/guides/pasted.md", &front(text)));
    let page = fixture::page(&build, "guides/pasted.html");
    let (_, main) = page.split_once("</h1>").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    (main.to_owned(), fixture::page(&build, "guides/pasted.md"))
}

fn workflow(text: &str) -> String {
    told("content/workflows/pasted.md", text)
}

#[test]
fn boxes_of_other_tools_are_named_with_the_box_to_write() {
    let text = "!!! warning \"Never paste\"\n\
         \x20   Names of customers stay out.\n\
         \n\
         \x20   - also no prices\n\
         \n\
         :::tip[Before you send it]\n\
         Read it aloud.\n\
         :::\n\
         \n\
         {{% alert title=\"Note\" %}}\n\
         Ask the desk.\n\
         {{% /alert %}}\n\
         \n\
         {% include note.html %}\n\
         \n\
         ![a bar chart](p.png){width=\"300\"}\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB241]: `!!! warning "Never paste"` is a box of another tool
 --> content/guides/pasted.md:5:1
  |
5 | !!! warning "Never paste"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: write a box as a quotation, with `>` before each line:
          > [!WARNING]
          > **Never paste**
          >

warn[PB241]: `:::tip[Before you send it]` is a box of another tool
  --> content/guides/pasted.md:10:1
   |
10 | :::tip[Before you send it]
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
   |
   = help: write a box as a quotation, with `>` before each line and no closing `:::`:
           > [!TIP]
           > **Before you send it**
           >

warn[PB241]: `{{% alert title="Note" %}}` is a shortcode of another tool
  --> content/guides/pasted.md:14:1
   |
14 | {{% alert title="Note" %}}
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
   |
   = help: write a box as a quotation, with `>` before each line:
           > [!NOTE]
           > **Note**
           >

warn[PB241]: `{% include note.html %}` is a command of another tool
  --> content/guides/pasted.md:18:1
   |
18 | {% include note.html %}
   | ^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
   |
   = help: delete it, and write what it stood for

error[PB303]: "content/guides/p.png": there is no such image
  --> content/guides/pasted.md:20:1
   |
20 | ![a bar chart](p.png){width="300"}
   | ^^^^^^^^^^^^^^^^^^^^^ its alternative text is shown instead
   |
   = help: put the image into the folder of this file, and write its name

warn[PB241]: `{width="300"}` is a size or style for another tool
  --> content/guides/pasted.md:20:22
   |
20 | ![a bar chart](p.png){width="300"}
   |                      ^^^^^^^^^^^^^ shown as it is written
   |
   = help: delete it: pictures and text get their size from the site
"##);
}

#[test]
fn a_link_that_is_none_is_named_with_the_link_to_write() {
    let text = "[the start](start here.md) and ![the picture](my shot.png) and [the rules] (may-i-paste.md)\n\
         and [the log][undefined].\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB241]: `[the start](start here.md)` is no link, because its address has a blank in it
 --> content/guides/pasted.md:5:1
  |
5 | [the start](start here.md) and ![the picture](my shot.png) and [the rules] (may-i-paste.md)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: [the start](<start here.md>)

warn[PB241]: `![the picture](my shot.png)` is no link, because its address has a blank in it
 --> content/guides/pasted.md:5:32
  |
5 | [the start](start here.md) and ![the picture](my shot.png) and [the rules] (may-i-paste.md)
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: ![the picture](<my shot.png>)

warn[PB241]: `[the rules] (may-i-paste.md)` is no link, because of the blank before `(`
 --> content/guides/pasted.md:5:64
  |
5 | [the start](start here.md) and ![the picture](my shot.png) and [the rules] (may-i-paste.md)
  |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: [the rules](may-i-paste.md)

warn[PB241]: `[the log][undefined]` is no link, because nothing says where it leads
 --> content/guides/pasted.md:6:5
  |
6 | and [the log][undefined].
  |     ^^^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: write where it leads: `[the log](page.md)`
"##);
}

#[test]
fn signs_of_note_tools_and_chats_are_named() {
    let text = "%% ask the desk %% ==Twice== :tada: and $$a + b$$\n\
         \n\
         ##Afterwards\n\
         \n\
         [TOC]\n\
         \n\
         ```mermaid\n\
         graph TD\n\
         ```\n\
         \n\
         import Tabs from \"@theme/Tabs\"\n\n\
         Text <!-- never closed in a line\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB241]: `%% ask the desk %%` is a hidden remark of another tool
 --> content/guides/pasted.md:5:1
  |
5 | %% ask the desk %% ==Twice== :tada: and $$a + b$$
  | ^^^^^^^^^^^^^^^^^^ shown as it is written
  |
  = help: write `<!-- ... -->` to hide it, or delete the signs to show it

warn[PB241]: `==Twice==` is a highlight of another tool
 --> content/guides/pasted.md:5:20
  |
5 | %% ask the desk %% ==Twice== :tada: and $$a + b$$
  |                    ^^^^^^^^^ shown as it is written
  |
  = help: **Twice**

warn[PB241]: `:tada:` is the name of an emoji
 --> content/guides/pasted.md:5:30
  |
5 | %% ask the desk %% ==Twice== :tada: and $$a + b$$
  |                              ^^^^^^ shown as it is written
  |
  = help: write the emoji itself: 🎉

warn[PB241]: `$$a + b$$` is a formula
 --> content/guides/pasted.md:5:41
  |
5 | %% ask the desk %% ==Twice== :tada: and $$a + b$$
  |                                         ^^^^^^^^^ shown as it is written
  |
  = help: write it in words, or as code between backticks

warn[PB241]: `##Afterwards` is no heading, because it lacks a blank
 --> content/guides/pasted.md:7:1
  |
7 | ##Afterwards
  | ^^^^^^^^^^^^ shown as it is written
  |
  = help: ## Afterwards

warn[PB241]: `[TOC]` is a table of contents of another tool
 --> content/guides/pasted.md:9:1
  |
9 | [TOC]
  | ^^^^^ shown as it is written
  |
  = help: delete it: every page gets its own

warn[PB241]: "```mermaid" is a drawing in words
  --> content/guides/pasted.md:11:1
   |
11 | ```mermaid
   | ^^^^^^^^^^ shown as code
   |
   = help: put a picture of it beside the page: `![what it shows](picture.png)`

warn[PB241]: `import Tabs from "@theme/Tabs"` is a line of program code
  --> content/guides/pasted.md:15:1
   |
15 | import Tabs from "@theme/Tabs"
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shown as it is written
   |
   = help: delete it: a page holds text, and no program

warn[PB241]: `<!--` is a comment without its end
  --> content/guides/pasted.md:17:6
   |
17 | Text <!-- never closed in a line
   |      ^^^^ shown as it is written
   |
   = help: write `-->` where the comment is over, or delete `<!--`
"##);
}

#[test]
fn what_a_table_has_no_room_for_is_named() {
    let text = "| Tool | Say |\n\
         |---|---|\n\
         | grep | `cat x | grep y` |\n\
         \n\
         | Field | Rule |\n\
         |---|---|\n\
         | Name | ask first | never paste names of customers |\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB247]: "grep y`" is not shown: this table has 2 columns
 --> content/guides/pasted.md:7:19
  |
7 | | grep | `cat x | grep y` |
  |                   ^^^^^^^ beyond the last column
  |
  = help: | grep | `cat x \| grep y` |
  = help: a bar within a cell is written with a backslash, `\|`

warn[PB247]: "never paste names of customers" is not shown: this table has 2 columns
  --> content/guides/pasted.md:11:22
   |
11 | | Name | ask first | never paste names of customers |
   |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ beyond the last column
   |
   = help: add a column to the table's first two lines, or write `\|` for a bar that parts no cells
"##);
}

#[test]
fn a_name_that_leads_nowhere_is_named() {
    let text = "See [[Sales]], [[May I paste that?]] and ![[shot.png|300]].\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB248]: no page is called "May I paste that?"
 --> content/guides/pasted.md:5:16
  |
5 | See [[Sales]], [[May I paste that?]] and ![[shot.png|300]].
  |                ^^^^^^^^^^^^^^^^^^^^^ shown without a link
  |
  = help: write it as `[May I paste that?](page.md)`, with the way to its file

warn[PB248]: no picture is called "shot.png"
 --> content/guides/pasted.md:5:42
  |
5 | See [[Sales]], [[May I paste that?]] and ![[shot.png|300]].
  |                                          ^^^^^^^^^^^^^^^^^ shown without a link
  |
  = help: write it as `![shot.png](picture.png)`, with the way to its file
"##);
}

#[test]
fn words_in_a_comment_are_named() {
    let text = "A line.\n\
         \n\
         <!-- Prices stay out, and anything legal. -->\n\
         \n\
         <!-- prettier-ignore -->\n";
    insta::assert_snapshot!(guide(text), @r##"
warn[PB245]: nobody sees "Prices stay out, and anything legal.": it stands inside <!-- -->
 --> content/guides/pasted.md:7:1
  |
7 | <!-- Prices stay out, and anything legal. -->
  | ^^^^ a comment begins here
  |
  = help: delete `<!--` and `-->` to show it; delete all of it if it was a note to yourself
"##);
}

#[test]
fn a_finished_merge_is_asked_for_once() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         <<<<<<< HEAD\n\
         Before a renewal call.\n\
         =======\n\
         After the renewal call.\n\
         >>>>>>> main\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
error[PB243]: two versions of this page were put together and never sorted out: lines 14, 16 and 18
  --> content/workflows/pasted.md:14:1
   |
14 | <<<<<<< HEAD
   | ^^^^^^^^^^^^ git marks here where one version begins
   |
   = help: keep what is right of the two versions, and delete lines 14, 16 and 18
"##);
}

#[test]
fn a_merge_in_front_matter_is_asked_for_once() {
    let text = "---\n\
         title: Write the renewal brief\n\
         <<<<<<< HEAD\n\
         summary: A short summary of the page.\n\
         =======\n\
         summary: Another one of it.\n\
         >>>>>>> main\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         Before a renewal call.\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
error[PB243]: two versions of this page were put together and never sorted out: lines 3, 5 and 7
 --> content/workflows/pasted.md:3:1
  |
3 | <<<<<<< HEAD
  | ^^^^^^^^^^^^ git marks here where one version begins
  |
  = help: keep what is right of the two versions, and delete lines 3, 5 and 7
  = help: until then the front matter is read as the first version has it
"##);
}

#[test]
fn a_prompt_that_holds_a_block_is_read_as_a_whole() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         Before a renewal call.\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt name=\"Review\"\n\
         Review this query:\n\
         ```sql\n\
         SELECT 1\n\
         ```\n\
         Answer as JSON:\n\
         ```json\n\
         {\"ok\": true}\n\
         ```\n\
         Never invent columns.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Run it on the copy.\n";
    insta::assert_snapshot!(workflow(text), @r##"
warn[PB244]: this block holds another one ("```sql"), whose end would end both
  --> content/workflows/pasted.md:32:1
   |
32 | ```prompt name="Review"
   | ^^^^^^^^^^^^^^^^^^^^^^^ read as if it ended with line 42
   |
   = help: ````prompt name="Review"
   = help: and write ```` in line 42
"##);
}

#[test]
fn a_prompt_that_never_closes_ends_before_its_list() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         Before a renewal call.\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt name=\"Tender\" tool=assistant\n\
         Answer {{question...}}\n\
         \n\
         - question: as they wrote it, e.g. Describe your backups\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every date is right (source: answer bank)\n";
    insta::assert_snapshot!(workflow(text), @r##"
error[PB242]: this block is never closed, so what follows would belong to it
  --> content/workflows/pasted.md:32:1
   |
32 | ```prompt name="Tender" tool=assistant
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read as if it ended with line 33
   |
   = help: write ``` on a line of its own under line 33, or where the block ends
"##);
}

#[test]
fn a_comment_that_never_closes_ends_with_its_section() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         <!-- a hint left open Before a renewal call.\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
error[PB207]: this comment is never closed, so nobody sees what stands in it
  --> content/workflows/pasted.md:14:1
   |
14 | <!-- a hint left open Before a renewal call.
   | ^^^^ hides everything down to line 14
   |
   = help: write `-->` where the comment is over, or delete `<!--`
"##);
}

#[test]
fn a_block_in_a_list_whose_last_fence_stands_left_of_it_is_told_there() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         Before a renewal call.\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage:\n\
         \x20  ```sql\n\
         \x20  SELECT seats\n\
         ```\n\
         2. Read it.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
error[PB242]: this line should end the block of line 29 and opens another
  --> content/workflows/pasted.md:31:1
   |
31 | ```
   | ^^^ the block stands in a list, and this line left of it
   |
   = help:    ```
"##);
}

#[test]
fn headings_in_bold_and_without_a_blank_are_read_as_sections() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         **When to use it**\n\
         \n\
         Before a renewal call.\n\
         \n\
         **Not for:**\n\
         \n\
         New accounts.\n\
         \n\
         ##Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         **Steps**\n\
         1. Export the usage.\n\
         \n\
         **Prompt**\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         **Check before you use it**\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
warn[PB246]: `**When to use it**` and 5 more lines are read as headings of sections
  --> content/workflows/pasted.md:12:1
   |
12 | **When to use it**
   | ^^^^^^^^^^^^^^^^^^ not a heading as it stands
   |
   = help: ## When to use it
"##);
}

#[test]
fn numbers_before_headings_are_nothing_to_tell() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## 1. When to use it\n\
         \n\
         Before a renewal call.\n\
         \n\
         ## 2) Not for\n\
         \n\
         New accounts.\n\
         \n\
         ## 3 Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## IV. Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## 5.1\u{a0}Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## (6) Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @"");
}

#[test]
fn words_typed_into_the_comments_of_the_template_are_told_there() {
    let text = "---\n\
         title: Write the renewal brief\n\
         summary: A short summary of the page.\n\
         roles: [sales]\n\
         layer: fluency\n\
         owner: revops-desk\n\
         data: internal\n\
         verified: 2026-09-30\n\
         tools: [assistant]\n\
         ---\n\
         \n\
         ## When to use it\n\
         \n\
         <!-- A tender question has arrived and somebody answered one like it. -->\n\
         \n\
         ## Not for\n\
         \n\
         Accounts in their first month.\n\
         \n\
         ## Before you start\n\
         \n\
         May paste: usage numbers.\n\
         \n\
         Never paste: contract terms.\n\
         \n\
         ## Steps\n\
         \n\
         1. Export the usage.\n\
         \n\
         ## Prompt\n\
         \n\
         ```prompt\n\
         Write.\n\
         ```\n\
         \n\
         ## Check before you use it\n\
         \n\
         - [ ] Every number is in the export.\n";
    insta::assert_snapshot!(workflow(text), @r##"
warn[PB245]: nobody sees "A tender question has arrived and somebody answered one like...": it stands inside <!-- -->
  --> content/workflows/pasted.md:14:1
   |
14 | <!-- A tender question has arrived and somebody answered one like it. -->
   | ^^^^ a comment begins here
   |
   = help: delete `<!--` and `-->` to show it; delete all of it if it was a note to yourself
"##);
}

#[test]
fn bare_addresses_are_links_as_on_github() {
    let (page, twin) = published(
        "See https://crm.example.com/renewals before a call, or www.example.com, or mail \
         help@example.com. `https://not.example.com` [https://a.example](https://b.example)\n",
    );
    assert!(page.contains(
        "<a href=\"https://crm.example.com/renewals\">https://crm.example.com/renewals</a> before"
    ));
    assert!(page.contains("<a href=\"https://www.example.com\">www.example.com</a>, or"));
    assert!(page.contains("<a href=\"mailto:help@example.com\">help@example.com</a>. "));
    assert!(page.contains("<code>https://not.example.com</code>"));
    assert!(page.contains("<a href=\"https://b.example\">https://a.example</a>"));
    assert!(twin.contains("See https://crm.example.com/renewals before a call"));
}

#[test]
fn a_break_in_a_table_is_one() {
    let (page, _) = published("| Part | What |\n|---|---|\n| A | first<br>second |\n");
    assert!(page.contains("<td>first<br>\nsecond</td>"), "{page}");
}

#[test]
fn a_name_leads_to_the_page_that_bears_it() {
    let (page, twin) = published(
        "See [[may-i-paste]], [[Sales|the role]], [[May I paste this?#The short answer]].\n",
    );
    assert!(page.contains("<a href=\"may-i-paste.html\">may-i-paste</a>"), "{page}");
    assert!(page.contains("<a href=\"../roles/sales.html\">the role</a>"), "{page}");
    assert!(page.contains("<a href=\"may-i-paste.html#the-short-answer\">"), "{page}");
    assert!(twin.contains("[the role](../roles/sales.html)"), "{twin}");
}

#[test]
fn the_id_at_a_headings_end_is_its_id() {
    let (page, _) =
        published("# **How to start here** {#top}\n\n## **First** {#one}\n\n[x](#one)\n");
    assert!(page.contains("<h2 id=\"one\"><strong>First</strong> "), "{page}");
    assert!(page.contains("<a href=\"#one\">x</a>"), "{page}");
}

#[test]
fn a_heading_that_is_nearly_the_title_sinks_nothing() {
    let (page, _) =
        published("# G.1 \u{2014} How to start here\n\nIntro.\n\n## One\n\na\n\n## Two\n\nb\n");
    assert!(page.contains("<li><a href=\"#one\">One</a></li><li><a href=\"#two\">Two</a></li>"));
    assert!(!page.contains("G.1"), "{page}");
}

#[test]
fn links_and_pictures_stay_in_headings() {
    let (page, _) = published(
        "# How to [start](may-i-paste.md) here\n\n\
         ## [1.2.0](https://example.com/compare) - 2026-11-01\n\ntext\n",
    );
    assert!(page.contains("<p><a href=\"may-i-paste.html\">start</a></p>"), "{page}");
    assert!(page.contains("<a href=\"https://example.com/compare\">1.2.0</a> - 2026-11-01"));
}

#[test]
fn what_leads_nowhere_is_its_text_in_the_twin() {
    let (_, twin) = published(
        "[one](gone.md \"T\"), ![two](gone.png), [three][r], [four](javascript:x) \
         [five](may-i-paste.md \"T\").\n\n[r]: gone.md 'T'\n",
    );
    assert!(twin.contains("one, two, three, four [five](may-i-paste.html \"T\").\n"), "{twin}");
    assert!(!twin.contains("gone"), "{twin}");
}

#[test]
fn a_box_with_a_title_of_its_own_is_a_box() {
    let (page, twin) = published("> [!faq]- Who may use it\n> Everybody.\n");
    assert!(page.contains("alert-note"), "{page}");
    assert!(page.contains("<strong>Who may use it</strong>"), "{page}");
    assert!(twin.contains("> [!NOTE]\n> **Who may use it**\n>\n> Everybody."), "{twin}");
}

#[test]
fn text_from_right_to_left_says_so() {
    let (page, _) = published("\u{5E9}\u{5DC}\u{5D5}\u{5DD}\n\n- \u{5D0}\n\nplain\n");
    assert!(page.contains("<p dir=\"auto\">\u{5E9}"), "{page}");
    assert!(page.contains("<ul dir=\"auto\">") && page.contains("<p>plain</p>"), "{page}");
}
