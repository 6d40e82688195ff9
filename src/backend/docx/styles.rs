//! One named style a role, all based on Normal.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    RunFonts, SpecialIndentType, StyleType, WidthType,
};

use crate::document::{Align, Layout, Pitch, Role, Style};
use crate::length::Length;

/// Twips, as docx-rs wants them.
pub(super) fn twips(length: Length) -> i32 {
    i32::try_from(length.to_twips()).unwrap_or(i32::MAX)
}

/// Twips of a length that is never negative.
pub(super) fn utwips(length: Length) -> u32 {
    u32::try_from(length.to_twips()).unwrap_or(0)
}

/// A width in twips.
pub(super) fn width(length: Length) -> (usize, WidthType) {
    (usize::try_from(length.to_twips()).unwrap_or(0), WidthType::Dxa)
}

/// The id of a role's style, and, where Word has a built-in style for it, that style's name.
pub(super) fn style_id(role: Role) -> (String, Option<&'static str>) {
    let (id, name) = match role {
        Role::Section => ("Heading1", "heading 1"),
        Role::ClauseTitle => ("Heading2", "heading 2"),
        Role::PointTitle => ("Heading3", "heading 3"),
        Role::Title => ("Title", "Title"),
        Role::PageNumber => ("Header", "header"),
        Role::Footnote => ("FootnoteText", "footnote text"),
        Role::Caption => ("Caption", "caption"),
        other => return (format!("{other:?}"), None),
    };
    (id.to_owned(), Some(name))
}

/// The four script slots, so that no theme and no East Asian font slips in.
pub(super) fn fonts(layout: &Layout) -> RunFonts {
    RunFonts::new().ascii(layout.font).hi_ansi(layout.font).east_asia(layout.font).cs(layout.font)
}

/// Every style of the document.
pub(super) fn styles(layout: &Layout) -> Vec<docx_rs::Style> {
    let body = layout.style(Role::Body);
    let mut normal = docx_rs::Style::new("Normal", StyleType::Paragraph)
        .name("Normal")
        .size(size(body))
        .fonts(fonts(layout));
    normal.paragraph_property.widow_control = Some(true);
    let mut all = vec![normal];
    all.extend(layout.styles.iter().map(|(role, look)| match role {
        Role::Contact => with_line_above(style(*role, look), layout),
        role => style(*role, look),
    }));
    let mut mark = docx_rs::Style::new("FootnoteReference", StyleType::Character).name("footnote reference");
    mark.q_format = false;
    all.push(mark);
    all
}

fn size(style: &Style) -> usize {
    usize::try_from(style.size.to_half_points()).unwrap_or(0)
}

/// What docx-rs calls an alignment.
pub(crate) fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justify => AlignmentType::Both,
    }
}

fn style(role: Role, style: &Style) -> docx_rs::Style {
    let (id, built_in) = style_id(role);
    let mut out = docx_rs::Style::new(id, StyleType::Paragraph)
        .name(built_in.unwrap_or(role.name()))
        .based_on("Normal")
        .size(size(style))
        .align(alignment(style.align))
        .line_spacing(spacing(style))
        .indent(
            Some(twips(style.left)),
            Some(SpecialIndentType::FirstLine(twips(style.first_line))),
            None,
            None,
        );
    if style.bold {
        out = out.bold();
    }
    if style.italic {
        out = out.italic();
    }
    if style.keep_next {
        out.paragraph_property.keep_next = Some(true);
        out.paragraph_property.keep_lines = Some(true);
    }
    match style.outline {
        Some(depth) => out.outline_lvl(usize::from(depth) - 1),
        None => out,
    }
}

/// The contact foot stands under a line across the full width (P1.III.4); Word draws one line above
/// paragraphs of the same style that follow each other.
fn with_line_above(mut style: docx_rs::Style, layout: &Layout) -> docx_rs::Style {
    // In eighths of a point, and in points.
    let size = (layout.rule_weight.to_pt() * 8.0).round() as usize;
    let space = layout.rule_gap.to_pt().round() as usize;
    let line = ParagraphBorder::new(ParagraphBorderPosition::Top).size(size).space(space);
    style.paragraph_property.borders = Some(ParagraphBorders::with_empty().set(line));
    style
}

fn spacing(style: &Style) -> LineSpacing {
    let (rule, line) = match style.pitch {
        // In 240ths of a line.
        Pitch::Multiple(factor) => (LineSpacingType::Auto, (factor * 240.0).round() as i32),
        Pitch::Exactly(length) => (LineSpacingType::Exact, twips(length)),
    };
    LineSpacing::new().before(utwips(style.before)).after(utwips(style.after)).line_rule(rule).line(line)
}
