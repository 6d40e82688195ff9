use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::text::prose::TokenKind;
use crate::vietnamese::{TonePlace, tone_place};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "tone-style",
        severity: Severity::Info,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "dấu thanh đặt theo hai cách trong một kế hoạch",
            en: "tone marks placed in two ways in one plan",
        },
        why: Words {
            vi: r#""hòa" và "hoà", "thủy" và "thuỷ" đều đúng (chính Nghị định dùng cả hai); một văn bản nên dùng một cách."#,
            en: r#""hòa" and "hoà" are both right, and both in the decree; one document should have one of them."#,
        },
        examples: Examples::Plan {
            wrong: "objectives: [Hòa giải ở cơ sở; xóa nhà tạm; ⟦hoà⟧ nhập cộng đồng.]",
            right: "objectives: [Hòa giải ở cơ sở; xóa nhà tạm; hòa nhập cộng đồng.]",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    let mut found = Vec::new();
    for line in &plan.prose {
        for token in
            line.tokens.iter().filter(|token| token.kind == TokenKind::Word && !token.text.is_ascii())
        {
            if let Some(place) = tone_place(&token.small) {
                found.push((place, token.text.as_str(), line.span(token.at.clone())));
            }
        }
    }
    let first = found.iter().filter(|(place, ..)| *place == TonePlace::First).count();
    if first == 0 || first == found.len() {
        return;
    }
    let rarer = if first * 2 < found.len() { TonePlace::First } else { TonePlace::Second };
    let shown = found.iter().find(|(place, ..)| *place == rarer);
    let other = found.iter().find(|(place, ..)| *place != rarer);
    if let (Some((_, word, span)), Some((_, usual, at))) = (shown, other) {
        sink.push(
            RULE.at(
                *span,
                message!(
                    "\"{word}\" và \"{usual}\": hai cách đặt dấu thanh",
                    "\"{word}\" and \"{usual}\": two ways of placing the tone"
                ),
            )
            .label(*at, message!("cách kia ở đây", "the other way"))
            .help(message!("dùng một cách trong cả văn bản", "use one way in the whole document")),
        );
    }
}
