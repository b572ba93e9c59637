//! Who may ask, and for what.

use super::Folder;
use super::browser::Served;
use crate::fixture;

fn served() -> (Folder, Served) {
    let folder = Folder::new(&fixture::base());
    let served = Served::new(&folder);
    (folder, served)
}

#[test]
fn nothing_outside_the_site_has_an_address() {
    let (folder, served) = served();
    folder.write("secret.txt", "a secret");
    let paths = [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/theme/../../secret.txt",
        "/workflows/..%5c..%5csecret.txt",
        "/secret.txt",
        "/playbook.toml",
        "/content/workflows/sales/base-fluency.md",
        "//etc/passwd",
        "/etc/passwd",
        "/index.html%00.png",
        "/%ff",
        "/__playbook/../secret.txt",
        "/__playbook/..%2f..%2fsecret.txt",
        "/__playbook/nothing",
        "/.git/config",
    ];
    for path in paths {
        let answer = served.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("a secret") && !answer.text().contains("root:"), "{path}");
    }
}

#[test]
fn hosts_that_are_not_its_own_are_refused() {
    let (_folder, served) = served();
    let port = served.address.port();
    let ask = |host: &str| served.ask("GET", "/", &[("Host", host)]).status;
    for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "docs.example", "localhost."] {
        assert_eq!(ask(&format!("{host}:{port}")), 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"] {
        assert_eq!(ask(host), 403, "{host}");
    }
    for host in ["", "localhost:x", "a@localhost", "localhost/x"] {
        assert!([400, 403].contains(&ask(host)), "{host:?}");
    }
    assert!([400, 403].contains(&served.ask("GET", "/", &[]).status), "without a host");
    let two = served.ask("GET", "/", &[("Host", "localhost"), ("Host", "evil.example")]);
    assert!([400, 403].contains(&two.status));
    let absolute = served.ask("GET", "http://evil.example/", &[("Host", "localhost")]);
    assert_eq!(absolute.status, 403);
}

#[test]
fn only_its_own_pages_hear_of_news_and_problems() {
    let (_folder, served) = served();
    let (host, token) = (served.host(), served.token());
    let own = format!("http://{host}");
    for path in ["problems", "events"] {
        let ask = |token: &str, more: &[(&str, &str)]| {
            let headers: Vec<_> =
                [("Host", host.as_str())].into_iter().chain(more.iter().copied()).collect();
            served.ask("HEAD", &format!("/__playbook/{path}?token={token}"), &headers)
        };
        assert_eq!(ask("", &[]).status, 403);
        assert_eq!(ask("00000000000000000000000000000000", &[]).status, 403);
        assert_eq!(ask(&token, &[("Origin", "http://evil.example")]).status, 403);
        assert_eq!(ask(&token, &[("Origin", "null")]).status, 403);
        assert_eq!(ask(&token, &[("Sec-Fetch-Site", "cross-site")]).status, 403);
        assert_eq!(ask(&token, &[("Sec-Fetch-Site", "same-site")]).status, 403);
        let allowed = ask(&token, &[("Origin", &own), ("Sec-Fetch-Site", "same-origin")]);
        assert_eq!(allowed.status, 200, "{path}");
    }
}

#[test]
fn another_site_may_lead_here_and_not_read() {
    let (_folder, served) = served();
    let host = served.host();
    let ask = |mode: &str| {
        let headers =
            [("Host", host.as_str()), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode)];
        served.ask("GET", "/", &headers)
    };
    assert_eq!(ask("navigate").status, 200);
    for mode in ["no-cors", "cors", "websocket"] {
        assert_eq!(ask(mode).status, 403, "{mode}");
    }
}

