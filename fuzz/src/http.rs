//! What a connection to the preview may carry. `TOKEN` in the input stands for
//! what only the preview's own pages know, `PORT` for where it listens.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use playbook::engine::Engine;
use playbook::serve::{Address, LiveState, Preview, Server};
use playbook::source::Sources;

use super::base;

/// Stands in every page, and may be read only under the preview's own names.
const CANARY: &str = "Canary-of-the-playbook";

/// A request that is whole is answered by then, or another time.
const ANSWERS_IN: Duration = Duration::from_millis(50);

/// A connection without a request comes to its end by then, on any machine.
const ENDS_IN: Duration = Duration::from_secs(8);

struct Running {
    address: SocketAddr,
    token: String,
}

static RUNNING: LazyLock<Running> = LazyLock::new(|| {
    let settings = format!("[site]\ntitle = \"{CANARY}\"\n");
    let files = base::files(&settings);
    let sources = Sources::in_memory(files).expect("the settings can be read");
    let build = Engine::with_drafts().build(&sources);
    let preview = Arc::new(Preview::new(&std::env::temp_dir()).expect("a secret"));
    let took = Duration::ZERO;
    preview.show(LiveState { sources: Ok(sources), build: Some(build), changes: Vec::new(), took });
    let host = Ipv4Addr::LOCALHOST.into();
    let server = Server::bind(&Address { host, port: 0, allow_hosts: Vec::new() });
    let server = server.expect("a free port");
    let address = server.address();
    server.start(preview).expect("a thread");
    let page = answer(
        address,
        format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes(),
    );
    let page = String::from_utf8_lossy(&page);
    let token = page.split_once("data-token=\"").and_then(|(_, rest)| rest.split_once('"'));
    let token = token.expect("a page knows the token").0.to_owned();
    Running { address, token }
});

/// Every request is answered or refused in time, and no word of the playbook
/// leaves for a request under another name.
pub fn http(data: &[u8]) {
    let running = &*RUNNING;
    let request = filled(data, running);
    let answer = answer(running.address, &request);
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1."), "{answer:?}");
    if answer.contains(CANARY) {
        assert!(names_itself(&request), "{answer}");
        assert!(answer.contains("x-content-type-options: nosniff\r\n"), "{answer}");
        assert!(answer.contains("cross-origin-resource-policy: same-origin\r\n"), "{answer}");
    }
    assert!(!answer.to_lowercase().contains("access-control-allow"), "{answer}");
    assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
}

fn filled(data: &[u8], running: &Running) -> Vec<u8> {
    let replace = |bytes: Vec<u8>, word: &str, by: &str| {
        let mut filled = Vec::with_capacity(bytes.len());
        let mut rest = bytes.as_slice();
        while let Some(at) = rest.windows(word.len()).position(|it| it == word.as_bytes()) {
            filled.extend_from_slice(&rest[..at]);
            filled.extend_from_slice(by.as_bytes());
            rest = &rest[at + word.len()..];
        }
        filled.extend_from_slice(rest);
        filled
    };
    let filled = replace(data.to_vec(), "TOKEN", &running.token);
    replace(filled, "PORT", &running.address.port().to_string())
}

/// Whether a `Host` line of the request has one of the preview's own names.
fn names_itself(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let hosts = text.split('\n').filter_map(|line| line.trim().strip_prefix("host:"));
    hosts.map(str::trim).any(|host| {
        let is_own = |name: &&str| {
            let rest = host.strip_prefix(name).map(|rest| rest.trim_start_matches('.'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        };
        ["localhost", "127.0.0.1", "[::1]"].iter().any(is_own)
    })
}

/// Sends bytes and an empty line, which ends most heads, and reads until the
/// other side is done or waits for more.
fn answer(address: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).expect("the preview takes connections");
    // It may have heard enough before it has heard all.
    let _ = stream.write_all(&[request, b"\r\n\r\n"].concat());
    let mut answer = Vec::new();
    let mut chunk = [0; 4096];
    let mut is_told = false;
    stream.set_read_timeout(Some(ANSWERS_IN)).unwrap();
    loop {
        match stream.read(&mut chunk) {
            Ok(0) => return answer,
            Ok(read) => answer.extend_from_slice(&chunk[..read]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                assert!(!is_told, "no end after {:?}", String::from_utf8_lossy(&answer));
            }
            // Closed with bytes that nobody wanted.
            Err(_) => return answer,
        }
        if is_stream(&answer) {
            return answer;
        }
        if !is_told {
            // Nothing follows: whoever waits for more may close.
            is_told = true;
            let _ = stream.shutdown(Shutdown::Write);
            stream.set_read_timeout(Some(ENDS_IN)).unwrap();
        }
    }
}

/// A stream of events has no end before the browser goes away.
fn is_stream(answer: &[u8]) -> bool {
    let kind = b"content-type: text/event-stream";
    answer.windows(kind.len()).any(|it| it == kind)
}
