//! Answers for the site's own addresses. An address is decoded and looked up;
//! it is never joined to a path.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};

use super::super::generation::Generation;
use super::super::preview::{Made, Preview};
use super::super::waiting;
use super::server::Context;
use super::types::media_type;
use super::wire::{Tag, with_script};

/// The build that an answer came from.
const GENERATION: HeaderName = HeaderName::from_static("x-playbook-generation");

/// How long to wait for the build that knows what an image has become.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) async fn answer(State(context): State<Context>, request: Request) -> Response {
    let Some(route) = route(request.uri()) else {
        return (StatusCode::BAD_REQUEST, "no page can have this address\n").into_response();
    };
    let known = known(request.headers());
    let preview = Arc::clone(&context.preview);
    let mut generation = preview.ready().await;
    loop {
        let asked = Asked { route: route.clone(), known: known.clone() };
        let (here, now) = (Arc::clone(&preview), Arc::clone(&generation));
        let answered = tokio::task::spawn_blocking(move || asked.answer(&here, &now)).await;
        match answered {
            Ok(Some(response)) => return response,
            Ok(None) => match preview.newer_than(generation.number, PATIENCE).await {
                Some(newer) => generation = newer,
                None => return unfinished(),
            },
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// The path as the site's routes are written.
fn route(uri: &Uri) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(uri.path()).decode_utf8().ok()?;
    let path = decoded.strip_prefix('/')?;
    if path.contains('\0') {
        return None;
    }
    Some(if path.is_empty() { "index.html".to_owned() } else { path.to_owned() })
}

fn known(headers: &HeaderMap) -> Option<String> {
    headers.get(IF_NONE_MATCH)?.to_str().ok().map(str::to_owned)
}

struct Asked {
    route: String,
    /// What the browser has already.
    known: Option<String>,
}

impl Asked {
    /// None when only a newer build can answer.
    fn answer(&self, preview: &Preview, generation: &Generation) -> Option<Response> {
        if generation.has_nothing() {
            let page = waiting::page(&generation.problems(preview.root(), &self.route));
            let from = generation.number;
            let tag =
                Tag { token: preview.token(), route: &self.route, generation: from, etag: "" };
            let page = with_script(page.as_bytes(), tag);
            return Some(sent(
                StatusCode::SERVICE_UNAVAILABLE,
                "text/html; charset=utf-8",
                from,
                page,
            ));
        }
        let Some(found) = generation.find(&self.route) else {
            return self.missing(preview, generation);
        };
        let etag = found.etag();
        if self.known.as_deref().is_some_and(|known| known.split(", ").any(|it| it == etag)) {
            let headers = [(ETAG, etag), (GENERATION, found.from.to_string())];
            return Some((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        match preview.make(generation, &self.route, &found) {
            Made::Bytes { bytes, from, is_newest } => {
                let etag = if is_newest { etag } else { String::new() };
                Some(self.page(preview, StatusCode::OK, from, &etag, bytes))
            }
            Made::Later => None,
            Made::Never => Some(self.broken(preview, generation)),
        }
    }

    fn page(
        &self,
        preview: &Preview,
        status: StatusCode,
        from: u64,
        etag: &str,
        bytes: Vec<u8>,
    ) -> Response {
        let media_type = if status == StatusCode::OK { media_type(&self.route) } else { HTML };
        let bytes = if media_type == HTML {
            let (token, route) = (preview.token(), self.route.as_str());
            with_script(&bytes, Tag { token, route, generation: from, etag })
        } else {
            bytes
        };
        let mut response = sent(status, media_type, from, bytes);
        if let Ok(etag) = etag.parse()
            && status == StatusCode::OK
        {
            response.headers_mut().insert(ETAG, etag);
        }
        response
    }

    /// The site's own page for wrong addresses.
    fn missing(&self, preview: &Preview, generation: &Generation) -> Option<Response> {
        let found = generation.find("404.html");
        let made = found.map(|found| preview.make(generation, "404.html", &found));
        let (bytes, from) = match made {
            Some(Made::Bytes { bytes, from, .. }) => (bytes, from),
            Some(Made::Later) => return None,
            Some(Made::Never) | None => {
                (b"<p>There is no such page.</p>".to_vec(), generation.number)
            }
        };
        Some(self.page(preview, StatusCode::NOT_FOUND, from, "", bytes))
    }

    /// A page that could never be shown.
    fn broken(&self, preview: &Preview, generation: &Generation) -> Response {
        let page = waiting::page(&generation.problems(preview.root(), &self.route));
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        self.page(preview, status, generation.number, "", page.into_bytes())
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn sent(status: StatusCode, media_type: &'static str, from: u64, bytes: Vec<u8>) -> Response {
    let headers = [(CONTENT_TYPE, media_type.to_owned()), (GENERATION, from.to_string())];
    (status, headers, bytes).into_response()
}

fn unfinished() -> Response {
    let words = Html("<p>This file is being changed. Ask for it again.</p>");
    (StatusCode::SERVICE_UNAVAILABLE, words).into_response()
}
