//! Crowds that ask and do not read, or connect and do not ask: what they cost a
//! `playbook serve` of its own, and what others notice of them. Prints its figures:
//! `PLAYBOOK_FULL=1 cargo test --test it serve::connections -- --nocapture`

use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::browser::{Answer, Client};
use super::commands::Running;
use super::{Folder, eventually, is_full};
use crate::fixture;

/// Bytes by which the server may grow, whatever the crowd does.
const GROWTH: u64 = 64 << 20;

/// How soon others are answered.
const SOON: Duration = Duration::from_millis(100);

/// A `playbook serve` in a process of its own.
pub struct Server {
    pub running: Running,
    pub client: Client,
}

impl Server {
    pub fn new(folder: &Folder) -> Self {
        let running = Running::new(folder, &["serve", "--port", "0"]);
        let url = running.hears("http://127.0.0.1:");
        let address = url.trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        let server = Self { running, client: Client::new(address) };
        eventually(|| server.client.get("/").status, |status| *status == 200);
        server
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        format!("/proc/{}/{name}", self.running.child.id()).into()
    }

    /// Bytes of a line of its status.
    fn bytes(&self, key: &str) -> u64 {
        let status = std::fs::read_to_string(self.file("status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap();
        let number = line.trim_start_matches(':').trim().trim_end_matches(" kB");
        number.parse::<u64>().unwrap() << 10
    }

    /// Bytes that it takes now, from which its peak is counted again.
    fn memory(&self) -> u64 {
        std::fs::write(self.file("clear_refs"), "5").unwrap();
        self.bytes("VmRSS")
    }
}

/// A playbook with much to send.
fn folder() -> Folder {
    let mut files = fixture::base();
    files.insert("static/big.pdf".to_owned(), vec![7; 32 << 20]);
    files.insert("static/mid.pdf".to_owned(), vec![8; 4 << 20]);
    files.insert("static/small.png".to_owned(), vec![9; 20 << 10]);
    let words = "Words of a page that is longer than anybody reads.\n\n".repeat(20_000);
    let long = format!("---\ntitle: A long guide\n---\n\n{words}");
    files.insert("content/guides/long.md".to_owned(), long.into_bytes());
    Folder::new(&files)
}

/// What others are shown meanwhile; the longest that one of them waited.
fn worst(others: &Client) -> Duration {
    let paths = ["/", "/workflows/base-fluency.html", "/small.png", "/theme/playbook.css", "/none"];
    let ask = |number: usize| {
        let start = Instant::now();
        let Answer { status, body, .. } = others.get(paths[number % paths.len()]);
        assert!([200, 404].contains(&status) && !body.is_empty(), "{status}");
        start.elapsed()
    };
    (0..50).map(ask).max().unwrap()
}

/// Lets a crowd of so many loose, and tells what it cost.
fn loose(server: &Server, name: &str, count: usize, request: &str) -> (u64, Duration) {
    let (crowd, others) = (server.client, server.client.another(2));
    // Whoever came before has left, and what is shown to others is rendered.
    eventually(|| crowd.get("/").status, |status| *status == 200);
    worst(&others);
    let before = server.memory();
    let streams: Vec<TcpStream> = (0..count).map(|_| crowd.begin(request)).collect();
    let meanwhile = worst(&others);
    // As much as they are going to be sent is on its way.
    std::thread::sleep(Duration::from_millis(if is_full() { 3000 } else { 300 }));
    let worst = worst(&others).max(meanwhile);
    let growth = server.bytes("VmHWM").saturating_sub(before);
    drop(streams);
    println!("{name}: {:.1} MB more, others wait {worst:.1?} at worst", growth as f64 / 1e6);
    (growth, worst)
}

#[test]
fn a_crowd_costs_little_and_nobody_else_notices() {
    let folder = folder();
    let server = Server::new(&folder);
    let (host, token) = (server.client.host(), server.client.token());
    let get = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let many = "GET /guides/long.html HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100);
    let crowds = [
        ("60 that do not read 32 MB", 60, get("/big.pdf")),
        ("800 that do not read 32 MB", 800, get("/big.pdf")),
        ("800 that do not read 4 MB", 800, get("/mid.pdf")),
        ("800 that do not read a page of 1.2 MB", 800, get("/guides/long.html")),
        ("800 that ask for it a hundred times", 800, many),
        ("800 that do not read a wrong address", 800, get("/none")),
        ("800 with half a head", 800, "GET / HTTP/1.1\r\nHost".to_owned()),
        ("780 that say nothing", 780, String::new()),
        ("500 streams of news", 500, get(&format!("/__playbook/events?token={token}"))),
    ];
    for (name, count, request) in crowds {
        let (growth, worst) = loose(&server, name, count, &request);
        assert!(growth <= GROWTH, "{name}: {growth} bytes more");
        // A machine that runs other tests beside may hold anybody up.
        assert!(!is_full() || worst < SOON, "{name}: {worst:?}");
    }
}
