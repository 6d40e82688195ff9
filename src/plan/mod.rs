//! The plan: a YAML text becomes a tree with places ([`crate::yaml`]), that a [`raw::RawPlan`] as it was
//! written, and that a [`Plan`] whose values are valid by their types.

mod article;
mod date;
mod details;
mod homes;
mod issued_with;
mod issuer;
mod key_pages;
mod kinds;
mod legal_basis;
mod node;
mod pages;
mod printed;
pub mod raw;
mod raw_values;
mod reader;
mod schema;
mod schema_kinds;
mod settings;
mod signature;
pub mod slot;
mod table;
mod texts;
mod validate;

use chrono::NaiveDate;

use crate::decree::{Kind, Kinds, text::Urgency};
use crate::diag::Sink;
use crate::source::{SourceId, SourceMap, Span, Spanned};
use crate::text::RichText;
use crate::yaml::{self, Yaml};

pub use article::{Article, Chapter};
pub use date::date_of;
pub use details::Details;
pub use issued_with::IssuedWith;
pub use issuer::{Issuer, Symbol};
pub use key_pages::{key_names, key_page};
pub use kinds::{kind_of, read_kinds, takes};
pub use legal_basis::{Citation, LegalBasis};
pub use node::{Node, NodeKind};
pub use pages::{kind_page, kinds_handbook};
pub use printed::{characters, printed_texts};
pub use reader::closest;
pub use schema::json_schema;
pub use settings::{Justification, LineSpacing, Numbering, Settings};
pub use signature::Signature;
pub use table::{Cell, Table};
pub use texts::{appendix_texts, articles, bodies, tables, texts};
pub use validate::required;

/// A valid plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The whole file.
    pub span: Span,
    /// Tên loại.
    pub kind: Kind,
    /// The wording template, where the plan chooses one.
    pub template: Option<Spanned<String>>,
    /// Cơ quan, tổ chức ban hành.
    pub issuer: Issuer,
    /// Số; `None` leaves room.
    pub number: Option<u32>,
    /// Ký hiệu; empty where the document is issued with another.
    pub symbol: Symbol,
    /// The decision that it is issued with.
    pub issued_with: Option<IssuedWith>,
    /// Địa danh; `None` leaves room.
    pub place: Option<Spanned<String>>,
    /// Ngày ban hành; `None` leaves room.
    pub date: Option<NaiveDate>,
    /// The month to print where the day is not known.
    pub month: Option<u32>,
    /// The year to print where there is no date.
    pub year: Option<i32>,
    /// Trích yếu; some kinds have none.
    pub subject: Option<Spanned<String>>,
    /// Thẩm quyền ban hành.
    pub authority: Option<Spanned<String>>,
    /// Kính gửi.
    pub addressees: Vec<Spanned<String>>,
    /// Căn cứ.
    pub legal_basis: Vec<LegalBasis>,
    /// Lời dẫn, one entry a paragraph.
    pub preamble: Option<Spanned<Vec<RichText>>>,
    /// Lines that only its kind has.
    pub details: Details,
    /// Mục đích, yêu cầu.
    pub objectives: Objectives,
    /// Nội dung thực hiện.
    pub support_contents: Vec<Node>,
    /// Further mục.
    pub sections: Vec<Node>,
    /// Tổ chức thực hiện.
    pub implementation: Vec<Node>,
    /// The generic body.
    pub body: Vec<Node>,
    /// Điều, with or without chương.
    pub chapters: Vec<Chapter>,
    /// Đoạn kết, one entry a paragraph.
    pub closing: Option<Spanned<Vec<RichText>>>,
    /// Nơi nhận, the archive line left out; none where there is no nơi nhận at all.
    pub recipients: Option<Vec<Spanned<String>>>,
    /// Whether "Như trên" begins nơi nhận.
    pub as_above: bool,
    /// What stands after "Lưu:".
    pub archive: String,
    /// Quyền hạn, chức vụ, họ tên; none where only the decision is signed.
    pub signature: Option<Signature>,
    /// Who signs at the left.
    pub secretary: Option<Signer>,
    /// Độ khẩn.
    pub urgency: Option<Urgency>,
    /// Độ mật, as printed.
    pub secrecy: Option<&'static str>,
    /// Phạm vi lưu hành, as printed.
    pub circulation: Option<Spanned<String>>,
    /// The contact foot.
    pub contact: Contact,
    /// Người soạn thảo and số bản, as printed: "PL.(300)".
    pub drafter: Option<String>,
    /// Phụ lục.
    pub appendices: Vec<Appendix>,
    /// Layout chosen within the decree's bounds.
    pub settings: Settings,
}

