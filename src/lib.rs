//! **playbook** turns a folder of markdown write-ups into a company's AI
//! playbook: a static site. The generator is a pure function of a value,
//! `Sources -> Site`, made of one folder per stage of the data flow; each
//! exports one verb and the type it makes.
//!
//! ```text
//! domain                  the vocabularies of a playbook
//! address                 where everything lies in the site
//! platform                what differs between operating systems
//! config        parse     playbook.toml bytes         -> Config
//! source        load      disk, or a git revision     -> Sources
//! document      parse     one file's bytes            -> Document
//! model         assemble  every document's Card       -> Playbook
//! index         derive    Playbook                    -> Indexes
//! check         run       Playbook                    -> Diagnostics
//! page          plan      Playbook, Indexes, documents -> Views
//! search        build     documents' words, Playbook  -> Index
//! render        render    one View + theme            -> bytes
//! engine, memo  build     the composition, and its memory -> Build
//! change        compare   two Builds                  -> Change
//! emit          write     Site                        -> disk
//! serve         run       wait, reload, build, show   -> a folder or a browser
//! letter        read      what readers send           -> its answers
//! starter       files     the choices of a new playbook -> its files
//! edit          create    files                       -> sources on the disk
//! upkeep        rename    Sources, their Build        -> sources to change
//! import        import    files of other tools        -> unfinished pages
//! cli           run       one file per command
//! ```

pub mod domain;

pub mod address;

pub mod platform;

pub mod by_name;
pub mod diagnostic;
mod fill_in;
pub mod memo;

pub mod language;

pub mod letter;

pub mod config;
pub mod source;

pub mod document;

pub mod model;

pub mod index;

pub mod check;

pub mod page;

pub mod search;

pub mod render;

pub mod engine;

pub mod change;

pub mod emit;

pub mod serve;

pub mod edit;
pub mod import;
pub mod starter;
pub mod upkeep;

pub mod cli;
