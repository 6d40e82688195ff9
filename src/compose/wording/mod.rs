//! The wording template: rendered with the plan's words, then read as a small XML vocabulary.

mod data;
mod read;

use std::sync::Arc;

use crate::decree::forms::{LISTS, PURPOSES};
use crate::diag::{Diagnostic, Sink, codes, unreadable_template};
use crate::document::Role;
use crate::message;
use crate::plan::Plan;
use crate::source::{SourceMap, Span};
use crate::templates::{PARTS, RenderError, Template, TemplateError, Templates, render};
use crate::text::RichText;

/// The words of a document, in their order.
#[derive(Debug, Default)]
pub(super) struct Wording {
    /// Tên loại.
    pub title: String,
    /// What is printed of a draft.
    pub draft: String,
    /// What stands in the place of "Kính gửi:", and how.
    pub addressees: Option<(Role, String)>,
    /// The line of a document issued with another.
    pub issued_with: RichText,
    /// Room below nơi nhận for who confirms.
    pub confirmation: Option<Confirmation>,
    /// What the body is made of.
    pub items: Vec<Item>,
    /// First cell of a total row.
    pub total: String,
    /// What stands before a sum in words.
    pub in_words: String,
    /// The line below an appendix's title.
    pub appendix: RichText,
    /// Lines of the contact foot.
    pub contact: Vec<RichText>,
}

/// Who confirms below nơi nhận (mẫu 1.10).
#[derive(Debug, Default)]
pub(super) struct Confirmation {
    /// What is confirmed, and what goes there by hand.
    pub lines: Vec<String>,
    /// Who signs it; without it there is room.
    pub name: Option<String>,
}

/// A part of the body.
#[derive(Debug)]
pub(super) enum Item {
    /// A căn cứ, and which of the plan's it is.
    Basis(RichText, Option<usize>),
    /// A paragraph, and the key of the plan it comes from.
    Paragraph(Role, RichText, Option<String>),
    /// The plan's điều, with their chương.
    Articles,
    /// A numbered heading and what is below it: mục at the top, khoản below.
    Titled(String, Vec<Item>),
    /// A list of the plan's nodes, by its key.
    Nodes(String),
}

/// The names of the wording templates of a plan: the first that there is is used. That of the plan's choice, or
/// of its kind, or of its form.
pub(super) fn names(plan: &Plan) -> Vec<String> {
    match &plan.template {
        Some(chosen) => vec![file(&chosen.value)],
        None => {
            let of_form = Some(plan.kind.form.wording).filter(|name| !name.is_empty());
            std::iter::once(&*plan.kind.slug).chain(of_form).map(file).collect()
        }
    }
}

fn file(name: &str) -> String {
    format!("wording/{name}.xml")
}

