//! The wording template: rendered with the plan's words, then read as a small XML vocabulary.

use chrono::{Datelike, NaiveDate};
use roxmltree::Node as Xml;

use super::{date_words, issuer_words, number_symbol};
use crate::decree::text as fixed;
use crate::diag::{Diagnostic, Sink};
use crate::plan::{LegalBasis, Objectives, Plan};
use crate::say;
use crate::source::{SourceMap, Span};
use crate::templates::{Data, RenderError, Template, TemplateError, Templates, render};
use crate::text::{Inline, RichText};

/// The words of a document, in their order.
#[derive(Debug, Default)]
pub struct Wording {
    /// Tên loại.
    pub title: String,
    /// What the body is made of.
    pub items: Vec<Item>,
    /// First cell of a total row.
    pub total: String,
    /// The line below an appendix's title.
    pub appendix: RichText,
    /// Lines of the contact foot.
    pub contact: Vec<RichText>,
}

/// A part of the body.
#[derive(Debug)]
pub enum Item {
    /// A căn cứ, and which of the plan's it is.
    Basis(RichText, Option<usize>),
    /// A paragraph, and the key of the plan it comes from.
    Paragraph(RichText, Option<String>),
    /// A numbered heading and what is below it: mục at the top, khoản below.
    Titled(String, Vec<Item>),
    /// The plan's own nodes.
    Nodes(Nodes),
}

/// A list of nodes of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nodes {
    /// Mục đích, yêu cầu in one list.
    Objectives,
    /// Mục đích.
    Purpose,
    /// Yêu cầu.
    Requirements,
    /// Nội dung.
    SupportContents,
    /// Further mục.
    Sections,
    /// Tổ chức thực hiện.
    Implementation,
}

/// Renders and reads the plan's wording. `None` after an error in `sink`.
pub fn wording(plan: &Plan, templates: &Templates, sources: &mut SourceMap, sink: &mut Sink) -> Option<Wording> {
    let name = format!("wording/{}.xml", plan.template.value);
    // The name is a plan's text: it must not lead out of the folder of templates.
    let is_name = plan.template.value.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let template = match templates.get(&name) {
        Ok(template) if is_name => template,
        Err(TemplateError::Unreadable(path, _)) => {
            let path = path.display();
            sink.push(Diagnostic::error(
                "template-unreadable",
                plan.template.span,
                say!("không đọc được mẫu {path}", "the template {path} cannot be read"),
            ));
            return None;
        }
        _ => {
            let wanted = &plan.template.value;
            sink.push(
                Diagnostic::error(
                    "unknown-template",
                    plan.template.span,
                    say!("chưa có mẫu lời văn \"{wanted}\"", "there is no wording template \"{wanted}\""),
                )
                .help(say!("đặt mẫu của bạn ở templates/{name}", "put your own at templates/{name}")),
            );
            return None;
        }
    };
    let rendered = match render(&template, data(plan)) {
        Ok(rendered) => rendered,
        Err(error) => {
            sink.push(template_error(&template, &error, sources));
            return None;
        }
    };
    let source = |sources: &mut SourceMap| sources.add(format!("{} (đã điền)", template.origin), rendered.clone());
    match roxmltree::Document::parse(&rendered) {
        Ok(xml) => {
            let read = read(xml.root_element());
            if let Err(bad) = &read {
                let (message, range) = (bad.0.clone(), bad.1.clone());
                let span = Span { source: source(sources), start: range.start, end: range.end };
                sink.push(Diagnostic::error("template-form", span, message).help(vocabulary()));
            }
            read.ok()
        }
        Err(error) => {
            let at = error.pos();
            let line_start: usize = rendered.split_inclusive('\n').take(at.row as usize - 1).map(str::len).sum();
            let span = Span { source: source(sources), start: line_start, end: line_start + rendered[line_start..].lines().next().map_or(0, str::len) };
            sink.push(
                Diagnostic::error("template-form", span, say!("mẫu lời văn không thành XML đúng: {error}", "the wording template gives no well-formed XML: {error}"))
                    .help(vocabulary()),
            );
            None
        }
    }
}

fn vocabulary() -> crate::diag::Message {
    say!(
        "các thẻ dùng được: title, basis, p, section, clause, nodes, total, appendix, contact; trong câu: b, i, note",
        "known tags: title, basis, p, section, clause, nodes, total, appendix, contact; in a sentence: b, i, note"
    )
}

