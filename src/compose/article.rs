//! Điều, with or without chương (P1.II.6.đ).

use super::body::{NodeWriter, count, push};
use super::even::centered;
use super::numbering::Counter;
use crate::decree::{roman, text};
use crate::document::{Block, Number, NumberFormat, Paragraph, Role};
use crate::plan::{Article, Chapter};
use crate::text::Inline;

impl NodeWriter<'_> {
    /// The blocks of điều, counted through all chương.
    pub(super) fn chapters(&mut self, chapters: &[Chapter]) -> Vec<Block> {
        let (mut out, mut articles) = (Vec::new(), 0);
        for (at, chapter) in chapters.iter().enumerate() {
            if let Some(title) = &chapter.title {
                let label = format!("{} {}", text::CHAPTER_LABEL, roman(at + 1));
                push(&mut out, Paragraph::new(Role::ChapterLabel, vec![Inline::plain(label)], None));
                let width = self.page.text_width().scale(0.9);
                let (words, span) = (&title.value, Some(title.span));
                push(
                    &mut out,
                    centered(Role::ChapterTitle, words, str::to_uppercase, span, self.layout, width),
                );
            }
            for article in &chapter.articles {
                articles += 1;
                self.article(article, articles, &mut out);
            }
        }
        out
    }

    fn article(&mut self, article: &Article, n: usize, out: &mut Vec<Block>) {
        let number = Number {
            text: format!("{} {n}.", text::ARTICLE_LABEL),
            format: Some(NumberFormat::Labelled(text::ARTICLE_LABEL)),
            level: 0,
            bold: true,
        };
        let mut texts = article.text.iter();
        // Without a tiêu đề the text follows the number (mẫu 1.2).
        let (role, first) = match &article.title {
            Some(title) => (Role::ArticleTitle, title.clone()),
            None => (Role::Article, texts.next().cloned().unwrap_or_default()),
        };
        let span = Some(article.span);
        push(out, Paragraph { number: Some(number), ..Paragraph::new(role, first, span) });
        for text in texts {
            push(out, Paragraph::new(Role::Body, text.clone(), span));
        }
        let mut clauses = Counter::new(self.plan.settings.numbering, 1, count(&article.items));
        out.extend(self.nodes(&article.items, &mut clauses));
    }
}
