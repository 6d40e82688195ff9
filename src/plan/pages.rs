//! Each kind of document in words: what it is made of, for the handbook and for `kehoach explain`.

use super::kinds::{plan_keys, takes};
use crate::decree::forms::{AsAbove, SubjectPlace};
use crate::decree::{KINDS, Kind, Kinds};

/// The page of a kind, in Markdown.
pub(crate) fn kind_page(kind: &Kind) -> String {
    let form = kind.form;
    let mut out = format!("## {} (`{}`)\n\n", kind.name, kind.slug);
    let symbol = match (&kind.abbreviation, form.has_unit) {
        (Some(letters), _) => format!("ký hiệu `{letters}-<issuer.code>`"),
        (None, true) => "ký hiệu `<issuer.code>-<issuer.unit>`".to_owned(),
        (None, false) => "ký hiệu `<issuer.code>`".to_owned(),
    };
    match form.number {
        Some(number) => {
            out.push_str(&format!("Mẫu {number}; {symbol}; mẫu lời văn `wording/{}.xml`", form.wording))
        }
        None => out.push_str(&format!(
            "Phụ lục III không có mẫu; {symbol}; cơ quan tự đặt mẫu lời văn `wording/{}.xml`",
            kind.slug
        )),
    }
    out.push_str(match form.subject {
        SubjectPlace::BelowTitle => "; trích yếu dưới tên loại",
        SubjectPlace::BelowNumber => "; không có tên loại, trích yếu sau \"V/v\" dưới số, ký hiệu",
        SubjectPlace::Nowhere => "; không có trích yếu",
    });
    if !form.has_place_date {
        out.push_str("; không có địa danh, ngày tháng năm");
    }
    out.push_str(match form.as_above {
        AsAbove::Always => "; nơi nhận tự bắt đầu bằng \"- Như trên;\"",
        AsAbove::WithAddressees => "; có `to` thì nơi nhận tự bắt đầu bằng \"- Như trên;\"",
        AsAbove::AsWritten => "",
    });
    out.push_str(".\n\n");
    let code = |keys: &[&str]| keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let body: Vec<&str> =
        form.body.iter().copied().chain(kind.own_lists.iter().map(|one| &*one.key)).collect();
    if !body.is_empty() {
        out.push_str(&format!("- Nội dung: {}.\n", code(&body)));
    }
    if !form.parts.is_empty() {
        out.push_str(&format!("- Khóa riêng: {}.\n", code(form.parts)));
    }
    if !form.required.is_empty() {
        out.push_str(&format!("- Phải có: {}.\n", code(form.required)));
    }
    for list in kind.own_lists.iter() {
        out.push_str(&format!("- `{}`: {}.\n", list.key, list.what));
    }
    for detail in kind.details.iter() {
        let must = if detail.is_required { ", phải có" } else { "" };
        out.push_str(&format!("- `details.{}`: {}{must}.\n", detail.key, detail.what));
    }
    let kinds = Kinds::default();
    let without: Vec<&str> = plan_keys(&kinds).into_iter().filter(|key| !takes(kind, key)).collect();
    out.push_str(&format!("- Không có: {}.\n", code(&without)));
    if form.number.is_some() {
        out.push_str(&format!("\nVí dụ: `kehoach new tệp.yaml --kind {}`.\n", kind.slug));
    }
    out
}

/// The handbook of all kinds of Điều 7.
pub fn kinds_handbook() -> String {
    let pages: Vec<String> = KINDS.iter().map(kind_page).collect();
    format!(
        "# Các loại văn bản\n\nTệp này được tạo từ bảng các loại (`src/decree/kinds.rs`); `kehoach explain LOẠI` in trang của một \
         loại.\n\nThêm một loại có sẵn: một dòng trong bảng đó, mẫu lời văn `templates/wording/<loại>.xml` nếu mẫu chung không đủ, ví dụ \
         `templates/new/<loại>.yaml`. Thêm một loại của riêng cơ quan, không phải sửa chương trình: một mục trong `kinds.yaml` của \
         thư mục mẫu, cùng mẫu lời văn và ví dụ ở đó:\n\n```yaml\nphieu-trinh:\n  name: Phiếu trình\n  abbreviation: PTr\n  like: to-trinh      # \
         loại có cùng các khóa, cách trình bày và quy tắc\n  details: {{y_kien: Ý kiến của lãnh đạo}}   # những dòng riêng, phải \
         có\n  lists: {{de_xuat: Những đề xuất}}          # những phần riêng, viết như body, in ở <nodes of=\"de_xuat\"/> của mẫu lời văn\n```\n\n{}",
        pages.join("\n")
    )
}
