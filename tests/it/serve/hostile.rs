//! Requests that no browser makes, by class, while crowds stand before the door:
//! each is answered with one of the statuses that are documented, or the
//! connection is closed. None reaches a file, none lets another site read.

use std::collections::BTreeMap;
use std::net::TcpStream;

use super::Folder;
use super::browser::{Answer, Client};
use super::connections::Server;
use crate::fixture;

/// What stands in every file that has no address.
const CANARY: &str = "canary-5c1d";

const CLOSE: &str = "Connection: close\r\n";

/// 0 is a connection that was closed without an answer.
const DOCUMENTED: [u16; 12] = [0, 200, 304, 400, 403, 404, 405, 408, 413, 414, 431, 503];

/// One request, as bytes.
struct Case {
    class: &'static str,
    bytes: Vec<u8>,
    /// Which of the documented statuses fit.
    fits: &'static [u16],
}

/// The requests of a preview at `host`, whose pages know `token`.
struct Cases<'a> {
    host: &'a str,
    token: &'a str,
    all: Vec<Case>,
}

const REFUSED: &[u16] = &[0, 400, 403, 404, 405, 408, 413, 414, 431];
const NOT_THERE: &[u16] = &[400, 404];
const FORBIDDEN: &[u16] = &[400, 403];
const BROKEN: &[u16] = &[0, 400, 408, 413, 414, 431];
const ANY: &[u16] = &DOCUMENTED;

