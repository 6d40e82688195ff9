//! RawPlan → Plan: every gap and every wrong value is reported, not the first only.

use super::article::chapters;
use super::date::{IssueDay, issue_day, positive};
use super::details::details;
use super::issued_with::issued_with;
use super::issuer::{Symbol, issuer, symbol};
use super::kinds::kind_of;
use super::legal_basis::legal_basis;
use super::node::nodes;
use super::raw::{RawAppendix, RawContact, RawLayout, RawObjectives, RawPlan};
use super::settings::settings;
use super::signature::signature;
use super::{Appendix, Contact, Objectives, Plan, Signer, reader};
use crate::decree::forms::{AsAbove, SubjectPlace};
use crate::decree::{Kind, Kinds, text};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::say;
use crate::source::{Span, Spanned};
use crate::text::RichText;
use crate::text::Text;
use crate::text::{rich_paragraphs, unmarked};

/// The value of a key that must be there.
pub fn required<'a, T>(value: Option<&'a T>, key: &str, at: Span, sink: &mut Sink) -> Option<&'a T> {
    if value.is_none() {
        missing(key, at, sink);
    }
    value
}

/// A list that must hold something; an empty one is told as a missing key.
pub fn required_list<'a, T>(
    value: Option<&'a Vec<T>>,
    key: &str,
    at: Span,
    sink: &mut Sink,
) -> Option<&'a Vec<T>> {
    required(value.filter(|list| !list.is_empty()), key, at, sink)
}

/// A part that prints its heading and nothing below it.
pub fn empty_part(span: Span, message: Message) -> Diagnostic {
    codes::EMPTY_PART
        .at(span, message)
        .help(say!("viết nội dung, hoặc bỏ phần này", "write it, or remove the part"))
}

/// Reports a key that must be there in the map that begins at a place, unless it could not be read.
pub fn missing(key: &str, at: Span, sink: &mut Sink) {
    let name = key.rsplit('.').next().unwrap_or(key);
    if sink.is_unread(name, at) {
        return;
    }
    let example = match key {
        "subject" => "subject: Thực hiện công tác đỡ đầu, phụ trách các xã xây dựng nông thôn mới",
        "issuer" | "issuer.name" => "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}",
        "issuer.code" => "code: LMHTX",
        "issuer.unit" => "unit: VP",
        "to" => "to: [Ủy ban nhân dân tỉnh]",
        "authority" => "authority: Chủ tịch Liên minh Hợp tác xã tỉnh",
        "articles" => "articles: [{text: Ban hành kèm theo Quyết định này …}]",
        "body" => "body: [{paragraph: …}]",
        "secretary" => "secretary: {position: Thư ký}",
        "recipients" => "recipients: [Ủy ban nhân dân tỉnh]",
        "signature" => "signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}",
        "as" => "as: commune",
        "in" => "in: communes.csv",
        "key" => "key: \"{{ commune.ten | slug }}\"",
        "objectives" => "objectives: [Bảo đảm sự phối hợp chặt chẽ …]",
        _ => key,
    };
    sink.push(
        codes::MISSING_KEY
            .at(at, say!("thiếu khóa `{key}`", "the key `{key}` is missing"))
            .help(say!("thêm: {example}", "add: {example}")),
    );
}

