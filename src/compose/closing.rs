//! Nơi nhận beside the signature.

use super::head::centered;
use crate::decree::{text, units::Length};
use crate::document::{Closing, Layout, Page, Paragraph, Role};
use crate::plan::Plan;
use crate::text::Inline;
use crate::typeset::Face;

/// What the right column has at least and at most, as a part of the text's width.
const RIGHT: (f64, f64) = (0.5, 0.6);
/// Left and right of the signature's lines.
const PADDING: Length = Length::mm(4);

/// Builds the two columns at the end.
pub fn closing(plan: &Plan, layout: &Layout, page: &Page) -> Closing {
    let style = layout.style(Role::Authority);
    let face = Face::of(style.bold, style.italic);
    let authority = &plan.signature.authority;
    let widest =
        authority.iter().map(|line| face.width(&line.to_uppercase(), style.size)).max().unwrap_or_default()
            + PADDING;
    let whole = page.text_width();
    let right = widest.max(whole.scale(RIGHT.0)).min(whole.scale(RIGHT.1)).ceil_twip();
    let mut signature: Vec<Paragraph> = authority
        .iter()
        .map(|line| centered(Role::Authority, line, str::to_uppercase, None, layout, right - PADDING))
        .collect();
    if plan.signature.room_for_post {
        signature.push(room(Role::Authority));
    }
    signature.push(match &plan.signature.name {
        Some(name) => Paragraph::new(Role::SignerName, vec![Inline::plain(name)], None),
        None => room(Role::SignerName),
    });
    Closing { columns: [whole - right, right], recipients: recipients(plan), signature }
}

/// An empty line.
fn room(role: Role) -> Paragraph {
    Paragraph::new(role, vec![Inline::plain(super::BLANK)], None)
}

/// "Nơi nhận:", the list, and the line of the archive with người soạn thảo after it.
fn recipients(plan: &Plan) -> Vec<Paragraph> {
    let mut out =
        vec![Paragraph::new(Role::RecipientsLabel, vec![Inline::plain(text::RECIPIENTS_LABEL)], None)];
    for one in &plan.recipients {
        let words = format!("- {};", one.value.trim_end_matches([';', '.', ',']));
        out.push(Paragraph::new(Role::Recipient, vec![Inline::plain(words)], Some(one.span)));
    }
    let drafter = plan.drafter.as_ref().map(|drafter| format!(" {drafter}")).unwrap_or_default();
    let words = format!("- {} {}.{drafter}", text::ARCHIVE_LABEL, plan.archive.trim_end_matches('.'));
    out.push(Paragraph::new(Role::Recipient, vec![Inline::plain(words)], None));
    out
}
