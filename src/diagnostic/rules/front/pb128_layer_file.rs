//! PB128 layer-file: a layer's file is named after one of the three.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB128", "layer-file", Error, "pb128_layer_file.md");

/// Another name.
pub fn other(place: Place, id: &str, near: Option<&str>) -> Diagnostic {
    let near = near.unwrap_or("fluency");
    RULE.at(place, text!("\"{id}\" is no layer: there are fluency, judgment and redesign", id))
        .label("the file name is the layer")
        .help(text!("name the file `content/layers/{near}.md`", near))
}
