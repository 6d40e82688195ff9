//! Where pages break.

use kehoach::document::Role;

use super::paragraphs;
use crate::common::documents;
use crate::common::frames::Run;

#[test]
fn footnotes_begin_on_the_page_of_their_call() {
    let mut checked = 0;
    for plan in documents() {
        let document = plan.document();
        let runs = &plan.drawn().runs;
        let (body, note) = (
            document.layout.style(Role::Body).size.to_pt(),
            document.layout.style(Role::Footnote).size.to_pt(),
        );
        // A mark is set smaller than the text it stands in.
        let marks = |size: f64| -> Vec<(String, usize)> {
            let of_size = |run: &&Run| run.size < size * 0.7 && run.size > size * 0.5;
            runs.iter().filter(of_size).map(|run| (run.text.clone(), run.page)).collect()
        };
        let (calls, notes) = (marks(body), marks(note));
        assert_eq!(calls, notes, "{}", plan.name);
        checked += calls.len();
    }
    assert_eq!(checked, 4, "footnotes");
}

#[test]
fn headings_never_end_a_page() {
    let mut checked = 0;
    for plan in documents() {
        let document = plan.document();
        for pair in paragraphs(document, plan.drawn()).windows(2) {
            let [(one, part, above), (_, next, below)] = pair else { continue };
            if part == next && (document.layout.style(one.role).keep_next || one.keep) {
                checked += 1;
                let (last, first) = (&above[above.len() - 1], &below[0]);
                assert_eq!(last.page, first.page, "{}: {:?} {:?}", plan.name, one.role, last.text);
            }
        }
    }
    assert!(checked > 60, "{checked}");
}