impl Cases<'_> {
    fn raw(&mut self, class: &'static str, bytes: impl Into<Vec<u8>>, fits: &'static [u16]) {
        self.all.push(Case { class, bytes: bytes.into(), fits });
    }

    /// A request that is whole, with these lines beside the host.
    fn ask(&mut self, class: &'static str, line: &str, more: &str, fits: &'static [u16]) {
        let host = self.host;
        let text = format!("{line} HTTP/1.1\r\nHost: {host}\r\n{CLOSE}{more}\r\n");
        self.raw(class, text, fits);
    }

    fn paths(&mut self) {
        const FILES: [&str; 6] = [
            "secret.txt",
            "playbook.toml",
            ".git/config",
            "content/secret.md",
            "etc/passwd",
            ".env",
        ];
        const WAYS: [&str; 13] = [
            "/{}",
            "/../{}",
            "/../../../../../../{}",
            "/%2e%2e/{}",
            "/..%2f{}",
            "/..%5c{}",
            "/%252e%252e%252f{}",
            "/theme/../../{}",
            "/theme/%c0%ae%c0%ae/{}",
            "//{}",
            "/./{}",
            "/{}%00.html",
            "/__playbook/../{}",
        ];
        for way in WAYS {
            for file in FILES {
                self.ask("path", &format!("GET {}", way.replace("{}", file)), "", NOT_THERE);
            }
        }
        for path in [
            "/%",
            "/%zz",
            "/%ff%fe",
            "/%ed%a0%80",
            "/index.html/",
            "/index.html/..",
            "/;/",
            "/index.html%20",
        ] {
            self.ask("path", &format!("GET {path}"), "", NOT_THERE);
        }
    }

    fn targets(&mut self) {
        for target in [
            "http://evil.example/",
            "https://evil.example:443/",
            "http://localhost@evil.example/",
            "ftp://evil.example/x",
        ] {
            self.ask("absolute form", &format!("GET {target}"), "", FORBIDDEN);
        }
        self.ask("absolute form", &format!("GET http://{}/", self.host), "", &[200]);
        for line in [
            "CONNECT evil.example:443",
            "OPTIONS *",
            "GET *",
            "GET evil.example",
            "GET ?",
            "GET #",
            "GET index.html",
            "GET \\\\evil\\x",
        ] {
            self.ask("target", line, "", REFUSED);
        }
    }

    fn hosts(&mut self) {
        let wrong = [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "evil.example#localhost",
            "localhost@evil.example",
            "localhost, evil.example",
            "",
            " ",
            "localhost:99999999999999",
            "localhost:-1",
            "[::1",
            "[evil.example]",
            "0.0.0.0",
            "0x7f.1",
            "2130706433",
            "127.1",
            "10.0.0.1",
            "lоcalhost",
            "localhost\\evil",
        ];
        for host in wrong {
            let text = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            // A port is not looked at: it says nothing of who asks.
            let fits = if host.starts_with("localhost:9") { ANY } else { FORBIDDEN };
            self.raw("host", text, fits);
        }
        self.raw("host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", FORBIDDEN);
        self.ask("host", "GET /", "Host: evil.example\r\n", FORBIDDEN);
        self.ask("host", "GET /", "X-Forwarded-Host: evil.example\r\n", &[200]);
    }

    fn origins(&mut self) {
        let problems = format!("GET /__playbook/problems?token={}", self.token);
        let missed = format!("POST /__playbook/missed?token={}&query=x", self.token);
        for origin in [
            "http://evil.example",
            "null",
            "https://localhost",
            "http://localhost.evil.example",
            "file://",
            "",
        ] {
            let origin = format!("Origin: {origin}\r\n");
            self.ask("origin", "GET /", &origin, FORBIDDEN);
            self.ask("origin", &problems, &origin, FORBIDDEN);
            self.ask("origin", &missed, &format!("{origin}Content-Length: 0\r\n"), FORBIDDEN);
        }
        for site in ["cross-site", "same-site", "made-up"] {
            self.ask(
                "origin",
                "GET /",
                &format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: cors\r\n"),
                FORBIDDEN,
            );
        }
        for token in ["", "0", "%00", "../..", "00000000000000000000000000000000"] {
            for path in ["problems", "events"] {
                self.ask("token", &format!("GET /__playbook/{path}?token={token}"), "", FORBIDDEN);
            }
        }
        self.ask(
            "origin",
            "OPTIONS /",
            "Origin: http://evil.example\r\nAccess-Control-Request-Method: GET\r\n",
            REFUSED,
        );
    }

    fn methods(&mut self) {
        for method in
            ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "MADEUP"]
        {
            for path in ["/", "/__playbook/events", "/no-such"] {
                self.ask("method", &format!("{method} {path}"), "", &[405]);
            }
        }
        for method in ["G\u{0}T", "GE T", "", "GÉT", "G\tT"] {
            self.ask("method", &format!("{method} /"), "", REFUSED);
        }
        self.ask("method", &format!("{} /", "A".repeat(100_000)), "", BROKEN);
    }

    fn headers(&mut self) {
        let flood: String = (0..5000).map(|n| format!("X-{n}: {n}\r\n")).collect();
        self.ask("header", "GET /", &flood, BROKEN);
        self.ask("header", "GET /", &"A: b\r\n".repeat(65), BROKEN);
        self.ask("header", "GET /", &format!("X: {}\r\n", "x".repeat(1 << 20)), BROKEN);
        self.ask("header", "GET /", &format!("{}: x\r\n", "X".repeat(70_000)), BROKEN);
        self.ask("header", "GET /", &format!("Cookie: {}\r\n", "a=b; ".repeat(10_000)), BROKEN);
        let odd = [
            "X : y",
            " X: y",
            "X",
            ":",
            ": y",
            "X\u{0}: y",
            "X: \u{0}",
            "X: \u{1}",
            "X: a\rb",
            "X: y\r\n folded",
            "(X): y",
            "X\u{e9}: y",
            "Content-Length : 0",
            "\u{7f}: y",
        ];
        for line in odd {
            self.ask("header", "GET /", &format!("{line}\r\n"), &[200, 400]);
        }
        for known in ["*", "\"", "W/\"x\"", "\u{fc}", "a, b, c", ",,,,"] {
            self.ask("header", "GET /", &format!("If-None-Match: {known}\r\n"), &[200]);
        }
        for more in [
            "Range: bytes=0-",
            "Range: bytes=-1,-1,-1",
            "Expect: 100-continue",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "TE: trailers",
            "Accept-Encoding: gzip;q=nan",
        ] {
            self.ask("header", "GET /", &format!("{more}\r\n"), &[200]);
        }
    }

    fn bodies(&mut self) {
        let inner = format!("GET /secret.txt HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        let smuggled = [
            format!(
                "Content-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}",
                inner.len() + 5
            ),
            format!("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n{inner}"),
            format!("Content-Length: 0\r\nContent-Length: {}\r\n\r\n{inner}", inner.len()),
            format!("Content-Length: 0, {}\r\n\r\n{inner}", inner.len()),
            format!("Content-Length: +{}\r\n\r\n{inner}", inner.len()),
            format!("Content-Length: 0x10\r\n\r\n{inner}"),
            format!("Content-Length: -1\r\n\r\n{inner}"),
            format!("Content-Length: 99999999999999999999\r\n\r\n{inner}"),
            format!("Transfer-Encoding: identity\r\n\r\n{inner}"),
            format!("Transfer-Encoding: chunked, identity\r\n\r\n{inner}"),
            format!("Transfer-Encoding: xchunked\r\n\r\n{inner}"),
            format!("Transfer-Encoding : chunked\r\n\r\n{inner}"),
            format!("Transfer-Encoding:\u{b}chunked\r\n\r\n{inner}"),
            format!(
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}"
            ),
        ];
        for method in ["GET", "POST"] {
            for rest in &smuggled {
                let host = self.host;
                self.raw(
                    "smuggling",
                    format!("{method} / HTTP/1.1\r\nHost: {host}\r\n{CLOSE}{rest}"),
                    ANY,
                );
            }
        }
        let chunks = [
            "zz\r\nx\r\n",
            "-1\r\n",
            "ffffffffffffffffff\r\nx",
            "5\r\nab",
            "5;a=\"\r\nabcde\r\n0\r\n",
            "0\r\nX: \u{0}\r\n\r\n",
            "\r\n",
            "1\nx\n0\n\n",
        ];
        for chunk in chunks {
            for path in ["/".to_owned(), format!("/__playbook/missed?token={}&query=x", self.token)]
            {
                let host = self.host;
                let text = format!(
                    "POST {path} HTTP/1.1\r\nHost: {host}\r\n{CLOSE}Transfer-Encoding: chunked\r\n\r\n{chunk}"
                );
                self.raw("chunks", text, &[0, 204, 400, 405]);
            }
        }
    }

    fn lines(&mut self) {
        let host = self.host;
        let broken: [Vec<u8>; 14] = [
            b"GET /\r\n".to_vec(),
            b"GET /".to_vec(),
            b"\r\n\r\n\r\n".to_vec(),
            b"\n\n".to_vec(),
            vec![0; 64],
            vec![0xff; 64],
            (0..=255).collect(),
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
            b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(),
            b"GET / HTTP/1.1".to_vec(),
            b"GET / HTTP/1.1\r\nHost: loc".to_vec(),
            "x".repeat(1 << 20).into_bytes(),
            b"GET\x00/\x00HTTP/1.1\r\n\r\n".to_vec(),
        ];
        for bytes in broken {
            self.raw("line", bytes, BROKEN);
        }
        for version in [
            "HTTP/0.9",
            "HTTP/2.0",
            "HTTP/9.9",
            "HTTP/1.",
            "HTTP/11",
            "http/1.1",
            "HTTP",
            "XTTP/1.1",
            "HTTP/1.1 x",
        ] {
            self.raw("version", format!("GET / {version}\r\nHost: {host}\r\n\r\n"), BROKEN);
        }
        self.raw("version", format!("GET / HTTP/1.0\r\nHost: {host}\r\n\r\n"), &[200]);
        self.raw("version", "GET / HTTP/1.0\r\n\r\n", FORBIDDEN);
        self.ask("line", &format!("GET /{}", "a".repeat(12_000)), "", NOT_THERE);
        self.ask("line", &format!("GET /{}", "a".repeat(200_000)), "", BROKEN);
        self.ask("line", &format!("GET /{}", "%41".repeat(4_000)), "", NOT_THERE);
        self.ask("line", &format!("GET /{}", "../".repeat(4_000)), "", NOT_THERE);
        self.ask("line", &format!("GET /?{}", "a&".repeat(6_000)), "", &[200]);
        self.raw(
            "line",
            format!("GET / HTTP/1.1\nHost: {host}\nConnection: close\n\n"),
            &[200, 400],
        );
        for number in [2, 100] {
            let one = format!("GET /no-such HTTP/1.1\r\nHost: {host}\r\n\r\n");
            let last = format!("GET /no-such HTTP/1.1\r\nHost: {host}\r\n{CLOSE}\r\n");
            self.raw("pipeline", one.repeat(number) + &last, &[404]);
            let foreign = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n";
            let both = format!("{one}{foreign}").repeat(number);
            self.raw("pipeline", both + &last, &[403, 404]);
        }
    }
}

