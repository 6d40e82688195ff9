//! Expressions: constants, rows and filters, what a value may do, and what is told of a name that is not there.

use kehoach::pipeline;
use kehoach::templates::Templates;

use super::document;
use crate::common::{check, encode, load, small};

/// The paragraphs of a plan's closing.
fn closing(extra: &str) -> String {
    let batch = load("a.yaml", &small(extra));
    assert_eq!(batch.len(), 1, "{:#?}", batch.findings);
    let all = document(&batch, 0);
    all.into_iter().rfind(|text| text.starts_with("Kết")).unwrap()
}

#[test]
fn expressions_are_evaluated_with_constants_rows_and_filters() {
    let vars =
        "vars: {a: Hải Lăng, n: 1250000, d: 2027-03-05, list: [một, hai], nested: \"xã {{ vars.a }}\"}\n";
    let shown = |expression: &str| closing(&format!("{vars}closing: \"Kết {expression}.\"\n"));
    for (expression, printed) in [
        ("{{ vars.a }} {{ a }}", "Hải Lăng Hải Lăng"),
        ("{{ vars.a | slug }}", "hai-lang"),
        ("{{ vars.n | money }} ({{ vars.n | words }})", "1.250.000 (một triệu hai trăm năm mươi nghìn)"),
        ("{{ vars.d | date }}, {{ vars.d | date_long }}", "05/3/2027, ngày 05 tháng 3 năm 2027"),
        ("{% for one in vars.list %}{{ one }} {% endfor %}xong", "một hai xong"),
        ("{{ nested }}", "xã Hải Lăng"),
        ("{{ vars.n // 2 + 1 }}", "625001"),
        ("\\\\{{ vars.a }}", "{{ vars.a }}"),
        ("a {# chú thích #}b", "a b"),
    ] {
        assert_eq!(shown(expression), format!("Kết {printed}./."), "{expression}");
    }
}

#[test]
fn a_value_prints_as_it_is() {
    for value in ["**a** *b*", "^[ghi chú]", "a]b", "\\*c", "<b>&amp;</b>", "#let x = $1$", "a | b: c"] {
        let quoted = serde_json::to_string(value).unwrap();
        let extra = format!(
            "vars: {{x: {quoted}}}\nclosing: \"Kết **đậm {{{{ vars.x }}}}** ^[Chú {{{{ vars.x }}}}].\"\n"
        );
        let (value, printed) = (value, closing(&extra));
        assert!(printed.contains(&format!("đậm {value}")), "{value}: {printed}");
    }
}

#[test]
fn a_value_cannot_change_the_structure() {
    let rows = "for_each: {as: x, key: k, in: [{a: \"b\\nnumber: 5\\nobjectives: [x]\"}]}\nclosing: \"Kết {{ x.a }}.\"\n";
    let batch = load("a.yaml", &small(rows));
    let all = document(&batch, 0);
    assert!(all.iter().any(|text| text.contains("b number: 5 objectives: [x]")), "{all:#?}");
    assert!(!all.iter().any(|text| text.starts_with("Số: 05")));
}

#[test]
fn when_leaves_parts_out_as_if_they_were_not_written() {
    let extra = "vars: {a: true, b: false, c: \"\"}\n\
                 sections:\n\
                 - {when: vars.a, title: Còn lại, items: [Một.]}\n\
                 - {when: vars.b, title: Bỏ đi, items: [Hai.]}\n\
                 - {when: \"vars.c == '' and not vars.b\", title: Cũng còn, items: [Ba., {when: vars.c, item: Bốn.}]}\n\
                 appendices:\n\
                 - {when: vars.b, title: Biểu, body: [Năm.]}\n\
                 closing: \"{% if vars.b %}Không in{% endif %}\"\n";
    let batch = load("a.yaml", &small(extra));
    let all = document(&batch, 0).join("\n");
    for kept in ["CÒN LẠI", "CŨNG CÒN", "Một", "Ba"] {
        assert!(all.contains(kept), "{kept}: {all}");
    }
    for gone in ["BỎ ĐI", "Hai", "Bốn", "Phụ lục", "Không in"] {
        assert!(!all.contains(gone), "{gone}: {all}");
    }
}

