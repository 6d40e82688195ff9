//! Tên loại văn bản: Điều 7, the abbreviations of Phụ lục III, mục I, and the form of each.

use std::borrow::Cow;

use super::forms::{self, Detail, Form, LISTS, NodeList};

/// A named type of document.
#[derive(Clone, Debug)]
pub struct Kind {
    /// As in the plan file: lower case, no diacritics, hyphens.
    pub slug: Cow<'static, str>,
    /// Tên loại, as in running text.
    pub name: Cow<'static, str>,
    /// Chữ viết tắt in the ký hiệu; none for công văn and thư công.
    pub abbreviation: Option<Cow<'static, str>>,
    /// The slug of the type of Điều 7 whose form and rules it has: its own, but for an agency's own kinds.
    pub like: &'static str,
    /// What it is made of.
    pub form: &'static Form,
    /// Lines that only this kind has.
    pub details: Cow<'static, [Detail]>,
    /// Lists of nodes that only this kind has.
    pub own_lists: Cow<'static, [NodeList]>,
}

impl Kind {
    /// The lists of nodes that its documents are made of, in the order of print; its own ones last.
    pub fn lists(&self) -> impl Iterator<Item = &NodeList> {
        LISTS.iter().filter(|list| self.form.body.contains(&&*list.key)).chain(&*self.own_lists)
    }
}

const fn kind(
    slug: &'static str,
    name: &'static str,
    abbreviation: &'static str,
    form: &'static Form,
) -> Kind {
    with_details(slug, name, abbreviation, form, &[])
}

const fn with_details(
    slug: &'static str,
    name: &'static str,
    abbreviation: &'static str,
    form: &'static Form,
    details: &'static [Detail],
) -> Kind {
    Kind {
        slug: Cow::Borrowed(slug),
        name: Cow::Borrowed(name),
        abbreviation: Some(Cow::Borrowed(abbreviation)),
        like: slug,
        form,
        details: Cow::Borrowed(details),
        own_lists: Cow::Borrowed(&[]),
    }
}

const fn unabbreviated(slug: &'static str, name: &'static str, form: &'static Form) -> Kind {
    Kind {
        slug: Cow::Borrowed(slug),
        name: Cow::Borrowed(name),
        abbreviation: None,
        like: slug,
        form,
        details: Cow::Borrowed(&[]),
        own_lists: Cow::Borrowed(&[]),
    }
}

const fn must(key: &'static str, what: &'static str) -> Detail {
    Detail { key: Cow::Borrowed(key), what: Cow::Borrowed(what), is_required: true }
}

const fn may(key: &'static str, what: &'static str) -> Detail {
    Detail { key: Cow::Borrowed(key), what: Cow::Borrowed(what), is_required: false }
}

