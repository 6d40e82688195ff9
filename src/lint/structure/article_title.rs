use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::articles;

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "article-title",
        severity: Severity::Error,
        clause: Some("P1.II.6.d"),
        kinds: Kinds::Only(&["quy-che", "quy-dinh"]),
        what: Words {
            vi: "điều của quy chế, quy định không có tiêu đề",
            en: "an article of a regulation without a heading",
        },
        why: Words {
            vi: "Văn bản bố cục theo phần, chương, mục, điều thì mỗi phần, chương, mục, điều phải có tiêu đề. Riêng quyết định, nghị quyết theo mẫu in lời văn ngay sau số của điều.",
            en: "Where a text is laid out by parts, chapters and articles, each has a heading. Decisions and resolutions print the text right after the number, as their forms do.",
        },
        examples: Examples::Plan {
            wrong: "kind: quy-dinh
objectives:
articles: [{text: ⟦Văn bản này quy định việc hỗ trợ các xã.⟧}]",
            right: "kind: quy-dinh
objectives:
articles: [{title: Phạm vi điều chỉnh, text: Văn bản này quy định việc hỗ trợ các xã.}]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for article in articles(plan.raw).filter(|one| one.value.title.is_absent()) {
        let span = article.value.text.as_ref().map_or(article.span, |text| text.span);
        sink.push(
            RULE.at(span, message!("điều này không có tiêu đề", "this article has no heading"))
                .help(message!("thêm `title`", "add `title`")),
        );
    }
}
