//! The pages of all keys, as one text in Markdown.

use super::key_pages::{key_names, key_page};
use crate::decree::Kinds;
use crate::diag::Lang;

/// A page of each key of a plan, in Vietnamese. Examples are taken out of `sources`, plans and parts of plans.
pub fn keys_handbook(sources: &[&str]) -> String {
    let mut out = String::from(
        "# Các khóa của một kế hoạch\n\nTệp này được tạo từ mã nguồn (`src/plan`); `kehoach explain KHÓA` in cùng nội dung, thêm `--lang en` để \
         đọc tên các mục bằng tiếng Anh. Phần nào của kế hoạch cũng có thể có `when`: chỉ giữ phần ấy khi biểu thức đúng.\n",
    );
    let kinds = Kinds::default();
    for name in key_names(&kinds) {
        let page = key_page(&name, &kinds, sources, Lang::Vi).unwrap_or_default();
        out.push_str(&format!("\n## {name}\n\n```text\n{}\n```\n", page.trim_end()));
    }
    out
}
