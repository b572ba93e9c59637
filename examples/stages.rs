use playbook::*;
use rayon::prelude::*;
use std::sync::Arc;
use std::time::Instant;
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let t = Instant::now();
    let s = source::load(std::path::Path::new(&root)).unwrap();
    println!("load {:?}", t.elapsed());
    let settings = memo::Hashed::new(document::DocumentSettings::of(&s.config));
    let t = Instant::now();
    let docs: Vec<_> = s
        .documents
        .par_iter()
        .map(|(p, b)| {
            document::parse(&document::DocumentKey {
                path: p.clone(),
                bytes: b.clone(),
                settings: settings.clone(),
            })
        })
        .collect();
    println!("parse {:?}", t.elapsed());
    rss();
    let key = model::ModelKey {
        config: s.config.clone(),
        pages: docs
            .iter()
            .map(|d| model::PageInput {
                path: d.path.clone(),
                kind: d.kind,
                id: d.id.clone(),
                card: d.card.clone(),
                excerpts: d.excerpts.clone(),
            })
            .collect(),
        assets: memo::Hashed::new(Default::default()),
        drafts: false,
    };
    let t = Instant::now();
    let m = model::assemble(&key);
    println!("assemble {:?}", t.elapsed());
    let t = Instant::now();
    let i = index::derive(&m.playbook);
    println!("index {:?}", t.elapsed());
    let t = Instant::now();
    let c = check::run(&m.playbook, &i);
    println!("check {:?} {}", t.elapsed(), c.len());
    rss();
    drop(docs);
    drop(m);
    drop(i);
    let mut e = engine::Engine::new();
    let t = Instant::now();
    let b = e.build(&s);
    println!("engine {:?}", t.elapsed());
    rss();
    let t = Instant::now();
    let n: usize = b
        .site
        .outputs
        .par_iter()
        .map(|(r, o)| match &o.content {
            engine::OutputContent::Rendered(x) => x.render().unwrap().len(),
            _ => 0,
        })
        .sum();
    println!("render {:?} {} bytes", t.elapsed(), n);
    let t = Instant::now();
    let n: usize = b
        .site
        .outputs
        .par_iter()
        .filter(|(r, _)| r.as_str().starts_with("workflows/") && r.as_str().ends_with(".html"))
        .map(|(r, o)| match &o.content {
            engine::OutputContent::Rendered(x) => x.render().unwrap().len(),
            _ => 0,
        })
        .sum();
    println!("render workflows {:?} {} bytes", t.elapsed(), n);
    rss();
    let t = Instant::now();
    let d = b.sorted(b.diagnostics.clone());
    println!("sort diags {:?} {}", t.elapsed(), d.len());
    let _ = Arc::new(());
}
fn rss() {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    for l in s.lines() {
        if l.starts_with("VmRSS") || l.starts_with("VmHWM") {
            print!("   {l}")
        }
    }
    println!();
}
