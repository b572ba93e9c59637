//! What a write-up says in blocks, tags and lines that other pages may quote.

mod keys;

use playbook::document::{BlankInput, Document, Prompt, PromptPart, Step, StepTag};
use playbook::domain::{KeptFor, Limit, SectionName};

use crate::fixture::lines;
use crate::markdown::{body, messages, page, parse_at, settings, shown};

/// The first prompt: its text with its blanks, and a line for each blank.
fn prompt(document: &Document) -> String {
    let Prompt { name, tool, parts, blanks } = &document.excerpts.prompts[0];
    let mut text = format!("name {name:?}, tool {tool:?}\n");
    for part in parts {
        match part {
            PromptPart::Text(run) => text.push_str(run),
            PromptPart::Blank(name) => text.push_str(&format!("<{name}>")),
        }
    }
    for blank in blanks {
        let input = match &blank.input {
            BlankInput::Line => "line".to_owned(),
            BlankInput::Long => "long".to_owned(),
            BlankInput::Choice(choices) => format!("{choices:?}"),
        };
        let example = blank.example.as_deref().unwrap_or("-");
        text.push_str(&format!("\n- {}: {} (e.g. {example}) {input}", blank.name, blank.label));
    }
    text
}

fn steps(steps: &[Step]) -> String {
    let line = |step: &Step| {
        let Step { text, minutes, who, tag } = step;
        format!("{text} | {minutes:?} | {who:?} | {tag:?}\n")
    };
    steps.iter().map(line).collect()
}

fn section(document: &Document, name: SectionName) -> String {
    let found = document.body.sections.iter().find(|section| section.name == Some(name));
    shown(&found.unwrap().pieces)
}

