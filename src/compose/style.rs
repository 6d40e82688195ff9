//! Decree + the plan's settings → the resolved layout.

use std::collections::BTreeMap;

use crate::decree::{sizes, text};
use crate::document::{Align, Layout, Page, Pitch, Role, Style};
use crate::length::Length;
use crate::plan::{self, Justification, LineSpacing, Settings};
use crate::typeset::{Face, ascent, single_pitch};

impl From<plan::Align> for Align {
    fn from(align: plan::Align) -> Self {
        match align {
            plan::Align::Justify => Self::Justify,
            plan::Align::Left => Self::Left,
            plan::Align::Center => Self::Center,
            plan::Align::Right => Self::Right,
        }
    }
}

/// Weight of drawn lines: 0.75 pt. The decree asks for a solid line and names no weight.
const RULE_WEIGHT: Length = Length::twips(15);
/// From the bottom of the text's line to the line drawn below it.
const RULE_GAP: Length = Length::pt(1);
/// Gap below a line of text that has a drawn line under it.
const AFTER_RULE: Length = Length::pt(6);
/// Left and right of the text in a table cell: 1 mm, in whole twips as a DOCX has it, so that lines are as long in
/// both formats.
const CELL_MARGIN: Length = Length::twips(57);
/// Room for the signature and the seal, above the name.
const SIGNATURE_ROOM: Length = Length::mm(25);
/// What a box is wider than its words.
pub(super) const STAMP_PADDING: Length = Length::mm(6);
/// Where "Kính gửi:" begins: the official form has about 35 mm.
const ADDRESSEE_INDENT: Length = Length::mm(35);

/// Paper and margins; a landscape page has the long side below, margins stay with their sides.
pub(super) fn page(settings: &Settings, landscape: bool) -> Page {
    let [top, bottom, left, right] = settings.margins;
    let (width, height) = match landscape {
        false => (sizes::PAGE_WIDTH, sizes::PAGE_HEIGHT),
        true => (sizes::PAGE_HEIGHT, sizes::PAGE_WIDTH),
    };
    Page { width, height, top, bottom, left, right, header: sizes::HEADER_DISTANCE }
}

/// How everything looks.
pub(super) fn layout(settings: &Settings) -> Layout {
    Layout {
        font: text::FONT,
        styles: Role::ALL.iter().map(|role| (*role, style(*role, settings))).collect::<BTreeMap<_, _>>(),
        shrink: settings.justification == Justification::Word,
        rule_weight: RULE_WEIGHT,
        rule_gap: RULE_GAP,
        cell_margin: CELL_MARGIN,
    }
}

/// From the baseline to the bottom of a line at single spacing.
fn descent(size: Length) -> Length {
    single_pitch(size) - ascent(size)
}

