//! Tên loại văn bản: Điều 7 and the abbreviations of Phụ lục III, mục I.

/// A named type of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// As in the plan file: lower case, no diacritics, hyphens.
    pub slug: &'static str,
    /// Tên loại, as in running text.
    pub name: &'static str,
    /// Chữ viết tắt in the ký hiệu; none for công văn and thư công.
    pub abbreviation: Option<&'static str>,
}

const fn kind(slug: &'static str, name: &'static str, abbreviation: &'static str) -> Kind {
    Kind { slug, name, abbreviation: Some(abbreviation) }
}

/// The 29 types of Điều 7, in its order, with the abbreviations of P3.
pub const KINDS: [Kind; 29] = [
    kind("nghi-quyet", "Nghị quyết", "NQ"),
    kind("quyet-dinh", "Quyết định", "QĐ"),
    kind("chi-thi", "Chỉ thị", "CT"),
    kind("quy-che", "Quy chế", "QC"),
    kind("quy-dinh", "Quy định", "QyĐ"),
    kind("thong-cao", "Thông cáo", "TC"),
    kind("thong-bao", "Thông báo", "TB"),
    kind("huong-dan", "Hướng dẫn", "HD"),
    kind("chuong-trinh", "Chương trình", "CTr"),
    kind("ke-hoach", "Kế hoạch", "KH"),
    kind("phuong-an", "Phương án", "PA"),
    kind("de-an", "Đề án", "ĐA"),
    kind("du-an", "Dự án", "DA"),
    kind("bao-cao", "Báo cáo", "BC"),
    kind("bien-ban", "Biên bản", "BB"),
    kind("to-trinh", "Tờ trình", "TTr"),
    kind("hop-dong", "Hợp đồng", "HĐ"),
    Kind { slug: "cong-van", name: "Công văn", abbreviation: None },
    kind("cong-dien", "Công điện", "CĐ"),
    kind("ban-ghi-nho", "Bản ghi nhớ", "BGN"),
    kind("ban-thoa-thuan", "Bản thỏa thuận", "BTT"),
    kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ"),
    kind("giay-moi", "Giấy mời", "GM"),
    kind("giay-gioi-thieu", "Giấy giới thiệu", "GGT"),
    kind("giay-nghi-phep", "Giấy nghỉ phép", "GNP"),
    kind("phieu-gui", "Phiếu gửi", "PG"),
    kind("phieu-chuyen", "Phiếu chuyển", "PC"),
    kind("phieu-bao", "Phiếu báo", "PB"),
    Kind { slug: "thu-cong", name: "Thư công", abbreviation: None },
];

impl Kind {
    /// The type with this slug.
    pub fn by_slug(slug: &str) -> Option<Self> {
        KINDS.into_iter().find(|kind| kind.slug == slug)
    }
}
