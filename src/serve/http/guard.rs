//! Who may ask. A page that happens to be open in the same browser must not be
//! able to read the playbook: not by a name that it points at this machine, not
//! from its own origin, and not by a method that could do more than read.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{ALLOW, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::internal;

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// On every answer. There is no CORS header: nobody else may read.
const HEADERS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "same-origin"),
    ("cache-control", "no-cache"),
];

/// Names under which the preview may be asked: the usual and those that were
/// typed. What is previewed has no say in it: a branch that somebody looks at
/// could let in whom it likes.
#[derive(Debug)]
pub(super) struct Guard {
    names: Vec<String>,
    /// It listens on every interface, so any address may be its own. A page can
    /// point a name at this machine, but not an address.
    any_address: bool,
}

impl Guard {
    pub(super) fn new(host: IpAddr, allowed: &[String]) -> Self {
        let usual = ["localhost", "127.0.0.1", "::1"].map(str::to_owned);
        let own = std::iter::once(host.to_string());
        let allowed = allowed.iter().map(|name| name.to_lowercase());
        let names = usual.into_iter().chain(own).chain(allowed).collect();
        Self { names, any_address: host.is_unspecified() }
    }

    fn knows(&self, host: &str) -> bool {
        let Some(name) = name(host) else { return false };
        self.names.contains(&name) || (self.any_address && name.parse::<IpAddr>().is_ok())
    }
}

/// The name in a `Host` header: without port and brackets, in lower case.
fn name(host: &str) -> Option<String> {
    let (name, port) = match host.strip_prefix('[') {
        Some(address) => address.split_once(']')?,
        None => host.find(':').map_or((host, ""), |colon| host.split_at(colon)),
    };
    // Anything else behind the colon is no port, but another name made to look like a known one.
    let port_is_number = match port.strip_prefix(':') {
        Some(digits) => digits.bytes().all(|byte| byte.is_ascii_digit()),
        None => port.is_empty(),
    };
    // `localhost.` is the same name.
    (port_is_number && !name.is_empty()).then(|| name.trim_end_matches('.').to_lowercase())
}

/// Lets through what may be answered, and marks every answer.
pub(super) async fn check(
    State(guard): State<Arc<Guard>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match refusal(&guard, &request) {
        Some((status, words)) => (status, words).into_response(),
        None => next.run(request).await,
    };
    let cannot_write = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let headers = response.headers_mut();
    if cannot_write {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

type RefusalAnswer = (StatusCode, &'static str);

fn refusal(guard: &Guard, request: &Request) -> Option<RefusalAnswer> {
    let headers = request.headers();
    let host = only(headers, &HOST);
    // A request line may name a host of its own, which must be known as well.
    let asked = request.uri().authority().map(|authority| authority.as_str());
    let is_known = |host: &str| guard.knows(host);
    if !host.is_some_and(is_known) || !asked.is_none_or(is_known) {
        return Some((
            StatusCode::FORBIDDEN,
            "this preview answers only under its own names; see --allow-host\n",
        ));
    }
    if is_foreign(headers, host.unwrap_or_default()) {
        return Some((StatusCode::FORBIDDEN, "another site asks for this page\n"));
    }
    let may_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let may_tell = *request.method() == Method::POST && request.uri().path() == internal::MISSED;
    (!may_read && !may_tell).then_some((StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n"))
}

/// The value of a header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    // Of two values nobody knows which one counts.
    values.next().is_none().then_some(value)
}

/// Whether another site asks, for anything but to show a page to its reader.
fn is_foreign(headers: &HeaderMap, host: &str) -> bool {
    let own = format!("http://{host}");
    // `null`, and what cannot be read, is another site's too.
    if headers.contains_key(ORIGIN) && only(headers, &ORIGIN) != Some(own.as_str()) {
        return true;
    }
    // A link from another site may lead here: that site cannot read what comes.
    let leads_here = only(headers, &MODE) == Some("navigate");
    match only(headers, &SITE) {
        // Other tools and old browsers do not say; their host was looked at.
        None | Some("same-origin" | "none") => false,
        Some(_) => !leads_here,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_hosts() {
        let known = [("localhost:4400", "localhost"), ("[::1]:80", "::1"), ("A.B.", "a.b")];
        for (host, expected) in known {
            assert_eq!(name(host).as_deref(), Some(expected));
        }
        for host in ["", ":80", "[::1", "localhost:80:80", "evil.example@localhost:x", "[]"] {
            assert!(name(host).is_none(), "{host}");
        }
    }

    #[test]
    fn an_address_is_its_own_name_only_when_all_are_listened_to() {
        let guard = |host: &str| Guard::new(host.parse().unwrap(), &["Docs.Example".to_owned()]);
        assert!(guard("0.0.0.0").knows("192.168.1.7:4400"));
        assert!(!guard("127.0.0.1").knows("192.168.1.7:4400"));
        assert!(guard("192.168.1.7").knows("192.168.1.7"));
        assert!(guard("127.0.0.1").knows("docs.example:4400"));
        assert!(!guard("0.0.0.0").knows("evil.example"));
    }
}
