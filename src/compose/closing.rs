//! Nơi nhận beside the signature.

use super::columns::columns;
use super::even::centered;
use super::wording::{Confirmation, Wording};
use crate::decree::text;
use crate::document::{Columns, Layout, Page, Paragraph, Role};
use crate::length::Length;
use crate::plan::{Plan, Signer};
use crate::source::Spanned;
use crate::templates::bare;
use crate::text::Inline;
use crate::typeset::Face;

/// What the right column has at least and at most, as a part of the text's width.
const RIGHT: (f64, f64) = (0.5, 0.6);
/// Left and right of the signature's lines.
pub(crate) const PADDING: Length = Length::mm(4);

/// Builds the two columns at the end; none where nobody signs and nothing is sent.
pub(super) fn closing(plan: &Plan, wording: &Wording, layout: &Layout, page: &Page) -> Option<Columns> {
    if plan.signature.is_none() && plan.recipients.is_none() {
        return None;
    }
    let style = layout.style(Role::Authority);
    let face = Face::of(style.bold, style.italic);
    let width = |line: &str| face.width(&line.to_uppercase(), style.size);
    let authority =
        plan.signature.as_ref().map(|signature| signature.authority.as_slice()).unwrap_or_default();
    let widest = authority.iter().map(|line| width(line)).max().unwrap_or_default() + PADDING;
    let whole = page.text_width();
    let right = widest.max(whole.scale(RIGHT.0)).min(whole.scale(RIGHT.1)).ceil_twip();
    let widths = [whole - right, right];
    let mut at_left = Vec::new();
    if let Some(Signer { position, name }) = &plan.secretary {
        let room = widths[0] - PADDING;
        at_left.push(centered(
            Role::Authority,
            &position.value,
            str::to_uppercase,
            Some(position.span),
            layout,
            room,
        ));
        at_left.push(signer(name.as_deref()));
    }
    if let Some(list) = &plan.recipients {
        at_left.extend(recipients(plan, list));
    }
    if let Some(Confirmation { lines, name }) = &wording.confirmation {
        let room = widths[0] - PADDING;
        at_left.extend(
            lines.iter().map(|line| centered(Role::Confirmation, line, str::to_owned, None, layout, room)),
        );
        at_left.push(signer(name.as_deref()));
    }
    let mut at_right: Vec<Paragraph> = authority
        .iter()
        .map(|line| centered(Role::Authority, line, str::to_uppercase, None, layout, right - PADDING))
        .collect();
    if let Some(signature) = &plan.signature {
        if signature.room_for_post {
            at_right.push(room(Role::Authority));
        }
        match &signature.other_post {
            // The room for the signature is above the post.
            Some(post) => {
                let room = right - PADDING;
                at_right.push(centered(Role::SignerName, post, str::to_owned, None, layout, room));
                at_right.push(match signature.name.as_deref() {
                    Some(name) => Paragraph::new(Role::Authority, vec![Inline::plain(name)], None),
                    None => self::room(Role::Authority),
                });
            }
            None => at_right.push(signer(signature.name.as_deref())),
        }
    }
    Some(columns(widths.into(), vec![vec![at_left.into(), at_right.into()]], layout, page))
}

/// The signer's name, with the room for the signature above it; room for the name where it is not known.
pub(crate) fn signer(name: Option<&str>) -> Paragraph {
    match name {
        Some(name) => Paragraph::new(Role::SignerName, vec![Inline::plain(name)], None),
        None => room(Role::SignerName),
    }
}

/// An empty line.
fn room(role: Role) -> Paragraph {
    Paragraph::new(role, vec![Inline::plain(super::BLANK)], None)
}

/// The archive as it is written, without what is printed around it.
fn archive(written: &str) -> &str {
    let words = written.trim_start_matches(['-', ' ']);
    bare(words.strip_prefix(text::ARCHIVE_LABEL).map_or(written, str::trim_start))
}

/// "Nơi nhận:", the list, and the line of the archive with người soạn thảo after it.
fn recipients(plan: &Plan, list: &[Spanned<String>]) -> Vec<Paragraph> {
    let mut out =
        vec![Paragraph::new(Role::RecipientsLabel, vec![Inline::plain(text::RECIPIENTS_LABEL)], None)];
    // Who types it all the same has it once.
    let is_typed = list.first().is_some_and(|first| first.value.starts_with(text::AS_ABOVE));
    if plan.as_above && !is_typed {
        let words = format!("- {};", text::AS_ABOVE);
        out.push(Paragraph::new(Role::Recipient, vec![Inline::plain(words)], None));
    }
    for one in list {
        let words = format!("- {};", bare(&one.value));
        out.push(Paragraph::new(Role::Recipient, vec![Inline::plain(words)], Some(one.span)));
    }
    let drafter = plan.drafter.as_ref().map(|drafter| format!(" {drafter}")).unwrap_or_default();
    let words = format!("- {} {}.{drafter}", text::ARCHIVE_LABEL, archive(&plan.archive));
    out.push(Paragraph::new(Role::Recipient, vec![Inline::plain(words)], None));
    out
}
