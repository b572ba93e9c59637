//! The languages of the corpus and the pieces that their blocks are assembled from; `code.rs`
//! explains the marks. Deliberately absent: credentials, addresses and other things that a
//! check for secrets would report.

use super::random::Random;

/// Text with marks.
pub type Template = &'static str;

/// How a language writes names of two words.
#[derive(Clone, Copy)]
pub enum Names {
    /// `two_words`
    Snake,
    /// `twoWords`
    Camel,
    /// `two-words`
    Kebab,
}

/// One language.
pub struct Language {
    /// The word behind the fence.
    pub fence: &'static str,
    /// How names look.
    pub names: Names,
    /// How a block may begin.
    pub openings: &'static [Template],
    /// What may follow, any number of times.
    pub pieces: &'static [Template],
    /// How it may end.
    pub closings: &'static [Template],
}

impl Language {
    /// One of the languages.
    pub fn any(random: &mut Random) -> &'static Self {
        LANGUAGES.get(random.below(LANGUAGES.len())).unwrap_or(&PYTHON)
    }
}

static LANGUAGES: [Language; 7] = [RUST, PYTHON, SQL, JSON, JAVASCRIPT, BASH, YAML];

const RUST: Language = Language {
    fence: "rust",
    names: Names::Snake,
    openings: &[
        "/// %p.\npub fn %a(%b: &[%T], %c: u32) -> Option<%T> {",
        "use std::collections::BTreeMap;\n\npub fn %a(%b: &str, %c: &mut BTreeMap<String, %T>) -> Option<%T> {",
        "#[derive(Debug, Default)]\npub struct %T {\n    %q: u64,\n}\n\nfn %a(%b: &[%T], %c: usize) -> Option<%T> {",
    ],
    pieces: &[
        "    let %x = %b.iter().filter(|%y| %y.%q > %n).count();",
        "    for (%x, %y) in %c.iter().enumerate() {\n        if %x % %n == 0 {\n            println!(\"%q {%y:?}\");\n        }\n    }",
        "    // %p\n    let mut %x: Vec<u64> = Vec::with_capacity(%n);\n    %x.push(%n);",
        "    let %x = match %b.first() {\n        Some(%y) if %y.%q() => %n,\n        Some(_) => %n,\n        None => return None,\n    };",
        "    let %x = \"%p\".split(' ').map(str::len).max()?;",
        "    debug_assert!(%c < %n, \"%p\");",
    ],
    closings: &[
        "    %T::%q(%c, %n)\n}",
        "    None\n}",
        "    Some(%T { %q: %n, ..Default::default() })\n}",
    ],
};

const PYTHON: Language = Language {
    fence: "python",
    names: Names::Snake,
    openings: &[
        "def %a(%b, %c=%n):\n    \"\"\"%p.\"\"\"",
        "from dataclasses import dataclass\n\n\n@dataclass\nclass %T:\n    %a: str = \"%q\"",
        "import csv\n\n\ndef %a(%b: list[dict], %c: int) -> dict:",
    ],
    pieces: &[
        "    %x = [%y for %y in %b if %y[\"%q\"] > %n]",
        "    for %x in %b:\n        if %x.get(\"%q\") is None:\n            continue\n        %c += %n",
        "    # %p\n    %x = {\"%q\": %n, \"%q\": \"%p\"}",
        "    with open(\"%x.csv\", newline=\"\") as %y:\n        %b = list(csv.DictReader(%y))",
        "    try:\n        %x = float(%b[%n])\n    except ValueError:\n        raise %T(f\"%q {%b}\")",
        "    print(f\"%p: {%c:.2f}\")",
    ],
    closings: &[
        "    return %c",
        "    return {\"%q\": %b, \"%q\": %n}",
        "    return sorted(%b, key=lambda %x: -%x[\"%q\"])[:%n]",
    ],
};

