//! Finds a quote in the text that it was taken from: white space of any length
//! matches any other. Each quote is looked for in one pass over the text, however
//! long both are.

use memchr::memmem;

/// A text that quotes are looked for in.
pub(super) struct QuotableText<'a> {
    text: &'a str,
    /// The text with one space between its words.
    line: String,
    /// Where each word starts in `line`, and in `text`.
    words: Vec<(usize, usize)>,
}

impl<'a> QuotableText<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        // Text and quote are brought to one form, so that one search with `memmem` does: going on
        // from each place where the first word stands took the product of both lengths.
        let mut line = String::with_capacity(text.len());
        let mut words = Vec::new();
        let mut at = 0;
        for word in text.split(char::is_whitespace) {
            if !word.is_empty() {
                if !line.is_empty() {
                    line.push(' ');
                }
                words.push((line.len(), at));
                line.push_str(word);
            }
            let after = text.get(at + word.len()..).unwrap_or_default();
            at += word.len() + after.chars().next().map_or(0, char::len_utf8);
        }
        Self { text, line, words }
    }

    /// The quote as it stands in the text, or how often it occurs there. Quotation
    /// marks around it and line ends in it do not count.
    pub(super) fn quote(&self, written: &str) -> Result<String, usize> {
        let bare = written
            .trim_start_matches(['"', '\u{201C}', '\u{201E}', '\u{AB}'])
            .trim_end_matches(['"', '\u{201D}', '\u{201C}', '\u{BB}'])
            .trim();
        let mut times = 0;
        // As written first: the marks may be a part of the text.
        for wanted in [written, bare] {
            match self.occurrence(wanted) {
                Ok(quote) => return Ok(quote.to_owned()),
                Err(found) => times = found,
            }
        }
        Err(times)
    }

    /// The only occurrence, or how many there are.
    fn occurrence(&self, wanted: &str) -> Result<&'a str, usize> {
        let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
        if wanted.is_empty() {
            return Err(0);
        }
        let finder = memmem::Finder::new(&wanted);
        let line = self.line.as_bytes();
        let start = finder.find(line).ok_or(0_usize)?;
        // The next one may begin inside the first.
        let rest = line.get(start + 1..).unwrap_or_default();
        if finder.find(rest).is_some() {
            // Counted without overlaps, which may give one.
            return Err(finder.find_iter(line).count().max(2));
        }
        let (start, end) = (self.original(start), self.original(start + wanted.len()));
        self.text.get(start..end).ok_or(0)
    }

    /// Where a byte of the line is in the text; the end of a word belongs to it.
    fn original(&self, at: usize) -> usize {
        let word = self.words.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.words.get(word).map_or(0, |(line, text)| text + (at - line))
    }
}

#[cfg(test)]
mod tests {
    use super::QuotableText;

    #[test]
    fn a_quote_occurs_once_whatever_the_line_ends() {
        let text = "Usage grew 12 %\nin March. Usage fell in May.";
        let quote = |written: &str| QuotableText::new(text).quote(written);
        assert_eq!(quote("12 % in March"), Ok("12 %\nin March".to_owned()));
        assert_eq!(quote("\u{201C}fell in May\u{201D}"), Ok("fell in May".to_owned()));
        assert_eq!(quote("Usage"), Err(2));
        assert_eq!(quote("April"), Err(0));
        assert_eq!(quote(""), Err(0));
    }

    #[test]
    fn occurrences_that_overlap_are_two() {
        let quote =
            |written: &str| QuotableText::new("a  a\u{a0}a b\u{2003}\u{e9} c").quote(written);
        assert_eq!(quote("a a"), Err(2));
        assert_eq!(quote("a b \u{e9}"), Ok("a b\u{2003}\u{e9}".to_owned()));
    }
}