fn template_error(template: &Template, error: &RenderError, sources: &mut SourceMap) -> Diagnostic {
    let source = sources.add(template.origin.as_str(), template.text.as_str());
    let range = error.range.clone().unwrap_or(0..0);
    let message = &error.message;
    Diagnostic::error(
        "template-render",
        Span { source, start: range.start, end: range.end },
        say!("mẫu lời văn không dùng được: {message}", "the wording template does not work: {message}"),
    )
    .help(say!("sửa mẫu, hoặc xóa tệp này để dùng mẫu có sẵn", "mend the template, or remove the file to use the built-in one"))
}

/// What a wording template may name.
fn data(plan: &Plan) -> Vec<(&'static str, Data)> {
    let text = |text: &str| Data::Text(text.to_owned());
    let paragraphs = |texts: Option<&crate::source::Spanned<Vec<RichText>>>| {
        Data::List(texts.map(|texts| texts.value.iter().map(|text| Data::Markup(markup(text))).collect()).unwrap_or_default())
    };
    let (together, purpose, requirements) = match &plan.objectives {
        Objectives::Together(list) => (!list.is_empty(), false, false),
        Objectives::Apart(purpose, requirements) => (false, !purpose.is_empty(), !requirements.is_empty()),
    };
    let contact = plan.contact.clone();
    vec![
        ("kind", text(plan.kind.name)),
        ("issuer", Data::Text(issuer_words(plan))),
        ("subject", text(&plan.subject.value)),
        ("number_symbol", Data::Text(number_symbol(plan))),
        ("date", Data::Text(date_words(plan))),
        ("legal_basis", Data::List(plan.legal_basis.iter().map(|one| basis(one, plan.settings.long_dates)).collect())),
        ("preamble", paragraphs(plan.preamble.as_ref())),
        ("closing", paragraphs(plan.closing.as_ref())),
        (
            "has",
            Data::Map(vec![
                ("objectives", Data::Flag(together)),
                ("purpose", Data::Flag(purpose)),
                ("requirements", Data::Flag(requirements)),
                ("support_contents", Data::Flag(!plan.support_contents.is_empty())),
                ("sections", Data::Flag(!plan.sections.is_empty())),
                ("implementation", Data::Flag(!plan.implementation.is_empty())),
            ]),
        ),
        (
            "contact",
            Data::Map(vec![
                ("address", contact.address.into()),
                ("email", contact.email.into()),
                ("website", contact.website.into()),
                ("phone", contact.phone.into()),
                ("fax", contact.fax.into()),
            ]),
        ),
    ]
}

fn basis(one: &LegalBasis, long_dates: bool) -> Data {
    let day = |date: NaiveDate| match long_dates {
        true => fixed::long_date(date.day(), date.month(), date.year()),
        false => fixed::short_date(date.day(), date.month(), date.year()),
    };
    let (text, citation) = match one {
        LegalBasis::Free(text) => (Data::Markup(markup(&without_end_mark(&text.value))), None),
        LegalBasis::Citation(citation) => (Data::None, Some(citation.value.clone())),
    };
    let citation = citation.as_ref();
    Data::Map(vec![
        ("text", text),
        ("type", citation.map(|one| one.kind.clone()).into()),
        ("name", citation.and_then(|one| one.name.clone()).into()),
        ("number", citation.and_then(|one| one.number.clone()).into()),
        ("date", citation.and_then(|one| one.date).map(day).into()),
        ("issuer", citation.and_then(|one| one.issuer.clone()).into()),
        ("subject", citation.and_then(|one| one.subject.clone()).into()),
    ])
}

/// The template writes the mark at the end of a căn cứ.
fn without_end_mark(text: &[Inline]) -> RichText {
    let mut text = text.to_vec();
    if let Some(Inline::Text { text, .. }) = text.last_mut() {
        text.truncate(text.trim_end_matches([';', '.', ',', ' ']).len());
    }
    text
}

