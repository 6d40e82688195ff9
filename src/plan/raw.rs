//! The plan file as written: every key optional, every leaf with its place. The doc comments are
//! what an editor shows (through the JSON Schema), so they are Vietnamese.

use super::choice::{DateStyle, Justification, Numbering, OneOf};
pub(crate) use super::raw_basis::{RawBasis, RawCitation};
pub(crate) use super::raw_forms::{RawFill, RawLetterhead, RawSigning};
pub(crate) use super::raw_lists::{RawList, RawLists, RawNodes};
pub(crate) use super::raw_nodes::{RawNode, RawParts, RawPurposes};
pub(crate) use super::raw_table::RawCell;
pub(crate) use super::raw_table::{CellText, RawColumn, RawRow, RawTable};
pub(crate) use super::raw_values::{
    Allow, Attached, Constants, Draft, RawDetails, RawLineSpacing, RawLines, RawNumber, RowSource,
};
use super::reader::{Reader, entries, keys};
pub(crate) use super::slot::{List, Slot};
use crate::decree::forms::NodeList;
use crate::decree::text::{Secrecy, Urgency};
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

keys! {
/// Kế hoạch (hoặc văn bản thuộc loại khác) theo Nghị định 30/2020/NĐ-CP.
pub struct RawPlan {
    /// Tên loại văn bản, viết không dấu, ví dụ ke-hoach (mặc định).
    "kind" kind: Text,
    /// Cơ quan, tổ chức ban hành văn bản.
    "issuer" issuer: Spanned<RawIssuer>,
    /// Số của văn bản. Bỏ trống thì chừa chỗ cho văn thư ghi.
    "number" number: RawNumber,
    /// Ký hiệu, ví dụ KH-LMHTX. Bỏ trống thì lập từ tên loại và issuer.code.
    "symbol" symbol: Text,
    /// Địa danh ghi trước ngày, tháng, năm.
    "place" place: Text,
    /// Ngày ban hành: 06/11/2020 hoặc 2020-11-06; 11/2020 khi chưa biết ngày. Bỏ trống thì chừa chỗ.
    "date" date: Text,
    /// Năm, dùng khi chưa có ngày ban hành.
    "year" year: RawNumber,
    /// Trích yếu nội dung văn bản.
    "subject" subject: Text,
    /// Căn cứ ban hành, theo thứ tự in.
    "legal_basis" legal_basis: List<RawBasis>,
    /// Lời dẫn trước nội dung. Bỏ trống thì dùng câu có sẵn của mẫu.
    "preamble" preamble: Text,
    /// Kính gửi: mỗi nơi một dòng.
    "to" to: List<Text>,
    /// Thẩm quyền ban hành, in hoa ở đầu quyết định, nghị quyết; trong công điện là nơi gửi điện.
    "authority" authority: Text,
    /// Văn bản này được ban hành kèm theo quyết định (hoặc nghị quyết) nào.
    "issued_with" issued_with: Spanned<RawIssuedWith>,
    /// Những dòng riêng của loại văn bản, ví dụ thời gian, địa điểm họp của giấy mời.
    "details" details: RawDetails,
    /// Các điều.
    "articles" articles: List<Spanned<RawArticle>>,
    /// Các chương, mỗi chương có các điều của nó.
    "chapters" chapters: List<Spanned<RawChapter>>,
    /// Đoạn kết.
    "closing" closing: Text,
    /// Nơi nhận: mỗi nơi một dòng, không gõ dấu "-" và ";".
    "recipients" recipients: List<Text>,
    /// Dòng Lưu, mặc định VT.
    "archive" archive: Text,
    /// Quyền hạn, chức vụ, họ tên người ký.
    "signature" signature: Spanned<RawSignature>,
    /// Thư ký, ký bên trái biên bản.
    "secretary" secretary: Spanned<RawSigner>,
    /// true: in "DỰ THẢO" ở đầu trang thứ nhất; một số: lần dự thảo.
    "draft" draft: Spanned<Draft>,
    /// Độ khẩn: khan, thuong-khan hoặc hoa-toc.
    "urgency" urgency: OneOf<Urgency>,
    /// Độ mật: mat, toi-mat hoặc tuyet-mat.
    "secrecy" secrecy: OneOf<Secrecy>,
    /// Chỉ dẫn phạm vi lưu hành, ví dụ Lưu hành nội bộ.
    "circulation" circulation: Text,
    /// Địa chỉ, thư điện tử, trang thông tin, điện thoại, Fax ở chân trang thứ nhất.
    "contact" contact: RawContact,
    /// Ký hiệu người soạn thảo và số lượng bản phát hành.
    "drafter" drafter: Spanned<RawDrafter>,
    /// Tệp của những văn bản ban hành kèm theo, in trong cùng một tệp sau văn bản này.
    "attachments" attachments: List<Text>,
    /// Các phụ lục.
    "appendices" appendices: List<Spanned<RawAppendix>>,
    /// Cách trình bày, trong giới hạn của Nghị định.
    "layout" layout: RawLayout,
    /// Tên mẫu lời văn, nếu không dùng mẫu của tên loại.
    "template" template: Text,
    /// Cho qua những quy tắc nêu ở đây, mỗi mã kèm lý do: {doubled-word: trích nguyên văn}.
    "allow" allow: Allow,
    /// Tệp có các khóa dùng chung (cơ quan, người ký, nơi nhận…); khóa viết ở đây được ưu tiên.
    "include" include: Text,
    /// Hằng của kế hoạch, dùng trong lời văn: {{ vars.nam }}.
    "vars" vars: Constants,
    /// Mỗi dòng dữ liệu một văn bản.
    "for_each" for_each: RawForEach,
    ..
    /// Lists of nodes, by their keys.
    lists: RawLists,
}
}

