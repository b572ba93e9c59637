//! Reads what is to be imported: a file with what lies beside it, or a folder. What
//! cannot be read is told file by file, and the rest goes on. Links are never followed.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

use super::converter::{self, ConversionError, Converted};
use crate::import::{About, Format, GivenFile, Material, Note, Refusal};

/// Files that one import looks at.
const MAX_FILES: usize = 10_000;

/// Folders in folders.
const MAX_DEPTH: usize = 30;

/// Bytes of a document, most of which are its pictures.
const MAX_DOCUMENT_BYTES: u64 = 200 << 20;

/// How a document of Word begins that has a password, or is older than `.docx`.
const OLD_OR_LOCKED: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// How the zip archives begin that documents are.
const ARCHIVE: [u8; 2] = *b"PK";

/// Everything that was found.
#[derive(Default)]
pub(super) struct Gathered {
    pub material: Material,
    pub refused: Vec<Refusal>,
    /// Where each attachment lies.
    pub attachments: BTreeMap<String, PathBuf>,
    /// Pictures of documents lie in these, until all is over.
    folders: Vec<TempDir>,
}

/// What bounds the reading.
pub(super) struct Bounds {
    pub page_bytes: u64,
    pub conversion: Duration,
}

/// More files than are looked at.
pub(super) struct TooManyFiles;

/// Reads a folder with everything in it, or one file. Paths count from `root`, which is
/// the folder itself, or that of the playbook that it is a part of.
pub(super) fn gather(
    named: &Path,
    root: &Path,
    is_playbook: bool,
    bounds: &Bounds,
) -> Result<Gathered, TooManyFiles> {
    let mut gathered = Gathered::default();
    gathered.material.is_playbook = is_playbook;
    let is_folder = named.is_dir();
    // Pictures of one file lie beside it, or in a folder there.
    let (start, depth) = if is_folder { (named, MAX_DEPTH) } else { (parent(named), 2) };
    let is_content = |entry: &DirEntry| {
        let path = relative(entry.path(), root);
        // Of a playbook neither its theme nor the site that was built of it.
        !is_playbook || ["content", "static"].iter().any(|folder| is_below(&path, folder))
    };
    let is_shown =
        |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name()) && is_content(entry);
    let entries = WalkDir::new(start).max_depth(depth).sort_by_file_name().into_iter();
    let mut count = 0;
    for entry in entries.filter_entry(is_shown).flatten() {
        if !entry.file_type().is_file() {
            continue;
        }
        count += 1;
        if count > MAX_FILES && is_folder {
            return Err(TooManyFiles);
        }
        let path = relative(entry.path(), root);
        // `notes.txt` is found as `./notes.txt`.
        let is_named = entry.depth() == 1 && Some(entry.file_name()) == named.file_name();
        if !is_folder && is_named && format_of(named).is_none() {
            gathered.refused.push(no_page(&path));
        } else if is_folder || is_named {
            gathered.take(path, entry.path(), bounds);
        } else if count <= MAX_FILES && format_of(entry.path()).is_none() {
            gathered.attach(path, entry.path().to_owned());
        }
    }
    Ok(gathered)
}

/// How a file is read.
#[derive(Clone, Copy)]
enum Reading {
    Plain(Format),
    Converted(Format, &'static str),
}

fn format_of(path: &Path) -> Option<Reading> {
    Some(match ending(path).as_str() {
        "md" | "markdown" | "mdx" => Reading::Plain(Format::Markdown),
        "txt" | "text" => Reading::Plain(Format::Text),
        "html" | "htm" | "xhtml" => Reading::Converted(Format::Html, "html"),
        "docx" => Reading::Converted(Format::Document, "docx"),
        "odt" => Reading::Converted(Format::Document, "odt"),
        _ => return None,
    })
}

/// A file that no page can be made of, whatever is in it.
pub(super) fn no_page(path: &str) -> Refusal {
    let help =
        advice(path).unwrap_or("files that end in .md, .txt, .html, .docx or .odt are taken");
    Refusal::content(path, "files of this kind cannot be read", help)
}

/// What to do with a document that is not read as it is.
pub(super) fn advice(path: &str) -> Option<&'static str> {
    match ending(Path::new(path)).as_str() {
        "doc" | "dot" | "rtf" | "pages" | "wpd" | "docm" => {
            Some("save it as .docx and import that")
        }
        "pdf" | "ppt" | "pptx" | "key" | "odp" | "one" | "epub" => {
            Some("copy its text into a .txt file, or save it as .docx, and import that")
        }
        "zip" | "tar" | "gz" => Some("unpack it and import the folder"),
        _ => None,
    }
}

impl Gathered {
    fn attach(&mut self, path: String, lies_at: PathBuf) {
        self.material.attachments.insert(path.clone());
        self.attachments.insert(path, lies_at);
    }

    fn take(&mut self, path: String, lies_at: &Path, bounds: &Bounds) {
        let taken = match format_of(lies_at) {
            Some(Reading::Plain(format)) => plain(&path, lies_at, format, bounds),
            Some(Reading::Converted(format, from)) => {
                self.convert(&path, lies_at, format, from, bounds)
            }
            None => return self.attach(path, lies_at.to_owned()),
        };
        match taken {
            Ok(file) => self.material.files.push(file),
            Err(refusal) => self.refused.push(refusal),
        }
    }