/// Renders and reads the plan's wording. `None` after an error in `sink`.
pub(super) fn wording(
    plan: &Plan,
    templates: &Templates,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Wording> {
    let template = find(plan, templates, sink)?;
    let parts = PARTS.iter().map(|name| match templates.get(name) {
        Ok(part) => Some((name.trim_start_matches("wording/"), part)),
        Err(error) => {
            sink.push(no_template(name, plan, &error));
            None
        }
    });
    let parts = parts.collect::<Option<Vec<_>>>()?;
    let rendered = match render(&template, &parts, data::data(plan)) {
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
            let lists: Vec<&str> = lists(plan).collect();
            let read = read::read(xml.root_element(), &lists);
            if let Err(bad) = &read {
                let (message, range) = (bad.0.clone(), bad.1.clone());
                let span = Span { source: source(sources), start: range.start, end: range.end };
                sink.push(codes::TEMPLATE_FORM.at(span, message).help(vocabulary()));
            }
            let wording = read.ok()?;
            all_printed(plan, &wording, &template, sink).then_some(wording)
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
                codes::TEMPLATE_FORM
                    .at(
                        span,
                        message!(
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

/// The keys that `<nodes of="…"/>` may name: those of any kind of the decree, and of the plan's own.
fn lists(plan: &Plan) -> impl Iterator<Item = &str> {
    let own = plan.kind.own_lists.iter();
    PURPOSES.into_iter().chain(LISTS.iter().chain(own).map(|list| &*list.key))
}

/// Whether the wording has a place for every list that says something; one without is reported, not left out.
fn all_printed(plan: &Plan, wording: &Wording, template: &Template, sink: &mut Sink) -> bool {
    fn prints(items: &[Item], key: &str) -> bool {
        items.iter().any(|item| match item {
            Item::Nodes(one) => one == key,
            Item::Titled(_, below) => prints(below, key),
            _ => false,
        })
    }
    let mut is_whole = true;
    for list in plan.lists.iter().filter(|list| !prints(&wording.items, &list.key)) {
        let (key, name) = (&list.key, &template.origin);
        is_whole = false;
        sink.push(
            codes::TEMPLATE_FORM
                .at(
                    list.nodes.first().map_or(plan.span, |node| node.span),
                    message!("{name} không có chỗ cho `{key}`", "{name} has no place for `{key}`"),
                )
                .help(message!("thêm vào mẫu: <nodes of=\"{key}\"/>", "add to it: <nodes of=\"{key}\"/>")),
        );
    }
    is_whole
}

/// The first wording template that there is.
fn find(plan: &Plan, templates: &Templates, sink: &mut Sink) -> Option<Arc<Template>> {
    let names = names(plan);
    for name in &names {
        // The name is a plan's text: it must not lead out of the folder of templates, not even to be read.
        match if is_name(stem(name)) { templates.get(name) } else { Err(TemplateError::Unknown) } {
            Ok(template) => return Some(template),
            Err(TemplateError::Unknown) => {}
            Err(error) => {
                sink.push(no_template(name, plan, &error));
                return None;
            }
        }
    }
    // The user may put one at the first of these places.
    let first = names.first().map_or("", String::as_str);
    sink.push(no_template(first, plan, &TemplateError::Unknown));
    None
}

/// The name of a wording template without its folder and extension.
fn stem(name: &str) -> &str {
    name.trim_start_matches("wording/").trim_end_matches(".xml")
}

fn is_name(stem: &str) -> bool {
    stem.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

fn no_template(name: &str, plan: &Plan, error: &TemplateError) -> Diagnostic {
    let at = plan.template.as_ref().map_or(Span { end: plan.span.start, ..plan.span }, |chosen| chosen.span);
    match error {
        TemplateError::Unreadable(path, error) => {
            codes::TEMPLATE_UNREADABLE.at(at, unreadable_template(path, error))
        }
        TemplateError::Unknown => {
            let wanted = stem(name);
            let help = match is_name(wanted) {
                true => message!("đặt mẫu của bạn ở templates/{name}", "put your own at templates/{name}"),
                false => message!(
                    "tên mẫu chỉ gồm chữ, số, gạch nối và gạch dưới",
                    "a template is called by letters, digits, hyphens and underscores"
                ),
            };
            codes::UNKNOWN_TEMPLATE
                .at(
                    at,
                    message!("chưa có mẫu lời văn \"{wanted}\"", "there is no wording template \"{wanted}\""),
                )
                .help(help)
        }
    }
}

fn vocabulary() -> crate::diag::Message {
    message!(
        "các thẻ dùng được: title, draft, addressees, issued-with, authority, enactment, basis, p, section, clause, nodes, articles, confirmation, total, in-words, appendix, contact; trong câu: b, i, note",
        "known tags: title, draft, addressees, issued-with, authority, enactment, basis, p, section, clause, nodes, articles, confirmation, total, in-words, appendix, contact; in a sentence: b, i, note"
    )
}

fn template_error(template: &Template, error: &RenderError, sources: &mut SourceMap) -> Diagnostic {
    let template = error.part.as_deref().unwrap_or(template);
    let source = sources.add(template.origin.as_str(), template.text.as_str());
    let range = error.range.clone().filter(|range| template.text.get(range.clone()).is_some());
    let range = range.unwrap_or(0..0);
    let (vi, en) = error.translated();
    codes::TEMPLATE_RENDER
        .at(
            Span { source, start: range.start, end: range.end },
            message!("mẫu lời văn không dùng được: {vi}", "the wording template does not work: {en}"),
        )
        .help(message!(
            "sửa mẫu, hoặc xóa tệp này để dùng mẫu có sẵn",
            "mend the template, or remove the file to use the built-in one"
        ))
}
