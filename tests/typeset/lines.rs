//! Lines of random texts with links, rows of dots and long symbols: nothing leaves the margins, no letters stand over
//! each other, and every space of the plan is in the text of the page.

use kehoach::document::Document;
use kehoach::text::Inline;
use proptest::prelude::*;

use crate::common::frames::drawn;
use crate::common::{document, pages, small};

/// What Word keeps of a space at least; the law wants a little less.
const FLOOR: f64 = 0.6;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => "(thực|hiện|kế|hoạch|xây|dựng|nông|thôn|trên|địa|bàn|phối|hợp|các|sở|ban|nghiêng|ở|y|tuyên|truyền)",
        1 => "https://[a-z]{3,20}\\.gov\\.vn(/[a-z0-9-]{1,18}){0,5}(\\?[a-z_]{1,8}=[a-z0-9_]{1,16})?",
        1 => "[a-z]{4,12}\\.[a-z]{4,16}@quangtri\\.gov\\.vn",
        1 => "\\.{2,130}",
        1 => "…{1,60}",
        1 => "[0-9]{1,4}/(QĐ|KH)-[A-ZĐ]{2,5}(-[A-ZĐ]{2,6}){0,6}",
        1 => "(2026 - 2030|05/10 - 30/10|7h30 - 11h30)",
        1 => "[A-Za-z0-9]{30,120}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 3..50).prop_map(|words| words.join(" "))
}

fn plan(texts: &[String], justification: &str) -> Document {
    let [body, heading, cell, note, basis, recipient] = texts else { panic!("six texts") };
    // A short one: a list that goes on over the page is read in two parts.
    let recipient = recipient.split(' ').take(8).collect::<Vec<_>>().join(" ");
    let extra = format!(
        "layout: {{justification: {justification}}}\nsections:\n  - title: '{heading}'\n    items:\n      \
         - '{body}'\n      - {{paragraph: 'Có chú thích^[{note}] ở giữa {body}'}}\n      - table: {{columns: [TT, Nội dung], rows: [['1', '{cell}']]}}\n"
    );
    let text = small(&extra)
        .replace("recipients: [", &format!("recipients: ['{recipient}', "))
        .replace("legal_basis: [Căn cứ tình hình thực tế]", &format!("legal_basis: ['{basis}']"));
    document(&text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_leaves_its_room_and_no_letters_touch(
        texts in proptest::collection::vec(text(), 6),
        justification in "(word|greedy)",
    ) {
        let document = plan(&texts, &justification);
        let page = document.parts[0].page;
        let (left, right) = (page.left.to_pt(), (page.width - page.right).to_pt());
        let all = drawn(&pages(&document)).runs;
        // The space between two lines has no room: it is there for who copies the text.
        for run in all.iter().filter(|run| !run.text.trim().is_empty()) {
            prop_assert!(run.x > left - 0.1, "{:?} begins left of the margin", run.text);
            prop_assert!(run.x + run.width < right + 0.1, "{:?} ends at {}", run.text, run.x + run.width);
            let natural = natural(run);
            let spaces = run.text.trim_end().matches([' ', '\u{a0}']).count();
            let space = 0.25 * run.size;
            let lost = (natural - run.width) / spaces.max(1) as f64;
            prop_assert!(lost <= (1.0 - FLOOR) * space + 0.01, "{:?}: a space keeps {}", run.text, 1.0 - lost / space);
        }
        let got: String = all.iter().map(|run| run.text.as_str()).collect();
        let got = kehoach::text::unbound(&got);
        let mut apart = 0;
        document.parts[0].paragraphs(&mut |one| {
            for piece in &one.text {
                let Inline::Text { text, .. } = piece else { continue };
                let text = kehoach::text::unbound(text);
                let words: Vec<&str> = text.split(' ').filter(|word| word.len() < 24).collect();
                let pairs = words.windows(2).map(|pair| pair.join(" ")).filter(|pair| text.contains(pair));
                apart += pairs.filter(|pair| !got.contains(pair)).count();
            }
        });
        // Where a paragraph goes on over the page, notes stand between two of its words.
        let pages = all.iter().map(|run| run.page).max().unwrap_or_default() + 1;
        prop_assert!(apart <= 2 * pages, "{apart} spaces are missing");
    }
}

/// The natural width of a run.
fn natural(run: &crate::common::frames::Run) -> f64 {
    let face = kehoach::internals::Face::of(run.bold, run.italic);
    face.width(&run.text, kehoach::length::Length::from_pt(run.size)).to_pt()
}
