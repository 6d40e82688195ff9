//! What no plan may cost: each of these plans is short, and would keep the machine busy or fill its memory.
//! `.ci/limits` runs the program on the same files under a limit of time and memory.

use std::sync::LazyLock;

use kehoach::templates::Templates;

use crate::common::workbook::workbook;
use crate::common::{check, findings};

/// A plan whose only item is `text`, in single quotes.
fn plan(text: &str) -> String {
    format!(
        "issuer: {{name: Sở Nội vụ tỉnh Quảng Trị, code: SNV}}\nplace: Quảng Trị\nyear: 2026\nsubject: Thử giới hạn\n\
         recipients: [UBND tỉnh]\nsignature: {{position: Giám đốc}}\nsections:\n  - title: Nội dung\n    items:\n      \
         - '{text}'\n"
    )
}

struct Case {
    name: &'static str,
    text: String,
    code: &'static str,
    line: usize,
}

/// Its name, its plan, the file beside it, the code that is found.
type Large = (&'static str, String, Option<(&'static str, Vec<u8>)>, &'static str);

/// A workbook of some KB that unpacks to 280 MB.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| workbook("", &"<x/>".repeat(70_000_000), &[]));

/// Plans over large or hostile data, which lie beside them, and long lists: the code of the first error of each.
fn large() -> Vec<Large> {
    let over = |file: &str| {
        plan("Một việc.") + &format!("for_each: {{as: x, in: {file}, key: \"{{{{ x.a }}}}\"}}\n")
    };
    let wide = |columns: usize| {
        let head: Vec<String> = (0..columns).map(|n| format!("c{n}")).collect();
        format!("{}\n{}\n", head.join(","), vec!["1"; columns].join(",")).into_bytes()
    };
    let far = workbook("<row r=\"4294967294\"><c r=\"A4294967294\"><v>1</v></c></row>", "", &[]);
    let keys: String = (0..16_000).map(|n| format!("khoa{n}: 1\n")).collect();
    let attached = vec!["b.yaml"; 10_000].join(", ");
    vec![
        ("wide", over("wide.csv"), Some(("wide.csv", wide(16_000))), "unknown-variable"),
        ("wider", over("wider.csv"), Some(("wider.csv", wide(100_000))), "data-column"),
        (
            "ragged",
            over("ragged.csv"),
            Some(("ragged.csv", [&b"a,b\n"[..], &b"1\n".repeat(50_000)].concat())),
            "data-row",
        ),
        ("far", over("far.xlsx"), Some(("far.xlsx", far)), "data-unreadable"),
        ("bomb", over("bomb.xlsx"), Some(("bomb.xlsx", BOMB.clone())), "data-unreadable"),
        ("keys", plan("Một việc.") + &keys, None, "unknown-key"),
        (
            "attached",
            format!("kind: quyet-dinh\n{}attachments: [{attached}]\n", plan("Một việc.")),
            None,
            "attachment-form",
        ),
        ("word", plan(&"a".repeat(5_000)), None, ""),
        ("stars", plan(&"*a ".repeat(30_000)), None, ""),
    ]
}

#[test]
fn large_data_and_long_lists_are_told_and_end() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text, data, code) in large() {
        if let Some((file, bytes)) = data {
            std::fs::write(folder.path().join(file), bytes).unwrap();
        }
        let path = folder.path().join(format!("{name}.yaml")).display().to_string();
        let found = check(&path, &text, &Templates::default());
        let first = found.iter().find(|one| one.severity == kehoach::diag::Severity::Error);
        let wanted = found.iter().any(|one| one.code.name == code);
        assert!(if code.is_empty() { first.is_none() } else { wanted }, "{name}: {:?}", first);
    }
}