/// See [`super::validate`].
pub fn plan(raw: Spanned<RawPlan>, kinds: &Kinds, sink: &mut Sink) -> Option<Plan> {
    let Spanned { value: raw, span } = raw;
    let before = sink.errors();
    // A missing key belongs to the whole file: its first line is shown.
    let top = Span { end: span.start, ..span };
    let kind = kind(raw.kind.as_ref(), kinds, sink);
    let issued_with = raw.issued_with.as_ref().and_then(|raw| issued_with(&raw.value, sink));
    let issuer_value = required(raw.issuer.as_ref(), "issuer", top, sink).and_then(|raw_issuer| {
        // A document issued with a decision has no symbol.
        let symbol = match raw.issued_with {
            Some(_) => Some(Symbol::default()),
            None => kind.and_then(|kind| symbol(raw.symbol.as_ref(), kind, raw_issuer, sink)),
        };
        Some((issuer(raw_issuer, sink)?, symbol?))
    });
    let needs = |key: &str| kind.is_some_and(|kind| kind.form.required.contains(&key));
    if kind.is_none_or(|kind| kind.form.subject != SubjectPlace::Nowhere) {
        required(raw.subject.as_ref(), "subject", top, sink);
    }
    let subject = raw.subject.as_ref().and_then(|text| said(text, sink));
    if raw.issued_with.is_none() {
        required_list(raw.recipients.as_ref(), "recipients", top, sink);
        required(raw.signature.as_ref(), "signature", top, sink);
    }
    for (key, is_there) in [
        ("to", raw.to.as_ref().is_some_and(|list| !list.is_empty())),
        ("authority", raw.authority.is_some()),
        ("secretary", raw.secretary.is_some()),
    ] {
        if needs(key) && !is_there {
            missing(key, top, sink);
        }
    }
    let signature = raw.signature.as_ref().and_then(|raw| signature(raw, sink));
    body_is_there(&raw, kind, top, sink);
    let objectives = match &raw.objectives {
        None => Objectives::Together(Vec::new()),
        Some(RawObjectives::List(list)) => Objectives::Together(nodes(list, sink)),
        Some(RawObjectives::Purposes(both)) => Objectives::Apart(
            nodes(both.purpose.as_deref().unwrap_or_default(), sink),
            nodes(both.requirements.as_deref().unwrap_or_default(), sink),
        ),
    };
    let mut list = |raw: &Option<Vec<_>>| nodes(raw.as_deref().unwrap_or_default(), sink);
    let (support_contents, sections, implementation, body) =
        (list(&raw.support_contents), list(&raw.sections), list(&raw.implementation), list(&raw.body));
    let chapters = chapters(raw.articles.as_ref(), raw.chapters.as_ref(), sink);
    let bases = raw.legal_basis.as_deref().unwrap_or_default();
    let legal_basis = bases.iter().filter_map(|one| legal_basis(one, sink)).collect();
    let appendices = raw.appendices.as_deref().unwrap_or_default();
    let appendices = appendices.iter().filter_map(|one| appendix(one, sink)).collect();
    let number = raw.number.as_ref().and_then(|number| positive(number, sink));
    let issued = raw.date.as_ref().and_then(|text| issue_day(text, sink));
    let (day, month) = match issued {
        Some(IssueDay::Known(day)) => (Some(day), None),
        Some(IssueDay::Month(year, month)) => (None, Some((year, month))),
        None => (None, None),
    };
    let year =
        raw.year.as_ref().and_then(|year| positive(year, sink)).and_then(|year| i32::try_from(year).ok());
    let place = raw.place.as_ref().and_then(|text| said(text, sink));
    let authority = raw.authority.as_ref().and_then(|text| said(text, sink));
    let addressees = all(raw.to.as_deref().unwrap_or_default(), sink);
    let preamble = raw.preamble.as_ref().map(|text| paragraphs(text, sink));
    let closing = raw.closing.as_ref().map(|text| paragraphs(text, sink));
    let details = kind.map(|kind| details(raw.details.as_ref(), kind, top, sink)).unwrap_or_default();
    let secretary = raw.secretary.as_ref().and_then(|secretary| {
        let position = required(secretary.value.position.as_ref(), "position", secretary.span, sink)?;
        let name = secretary.value.name.as_ref().map(|name| unmarked(name, sink));
        Some(Signer { position: said(position, sink)?, name: name.filter(|name| !name.is_empty()) })
    });
    let urgency = raw.urgency.as_ref().and_then(|text| urgency(text, sink));
    let secrecy = raw.secrecy.as_ref().and_then(|text| secrecy(text, sink));
    let circulation = raw.circulation.as_ref().and_then(|text| said(text, sink));
    let contact = contact(raw.contact.as_ref(), sink);
    let drafter = raw.drafter.as_ref().and_then(|drafter| {
        let code = required(drafter.value.code.as_ref(), "drafter.code", drafter.span, sink)?;
        let copies = drafter.value.copies.as_ref().and_then(|copies| positive(copies, sink));
        let copies = copies.map(|copies| format!("({copies})")).unwrap_or_default();
        Some(format!("{}.{copies}", unmarked(code, sink)))
    });
    let archive = raw.archive.as_ref().map_or_else(|| "VT".to_owned(), |text| unmarked(text, sink));
    let recipients = raw.recipients.as_ref().map(|list| all(list, sink));
    let settings = settings(&raw.layout.unwrap_or_else(RawLayout::default), sink);
    if sink.errors() > before {
        return None;
    }
    let (issuer, symbol) = issuer_value?;
    let kind = kind?.clone();
    let as_above = match kind.form.as_above {
        AsAbove::Always => true,
        AsAbove::WithAddressees => !addressees.is_empty(),
        AsAbove::AsWritten => false,
    };
    Some(Plan {
        span,
        kind,
        template: raw.template.as_ref().map(Text::plain),
        issuer,
        number,
        symbol,
        issued_with,
        place,
        date: day,
        year: year.or(month.map(|(year, _)| year)),
        month: month.map(|(_, month)| month),
        subject,
        authority,
        addressees,
        legal_basis,
        preamble,
        details,
        objectives,
        support_contents,
        sections,
        implementation,
        body,
        chapters,
        closing,
        recipients,
        as_above,
        archive,
        signature,
        secretary,
        urgency,
        secrecy,
        circulation,
        contact,
        drafter,
        appendices,
        settings,
    })
}

