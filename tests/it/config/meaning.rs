//! What settings come to mean beside what they say.

use super::*;

#[test]
fn the_forge_is_guessed_from_the_address() {
    let forge = |url: &str, more: &str| {
        let text = format!("[site]\ntitle = \"P\"\n[repository]\nurl = \"{url}\"\n{more}");
        good(&text).repository.unwrap().forge
    };
    assert_eq!(forge("https://github.com/example/playbook", ""), Forge::Github);
    assert_eq!(forge("https://gitlab.com/example/playbook", ""), Forge::Gitlab);
    assert_eq!(forge("https://git.example/x", "forge = \"gitlab\""), Forge::Gitlab);
    assert_eq!(forge("https://github.com/gitlab/x", ""), Forge::Github);
}
