//! The head of ô 1 to 4: issuer and State, number and date.

use super::blank;
use super::even::{broken, in_lines, plain, with_short_rule};
use crate::decree::text;
use crate::diag::{Sink, codes};
use crate::document::{Cell, Layout, Page, Paragraph, Role};
use crate::length::Length;
use crate::message;
use crate::source::{Span, Spanned};
use crate::typeset::Face;

/// Room for a place that is not known, in spaces.
const PLACE_BLANK: usize = 16;
/// What the longest place and date have to spare, so that a word processor that rounds each glyph keeps
/// them on one line (P1.II.4.c.1).
const DATE_SLACK: Length = Length::mm(1);
/// Between the texts of the two columns.
pub(crate) const COLUMN_GAP: Length = Length::mm(4);

/// What stands in a head.
pub(crate) struct Letterhead<'a> {
    /// Cơ quan chủ quản.
    pub parent: &'a [Spanned<String>],
    /// Cơ quan ban hành.
    pub name: &'a [Spanned<String>],
    /// "Số: 224/KH-LMHTX"; none where there is no number.
    pub number: Option<String>,
    /// "Quảng Trị, ngày …", and where the place is written; none where there is neither.
    pub place_date: Option<(String, Option<Span>)>,
    /// Where it is written.
    pub span: Span,
}

/// Place and date, with room for a place that is not known.
pub(crate) fn place_date(place: Option<&Spanned<String>>, date: &str) -> (String, Option<Span>) {
    let words = place.map_or_else(|| blank(PLACE_BLANK), |place| place.value.clone());
    (format!("{words}, {date}"), place.map(|place| place.span))
}

impl Letterhead<'_> {
    /// The widths of the two columns, and their rows. The right one is as wide as its widest line; the left one has
    /// the rest, and must hold the number and the longest word of the issuer.
    pub(crate) fn rows(
        self,
        layout: &Layout,
        page: &Page,
        sink: &mut Sink,
    ) -> Option<([Length; 2], Vec<Vec<Cell>>)> {
        let width = |role: Role, words: &str| {
            let style = layout.style(role);
            Face::of(style.bold, style.italic).width(words, style.size)
        };
        let place_date = self.place_date.as_ref();
        let right = [
            width(Role::NationalName, text::NATIONAL_NAME),
            width(Role::NationalMotto, text::NATIONAL_MOTTO),
            place_date.map_or(Length::ZERO, |(words, _)| width(Role::PlaceDate, words) + DATE_SLACK),
        ];
        let right = right.into_iter().max().unwrap_or_default().ceil_twip();
        let left = page.text_width() - right;
        let room = left - COLUMN_GAP;
        let longest_word = |role: Role, names: &[Spanned<String>]| {
            let words = names.iter().flat_map(|name| name.value.split(' '));
            words.map(|word| width(role, &word.to_uppercase())).max().unwrap_or_default()
        };
        let issuer_word =
            longest_word(Role::IssuingBody, self.name).max(longest_word(Role::ParentBody, self.parent));
        let number_width =
            self.number.as_ref().map_or(Length::ZERO, |words| width(Role::NumberSymbol, words));
        if number_width.max(issuer_word) > room {
            self.too_wide(sink);
            return None;
        }
        let mut issuer: Vec<Paragraph> =
            name(Role::ParentBody, self.parent, layout, room).into_iter().collect();
        issuer.extend(
            name(Role::IssuingBody, self.name, layout, room)
                .map(|paragraph| with_short_rule(paragraph, layout)),
        );
        let mut rows = vec![vec![issuer.into(), nation(layout).into()]];
        if self.number.is_some() || self.place_date.is_some() {
            let number = self.number.map(|words| plain(Role::NumberSymbol, &words, None));
            let place_date = self.place_date.map(|(words, span)| plain(Role::PlaceDate, &words, span));
            // On one baseline (P1.II.4.c.1).
            let cell = |one: Option<Paragraph>| Cell { paragraphs: one.into_iter().collect(), bottom: true };
            rows.push(vec![cell(number), cell(place_date)]);
        }
        Some(([left, right], rows))
    }

    fn too_wide(&self, sink: &mut Sink) {
        let first_name = self.name.first().map_or(self.span, |name| name.span);
        let place = self.place_date.as_ref().and_then(|(_, place)| *place);
        sink.push(
            codes::HEAD_TOO_WIDE
                .at(
                    place.unwrap_or(first_name),
                    message!(
                        "địa danh, ngày tháng và số, ký hiệu không đủ chỗ trên một dòng",
                        "place, date, number and symbol do not fit on one line"
                    ),
                )
                .help(message!(
                    "đặt layout.header_size: 12, hoặc thu nhỏ lề phải",
                    "set layout.header_size: 12, or a smaller right margin"
                ))
                .clause("P1.II.4.c.1"),
        );
    }
}

/// Quốc hiệu and Tiêu ngữ.
pub(crate) fn nation(layout: &Layout) -> Vec<Paragraph> {
    let style = layout.style(Role::NationalMotto);
    let length = Face::of(style.bold, style.italic).width(text::NATIONAL_MOTTO, style.size);
    let motto = Paragraph {
        // As long as the line of text (P1.II.1.b.3).
        rule: Some(length),
        ..plain(Role::NationalMotto, text::NATIONAL_MOTTO, None)
    };
    vec![plain(Role::NationalName, text::NATIONAL_NAME, None), motto]
}

/// A name in capitals: one text is broken into even lines, several are one line each.
fn name(role: Role, names: &[Spanned<String>], layout: &Layout, width: Length) -> Option<Paragraph> {
    let first = names.first()?;
    let lines: Vec<String> =
        names.iter().flat_map(|name| broken(role, &name.value, layout, width, str::to_uppercase)).collect();
    Some(Paragraph::new(role, in_lines(&lines), Some(first.span)))
}
