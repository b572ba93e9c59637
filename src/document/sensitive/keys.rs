//! Keys and tokens. A text enters; what looks like one is added to what was found. A
//! key is known by how its maker begins it, together with a rest that is too mixed to
//! be a word; any other by the label in front of it. Deliberately absent: asking
//! anybody whether a key is valid.

use std::ops::Range;

use super::value::{SensitiveValue, Shape, add, after, before, runs, shortly_before};

/// How keys begin, whose they are, and how long the rest is at least: as their makers
/// document them. A longer beginning stands before one that it begins with.
const KEYS: &[(&str, &str, usize)] = &[
    ("sk-ant-", "Anthropic", 20),
    ("sk-or-", "OpenRouter", 20),
    ("sk-", "OpenAI", 20),
    ("pplx-", "Perplexity", 20),
    ("gsk_", "Groq", 20),
    ("xai-", "xAI", 20),
    ("hf_", "Hugging Face", 20),
    ("r8_", "Replicate", 20),
    ("github_pat_", "GitHub", 20),
    ("ghp_", "GitHub", 20),
    ("gho_", "GitHub", 20),
    ("ghu_", "GitHub", 20),
    ("ghs_", "GitHub", 20),
    ("ghr_", "GitHub", 20),
    ("glpat-", "GitLab", 16),
    ("gldt-", "GitLab", 16),
    ("glrt-", "GitLab", 16),
    ("AKIA", "AWS", 16),
    ("ASIA", "AWS", 16),
    ("AIza", "Google", 30),
    ("GOCSPX-", "Google", 20),
    ("ya29.", "Google", 20),
    ("xoxb-", "Slack", 16),
    ("xoxp-", "Slack", 16),
    ("xoxa-", "Slack", 16),
    ("xoxr-", "Slack", 16),
    ("xoxs-", "Slack", 16),
    ("xapp-", "Slack", 16),
    ("sk_live_", "Stripe", 16),
    ("sk_test_", "Stripe", 16),
    ("rk_live_", "Stripe", 16),
    ("rk_test_", "Stripe", 16),
    ("whsec_", "Stripe", 16),
    ("npm_", "npm", 30),
    ("pypi-", "PyPI", 40),
    ("SG.", "SendGrid", 30),
    ("dop_v1_", "DigitalOcean", 30),
    ("shpat_", "Shopify", 20),
    ("shpss_", "Shopify", 20),
    ("ATATT3", "Atlassian", 40),
    ("ntn_", "Notion", 30),
    ("lin_api_", "Linear", 20),
    ("figd_", "Figma", 20),
    ("dapi", "Databricks", 32),
    ("pat-na1-", "HubSpot", 30),
    ("pat-eu1-", "HubSpot", 30),
    ("PMAK-", "Postman", 30),
    ("hvs.", "Vault", 20),
    ("glsa_", "Grafana", 20),
    ("eyJ", "a sign-in (JWT)", 40),
];

/// Labels before a value that is made by chance.
const TOKEN_LABELS: [&str; 14] = [
    "apikey",
    "key",
    "secretkey",
    "accesskey",
    "privatekey",
    "accountkey",
    "secret",
    "clientsecret",
    "token",
    "accesstoken",
    "authtoken",
    "apitoken",
    "bearer",
    "schlüssel",
];

/// Labels before a value that somebody thought up.
const PASSWORD_LABELS: [&str; 8] =
    ["password", "passwd", "passwort", "kennwort", "pwd", "passphrase", "pw", "pin"];

/// Words in the place of a password that say there is one, and not which.
const PLACEHOLDERS: [&str; 8] =
    ["password", "passwd", "pass", "pwd", "passwort", "secret", "1password", "xxx"];

/// Fewer bits for each character have words, and placeholders such as `xxxx`.
const MIN_BITS: f64 = 3.0;

pub(super) fn find(text: &str, found: &mut Vec<SensitiveValue>) {
    let in_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    for run in runs(text, in_key) {
        let word = text.get(run.clone()).unwrap_or_default();
        let end = run.start + word.trim_end_matches(['.', '-']).len();
        if let Some(&(begins, maker, _)) = KEYS.iter().find(|key| is_key(word, key)) {
            add(found, run.start..end, Shape::Key(maker, begins));
        } else if let Some(value) = labelled(text, &run) {
            add(found, value, Shape::Labelled);
        }
    }
    for (at, mark) in text.match_indices("PRIVATE KEY-----") {
        let line = shortly_before(text, at);
        if let Some(begins) = line.rfind("-----BEGIN ") {
            let start = at - line.len() + begins;
            add(found, start..at + mark.len(), Shape::Key("a server", "-----BEGIN"));
        }
    }
    in_addresses(text, found);
}

