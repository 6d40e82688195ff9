use std::collections::HashMap;

use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::raw::{RawNode, RawPlan, Slot};
use crate::plan::{articles, bodies};
use crate::source::Span;
use crate::text::Field;
use crate::text::Text;
use crate::text::prose::{Prose, TokenKind};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "end-missing",
        severity: Severity::Info,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "đoạn văn không có dấu kết thúc", en: "a paragraph without a mark at its end"
        },
        why: Words {
            vi: "Câu hoàn chỉnh kết thúc bằng dấu chấm; mục của danh sách bằng dấu chấm hoặc chấm phẩy. Tiêu đề, ô bảng, mẫu để điền, danh sách cụm từ ngắn không có dấu nào thì không bị nêu.",
            en: "A sentence ends with a full stop, an item of a list with one or a semicolon. Headings, cells, forms and lists of short phrases that have no marks at all are not reported.",
        },
        examples: Examples::Plan {
            wrong: "objectives: [Bảo đảm tiến độ., Công khai kết ⟦quả⟧, Phân công rõ trách nhiệm.]",
            right: "objectives: [Bảo đảm tiến độ., Công khai kết quả., Phân công rõ trách nhiệm.]",
        },
    },
    check: Check::Plan(check),
};

/// A text of so many words is a sentence, whatever stands beside it.
const SENTENCE: usize = 20;

fn check(plan: &Subject, sink: &mut Sink) {
    // The last line that each text prints.
    let last: HashMap<Span, &Prose> = plan
        .prose
        .iter()
        // What " #" cut off has a rule of its own.
        .filter(|line| line.field != Field::Note && !line.after().starts_with(" #"))
        .map(|line| (line.scalar(), &**line))
        .collect();
    let lists = lists(plan.raw);
    let printed = marked_in_print(plan.raw, &lists);
    let mut open: Vec<Span> = Vec::new();
    for list in &lists {
        let lines: Vec<&Prose> = list.iter().filter_map(|text| last.get(&text.span).copied()).collect();
        let marked = lines.iter().filter(|line| is_ended(line)).count();
        for line in lines.iter().filter(|line| !is_ended(line) && Some(line.scalar()) != printed) {
            let words = line.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
            // Most beside it have a mark, or it is a sentence by itself.
            if 2 * marked > lines.len() || words >= SENTENCE {
                open.extend(line.tokens.last().map(|last| line.span(last.at.clone())));
            }
        }
    }
    // One finding for all of them: who types no marks types none anywhere.
    let Some((first, more)) = open.split_first() else { return };
    let message = match more.len() {
        0 => message!("đoạn văn không có dấu kết thúc", "the paragraph has no mark at its end"),
        more => message!(
            "đoạn văn không có dấu kết thúc; còn {more} đoạn như vậy",
            "the paragraph has no mark at its end, and {more} more like it"
        ),
    };
    let finding = RULE.at(*first, message).help(message!(
        "thêm dấu chấm, hoặc dấu chấm phẩy nếu danh sách còn tiếp",
        "add a full stop, or a semicolon where the list goes on"
    ));
    sink.push(
        more.iter()
            .fold(finding, |finding, span| finding.label(*span, message!("thiếu dấu ở đây", "no mark here"))),
    );
}

/// The text that the program ends with "./.": đoạn kết, or else the last of the body.
fn marked_in_print(plan: &RawPlan, lists: &[Vec<&Text>]) -> Option<Span> {
    if plan.layout.iter().any(|layout| layout.end_mark.as_ref() == Some(&false)) {
        return None;
    }
    let last = || lists.iter().flatten().map(|text| text.span).max_by_key(|span| span.start);
    plan.closing.as_ref().map(|closing| closing.span).or_else(last)
}

/// Whether a line has a mark at its end, before what closes it, or needs none.
fn is_ended(line: &Prose) -> bool {
    let closes = |c: &&char| c.is_whitespace() || "\"”»’'*".contains(**c);
    let Some(last) = line.chars.iter().rev().find(|c| !closes(c)) else { return true };
    let in_capitals = !line.chars.iter().any(|c| c.is_lowercase());
    // "(Phụ lục kèm theo.)", "… đạt chuẩn. (Hết)"; a box or a line to fill in is no sentence.
    let before = |at: usize| line.chars[..at].iter().rev().find(|c| !closes(c));
    let open = line.chars.iter().rposition(|c| *c == '(');
    let close = line.chars.iter().rposition(|c| *c == ')');
    let is_bracketed =
        *last == ')' && [open, close].into_iter().flatten().filter_map(before).any(|c| ".;:?!…".contains(*c));
    in_capitals || is_bracketed || ".;:,?!…_/]}☐□".contains(*last)
}

/// The texts that stand beside each other in print and have nothing below them.
fn lists(plan: &RawPlan) -> Vec<Vec<&Text>> {
    let mut out = Vec::new();
    bodies(plan).for_each(|all| nodes(all, &mut out));
    for article in articles(plan) {
        let items = article.value.items.list();
        out.push(article.value.text.iter().filter(|_| items.is_empty()).collect());
        nodes(items, &mut out);
    }
    out.push(plan.preamble.iter().collect());
    out.push(plan.closing.iter().collect());
    out
}

fn nodes<'a>(all: &'a [Slot<RawNode>], out: &mut Vec<Vec<&'a Text>>) {
    let mut own = Vec::new();
    for node in all.iter().flatten() {
        match node {
            RawNode::Dash(text) => own.push(text),
            RawNode::Parts(parts) => {
                let parts = &*parts.value;
                let below = parts.items.list();
                let aligned = !parts.align.is_absent();
                let texts = [&parts.text, &parts.item, &parts.paragraph].into_iter().flatten();
                own.extend(texts.filter(|_| below.is_empty() && parts.table.is_absent() && !aligned));
                nodes(below, out);
            }
        }
    }
    out.push(own);
}
