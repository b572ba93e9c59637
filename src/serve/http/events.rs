//! Tells browsers that there is something new: one event for each build, with
//! its number. What is new a browser asks for itself.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::context::Context;
use super::internal::{another_run, is_of_this_run};

/// Streams at a time; a browser needs one for all its tabs.
pub(super) const STREAMS: usize = 256;

/// A sign of life, so that a stream that has died is noticed.
const ALIVE: Duration = Duration::from_secs(15);
const RECONNECT_AFTER: Duration = Duration::from_millis(500);

pub(super) async fn events(State(context): State<Context>, uri: Uri) -> Response {
    if !is_of_this_run(&uri, &context) {
        return another_run();
    }
    let Ok(place) = context.streams.try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "too many open tabs\n").into_response();
    };
    let news = context.preview.news();
    // The present number goes out at once: a tab that lost its stream may have missed a build.
    let numbers = stream::unfold((news, place, true), |(mut news, place, is_first)| async move {
        if !is_first {
            news.changed().await.ok()?;
        }
        let number = *news.borrow_and_update();
        let event = Event::default().event("built").retry(RECONNECT_AFTER).data(number.to_string());
        Some((Ok::<_, Infallible>(event), (news, place, false)))
    });
    Sse::new(numbers).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