fn is_key(word: &str, &(begins, _, at_least): &(&str, &str, usize)) -> bool {
    // Most words are too short for any.
    if word.len() < begins.len() + at_least {
        return false;
    }
    word.strip_prefix(begins).is_some_and(|rest| {
        let rest = rest.trim_end_matches(['.', '-']);
        rest.len() >= at_least && is_mixed(rest)
    })
}

/// Whether a value is made by chance: letters and digits, and hardly one twice.
fn is_mixed(value: &str) -> bool {
    value.contains(|c: char| c.is_ascii_digit())
        && value.contains(|c: char| c.is_ascii_alphabetic())
        && bits(value) >= MIN_BITS
}

/// Shannon's entropy of the characters, in bits for each.
fn bits(value: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in value.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let length = f64::from(u32::try_from(value.len()).unwrap_or(u32::MAX));
    let shares = counts.iter().filter(|count| **count > 0).map(|count| f64::from(*count) / length);
    shares.map(|share| -share * share.log2()).sum()
}

/// More characters no secret on one line has.
const MAX_SECRET: usize = 200;

/// What stands around a value and its label.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '*' | ' ')
}

/// The value after a word that calls it a secret: `api_key = "..."`.
fn labelled(text: &str, word: &Range<usize>) -> Option<Range<usize>> {
    // No label is longer, with its hyphens.
    if word.len() > 24 {
        return None;
    }
    let rest = text.get(word.end..)?;
    let signed = rest.trim_start_matches(is_mark);
    let is_bearer = text.get(word.clone())?.eq_ignore_ascii_case("bearer");
    let value = match signed.strip_prefix([':', '=']) {
        Some(value) => value.trim_start_matches(is_mark),
        // It stands in a header, with a blank behind it.
        None if is_bearer => signed,
        // Nearly all words end here.
        None => return None,
    };
    let letters = text.get(word.clone())?.chars().filter(|c| c.is_alphanumeric());
    let label: String = letters.flat_map(char::to_lowercase).collect();
    let is_password = PASSWORD_LABELS.contains(&label.as_str());
    if !is_password && !TOKEN_LABELS.iter().any(|known| label == *known) {
        return None;
    }
    let start = text.len() - value.len();
    let ends = |c: &char| c.is_whitespace() || is_mark(*c) || matches!(c, ',' | ';' | '<');
    let length = value.chars().take(MAX_SECRET).take_while(|c| !ends(c)).map(char::len_utf8).sum();
    let value = value.get(..length)?;
    // A blank, or an address, whose own parts are looked at by themselves.
    if value.contains(['{', '[', '$', '(']) || value.contains("//") {
        return None;
    }
    let is_secret =
        if is_password { is_password_like(value) } else { value.len() >= 16 && is_mixed(value) };
    is_secret.then(|| start..start + value.len())
}

/// Whether a word was thought up as a password: no word of a language has digits in it.
fn is_password_like(value: &str) -> bool {
    let has = |kind: fn(char) -> bool| value.contains(kind);
    value.chars().count() >= 6
        && has(char::is_alphabetic)
        && has(|c| c.is_ascii_digit())
        && !PLACEHOLDERS.contains(&value.to_lowercase().as_str())
}

/// Passwords in addresses, `postgres://name:password@host`, and addresses that are keys
/// by themselves.
fn in_addresses(text: &str, found: &mut Vec<SensitiveValue>) {
    for (at, _) in text.match_indices("://") {
        let start = at + 3;
        let host = text.get(start..).unwrap_or_default();
        let end =
            host.find(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '<' | '>' | ')'));
        let host = host.get(..end.unwrap_or(host.len())).unwrap_or_default();
        if let Some((_, password)) =
            host.rsplit_once('@').and_then(|(user, _)| user.split_once(':'))
            && is_password_like(password)
            && !password.contains(['{', '$', '['])
        {
            add(found, start..start + host.len(), Shape::Labelled);
        }
    }
    const WEBHOOK: &str = "hooks.slack.com/services/";
    for (at, _) in text.match_indices(WEBHOOK) {
        let path = text.get(at + WEBHOOK.len()..).unwrap_or_default();
        let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '/').unwrap_or(path.len());
        let is_bounded = before(text, at) == Some('/') && after(path, end) != Some('{');
        if is_bounded && path.get(..end).is_some_and(is_mixed) {
            add(found, at..at + WEBHOOK.len() + end, Shape::Key("Slack", "hooks.slack.com/"));
        }
    }
}
