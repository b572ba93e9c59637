//! The headers that `docs/headers` recommends: all of them hold the policy that
//! the pages carry, and nginx and Apache send them with every kind of file, as
//! what it is. A server that is not installed is left out; `tests/run` brings both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::fixture;
use crate::serve::browser::Answer;
use crate::serve::eventually;

/// What every kind of file is, by its extension.
const TYPES: [(&str, &str); 20] = [
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("webp", "image/webp"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
];

fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit('.').next().unwrap();
    if path.starts_with("feeds/") && extension == "xml" {
        return "application/atom+xml";
    }
    let found = TYPES.iter().find(|(known, _)| *known == extension);
    found.unwrap_or_else(|| panic!("no type for {path}")).1
}

/// The headers, with the policy of the pages. That no other site may frame them
/// is what a page cannot say itself.
fn headers() -> [(&'static str, String); 5] {
    let page = fixture::shown(&fixture::base(), "index.html");
    let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (policy, _) = policy.split_once('"').unwrap();
    [
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
    ]
}

fn snippet(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/headers").join(name)
}

#[test]
fn every_recommendation_gives_the_same_headers() {
    let read = |name: &str| fs::read_to_string(snippet(name)).unwrap();
    let (nginx, apache, other) = (read("nginx.conf"), read("apache.conf"), read("README.md"));
    for (name, value) in headers() {
        for (text, line) in [
            (&nginx, format!("\nadd_header {name} \"{value}\" always;\n")),
            (&apache, format!("\nHeader always set {name} \"{value}\"\n")),
            (&other, format!(" {name} \"{value}\"\n")),
            (&other, format!("--custom-response-header=\"{name}: {value}\"")),
        ] {
            assert!(text.contains(&line), "{line} is missing");
        }
    }
    let number = headers().len();
    assert_eq!(nginx.matches("\nadd_header ").count(), number);
    assert_eq!(apache.matches("\nHeader always set ").count(), number);
    assert_eq!(other.matches("--custom-response-header=").count(), number);

    let cloudfront: serde_json::Value = serde_json::from_str(&read("cloudfront.json")).unwrap();
    let security = &cloudfront["SecurityHeadersConfig"];
    let custom = cloudfront["CustomHeadersConfig"]["Items"].as_array().unwrap();
    let mut given: BTreeMap<&str, &str> = custom
        .iter()
        .map(|it| (it["Header"].as_str().unwrap(), it["Value"].as_str().unwrap()))
        .collect();
    for name in ["ContentSecurityPolicy", "ReferrerPolicy"] {
        given.insert(name, security[name][name].as_str().unwrap());
    }
    // The service knows one value for this one.
    assert!(security["ContentTypeOptions"].is_object());
    given.insert("X-Content-Type-Options", "nosniff");
    let plain = |name: &str| match name {
        "Content-Security-Policy" | "Referrer-Policy" => name.replace('-', ""),
        _ => name.to_owned(),
    };
    let wanted = headers().map(|(name, value)| (plain(name), value));
    let given = given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    assert_eq!(given.collect::<BTreeMap<_, _>>(), BTreeMap::from(wanted));
}

#[test]
fn every_download_that_is_allowed_has_a_type() {
    let (config, _) = playbook::config::parse("[site]\ntitle = \"T\"\n");
    for extension in config.unwrap().build.assets {
        media_type(&format!("a.{extension}"));
    }
}

#[test]
fn servers_send_every_kind_of_file_as_what_it_is_with_all_headers() {
    let folder = tempfile::tempdir().unwrap();
    // Apache gives up its rights, and then has to be let in.
    open_to_all(folder.path());
    let site = folder.path().join("site");
    let root = env!("CARGO_MANIFEST_DIR");
    let mut build = Command::new(assert_cmd::cargo::cargo_bin("playbook"));
    build.args(["build", "--root", root, "--output"]).arg(&site);
    assert!(build.output().unwrap().status.success());
    for (extension, _) in TYPES {
        fs::write(site.join(format!("download.{extension}")), extension).unwrap();
    }
    let paths = one_of_each(&site);
    assert!(paths.len() > 40, "{paths:?}");

    let ways = [nginx(folder.path(), &site), apache(folder.path(), &site, false)];
    ways.into_iter().flatten().for_each(|server| asks(&server, &site, &paths));
    if let Some(server) = apache(folder.path(), &site, true) {
        fs::copy(snippet("apache.conf"), site.join(".htaccess")).unwrap();
        asks(&server, &site, &paths);
    }
}

/// A file of each ending in each folder of the site's root.
fn one_of_each(site: &Path) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(site).sort_by_file_name().into_iter().map(Result::unwrap);
    let mut found = BTreeMap::new();
    for file in files.filter(|it| it.file_type().is_file()) {
        let path = file.path().strip_prefix(site).unwrap().to_str().unwrap().to_owned();
        let folder = path.split('/').next().unwrap().to_owned();
        let ending = path.rsplit('.').next().unwrap().to_owned();
        if !path.starts_with('.') {
            found.entry((folder, ending)).or_insert(path);
        }
    }
    found.into_values().collect()
}

