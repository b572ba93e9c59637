//! The text of a mail as it was saved: below its headers, decoded, without what mail
//! programs put around it. Deliberately absent: attachments, HTML, encodings other than
//! quoted-printable.

use std::fmt;

/// Why there is no text to read in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableMail {
    /// Its text is encoded as base64.
    Encoded,
    /// It has no text beside HTML.
    OnlyHtml,
}

impl fmt::Display for UnreadableMail {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Encoded => "the text of this mail is encoded (base64)",
            Self::OnlyHtml => "this mail has no text beside HTML",
        })
    }
}

/// A mail, taken apart.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// Who sent it, if its headers say so.
    pub sender: Option<String>,
    pub text: String,
}

/// Parts within parts that are looked into.
const MAX_DEPTH: usize = 3;

/// Headers that a mail begins with, in the languages of mail programs.
const HEADERS: [&str; 20] = [
    "from",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "sent",
    "reply-to",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "received",
    "return-path",
    "delivered-to",
    "von",
    "an",
    "betreff",
    "datum",
    "gesendet",
];

/// The text of a mail, or of what was copied out of one.
pub(super) fn read(bytes: &[u8]) -> Result<Mail, UnreadableMail> {
    // An encoded mail is ASCII; what is neither UTF-8 was written on an old Windows.
    let raw = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let raw = raw.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut mail = part(&raw, MAX_DEPTH)?;
    mail.text = mail.text.replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ");
    mail.text.retain(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}'));
    Ok(mail)
}

fn part(raw: &str, depth: usize) -> Result<Mail, UnreadableMail> {
    let Some((headers, body)) = headers(raw) else {
        return Ok(Mail { sender: None, text: raw.to_owned() });
    };
    let header =
        |name: &str| headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let sender = header("from").or_else(|| header("von")).map(name_of);
    let kind = header("content-type").unwrap_or_default();
    let lower = kind.to_lowercase();
    if let Some(boundary) = boundary(kind).filter(|_| depth > 0) {
        let between = format!("--{boundary}");
        let parts = body.split(&between).skip(1);
        let mut refused = UnreadableMail::OnlyHtml;
        for text in parts.map(|part| part.trim_start_matches('\n')) {
            match part(text, depth - 1) {
                Ok(mail) if !mail.text.trim().is_empty() && !text.starts_with("--") => {
                    return Ok(Mail { sender, text: mail.text });
                }
                Ok(_) => {}
                Err(why) => refused = why,
            }
        }
        return Err(refused);
    }
    if lower.starts_with("text/html") {
        return Err(UnreadableMail::OnlyHtml);
    }
    let encoding = header("content-transfer-encoding").unwrap_or_default().to_lowercase();
    let text = match encoding.trim() {
        "base64" => return Err(UnreadableMail::Encoded),
        "quoted-printable" => {
            quoted_printable(body, lower.contains("utf-8") || !lower.contains("charset"))
        }
        _ => body.to_owned(),
    };
    Ok(Mail { sender, text })
}

/// Names in lower case with their values, and what is below them.
fn headers(raw: &str) -> Option<(Vec<(String, String)>, &str)> {
    let raw = raw.trim_start_matches('\n');
    // A mailbox has a line of its own above each mail.
    let raw = match raw.split_once('\n') {
        Some((first, rest)) if first.starts_with("From ") => rest,
        _ => raw,
    };
    let (head, body) = raw.split_once("\n\n")?;
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.lines() {
        if line.starts_with([' ', '\t']) {
            let (_, value) = headers.last_mut()?;
            value.push_str(&format!(" {}", line.trim()));
            continue;
        }
        let (name, value) = line.split_once(':')?;
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if !name.chars().all(is_name) {
            return None;
        }
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let known = headers.iter().filter(|(name, _)| HEADERS.contains(&name.as_str())).count();
    // One alone may be a line of the form, such as `Date:`.
    let is_part = headers.iter().any(|(name, _)| name == "content-type");
    (known >= 2 || is_part).then_some((headers, body))
}

/// `Mary Osei` of `"Mary Osei" <m.osei@example.com>`.
fn name_of(from: &str) -> String {
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"').trim();
    let name = if name.is_empty() { from } else { name };
    name.trim_matches(['<', '>']).to_owned()
}

fn boundary(kind: &str) -> Option<&str> {
    let at = kind.to_lowercase().find("boundary=")?;
    let value = kind.get(at + "boundary=".len()..)?;
    Some(value.split(';').next().unwrap_or_default().trim().trim_matches('"'))
}

fn quoted_printable(text: &str, is_utf8: bool) -> String {
    let joined = text.replace("=\n", "");
    let mut bytes = Vec::with_capacity(joined.len());
    let mut rest = joined.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code =
            code.filter(|_| *first == b'=').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    match String::from_utf8(bytes) {
        Ok(text) if is_utf8 => text,
        Ok(text) if text.is_ascii() => text,
        Ok(text) => text.bytes().map(char::from).collect(),
        Err(other) => other.into_bytes().into_iter().map(char::from).collect(),
    }
}