const SQL: Language = Language {
    fence: "sql",
    names: Names::Snake,
    openings: &[
        "-- %p\nSELECT %a.%q, count(*) AS %b",
        "WITH %c AS (\n  SELECT %q, %q FROM %b WHERE %q >= %n\n)\nSELECT %a.%q",
    ],
    pieces: &[
        "     , sum(%a.%x) FILTER (WHERE %a.%y > %n) AS %x",
        "     , CASE WHEN %a.%x IS NULL THEN '%q'\n            WHEN %a.%x < %n THEN '%q'\n            ELSE '%q' END AS %y",
        "     , round(avg(%a.%x), 2) AS %y  -- %p",
        "     , coalesce(%a.%x, %a.%y, %n)",
        "     , (SELECT max(%x) FROM %y WHERE %y.%q = %a.%q) AS %q",
    ],
    closings: &[
        "FROM %b AS %a\nGROUP BY 1\nORDER BY 2 DESC\nLIMIT %n;",
        "FROM %b AS %a\nLEFT JOIN %c USING (%q)\nWHERE %a.%q NOT IN ('%q', '%q')\nGROUP BY %a.%q\nHAVING count(*) > %n;",
    ],
};

const JSON: Language = Language {
    fence: "json",
    names: Names::Snake,
    openings: &["{\n  \"%a\": \"%p\",", "{\n  \"version\": %n,\n  \"%a\": true,"],
    pieces: &[
        "  \"%x\": %n,",
        "  \"%x\": \"%p\",",
        "  \"%x\": [\"%q\", \"%q\", \"%q\"],",
        "  \"%x\": {\n    \"%q\": %n.%n,\n    \"%y\": \"%p\"\n  },",
        "  \"%x\": [\n    { \"%q\": %n, \"%y\": null },\n    { \"%q\": %n, \"%y\": false }\n  ],",
    ],
    closings: &["  \"%b\": %n\n}", "  \"%b\": { \"%c\": \"%q\" }\n}"],
};

const JAVASCRIPT: Language = Language {
    fence: "javascript",
    names: Names::Camel,
    openings: &[
        "// %p\nexport async function %a(%b, { %c = %n } = {}) {",
        "import { %q } from './%q.js';\n\nexport function %a(%b, %c) {",
        "/** %p */\nexport const %a = async (%b, %c = []) => {",
    ],
    pieces: &[
        "  const %x = %b.filter((%y) => %y.%q > %n);",
        "  for (const %x of %b) {\n    if (!%x.%q) continue;\n    %c.push({ ...%x, %y: '%q' });\n  }",
        "  const %x = await fetch(`/%q/${%b}?%q=${%c}`);\n  const %y = await %x.json();",
        "  // %p\n  let %x = %b?.%q ?? %n;",
        "  if (/^%q[a-z]+$/.test(%b)) {\n    throw new Error(`%p: ${%c}`);\n  }",
        "  console.log('%p', %c.map((%x) => %x.%q * %n));",
    ],
    closings: &["  return %c;\n}", "  return new Map(Object.entries(%b).slice(0, %n));\n}"],
};

const BASH: Language = Language {
    fence: "bash",
    names: Names::Snake,
    openings: &[
        "#!/usr/bin/env bash\nset -euo pipefail\n%a=${1:-%q}",
        "# %p\n%a() {\n  local %b=\"$1\"\n}",
        "%a=%n\n%b=\"%q/%q\"",
    ],
    pieces: &[
        "for %x in \"$%a\"/*.csv; do\n  cut -d, -f%n \"$%x\" | sort | uniq -c >> %y.txt\ndone",
        "if [[ -z \"${%x:-}\" ]]; then\n  echo \"%p\" >&2\n  exit %n\nfi",
        "%x=$(grep -c '%q' \"%y.log\" || true)",
        "# %p\nawk -F'\\t' '$%n > %n { print $1, $2 }' %x.tsv > %y.tsv",
        "while read -r %x %y; do\n  printf '%q: %s\\n' \"$%x\"\ndone < \"%q.txt\"",
        "mkdir -p \"%x/%y\" && cp %q-*.md \"%x/%y/\"",
    ],
    closings: &["echo \"%q: ${%a}\"", "[ -s \"%q.txt\" ] && wc -l < \"%q.txt\" || echo %n"],
};

const YAML: Language = Language {
    fence: "yaml",
    names: Names::Kebab,
    openings: &["# %p\n%a:\n  %b: %n", "version: %n\n%a:\n  - %q\n  - %q\n%b:\n  enabled: true"],
    pieces: &[
        "  %x: \"%p\"",
        "  %x:\n    - %q\n    - name: %y\n      limit: %n",
        "  %x: { %q: %n, %y: false }",
        "  # %p\n  %x: %n",
        "  %x: >\n    %p\n    %p",
        "  %x:\n    when: %q == '%q'\n    steps: [%q, %q]",
    ],
    closings: &["%c:\n  %q: null", "  %c: [%n, %n]"],
};
