//! Blocks of plausible code: an opening, pieces and a closing of one language, filled with
//! identifiers, numbers and phrases. In templates `%a` `%b` `%c` are names of the whole block
//! and `%T` its type; `%x` `%y` are new in every piece, as are `%n` (number), `%q` (word) and
//! `%p` (phrase). Deliberately absent: code that means something.

use std::fmt::Write as _;

use super::{
    code_templates::{Language, Names, Template},
    prose::{Prose, capitalise},
};

/// Lines of the shortest and the longest block.
const LINES: (usize, usize) = (5, 30);

/// One block with its fences.
pub fn block(prose: &mut Prose) -> String {
    let language = Language::any(&mut prose.random);
    let names = Block::new(prose, language.names);
    let wanted = prose.random.between(LINES.0, LINES.1);
    let (opening, closing) =
        (prose.random.pick(language.openings), prose.random.pick(language.closings));
    let mut lines = opening.lines().count() + closing.lines().count();
    let mut text = format!("```{}\n", language.fence);
    names.fill(prose, opening, &mut text);
    while lines < wanted {
        let piece = prose.random.pick(language.pieces);
        lines += piece.lines().count();
        if lines > LINES.1 {
            break;
        }
        names.fill(prose, piece, &mut text);
    }
    names.fill(prose, closing, &mut text);
    text.push_str("```\n");
    text
}

/// The names that a whole block shares.
struct Block {
    form: Names,
    shared: [String; 3],
    kind: String,
}

impl Block {
    fn new(prose: &mut Prose, form: Names) -> Self {
        let kind = capitalise(prose.term()) + &capitalise(prose.term());
        Self { form, shared: [name(prose, form), name(prose, form), name(prose, form)], kind }
    }

    /// Appends `template` with every mark filled in.
    fn fill(&self, prose: &mut Prose, template: Template, text: &mut String) {
        let fresh = [name(prose, self.form), name(prose, self.form)];
        let [a, b, c] = &self.shared;
        let [x, y] = &fresh;
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            let mut letters = after.chars();
            match letters.next() {
                Some('a') => text.push_str(a),
                Some('b') => text.push_str(b),
                Some('c') => text.push_str(c),
                Some('x') => text.push_str(x),
                Some('y') => text.push_str(y),
                Some('T') => text.push_str(&self.kind),
                Some('q') => text.push_str(prose.term()),
                Some('p') => text.push_str(&prose.phrase(2, 6)),
                Some('n') => {
                    let _ = write!(text, "{}", prose.random.between(2, 900));
                }
                other => text.extend(['%'].into_iter().chain(other)),
            }
            rest = letters.as_str();
        }
        text.push_str(rest);
        text.push('\n');
    }
}

/// An identifier of one or two words, as the language writes them.
fn name(prose: &mut Prose, form: Names) -> String {
    let (first, second) = (prose.term(), prose.term());
    match form {
        _ if prose.random.one_in(4) => format!("{first}{}", prose.random.between(2, 99)),
        Names::Snake => format!("{first}_{second}"),
        Names::Camel => format!("{first}{}", capitalise(second)),
        Names::Kebab => format!("{first}-{second}"),
    }
}