/// A second signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Chức danh.
    pub position: Spanned<String>,
    /// Họ và tên; `None` leaves room.
    pub name: Option<String>,
}

/// Mục đích, yêu cầu.
#[derive(Clone, Debug)]
pub enum Objectives {
    /// One list, possibly empty.
    Together(Vec<Node>),
    /// Mục đích, and yêu cầu.
    Apart(Vec<Node>, Vec<Node>),
}

/// The contact foot of page 1 (P1.III.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Địa chỉ.
    pub address: Option<String>,
    /// Thư điện tử.
    pub email: Option<String>,
    /// Trang thông tin điện tử.
    pub website: Option<String>,
    /// Điện thoại.
    pub phone: Option<String>,
    /// Fax.
    pub fax: Option<String>,
}

/// A phụ lục.
#[derive(Clone, Debug)]
pub struct Appendix {
    /// Where it is written.
    pub span: Span,
    /// Tên phụ lục.
    pub title: Spanned<String>,
    /// Khổ ngang.
    pub landscape: bool,
    /// Its content.
    pub body: Vec<Node>,
}

/// Parses a plan, or a part of one. `None`: it is no YAML, and `sink` says where and why.
pub fn parse(source: SourceId, text: &str, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    yaml::parse(source, text, &homes::KEYS, sink)
}

/// Reads a plan as it is written; keys that its kind does not have are reported and left out. `None`: it is
/// no map; `sink` says so.
pub fn read(mut tree: Spanned<Yaml>, kinds: &Kinds, sink: &mut Sink) -> Option<Spanned<raw::RawPlan>> {
    kinds::sift(&mut tree, kinds, sink);
    reader::FromYaml::from_yaml(&tree, sink)
}

/// Reads `for_each`.
pub fn read_for_each(tree: &Spanned<Yaml>, sink: &mut Sink) -> Option<raw::RawForEach> {
    reader::FromYaml::from_yaml(tree, sink)
}

/// Reads `vars`, of which only the form matters here.
pub fn read_constants(tree: &Spanned<Yaml>, sink: &mut Sink) -> Option<raw::Constants> {
    reader::FromYaml::from_yaml(tree, sink)
}

/// Whether a YAML text is a plan at all: a map with at least two of a plan's leading keys. Other
/// YAML files of a folder (data, workflows) are passed over.
pub fn is_plan(text: &str) -> bool {
    const LEADING: [&str; 8] =
        ["kind", "issuer", "subject", "recipients", "signature", "legal_basis", "include", "for_each"];
    // Most plans show it by the beginnings of their lines.
    let begins = |line: &str| line.split_once(':').is_some_and(|(key, _)| LEADING.contains(&key));
    if text.lines().filter(|line| begins(line)).nth(1).is_some() {
        return true;
    }
    match yaml::value_of(text) {
        // A plan with a syntax error must not vanish in silence.
        None => text.lines().any(|line| line.starts_with("issuer:") || line.starts_with("subject:")),
        Some(tree) => match &tree {
            Yaml::Map(all) => {
                all.iter().filter(|(key, _)| LEADING.contains(&key.value.as_str())).count() >= 2
            }
            _ => false,
        },
    }
}

/// Whether a text that is no YAML was meant as a part of a plan: a line begins with a plan's key.
pub fn looks_like_part(text: &str) -> bool {
    text.lines()
        .any(|line| line.split_once(':').is_some_and(|(key, _)| raw::RawPlan::KEYS.contains(&key.trim_end())))
}

/// The files that a plan's text attaches.
pub fn attachments(text: &str) -> Vec<String> {
    if !text.lines().any(|line| line.starts_with("attachments:")) {
        return Vec::new();
    }
    let source = SourceMap::default().add("", text);
    let tree = parse(source, text, &mut Sink::default());
    match tree.as_ref().and_then(|tree| tree.value.get("attachments")) {
        Some((_, Yaml::Seq(files))) => {
            files.iter().filter_map(|file| file.value.words().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

/// The text with the safe mendings of its YAML, and how many those are; none where there is nothing to mend.
pub fn mended(text: &str) -> Option<(String, usize)> {
    yaml::mended(text, &homes::KEYS)
}

/// Whether two YAML texts have the same keys, lists and sorts of values; false where one is no YAML.
pub fn same_shape(one: &str, other: &str) -> bool {
    let read = yaml::value_of;
    read(one).zip(read(other)).is_some_and(|(one, other)| one.has_shape_of(&other))
}

/// Turns what was written into a valid plan. `None` after an error; everything wrong is in `sink`.
pub fn validate(raw: Spanned<raw::RawPlan>, kinds: &Kinds, sink: &mut Sink) -> Option<Plan> {
    validate::plan(raw, kinds, sink)
}
