//! The copy of a page for programs: which addresses and prompts it has.

use super::{page, twin};

#[test]
fn the_twin_knows_where_addresses_and_prompts_are() {
    let page = page(
        "fluency",
        "[a](x.md) ![b](<my file.png> \"t\") [r] <https://example.com> [bad](javascript:x)\n\n\
         > ```prompt\n> Say {{this}}\n> twice\n> ```\n\n[r]: ../r.md \"t\"\n",
    );
    insta::assert_snapshot!(twin(&page), @r#"
[a](<0>) ![b](<1> "t") [r] <https://example.com> bad

> ```prompt
> <prompt 0>
> ```

[r]: <2> "t"
"#);
}