/// Every answer in what came back.
fn answers(mut bytes: &[u8]) -> Vec<Answer> {
    let mut answers = Vec::new();
    while !bytes.is_empty() {
        let mut answer = Answer::parse(bytes);
        let head = bytes.len() - answer.body.len();
        let len = answer.header("content-length").parse().unwrap_or(answer.body.len());
        let len = len.min(answer.body.len());
        answer.body.truncate(len);
        // What has no head is no answer, and the end.
        bytes = if answer.status == 0 { &[] } else { &bytes[head + len..] };
        answers.push(answer);
    }
    answers
}

/// What is wrong with what came back for a request.
fn faults(case: &Case, client: &Client) -> Vec<String> {
    // What may go without an answer is ended, so that nobody waits for its rest.
    let is_last = case.bytes.windows(CLOSE.len()).any(|window| window == CLOSE.as_bytes());
    let bytes = client.exchange(&case.bytes, !is_last && case.fits.contains(&0));
    let mut faults = Vec::new();
    let answers = answers(&bytes);
    if answers.is_empty() && !case.fits.contains(&0) {
        faults.push("closed".to_owned());
    }
    for Answer { status, headers, .. } in answers {
        if !case.fits.contains(&status) {
            faults.push(format!("answered {status}"));
        }
        if headers.keys().any(|name| name.starts_with("access-control")) {
            faults.push("lets another site read".to_owned());
        }
    }
    let has_canary = bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
    faults.extend(has_canary.then(|| "gave a file away".to_owned()));
    let what = String::from_utf8_lossy(&case.bytes[..case.bytes.len().min(160)]).into_owned();
    faults.into_iter().map(|fault| format!("{}: {fault}: {what:?}", case.class)).collect()
}

