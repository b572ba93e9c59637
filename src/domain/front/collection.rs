//! The front matter of a collection: a path of pages with checkpoints.

use crate::domain::field::Field;
use crate::domain::reading::{
    Count, FieldKind, Groups, Id, Ids, Record, Required, Text, Texts, Values, Words, record,
};

record! {
    /// What the front matter of a collection says.
    CollectionFront {
        /// Who it is for: roles by file name, name or alias, or `everyone`.
        roles: Ids = "[sales]", new "", names Role;
        /// The person or desk that keeps it good.
        curator: Id = "enablement-desk", new "", names Person;
        /// How many days it takes; below 60 builds no habit.
        days: Count = "60", new "60";
        /// What people do differently at the end.
        target_behaviours: Texts = "[Checks every figure against its source]", new "[]";
        /// What to do until which day.
        checkpoints: Groups<Checkpoint>, new "[]";
        /// Why a layer has no item.
        because: Text = "Redesign comes in the second quarter", new "nobody has filled it in yet";
        /// Words people search for that the text does not use.
        keywords: Words = "[onboarding]";
    }
}

record! {
    /// One checkpoint of a collection.
    Checkpoint {
        /// The day of the programme.
        day: Required<Count> = "14";
        /// What people do by then, as a behaviour.
        goal: Text = "Prepares every renewal with the brief";
        /// Workflows by file name, and drills as `drill:ID`.
        items as "do": Ids = "[renewal-prep, drill:renewal-brief]", names Workflow | Drill;
        /// What to show the coach.
        evidence: Text = "Two briefs with their checks";
        /// What the coach asks.
        coach_asks: Text = "Where did you overrule it?";
        /// What the manager asks.
        manager_asks: Text = "What do you do with the time?";
    }
}