fn cases() -> Vec<Case> {
    let loops = |depth: usize, inside: &str| {
        format!("{}{inside}{}", "{% for a in range(end=9999) %}".repeat(depth), "{% endfor %}".repeat(depth))
    };
    let case = |name, text: String, code| Case { name, text: plan(&text), code, line: 10 };
    let failed = "expression-failed";
    let syntax = "expression-syntax";
    let mut constants = format!("vars:\n  a0: \"{}\"\n", "x".repeat(100));
    for n in 0..40 {
        constants.push_str(&format!("  a{}: \"{{{{ a{n} }}}}{{{{ a{n} }}}}\"\n", n + 1));
    }
    let replaced = "{% set a = a | replace(from=\"x\", to=a) %}".repeat(8);
    vec![
        case("empty-loops", loops(3, ""), failed),
        case("printing-loops", loops(2, "x"), failed),
        case("ranges", "{% for a in range(end=9999) %}{{ range(end=9999) | length }}{% endfor %}".to_owned(), failed),
        case(
            "doubled-in-a-loop",
            "{% set_global a = \"xx\" %}{% for i in range(end=60) %}{% set_global a = a ~ a %}{% endfor %}{{ a }}".to_owned(),
            failed,
        ),
        case(
            "doubled-in-a-block",
            format!("{{% set a %}}xx{{% endset %}}{}", "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(60)),
            failed,
        ),
        case("lists-of-lists", format!("{{% set a = [1] %}}{}{{{{ a }}}}", "{% set a = [a, a, a] %}".repeat(40)), failed),
        case("replaced", format!("{{% set a = \"xxxxxxxxxxxxxxxxxxxx\" %}}{replaced}"), failed),
        case(
            "replaced-in-a-row",
            format!("{{{{ \"x\"{} }}}}", " | replace(from=\"x\", to=\"xxxxxxxxxx\")".repeat(12)),
            failed,
        ),
        case(
            "joined",
            format!("{{{{ range(end=9999) | join(sep=\"{}\") }}}}", "x".repeat(1_000)),
            failed,
        ),
        case("branches", format!("{{% if 1 == 2 %}}a{}{{% endif %}}", "{% elif 1 == 2 %}a".repeat(6_899)), syntax),
        case("brackets", format!("{{{{ {}1{} }}}}", "(".repeat(5_000), ")".repeat(5_000)), syntax),
        case("negations", format!("{{{{ {}1 }}}}", "not ".repeat(20_000)), syntax),
        case("open-conditions", "{% if true %}".repeat(5_000), syntax),
        Case { name: "constants", text: constants + &plan("{{ a40 }}"), code: failed, line: 13 },
    ]
}

#[test]
fn what_costs_too_much_is_an_error_at_its_place() {
    for case in cases() {
        let found = findings("a.yaml", &case.text, &Templates::default());
        let errors = found.all.iter().filter(|one| one.severity == kehoach::diag::Severity::Error);
        let errors: Vec<(&str, usize)> =
            errors.map(|one| (one.code.name, found.sources.position(one.span).line)).collect();
        assert_eq!(errors, [(case.code, case.line)], "{}", case.name);
    }
}

/// Counting is not seen: the same words with and without it, also where tags eat white space.
#[test]
fn loops_within_bounds_print_what_they_print() {
    for (text, wanted) in [
        ("{% for i in range(end=3) %} {{ i }}{% endfor %}", "- 0 1 2"),
        ("{% for i in range(end=3) -%} {{ i }} {%- endfor %}", "- 012"),
        ("{% set a = \"x\" -%} {{ a }}", "- x"),
        (
            "a{% set_global n = 0 %}{% for i in range(end=9) %}{% set_global n = n + i %}{% endfor %}{{ n }}",
            "- a36",
        ),
        ("{% raw %}{% for x in y %}{% endraw %}", "- {% for x in y %}"),
        ("{{ [1, 2, 3] | join(sep=\", \") | replace(from=\"1\", to=\"0\") }}", "- 0, 2, 3"),
    ] {
        let document = crate::common::document(&plan(text));
        let mut found = false;
        document.parts[0].paragraphs(&mut |one| {
            found |= kehoach::text::words(&one.text).trim_end_matches("./.") == wanted;
        });
        assert!(found, "{text} prints {wanted}");
    }
}

/// The program ends on each of them, and says so; `.ci/limits` takes the files from where it asks for them.
#[test]
fn the_program_ends_on_each_of_them() {
    let temporary = tempfile::tempdir().unwrap();
    let asked = std::env::var_os("KEHOACH_LIMITS").map(std::path::PathBuf::from);
    let folder = asked.unwrap_or_else(|| temporary.path().to_owned());
    for case in cases() {
        std::fs::write(folder.join(format!("{}.yaml", case.name)), case.text).unwrap();
    }
    // Those that are right end in 0, and are no case for a limit of errors.
    for (name, text, data, _) in large().into_iter().filter(|(.., code)| !code.is_empty()) {
        std::fs::write(folder.join(format!("{name}.yaml")), text).unwrap();
        if let Some((file, bytes)) = data {
            std::fs::write(folder.join(file), bytes).unwrap();
        }
    }
    let run =
        std::process::Command::new(env!("CARGO_BIN_EXE_kehoach")).arg("check").arg(&folder).output().unwrap();
    assert_eq!(run.status.code(), Some(2), "some of the data cannot be read");
}
