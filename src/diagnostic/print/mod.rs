//! Shows diagnostics: to a person, or to a program.
