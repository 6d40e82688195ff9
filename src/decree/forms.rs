//! Mẫu trình bày: what each form of Phụ lục III, mục II asks of a document. The parts of a document are named
//! by their keys in the plan file.
//!
//! One more list of nodes is an entry in [`LISTS`], its key in the `body` of the forms that have it, and
//! `<nodes of="…"/>` in a wording template.

use std::borrow::Cow;

/// A form, or what several kinds of one form have in common.
#[derive(Debug)]
pub struct Form {
    /// Its number in Phụ lục III, mục II; none for kinds without a form there.
    pub number: Option<&'static str>,
    /// The wording template of kinds that have none of their own.
    pub wording: &'static str,
    /// Where trích yếu stands.
    pub subject: SubjectPlace,
    /// Whether địa danh and ngày, tháng, năm are printed.
    pub has_place_date: bool,
    /// Whether the ký hiệu names the drafting unit in the place of tên loại (P1.II.3.b.2).
    pub has_unit: bool,
    /// When "- Như trên;" begins nơi nhận (P1.II.9.b).
    pub as_above: AsAbove,
    /// What the body may be made of.
    pub body: &'static [&'static str],
    /// Further parts that not every kind has.
    pub parts: &'static [&'static str],
    /// Those that must be there; of `body`, whichever stands here.
    pub required: &'static [&'static str],
}

/// Where trích yếu stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectPlace {
    /// Below tên loại (P1.II.5.b.2).
    BelowTitle,
    /// After "V/v" below the number; there is no tên loại (P1.II.5.b.4).
    BelowNumber,
    /// There is none.
    Nowhere,
}

/// When "- Như trên;" begins nơi nhận.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsAbove {
    /// Where the text says who it is for, whatever else is given.
    Always,
    /// Where there is "Kính gửi".
    WithAddressees,
    /// Only where the plan says so.
    AsWritten,
}

/// A line that only one kind has, such as the place of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Its key below `details`.
    pub key: Cow<'static, str>,
    /// What it says, in Vietnamese.
    pub what: Cow<'static, str>,
    /// Whether it must be there.
    pub is_required: bool,
}

/// A list of nodes that documents are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeList {
    /// Its key, in the plan file and in `<nodes of="…"/>`.
    pub key: Cow<'static, str>,
    /// What it holds, in Vietnamese.
    pub what: Cow<'static, str>,
    /// How its nodes count.
    pub counting: Counting,
    /// Whether mục đích and yêu cầu may stand apart in its place.
    pub has_purposes: bool,
}

/// How the nodes of a list count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// On from the heading that the wording gives them: khoản of a mục.
    Below,
    /// As mục: each numbered one has a title.
    Sections,
    /// For themselves: mục where one has a title, else khoản.
    Whole,
}

const fn list(key: &'static str, what: &'static str, counting: Counting) -> NodeList {
    NodeList { key: Cow::Borrowed(key), what: Cow::Borrowed(what), counting, has_purposes: false }
}

/// The lists of nodes that a plan may have, in the order of print. An agency's kind may have more.
pub static LISTS: [NodeList; 5] = [
    NodeList {
        key: Cow::Borrowed("objectives"),
        what: Cow::Borrowed("Mục đích, yêu cầu: một danh sách, hoặc hai phần purpose và requirements."),
        counting: Counting::Below,
        has_purposes: true,
    },
    list("support_contents", "Nội dung thực hiện.", Counting::Below),
    list("sections", "Các mục khác, in giữa nội dung và tổ chức thực hiện.", Counting::Sections),
    list("implementation", "Tổ chức thực hiện.", Counting::Below),
    list("body", "Nội dung, ở mọi loại văn bản trừ nghị quyết, quyết định.", Counting::Whole),
];

/// The two that may stand in the place of the first.
pub const PURPOSES: [&str; 2] = ["purpose", "requirements"];

/// Mẫu 1.4, and what the other forms do not say otherwise.
const BASE: Form = Form {
    number: Some("1.4"),
    wording: "van-ban",
    subject: SubjectPlace::BelowTitle,
    has_place_date: true,
    has_unit: false,
    as_above: AsAbove::AsWritten,
    body: &["body", "sections"],
    parts: &["issued_with"],
    required: &[],
};

/// Mẫu 1.4.
pub static NAMED: Form = BASE;

/// Mẫu 1.4 with the parts of a plan.
pub static PLAN: Form = Form {
    wording: "ke-hoach",
    body: &["objectives", "support_contents", "sections", "implementation", "body"],
    ..BASE
};

/// Mẫu 1.4 with chương and điều.
pub static REGULATION: Form = Form { body: &["articles", "chapters", "body"], ..BASE };

/// Mẫu 1.4 from a lower to a higher body.
pub static REPORT: Form = Form { as_above: AsAbove::WithAddressees, ..BASE };

/// The same, where there always is one who decides.
pub static SUBMISSION: Form = Form { as_above: AsAbove::WithAddressees, required: &["to"], ..BASE };

const ENACTED: Form = Form {
    body: &["articles"],
    parts: &["authority", "attachments"],
    required: &["authority", "articles"],
    ..BASE
};

/// Mẫu 1.2, and 1.3 for what is issued with it.
pub static DECISION: Form = Form { number: Some("1.2"), wording: "quyet-dinh", ..ENACTED };

/// Mẫu 1.1.
pub static RESOLUTION: Form = Form { number: Some("1.1"), wording: "nghi-quyet", ..ENACTED };

/// Mẫu 1.5.
pub static LETTER: Form = Form {
    number: Some("1.5"),
    subject: SubjectPlace::BelowNumber,
    has_unit: true,
    as_above: AsAbove::WithAddressees,
    parts: &[],
    required: &["to"],
    ..BASE
};

/// Mẫu 1.6.
pub static TELEGRAM: Form = Form {
    number: Some("1.6"),
    wording: "cong-dien",
    as_above: AsAbove::WithAddressees,
    parts: &["authority"],
    required: &["to"],
    ..BASE
};

/// Mẫu 1.7.
pub static INVITATION: Form = Form {
    number: Some("1.7"),
    wording: "giay-moi",
    body: &["body"],
    parts: &["details"],
    required: &["details"],
    ..BASE
};

/// Mẫu 1.8.
pub static INTRODUCTION: Form = Form {
    number: Some("1.8"),
    wording: "giay-gioi-thieu",
    subject: SubjectPlace::Nowhere,
    as_above: AsAbove::Always,
    body: &[],
    parts: &["details"],
    required: &["details"],
    ..BASE
};

/// Mẫu 1.9.
pub static MINUTES: Form = Form {
    number: Some("1.9"),
    wording: "bien-ban",
    has_place_date: false,
    body: &["body"],
    parts: &["details", "secretary"],
    required: &["details", "secretary", "body"],
    ..BASE
};

/// Mẫu 1.10.
pub static LEAVE: Form = Form {
    number: Some("1.10"),
    wording: "giay-nghi-phep",
    subject: SubjectPlace::Nowhere,
    body: &[],
    parts: &["details"],
    required: &["details"],
    ..BASE
};

/// Kinds of Điều 7 for which Phụ lục III has no form: an agency has a wording template of its own.
pub static WITHOUT_FORM: Form = Form { number: None, wording: "", ..BASE };
