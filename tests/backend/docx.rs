//! What the DOCX must hold beside the layout: numbering that counts as the document says, fields,
//! language, mode, drawn lines, heads of tables; and nothing left over from its making.

use kehoach::document::{Align, Block, Role};

use crate::common::docx::{child, package, value, words};
use crate::common::{document, documents, small, squeezed};

#[test]
fn the_text_and_the_numbers_are_those_of_the_document() {
    let mut numbered = 0;
    for plan in documents() {
        let (document, package) = (plan.document(), plan.package());
        let main = package.part("word/document.xml");
        let mut got: Vec<String> = Vec::new();
        // instance → counts of its levels
        let mut counts: std::collections::BTreeMap<String, [usize; 4]> = Default::default();
        for paragraph in main.descendants().filter(|node| {
            node.tag_name().name() == "p" && node.ancestors().all(|up| up.tag_name().name() != "txbxContent")
        }) {
            let mut text = words(paragraph);
            if let Some(number) = child(paragraph, "pPr").and_then(|properties| child(properties, "numPr")) {
                let level: usize = value(number, "ilvl", "val").unwrap().parse().unwrap();
                let counted = counts.entry(value(number, "numId", "val").unwrap().to_owned()).or_default();
                counted[level] += 1;
                counted[level + 1..].fill(0);
                let instance = value(number, "numId", "val").unwrap();
                text = format!("{} {text}", shown(package, instance, level, counted));
            }
            if !text.trim().is_empty() {
                got.push(text);
            }
        }
        let mut wanted: Vec<String> = Vec::new();
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| {
                let number =
                    paragraph.number.as_ref().map_or(String::new(), |number| format!("{} ", number.text));
                let text = format!("{number}{}", kehoach::text::words(&paragraph.text));
                if !text.trim().is_empty() && paragraph.role != Role::Contact {
                    wanted.push(text);
                }
            });
        }
        assert_eq!(got.len(), wanted.len(), "{}", plan.name);
        for (got, wanted) in got.iter().zip(&wanted) {
            assert_eq!(got, wanted, "{}", plan.name);
        }
        numbered += usize::from(!counts.is_empty());
    }
    assert!(numbered > 15, "real numbering in {numbered} documents");
}

/// The number that Word shows, from the list definition.
fn shown(
    package: &crate::common::docx::Package,
    instance: &str,
    level: usize,
    counts: &[usize; 4],
) -> String {
    let numbering = package.part("word/numbering.xml");
    let named = |name: &'static str, id: &'static str, wanted: String| {
        let mut all = numbering.descendants().filter(move |node| node.tag_name().name() == name);
        all.find(|node| node.attributes().any(|one| one.name() == id && one.value() == wanted)).unwrap()
    };
    let list = value(named("num", "numId", instance.to_owned()), "abstractNumId", "val").unwrap().to_owned();
    let list = named("abstractNum", "abstractNumId", list);
    let levels: Vec<_> = list.children().filter(|node| node.tag_name().name() == "lvl").collect();
    assert_eq!(value(levels[level], "suff", "val"), Some("space"));
    let mut text = value(levels[level], "lvlText", "val").unwrap().to_owned();
    for (at, count) in counts.iter().enumerate() {
        let format = value(levels[at], "numFmt", "val").unwrap();
        let number = match format {
            "upperRoman" => kehoach::decree::roman(*count),
            "lowerLetter" => char::from(b'a' + u8::try_from(count.saturating_sub(1)).unwrap()).to_string(),
            _ => count.to_string(),
        };
        text = text.replace(&format!("%{}", at + 1), &number);
    }
    text
}

#[test]
fn letters_that_word_does_not_count_are_text() {
    let points: String = (1..=6).map(|n| format!("{{text: Việc thứ {n}.}}, ")).collect();
    let document = document(&small(&format!("implementation: [{{title: Phân công, items: [{points}]}}]")));
    let package = package(&document);
    assert!(package.0["word/document.xml"].contains("đ) "), "the fifth point is đ");
    assert!(!package.0["word/document.xml"].contains("w:ilvl w:val=\"2\""), "and the whole list is text");
}

#[test]
fn word_is_told_language_mode_and_fonts() {
    for (text, mode) in [(small(""), "15"), (small("layout: {justification: greedy}"), "14")] {
        let package = package(&document(&text));
        assert!(package.0["word/settings.xml"].contains(&format!(
            "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"{mode}\""
        )));
        let styles = package.part("word/styles.xml");
        let language = styles.descendants().find(|node| node.tag_name().name() == "lang").unwrap();
        assert_eq!(language.attributes().next().map(|one| one.value()), Some("vi-VN"));
        for fonts in styles.descendants().filter(|node| node.tag_name().name() == "rFonts") {
            let names: Vec<_> = fonts.attributes().map(|one| one.value()).collect();
            assert_eq!(names, ["Times New Roman"; 4]);
        }
    }
}

