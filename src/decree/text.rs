//! The words that the decree itself fixes. What an agency may word differently stands in the
//! wording templates instead.

use crate::length::Length;

/// Quốc hiệu (P1.II.1.a).
pub const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ (P1.II.1.b).
pub const NATIONAL_MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Before the number (P1.II.3.c.2).
pub const NUMBER_LABEL: &str = "Số:";
/// Kính gửi (P1.II.9.d.1).
pub const ADDRESSEES_LABEL: &str = "Kính gửi:";
/// Before the trích yếu of a công văn (P1.II.5.b.4).
pub const SUBJECT_LABEL: &str = "V/v";
/// The first of nơi nhận where there is "Kính gửi" (P1.II.9.b).
pub const AS_ABOVE: &str = "Như trên";
/// Before the number of an điều (P1.II.6.đ.3).
pub const ARTICLE_LABEL: &str = "Điều";
/// Before the number of a chương (P1.II.6.đ.1).
pub const CHAPTER_LABEL: &str = "Chương";
/// Nơi nhận (P1.II.9.d.4).
pub const RECIPIENTS_LABEL: &str = "Nơi nhận:";
/// Beginning of the last recipient (P1.II.9.d.6).
pub const ARCHIVE_LABEL: &str = "Lưu:";
/// Phụ lục (P1.III.1.b.1).
pub const APPENDIX_LABEL: &str = "Phụ lục";
/// Font of every element (P1.I.4).
pub const FONT: &str = "Times New Roman";

/// The day and month of a document: a leading 0 for days below 10 and for months 1 and 2 only
/// (P1.II.4.b).
pub fn day_month(day: u32, month: u32) -> (String, String) {
    (format!("{day:02}"), self::month(month))
}

/// A month: the first two with a leading 0 (P1.II.4.b).
pub fn month(month: u32) -> String {
    if month <= 2 { format!("0{month}") } else { month.to_string() }
}

/// "16 tháng 8 năm 2016", padded as P1.II.4.b asks.
pub fn long_date(day: u32, month: u32, year: i32) -> String {
    let (day, month) = day_month(day, month);
    format!("{day} tháng {month} năm {year}")
}

/// "16/8/2016", padded likewise.
pub fn short_date(day: u32, month: u32, year: i32) -> String {
    let (day, month) = day_month(day, month);
    format!("{day}/{month}/{year}")
}

/// The number of a document: below 10 with a leading 0 (P1.II.3.c.2).
pub fn document_number(number: u32) -> String {
    format!("{number:02}")
}

/// Độ khẩn (P1.III.2.b): the words and the width of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Urgency {
    /// As in the plan file.
    pub slug: &'static str,
    /// As printed.
    pub words: &'static str,
    /// Width of the box; its height is [`super::sizes::URGENCY_HEIGHT`].
    pub width: Length,
}

/// All degrees of urgency.
pub const URGENCIES: [Urgency; 3] = [
    Urgency { slug: "khan", words: "KHẨN", width: Length::mm(20) },
    Urgency { slug: "thuong-khan", words: "THƯỢNG KHẨN", width: Length::mm(40) },
    Urgency { slug: "hoa-toc", words: "HỎA TỐC", width: Length::mm(30) },
];

/// Độ mật (P1.III.2.a).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secrecy {
    /// As in the plan file.
    pub slug: &'static str,
    /// As printed.
    pub words: &'static str,
}

/// All degrees of secrecy.
pub const SECRECIES: [Secrecy; 3] = [
    Secrecy { slug: "mat", words: "MẬT" },
    Secrecy { slug: "toi-mat", words: "TỐI MẬT" },
    Secrecy { slug: "tuyet-mat", words: "TUYỆT MẬT" },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_below_ten_and_the_first_two_months_are_padded() {
        assert_eq!(long_date(5, 1, 2020), "05 tháng 01 năm 2020");
        assert_eq!(long_date(29, 6, 2019), "29 tháng 6 năm 2019");
        assert_eq!(long_date(9, 2, 2026), "09 tháng 02 năm 2026");
        assert_eq!(short_date(16, 3, 2016), "16/3/2016");
        assert_eq!(document_number(5), "05");
        assert_eq!(document_number(224), "224");
    }
}
