//! Code blocks in colours: few elements, common languages told apart, limits
//! that are counted.

use crate::fixture;
use crate::markdown::guide;

#[test]
fn code_is_highlighted_with_few_elements_and_any_fence_is_inert() {
    insta::assert_snapshot!(guide("```rust\nlet x = \"<b>\"; // no\n```\n"), @r#"
<pre tabindex="0"><code class="language-rust"><span class="hl-k">let</span> x = <span class="hl-s">"&lt;b&gt;"</span>; <span class="hl-c">// no</span>
</code></pre>
"#);
    insta::assert_snapshot!(guide("```\"><script> onload=x\na < b\n```\n\n```unheard-of {.x}\nc\n```\n\n    indented\n"), @r#"
<pre tabindex="0"><code class="language-script">a &lt; b
</code></pre>
<pre tabindex="0"><code class="language-unheard-of">c
</code></pre>
<pre tabindex="0"><code>indented
</code></pre>
"#);
    let long = format!("```haskell\n{}\n```\n", "\"a\" ".repeat(500));
    assert!(!guide(&long).contains("<span"), "a long line stays plain");
}

/// The inside of a highlighted block, with `k:word` for a keyword and so on.
fn marked(language: &str, code: &str) -> String {
    let html = guide(&format!("```{language}\n{code}\n```\n"));
    let inside = html.split_once("\">").unwrap().1.rsplit_once("</code>").unwrap().0;
    inside.replace("<span class=\"hl-", "{").replace("</span>", "}").replace("\">", ":")
}

#[test]
fn common_languages_are_told_apart_by_their_words_strings_and_comments() {
    let cases = [
        (
            "rust",
            "#[derive(Debug)]\nfn a<'a>(x: &'a str) -> u8 { 'b'; '\\n'; r#\"c\"d\"#; // e\n  0..10; 1.5 /* f */; Some(x!()) }",
        ),
        (
            "python",
            "@cached\ndef f(n: int = 0x1F):  # why\n    \"\"\"Doc\n    string\"\"\"\n    return 'it''s' + self.x",
        ),
        ("ts", "const a: string = `b ${c}\nd`; // e\nnew Foo(null, 'don\\'t')"),
        ("bash", "for f in *.md; do echo \"$f#x\" # done\n  export A='b c' && ls $HOME; done"),
        ("sql", "SELECT count(*) FROM \"T\" -- all\nwhere name = 'it''s' AND n > 12"),
        ("json", "{\"a\": [1, true, \"b:c\"],\n \"d\" : null}"),
        (
            "yaml",
            "# top\nname: it's fine\n- \"quoted\": yes\n  due-date: 2026-01-01 # end\nurl: https://x",
        ),
        ("toml", "[site]\ntitle = \"x = y\" # z\nn = 1_000"),
        ("html", "<!-- c --><a href=\"x>y\" hidden>t &amp; u</a>"),
        ("css", "/* c */\na:hover { border-radius: 0.5em; }\n@media print {}"),
        ("diff", "@@ -1 +1 @@\n-old\n+new\n same"),
        ("make", "include x.mk # y\nall: $(A)\n  echo $HOME"),
        ("powershell", "Get-ChildItem $env:HOME | foreach { Write-Host \"x\" } <# c #>"),
    ];
    let shown = cases.map(|(language, code)| format!("{language}\n{}", marked(language, code)));
    insta::assert_snapshot!(shown.join("\n"), @r##"
rust
<code class="language-rust:#[{f:derive}({t:Debug})]
{k:fn} a&lt;'a&gt;(x: &amp;'a {t:str}) -&gt; {t:u8} { {s:'b'}; {s:'\n'}; {s:r#"c"d"#}; {c:// e}
  {n:0}..{n:10}; {n:1.5} {c:/* f */}; {f:Some}({f:x}!()) }

python
<code class="language-python:{a:@cached}
{k:def} {f:f}(n: {t:int} = {n:0x1F}):  {c:# why}
    {s:"""Doc
    string"""}
    {k:return} {s:'it''s'} + {k:self}.x

ts
<code class="language-ts:{k:const} a: {t:string} = {s:`b ${c}
d`}; {c:// e}
{k:new} {f:Foo}({n:null}, {s:'don\'t'})

bash
<code class="language-bash:{k:for} f {k:in} *.md; {k:do echo} {s:"$f#x"} {c:# done}
  {k:export} A={s:'b c'} &amp;&amp; ls {a:$HOME}; {k:done}

sql
<code class="language-sql:{k:SELECT} {f:count}(*) {k:FROM} {s:"T"} {c:-- all}
{k:where} name = {s:'it''s'} {k:AND} n &gt; {n:12}

json
<code class="language-json:{{a:"a"}: [{n:1}, {n:true}, {s:"b:c"}],
 {a:"d"} : {n:null}}

yaml
<code class="language-yaml:{c:# top}
{a:name}: it's fine
- {a:"quoted"}: {n:yes}
  {a:due-date}: {n:2026}-{n:01}-{n:01} {c:# end}
{a:url}: https://x

toml
<code class="language-toml:[site]
{a:title} = {s:"x = y"} {c:# z}
{a:n} = {n:1_000}

html
<code class="language-html:{c:&lt;!-- c --&gt;}{k:&lt;a} {a:href}={s:"x&gt;y"} {a:hidden}{k:&gt;}t &amp;amp; u{k:&lt;/a&gt;}

css
<code class="language-css:{c:/* c */}
a:hover { {a:border-radius}: {n:0.5em}; }
{a:@media} print {}

diff
<code class="language-diff:{k:@@ -1 +1 @@}
{d:-old}
{i:+new}
 same

make
<code class="language-make:{k:include} x.mk {c:# y}
all: $(A)
  echo {a:$HOME}

powershell
<code class="language-powershell:{f:Get-ChildItem} {a:$env}:HOME | {k:foreach} { {f:Write-Host} {s:"x"} } {c:&lt;# c #&gt;}
"##);
}

#[test]
fn a_language_that_the_scanner_does_not_know_is_read_by_its_grammar() {
    insta::assert_snapshot!(marked("haskell", "main = putStrLn \"<hi>\" -- there"), @r#"<code class="language-haskell:main = putStrLn {s:"&lt;hi&gt;"} {c:-- there}"#);
    insta::assert_snapshot!(marked("latex", "\\section{One} % why"), @r#"<code class="language-latex:{f:\section}{{k:One}} {c:% why}"#);
}

/// The page of a guide with this text, where so many bytes of code get colours.
fn limited(highlight_bytes: u64, text: &str) -> String {
    let path = "content/guides/first-week.md";
    let mut files = fixture::with(path, &format!("---\ntitle: First week\n---\n{text}"));
    let limits = format!("\n[limits]\nhighlight_bytes = {highlight_bytes}\n");
    files.get_mut("playbook.toml").unwrap().extend(limits.into_bytes());
    fixture::shown(&files, "guides/first-week.html")
}

#[test]
fn code_beyond_the_limit_stays_plain() {
    let page = limited(15, "```rust\nlet a = 1;\nlet b = 2;\n```\n");
    let block = page.split_once("<pre").unwrap().1.split_once("</pre>").unwrap().0;
    insta::assert_snapshot!(block, @r#"
 tabindex="0"><code class="language-rust"><span class="hl-k">let</span> a = <span class="hl-n">1</span>;
let b = 2;
</code>
"#);
}

#[test]
fn grammars_have_one_budget_for_all_blocks_of_a_page() {
    let page = limited(40, &"```haskell\nmain = \"a\"\n```\n\n".repeat(10));
    assert_eq!(page.matches("<span class=\"hl-s\">").count(), 3);
}

#[test]
fn grammars_read_eight_kilobytes_of_a_page_whatever_the_limit_and_the_scanner_more() {
    let strings = |language: &str| {
        let line = "main = \"a\" ---\n";
        let page = limited(1 << 20, &format!("```{language}\n{}```\n", line.repeat(1000)));
        page.matches("<span class=\"hl-s\">").count()
    };
    assert_eq!(strings("haskell"), 8192 / 15);
    assert_eq!(strings("rust"), 1000);
}