#[test]
fn page_numbers_are_fields_and_rules_are_drawn() {
    for plan in documents() {
        let (document, package) = (plan.document(), plan.package());
        let header = &package.0["word/header1.xml"];
        for part in ["fldCharType=\"begin\"", "PAGE", "fldCharType=\"separate\"", "fldCharType=\"end\""] {
            assert!(header.contains(part), "{part}");
        }
        let main = package.part("word/document.xml");
        let drawn: Vec<i64> = main
            .descendants()
            .filter(|node| node.tag_name().name() == "extent")
            .map(|node| node.attribute("cx").unwrap().parse().unwrap())
            .collect();
        let mut wanted = Vec::new();
        for part in &document.parts {
            part.paragraphs(&mut |paragraph| wanted.extend(paragraph.rule.map(|length| length.to_emu())));
        }
        assert_eq!(drawn, wanted, "{}", plan.name);
        assert!(drawn.len() >= 2, "Tiêu ngữ and the issuer have one");
        assert!(!package.0["word/document.xml"].contains("w:u "), "no underline stands for a line");
    }
}

#[test]
fn heads_of_tables_repeat_and_rows_stay_whole() {
    let mut tables = 0;
    for plan in documents() {
        let (document, package) = (plan.document(), plan.package());
        let main = package.part("word/document.xml");
        let blocks = document.parts.iter().flat_map(|part| &part.blocks);
        let tables_of = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table.head.len()),
            _ => None,
        });
        let (count, rows) = tables_of.fold((0, 0), |(count, rows), head| (count + 1, rows + head));
        let heads = main.descendants().filter(|node| node.tag_name().name() == "tblHeader").count();
        let direct = main.descendants().filter(|node| node.tag_name().name() == "tbl").filter(|table| {
            let first = table.children().find(|node| node.tag_name().name() == "tr").unwrap();
            child(first, "trPr").is_some_and(|properties| child(properties, "tblHeader").is_some())
        });
        assert!(direct.count() >= count, "a head begins with the first row");
        assert!(heads >= rows, "{}", plan.name);
        tables += heads;
        for row in main.descendants().filter(|node| node.tag_name().name() == "tr") {
            assert!(child(row, "trPr").is_some_and(|properties| child(properties, "cantSplit").is_some()));
        }
    }
    assert!(tables >= 4);
}

#[test]
fn nothing_is_left_over() {
    for plan in documents() {
        let package = plan.package();
        for (name, text) in &package.0 {
            assert!(!text.contains('\u{e000}'), "{name} holds a marker");
            assert!(!text.contains("paraId"), "{name} holds an id of the process");
            assert!(
                !text.contains("<w:rPr/>") && !text.contains("<w:pPr/>"),
                "{name} holds empty properties"
            );
        }
        let main = package.part("word/document.xml");
        let all = main.descendants().filter(|node| node.tag_name().name() == "p").count();
        let direct = main
            .descendants()
            .filter(|node| node.tag_name().name() == "pPr")
            .filter(|node| {
                node.children().any(|one| ["jc", "ind", "spacing"].contains(&one.tag_name().name()))
            })
            .count();
        // But for those that the plan sets in another way than their style.
        let mut own = 0;
        for part in &plan.document().parts {
            part.paragraphs(&mut |one| {
                let is_justified = plan.document().layout.style(one.role).align == Align::Justify;
                own += usize::from(one.align.is_some() || one.ragged && is_justified);
            });
        }
        assert_eq!(direct, own, "{}: of {all} paragraphs some are formatted by hand", plan.name);
    }
}

#[test]
fn a_no_break_hyphen_is_words_own() {
    let package = package(&document(&small("closing: Theo mẫu A\u{2011}1 và B\u{2011}2.")));
    let main = package.part("word/document.xml");
    let closing = main
        .descendants()
        .find(|node| node.tag_name().name() == "p" && words(*node).contains("Theo mẫu"))
        .unwrap();
    assert_eq!(squeezed(&words(closing)), "TheomẫuA\u{2011}1vàB\u{2011}2./.");
    assert_eq!(closing.descendants().filter(|node| node.tag_name().name() == "noBreakHyphen").count(), 2);
}

#[test]
fn footnotes_are_real_and_counted_through() {
    let document =
        document(&small("closing: Một^[Chú thích một.] và hai^[Chú thích *hai*, mẫu A\u{2011}1.]."));
    let package = package(&document);
    let notes = package.part("word/footnotes.xml");
    let texts: Vec<String> = notes
        .descendants()
        .filter(|node| node.tag_name().name() == "footnote")
        .map(|note| note.descendants().filter(|node| node.tag_name().name() == "p").map(words).collect())
        .collect();
    assert_eq!(texts, ["", "", " Chú thích một.", " Chú thích hai, mẫu A\u{2011}1."]);
    let main = package.part("word/document.xml");
    let hyphens = notes.descendants().filter(|node| node.tag_name().name() == "noBreakHyphen").count();
    assert_eq!(hyphens, 1, "a no-break hyphen is Word's own in a footnote, too");
    let marks = notes.descendants().filter(|node| node.tag_name().name() == "footnoteRef").count();
    assert_eq!(marks, 2);
    let calls = main.descendants().filter(|node| node.tag_name().name() == "footnoteReference").count();
    assert_eq!(calls, 2);
}
