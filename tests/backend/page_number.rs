//! Số trang (P1.I.7): Arabic, in the middle of the top margin, from the second page of each part on.

use kehoach::document::Role;
use typst::introspection::Tag;
use typst::layout::FrameItem;

use crate::common::documents;
use crate::common::frames::Run;

#[test]
fn numbers_stand_in_the_middle_at_the_top_from_the_second_page_on() {
    let mut seen = 0;
    for plan in documents() {
        let document = plan.document();
        let style = document.layout.style(Role::PageNumber);
        let (laid_out, runs) = (plan.pages(), &plan.drawn().runs);
        let mut parts = document.parts.iter().map(|part| part.page);
        let (mut part, mut number) = (document.parts[0].page, 0);
        for (at, page) in laid_out.pages().iter().enumerate() {
            let above = |run: &&Run| run.page == at && run.baseline < part.top.to_pt();
            let is_number = |run: &&Run| !run.text.is_empty() && run.text.chars().all(|c| c.is_ascii_digit());
            let found: Vec<&Run> = runs.iter().filter(above).filter(is_number).collect();
            let [run] = found[..] else {
                assert!(found.is_empty(), "{}: {found:?}", plan.name);
                // One page without a number for each part.
                (part, number) = (parts.next().unwrap(), 1);
                continue;
            };
            number += 1;
            seen += 1;
            assert_eq!(run.text, number.to_string(), "{}", plan.name);
            let middle = part.left.to_pt() + part.text_width().to_pt() / 2.0;
            assert!((run.x + run.width / 2.0 - middle).abs() < 0.02, "{}: {run:?}", plan.name);
            let line = part.header.to_pt()..part.header.to_pt() + style.size.to_pt();
            assert!(line.contains(&run.baseline), "{}: {run:?}", plan.name);
            assert!(run.size == style.size.to_pt() && !run.bold && !run.italic, "{}: {run:?}", plan.name);
            // Readers that read aloud pass it over.
            let items: Vec<_> = page.frame.items().take(3).map(|(_, item)| item).collect();
            let [FrameItem::Tag(Tag::Start(artifact, _)), FrameItem::Text(_), FrameItem::Tag(Tag::End(..))] =
                items[..]
            else {
                panic!("{}: {items:?}", plan.name)
            };
            assert_eq!(artifact.elem().name(), "artifact");
        }
        assert_eq!(parts.next(), None, "{}: each part has pages", plan.name);
    }
    assert!(seen > 20, "{seen}");
}
