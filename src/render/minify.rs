//! Built-in style sheets and scripts without what only their writers need. Bytes
//! enter and leave. Deliberately absent: a company's own files, which are
//! published as they are.

/// The style sheet without comments, line ends and the space around marks. The
/// built-in ones have no such marks in their strings.
pub fn css(sheet: &[u8]) -> Vec<u8> {
    let sheet = String::from_utf8_lossy(sheet);
    let mut text = String::with_capacity(sheet.len());
    let mut rest = &*sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A colon after a space begins a selector; sums keep their spaces.
    let marks = [" { ", " {", " }", "} ", "; ", ", ", ": ", " > ", " ~ ", " / "];
    for (loose, tight) in marks.map(|mark| (mark, mark.trim())) {
        squeezed = squeezed.replace(loose, tight);
    }
    squeezed.push('\n');
    squeezed.into_bytes()
}

/// The script without comments and the space between its marks.
pub fn js(script: &[u8]) -> Vec<u8> {
    let script = String::from_utf8_lossy(script);
    let mut squeezed = minifier::js::minify(&script).to_string();
    squeezed.push('\n');
    squeezed.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{css, js};

    #[test]
    fn a_script_says_the_same_in_fewer_bytes() {
        let script = "// a\n\"use strict\";\n\n/** b */\nconst one = (it) => `${it} // c`;\n";
        let squeezed = String::from_utf8(js(script.as_bytes())).unwrap();
        assert_eq!(squeezed, "\"use strict\";const one=(it)=>`${it} // c`;\n");
    }

    #[test]
    fn a_sheet_says_the_same_in_fewer_bytes() {
        let sheet = "/* a */\n.a > b, c :hover { margin: 0 1px; color: red }\n\n@media print {\n  p { top: 0 }\n}\n";
        let squeezed = String::from_utf8(css(sheet.as_bytes())).unwrap();
        assert_eq!(squeezed, ".a>b,c :hover{margin:0 1px;color:red}@media print{p{top:0}}\n");
    }
}