#[test]
fn a_number_stays_a_number() {
    let extra = "vars: {n: 7}\nnumber: \"{{ vars.n }}\"\nlayout: {body_size: \"{{ vars.n * 2 }}\"}\n";
    let batch = load("a.yaml", &small(extra));
    assert!(document(&batch, 0).iter().any(|text| text.starts_with("Số: 07/KH-")));
    let rows = "for_each: {as: x, key: \"{{ x.n }}\", in: [{n: 12}, {n: 7}]}\nnumber: \"{{ x.n }}\"\nclosing: \"Kết {{ loop.index }}/{{ loop.length }}.\"\n";
    let batch = load("a.yaml", &small(rows));
    assert_eq!((batch.key(0), batch.key(1)), (Some("12"), Some("7")));
    assert!(document(&batch, 1).iter().any(|text| text == "Kết 2/2./."));
}

#[test]
fn names_that_are_not_there_are_told_with_what_is() {
    let rows = "for_each: {as: x, key: \"{{ x.a }}\", in: [{a: 1, Tên xã: A}, {a: 2}]}\n";
    let codes = |extra: &str| -> Vec<&str> {
        check("a.yaml", &small(&format!("{rows}{extra}")), &Templates::default())
            .iter()
            .map(|one| one.code.name)
            .collect()
    };
    assert_eq!(codes("closing: \"Kết {{ x.ten_xa }}.\"\n"), ["unknown-variable"], "the second row has none");
    assert_eq!(codes("closing: \"Kết{% if x.ten_xa is defined %} {{ x.ten_xa }}{% endif %}.\"\n"), [""; 0]);
    assert_eq!(codes("closing: \"Kết {{ x['Tên xã'] | default(value='B') }}.\"\n"), [""; 0]);
    for wrong in ["x.b", "y", "vars.z", "loop.nothing.at.all", "x.a | nofilter", "x.a +"] {
        assert_eq!(codes(&format!("closing: \"Kết {{{{ {wrong} }}}}.\"\n")).len(), 1, "{wrong}");
    }
}

#[test]
fn a_batch_with_hostile_texts_does_no_harm() {
    let templates = Templates::default();
    for extra in [
        "closing: \"Kết {% for i in range(end=999999999) %}{{ i }}{% endfor %}.\"\n",
        "closing: \"Kết {{ 1 / 0 }}.\"\n",
        "closing: \"Kết {{ \"\n",
        "closing: \"Kết {% include 'a' %}.\"\n",
        "closing: \"Kết {% endif %}.\"\n",
        "when: \"1 +\"\nclosing: Kết.\n",
        "vars: [a]\n",
        "vars: {vars: a}\nclosing: Kết.\n",
        "for_each: 5\n",
        "for_each: {as: 1x, in: [], key: a}\n",
        "for_each: {as: loop, in: [{a: 1}], key: a}\n",
        "for_each: {as: x, in: {a: 1}, key: a}\n",
        "for_each: {as: x, in: [1, [2]], key: a}\n",
        "for_each: {as: x, in: a.docx, key: a}\n",
        "for_each: {as: x, in: /etc/passwd, key: a}\n",
        "for_each: {as: x, in: [{a: 1}], key: \"{{ x }}\", where: \"x ==\"}\n",
        "include: [a]\n",
        "include: src\n",
    ] {
        let made = encode("a.yaml", &small(extra), &[pipeline::Format::Docx], &templates);
        assert!(!made.diagnostics.is_empty(), "{extra}");
        assert!(made.artifacts.is_empty(), "{extra}");
    }
}
