//! The words of one language: section names with their aliases, status
//! sentences, labels. One TOML file per language, compiled in.
