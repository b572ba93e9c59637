//! The front matter of a workflow.

use crate::domain::field::Field;
use crate::domain::reading::{
    CautiousFlag, CautiousGroup, Choice, ChoiceOrDefault, Count, Day, Days, FieldKind, Flag, Group,
    Groups, Id, Ids, OneLayer, People, Record, Required, Rung, Text, Texts, Values, Words, record,
};
use crate::domain::vocabulary::{EvidenceSource, Per, RepeatResult, Stakes};

record! {
    /// What the front matter of a workflow says. Title and summary are on the card.
    WorkflowFront {
        /// Who it is for: roles by file name, name or alias, or `everyone`.
        roles: Ids = "[sales]", new "", gap "the roles that it is for, or `everyone`", names Role;
        /// What a colleague gains from it: exactly one layer.
        layer: OneLayer = "judgment", new "";
        /// The same job in another layer or role has the same text here.
        job: Text = "renewal-prep", new "";
        /// The colleague or desk to ask, by file name.
        owner: Id = "m-osei", new "", gap "the colleague or desk to ask, by file name", names Person;
        /// The highest rung of the data ladder that may go in.
        data: Rung = "internal", new "", gap "what may go in at most";
        /// The day somebody last ran it from end to end.
        verified: Day = "2026-09-30", new "", gap "the day of the last full run";
        /// The day the page was begun.
        written: Day = "2026-09-16";
        /// The tools it needs, by file name, name or alias.
        tools: Ids = "[assistant]", new "[]", names Tool;
        /// What a mistake would cost; high stakes want a second person's check.
        stakes: ChoiceOrDefault<Stakes> = "high";
        /// The model or version on the day of `verified`.
        verified_with: Text = "Assistant 4.2";
        /// Who runs it and how often, in words.
        byline: Text = "M. Osei, renewals, runs it twice a week";
        /// How long it stays good, where its stakes are not to decide that.
        review_every: Days = "90d";
        /// Colleagues who tried it, each with the result.
        repeated_by: Groups<Repeat>;
        /// Minutes of work before and after.
        minutes: Group<Minutes>;
        /// What people no longer do.
        stopped: Texts = "[Copying figures by hand]";
        /// What they do with the time instead.
        instead: Texts = "[One more call with the customer]";
        /// A redesign that is still being built: since when, until when, by whose leave.
        rebuilding: Group<Rebuilding>;
        /// What was measured, each figure with its number of cases.
        evidence: Groups<Evidence>;
        /// Workflows that a reader should know first.
        builds_on: Ids = "[call-notes]", names Workflow;
        /// Workflows to go on with.
        next: Ids = "[renewal-forecast]", names Workflow;
        /// Words people search for that the text does not use.
        keywords: Words = "[churn, contract]";
        /// Questions for the question bank.
        interview: Texts = "[When did you last overrule it?]";
        /// An example of what a page looks like: nobody here has run it, so that it needs no
        /// `verified`. Whoever runs it first takes the line out.
        example: Flag = "true";
        /// Stops the page at once: its prompts are withheld, and readers are told why. What cannot
        /// be read stops it too.
        hold: CautiousGroup<Hold>;
        /// What was wrong in it and was mended: told for 90 days, and to whoever copied the prompt.
        corrected: Groups<Correction>;
        /// Set when nobody should use it any more.
        retired: Group<Retired>;
        /// Keeps the page, its pictures and downloads unpublished.
        draft: CautiousFlag = "true";
    }
}

record! {
    /// One colleague's repeat of a workflow.
    Repeat {
        /// A person or desk, or who it was in words.
        who: Required<Text> = "t-brandt", names Person;
        /// How many people that is, where it is more than one.
        n: People = "1";
        /// The day they ran it.
        date: Required<Day> = "2026-10-14";
        /// How the repeat ended.
        result: Required<Choice<RepeatResult>> = "worked";
        /// What they want to say about it.
        note: Text = "The tone needed one more pass";
    }
}

record! {
    /// Minutes of work before and after.
    Minutes {
        /// Minutes the old way took.
        before: Required<Count> = "90";
        /// Minutes the new way takes.
        after: Required<Count> = "25";
        /// How often they are spent.
        per: ChoiceOrDefault<Per> = "week";
    }
}

record! {
    /// A redesign that is still being built.
    Rebuilding {
        /// The first day of it.
        since: Day = "2026-09-01";
        /// The last day that was agreed.
        until: Day = "2026-12-31";
        /// Who gave the room for it.
        room_from: Text = "Head of sales";
    }
}

record! {
    /// One figure that was measured.
    Evidence {
        /// What it is that was measured.
        what: Required<Text> = "Time from ticket to answer";
        /// The value before, with its unit.
        from: Required<Text> = "2.4 h";
        /// The value after, with its unit.
        to: Required<Text> = "0.9 h";
        /// How many cases that is.
        n: Required<Count> = "31";
        /// Over which time it was measured.
        period: Text = "May to July 2026";
        /// Who or what says so.
        source: Choice<EvidenceSource> = "system";
    }
}

record! {
    /// Why and since when nobody should use a page, until it is mended.
    #[derive(Default)]
    Hold or "reason" {
        /// The day it was stopped.
        date: Day = "2026-11-24";
        /// The reason, in words for readers.
        reason: Text = "It leaves out the discount since the update";
        /// The workflow to use meanwhile.
        instead: Id = "call-notes", names Workflow;
    }
}

record! {
    /// Something that was wrong in a page, and was mended.
    Correction {
        /// The day it was mended.
        date: Required<Day> = "2026-11-24";
        /// The first day on which it was wrong.
        wrong_since: Day = "2026-11-02";
        /// What was wrong, in words for readers.
        what: Required<Text> = "The prompt left out the discount";
        /// Advice to whoever used it.
        remedy as "do": Text = "Check the offers you sent in November";
    }
}

record! {
    /// Why and since when a page is retired.
    Retired or "date" {
        /// The day it was retired.
        date: Day = "2026-05-31";
        /// Why nobody should use it.
        reason: Text = "The CRM does this itself now";
        /// The workflow to use instead.
        replaced_by: Id = "renewal-prep", names Workflow;
    }
}
