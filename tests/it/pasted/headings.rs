//! Sections whose headings are written otherwise, and words in comments.

use super::workflow;

#[test]
fn headings_in_bold_and_without_a_blank_are_read_as_sections() {
    let text = "\n\
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
   = help: line 12: ## When to use it
   = help: line 16: ## Not for
   = help: line 20: ## Before you start
   = help: line 26: ## Steps
   = help: line 29: ## Prompt
   = help: line 35: ## Check before you use it
"##);
}

#[test]
fn numbers_before_headings_are_nothing_to_tell() {
    let text = "\n\
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
    let text = "\n\
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
