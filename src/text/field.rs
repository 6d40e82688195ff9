//! What a text of a document is for.

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A part of the issuer's name.
    Issuer,
    /// Địa danh.
    Place,
    /// Trích yếu.
    Subject,
    /// Trích yếu of a công văn, which goes on after "V/v".
    LetterSubject,
    /// A căn cứ written out; which one.
    Basis(usize),
    /// Words of a căn cứ written by its parts.
    BasisPart,
    /// Lời dẫn.
    Preamble,
    /// A heading or the bold beginning of a paragraph.
    Title,
    /// A paragraph or a dash of the body.
    Body,
    /// A paragraph that goes on from a bold beginning.
    AfterLead,
    /// A cell, a column's name or a caption of a table.
    Table,
    /// A footnote.
    Note,
    /// Đoạn kết.
    Closing,
    /// Kính gửi, nơi nhận.
    Recipient,
    /// Quyền hạn, chức vụ.
    Post,
    /// Họ tên.
    Name,
    /// What stands after "Lưu:".
    Archive,
    /// Số, ký hiệu of a căn cứ written by its parts.
    Symbol,
    /// What a form asks, and who signs it: no sentence.
    Form,
    /// Everything else that prints.
    Other,
}

impl Field {
    /// Whether it holds Vietnamese words: not abbreviations alone.
    pub fn is_words(self) -> bool {
        !matches!(self, Self::Archive | Self::Symbol)
    }

    /// Whether it is running text: sentences that may cite and name.
    pub fn is_running(self) -> bool {
        matches!(
            self,
            Self::Basis(_)
                | Self::Preamble
                | Self::Body
                | Self::AfterLead
                | Self::Note
                | Self::Closing
                | Self::Title
        )
    }

    /// Whether its first letter begins a sentence.
    pub fn begins_sentence(self) -> bool {
        self.is_running() && self != Self::AfterLead || self == Self::Subject
    }
}