fn style(role: Role, settings: &Settings) -> Style {
    let body = settings.body_size;
    let header = settings.header_size;
    let motto = header + sizes::MOTTO_OVER_HEADER;
    let gap = settings.paragraph_gap;
    let pitch = match settings.line_spacing {
        LineSpacing::Multiple(factor) => Pitch::Multiple(factor),
        LineSpacing::Exactly(length) => Pitch::Exactly(length),
    };
    let base = Style {
        size: body,
        bold: false,
        italic: false,
        align: Align::Center,
        first_line: Length::ZERO,
        left: Length::ZERO,
        before: Length::ZERO,
        after: Length::ZERO,
        // Quốc hiệu and Tiêu ngữ, and the two lines of the issuer, are single spaced (P1.II.1.c,
        // P1.II.2.b.4); so is everything that is no running text.
        pitch: Pitch::Multiple(1.0),
        keep_next: false,
        outline: None,
    };
    let bold = Style { bold: true, ..base.clone() };
    let running =
        Style { align: Align::Justify, first_line: settings.first_line, after: gap, pitch, ..base.clone() };
    let heading = |outline| Style { bold: true, keep_next: true, outline: Some(outline), ..running.clone() };
    let cell = Style {
        size: sizes::TABLE_SIZE,
        align: Align::Left,
        before: Length::pt(1),
        after: Length::pt(1),
        ..base.clone()
    };
    let label = Face::Regular.width(text::ADDRESSEES_LABEL.trim_end_matches(':'), body);
    match role {
        Role::NationalName => Style { size: header, ..bold },
        Role::NationalMotto => Style { size: motto, after: AFTER_RULE, ..bold },
        Role::ParentBody => Style { size: header, ..base },
        Role::IssuingBody => Style { size: header, after: AFTER_RULE, ..bold },
        // Both cells are aligned at the bottom; a smaller font has a smaller descent, and the gap
        // below it brings both texts on one baseline (P1.II.4.c.1).
        Role::NumberSymbol => {
            let below = descent(motto) - descent(sizes::SYMBOL_SIZE);
            Style { size: sizes::SYMBOL_SIZE, after: Length::twips(below.to_twips().max(0)), ..base }
        }
        Role::PlaceDate => Style { size: motto, italic: true, ..base },
        Role::Stamp => Style { size: sizes::STAMP_SIZE, ..bold },
        Role::Title => Style { before: Length::pt(12), keep_next: true, ..bold },
        Role::LoneTitle => Style { after: Length::pt(18), keep_next: true, ..bold },
        Role::Subject => Style { after: Length::pt(18), keep_next: true, ..bold },
        Role::LetterSubject => {
            Style { size: header, before: sizes::SUBJECT_GAP, after: Length::pt(12), ..base }
        }
        Role::SigningData => Style { size: sizes::SIGNING_DATA_SIZE, align: Align::Right, ..base },
        Role::IssuedWith => Style { italic: true, after: Length::pt(18), keep_next: true, ..base },
        Role::IssuingAuthority => Style { after: Length::pt(12), keep_next: true, ..bold },
        Role::Enactment => Style { before: Length::pt(6), after: Length::pt(12), keep_next: true, ..bold },
        Role::Addressee => Style { align: Align::Left, left: ADDRESSEE_INDENT, after: gap, ..base },
        Role::AddresseeItem => {
            Style { align: Align::Left, left: ADDRESSEE_INDENT + label, after: gap, ..base }
        }
        Role::LegalBasis => Style { italic: true, ..running },
        Role::Body | Role::Clause | Role::Point | Role::Dash | Role::SubDash => running,
        Role::Centered => Style { align: Align::Center, first_line: Length::ZERO, ..running },
        Role::ChapterLabel => Style { before: Length::pt(6), keep_next: true, ..bold },
        Role::ChapterTitle => Style { after: Length::pt(12), keep_next: true, outline: Some(1), ..bold },
        Role::ArticleTitle => heading(2),
        Role::Article => running,
        Role::Section => heading(1),
        Role::ClauseTitle => heading(2),
        Role::PointTitle => heading(3),
        Role::Caption => Style {
            size: sizes::TABLE_SIZE,
            italic: true,
            before: Length::pt(6),
            after: Length::pt(3),
            keep_next: true,
            ..base
        },
        Role::TableUnit => {
            Style { italic: true, align: Align::Right, after: Length::pt(3), keep_next: true, ..cell }
        }
        Role::TableInWords => Style { italic: true, before: Length::pt(3), after: gap, ..cell },
        Role::TableHead => Style { bold: true, align: Align::Center, ..cell },
        Role::TableText => cell,
        Role::TableOrdinal => Style { align: Align::Center, ..cell },
        Role::TableNumber => Style { align: Align::Right, ..cell },
        Role::TotalText => Style { bold: true, align: Align::Center, ..cell },
        Role::TotalNumber => Style { bold: true, align: Align::Right, ..cell },
        Role::TableEnd => Style { align: Align::Left, pitch: Pitch::Exactly(Length::pt(6)), ..base },
        Role::Spacer => Style { align: Align::Left, pitch: Pitch::Exactly(Length::pt(1)), ..base },
        Role::RecipientsLabel => {
            Style { size: sizes::RECIPIENTS_LABEL_SIZE, italic: true, align: Align::Left, ..bold }
        }
        Role::Recipient => Style { size: sizes::SMALL_SIZE, align: Align::Left, ..base },
        Role::Authority => bold,
        Role::Confirmation => Style { size: sizes::SMALL_SIZE, italic: true, before: Length::pt(12), ..base },
        Role::SignerName => Style { before: SIGNATURE_ROOM, ..bold },
        Role::AppendixLabel => Style { size: sizes::APPENDIX_LABEL_SIZE, keep_next: true, ..bold },
        Role::AppendixTitle => Style { keep_next: true, outline: Some(1), ..bold },
        Role::AppendixReference => Style { italic: true, after: Length::pt(12), keep_next: true, ..base },
        Role::PageNumber => base,
        Role::Footnote => Style { size: sizes::FOOTNOTE_SIZE, align: Align::Justify, ..base },
        Role::Contact => Style { size: sizes::SMALL_SIZE, ..base },
        // Dots are not stretched.
        Role::FillLine => Style { align: Align::Left, ..running },
        Role::FormLine => Style { align: Align::Left, first_line: Length::ZERO, ..running },
        Role::CheckItem => running,
        Role::SigningNote => Style { italic: true, ..base },
    }
}
