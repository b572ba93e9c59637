//! Loops of a company's templates come to an end, or to a message with its place.

use super::fails_on_a_page;

/// What is told of a template for the page that every site has.
fn told(template: &str) -> String {
    fails_on_a_page(&[("404.html", template)])
}

#[test]
fn loops_without_end_are_told_at_the_loop() {
    let steps = "the loops of this page take more than 200000 steps";
    let all = "{% set all = range(end=1000) %}\n";
    for (template, place) in [
        ("{% for n in range(end=10000000000) %}x{% endfor %}".to_owned(), "1:13"),
        (
            format!(
                "{all}{{% for a in all %}}{{% for b in all %}}{{% for c in all %}}x{{% endfor %}}{{% endfor %}}{{% endfor %}}"
            ),
            "2:37",
        ),
        (format!("{all}{{{{ [[b for b in all] for a in all] | length }}}}"), "2:5"),
        (
            format!(
                "{all}{{% for a in all -%}} {{% for b in all -%}} x{{% endfor %}}{{% endfor %}}"
            ),
            "2:21",
        ),
    ] {
        let told = told(&template);
        assert!(told.contains(steps), "{template}: {told}");
        assert!(
            told.contains(&format!("themes/northgate/404.html:{place} ")),
            "{template}: {told}"
        );
    }
}

#[test]
fn a_page_that_grows_without_end_is_told_by_its_template() {
    let line = "x".repeat(1000);
    let told = told(&format!("{{% for n in range(end=100000) %}}{line}{{% endfor %}}"));
    assert!(told.contains("a page is larger than 64 MB"), "{told}");
    assert!(told.contains("themes/northgate/404.html:1:1 "), "{told}");
}

#[test]
fn what_stands_behind_a_loop_has_its_place_in_the_file() {
    let told = told(
        "{% for n in [1, 2] %}{{ n }}{% endfor %}{% for n in [3] -%} {{ page.titel }}{% endfor %}",
    );
    assert!(told.contains("themes/northgate/404.html:1:69 `titel`"), "{told}");
}
