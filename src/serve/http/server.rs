//! Takes connections, within bounds: their number, in all and of one address, the
//! size of a request's head, the time that it may take and the time for which a
//! client may not read are limited, so that one that is slow, broken or hostile
//! costs the others nothing.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::{Router, middleware, routing};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

use super::super::preview::Preview;
use super::connections::{Bounds, ConnectionLimit};
use super::context::Context;
use super::guard::{self, Guard};
use super::{answer, events, internal};

/// A browser opens six at a time and one for the news, so an address has enough
/// for a whole office behind it. All together, and a file for each that is sent
/// one ([`answer::DOWNLOADS`]), are less than a process may usually have open.
const CONNECTIONS: Bounds = Bounds { total: 512, per_address: 128 };
const HEAD_TIME: Duration = Duration::from_secs(5);
const HEAD_BYTES: usize = 16 << 10;
const HEAD_LINES: usize = 64;

/// How long a client may take nothing of its answer.
const READ_TIME: Duration = Duration::from_secs(10);

/// What the system may hold of an answer for a client that does not read. Linux
/// takes twice as much, and 4 MB where nobody says how much.
const UNREAD_BYTES: usize = 128 << 10;

/// A page is rendered in a millisecond; more threads would only get in the way
/// of the build.
const THREADS: usize = 4;

/// Threads that come and go leave memory behind that nobody gives back.
const KEEP_THREADS: Duration = Duration::from_secs(24 * 60 * 60);

/// After the system had no more room for a connection.
const PAUSE_AFTER_REFUSAL: Duration = Duration::from_millis(20);

/// Where to listen, and for whom.
#[derive(Clone, Debug)]
pub struct Address {
    /// The interface it listens at.
    pub host: IpAddr,
    /// 0 for any that is free.
    pub port: u16,
    /// Names under which the preview may be asked, besides the usual.
    pub allow_hosts: Vec<String>,
}

/// A port that is taken. Answers come once it is started.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    guard: Guard,
}

impl Server {
    /// Takes the port for this preview.
    pub fn bind(address: &Address) -> io::Result<Self> {
        let listener = TcpListener::bind((address.host, address.port))?;
        // The runtime takes over no listener that blocks.
        listener.set_nonblocking(true)?;
        let bound = listener.local_addr()?;
        let guard = Guard::new(bound.ip(), &address.allow_hosts);
        Ok(Self { listener, address: bound, guard })
    }

    /// The address it listens at.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers from now on, on threads of its own, until the process ends.
    pub fn start(self, preview: Arc<Preview>) -> io::Result<()> {
        // One thread for all connections; what takes time has threads of its own.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(THREADS)
            .thread_keep_alive(KEEP_THREADS)
            .build()?;
        let answer = move || {
            let served = runtime.block_on(accept(self.listener, preview, self.guard));
            // Only a listener that is gone ends it.
            drop(served);
        };
        std::thread::Builder::new().name("preview".to_owned()).spawn(answer).map(drop)
    }
}

async fn accept(listener: TcpListener, preview: Arc<Preview>, guard: Guard) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let context = Context {
        preview,
        streams: Arc::new(Semaphore::new(events::STREAMS)),
        downloads: Arc::new(Semaphore::new(answer::DOWNLOADS)),
    };
    let routes = routes(context, guard);
    let room = ConnectionLimit::new(CONNECTIONS);
    loop {
        let Ok((stream, client)) = listener.accept().await else {
            // No descriptor may be left, for instance: asking again at once would only turn in a
            // circle.
            tokio::time::sleep(PAUSE_AFTER_REFUSAL).await;
            continue;
        };
        // Without room the connection is closed: the client sees it at once.
        let Some(place) = room.enter(client.ip()) else { continue };
        let service = TowerToHyperService::new(routes.clone());
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIME)
            .max_buf_size(HEAD_BYTES)
            .max_headers(HEAD_LINES)
            .serve_connection(TokioIo::new(bounded(stream)), service);
        tokio::spawn(async move {
            // A client that goes away is no news.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// A connection that ends when its client does not read, and holds little for it
/// until then.
fn bounded(stream: TcpStream) -> Pin<Box<TimeoutStream<TcpStream>>> {
    // An answer is written as a whole: waiting for more to send would only delay its end.
    let _ = stream.set_nodelay(true);
    let _ = SockRef::from(&stream).set_send_buffer_size(UNREAD_BYTES);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(READ_TIME));
    Box::pin(stream)
}

fn routes(context: Context, guard: Guard) -> Router {
    let guarded = middleware::from_fn_with_state(Arc::new(guard), guard::check);
    Router::new()
        .route("/__playbook/events", routing::get(events::events))
        .route("/__playbook/problems", routing::get(internal::problems))
        .route(internal::MISSED, routing::post(internal::missed))
        .route("/__playbook/{file}", routing::get(internal::file))
        .fallback(answer::answer)
        .layer(guarded)
        .with_state(context)
}
