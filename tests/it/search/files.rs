//! The files of the index: which there are, how large, and what is in none.

use std::collections::BTreeMap;

use crate::fixture::{self, Files, base};

fn files(files: &Files) -> BTreeMap<String, Vec<u8>> {
    let all = fixture::bytes(&fixture::build(files));
    all.into_iter().filter(|(path, _)| path.starts_with("search/")).collect()
}

#[test]
fn each_page_but_the_first_has_a_record() {
    let mut playbook = base();
    playbook.insert("content/index.md".to_owned(), b"Welcome.\n".to_vec());
    let site = fixture::build(&playbook);
    let records = site.site.all().filter(|(it, _)| it.as_str().starts_with("search/records/"));
    let pages = site.playbook().pages().count();
    assert_eq!(records.count(), pages - 1);
}

#[test]
fn a_file_says_what_it_is_and_calls_one_function() {
    for (path, bytes) in files(&base()) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("playbookSearch(\"") && text.ends_with(");\n"), "{path}");
        assert_eq!(text.lines().count(), 1, "{path}");
    }
}

#[test]
fn words_of_other_scripts_share_files_with_names_that_every_disk_takes() {
    let mut playbook = base();
    let text = "---\ntitle: 客户续约 и продление\n---\n\nКонтракт, con, aux, nul. 한국어.\n";
    playbook.insert("content/guides/other.md".to_owned(), text.as_bytes().to_vec());
    let files = files(&playbook);
    let words = files.keys().filter(|path| path.starts_with("search/words/"));
    let names: Vec<&str> = words.map(|path| path.rsplit('/').next().unwrap()).collect();
    assert!(names.iter().all(|name| name.is_ascii() && name.starts_with("w-")), "{names:?}");
    assert!(names.contains(&"w-_2a8_2a.js"), "Cyrillic is one file: {names:?}");
}

#[test]
fn a_file_of_words_stays_small_however_many_pages_there_are() {
    let mut playbook = base();
    for number in 0..400_u32 {
        let mut seed = number.wrapping_mul(2_654_435_761);
        let mut word = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            format!("s{}{}", char::from(b'a' + (seed >> 28) as u8), seed >> 20)
        };
        let words: Vec<String> = (0..100).map(|_| word()).collect();
        let text = format!("---\ntitle: Guide {number}\n---\n\n{}\n", words.join(" "));
        playbook.insert(format!("content/guides/g{number}.md"), text.into_bytes());
    }
    let files = files(&playbook);
    let words: Vec<_> = files.iter().filter(|(path, _)| path.contains("words/w-s")).collect();
    assert!(words.len() > 5, "the letter was cut: {}", words.len());
    assert!(words.iter().all(|(_, bytes)| bytes.len() < 20_000));
    // A few files for each time the size passes the limit, not one a letter.
    let bytes: usize = words.iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(words.len() < 3 * bytes / 15_000 + 3, "{} files, {bytes} bytes", words.len());
}
