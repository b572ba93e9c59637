//! Addresses in the site. Everything is a flat file with relative links, so
//! that one folder works at a domain's root, below a path and from a disk.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::domain::Kind;

/// The path of one file of the site: `workflows/renewal-prep.html`. No leading
/// slash, no `..`, parts divided by `/`, not percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

/// What may not stand in the path of an address as it is.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    // In the first name of a relative address it would end a scheme.
    .add(b':');

/// A byte that stands for itself in any address: most routes have no other.
fn is_plain(byte: u8) -> bool {
    // `-`, `.` and `/` come right before the digits. Without branches, many bytes
    // are looked at together.
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    is_letter | (byte.wrapping_sub(b'-') <= b'9' - b'-') | (byte == b'_')
}

impl Route {
    /// A route that the program made up itself; content goes through
    /// [`Route::page`] or a checked source path.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The page of a document.
    pub fn page(kind: Kind, id: &str) -> Self {
        match kind {
            Kind::Home => Self::new("index.html"),
            _ => Self::new(format!("{}/{id}.html", kind.folder())),
        }
    }

    /// The markdown twin of a page.
    pub fn twin(kind: Kind, id: &str) -> Self {
        match kind {
            Kind::Home => Self::new("index.md"),
            _ => Self::new(format!("{}/{id}.md", kind.folder())),
        }
    }

    /// The list of all pages of a kind: `drills.html`.
    pub fn list(kind: Kind) -> Self {
        Self::new(format!("{}.html", kind.folder()))
    }

    /// The path from the site's root as it stands in an address.
    pub fn encoded(&self) -> String {
        self.relative_to(&Self::new(""))
    }

    /// The path from the site's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a file of this path is the page of a document: in the folder of a
    /// kind, as HTML.
    pub fn is_page(path: &str) -> bool {
        path.split_once('/').is_some_and(|(folder, file)| {
            Kind::of_folder(folder).is_some() && file.ends_with(".html")
        })
    }

    /// Whether it stays inside the site: every name in it is a plain one.
    pub fn is_safe(&self) -> bool {
        // File systems take names of up to 255 bytes.
        let plain = |name: &str| {
            !matches!(name, "" | "." | "..") && !name.contains(['\\', '\0']) && name.len() <= 255
        };
        self.0.split('/').all(plain)
    }

    /// What leads from a page at this route to the site's root: `../` or
    /// nothing.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The whole address, in a site at the address `base`; the first page is the
    /// site's folder.
    pub fn absolute(&self, base: &str) -> String {
        let path = self.relative_to(&Self::new(""));
        format!("{base}/{}", if path == "index.html" { "" } else { &path })
    }

    /// The percent-encoded relative address of this route, seen from another.
    pub fn relative_to(&self, from: &Self) -> String {
        // `/` is never a part of another character.
        let (mut shared, mut ups) = (0, 0);
        for folder in memchr::memchr_iter(b'/', from.0.as_bytes()) {
            let is_shared =
                ups == 0 && from.0.get(..=folder).is_some_and(|it| self.0.starts_with(it));
            if is_shared {
                shared = folder + 1;
            } else {
                ups += 1;
            }
        }
        let down = self.0.get(shared..).unwrap_or_default();
        let mut address = String::with_capacity(3 * ups + down.len());
        (0..ups).for_each(|_| address.push_str("../"));
        // Most addresses have nothing to encode, and are copied in one go.
        if down.bytes().fold(true, |all, byte| all & is_plain(byte)) {
            address.push_str(down);
        } else {
            address.extend(utf8_percent_encode(down, RESERVED));
        }
        address
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Route {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for Route {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}
