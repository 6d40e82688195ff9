//! RawPlan → Plan: every gap and every wrong value is reported, not the first only.

use super::date::{date, positive};
use super::inline::{rich_paragraphs, unmarked};
use super::issuer::{issuer, symbol};
use super::legal_basis::legal_basis;
use super::node::nodes;
use super::raw::{RawAppendix, RawContact, RawLayout, RawObjectives, RawPlan, Text};
use super::settings::settings;
use super::signature::signature;
use super::{Appendix, Contact, Objectives, Plan, reader};
use crate::decree::{KINDS, Kind, text};
use crate::diag::{Diagnostic, Message, Sink};
use crate::say;
use crate::source::{Span, Spanned};
use crate::text::RichText;

/// The value of a key that must be there.
pub fn required<'a, T>(value: Option<&'a T>, key: &str, at: Span, sink: &mut Sink) -> Option<&'a T> {
    if value.is_none() {
        missing(key, at, sink);
    }
    value
}

/// Reports a key that must be there.
pub fn missing(key: &str, at: Span, sink: &mut Sink) {
    let example = match key {
        "subject" => "subject: Thực hiện công tác đỡ đầu, phụ trách các xã xây dựng nông thôn mới",
        "issuer" | "issuer.name" => "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}",
        "issuer.code" => "code: LMHTX",
        "recipients" => "recipients: [Ủy ban nhân dân tỉnh]",
        "signature" => "signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}",
        "as" => "as: commune",
        "in" => "in: communes.csv",
        "key" => "key: \"{{ commune.ten | slug }}\"",
        "objectives" => "objectives: [Bảo đảm sự phối hợp chặt chẽ …]",
        _ => key,
    };
    sink.push(
        Diagnostic::error("missing-key", at, say!("thiếu khóa `{key}`", "the key `{key}` is missing"))
            .help(say!("thêm: {example}", "add: {example}")),
    );
}

/// See [`super::validate`].
pub fn plan(raw: Spanned<RawPlan>, sink: &mut Sink) -> Option<Plan> {
    let Spanned { value: raw, span } = raw;
    let before = sink.errors();
    // A missing key belongs to the whole file: its first line is shown.
    let top = Span { end: span.start, ..span };
    let kind = kind(raw.kind.as_ref(), sink);
    let issuer_value = required(raw.issuer.as_ref(), "issuer", top, sink).and_then(|raw_issuer| {
        let at = raw_issuer.name.as_ref().and_then(|name| name.0.first()).map_or(top, |name| name.span);
        let code = raw_issuer.code.as_ref();
        let symbol = kind.and_then(|kind| symbol(raw.symbol.as_ref(), kind, code, at, sink));
        Some((issuer(raw_issuer, at, sink)?, symbol?))
    });
    let subject = required(raw.subject.as_ref(), "subject", top, sink).and_then(|text| said(text, sink));
    let recipients = required(raw.recipients.as_ref(), "recipients", top, sink);
    let signature =
        required(raw.signature.as_ref(), "signature", top, sink).and_then(|raw| signature(raw, sink));
    let objectives = match &raw.objectives {
        None => Objectives::Together(Vec::new()),
        Some(RawObjectives::List(list)) => Objectives::Together(nodes(list, sink)),
        Some(RawObjectives::Purposes(both)) => Objectives::Apart(
            nodes(both.purpose.as_deref().unwrap_or_default(), sink),
            nodes(both.requirements.as_deref().unwrap_or_default(), sink),
        ),
    };
    if raw.objectives.is_none()
        && raw.support_contents.is_none()
        && raw.sections.is_none()
        && raw.implementation.is_none()
    {
        missing("objectives", top, sink);
    }
    let mut list = |raw: &Option<Vec<_>>| nodes(raw.as_deref().unwrap_or_default(), sink);
    let (support_contents, sections, implementation) =
        (list(&raw.support_contents), list(&raw.sections), list(&raw.implementation));
    let bases = raw.legal_basis.as_deref().unwrap_or_default();
    let legal_basis = bases.iter().filter_map(|one| legal_basis(one, sink)).collect();
    let appendices = raw.appendices.as_deref().unwrap_or_default();
    let appendices = appendices.iter().filter_map(|one| appendix(one, sink)).collect();
    let number = raw.number.as_ref().and_then(|number| positive(number, sink));
    let day = raw.date.as_ref().and_then(|text| date(text, sink));
    let year =
        raw.year.as_ref().and_then(|year| positive(year, sink)).and_then(|year| i32::try_from(year).ok());
    let place = raw.place.as_ref().and_then(|text| said(text, sink));
    let addressees = all(raw.to.as_deref().unwrap_or_default(), sink);
    let preamble = raw.preamble.as_ref().map(|text| paragraphs(text, sink));
    let closing = raw.closing.as_ref().map(|text| paragraphs(text, sink));
    let urgency = raw.urgency.as_ref().and_then(|text| urgency(text, sink));
    let secrecy = raw.secrecy.as_ref().and_then(|text| secrecy(text, sink));
    let circulation = raw.circulation.as_ref().and_then(|text| said(text, sink));
    let contact = contact(raw.contact.as_ref(), sink);
    let drafter = raw.drafter.as_ref().and_then(|drafter| {
        let code = required(drafter.code.as_ref(), "drafter.code", top, sink)?;
        let copies = drafter.copies.as_ref().and_then(|copies| positive(copies, sink));
        let copies = copies.map(|copies| format!("({copies})")).unwrap_or_default();
        Some(format!("{}.{copies}", unmarked(code, sink)))
    });
    let archive = raw.archive.as_ref().map_or_else(|| "VT".to_owned(), |text| unmarked(text, sink));
    let recipients = recipients.map(|list| all(list, sink));
    let settings = settings(&raw.layout.unwrap_or_else(RawLayout::default), sink);
    let kind = kind?;
    let template = match &raw.template {
        Some(template) => template.plain(),
        None => Spanned { value: kind.slug.to_owned(), span: top },
    };
    if sink.errors() > before {
        return None;
    }
    let (issuer, symbol) = issuer_value?;
    Some(Plan {
        span,
        kind,
        template,
        issuer,
        number,
        symbol,
        place,
        date: day,
        year,
        subject: subject?,
        addressees,
        legal_basis,
        preamble,
        objectives,
        support_contents,
        sections,
        implementation,
        closing,
        recipients: recipients?,
        archive,
        signature: signature?,
        urgency,
        secrecy,
        circulation,
        contact,
        drafter,
        appendices,
        settings,
    })
}

