//! PB128 layer-file: a layer's file is named after one of the three.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB128", "layer-file", Error, "pb128_layer_file.md");

/// Another name.
pub fn other(place: Place, id: &str, near: Option<&str>) -> Diagnostic {
    let found = RULE
        .at(place, text!("\"{id}\" is no layer: there are fluency, judgment and redesign", id))
        .label("the file name is the layer");
    match near {
        Some(near) => found.help(text!("name the file `content/layers/{near}.md`", near)),
        None => {
            found.help("name the file `fluency.md`, `judgment.md` or `redesign.md`, or move it")
        }
    }
}
