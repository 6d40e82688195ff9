//! The numbers of Phụ lục I: margins, sizes, gaps, lengths of rules.

use super::Bounded;
use crate::length::Length;

/// A4, width (P1.I.1).
pub const PAGE_WIDTH: Length = Length::mm(210);
/// A4, height (P1.I.1).
pub const PAGE_HEIGHT: Length = Length::mm(297);

const fn margin(min: i64, max: i64, default: i64) -> Bounded<Length> {
    Bounded { min: Length::mm(min), max: Length::mm(max), default: Length::mm(default), clause: "P1.I.3" }
}

/// Lề trên.
pub const MARGIN_TOP: Bounded<Length> = margin(20, 25, 20);
/// Lề dưới.
pub const MARGIN_BOTTOM: Bounded<Length> = margin(20, 25, 20);
/// Lề trái.
pub const MARGIN_LEFT: Bounded<Length> = margin(30, 35, 30);
/// Lề phải.
pub const MARGIN_RIGHT: Bounded<Length> = margin(15, 20, 20);

/// Distance of the page number from the edge of the paper: the official files have 10 mm; the
/// decree only says "in the top margin" (P1.I.7).
pub const HEADER_DISTANCE: Length = Length::mm(10);

const fn size(min: i64, max: i64, default: i64, clause: &'static str) -> Bounded<Length> {
    Bounded { min: Length::pt(min), max: Length::pt(max), default: Length::pt(default), clause }
}

/// Cỡ chữ of the body, also of tên loại, trích yếu, chức vụ, họ tên and số trang.
pub const BODY_SIZE: Bounded<Length> = size(13, 14, 14, "P1.II.6.e.1");
/// Cỡ chữ of Quốc hiệu and of both lines of cơ quan ban hành; Tiêu ngữ and địa danh have one point
/// more, which gives the two sets of `P1.V` (13, 14, 14 and 12, 13, 13).
pub const HEADER_SIZE: Bounded<Length> = size(12, 13, 13, "P1.V");
/// What Tiêu ngữ and địa danh have over Quốc hiệu.
pub const MOTTO_OVER_HEADER: Length = Length::pt(1);
/// Cỡ chữ of số, ký hiệu (P1.II.3.c).
pub const SYMBOL_SIZE: Length = Length::pt(13);
/// Cỡ chữ of "Nơi nhận:" (P1.II.9.d.4).
pub const RECIPIENTS_LABEL_SIZE: Length = Length::pt(12);
/// Cỡ chữ of the list of nơi nhận, of người soạn thảo and of the contact foot (P1.II.9.d.5,
/// P1.III.3, P1.III.4).
pub const SMALL_SIZE: Length = Length::pt(11);
/// Cỡ chữ of the signing data on a document in a file of its own (P1.II.8.b.2): fixed.
pub const SIGNING_DATA_SIZE: Length = Length::pt(10);
/// From the number to the "V/v" of a công văn (P1.II.5.b.4).
pub const SUBJECT_GAP: Length = Length::pt(6);
/// Cỡ chữ of "Phụ lục" (P1.III.1.b.1): fixed.
pub const APPENDIX_LABEL_SIZE: Length = Length::pt(14);
/// Cỡ chữ inside tables is no smaller.
pub const TABLE_SIZE_MIN: Length = Length::pt(10);
/// Cỡ chữ inside tables is no larger.
pub const TABLE_SIZE_MAX: Length = Length::pt(14);
/// Cỡ chữ inside tables and of their captions: not in the decree (it leaves tables free).
pub const TABLE_SIZE: Length = Length::pt(12);
/// Cỡ chữ of footnotes: not in the decree.
pub const FOOTNOTE_SIZE: Length = Length::pt(10);
/// Cỡ chữ of độ khẩn and phạm vi lưu hành (P1.III.2.b, P1.III.2.c).
pub const STAMP_SIZE: Length = Length::pt(13);

/// Thụt đầu dòng: 1 cm or 1,27 cm (P1.II.6.e.2). Values between are refused.
pub const FIRST_LINE: Bounded<Length> =
    Bounded { min: Length::mm(10), max: Length::twips(720), default: Length::mm(10), clause: "P1.II.6.e.2" };
/// Khoảng cách giữa các đoạn: at least 6 pt; the upper bound is ours, so that a slip is seen.
pub const PARAGRAPH_GAP: Bounded<Length> = size(6, 24, 6, "P1.II.6.e.3");
/// Khoảng cách giữa các dòng, as a multiple of the single line.
pub const LINE_SPACING: Bounded<f64> = Bounded { min: 1.0, max: 1.5, default: 1.0, clause: "P1.II.6.e.4" };

/// Line under cơ quan ban hành and trích yếu, as a part of the longest line of the text:
/// 1/3 to 1/2 (P1.II.2.b.3, P1.II.5.b.3).
pub const SHORT_RULE: Bounded<f64> =
    Bounded { min: 1.0 / 3.0, max: 0.5, default: 0.4, clause: "P1.II.2.b.3" };

/// Height of the box of độ khẩn (P1.III.2.b).
pub const URGENCY_HEIGHT: Length = Length::mm(8);
