//! Markup of other tools, and what a page has no room for: named where it stands, with
//! what to write instead.

use super::guide;

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
