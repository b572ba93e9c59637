//! The preview's own addresses, below `/__playbook/`: its script and style, and
//! what is wrong with the playbook.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::super::problems::Asker;
use super::context::Context;
use super::types::media_type;

/// One script, in the order in which its parts use each other.
const CLIENT: &str = concat!(
    include_str!("../client/morph.js"),
    include_str!("../client/panel.js"),
    include_str!("../client/client.js"),
);

const FILES: [(&str, &str); 3] = [
    ("client.js", CLIENT),
    ("worker.js", include_str!("../client/worker.js")),
    ("preview.css", include_str!("../client/preview.css")),
];

/// The one address that takes something in.
pub(super) const MISSED: &str = "/__playbook/missed";

pub(super) async fn file(Path(asked): Path<String>) -> Response {
    match FILES.into_iter().find(|(name, _)| *name == asked) {
        Some((name, text)) => ([(CONTENT_TYPE, media_type(name))], text).into_response(),
        None => (StatusCode::NOT_FOUND, "the preview has no such file\n").into_response(),
    }
}

pub(super) async fn problems(State(context): State<Context>, uri: Uri) -> Response {
    if !is_of_this_run(&uri, &context) {
        return another_run();
    }
    let preview = Arc::clone(&context.preview);
    let generation = preview.ready().await;
    let route = asked(&uri, "route").unwrap_or_default();
    let editor = asked(&uri, "editor");
    let tell = move || {
        let asker = Asker { route: &route, editor: editor.as_deref() };
        serde_json::to_vec(&preview.problems(&generation, asker))
    };
    // Near-duplicates are looked for by now, which takes a while.
    match tokio::task::spawn_blocking(tell).await {
        Ok(Ok(problems)) => ([(CONTENT_TYPE, media_type(".json"))], problems).into_response(),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A search in a page of this run has found nothing.
pub(super) async fn missed(State(context): State<Context>, uri: Uri) -> Response {
    if !is_of_this_run(&uri, &context) {
        return another_run();
    }
    context.preview.miss(&asked(&uri, "query").unwrap_or_default());
    StatusCode::NO_CONTENT.into_response()
}

/// Whether the page that asks was served by this run: no other can know.
pub(super) fn is_of_this_run(uri: &Uri, context: &Context) -> bool {
    asked(uri, "token").is_some_and(|token| token == context.preview.token())
}

pub(super) fn another_run() -> Response {
    (StatusCode::FORBIDDEN, "this page is of another run\n").into_response()
}

/// The value of a name in the query.
fn asked(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = { pairs }.find(|(found, _)| *found == name)?;
    percent_decode_str(value).decode_utf8().ok().map(|value| value.into_owned())
}