/// The 29 types of Điều 7, in its order.
pub static KINDS: [Kind; 29] = [
    kind("nghi-quyet", "Nghị quyết", "NQ", &forms::RESOLUTION),
    kind("quyet-dinh", "Quyết định", "QĐ", &forms::DECISION),
    kind("chi-thi", "Chỉ thị", "CT", &forms::NAMED),
    kind("quy-che", "Quy chế", "QC", &forms::REGULATION),
    kind("quy-dinh", "Quy định", "QyĐ", &forms::REGULATION),
    kind("thong-cao", "Thông cáo", "TC", &forms::NAMED),
    kind("thong-bao", "Thông báo", "TB", &forms::NAMED),
    kind("huong-dan", "Hướng dẫn", "HD", &forms::NAMED),
    kind("chuong-trinh", "Chương trình", "CTr", &forms::PLAN),
    kind("ke-hoach", "Kế hoạch", "KH", &forms::PLAN),
    kind("phuong-an", "Phương án", "PA", &forms::PLAN),
    kind("de-an", "Đề án", "ĐA", &forms::PLAN),
    kind("du-an", "Dự án", "DA", &forms::PLAN),
    kind("bao-cao", "Báo cáo", "BC", &forms::REPORT),
    with_details("bien-ban", "Biên bản", "BB", &forms::MINUTES, &MINUTES),
    kind("to-trinh", "Tờ trình", "TTr", &forms::SUBMISSION),
    kind("hop-dong", "Hợp đồng", "HĐ", &forms::WITHOUT_FORM),
    unabbreviated("cong-van", "Công văn", &forms::LETTER),
    kind("cong-dien", "Công điện", "CĐ", &forms::TELEGRAM),
    kind("ban-ghi-nho", "Bản ghi nhớ", "BGN", &forms::WITHOUT_FORM),
    kind("ban-thoa-thuan", "Bản thỏa thuận", "BTT", &forms::WITHOUT_FORM),
    kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ", &forms::NAMED),
    with_details("giay-moi", "Giấy mời", "GM", &forms::INVITATION, &INVITATION),
    with_details("giay-gioi-thieu", "Giấy giới thiệu", "GGT", &forms::INTRODUCTION, &INTRODUCTION),
    with_details("giay-nghi-phep", "Giấy nghỉ phép", "GNP", &forms::LEAVE, &LEAVE),
    kind("phieu-gui", "Phiếu gửi", "PG", &forms::NAMED),
    kind("phieu-chuyen", "Phiếu chuyển", "PC", &forms::NAMED),
    kind("phieu-bao", "Phiếu báo", "PB", &forms::NAMED),
    unabbreviated("thu-cong", "Thư công", &forms::WITHOUT_FORM),
];

/// Mẫu 1.9.
static MINUTES: [Detail; 6] = [
    must("opened", "Thời gian bắt đầu"),
    must("venue", "Địa điểm"),
    must("participants", "Thành phần tham dự"),
    must("chair", "Chủ trì (chủ tọa)"),
    must("secretary", "Thư ký (người ghi biên bản)"),
    must("closed", "Kết thúc vào … giờ …, ngày … tháng … năm …"),
];

/// Mẫu 1.7.
static INVITATION: [Detail; 5] = [
    must("invited", "Trân trọng kính mời"),
    must("event", "Tới dự"),
    may("host", "Chủ trì"),
    must("time", "Thời gian"),
    must("venue", "Địa điểm"),
];

/// Mẫu 1.8.
static INTRODUCTION: [Detail; 5] = [
    must("person", "Ông (bà)"),
    may("post", "Chức vụ"),
    must("destination", "Được cử đến"),
    must("purpose", "Về việc"),
    must("until", "Có giá trị đến hết ngày … tháng … năm …"),
];

/// Mẫu 1.10.
static LEAVE: [Detail; 9] = [
    must("request", "Ngày của Đơn đề nghị nghỉ phép: … tháng … năm …"),
    must("person", "Ông (bà)"),
    may("post", "Chức vụ"),
    must("period", "Nghỉ phép trong thời gian bao lâu"),
    must("from", "Kể từ ngày … tháng … năm …"),
    must("until", "Đến hết ngày … tháng … năm …"),
    must("venue", "Nơi nghỉ phép"),
    must("year", "Tính vào thời gian nghỉ phép năm nào"),
    may("confirmer", "Họ và tên người xác nhận ở nơi nghỉ phép"),
];

/// The kinds that a plan may be of: those of Điều 7, and an agency's own.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    own: Vec<Kind>,
}

/// The kind of a plan that names none.
pub const DEFAULT_KIND: &str = "ke-hoach";

impl Kinds {
    /// The kinds of Điều 7, with `own` in the place of those of the same slug.
    pub fn with(own: Vec<Kind>) -> Self {
        Self { own }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Kind> {
        let is_own = |kind: &&Kind| self.own.iter().any(|own| own.slug == kind.slug);
        KINDS.iter().filter(move |kind| !is_own(kind)).chain(&self.own)
    }

    /// The lists of nodes that any of them has.
    pub fn lists(&self) -> impl Iterator<Item = &NodeList> {
        LISTS.iter().chain(self.own.iter().flat_map(|kind| &*kind.own_lists))
    }

    /// The kind with this slug.
    pub fn by_slug(&self, slug: &str) -> Option<&Kind> {
        self.all().find(|kind| kind.slug == slug)
    }
}
