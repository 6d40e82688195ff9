//! Which words are posts (chức vụ), which of them are deputies', and which are bodies.

use crate::vietnamese::folded;

const HEADS: [&str; 34] = [
    "chủ tịch",
    "giám đốc",
    "tổng giám đốc",
    "trưởng",
    "thủ trưởng",
    "bộ trưởng",
    "thứ trưởng",
    "cục trưởng",
    "vụ trưởng",
    "tổng cục trưởng",
    "chi cục trưởng",
    "chánh văn phòng",
    "chánh thanh tra",
    "hiệu trưởng",
    "viện trưởng",
    "bí thư",
    "thủ tướng",
    "chỉ huy trưởng",
    "trạm trưởng",
    "đội trưởng",
    "chủ nhiệm",
    "tổng thanh tra",
    "tổng kiểm toán",
    "chánh án",
    "kiểm soát viên",
    "hạt trưởng",
    "tổ trưởng",
    "phân viện trưởng",
    "quyền",
    "tư lệnh",
    "chính ủy",
    "tổng biên tập",
    "đồn trưởng",
    "quản đốc",
];

const BODIES: [&str; 26] = [
    "ủy ban",
    "ubnd",
    "hđnd",
    "hội đồng",
    "thường trực",
    "ban",
    "bộ",
    "sở",
    "cục",
    "chi cục",
    "vụ",
    "phòng",
    "văn phòng",
    "liên minh",
    "liên đoàn",
    "hội",
    "đoàn",
    "trung tâm",
    "trường",
    "viện",
    "công ty",
    "hợp tác xã",
    "tổng cục",
    "tổng công ty",
    "mặt trận",
    "thanh tra",
];

/// Whether the words begin with a post, a deputy's too.
pub(super) fn is_post(words: &str) -> bool {
    let small = folded(words.trim());
    is_deputy(words) || HEADS.iter().any(|head| begins(&small, head))
}

/// Whether the words name a body. Posts that no list knows are no bodies.
pub(super) fn is_body(words: &str) -> bool {
    let small = folded(words.trim());
    !is_post(words) && BODIES.iter().any(|body| begins(&small, body))
}

/// Whether the words are a deputy's post.
pub(super) fn is_deputy(words: &str) -> bool {
    let small = folded(words.trim());
    begins(&small, "phó") || begins(&small, "thứ trưởng") || small.split(' ').any(|word| word == "phó")
}

fn begins(small: &str, head: &str) -> bool {
    small.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_and_deputies() {
        for post in ["Chủ tịch", "Trưởng phòng Kế hoạch", "Chánh Văn phòng", "Thủ trưởng đơn vị"]
        {
            assert!(is_post(post) && !is_deputy(post), "{post}");
        }
        for deputy in ["Phó Chủ tịch", "Thứ trưởng", "Phó Chánh Văn phòng", "Chủ tịch kiêm Phó Bí thư"]
        {
            assert!(is_post(deputy) && is_deputy(deputy), "{deputy}");
        }
        for body in ["Ủy ban nhân dân", "Liên minh Hợp tác xã", "Ban Chỉ đạo", "Trường Trung học cơ sở"]
        {
            assert!(!is_post(body) && is_body(body), "{body}");
        }
        for neither in ["Thống đốc", "Tổng Thư ký", "Bộ trưởng", "Vụ trưởng"] {
            assert!(!is_body(neither), "{neither}");
        }
    }
}
