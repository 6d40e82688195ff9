//! A plan whose values are valid by their types.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::article::Chapter;
use super::details::Details;
use super::issued_with::IssuedWith;
use super::issuer::{Issuer, Symbol};
use super::legal_basis::LegalBasis;
use super::node::Node;
use super::settings::Settings;
use super::signature::Signature;
use crate::decree::Kind;
use crate::decree::forms::Counting;
use crate::decree::text::{Secrecy, Urgency};
use crate::source::{Span, Spanned};
use crate::text::RichText;

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
    /// The lists of nodes that say something, in the order of print.
    pub lists: Vec<NodeRun>,
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
    /// Độ mật.
    pub secrecy: Option<Secrecy>,
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

impl Plan {
    /// The list with this key, where it says something.
    pub fn list(&self, key: &str) -> Option<&NodeRun> {
        self.lists.iter().find(|list| list.key == key)
    }

    /// What a document in the same file says of the decision that it is issued with: this one.
    pub fn as_decision(&self) -> IssuedWith {
        IssuedWith {
            kind: self.kind.name.to_string(),
            number: self.number,
            symbol: Some(self.symbol.as_str().to_owned()),
            date: self.date,
            year: self.year,
            issuer: self.authority.as_ref().map(|authority| authority.value.clone()),
        }
    }
}

/// A second signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// Chức danh.
    pub position: Spanned<String>,
    /// Họ và tên; `None` leaves room.
    pub name: Option<String>,
}

/// A list of nodes.
#[derive(Clone, Debug)]
pub struct NodeRun {
    /// Its key in the plan file.
    pub key: Cow<'static, str>,
    /// How its nodes count.
    pub counting: Counting,
    /// The nodes.
    pub nodes: Vec<Node>,
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