impl RawPlan {
    /// Reads a plan that may have these lists of nodes beside its keys. `None`: it is no map.
    pub fn read<'a>(
        node: &Spanned<Yaml>,
        lists: impl Iterator<Item = &'a NodeList>,
        reader: &mut Reader,
    ) -> Option<Self> {
        let mut out = Self { lists: RawLists::of(lists), ..Self::default() };
        let lists: Vec<_> = out.lists.all().iter().map(|one| one.list.key.clone()).collect();
        let known: Vec<&str> = Self::KEYS.iter().copied().chain(lists.iter().map(|key| &**key)).collect();
        for (key, value) in entries(node, &known, reader)? {
            if !out.lists.take(key, value, reader) {
                out.take(key, value, reader);
            }
        }
        Some(out)
    }
}

keys! {
/// Mỗi dòng dữ liệu một văn bản.
pub struct RawForEach {
    /// Tên gọi một dòng trong các biểu thức, ví dụ commune.
    "as" name: Text,
    /// Tệp dữ liệu (.csv, .xlsx, .xlsx#Tên trang tính, .yaml, .json), hoặc chính các dòng.
    "in" rows: Spanned<RowSource>,
    /// Tên tệp ghi ra, mỗi dòng một tên, ví dụ {{ commune.ten | slug }}.
    "key" key: Text,
    /// Chỉ lấy các dòng mà biểu thức này đúng.
    "where" filter: Text,
    /// Dòng có tên các cột, đếm như trong bảng tính, kể cả dòng trống (.xlsx, .csv). Mặc định là dòng đầu.
    "header_row" header_row: RawNumber,
    /// Vùng của bảng, dòng đầu của vùng là tên các cột (.xlsx, .csv), ví dụ A5:F82.
    "range" range: Text,
    /// Lấy cả những dòng bị ẩn trong bảng tính.
    "include_hidden" include_hidden: bool,
}
}

keys! {
/// Cơ quan, tổ chức ban hành văn bản.
pub struct RawIssuer {
    /// Cơ quan chủ quản trực tiếp (nếu có); in hoa, không đậm.
    "parent" parent: RawLines,
    /// Cơ quan ban hành; in hoa, đậm. Một danh sách thì mỗi phần tử in một dòng.
    "name" name: RawLines,
    /// Chữ viết tắt tên cơ quan trong ký hiệu.
    "code" code: Text,
    /// Chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực, trong ký hiệu của công văn.
    "unit" unit: Text,
}
}

keys! {
/// Một điều.
pub struct RawArticle {
    /// Tiêu đề, in đậm sau số của điều.
    "title" title: Text,
    /// Lời văn của điều; không có tiêu đề thì in ngay sau số.
    "text" text: Text,
    /// Các khoản, gạch đầu dòng của điều.
    "items" items: List<RawNode>,
}
}

keys! {
/// Một chương.
pub struct RawChapter {
    /// Tiêu đề, in hoa.
    "title" title: Text,
    /// Các điều; số của điều chạy suốt các chương.
    "articles" articles: List<Spanned<RawArticle>>,
}
}

keys! {
/// Quyết định (hoặc nghị quyết) mà văn bản được ban hành kèm theo; phần nào bỏ trống thì chừa chỗ.
pub struct RawIssuedWith {
    /// quyet-dinh (mặc định) hoặc nghi-quyet.
    "kind" kind: Text,
    /// Số.
    "number" number: RawNumber,
    /// Ký hiệu, ví dụ QĐ-LMHTX.
    "symbol" symbol: Text,
    /// Ngày ban hành, viết 06/11/2020 hoặc 2020-11-06.
    "date" date: Text,
    /// Năm, dùng khi chưa có ngày.
    "year" year: RawNumber,
    /// Người hoặc cơ quan ban hành, ví dụ Chủ tịch Ủy ban nhân dân tỉnh.
    "issuer" issuer: Text,
}
}

