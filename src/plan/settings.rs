//! What a plan may choose of its layout, held against the decree's bounds.

use super::choice::{DateStyle, Justification, Numbering};
use super::raw::{self, RawLayout, RawMargins};
use crate::decree::{Bounded, sizes};
use crate::diag::{Diagnostic, Message, Sink, codes};
use crate::length::Length;
use crate::message;
use crate::source::{Span, Spanned};

/// Giãn dòng.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSpacing {
    /// A multiple of the single line.
    Multiple(f64),
    /// From baseline to baseline.
    Exactly(Length),
}

/// Layout settings, each within its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Cỡ chữ of the body.
    pub body_size: Length,
    /// Cỡ chữ of Quốc hiệu.
    pub header_size: Length,
    /// Lề: top, bottom, left, right.
    pub margins: [Length; 4],
    /// Thụt đầu dòng.
    pub first_line: Length,
    /// Gap between paragraphs.
    pub paragraph_gap: Length,
    /// Giãn dòng.
    pub line_spacing: LineSpacing,
    /// Numbering scheme, and where it was chosen.
    pub numbering: Numbering,
    /// Where `numbering: decimal` is written.
    pub numbering_span: Option<Span>,
    /// Line breaking.
    pub justification: Justification,
    /// Days in căn cứ.
    pub date_style: DateStyle,
    /// "./." after the last sentence.
    pub end_mark: bool,
}

/// Reads the layout; a value outside its bounds is reported and replaced by the default.
pub(super) fn settings(raw: &RawLayout, sink: &mut Sink) -> Settings {
    let none = RawMargins::default();
    let margins = raw.margins_mm.as_ref().unwrap_or(&none);
    Settings {
        body_size: length(raw.body_size.as_ref(), &sizes::BODY_SIZE, Unit::Pt, sink),
        header_size: length(raw.header_size.as_ref(), &sizes::HEADER_SIZE, Unit::Pt, sink),
        margins: [
            length(margins.top.as_ref(), &sizes::MARGIN_TOP, Unit::Mm, sink),
            length(margins.bottom.as_ref(), &sizes::MARGIN_BOTTOM, Unit::Mm, sink),
            length(margins.left.as_ref(), &sizes::MARGIN_LEFT, Unit::Mm, sink),
            length(margins.right.as_ref(), &sizes::MARGIN_RIGHT, Unit::Mm, sink),
        ],
        first_line: first_line(raw.first_line_mm.as_ref(), sink),
        paragraph_gap: length(raw.paragraph_gap_pt.as_ref(), &sizes::PARAGRAPH_GAP, Unit::Pt, sink),
        line_spacing: line_spacing(raw, sink),
        numbering: raw.numbering.as_ref().map(|one| one.value.0).unwrap_or_default(),
        numbering_span: raw.numbering.as_ref().map(|one| one.span),
        justification: raw.justification.as_ref().map(|one| one.0).unwrap_or_default(),
        date_style: raw.date_style.as_ref().map(|one| one.0).unwrap_or_default(),
        end_mark: raw.end_mark.as_ref().copied().unwrap_or(true),
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Mm,
    Pt,
}

impl Unit {
    fn length(self, value: f64) -> Length {
        match self {
            Self::Mm => Length::from_mm(value),
            Self::Pt => Length::from_pt(value),
        }
    }

    fn show(self, length: Length) -> String {
        let (value, unit) = match self {
            Self::Mm => (length.to_mm(), "mm"),
            Self::Pt => (length.to_pt(), "pt"),
        };
        let value = format!("{value:.2}");
        let value = value.trim_end_matches('0').trim_end_matches('.');
        format!("{value} {unit}")
    }
}

fn length(value: Option<&Spanned<f64>>, bounds: &Bounded<Length>, unit: Unit, sink: &mut Sink) -> Length {
    let Some(value) = value else { return bounds.default };
    let length = unit.length(value.value);
    // A font of 13.5 pt lies between the bounds, but the decree counts whole points.
    let half_point = bounds.clause != sizes::PARAGRAPH_GAP.clause
        && matches!(unit, Unit::Pt)
        && value.value.fract() != 0.0;
    if bounds.allows(&length) && !half_point {
        return length;
    }
    let (min, max) = (unit.show(bounds.min), unit.show(bounds.max));
    sink.push(outside(value.span, message!("từ {min} đến {max}", "from {min} to {max}"), bounds.clause));
    bounds.default
}

fn outside(span: Span, allowed: Message, clause: &'static str) -> Diagnostic {
    let Message { vi, en } = allowed;
    codes::LAYOUT_BOUNDS
        .at(
            span,
            message!(
                "giá trị ngoài giới hạn của Nghị định 30/2020/NĐ-CP",
                "a value outside the bounds of Decree 30/2020/NĐ-CP"
            ),
        )
        .help(message!("cho phép: {vi}", "allowed: {en}"))
        .clause(clause)
}

fn first_line(value: Option<&Spanned<f64>>, sink: &mut Sink) -> Length {
    let bounds = &sizes::FIRST_LINE;
    let Some(value) = value else { return bounds.default };
    let length = Length::from_mm(value.value);
    if length == bounds.min || length == bounds.max {
        return length;
    }
    sink.push(outside(value.span, message!("10 mm hoặc 12.7 mm", "10 mm or 12.7 mm"), bounds.clause));
    bounds.default
}

fn line_spacing(raw: &RawLayout, sink: &mut Sink) -> LineSpacing {
    let bounds = &sizes::LINE_SPACING;
    let default = LineSpacing::Multiple(bounds.default);
    let Some(spacing) = raw.line_spacing.as_ref() else { return default };
    match &spacing.value {
        raw::RawLineSpacing::Multiple(factor) if bounds.allows(factor) => LineSpacing::Multiple(*factor),
        raw::RawLineSpacing::Multiple(_) => {
            sink.push(outside(
                spacing.span,
                message!("từ 1 đến 1.5 dòng", "from 1 to 1.5 lines"),
                bounds.clause,
            ));
            default
        }
        raw::RawLineSpacing::Exactly(exactly) => {
            let size =
                raw.body_size.as_ref().map_or(sizes::BODY_SIZE.default, |size| Length::from_pt(size.value));
            // From the single line of the font (1.15 times its size) to one and a half of it.
            let (min, max) = (size.scale(1.15), size.scale(1.15 * 1.5));
            match exactly.exactly_pt.as_ref().map(|pt| Length::from_pt(pt.value)) {
                Some(pitch) if pitch >= min && pitch <= max => LineSpacing::Exactly(pitch),
                None if exactly.exactly_pt.is_unreadable() => default,
                _ => {
                    let (min, max) = (Unit::Pt.show(min), Unit::Pt.show(max));
                    sink.push(outside(
                        spacing.span,
                        message!(
                            "exactly_pt từ {min} đến {max} (1 đến 1,5 dòng)",
                            "exactly_pt from {min} to {max} (1 to 1.5 lines)"
                        ),
                        bounds.clause,
                    ));
                    default
                }
            }
        }
    }
}
