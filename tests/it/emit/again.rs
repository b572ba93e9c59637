//! Publishing once more by the process that published before: what cannot have
//! changed is not rendered to find that out, and nothing else is taken for
//! granted.

use playbook::emit::Earlier;
use playbook::engine::{Render, RenderError};

use super::*;

/// A page that counts how often it is rendered.
struct Counted {
    text: String,
    renders: Arc<AtomicUsize>,
}

impl Render for Counted {
    fn key(&self) -> Digest {
        Digest::of(self.text.as_str())
    }

    fn render(&self) -> Result<Vec<u8>, RenderError> {
        self.renders.fetch_add(1, Ordering::Relaxed);
        Ok(self.text.clone().into_bytes())
    }
}

fn counted(pages: &[(&str, &str)]) -> (Site, Arc<AtomicUsize>) {
    let renders = Arc::new(AtomicUsize::new(0));
    let output = |text: &str| {
        let page = Counted { text: text.to_owned(), renders: Arc::clone(&renders) };
        Output::Rendered(Arc::new(page))
    };
    let outputs = pages.iter().map(|(path, text)| (Route::new(*path), output(text))).collect();
    (Site::of(outputs), renders)
}

fn again(playbook: &Playbook, earlier: &Site, of: &str, site: &Site) -> WriteReport {
    let earlier = Earlier { site: earlier, inputs: Digest::of(of) };
    emit::write_over(earlier, site, &playbook.target(), &options("two")).unwrap()
}

const THREE: &[(&str, &str)] = &[("a.html", "a"), ("b.html", "b"), ("c.html", "c")];
const NEXT: &[(&str, &str)] = &[("a.html", "a"), ("b.html", "B"), ("d.html", "d")];

#[test]
fn only_what_may_differ_is_rendered() {
    let playbook = Playbook::new();
    let (before, _) = counted(THREE);
    playbook.write(&before);
    let (after, renders) = counted(NEXT);
    let report = again(&playbook, &before, "one", &after);
    assert_eq!(routes(&report), ["b.html", "d.html"]);
    assert_eq!((report.unchanged, report.removed.as_slice()), (1, &["c.html".to_owned()][..]));
    assert_eq!(renders.load(Ordering::Relaxed), 2);
    assert_eq!(playbook.published(), tree(NEXT));
}

#[test]
fn a_file_that_somebody_edited_or_removed_is_made_again() {
    let playbook = Playbook::new();
    let (before, _) = counted(THREE);
    playbook.write(&before);
    playbook.put("public/a.html", "edited");
    fs::remove_file(playbook.path("public/c.html")).unwrap();
    let (after, renders) = counted(THREE);
    let report = again(&playbook, &before, "one", &after);
    assert_eq!(routes(&report), ["a.html", "c.html"]);
    assert_eq!(renders.load(Ordering::Relaxed), 2);
    assert_eq!(playbook.published(), tree(THREE));
}

#[test]
fn what_another_build_has_published_meanwhile_is_not_taken_for_granted() {
    let playbook = Playbook::new();
    let (before, _) = counted(THREE);
    playbook.write(&before);
    playbook
        .try_write(&site(&[("a.html", "other")]), |it| it.inputs = Digest::of("other"))
        .unwrap();
    let (after, renders) = counted(THREE);
    again(&playbook, &before, "one", &after);
    assert_eq!(renders.load(Ordering::Relaxed), 3);
    assert_eq!(playbook.published(), tree(THREE));
}
