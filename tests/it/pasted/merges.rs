//! Merges that were never finished: one error names the lines, and the rest is read.

use super::{WORKFLOW, told, workflow};

#[test]
fn a_finished_merge_is_asked_for_once() {
    let text = "\n\
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
    insta::assert_snapshot!(told(WORKFLOW, text), @r##"
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
