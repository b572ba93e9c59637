//! Clients that are slow, broken or too many cost the others nothing.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use super::Folder;
use super::browser::{Client, Served};
use crate::fixture;

/// Connections that one address may have.
const PER_ADDRESS: usize = 128;

fn served() -> (Folder, Served) {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    (folder, served)
}

/// How long an answer takes, at best of five: the machine may be busy.
fn soonest(served: &Client) -> Duration {
    let once = || {
        let start = Instant::now();
        assert_eq!(served.get("/").status, 200);
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap()
}

#[test]
fn large_heads_are_refused() {
    let (_folder, served) = served();
    let host = served.host();
    let long = "x".repeat(64 << 10);
    let answer = served.ask("GET", "/", &[("Host", &host), ("X-Long", &long)]);
    assert!([0, 400, 431].contains(&answer.status), "{}", answer.status);
    let many: String = (0..200).map(|n| format!("X-{n}: 1\r\n")).collect();
    let answer = served.send(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n{many}\r\n"));
    assert!([0, 400, 431].contains(&answer.status), "{}", answer.status);
    let answer = served.ask("GET", &format!("/{long}"), &[("Host", &host)]);
    assert!([0, 400, 414, 431].contains(&answer.status), "{}", answer.status);
    for broken in ["\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
        assert!([0, 400, 403, 505].contains(&served.send(broken).status), "{broken:?}");
    }
    assert_eq!(served.get("/").status, 200);
}

#[test]
fn two_hundred_slow_clients_hold_nobody_up_and_are_let_go() {
    let (_folder, served) = served();
    let mut slow: Vec<_> =
        (0..200).map(|_| served.begin("GET / HTTP/1.1\r\nHost: local")).collect();
    let soonest = soonest(&served.another(2));
    assert!(soonest < Duration::from_millis(100), "{soonest:?}");
    // The head did not come in time.
    let mut rest = Vec::new();
    let _ = slow[0].read_to_end(&mut rest);
    assert!(!String::from_utf8_lossy(&rest).starts_with("HTTP/1.1 200"));
}

#[test]
fn five_hundred_reload_clients_are_bounded() {
    let (folder, served) = served();
    let (host, token) = (served.host(), served.token());
    let request = format!("GET /__playbook/events?token={token} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let mut clients: Vec<_> = [10, 11, 12, 13, 14]
        .repeat(100)
        .into_iter()
        .map(|it| served.another(it).begin(&request))
        .collect();
    let soonest = soonest(&served);
    assert!(soonest < Duration::from_millis(100), "{soonest:?}");
    let heads: Vec<String> = clients
        .iter_mut()
        .map(|stream| {
            let mut head = [0; 12];
            stream.read_exact(&mut head).unwrap();
            String::from_utf8_lossy(&head).into_owned()
        })
        .collect();
    let streams = heads.iter().filter(|head| head.ends_with("200")).count();
    let refused = heads.iter().filter(|head| head.ends_with("503")).count();
    assert_eq!((streams, refused), (256, 244));
    drop(clients);
    // Those who leave make room.
    folder.write("content/guides/may-i-paste.md", "---\ntitle: Changed\n---\n");
    let room =
        || served.ask("HEAD", &format!("/__playbook/events?token={token}"), &[("Host", &host)]);
    super::eventually(|| room().status, |status| *status == 200);
}

#[test]
fn one_address_has_so_many_connections_and_no_more() {
    let (_folder, served) = served();
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", served.host());
    // The one that asked first may still be there.
    let answered = |stream: &mut std::net::TcpStream| {
        let mut head = [0; 12];
        stream.read_exact(&mut head).is_ok_and(|()| head.ends_with(b"200"))
    };
    let other = served.another(2);
    let mut clients: Vec<_> = (0..300).map(|_| other.begin(&request)).collect();
    let count = clients.iter_mut().filter_map(|stream| answered(stream).then_some(())).count();
    assert_eq!(count, PER_ADDRESS);
    assert_eq!(other.get("/").status, 0, "it is closed");
    assert_eq!(served.get("/").status, 200, "others are not in its way");
    drop(clients);
    super::eventually(|| other.get("/").status, |status| *status == 200);
}

#[test]
fn who_does_not_read_is_let_go() {
    let mut files = fixture::base();
    files.insert("static/big.pdf".to_owned(), vec![7; 32 << 20]);
    let folder = Folder::new(&files);
    let served = Served::new(&folder);
    let slow = served.another(2);
    let request = format!("GET /big.pdf HTTP/1.1\r\nHost: {}\r\n\r\n", served.host());
    let mut clients: Vec<_> = (0..PER_ADDRESS).map(|_| slow.begin(&request)).collect();
    assert_eq!(slow.get("/").status, 0, "it has no place left");
    let start = Instant::now();
    while slow.get("/").status != 200 {
        assert!(start.elapsed() < super::patience() * 3, "they are still there");
        std::thread::sleep(Duration::from_millis(100));
    }
    // One has been let go, whichever; the others are served as soon as they read.
    let cut = |stream: &mut std::net::TcpStream| {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        rest.len() < 32 << 20
    };
    assert!(clients.iter_mut().any(cut), "every one was served whole");
}

#[test]
fn news_come_by_number() {
    let (folder, served) = served();
    let (host, token) = (served.host(), served.token());
    let mut stream = served.connect();
    let request = format!("GET /__playbook/events?token={token} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut heard = String::new();
    let mut hear = |words: &str| {
        let mut bytes = [0; 1024];
        while !heard.contains(words) {
            let read = stream.read(&mut bytes).unwrap();
            assert!(read > 0, "{heard}");
            heard.push_str(&String::from_utf8_lossy(&bytes[..read]));
        }
    };
    hear("event: built");
    hear("data: 1\n");
    folder.write("content/guides/may-i-paste.md", "---\ntitle: Changed\n---\n");
    hear("data: 2\n");
}
