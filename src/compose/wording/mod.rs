//! The wording template: rendered with the plan's words, then read as a small XML vocabulary.

mod data;
mod read;

use crate::diag::{Diagnostic, Sink};
use crate::plan::Plan;
use crate::say;
use crate::source::{SourceMap, Span};
use crate::templates::{RenderError, Template, TemplateError, Templates, render};
use crate::text::RichText;

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
pub fn wording(
    plan: &Plan,
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Wording> {
    let name = format!("wording/{}.xml", plan.template.value);
    // The name is a plan's text: it must not lead out of the folder of templates, not even to be read.
    let is_name = plan.template.value.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let found = if is_name { templates.get(&name) } else { Err(TemplateError::Unknown) };
    let template = match found {
        Ok(template) => template,
        Err(TemplateError::Unreadable(path, _)) => {
            let path = path.display();
            sink.push(Diagnostic::error(
                "template-unreadable",
                plan.template.span,
                say!("không đọc được mẫu {path}", "the template {path} cannot be read"),
            ));
            return None;
        }
        Err(TemplateError::Unknown) => {
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
    let rendered = match render(&template, data::data(plan)) {
        Ok(rendered) => rendered,
        Err(error) => {
            sink.push(template_error(&template, &error, sources));
            return None;
        }
    };
    let source =
        |sources: &mut SourceMap| sources.add(format!("{} (đã điền)", template.origin), rendered.clone());
    match roxmltree::Document::parse(&rendered) {
        Ok(xml) => {
            let read = read::read(xml.root_element());
            if let Err(bad) = &read {
                let (message, range) = (bad.0.clone(), bad.1.clone());
                let span = Span { source: source(sources), start: range.start, end: range.end };
                sink.push(Diagnostic::error("template-form", span, message).help(vocabulary()));
            }
            read.ok()
        }
        Err(error) => {
            let at = error.pos();
            let line_start: usize =
                rendered.split_inclusive('\n').take(at.row as usize - 1).map(str::len).sum();
            let span = Span {
                source: source(sources),
                start: line_start,
                end: line_start + rendered[line_start..].lines().next().map_or(0, str::len),
            };
            sink.push(
                Diagnostic::error(
                    "template-form",
                    span,
                    say!(
                        "mẫu lời văn không thành XML đúng: {error}",
                        "the wording template gives no well-formed XML: {error}"
                    ),
                )
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
    .help(say!(
        "sửa mẫu, hoặc xóa tệp này để dùng mẫu có sẵn",
        "mend the template, or remove the file to use the built-in one"
    ))
}