/// Running text as the template's vocabulary.
fn markup(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text { text, bold, italic } => {
                let mut out = escape(text);
                for tag in [("b", *bold), ("i", *italic)].iter().filter(|tag| tag.1).map(|tag| tag.0) {
                    out = format!("<{tag}>{out}</{tag}>");
                }
                out
            }
            Inline::Note { note } => format!("<note>{}</note>", markup(note)),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What is wrong in the rendered XML, and its byte range.
type Wrong = (crate::diag::Message, std::ops::Range<usize>);

fn read(root: Xml<'_, '_>) -> Result<Wording, Wrong> {
    let mut out = Wording::default();
    for child in root.children().filter(Xml::is_element) {
        match child.tag_name().name() {
            "title" => out.title = crate::text::words(&rich(child)?),
            "total" => out.total = crate::text::words(&rich(child)?),
            "appendix" => out.appendix = rich(child)?,
            "contact" => out.contact.push(rich(child)?),
            _ => out.items.push(item(child)?),
        }
    }
    Ok(out)
}

fn item(xml: Xml<'_, '_>) -> Result<Item, Wrong> {
    match xml.tag_name().name() {
        "basis" => Ok(Item::Basis(rich(xml)?, xml.attribute("at").and_then(|at| at.parse().ok()))),
        "p" => Ok(Item::Paragraph(rich(xml)?, xml.attribute("at").map(str::to_owned))),
        "section" | "clause" => {
            let title = xml.attribute("title").unwrap_or_default().to_owned();
            let below = xml.children().filter(Xml::is_element).map(item).collect::<Result<_, _>>()?;
            Ok(Item::Titled(title, below))
        }
        "nodes" => match xml.attribute("of") {
            Some("objectives") => Ok(Item::Nodes(Nodes::Objectives)),
            Some("purpose") => Ok(Item::Nodes(Nodes::Purpose)),
            Some("requirements") => Ok(Item::Nodes(Nodes::Requirements)),
            Some("support_contents") => Ok(Item::Nodes(Nodes::SupportContents)),
            Some("sections") => Ok(Item::Nodes(Nodes::Sections)),
            Some("implementation") => Ok(Item::Nodes(Nodes::Implementation)),
            other => {
                let got = other.unwrap_or_default();
                Err((say!("không có phần nodes of=\"{got}\"", "there is no nodes of=\"{got}\""), xml.range()))
            }
        },
        other => Err((say!("không có thẻ <{other}>", "there is no tag <{other}>"), xml.range())),
    }
}

/// The running text of an element; white space counts as one space, and none at the ends.
fn rich(xml: Xml<'_, '_>) -> Result<RichText, Wrong> {
    let mut out = Vec::new();
    gather(xml, false, false, &mut out)?;
    Ok(squeeze(out))
}

fn gather(xml: Xml<'_, '_>, bold: bool, italic: bool, out: &mut RichText) -> Result<(), Wrong> {
    for child in xml.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            out.push(Inline::Text { text: text.to_owned(), bold, italic });
        } else if child.is_element() {
            match child.tag_name().name() {
                "b" => gather(child, true, italic, out)?,
                "i" => gather(child, bold, true, out)?,
                "note" => out.push(Inline::Note { note: rich(child)? }),
                other => return Err((say!("không có thẻ <{other}> trong câu", "there is no tag <{other}> in a sentence"), child.range())),
            }
        }
    }
    Ok(())
}

/// Template white space (line ends and indents) becomes one space; a user's own spaces stay.
fn squeeze(text: RichText) -> RichText {
    let mut out = RichText::new();
    let mut at_start = true;
    for inline in text {
        let Inline::Text { text, bold, italic } = inline else {
            out.push(inline);
            at_start = false;
            continue;
        };
        let mut words = String::new();
        let mut rest = text.as_str();
        while let Some(gap) = rest.find(['\n', '\r', '\t', ' ']) {
            words.push_str(&rest[..gap]);
            at_start &= gap == 0;
            let run = rest[gap..].find(|c| !"\n\r\t ".contains(c)).unwrap_or(rest.len() - gap);
            let space = &rest[gap..gap + run];
            if !at_start {
                words.push_str(if space.contains(['\n', '\t']) { " " } else { space });
            }
            rest = &rest[gap + run..];
        }
        words.push_str(rest);
        at_start &= rest.is_empty() && words.is_empty();
        if !words.is_empty() {
            out.push(Inline::Text { text: words, bold, italic });
        }
    }
    while let Some(Inline::Text { text, .. }) = out.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            break;
        }
        out.pop();
    }
    out
}