/// Reports a document without a body.
fn body_is_there(raw: &RawPlan, kind: Option<&Kind>, top: Span, sink: &mut Sink) {
    let is_there = |key: &str| match key {
        "objectives" => raw.objectives.as_ref().is_some_and(|objectives| match objectives {
            RawObjectives::List(list) => !list.is_empty(),
            RawObjectives::Purposes(both) => {
                // Without either, there are keys that are told as unknown.
                let mut lists = [&both.purpose, &both.requirements].into_iter().flatten().peekable();
                lists.peek().is_none() || lists.any(|list| !list.is_empty())
            }
        }),
        "support_contents" => holds(&raw.support_contents),
        "sections" => holds(&raw.sections),
        "implementation" => holds(&raw.implementation),
        "articles" => holds(&raw.articles),
        "chapters" => holds(&raw.chapters),
        _ => holds(&raw.body),
    };
    let Some(kind) = kind else { return };
    // A kind with lines of its own says enough by them, unless it asks for more.
    let is_needed = kind.details.is_empty() || kind.form.required.contains(&"body");
    if let Some(first) = kind.form.body.first().filter(|_| is_needed)
        && !kind.form.body.iter().any(|key| is_there(key) || sink.is_unread(key, top))
    {
        missing(first, top, sink);
    }
}

fn holds<T>(list: &Option<Vec<T>>) -> bool {
    list.as_ref().is_some_and(|list| !list.is_empty())
}

fn all(texts: &[Text], sink: &mut Sink) -> Vec<Spanned<String>> {
    texts.iter().filter_map(|text| said(text, sink)).collect()
}

/// A text that must say something.
pub fn said(text: &Text, sink: &mut Sink) -> Option<Spanned<String>> {
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
        codes::EMPTY_TEXT
            .at(span, say!("văn bản trống", "the text is empty"))
            .help(say!("viết nội dung, hoặc bỏ dòng này", "write it, or remove the line")),
    );
}

fn paragraphs(text: &Text, sink: &mut Sink) -> Spanned<Vec<RichText>> {
    Spanned { value: rich_paragraphs(text, sink), span: text.span }
}

fn kind<'k>(text: Option<&Text>, kinds: &'k Kinds, sink: &mut Sink) -> Option<&'k Kind> {
    kind_of(text.map(|text| text.value.as_str()), kinds).or_else(|| {
        let slugs: Vec<&str> = kinds.all().map(|kind| &*kind.slug).collect();
        text.into_iter()
            .for_each(|text| unknown_value(text, "loại văn bản", "type of document", &slugs, "P3", sink));
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

/// Reports a word that is none of those known.
pub fn unknown_value(
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
        codes::UNKNOWN_VALUE
            .at(text.span, say!("không có {what} \"{got}\"", "there is no {what_en} \"{got}\""))
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
    if body.as_ref().is_some_and(Vec::is_empty) {
        sink.push(empty_part(raw.span, say!("phụ lục không có nội dung", "the appendix holds nothing")));
    }
    Some(Appendix {
        span: raw.span,
        title: title?,
        landscape: raw.value.landscape.unwrap_or(false),
        body: body?,
    })
}
