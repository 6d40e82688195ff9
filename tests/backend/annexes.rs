//! Annexes without a label or with words of their own, paragraphs set in another way, notes and dashes below them.

use kehoach::document::{Align, Document, Role};
use kehoach::templates::Templates;
use kehoach::text::words;

use crate::common::docx::{child, package, value, words as docx_words};
use crate::common::frames::{Run, drawn};
use crate::common::{check, document, pages, small, squeezed};

/// What the paragraphs of a part say, those without words left out.
fn said(document: &Document, part: usize) -> Vec<String> {
    let mut out = Vec::new();
    document.parts[part].paragraphs(&mut |one| out.push(words(&one.text)));
    out.retain(|text| !text.trim().is_empty());
    out
}

/// Both formats hold the words of the document in its order, and nothing else but numbers.
fn agree(document: &Document) {
    let all: String = (0..document.parts.len()).flat_map(|part| said(document, part)).collect();
    let package = package(document);
    let main = package.part("word/document.xml");
    let is_text = |node: &roxmltree::Node| node.tag_name().name() == "p";
    let docx: String = main.descendants().filter(is_text).map(docx_words).collect();
    let margin = document.parts[0].page.top.to_pt();
    let runs = drawn(&pages(document)).runs;
    let pdf: String = runs.iter().filter(|run| run.baseline > margin).map(|run| run.text.as_str()).collect();
    let mut counted = String::new();
    for part in &document.parts {
        part.paragraphs(&mut |one| {
            counted.extend(one.number.as_ref().map(|number| number.text.as_str()));
            counted.push_str(&words(&one.text));
        });
    }
    assert_eq!(squeezed(&docx), squeezed(&all));
    assert_eq!(squeezed(&pdf), squeezed(&counted));
}

fn codes(plan: &str) -> Vec<&'static str> {
    check("a.yaml", plan, &Templates::default()).into_iter().map(|one| one.code.name).collect()
}

fn annexes(list: &str) -> String {
    small(&format!("implementation: ['Theo các phụ lục kèm theo.']\nappendices:\n{list}"))
}

#[test]
fn an_annex_without_a_label_takes_no_number() {
    let plan = annexes(
        "  - {title: Danh sách một, body: [{paragraph: Một.}]}\n\
         \x20 - {title: Mẫu phiếu, label: false, attached: false, body: [{paragraph: Hai.}]}\n\
         \x20 - {title: Danh sách ba, attached: '(Kèm theo Quyết định)', body: [{paragraph: Ba.}]}\n\
         \x20 - {label: false, attached: false, body: [{paragraph: Bốn.}]}\n",
    );
    assert_eq!(codes(&plan), [""; 0]);
    let document = document(&plan);
    assert!(said(&document, 1)[0] == "Phụ lục I" && said(&document, 1)[2].starts_with("(Kèm theo Kế hoạch"));
    assert_eq!(said(&document, 2), ["MẪU PHIẾU", "Hai."]);
    assert_eq!(said(&document, 3), ["Phụ lục II", "DANH SÁCH BA", "(Kèm theo Quyết định)", "Ba."]);
    assert_eq!(said(&document, 4), ["Bốn."]);
    agree(&document);
    // The short line closes whatever stands above the body.
    let mut ruled = Vec::new();
    for part in &document.parts[1..] {
        part.paragraphs(&mut |one| ruled.extend(one.rule.map(|_| one.role)));
    }
    assert_eq!(ruled, [Role::AppendixReference, Role::AppendixTitle, Role::AppendixReference]);
}

#[test]
fn an_annex_needs_a_title_below_its_label_and_a_word_in_the_text() {
    let without = annexes("  - {body: [{paragraph: Một.}]}\n");
    assert_eq!(codes(&without), ["missing-key"]);
    let unmentioned = small("appendices: [{label: false, body: [{paragraph: Một.}]}]\n");
    assert_eq!(codes(&unmentioned), ["appendix-unmentioned"]);
    let single = small(
        "implementation: ['Theo Phụ lục và các mẫu kèm theo.']\n\
         appendices: [{title: Một, body: [{paragraph: Một.}]}, {label: false, body: [{paragraph: Hai.}]}]\n",
    );
    assert_eq!(codes(&single), [""; 0]);
    assert_eq!(said(&document(&single), 1)[0], "Phụ lục");
}

