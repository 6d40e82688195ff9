//! Parts of forms as written: lines to be filled in, signing columns, a head inside the text.

use super::raw_values::{RawLines, RawNumber};
use super::reader::{FromYaml, Reader, keys, schema};
use crate::source::Spanned;
use crate::text::Text;
use crate::yaml::Yaml;

/// Lines to be filled in.
#[derive(Clone, Debug)]
pub enum RawFill {
    /// So many empty ones.
    Blank(RawNumber),
    /// What is asked, on as few lines as hold it.
    Labels(RawLines),
}

impl FromYaml for RawFill {
    fn from_yaml(node: &Spanned<Yaml>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Yaml::Number(_) => FromYaml::from_yaml(node, reader).map(Self::Blank),
            _ => FromYaml::from_yaml(node, reader).map(Self::Labels),
        }
    }
}

schema! { RawFill, {"type": ["string", "array", "integer"], "items": {"type": "string"}, "minimum": 1} }

keys! {
/// Một cột ký trong biểu mẫu.
pub struct RawSigning {
    /// Chức danh, in hoa, đậm.
    "title" title: Text,
    /// Lời dặn dưới chức danh, in nghiêng, ví dụ (Ký, ghi rõ họ tên).
    "note" note: Text,
    /// Họ và tên. Bỏ trống thì chừa chỗ.
    "name" name: Text,
}
}

keys! {
/// Phần đầu của một văn bản, đặt trong biểu mẫu: cơ quan, Quốc hiệu và Tiêu ngữ, số, địa danh và thời gian.
pub struct RawLetterhead {
    /// Cơ quan ban hành, in hoa, đậm. Viết danh sách thì tên cuối là cơ quan ban hành, các tên trên là cơ quan chủ quản.
    /// Viết letterhead: {} thì chỉ in Quốc hiệu và Tiêu ngữ ở giữa.
    "issuer" issuer: RawLines,
    /// Số, ký hiệu, in sau "Số:", ví dụ ...../BC-TBC.
    "number" number: Text,
    /// Địa danh. Có địa danh hoặc ngày thì in dòng này, phần nào bỏ trống thì chừa chỗ.
    "place" place: Text,
    /// Ngày, viết 06/11/2020 hoặc 2020-11-06; 11/2020 khi chưa biết ngày.
    "date" date: Text,
}
}
