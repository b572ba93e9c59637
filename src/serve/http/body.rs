//! What an answer carries: bytes that others are sent at the same time, or a file
//! that is read as fast as its reader takes it. Neither is copied for anybody.

use std::convert::Infallible;
use std::io;

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::sync::OwnedSemaphorePermit;

use crate::source::Pieces;

/// These bytes, one after the other.
pub(super) fn joined(parts: impl IntoIterator<Item = Bytes, IntoIter: Send + 'static>) -> Body {
    Body::from_stream(stream::iter(parts.into_iter().map(Ok::<_, Infallible>)))
}

/// A file. When it turns out to be no longer the one that was promised, the
/// connection ends before the last piece: no reader takes it for whole.
pub(super) fn read(pieces: Pieces, place: OwnedSemaphorePermit) -> Body {
    // The place goes along with the pieces: it is free again when the client has all, or leaves.
    Body::from_stream(stream::unfold(Some((pieces, place)), |left| async move {
        let (mut pieces, place) = left?;
        let read = tokio::task::spawn_blocking(move || (pieces.next(), pieces)).await;
        let Ok((piece, pieces)) = read else {
            return Some((Err(io::Error::other("it could not be read")), None));
        };
        piece.map(|piece| (piece, Some((pieces, place))))
    }))
}
