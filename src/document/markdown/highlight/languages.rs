//! What the scanner knows of each language: how comments and strings look, and
//! which words mean something. To add a language, add a row.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spans::Class;

/// A language of the scanner.
pub(super) struct Language {
    /// Names on a fence.
    names: &'static str,
    pub(super) flavour: Flavour,
    pub(super) line_comments: &'static [&'static str],
    pub(super) block_comments: &'static [(&'static str, &'static str)],
    pub(super) quotes: &'static [Quote],
    /// Characters that start a variable: `$name`, `@name`.
    pub(super) sigils: &'static str,
    /// Words in mixed case are types.
    pub(super) upper_case_types: bool,
    /// Words mean the same in any case.
    any_case: bool,
    keywords: &'static str,
    constants: &'static str,
    types: &'static str,
}

/// Where a language differs from most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flavour {
    /// Statements, expressions, calls.
    Code,
    /// Declarations with hyphens: `border-radius: 0`.
    Css,
    /// Lines that were added and removed.
    Diff,
    /// Keys before a colon.
    Json,
    /// Tags.
    Markup,
    /// Keys before an equals sign.
    Settings,
    /// Commands named verb and noun: `Get-ChildItem`.
    Verbs,
    /// Keys before a colon, with or without quotes.
    Yaml,
}

/// How a string looks.
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    /// A backslash takes the next character along.
    pub(super) escapes: bool,
    pub(super) reach: Reach,
}

/// How far a string goes that is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// It is one character, or it is no string.
    Character,
    /// To the end of its line.
    Line,
    /// To the end of the text.
    Text,
}

impl Language {
    /// What a word means, if anything.
    pub(super) fn class_of(&self, word: &str) -> Option<Class> {
        let words = WORDS.get(self.names)?;
        if self.any_case {
            return words.get(word.to_ascii_lowercase().as_str()).copied();
        }
        words.get(word).copied()
    }
}

/// The language with this name, in lower case.
pub(super) fn find(name: &str) -> Option<&'static Language> {
    // Gone through, not looked up: 23 rows once a block are nothing beside its text.
    LANGUAGES.iter().find(|language| language.names.split(' ').any(|it| it == name))
}

static WORDS: LazyLock<HashMap<&str, HashMap<&str, Class>>> = LazyLock::new(|| {
    let words = |language: &'static Language| {
        let kinds = [
            // The last of two classes counts: a word that is a keyword too is shown as one.
            (language.types, Class::Type),
            (language.constants, Class::Number),
            (language.keywords, Class::Keyword),
        ];
        let words = kinds
            .into_iter()
            .flat_map(|(words, class)| words.split_whitespace().map(move |word| (word, class)));
        (language.names, words.collect())
    };
    LANGUAGES.iter().map(words).collect()
});

const fn quote(mark: &'static str, reach: Reach) -> Quote {
    Quote { open: mark, close: mark, escapes: true, reach }
}

const fn raw(open: &'static str, close: &'static str, reach: Reach) -> Quote {
    Quote { open, close, escapes: false, reach }
}

const DOUBLE: Quote = quote("\"", Reach::Line);
const SINGLE: Quote = quote("'", Reach::Line);
const CHARACTER: Quote = quote("'", Reach::Character);
const C_COMMENT: &[(&str, &str)] = &[("/*", "*/")];

/// Code with C's comments and double quotes; the rest is said by each row.
const CODE: Language = Language {
    names: "",
    flavour: Flavour::Code,
    line_comments: &["//"],
    block_comments: C_COMMENT,
    quotes: &[DOUBLE, SINGLE],
    sigils: "",
    upper_case_types: false,
    any_case: false,
    keywords: "",
    constants: "",
    types: "",
};