/// Those who stand before the door: who do not read, do not ask, or only listen.
fn crowd(client: &Client, host: &str, token: &str) -> Vec<TcpStream> {
    let page = format!("GET /guides/may-i-paste.html HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let news = format!("GET /__playbook/events?token={token} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let of = |number: u8, count: usize, request: &str| -> Vec<TcpStream> {
        (0..count).map(|_| client.another(number).begin(request)).collect()
    };
    [of(11, 800, &page.repeat(200)), of(12, 500, &news), of(13, 200, "")]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_request_is_answered_as_documented() {
    let mut files = fixture::base();
    for path in ["secret.txt", ".git/config", ".env", "content/secret.md"] {
        files.insert(path.to_owned(), CANARY.as_bytes().to_vec());
    }
    let settings = format!("# {CANARY}\n[site]\ntitle = \"T\"\n");
    files.insert("playbook.toml".to_owned(), settings.into_bytes());
    let folder = Folder::new(&files);
    let server = Server::new(&folder);
    let client = server.client;
    let (host, token, before) = (client.host(), client.token(), client.get("/"));

    let mut cases = Cases { host: &host, token: &token, all: Vec::new() };
    cases.paths();
    cases.targets();
    cases.hosts();
    cases.origins();
    cases.methods();
    cases.headers();
    cases.bodies();
    cases.lines();
    let cases = cases.all;
    assert!(cases.len() >= 150, "{} requests", cases.len());

    let crowd = crowd(&client, &host, &token);
    let attacker = client.another(14);
    let faults: Vec<String> = std::thread::scope(|scope| {
        let parts = cases.chunks(cases.len().div_ceil(8));
        let asked: Vec<_> = parts
            .map(|part| {
                scope.spawn(move || part.iter().flat_map(|it| faults(it, &attacker)).collect())
            })
            .collect();
        asked
            .into_iter()
            .flat_map(|it: std::thread::ScopedJoinHandle<'_, Vec<String>>| it.join().unwrap())
            .collect()
    });
    assert_eq!(faults, Vec::<String>::new());
    drop(crowd);

    let by_class = cases.iter().fold(BTreeMap::<_, usize>::new(), |mut counts, case| {
        *counts.entry(case.class).or_default() += 1;
        counts
    });
    println!("{} requests: {by_class:?}", cases.len());
    let after = client.another(15).get("/");
    assert_eq!((after.status, after.body), (200, before.body), "it answers as before");
    let said = server.running.rest().join("\n");
    assert!(!said.contains("panicked"), "{said}");
}
