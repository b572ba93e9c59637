//! Finds pages by words: an index as files that a browser reads a few of, and
//! the same search for the terminal. Documents and the playbook enter; files
//! and results leave. Deliberately absent: how results are shown.

mod build;
mod facets;
mod factors;
mod facts;
mod files;
mod header;
mod passages;
mod record;

mod bucket;
mod coder;
mod keys;
mod lines;
mod normalise;
mod postings;
mod synonyms;
mod terms;
mod vocabulary;

mod script;

mod query;

pub mod eval;

pub use bucket::Files;
pub use build::{Index, SearchMemos, SearchStage, build};
pub use facets::{FACETS, Facet, Facets};
pub use facts::found;
pub use files::{IndexFile, record_route};
pub use header::{BLOCK, FacetData, IndexHeader};
pub use normalise::{Compound, Written, compounds, each_word, plain};
pub use query::{Filters, FoundBy, Query, QueryWord, Results, search};
pub use record::{PageRecord, record, record_key};
pub use terms::{Terms, TermsKey};