#[test]
fn paragraphs_are_set_as_the_plan_says_in_both_formats() {
    let words = |align: &str| format!("Đoạn {align} {}", "dài vừa phải ".repeat(12).trim_end());
    let list: String = ["left", "center", "right", "justify"]
        .iter()
        .map(|align| format!("{{paragraph: {}, align: {align}}}, ", words(align)))
        .collect();
    let document = document(&small(&format!("sections: [{{title: Nội dung, items: [{list}]}}]\n")));
    agree(&document);
    let package = package(&document);
    let main = package.part("word/document.xml");
    let page = document.parts[0].page;
    let (left, right) = (page.left.to_pt(), (page.width - page.right).to_pt());
    let runs = drawn(&pages(&document)).runs;
    for (align, given) in
        [("left", Some("left")), ("center", None), ("right", Some("right")), ("justify", None)]
    {
        let paragraph = main
            .descendants()
            .find(|node| {
                node.tag_name().name() == "p" && docx_words(*node).starts_with(&format!("Đoạn {align}"))
            })
            .unwrap();
        let jc = child(paragraph, "pPr").and_then(|properties| value(properties, "jc", "val"));
        assert_eq!(jc, given, "{align}");
        let first = runs.iter().position(|run| run.text.starts_with(&format!("Đoạn {align}"))).unwrap();
        let line: Vec<&Run> =
            runs[first..].iter().take_while(|run| run.baseline == runs[first].baseline).collect();
        let ends =
            line.iter().map(|run| run.x + run.text.trim_end().chars().count() as f64).fold(0.0, f64::max);
        let begins = line[0].x;
        let edge = line.last().map_or(ends, |run| run.x + run.width);
        match align {
            "left" | "justify" => assert!((begins - left - 28.35).abs() < 0.1, "{align}: {begins}"),
            "center" => {
                assert!(((begins + edge) / 2.0 - (left + right) / 2.0).abs() < 4.0, "{begins} {edge}")
            }
            _ => assert!((edge - right).abs() < 4.0, "{edge} {right}"),
        }
    }
    let mut own = Vec::new();
    document.parts[0].paragraphs(&mut |one| own.extend(one.align));
    assert_eq!(own, [Align::Left, Align::Right]);
    assert_eq!(
        codes(&small("sections: [{title: A, items: [{paragraph: Một, align: middle}]}]")),
        ["unknown-value"]
    );
}

#[test]
fn dashes_stand_below_paragraphs_and_notes() {
    let plan = small(
        "sections:\n  - title: Nội dung\n    items:\n      \
         - {paragraph: 'Thành phần gồm:', items: [Chủ tịch, {item: Thành viên, items: [Văn phòng]}]}\n      \
         - {note: 'Thời gian thực hiện:', items: [Đợt 1 trong tháng 3, Đợt 2 trong tháng 9]}\n",
    );
    assert_eq!(codes(&plan), [""; 0]);
    let document = document(&plan);
    let all = said(&document, 0);
    let at = all.iter().position(|text| text == "Thành phần gồm:").unwrap();
    assert_eq!(
        all[at + 1..at + 7],
        [
            "- Chủ tịch",
            "- Thành viên",
            "+ Văn phòng",
            "* Thời gian thực hiện:",
            "+ Đợt 1 trong tháng 3",
            "+ Đợt 2 trong tháng 9./."
        ]
    );
    agree(&document);
    for (wrong, code) in [
        ("{note: Một, items: [{title: Hai}]}", "node-form"),
        ("{paragraph: Một, items: [{table: {columns: [A], rows: [[b]]}}]}", "node-form"),
        ("{note: Một, align: left}", "node-form"),
        ("{note: ''}", "empty-text"),
        ("{note: '* Một'}", "typed-number"),
        ("{note: Một, items: ['+ Hai']}", "typed-number"),
    ] {
        let plan = small(&format!("sections: [{{title: A, items: [{wrong}]}}]"));
        assert_eq!(codes(&plan), [code], "{wrong}");
    }
}
