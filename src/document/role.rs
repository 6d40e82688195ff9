//! What a paragraph is.

use serde::Serialize;

macro_rules! roles {
    ($($(#[$meta:meta])* $name:ident = $vietnamese:literal,)*) => {
        /// What a paragraph is: one style of the document.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Role { $($(#[$meta])* $name,)* }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The Vietnamese term, by which a clerk finds the style. Without a comma: Word keeps
            /// that for lists of names.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $vietnamese,)* }
            }
        }
    };
}

roles! {
    /// Quốc hiệu (P1.II.1.a).
    NationalName = "Quốc hiệu",
    /// Tiêu ngữ (P1.II.1.b).
    NationalMotto = "Tiêu ngữ",
    /// Cơ quan chủ quản (P1.II.2.b.2).
    ParentBody = "Cơ quan chủ quản",
    /// Cơ quan ban hành (P1.II.2.b.1).
    IssuingBody = "Cơ quan ban hành",
    /// Số, ký hiệu (P1.II.3.c).
    NumberSymbol = "Số và ký hiệu",
    /// Địa danh, thời gian (P1.II.4.c).
    PlaceDate = "Địa danh và thời gian",
    /// Độ mật, độ khẩn, phạm vi lưu hành (P1.III.2).
    Stamp = "Dấu chỉ mức độ",
    /// Tên loại (P1.II.5.b.1).
    Title = "Tên loại",
    /// Tên loại of a kind without trích yếu (mẫu 1.8, 1.10).
    LoneTitle = "Tên loại không có trích yếu",
    /// Trích yếu (P1.II.5.b.2).
    Subject = "Trích yếu",
    /// Trích yếu of a công văn (P1.II.5.b.4).
    LetterSubject = "Trích yếu công văn",
    /// Signing data of a document in a file of its own (P1.II.8.b.2).
    SigningData = "Thông tin ký số",
    /// Dòng chỉ dẫn kèm theo of a document issued with a decision (mẫu 1.3).
    IssuedWith = "Chỉ dẫn kèm theo",
    /// Thẩm quyền ban hành (mẫu 1.1, 1.2).
    IssuingAuthority = "Thẩm quyền ban hành",
    /// "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" (mẫu 1.1, 1.2).
    Enactment = "Lời ban hành",
    /// Kính gửi, one addressee (P1.II.9.d.2).
    Addressee = "Kính gửi",
    /// Kính gửi, an addressee of several (P1.II.9.d.3).
    AddresseeItem = "Nơi kính gửi",
    /// Căn cứ (P1.II.6.a.3).
    LegalBasis = "Căn cứ",
    /// Lời văn (P1.II.6.e).
    Body = "Lời văn",
    /// A centred paragraph.
    Centered = "Đoạn giữa",
    /// "Chương I" (P1.II.6.đ.1).
    ChapterLabel = "Chương",
    /// Tiêu đề of a chương (P1.II.6.đ.1).
    ChapterTitle = "Tiêu đề chương",
    /// Điều có tiêu đề (P1.II.6.đ.3).
    ArticleTitle = "Tiêu đề điều",
    /// Điều whose text follows its number (mẫu 1.2).
    Article = "Điều",
    /// Mục, numbered by Roman numbers (P1.V, ô 6).
    Section = "Mục",
    /// Khoản có tiêu đề (P1.II.6.đ.4).
    ClauseTitle = "Tiêu đề khoản",
    /// Tiêu đề below a khoản's.
    PointTitle = "Tiêu đề điểm",
    /// Khoản (P1.II.6.đ.4).
    Clause = "Khoản",
    /// Điểm (P1.II.6.đ.5).
    Point = "Điểm",
    /// Gạch đầu dòng.
    Dash = "Gạch đầu dòng",
    /// A dash below a dash.
    SubDash = "Gạch đầu dòng con",
    /// Tên bảng.
    Caption = "Tên bảng",
    /// Đơn vị tính, above a table at the right.
    TableUnit = "Đơn vị tính",
    /// A cell of the head row.
    TableHead = "Đầu bảng",
    /// A cell of words.
    TableText = "Ô chữ",
    /// A cell of a number in order: TT, STT.
    TableOrdinal = "Ô số thứ tự",
    /// A cell of a number.
    TableNumber = "Ô số",
    /// A cell of the total row, words.
    TotalText = "Ô tổng cộng",
    /// A cell of the total row, a number.
    TotalNumber = "Số tổng cộng",
    /// The sum in words, below a table.
    TableInWords = "Bằng chữ",
    /// The gap after a table.
    TableEnd = "Sau bảng",
    /// A line without height, where a word processor must have a paragraph.
    Spacer = "Đoạn đệm",
    /// "Nơi nhận:" (P1.II.9.d.4).
    RecipientsLabel = "Nơi nhận",
    /// One of the list of nơi nhận (P1.II.9.d.5).
    Recipient = "Danh sách nơi nhận",
    /// Quyền hạn, chức vụ (P1.II.7.đ.1).
    Authority = "Quyền hạn và chức vụ",
    /// Họ tên, with the room for the signature above it (P1.II.7.đ.2).
    SignerName = "Họ tên người ký",
    /// Room below nơi nhận for who confirms (mẫu 1.10).
    Confirmation = "Xác nhận",
    /// "Phụ lục I" (P1.III.1.b.1).
    AppendixLabel = "Phụ lục",
    /// Tên phụ lục (P1.III.1.b.2).
    AppendixTitle = "Tên phụ lục",
    /// Chỉ dẫn kèm theo (P1.III.1.c).
    AppendixReference = "Chỉ dẫn phụ lục",
    /// Số trang (P1.I.7).
    PageNumber = "Số trang",
    /// Chú thích.
    Footnote = "Chú thích",
    /// Địa chỉ, điện thoại… (P1.III.4).
    Contact = "Thông tin liên hệ",
    /// A line of a form to fill in.
    FillLine = "Dòng điền",
    /// A line of a form from the margin, or in a column.
    FormLine = "Dòng biểu mẫu",
    /// A choice of a form behind its box.
    CheckItem = "Ô đánh dấu",
    /// What stands below the title of a signer of a form.
    SigningNote = "Lời dặn người ký",
}

impl Role {
    /// Whether few documents have it: the others do without its style.
    pub(crate) fn is_rare(self) -> bool {
        self.is_of_forms() || matches!(self, Self::TableUnit | Self::TableInWords)
    }

    /// Whether only forms have it.
    pub(crate) fn is_of_forms(self) -> bool {
        matches!(self, Self::FillLine | Self::FormLine | Self::CheckItem | Self::SigningNote)
    }
}
