//! A preview that runs in this process, and a client that says exactly what a
//! test wants on the wire.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use playbook::engine::Engine;
use playbook::serve::{self, Address, DiskHints, Preview, Server, Watch};
use playbook::source::Reader;

use super::live::Disturbed;
use super::{Folder, eventually};

/// A client of a preview, which has an address of its own.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    pub address: SocketAddr,
    /// Where it asks from.
    own: Ipv4Addr,
}

/// A running preview; its loop ends when this is dropped.
pub struct Served {
    client: Client,
    ended: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Served {
    pub fn new(folder: &Folder) -> Self {
        let preview = Arc::new(Preview::new(folder.root()).unwrap());
        let host = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let allow_hosts = vec!["docs.example".to_owned()];
        let server = Server::bind(&Address { host, port: 0, allow_hosts }).unwrap();
        let address = server.address();
        server.start(Arc::clone(&preview)).unwrap();
        let ended = Arc::<AtomicBool>::default();
        let hints = Disturbed { disk: DiskHints::new(folder.root()), ended: Arc::clone(&ended) };
        let root = folder.root().to_owned();
        let thread = std::thread::spawn(move || {
            let mut reader = Reader::new(&root).unwrap();
            let mut watch = Watch::new(Box::new(hints), |_: &str| {});
            let mut engine = Engine::with_drafts();
            serve::run(&mut reader, &mut engine, &mut watch, &mut &*preview);
        });
        let served = Self { client: Client::new(address), ended, thread: Some(thread) };
        eventually(|| served.get("/").status, |status| *status != 0);
        served
    }
}

impl Deref for Served {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, own: Ipv4Addr::LOCALHOST }
    }

    /// Another machine, as far as the preview can tell: 127.0.0.NUMBER.
    pub fn another(&self, number: u8) -> Self {
        Self { own: Ipv4Addr::new(127, 0, 0, number), ..*self }
    }

    pub fn host(&self) -> String {
        format!("localhost:{}", self.address.port())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[("Host", &self.host())])
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let headers: String =
            headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        self.send(&format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n"))
    }

    /// Sends these bytes and reads until the other side closes.
    pub fn send(&self, request: &str) -> Answer {
        Answer::parse(&self.exchange(request.as_bytes(), false))
    }

    /// What comes back for these bytes, after which nothing more is said if it is
    /// the `end`.
    pub fn exchange(&self, request: &[u8], end: bool) -> Vec<u8> {
        let mut stream = self.connect();
        // A refused request may be cut off while it is sent.
        let _ = stream.write_all(request);
        if end {
            let _ = stream.shutdown(Shutdown::Write);
        }
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        bytes
    }

    /// Sends the beginning of a request and leaves it at that.
    pub fn begin(&self, request: &str) -> TcpStream {
        let mut stream = self.connect();
        let _ = stream.write_all(request.as_bytes());
        stream
    }

    pub fn connect(&self) -> TcpStream {
        // Only there can the own address be chosen.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let stream = runtime.block_on(async {
            let socket = tokio::net::TcpSocket::new_v4().unwrap();
            socket.bind(SocketAddr::from((self.own, 0))).unwrap();
            socket.connect(self.address).await.unwrap().into_std().unwrap()
        });
        stream.set_nonblocking(false).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    /// What only the pages of this run know.
    pub fn token(&self) -> String {
        let page = self.get("/").text();
        let (_, rest) = page.split_once("data-token=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }

    /// What is wrong, as a page at this address sees it.
    pub fn problems(&self, route: &str) -> serde_json::Value {
        self.problems_for(route, None)
    }

    /// The same, for somebody who has chosen an editor.
    pub fn problems_for(&self, route: &str, editor: Option<&str>) -> serde_json::Value {
        let editor = editor.map(|editor| format!("&editor={editor}")).unwrap_or_default();
        let path = format!("/__playbook/problems?token={}&route={route}{editor}", self.token());
        let answer = self.get(&path);
        assert_eq!(answer.status, 200, "{}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Answer {
    pub fn parse(bytes: &[u8]) -> Self {
        let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n") else {
            return Self::default();
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|it| it.split(' ').nth(1)).unwrap_or_default();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_lowercase(), value.to_owned()))
        };
        Self {
            status: status.parse().unwrap_or_default(),
            headers: lines.filter_map(header).collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn generation(&self) -> u64 {
        self.header("x-playbook-generation").parse().unwrap()
    }

    /// The page as it was built: without the script that is added on the wire.
    pub fn built(&self) -> Vec<u8> {
        let text = self.text();
        match text.split_once("<script src=\"/__playbook/client.js\"") {
            None => self.body.clone(),
            Some((before, rest)) => {
                let (_, after) = rest.split_once("</script>").unwrap();
                format!("{before}{after}").into_bytes()
            }
        }
    }
}