    fn convert(
        &mut self,
        path: &str,
        lies_at: &Path,
        format: Format,
        from: &str,
        bounds: &Bounds,
    ) -> Result<GivenFile, Refusal> {
        let limit = if format == Format::Html { bounds.page_bytes } else { MAX_DOCUMENT_BYTES };
        let bytes = read(path, lies_at, limit)?;
        if format == Format::Document {
            look_like_document(path, &bytes)?;
        }
        let absolute = std::path::absolute(lies_at).unwrap_or_else(|_| lies_at.to_owned());
        let converted = converter::convert(&absolute, from, bounds.conversion)
            .map_err(|error| not_converted(path, &error, bounds))?;
        let Converted { text, findings, said, pictures, folder } = converted;
        let base = match format {
            Format::Html => path.to_owned(),
            _ => format!("{path}/document"),
        };
        for (address, lies_at) in pictures {
            self.attach(format!("{path}/{address}"), lies_at);
        }
        self.folders.push(folder);
        let mut file = GivenFile {
            path: path.to_owned(),
            format,
            text,
            base,
            keys: Vec::new(),
            notes: Vec::new(),
        };
        for (kind, text) in findings {
            tell(&mut file, &kind, text);
        }
        let why = "what the converter said";
        file.notes.extend(said.iter().map(|it| Note::left_out(About::Converter, it, why)));
        Ok(file)
    }
}

/// A finding of the filter becomes a key or a note.
fn tell(file: &mut GivenFile, kind: &str, text: String) {
    let note = match kind {
        "comment" => Note::left_out(About::Comment, text, "a comment in the document"),
        "deletion" => Note::left_out(About::Change, text, "deleted by a tracked change"),
        "insertion" => Note::taken(About::Change, text, "inserted by a tracked change"),
        "heading-row" => {
            let why = "the converter may have lost it: look it up in the document";
            Note::left_out(About::Words, text, why)
        }
        "picture" => {
            let why = "it stands in the text itself: save it as a file beside the page";
            Note::left_out(About::Picture, text, why)
        }
        _ => {
            let key = kind.strip_prefix("key ").unwrap_or(kind).to_owned();
            return file.keys.push((key, text));
        }
    };
    file.notes.push(note);
}

fn plain(
    path: &str,
    lies_at: &Path,
    format: Format,
    bounds: &Bounds,
) -> Result<GivenFile, Refusal> {
    let bytes = read(path, lies_at, bounds.page_bytes)?;
    let Ok(text) = String::from_utf8(bytes) else {
        let help = "open it and save it with the encoding UTF-8";
        return Err(Refusal::content(path, "it is no text in UTF-8", help));
    };
    let (keys, notes) = (Vec::new(), Vec::new());
    Ok(GivenFile { path: path.to_owned(), format, text, base: path.to_owned(), keys, notes })
}

fn read(path: &str, lies_at: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: std::io::Error| {
        Refusal::environment(path, format!("it cannot be read: {error}"), "look at its permissions")
    };
    let size = std::fs::metadata(lies_at).map_err(unreadable)?.len();
    if size > limit {
        let why = format!("it has {size} bytes, and a file may have {limit}");
        let help = "cut it into one file for each job, and import those";
        return Err(Refusal::content(path, why, help));
    }
    let bytes = std::fs::read(lies_at).map_err(unreadable)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::content(path, "it is empty", "nothing is lost: delete it"));
    }
    Ok(bytes)
}

fn look_like_document(path: &str, bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(&OLD_OR_LOCKED) {
        let why = "it has a password, or it is a document of an older Word";
        let help = "open it, save it as .docx without a password, and import that";
        return Err(Refusal::content(path, why, help));
    }
    if !bytes.starts_with(&ARCHIVE) {
        let why = "it is no document, whatever its name says";
        let help = "open it in the program that made it and save it as .docx";
        return Err(Refusal::content(path, why, help));
    }
    Ok(())
}

fn not_converted(path: &str, error: &ConversionError, bounds: &Bounds) -> Refusal {
    match error {
        ConversionError::Missing => Refusal::environment(
            path,
            "the program that converts it, pandoc, is not on this computer",
            converter::HOW_TO_INSTALL,
        ),
        ConversionError::TooSlow => {
            let seconds = bounds.conversion.as_secs();
            let why = format!("pandoc had not converted it after {seconds} s and was stopped");
            let help = "give it longer with --wait SECONDS, or save the document as text";
            Refusal::environment(path, why, help)
        }
        ConversionError::TooLong => {
            let help = "cut it into one document for each job, and import those";
            Refusal::content(path, "its text is longer than any page may be", help)
        }
        ConversionError::Failed(said) => {
            let is_old = said.contains("--sandbox") || said.contains("nknown option");
            let help = if is_old {
                converter::HOW_TO_INSTALL
            } else {
                "open it, save it anew as .docx (without a password), or as text, and import that"
            };
            Refusal::environment(path, format!("pandoc could not convert it: {said}"), help)
        }
        ConversionError::Io(error) => {
            let why = format!("pandoc cannot be started: {error}");
            Refusal::environment(path, why, converter::HOW_TO_INSTALL)
        }
    }
}

/// Left alone: hidden files, what systems put into archives, and Word's locks.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(['.', '~']) || name == "__MACOSX" || name == "node_modules"
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn ending(path: &Path) -> String {
    path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn relative(path: &Path, root: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
}