keys! {
/// Người ký thứ hai.
pub struct RawSigner {
    /// Chức danh, ví dụ Thư ký.
    "position" position: Text,
    /// Họ và tên. Bỏ trống thì chừa chỗ.
    "name" name: Text,
}
}

keys! {
/// Quyền hạn, chức vụ, họ tên người ký (khoản 7 mục II Phần I Phụ lục I).
pub struct RawSignature {
    /// Thay mặt (TM.) tập thể lãnh đạo hoặc cơ quan.
    "tm" tm: Text,
    /// Ký thay (KT.) người đứng đầu.
    "kt" kt: Text,
    /// Thừa lệnh (TL.) người đứng đầu.
    "tl" tl: Text,
    /// Thừa ủy quyền (TUQ.) người đứng đầu.
    "tuq" tuq: Text,
    /// Quyền (Q.) cấp trưởng.
    "q" q: Text,
    /// Chức vụ của người ký.
    "position" position: Text,
    /// Chức vụ khác của người ký, in ngay trên họ tên (của tổ chức tư vấn).
    "other_post" other_post: Text,
    /// Họ và tên người ký. Bỏ trống thì chừa chỗ.
    "name" name: Text,
}
}

keys! {
/// Thông tin liên hệ ở chân trang thứ nhất.
pub struct RawContact {
    /// Địa chỉ.
    "address" address: Text,
    /// Thư điện tử.
    "email" email: Text,
    /// Trang thông tin điện tử.
    "website" website: Text,
    /// Số điện thoại.
    "phone" phone: Text,
    /// Số Fax.
    "fax" fax: Text,
}
}

keys! {
/// Người soạn thảo và số bản.
pub struct RawDrafter {
    /// Ký hiệu người soạn thảo, ví dụ PL.
    "code" code: Text,
    /// Số lượng bản phát hành.
    "copies" copies: RawNumber,
}
}

keys! {
/// Một phụ lục; bắt đầu ở trang mới, đánh số trang riêng.
pub struct RawAppendix {
    /// Tên phụ lục; phụ lục có `label: false` có thể không có tên.
    "title" title: Text,
    /// false: không in dòng "Phụ lục …"; số của các phụ lục khác bỏ qua phụ lục này.
    "label" label: bool,
    /// Dòng "(Kèm theo …)" dưới tên phụ lục: false thì không in, viết lời thì in đúng lời ấy.
    "attached" attached: Attached,
    /// true: khổ ngang.
    "landscape" landscape: bool,
    /// Nội dung.
    "body" body: List<RawNode>,
}
}

keys! {
/// Cách trình bày, trong giới hạn của Nghị định.
pub struct RawLayout {
    /// Cỡ chữ nội dung.
    "body_size" body_size: Spanned<f64>,
    /// Cỡ chữ phần đầu.
    "header_size" header_size: Spanned<f64>,
    /// Lề trang, tính bằng mm.
    "margins_mm" margins_mm: RawMargins,
    /// Thụt đầu dòng, tính bằng mm.
    "first_line_mm" first_line_mm: Spanned<f64>,
    /// Khoảng cách giữa các đoạn, tính bằng pt.
    "paragraph_gap_pt" paragraph_gap_pt: Spanned<f64>,
    /// Giãn dòng, là {exactly_pt: 18} hoặc số lần dòng đơn.
    "line_spacing" line_spacing: Spanned<RawLineSpacing>,
    /// Cách đánh số: letters (1., a)) hoặc decimal (1., 1.1.).
    "numbering" numbering: Spanned<OneOf<Numbering>>,
    /// Cách dàn đều dòng: word hoặc greedy.
    "justification" justification: OneOf<Justification>,
    /// Cách viết ngày trong căn cứ: long hoặc short.
    "date_style" date_style: OneOf<DateStyle>,
    /// Có in dấu "./." cuối nội dung hay không (mặc định có).
    "end_mark" end_mark: bool,
}
}

keys! {
/// Lề trang, tính bằng mm.
pub struct RawMargins {
    /// Lề trên.
    "top" top: Spanned<f64>,
    /// Lề dưới.
    "bottom" bottom: Spanned<f64>,
    /// Lề trái.
    "left" left: Spanned<f64>,
    /// Lề phải.
    "right" right: Spanned<f64>,
}
}
