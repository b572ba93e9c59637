//! Blocks and comments that never close, or hold another one.

use super::workflow;

#[test]
fn a_prompt_that_holds_a_block_is_read_as_a_whole() {
    let text = "\n\
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
    let text = "\n\
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
    let text = "\n\
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
    let text = "\n\
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