#[test]
fn every_answer_has_the_headers_and_none_lets_others_read() {
    let (_folder, served) = served();
    let host = served.host();
    let paths = [
        "/",
        "/no-such",
        "/theme/tokens.css",
        "/__playbook/client.js",
        "/__playbook/problems",
        "/%ff",
    ];
    for path in paths {
        for (method, extra) in
            [("GET", "localhost"), ("POST", "localhost"), ("GET", "evil.example")]
        {
            let answer =
                served.ask(method, path, &[("Host", extra), ("Origin", &format!("http://{host}"))]);
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{method} {path}");
            assert_eq!(answer.header("content-security-policy"), "frame-ancestors 'none'");
            assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
            let cors = answer.headers.keys().any(|name| name.starts_with("access-control"));
            assert!(!cors && !answer.headers.contains_key("server"), "{:?}", answer.headers);
        }
    }
}

#[test]
fn only_reading_is_possible() {
    let (_folder, served) = served();
    let host = served.host();
    for path in
        ["/", "/theme/tokens.css", "/__playbook/client.js", "/__playbook/events", "/no-such"]
    {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "MADEUP"] {
            let answer = served.ask(method, path, &[("Host", &host)]);
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.header("allow"), "GET, HEAD");
        }
    }
    let head = served.ask("HEAD", "/", &[("Host", &host)]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), served.get("/").body.len().to_string());
}

#[test]
fn what_is_known_is_not_sent_again() {
    let (folder, served) = served();
    let (host, first) = (served.host(), served.get("/index.html"));
    let ask =
        |tag: &str| served.ask("GET", "/index.html", &[("Host", &host), ("If-None-Match", tag)]);
    let known = ask(first.header("etag"));
    assert_eq!((known.status, known.body.len()), (304, 0));
    assert_eq!(known.generation(), first.generation());
    assert_eq!(ask("\"another\"").status, 200);
    // A page that knows another run's token is another page.
    let again = Served::new(&folder).get("/index.html");
    assert_eq!(again.built(), first.built());
    assert_ne!(again.header("etag"), first.header("etag"));
}

#[test]
fn a_page_for_a_wrong_address_has_a_tag_too() {
    let (folder, served) = served();
    let (one, same, another) = (served.get("/a"), served.get("/a"), served.get("/b/c.html"));
    assert_eq!((one.status, another.status), (404, 404));
    assert_eq!(one.header("etag"), same.header("etag"));
    assert!(one.text().contains(&one.header("etag").replace('"', "&quot;")), "its script knows it");
    let known =
        served.ask("GET", "/a", &[("Host", &served.host()), ("If-None-Match", one.header("etag"))]);
    assert_eq!(known.status, 404, "what is not there cannot be as it was");
    folder.write("playbook.toml", "[site]\ntitle = \"Another name\"\n");
    super::eventually(
        || served.get("/a").header("etag").to_owned(),
        |tag| tag != one.header("etag"),
    );
}

#[test]
fn a_page_of_this_run_may_tell_what_was_not_found() {
    let (_folder, served) = served();
    let (host, token) = (served.host(), served.token());
    let tell = |token: &str, query: &str, more: &[(&str, &str)]| {
        let path = format!("/__playbook/missed?token={token}&query={query}");
        let headers: Vec<_> = [("Host", &*host)].into_iter().chain(more.iter().copied()).collect();
        served.ask("POST", &path, &headers).status
    };
    let missed = || served.problems("index.html")["missed"].clone();
    assert_eq!(tell("0000", "x", &[]), 403);
    assert_eq!(tell(&token, "x", &[("Origin", "http://evil.example")]), 403);
    assert_eq!(missed(), serde_json::json!([]));
    assert_eq!(tell(&token, "gone%20fishing", &[]), 204);
    assert_eq!(tell(&token, "", &[]), 204);
    assert_eq!(missed(), serde_json::json!(["gone fishing"]));
    for number in 0..120 {
        assert_eq!(tell(&token, &format!("query{number}"), &[]), 204);
    }
    assert_eq!(tell(&token, "query50", &[]), 204);
    let missed = missed();
    let missed = missed.as_array().unwrap();
    assert_eq!((missed.len(), &missed[0]), (100, &serde_json::json!("query50")));
    assert_eq!(tell(&token, &"a".repeat(5000), &[]), 204);
    let first = served.problems("index.html")["missed"][0].clone();
    assert_eq!(first.as_str().unwrap().len(), 200);
}