fn asks(server: &WebServer, site: &Path, paths: &BTreeSet<String>) {
    let name = server.name;
    let headers = headers();
    let has_headers = |answer: &Answer, path: &str| {
        for (header, value) in &headers {
            assert_eq!(answer.header(&header.to_lowercase()), value, "{name}: {header} of {path}");
        }
    };
    for path in paths {
        let answer = server.get(path, "");
        assert_eq!(answer.status, 200, "{name}: {path}");
        assert_eq!(answer.header("content-type"), media_type(path), "{name}: {path}");
        assert!(answer.body == fs::read(site.join(path)).unwrap(), "{name}: {path}");
        has_headers(&answer, path);
        let again = server.get(path, &format!("If-None-Match: {}\r\n", answer.header("etag")));
        assert_eq!(again.status, 304, "{name}: {path} was sent again");
    }
    assert!(server.get("", "").body == fs::read(site.join("index.html")).unwrap(), "{name}");
    let moved = server.get("go/renewal-brief.html", "");
    assert_eq!(moved.status, 301, "{name}");
    assert!(moved.header("location").ends_with("/workflows/renewal-brief.html"), "{name}");
    let hidden = [".playbook-manifest.json", ".htaccess", ".git/config", "feeds/.x.xml"];
    for path in hidden.into_iter().chain(["no/such/page.html", "feeds/none.xml"]) {
        let answer = server.get(path, "");
        assert_eq!(answer.status, 404, "{name}: {path}");
        assert_eq!(answer.header("content-type"), media_type("404.html"), "{name}: {path}");
        assert!(answer.body == fs::read(site.join("404.html")).unwrap(), "{name}: {path}");
        has_headers(&answer, path);
    }
}

/// A server that ends when this is dropped.
struct WebServer {
    name: &'static str,
    child: Child,
    address: SocketAddr,
}

impl WebServer {
    fn start(name: &'static str, command: &mut Command, address: SocketAddr) -> Self {
        let child = command.stdin(Stdio::null()).spawn().unwrap();
        let mut server = Self { name, child, address };
        eventually(
            || {
                let ended = server.child.try_wait().unwrap();
                assert!(ended.is_none(), "{name} does not start");
                TcpStream::connect(address).is_ok()
            },
            |is_up| *is_up,
        );
        server
    }

    fn get(&self, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let request =
            format!("GET /{path} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::parse(&bytes)
    }
}

impl Drop for WebServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A program that a variable names, or that is installed.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).chain(["/usr/sbin".into()]).collect();
    let places = folders.iter().flat_map(|folder| names.iter().map(|name| folder.join(name)));
    let found = places.into_iter().find(|path| path.is_file());
    if found.is_none() {
        eprintln!("left out: no {}", names[0]);
    }
    found
}

/// Nobody listens there yet.
fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

fn nginx(folder: &Path, site: &Path) -> Option<WebServer> {
    let program = program("PLAYBOOK_NGINX", &["nginx"])?;
    let address = free_address();
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {}/{what};", folder.display()));
    let text = format!(
        "daemon off;\nmaster_process off;\npid {0}/nginx.pid;\nerror_log stderr;\nevents {{}}\n\
         http {{\naccess_log off;\nlog_not_found off;\n{1}\nserver {{\nlisten {address};\nroot {2};\ninclude {3};\n}}\n}}\n",
        folder.display(),
        kept.join("\n"),
        site.display(),
        snippet("nginx.conf").display(),
    );
    let settings = folder.join("nginx.conf");
    fs::write(&settings, text).unwrap();
    let mut command = Command::new(program);
    command.arg("-p").arg(folder).args(["-e", "stderr", "-c"]).arg(settings);
    Some(WebServer::start("nginx", &mut command, address))
}

fn apache(folder: &Path, site: &Path, in_the_folder: bool) -> Option<WebServer> {
    let program = program("PLAYBOOK_APACHE", &["apache2", "httpd"])?;
    let address = free_address();
    let modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"];
    let modules = modules.into_iter().find(|path| Path::new(path).is_dir()).unwrap();
    let load: String = ["mpm_event", "unixd", "authz_core", "dir", "mime", "headers", "alias"]
        .map(|name| {
            let module = format!("LoadModule {name}_module {modules}/mod_{name}.so");
            format!("<IfModule !mod_{name}.c>\n{module}\n</IfModule>\n")
        })
        .concat();
    let user = match rustix::process::geteuid().is_root() {
        true => "User #65534\nGroup #65534\n",
        false => "",
    };
    let rules = match in_the_folder {
        true => "AllowOverride All".to_owned(),
        false => format!("Include {}", snippet("apache.conf").display()),
    };
    let text = format!(
        "{load}{user}ServerRoot {0}\nDefaultRuntimeDir {0}\nPidFile apache.pid\nErrorLog apache.log\n\
         ServerName site\nListen {address}\nTypesConfig /dev/null\nDocumentRoot {1}\n\
         <Directory {1}>\nRequire all granted\n{rules}\n</Directory>\n",
        folder.display(),
        site.display(),
    );
    let settings = folder.join("apache.conf");
    fs::write(&settings, text).unwrap();
    let mut command = Command::new(program);
    command.arg("-X").arg("-f").arg(settings);
    Some(WebServer::start("Apache", &mut command, address))
}
