//! A number typed before a text: the program numbers by itself, so it would stand twice.

use crate::diag::{Diagnostic, Sink};
use crate::plan::{Node, NodeKind, Objectives, Plan};
use crate::say;
use crate::text::{RichText, words};

pub fn check(plan: &Plan, sink: &mut Sink) {
    let (first, second): (&[Node], &[Node]) = match &plan.objectives {
        Objectives::Together(list) => (list, &[]),
        Objectives::Apart(purpose, requirements) => (purpose, requirements),
    };
    let lists = [first, second, &plan.support_contents, &plan.sections, &plan.implementation];
    let appendices = plan.appendices.iter().map(|appendix| appendix.body.as_slice());
    for list in lists.into_iter().chain(appendices) {
        check_nodes(list, sink);
    }
}

fn check_nodes(nodes: &[Node], sink: &mut Sink) {
    for node in nodes {
        let (text, below): (&RichText, &[Node]) = match &node.kind {
            NodeKind::Dash(text, below) | NodeKind::Numbered(text, below) => (text, below),
            NodeKind::Titled(title, _, below) => (title, below),
            NodeKind::Lead(lead, _, below) => (lead, below),
            NodeKind::Paragraph(..) | NodeKind::Table(_) => continue,
        };
        let text = words(text);
        if let Some(typed) = typed_mark(&text) {
            sink.push(
                Diagnostic::warning(
                    "typed-number",
                    node.span,
                    say!("\"{typed}\" được gõ trước văn bản", "\"{typed}\" is typed before the text"),
                )
                .help(say!(
                    "bỏ đi: chương trình tự đánh số và tự gạch đầu dòng",
                    "remove it: the program numbers and dashes by itself"
                )),
            );
        }
        check_nodes(below, sink);
    }
}

/// "1.", "1.2.", "II." or "a)" at the beginning, with a text after it.
fn typed_mark(text: &str) -> Option<&str> {
    let (mark, _) = text.split_once(' ')?;
    let body = mark.strip_suffix(['.', ')'])?;
    let is_number = !body.is_empty()
        && body.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let is_roman = !body.is_empty() && body.bytes().all(|b| b"IVX".contains(&b));
    let is_letter = mark.ends_with(')') && body.chars().count() == 1 && body.chars().all(char::is_lowercase);
    (is_number || is_roman || is_letter).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::typed_mark;

    #[test]
    fn numbers_and_letters_before_a_text_are_seen() {
        for text in ["1. Hỗ trợ", "1.2. Hỗ trợ", "II. Nội dung", "a) Rà soát", "đ) Rà soát", "2) Rà soát"]
        {
            assert!(typed_mark(text).is_some(), "{text}");
        }
        for text in ["Hỗ trợ", "30 xã", "Ủy ban", "1.500 triệu đồng", "I", "tháng 5."] {
            assert!(typed_mark(text).is_none(), "{text}");
        }
    }
}
