//! The front matter of a guide.

use crate::domain::field::Field;
use crate::domain::reading::{FieldKind, Flag, Number, Record, Values, Words, record};

record! {
    /// What the front matter of a guide says.
    GuideFront {
        /// Its place among the guides: the lowest comes first.
        order: Number = "10";
        /// Whether it is in the navigation of every page.
        nav: Flag = "true";
        /// Words people search for that the text does not use.
        keywords: Words = "[help]";
    }
}
