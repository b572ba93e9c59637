//! What every answer needs: the preview, and how much may go on at a time.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::super::preview::Preview;

/// What every answer needs.
#[derive(Clone)]
pub(super) struct Context {
    pub preview: Arc<Preview>,
    pub streams: Arc<Semaphore>,
    pub downloads: Arc<Semaphore>,
}