#[test]
fn a_prompt_has_blanks_that_the_list_under_it_describes() {
    let page = page(
        "fluency",
        "## Prompt\n\n```prompt name=\"Renewal brief\" tool=assistant\nPrepare a {{tone|plain, warm}} brief \
         on {{account_name}}.\nAgain {{account_name}}: {{notes...}}\n```\n\n\
         - account_name: the name in the CRM, e.g. Acme\n- `tone`: how it sounds\n- {{notes}}: what you know (e.g. \u{201C}new sponsor\u{201D})\n\nAfter.\n",
    );
    insta::assert_snapshot!(prompt(&page), @r#"
name Some("Renewal brief"), tool Some("assistant")
Prepare a <tone> brief on <account_name>.
Again <account_name>: <notes>
- tone: how it sounds (e.g. -) ["plain", "warm"]
- account_name: the name in the CRM (e.g. Acme) line
- notes: what you know (e.g. new sponsor) long
"#);
    assert_eq!(messages(&page), "");
    insta::assert_snapshot!(body(&page), @r#"<h2 id="prompt" prompt>Prompt</h2><prompt 0><p>After.</p>"#);
}

#[test]
fn a_list_that_describes_no_blanks_stays_in_the_page() {
    let kept = page(
        "fluency",
        "```prompt\nAsk {{who}}.\n```\n\n- Tip: paste the answer\n- Mind the date\n",
    );
    insta::assert_snapshot!(body(&kept), @r#"
<prompt 0><ul>
<li>Tip: paste the answer</li>
<li>Mind the date</li>
</ul>
"#);
    let none = page("fluency", "```prompt\nAsk.\n```\n\n- who: nobody\n");
    insta::assert_snapshot!(body(&none), @r#"
<prompt 0><ul>
<li>who: nobody</li>
</ul>
"#);
}

#[test]
fn what_looks_like_a_template_or_is_no_name_is_text() {
    let page = page(
        "fluency",
        "```prompt\n{{ 7*7 }} {% include \"x\" %} {{}} {{ a b }} {{x|}} {{Account-Name}} {{open\n```\n\n- a_b: x\n- x: y\n- account_name: z\n",
    );
    insta::assert_snapshot!(prompt(&page), @r#"
name None, tool None
{{ 7*7 }} {% include "x" %} {{}} <a_b> <x> <account_name> {{open
- a_b: x (e.g. -) line
- x: y (e.g. -) line
- account_name: z (e.g. -) line
"#);
    insta::assert_snapshot!(messages(&page), @r#"
    warn[PB212] 6:1 "{{ 7*7 }}" is text, not a blank to fill in @ {{ 7*7 }}
    warn[PB212] 6:11 "{% include "x" %}" is text, not a blank to fill in @ {% include "x" %}
    "#);
}

#[test]
fn blanks_and_descriptions_that_do_not_meet_are_reported() {
    let page = page(
        "fluency",
        "## Before you start\n\nNever paste: customer e-mails, contract terms\n\n## Prompt\n\n\
         1. First:\n\n   ```prompt nmae=x\n   For {{account}} and {{contract_terms}}\n   [Account name] [x] [a](b) arr[0] list[item] [1]\n   ```\n   - acount: the name\n   - contract_terms: the clauses\n",
    );
    insta::assert_snapshot!(messages(&page), @r#"
warn[PB214] 13:4 "nmae": a prompt has `name` and `tool` only @ ```prompt nmae=x
warn[PB210] 14:8 {{account}}: nothing says what to put into this blank @ {{account}}
warn[PB213] 14:24 {{contract_terms}} asks for what the page says never to paste @ {{contract_terms}}
warn[PB212] 15:4 "[Account name]" is text, not a blank to fill in @ [Account name]
warn[PB211] 17:4 "acount": the prompt above has no such blank @ - acount: the name
"#);
}

#[test]
fn a_caught_error_is_read_with_its_indented_lines() {
    let page = page(
        "judgment",
        "## What went wrong\n\n```caught\n**AI said:** Low risk: engagement\n  is stable.\nIN FACT: 40 % of the seats\n\n  were missing.\nNoticed because: the total \"did not\" match\nkind: Omission\nReached: colleague\nCost: half a day\nWhen: May\nCaught by: renewals desk\n```\n",
    );
    insta::assert_snapshot!(lines(&page.excerpts.caught), @r#"
1 by: "renewals desk"
1 cost: "half a day"
1 fact: "40 % of the seats were missing."
1 kind: "omission"
1 noticed: "the total \"did not\" match"
1 reached: "colleague"
1 said: "Low risk: engagement is stable."
1 when: "May"
"#);
    assert_eq!(messages(&page), "");
    assert!(page.card.as_ref().unwrap().contract.caught);
    insta::assert_snapshot!(section(&page, SectionName::Wrong), @"<caught 0>");
}

#[test]
fn an_error_that_reached_a_customer_is_published_when_cleared() {
    let with = |lines: &str| {
        let text = format!(
            "## What went wrong\n\nWe saw one.\n\n```caught\nAI said: canary\nIn fact: b\nNoticed because: c\n{lines}```\n"
        );
        page("judgment", &text)
    };
    let cleared = with("Reached: customer\nCleared by: head of sales\n");
    assert_eq!(cleared.excerpts.caught.len(), 1);
    assert_eq!(messages(&cleared), "");
    for lines in ["Reached: customer\n", "Reached: custommer\n", "Reached: Customer\nCleared by:\n"]
    {
        let page = with(lines);
        assert!(page.excerpts.caught.is_empty(), "{lines}");
        assert!(!page.card.as_ref().unwrap().contract.caught);
        assert!(!body(&page).contains("canary") && !body(&page).contains("<caught"));
        let markdown = &page.body.markdown;
        let (cut, _) = &markdown.cuts[0];
        assert!(markdown.text[cut.start as usize..cut.end as usize].contains("canary"));
        assert!(page.diagnostics.iter().any(|it| it.code == "PB223"), "{}", messages(&page));
    }
    insta::assert_snapshot!(messages(&with("Reached: custommer\n")), @r#"
error[PB221] 13:10 "custommer" is none of the words for this key @ custommer
error[PB223] 13:10 nobody can tell whether this error reached a customer @ custommer
"#);
}

#[test]
fn a_drill_has_quotes_that_occur_once() {
    let page = page(
        "judgment",
        "```drill\nContext: A summary\n  of a call.\nText: Dear Dana,\n\n    usage grew by 12 %\n  in March. Usage: fine.\nError: 12 % in March\n  Kind: stale source\n  Why: It was May.\nHow to check: Read the\n  export.\nError: Usage\nError: \u{201C}Dear Dana\u{201D}\nKind: wrong person or title\nError: nowhere\nVerdict: fix\n```\n",
    );
    insta::assert_snapshot!(lines(&page.excerpts.drills), @r#"
1 context: "A summary\nof a call."
1 errors 1 how_to_check: "Read the export."
1 errors 1 kind: "stale source"
1 errors 1 quote: "12 %\nin March"
1 errors 1 why: "It was May."
1 errors 2 quote: "Usage"
1 errors 3 kind: "wrong person or title"
1 errors 3 quote: "Dear Dana"
1 text: "Dear Dana,\n\n  usage grew by 12 %\nin March. Usage: fine."
1 verdict: "fix"
"#);
    insta::assert_snapshot!(messages(&page), @r#"error[PB224] 20:8 "nowhere" is not in the text of this drill @ nowhere"#);
}

#[test]
fn a_drill_without_errors_is_a_fair_one_and_a_drill_page_has_one() {
    let drill = |text: &str| {
        let text = format!("---\ntitle: Spot the date\nroles: [sales]\nmade_up: true\n---\n{text}");
        parse_at("content/drills/spot.md", text.as_bytes(), settings())
    };
    let fair = drill("```drill\nText: All is right.\nVerdict: use\n```\n");
    assert_eq!(messages(&fair), "");
    assert_eq!(fair.excerpts.drills.len(), 1);
    insta::assert_snapshot!(messages(&drill("Read it.\n")), @"gap[PB225] 1:1 this page has no `drill` block: there is nothing to exercise @");
    insta::assert_snapshot!(messages(&drill("```drill\nKind: tone\nError: x\n```\n")), @r#"
gap[PB222] 6:1 this drill does not say `Text`, `Verdict` @ ```drill
"#);
}

#[test]
fn steps_carry_their_tags_in_types_and_in_words() {
    let page = page(
        "redesign",
        "## Old way\n\n1. Pull [usage](x.md) from the CRM (20 min, me) - removed: memory\n\
         2. Wait for the desk,\n   which takes long (2 hours) \u{2013} removed: Availability.\n\
         3. Call the customer - kept: relationship (30 min, me)\n4. Sign off - kept: judgement\n\
         5. Copy it (see below)\n6. Mail it - removed: habit\n\n## New way\n\n1. Read the brief (2 min, AI)\n\n   More on it.\n2. Decide\n\n\
         ## Steps\n\n- not a step (3 min)\n\n1. a step (3 min)\n",
    );
    insta::assert_snapshot!(steps(&page.excerpts.old_way), @r#"
Pull usage from the CRM | Some(20) | Some("me") | Some(Removed(Memory))
Wait for the desk, which takes long | Some(120) | None | Some(Removed(Availability))
Call the customer | Some(30) | Some("me") | Some(Kept(Relationship))
Sign off | None | None | Some(Kept(Judgment))
Copy it (see below) | None | None | None
Mail it - removed: habit | None | None | None
"#);
    insta::assert_snapshot!(steps(&page.excerpts.new_way), @r#"
Read the brief | Some(2) | Some("AI") | None
Decide | None | None | None
"#);
    assert_eq!(page.excerpts.old_way[0].tag, Some(StepTag::Removed(Limit::Memory)));
    assert_eq!(page.excerpts.old_way[2].tag, Some(StepTag::Kept(KeptFor::Relationship)));
    insta::assert_snapshot!(body(&page), @r#"
<h2 id="old-way" old-way>Old way</h2><ol>
<li class="step removed"><del>Pull <a 0>usage</a> from the CRM</del> <small class="step-note">20 min · me · needed only because people forget</small></li>
<li class="step removed"><del>Wait for the desk,
which takes long</del> <small class="step-note">120 min · needed only because people are not always there</small></li>
<li class="step kept">Call the customer <small class="step-note">30 min · me · stays: relationship</small></li>
<li class="step kept">Sign off <small class="step-note">stays: judgment</small></li>
<li>Copy it (see below)</li>
<li>Mail it - removed: habit</li>
</ol>
<h2 id="new-way" new-way>New way</h2><ol>
<li class="step">
<p>Read the brief <small class="step-note">2 min · AI</small></p>
<p>More on it.</p>
</li>
<li>
<p>Decide</p>
</li>
</ol>
<h2 id="steps" steps>Steps</h2><ul>
<li>not a step (3 min)</li>
</ul>
<ol>
<li class="step">a step <small class="step-note">3 min</small></li>
</ol>
"#);
    insta::assert_snapshot!(messages(&page), @r#"
warn[PB230] 12:4 "Copy it (see below)": nothing says whether this step is removed or kept @ Copy it (see below)
warn[PB231] 13:4 "habit" is no limit that a step existed for @ Mail it - removed: habit
"#);
}

#[test]
fn only_a_redesign_has_to_tag_its_old_steps() {
    let text = "## Before\n\n1. One\n2. Two\n";
    assert_eq!(messages(&page("fluency", text)), "");
    assert_eq!(page("redesign", text).diagnostics.len(), 2);
}

#[test]
fn a_note_with_emphasis_in_it_counts_and_stays_where_it_is() {
    let page = page(
        "judgment",
        "## Check before you use it\n\n- [ ] It adds up (source: the view *Source of number*)\n",
    );
    let [check] = page.excerpts.checks.as_slice() else { panic!("{:?}", page.excerpts.checks) };
    assert_eq!(check.source.as_deref(), Some("the view Source of number"));
    assert!(section(&page, SectionName::Check).contains("(source: the view <em>"));
}

#[test]
fn checks_name_their_source_and_who_makes_them() {
    let page = page(
        "judgment",
        "## Check before you use it\n\n- [ ] The seat *total* equals the contract (source: order form, page 2; by: renewals manager).\n\
         - [x] Dates (as of\n  today) match (Source:\n  CRM)\n- A second person agrees (by: the manager)\n- Plain (really)\n",
    );
    insta::assert_snapshot!(lines(&page.excerpts.checks), @r#"
1 by: "renewals manager"
1 source: "order form, page 2"
1 text: "The seat total equals the contract"
2 source: "CRM"
2 text: "Dates (as of today) match"
3 by: "the manager"
3 text: "A second person agrees"
4 text: "Plain (really)"
"#);
    insta::assert_snapshot!(section(&page, SectionName::Check), @r#"
<ul>
<li class="check">The seat <em>total</em> equals the contract <small class="check-note">Source: order form, page 2</small> <small class="check-note">By: renewals manager</small></li>
<li class="check">Dates (as of
today) match <small class="check-note">Source: CRM</small></li>
<li class="check">A second person agrees <small class="check-note">By: the manager</small></li>
<li class="check">Plain (really)</li>
</ul>
"#);
    let contract = &page.card.as_ref().unwrap().contract;
    assert!(contract.sourced_check && contract.second_person);
}

#[test]
fn what_may_be_pasted_is_found_in_lines_and_lists() {
    let found = |text: &str| {
        let page = page("fluency", &format!("## Before you start\n\n{text}"));
        let excerpts = &page.excerpts;
        let contract = &page.card.as_ref().unwrap().contract;
        let boundary = contract.may_paste && contract.never_paste;
        format!("{:?} {:?} {boundary}", excerpts.may_paste, excerpts.never_paste)
    };
    insta::assert_snapshot!(found("May paste: account name,\nusage.\nNever paste: e-mails.\n\nOther text.\n"), @r#"["account name, usage."] ["e-mails."] true"#);
    insta::assert_snapshot!(found("- **May paste:** account *name*\n- **Never paste**: e-mails\n  and terms\n- Something else\n"), @r#"["account name"] ["e-mails and terms"] true"#);
    insta::assert_snapshot!(found("May paste:\n\n- account name\n- usage\n\n**Never paste:**\n- e-mails\n\nEnd.\n\n- no line of it\n"), @r#"["account name", "usage"] ["e-mails"] true"#);
    insta::assert_snapshot!(found("* Never paste:\n  * e-mails\n  * terms\n* May paste: x\n"), @r#"["x"] ["e-mails", "terms"] true"#);
    insta::assert_snapshot!(found("You maypaste: x\n\nMay paste:\n"), @"[] [] false");
}

#[test]
fn sections_are_cut_named_and_joined() {
    let page = page(
        "fluency",
        "Lead.\n\n## \u{1F4A1} WHEN?\n\n- A renewal is near. Then act.\n\n## Steps:\n\n1. One\n\n## Else\n\nMore.\n\n## How\n\n1. Two\n\n## Steps\n\n1. Three\n\n## Not for\n\n## Checks\n\n<!-- later -->\n",
    );
    insta::assert_snapshot!(body(&page), @r##"
<p>Lead.</p>
<h2 id="-when" when>💡 WHEN?</h2><ul>
<li>A renewal is near. Then act.</li>
</ul>
<h2 id="steps" steps>Steps:</h2><ol>
<li>One</li>
</ol>
<h3 id="how">How <a class="anchor" href="#how" aria-label="Link to: How"></a></h3>
<ol>
<li>Two</li>
</ol>
<h3 id="steps-1">Steps <a class="anchor" href="#steps-1" aria-label="Link to: Steps"></a></h3>
<ol>
<li>Three</li>
</ol>
<h2 id="else" >Else</h2><p>More.</p>
<h2 id="not-for" not-for>Not for</h2><h2 id="checks" check>Checks</h2>
"##);
    let contract = &page.card.as_ref().unwrap().contract;
    insta::assert_snapshot!(format!("{:?} thin {:?} trigger {:?}", contract.present, contract.thin, contract.trigger), @r#"{When, Steps} thin {NotFor, Check} trigger Some("A renewal is near.")"#);
    let anchors = &page.card.as_ref().unwrap().anchors;
    for anchor in anchors.names() {
        assert!(body(&page).contains(&format!("id=\"{anchor}\"")), "{anchor}");
    }
    assert!(anchors.contains("steps") && anchors.contains("steps-1") && anchors.contains("how"));
}

#[test]
fn the_first_sentence_is_prose() {
    let first = |text: &str| {
        let page = page("fluency", text);
        page.card.as_ref().unwrap().first_sentence.clone().unwrap_or_default()
    };
    assert_eq!(
        first(
            "![only](i.png)\n\n- a list\n\n> a quote\n\nThe ![x](y.png) *first* one. The second.\n"
        ),
        "The first one."
    );
    assert_eq!(
        first("## Head\n\nMay paste: x\n\n```\ncode\n```\n\nUse e.g. `x`! Then y.\n"),
        "Use e.g. x!"
    );
    assert_eq!(first("- only a list\n"), "");
}

#[test]
fn near_duplicates_have_near_sketches() {
    let words: String = (0..120).map(|n| format!("word{} ", n * 13 % 97)).collect();
    let sketch = |text: &str| page("fluency", text).sketch.clone();
    let (one, two) = (sketch(&words), sketch(&format!("## Head\n\n{words}")));
    assert_eq!(one.len(), 32);
    let equal = one.iter().zip(two.iter()).filter(|(one, two)| one == two).count();
    assert!(equal >= 26, "{equal}");
    assert!(sketch("Too short.").is_empty());
}

#[test]
fn names_in_blocks_are_plain_text() {
    let page = page(
        "judgment",
        "```prompt name=\"</title><script>alert(1)</script>\"\n<b>{{x}}</b> {{ 7*7 }}\n```\n\n- x: <script>alert(1)</script>, e.g. \"><svg>\n\n```caught\nAI said: <script>x</script>\nIn fact: &amp; [a](javascript:x)\nNoticed because: {{ 7*7 }}\n```\n",
    );
    let prompt = &page.excerpts.prompts[0];
    assert_eq!(prompt.name.as_deref(), Some("</title><script>alert(1)</script>"));
    assert_eq!(prompt.blanks[0].label, "<script>alert(1)</script>");
    assert_eq!(page.excerpts.caught[0].said, "<script>x</script>");
    assert_eq!(page.excerpts.caught[0].fact, "&amp; [a](javascript:x)");
    assert_eq!(body(&page), "<prompt 0><caught 0>");
}
