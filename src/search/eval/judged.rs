//! A list of queries as a table: a line each, cells divided by tabs, the first
//! line names the columns. `query` and `ideal` are enough; `good` adds pages
//! that also answer, `slice` groups, anything else is a note.

use std::fmt;

use super::super::facets::Facet;
use super::super::query::Filters;

/// A query and the pages that it should find.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Line of the table, from 1.
    pub line: usize,
    /// What kind of query it is.
    pub slice: String,
    /// As written, facets among it.
    pub text: String,
    /// The words, without their facets.
    pub words: String,
    /// From `role:sales` and the like.
    pub filters: Filters,
    /// Any of these is what the person should open; none: nothing is found.
    pub ideal: Vec<String>,
    /// Pages that answer it too.
    pub good: Vec<String>,
}

/// Why a list cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedError {
    /// Its line in the list, from 1.
    pub line: usize,
    /// What is wrong, and what to write.
    pub message: String,
}

impl fmt::Display for JudgedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// Reads a list of judged queries.
pub fn read(text: &str) -> Result<Vec<Judged>, JudgedError> {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let header: Vec<&str> = lines.next().map_or("", |(_, line)| line).split('\t').collect();
    let column = |names: &[&str]| header.iter().position(|name| names.contains(&name.trim()));
    let (Some(query), Some(ideal)) = (column(&["query"]), column(&["ideal", "route"])) else {
        let message = "the first line names the columns, divided by tabs: at least query and ideal";
        return Err(JudgedError { line: 1, message: message.to_owned() });
    };
    let (slice, good) = (column(&["slice"]), column(&["good", "also"]));
    lines
        .map(|(line, text)| {
            let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
            let cell = |column: Option<usize>| {
                column.and_then(|at| cells.get(at)).copied().unwrap_or_default()
            };
            let routes = |cell: &str| cell.split_whitespace().map(str::to_owned).collect();
            let text = cell(Some(query));
            if text.is_empty() {
                let message = "there is no query in this line".to_owned();
                return Err(JudgedError { line, message });
            }
            let (words, filters) = facets(text);
            Ok(Judged {
                line,
                slice: cell(slice).to_owned(),
                text: text.to_owned(),
                words,
                filters,
                ideal: routes(cell(Some(ideal))),
                good: routes(cell(good)),
            })
        })
        .collect()
}

/// The words of a query, and what it chooses of each facet.
fn facets(text: &str) -> (String, Filters) {
    let mut filters = Filters::default();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let chosen = word.split_once(':').and_then(|(facet, id)| {
            let facet = Facet::ALL.into_iter().find(|it| it.as_str() == facet)?;
            Some((filters.get_mut(facet as usize)?, id))
        });
        match chosen {
            Some((ids, id)) => ids.push(id.to_owned()),
            None => words.push(word),
        }
    }
    (words.join(" "), filters)
}
