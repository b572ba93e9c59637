//! Answers for the site's own addresses. An address is decoded and looked up;
//! it is never joined to a path.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use tokio::sync::Semaphore;

use super::super::address_help;
use super::super::escape;
use super::super::generation::Generation;
use super::super::preview::{Content, Preview, Ready, RenderResult};
use super::super::problems::Asker;
use super::super::waiting;
use super::body;
use super::context::Context;
use super::script_tag::{ScriptAttributes, with_script};
use super::types::{HTML, media_type};
use crate::language::Language;

/// The build that an answer came from.
const GENERATION: HeaderName = HeaderName::from_static("x-playbook-generation");

/// How long to wait for the build that knows what an image has become.
const PATIENCE: Duration = Duration::from_secs(3);

/// Files that are read at a time, each of which is open. Two addresses may fill
/// them with all their connections.
pub(super) const DOWNLOADS: usize = 256;

pub(super) async fn answer(State(context): State<Context>, request: Request) -> Response {
    let Some(route) = route(request.uri()) else {
        return (StatusCode::BAD_REQUEST, "no page can have this address\n").into_response();
    };
    let known = known(request.headers());
    let preview = Arc::clone(&context.preview);
    let mut generation = preview.ready().await;
    loop {
        let downloads = Arc::clone(&context.downloads);
        let asked = PageRequest { route: route.clone(), known: known.clone(), downloads };
        let (here, now) = (Arc::clone(&preview), Arc::clone(&generation));
        // Rendering takes a processor, and all connections share one thread.
        let answered = tokio::task::spawn_blocking(move || asked.answer(&here, &now)).await;
        match answered {
            Ok(Some(response)) => return response,
            Ok(None) => match preview.newer_than(generation.number, PATIENCE).await {
                Some(newer) => generation = newer,
                None => return unfinished(generation.settings.words()),
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

struct PageRequest {
    route: String,
    /// What the browser has already.
    known: Option<String>,
    downloads: Arc<Semaphore>,
}

impl PageRequest {
    /// None when only a newer build can answer.
    fn answer(&self, preview: &Preview, generation: &Generation) -> Option<Response> {
        if generation.has_nothing() {
            return Some(self.waiting(preview, generation, StatusCode::SERVICE_UNAVAILABLE));
        }
        let Some(found) = generation.find(&self.route) else {
            let instead = self.instead(preview, generation);
            return instead.or_else(|| self.missing(preview, generation));
        };
        // A tag takes a plan and no rendering: what a browser has already is not made again.
        let key = found.key();
        let etag = etag(preview, media_type(&self.route), &key);
        if self.known.as_deref().is_some_and(|known| known.split(", ").any(|it| it == etag)) {
            let headers = [(ETAG, etag), (GENERATION, found.from.to_string())];
            return Some((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        match preview.make(generation, &self.route, &found, key) {
            RenderResult::Ready(ready) => Some(self.sent(preview, StatusCode::OK, ready)),
            RenderResult::Retry => None,
            RenderResult::Failed => {
                Some(self.waiting(preview, generation, StatusCode::INTERNAL_SERVER_ERROR))
            }
        }
    }

    /// For an address that would have a page if it were not for what its file says, or
    /// that is nearly the one of another.
    fn instead(&self, preview: &Preview, generation: &Generation) -> Option<Response> {
        let build = generation.build.as_deref()?;
        let language = generation.settings.words();
        let files = address_help::files(build, &self.route);
        if files.is_empty() {
            let page = waiting::near(build, &self.route, language)?;
            let page = Ready::page(page, generation.number);
            return Some(self.sent(preview, StatusCode::NOT_FOUND, page));
        }
        let is_wrong = build.errors().any(|it| files.iter().any(|file| **file == *it.place.path));
        let is_page = build.addresses().any(|(_, address)| address.as_str() == self.route);
        // Nothing is wrong with it, and its site has no place for it.
        if is_page && !is_wrong && !build.theme_failed {
            let page = Ready::page(waiting::left_out(&self.route, language), generation.number);
            return Some(self.sent(preview, StatusCode::NOT_FOUND, page));
        }
        // A file of which no page is made has no address, whatever it is told at this one.
        let status = if is_page { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::NOT_FOUND };
        Some(self.waiting(preview, generation, status))
    }

    /// The site's own page for wrong addresses.
    fn missing(&self, preview: &Preview, generation: &Generation) -> Option<Response> {
        const ROUTE: &str = "404.html";
        let found = generation.find(ROUTE);
        let made = found.map(|found| preview.make(generation, ROUTE, &found, found.key()));
        let ready = match made {
            Some(RenderResult::Ready(ready)) => ready,
            Some(RenderResult::Retry) => return None,
            Some(RenderResult::Failed) | None => {
                let words = generation.settings.words().preview("no-page", &[]);
                Ready::page(format!("<p>{}</p>", escape(&words)), generation.number)
            }
        };
        Some(self.sent(preview, StatusCode::NOT_FOUND, ready))
    }

    /// Stands in for what cannot be shown, or not yet.
    fn waiting(&self, preview: &Preview, generation: &Generation, status: StatusCode) -> Response {
        let asker = Asker { route: &self.route, editor: None };
        let problems = preview.problems(generation, asker);
        let page = waiting::page(&problems, generation.settings.words());
        self.sent(preview, status, Ready::page(page, generation.number))
    }

    /// Every answer has a tag, also one for a wrong address: by it a tab knows
    /// whether what it shows is still what it would be sent.
    fn sent(&self, preview: &Preview, status: StatusCode, ready: Ready) -> Response {
        // A wrong address of a picture is answered with a page.
        let media_type = if status == StatusCode::OK { media_type(&self.route) } else { HTML };
        let etag = etag(preview, media_type, &ready.key);
        let (len, body) = match ready.content {
            Content::Whole(bytes) if media_type == HTML => {
                let tag =
                    ScriptAttributes { token: preview.token(), route: &self.route, etag: &etag };
                let parts = with_script(Bytes::from_owner(bytes), tag);
                (parts.iter().map(|part| part.len() as u64).sum(), body::joined(parts))
            }
            Content::Whole(bytes) => (bytes.len() as u64, Body::from(Bytes::from_owner(bytes))),
            Content::Pieces { pieces, len } => {
                // Refused at once: whoever waited for a place would keep a connection busy as well.
                let Ok(place) = Arc::clone(&self.downloads).try_acquire_owned() else {
                    return (StatusCode::SERVICE_UNAVAILABLE, "too many downloads at a time\n")
                        .into_response();
                };
                (len, body::read(pieces, place))
            }
        };
        let headers = [
            (CONTENT_TYPE, media_type.to_owned()),
            (CONTENT_LENGTH, len.to_string()),
            (ETAG, etag),
            (GENERATION, ready.from.to_string()),
        ];
        (status, headers, body).into_response()
    }
}

/// Equal tags, equal bytes. A page has the token of its run in it: the same page
/// of another run has other bytes.
fn etag(preview: &Preview, media_type: &str, key: &str) -> String {
    if media_type == HTML { format!("\"{key}-{}\"", preview.run()) } else { format!("\"{key}\"") }
}

fn unfinished(language: &Language) -> Response {
    let words = escape(&language.preview("changing", &[]));
    (StatusCode::SERVICE_UNAVAILABLE, Html(format!("<p>{words}</p>"))).into_response()
}
