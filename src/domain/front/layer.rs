//! The front matter of a layer.

use crate::domain::field::Field;
use crate::domain::reading::{FieldKind, Record, Text, Values, Words, record};

record! {
    /// What the front matter of a layer says.
    LayerFront {
        /// The layer in two words.
        subtitle: Text = "Use it";
        /// Words people search for that the text does not use.
        keywords: Words = "[basics]";
    }
}