fn all(texts: &[Text], sink: &mut Sink) -> Vec<Spanned<String>> {
    texts.iter().filter_map(|text| said(text, sink)).collect()
}

/// A text that must say something.
fn said(text: &Text, sink: &mut Sink) -> Option<Spanned<String>> {
    let value = unmarked(text, sink);
    if value.is_empty() {
        empty_text(text.span, sink);
        return None;
    }
    Some(Spanned { value, span: text.span })
}

/// Reports a text that says nothing.
pub fn empty_text(span: Span, sink: &mut Sink) {
    sink.push(
        Diagnostic::error("empty-text", span, say!("văn bản trống", "the text is empty"))
            .help(say!("viết nội dung, hoặc bỏ dòng này", "write it, or remove the line")),
    );
}

fn paragraphs(text: &Text, sink: &mut Sink) -> Spanned<Vec<RichText>> {
    Spanned { value: rich_paragraphs(text, sink), span: text.span }
}

fn kind(text: Option<&Text>, sink: &mut Sink) -> Option<Kind> {
    let Some(text) = text else { return Kind::by_slug("ke-hoach") };
    Kind::by_slug(text.value.trim()).or_else(|| {
        let slugs = KINDS.map(|kind| kind.slug);
        unknown_value(text, "loại văn bản", "type of document", &slugs, "P3", sink);
        None
    })
}

fn urgency(text: &Text, sink: &mut Sink) -> Option<text::Urgency> {
    let found = text::URGENCIES.into_iter().find(|one| one.slug == text.value.trim());
    if found.is_none() {
        let slugs = text::URGENCIES.map(|one| one.slug);
        unknown_value(text, "độ khẩn", "degree of urgency", &slugs, "P1.III.2.b", sink);
    }
    found
}

fn secrecy(text: &Text, sink: &mut Sink) -> Option<&'static str> {
    let found = text::SECRECIES.into_iter().find(|(slug, _)| *slug == text.value.trim());
    if found.is_none() {
        let slugs = text::SECRECIES.map(|(slug, _)| slug);
        unknown_value(text, "độ mật", "degree of secrecy", &slugs, "P1.III.2.a", sink);
    }
    found.map(|(_, words)| words)
}

fn unknown_value(
    text: &Text,
    what: &str,
    what_en: &str,
    known: &[&str],
    clause: &'static str,
    sink: &mut Sink,
) {
    let got = text.value.trim();
    let help: Message = match reader::closest(got, known) {
        Some(near) => say!("ý bạn là `{near}`?", "did you mean `{near}`?"),
        None => {
            let words = known.join(", ");
            say!("chọn một trong: {words}", "choose one of: {words}")
        }
    };
    sink.push(
        Diagnostic::error(
            "unknown-value",
            text.span,
            say!("không có {what} \"{got}\"", "there is no {what_en} \"{got}\""),
        )
        .help(help)
        .clause(clause),
    );
}

fn contact(raw: Option<&RawContact>, sink: &mut Sink) -> Contact {
    let Some(raw) = raw else { return Contact::default() };
    let mut text =
        |text: &Option<Text>| text.as_ref().and_then(|text| said(text, sink)).map(|text| text.value);
    Contact {
        address: text(&raw.address),
        email: text(&raw.email),
        website: text(&raw.website),
        phone: text(&raw.phone),
        fax: text(&raw.fax),
    }
}

fn appendix(raw: &Spanned<RawAppendix>, sink: &mut Sink) -> Option<Appendix> {
    let title =
        required(raw.value.title.as_ref(), "title", raw.span, sink).and_then(|title| said(title, sink));
    let body = required(raw.value.body.as_ref(), "body", raw.span, sink).map(|body| nodes(body, sink));
    Some(Appendix {
        span: raw.span,
        title: title?,
        landscape: raw.value.landscape.unwrap_or(false),
        body: body?,
    })
}
