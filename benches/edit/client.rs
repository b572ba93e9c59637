//! A browser's part of the conversation: one connection that is kept, answers with their build,
//! and the stream of news. Deliberately absent: everything else that HTTP can say.

#![expect(clippy::disallowed_methods, reason = "this file asks a server over a socket")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::Outcome;

/// Longer than anything here should take.
const PATIENCE: Duration = Duration::from_secs(60);

/// One connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What came back.
pub struct Answer {
    /// `200`
    pub status: u16,
    /// The build that it came from.
    pub generation: u64,
    /// What a build would have written: without the script that is added on the wire.
    pub built: Vec<u8>,
    /// The token of the run, if it is a page.
    pub token: Option<String>,
}

impl Client {
    /// Connects.
    pub fn new(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream), host: address.to_string() })
    }

    /// Asks for a path.
    pub fn get(&mut self, path: &str) -> Outcome<Answer> {
        self.ask(path)?;
        let (status, headers) = self.head()?;
        let header = |name: &str| {
            let found = headers.iter().find(|(found, _)| found == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        let mut body = vec![0; header("content-length").parse().unwrap_or_default()];
        self.stream.read_exact(&mut body)?;
        let generation = header("x-playbook-generation").parse();
        let generation =
            generation.map_err(|_| format!("{path} does not say which build it is"))?;
        let (built, token) = without_script(body);
        Ok(Answer { status, generation, built, token })
    }

    /// Follows the news of the run that has this token.
    pub fn follow(mut self, token: &str) -> Outcome<LiveState> {
        self.ask(&format!("/__playbook/events?token={token}"))?;
        let (status, _) = self.head()?;
        if status != 200 {
            return Err(format!("the stream of news answers {status}").into());
        }
        Ok(LiveState { stream: self.stream })
    }

    fn ask(&mut self, path: &str) -> Outcome<()> {
        let path = path.replace(' ', "%20");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        Ok(self.stream.get_mut().write_all(request.as_bytes())?)
    }

    fn head(&mut self) -> Outcome<(u16, Vec<(String, String)>)> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| format!("no answer, but {line:?}"))?;
        let mut headers = Vec::new();
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            match line.trim_end().split_once(": ") {
                Some((name, value)) => headers.push((name.to_lowercase(), value.to_owned())),
                None => return Ok((status, headers)),
            }
        }
    }
}

/// The stream of news.
pub struct LiveState {
    stream: BufReader<TcpStream>,
}

impl LiveState {
    /// Waits for the next build and gives its number.
    pub fn next(&mut self) -> Outcome<u64> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err("the stream of news has ended".into());
            }
            if let Some(number) = line.trim_end().strip_prefix("data: ") {
                return Ok(number.parse()?);
            }
        }
    }
}

fn without_script(body: Vec<u8>) -> (Vec<u8>, Option<String>) {
    const START: &[u8] = b"<script src=\"/__playbook/client.js\"";
    const END: &[u8] = b"</script>";
    let find =
        |bytes: &[u8], wanted: &[u8]| bytes.windows(wanted.len()).position(|it| it == wanted);
    let Some(start) = find(&body, START) else { return (body, None) };
    let rest = body.get(start..).unwrap_or_default();
    let Some(length) = find(rest, END).map(|end| end + END.len()) else { return (body, None) };
    let tag = String::from_utf8_lossy(rest.get(..length).unwrap_or_default()).into_owned();
    let token = tag.split_once("data-token=\"").and_then(|(_, rest)| rest.split('"').next());
    let after = rest.get(length..).unwrap_or_default();
    let built = [body.get(..start).unwrap_or_default(), after].concat();
    (built, token.map(str::to_owned))
}
