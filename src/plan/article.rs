//! Điều and chương.

use super::checks::{non_empty, required};
use super::node::{Node, Within};
use super::nodes::nodes;
use super::raw::{List, RawArticle, RawChapter, Slot};
use crate::diag::{Sink, codes};
use crate::message;
use crate::source::{Span, Spanned};
use crate::text::RichText;
use crate::text::{rich, rich_paragraphs};

/// An điều.
#[derive(Clone, Debug)]
pub struct Article {
    /// Where it is written.
    pub span: Span,
    /// Tiêu đề.
    pub title: Option<RichText>,
    /// Its paragraphs; without a tiêu đề the first follows the number.
    pub text: Vec<RichText>,
    /// Its khoản.
    pub items: Vec<Node>,
}

/// A chương; a run of điều without chương has no title.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Tiêu đề, and where it is written.
    pub title: Option<Spanned<String>>,
    /// Its điều.
    pub articles: Vec<Article>,
}

/// Reads the điều of a plan, with or without chương.
pub(super) fn chapters(
    articles: &Slot<List<Spanned<RawArticle>>>,
    chapters: &Slot<List<Spanned<RawChapter>>>,
    sink: &mut Sink,
) -> Vec<Chapter> {
    let mut out = Vec::new();
    if articles.as_ref().is_some() {
        out.push(Chapter { title: None, articles: all(articles, sink) });
    }
    for Spanned { value: raw, span } in chapters.items() {
        let title = required(&raw.title, "title", *span, sink);
        required(&raw.articles, "articles", *span, sink);
        let title = title.and_then(|title| non_empty(title, sink));
        out.push(Chapter { title, articles: all(&raw.articles, sink) });
    }
    out
}

fn all(articles: &Slot<List<Spanned<RawArticle>>>, sink: &mut Sink) -> Vec<Article> {
    articles.items().filter_map(|one| article(one, sink)).collect()
}

fn article(raw: &Spanned<RawArticle>, sink: &mut Sink) -> Option<Article> {
    let RawArticle { title, text, items } = &raw.value;
    if title.is_absent() && text.is_absent() {
        sink.push(
            codes::NODE_FORM
                .at(raw.span, message!("điều này không có lời văn", "this article says nothing"))
                .help(message!("thêm `text`, hoặc `title` và `items`", "add `text`, or `title` and `items`")),
        );
        return None;
    }
    let span = title.as_ref().or(text.as_ref()).map_or(raw.span, |text| text.span);
    Some(Article {
        span,
        title: title.as_ref().map(|title| rich(title, sink)),
        text: text.as_ref().map(|text| rich_paragraphs(text, sink)).unwrap_or_default(),
        items: nodes(items.list(), Within::Text, sink),
    })
}