static LANGUAGES: [Language; 23] = [
    Language {
        names: "bash sh shell zsh console shell-session terminal",
        line_comments: &["#"],
        block_comments: &[],
        quotes: &[quote("\"", Reach::Text), raw("'", "'", Reach::Text), quote("`", Reach::Line)],
        sigils: "$",
        keywords: "alias case cd do done echo elif else esac eval exec exit export fi for function \
                   if in local printf read readonly return select set shift source then trap \
                   unset until while",
        constants: "true false",
        ..CODE
    },
    Language {
        names: "c h cpp c++ cc hpp",
        quotes: &[DOUBLE, CHARACTER],
        sigils: "#",
        keywords: "alignas auto break case catch class const constexpr continue default delete do \
                   else enum explicit extern for friend goto if inline namespace new noexcept \
                   operator override private protected public return sizeof static struct switch \
                   template this throw try typedef typename union using virtual volatile while",
        constants: "true false NULL nullptr",
        types: "bool char double float int int32_t int64_t long short signed size_t uint32_t \
                uint64_t uint8_t unsigned void wchar_t",
        ..CODE
    },
    Language {
        names: "csharp c# cs",
        quotes: &[raw("@\"", "\"", Reach::Text), DOUBLE, CHARACTER],
        upper_case_types: true,
        keywords: "abstract as async await base break case catch class const continue default \
                   delegate do else enum event explicit extern finally fixed for foreach get goto \
                   if implicit in init interface internal is lock namespace new operator out \
                   override params partial private protected public readonly record ref return \
                   sealed set sizeof static struct switch this throw try typeof using var virtual \
                   void where while yield",
        constants: "true false null",
        types: "bool byte char decimal double dynamic float int long object sbyte short string \
                uint ulong ushort",
        ..CODE
    },
    Language {
        names: "css scss less",
        flavour: Flavour::Css,
        sigils: "@$",
        keywords: "important",
        ..CODE
    },
    Language {
        names: "dax powerfx power-fx excel",
        quotes: &[raw("\"", "\"", Reach::Line)],
        any_case: true,
        keywords: "and asc by desc else evaluate false if in let not or order return then true var \
                   with as self parent thisitem thisrecord",
        ..CODE
    },
    Language { names: "diff patch", flavour: Flavour::Diff, ..CODE },
    Language {
        names: "dockerfile docker",
        line_comments: &["#"],
        block_comments: &[],
        sigils: "$",
        keywords: "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL \
                   STOPSIGNAL USER VOLUME WORKDIR AS",
        ..CODE
    },
    Language {
        names: "go golang",
        quotes: &[DOUBLE, raw("`", "`", Reach::Text), CHARACTER],
        keywords: "break case chan const continue default defer else fallthrough for func go goto \
                   if import interface map package range return select struct switch type var",
        constants: "true false nil iota",
        types: "any bool byte complex128 complex64 error float32 float64 int int16 int32 int64 \
                int8 rune string uint uint16 uint32 uint64 uint8 uintptr",
        ..CODE
    },
    Language { names: "html xml htm xhtml svg xaml vue", flavour: Flavour::Markup, ..CODE },
    Language {
        names: "ini toml properties cfg conf env dotenv",
        flavour: Flavour::Settings,
        line_comments: &["#", ";"],
        block_comments: &[],
        quotes: &[
            raw("'''", "'''", Reach::Text),
            quote("\"\"\"", Reach::Text),
            DOUBLE,
            raw("'", "'", Reach::Line),
        ],
        constants: "true false",
        ..CODE
    },
    Language {
        names: "java kotlin kt",
        quotes: &[quote("\"\"\"", Reach::Text), DOUBLE, CHARACTER],
        sigils: "@",
        upper_case_types: true,
        keywords: "abstract as assert break by case catch class companion const continue data \
                   default do else enum extends final finally for fun if implements import in init \
                   instanceof interface internal is lateinit native new object open operator \
                   override package private protected public record return sealed static super \
                   suspend switch synchronized this throw throws try typealias val var void when \
                   where while yield",
        constants: "true false null",
        types: "boolean byte char double float int long short",
        ..CODE
    },
    Language {
        names: "javascript js jsx mjs cjs typescript ts tsx node",
        quotes: &[DOUBLE, SINGLE, quote("`", Reach::Text)],
        sigils: "@",
        upper_case_types: true,
        keywords: "abstract as async await break case catch class const continue debugger declare \
                   default delete do else enum export extends finally for from function get if \
                   implements import in instanceof interface keyof let namespace new of private \
                   protected public readonly return satisfies set static super switch this throw \
                   try type typeof var void while with yield",
        constants: "true false null undefined NaN Infinity",
        types: "any bigint boolean never number object string symbol unknown",
        ..CODE
    },
    Language {
        names: "json jsonc json5 ndjson jsonl",
        flavour: Flavour::Json,
        quotes: &[DOUBLE],
        constants: "true false null",
        ..CODE
    },
    Language {
        names: "lua",
        line_comments: &["--"],
        block_comments: &[],
        quotes: &[DOUBLE, SINGLE, raw("[[", "]]", Reach::Text)],
        keywords: "and break do else elseif end for function goto if in local not or repeat return \
                   then until while",
        constants: "true false nil",
        ..CODE
    },
    // Its grammar takes up to 0.4 milliseconds a byte, twice what any other does.
    Language {
        names: "makefile make mak mk gnumakefile ocamlmakefile",
        line_comments: &["#"],
        block_comments: &[],
        sigils: "$",
        keywords: "define else endef endif export ifdef ifeq ifndef ifneq include override private \
                   undefine unexport vpath",
        ..CODE
    },
    Language {
        names: "php",
        line_comments: &["//", "#"],
        sigils: "$",
        upper_case_types: true,
        keywords: "abstract and array as break case catch class clone const continue declare \
                   default do echo else elseif empty enum extends final finally fn for foreach \
                   function global if implements include instanceof interface isset list match \
                   namespace new or print private protected public readonly require return static \
                   switch throw trait try unset use var while yield",
        constants: "true false null",
        types: "bool float int mixed string void",
        ..CODE
    },
    Language {
        names: "powershell pwsh ps1",
        flavour: Flavour::Verbs,
        line_comments: &["#"],
        block_comments: &[("<#", "#>")],
        quotes: &[raw("\"", "\"", Reach::Text), raw("'", "'", Reach::Text)],
        sigils: "$",
        any_case: true,
        keywords: "begin break catch class continue data do dynamicparam else elseif end exit \
                   filter finally for foreach from function if in param process return switch \
                   throw trap try until using while",
        ..CODE
    },
    Language {
        names: "python py python3 ipython jupyter",
        line_comments: &["#"],
        block_comments: &[],
        quotes: &[quote("\"\"\"", Reach::Text), quote("'''", Reach::Text), DOUBLE, SINGLE],
        sigils: "@",
        upper_case_types: true,
        keywords: "and as assert async await break case class continue def del elif else except \
                   finally for from global if import in is lambda match nonlocal not or pass raise \
                   return self try while with yield",
        constants: "True False None",
        types: "bool bytes dict float frozenset int list object set str tuple",
        ..CODE
    },
    Language {
        names: "r rlang",
        line_comments: &["#"],
        block_comments: &[],
        keywords: "break else for function if in library next repeat require return while",
        constants: "TRUE FALSE NULL NA Inf NaN",
        ..CODE
    },
    Language {
        names: "ruby rb",
        line_comments: &["#"],
        block_comments: &[],
        sigils: "@$",
        upper_case_types: true,
        keywords: "alias and begin break case class def do else elsif end ensure for if in module \
                   next not or private protected public raise require rescue retry return self \
                   super then unless until when while yield",
        constants: "true false nil",
        ..CODE
    },
    Language {
        names: "rust rs",
        quotes: &[raw("r#\"", "\"#", Reach::Text), quote("\"", Reach::Text), CHARACTER],
        upper_case_types: true,
        keywords: "as async await box break const continue crate dyn else enum extern fn for if \
                   impl in let loop match mod move mut pub ref return self static struct super \
                   trait type union unsafe use where while yield",
        constants: "true false",
        types: "bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize Self",
        ..CODE
    },
    Language {
        names: "sql psql plsql tsql mysql postgres postgresql kql",
        line_comments: &["--"],
        quotes: &[raw("'", "'", Reach::Text), raw("\"", "\"", Reach::Line)],
        any_case: true,
        keywords: "add all alter and as asc between by case cast check column commit constraint \
                   create cross database default delete desc distinct drop else end except exists \
                   extend foreign from full function grant group having if in index inner insert \
                   intersect into is join key left like limit not offset on or order outer over \
                   partition primary project references returning revoke right rollback select set \
                   summarize table then top transaction truncate union unique update using values \
                   view when where with",
        constants: "true false null",
        types: "bigint boolean char date datetime decimal float int integer interval json jsonb \
                numeric real serial text time timestamp timestamptz uuid varchar",
        ..CODE
    },
    Language {
        names: "yaml yml",
        flavour: Flavour::Yaml,
        line_comments: &["#"],
        block_comments: &[],
        quotes: &[DOUBLE, raw("'", "'", Reach::Line)],
        sigils: "&*",
        constants: "true false null yes no on off",
        ..CODE
    },
];
