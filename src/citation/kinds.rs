//! Which documents are cited, and what their symbols tell of them.

use std::sync::LazyLock;

use crate::decree;
use crate::vietnamese::skeleton;

/// Tên loại of a cited document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedKind {
    /// In small letters.
    pub name: &'static str,
    /// What stands for it in a symbol; none where nothing does (công văn), or much may.
    pub abbreviation: Option<&'static str>,
    /// Whether it is cited by its name, without a number and an issuer (P1.II.6.a.2).
    pub by_name: bool,
    /// Legal force, from 1, after Luật 64/2025/QH15, Điều 4; documents without it come last.
    pub rank: u8,
}

const fn kind(name: &'static str, abbreviation: &'static str, rank: u8) -> CitedKind {
    CitedKind { name, abbreviation: Some(abbreviation), by_name: false, rank }
}

/// A kind of the decree's, with its abbreviation there.
fn of_decree(name: &'static str, rank: u8) -> CitedKind {
    let known = decree::KINDS.iter().find(|kind| kind.name.to_lowercase() == name);
    let abbreviation = known.and_then(|kind| kind.abbreviation.as_deref());
    CitedKind { name, abbreviation, by_name: false, rank }
}

const fn other(name: &'static str) -> CitedKind {
    CitedKind { name, abbreviation: None, by_name: false, rank: 20 }
}

const fn law(name: &'static str, rank: u8) -> CitedKind {
    CitedKind { name, abbreviation: None, by_name: true, rank }
}

/// Longer names before those that end like them.
static KINDS: LazyLock<[CitedKind; 34]> = LazyLock::new(|| {
    [
        law("hiến pháp", 1),
        law("bộ luật", 2),
        law("luật", 2),
        law("pháp lệnh", 3),
        kind("nghị định", "NĐ", 5),
        kind("nghị quyết liên tịch", "NQLT", 3),
        of_decree("nghị quyết", 5),
        of_decree("quyết định", 6),
        kind("thông tư liên tịch", "TTLT", 9),
        kind("thông tư", "TT", 8),
        of_decree("chỉ thị", 15),
        of_decree("quy chế", 20),
        of_decree("thông báo", 20),
        kind("thông báo kết luận", "TB", 20),
        kind("hướng dẫn liên tịch", "HDLT", 20),
        of_decree("hướng dẫn", 20),
        of_decree("chương trình", 20),
        kind("kế hoạch liên tịch", "KHLT", 20),
        kind("kế hoạch phối hợp", "KHPH", 20),
        of_decree("kế hoạch", 20),
        of_decree("phương án", 20),
        of_decree("đề án", 20),
        of_decree("dự án", 20),
        of_decree("báo cáo", 20),
        of_decree("biên bản", 20),
        of_decree("tờ trình", 20),
        of_decree("hợp đồng", 20),
        of_decree("công điện", 20),
        kind("kết luận", "KL", 20),
        // Quy định of the Party has QĐ, of the State QyĐ.
        other("quy định"),
        other("công văn"),
        other("văn bản"),
        other("lệnh"),
        other("thông tri"),
    ]
});

impl CitedKind {
    /// The kind of this name, in small letters.
    pub fn named(name: &str) -> Option<Self> {
        KINDS.iter().copied().find(|kind| kind.name == name)
    }

    /// The kind that a misspelt name most likely is: the same letters under other marks. None for a name of
    /// the table, and for one that is like none.
    pub fn like(name: &str) -> Option<Self> {
        let letters = skeleton(name);
        KINDS.iter().copied().find(|kind| skeleton(kind.name) == letters).filter(|kind| kind.name != name)
    }

    /// The kind whose abbreviation begins a symbol.
    pub fn abbreviated(group: &str) -> Option<Self> {
        KINDS.iter().copied().find(|kind| kind.abbreviation == Some(group))
    }

    /// The kind whose name ends these words, and how many of them it takes.
    pub fn ending(words: &[&str]) -> Option<(Self, usize)> {
        KINDS.iter().copied().find_map(|kind| {
            let count = kind.name.split(' ').count();
            let tail = words.len().checked_sub(count)?;
            kind.name.split(' ').eq(words[tail..].iter().copied()).then_some((kind, count))
        })
    }
}

/// Who issues documents with this end of their symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Issued {
    /// The last group of the symbol.
    pub group: &'static str,
    /// How the issuer's name begins, in small letters; any of these.
    pub names: &'static [&'static str],
}

const ISSUED: [Issued; 22] = [
    Issued { group: "TTg", names: &["thủ tướng"] },
    Issued { group: "CP", names: &["chính phủ"] },
    Issued { group: "CTN", names: &["chủ tịch nước"] },
    Issued {
        group: "UBND",
        names: &["ubnd", "ủy ban nhân dân", "chủ tịch", "tỉnh", "xã", "phường", "thành phố"],
    },
    Issued { group: "HĐND", names: &["hđnd", "hội đồng nhân dân", "thường trực h"] },
    Issued { group: "TU", names: &["tỉnh ủy", "thành ủy", "ban thường vụ", "ban chấp hành"] },
    Issued {
        group: "TW", names: &["ban chấp hành", "bộ chính trị", "ban bí thư", "trung ương", "hội nghị"]
    },
    Issued { group: "BNV", names: &["bộ nội vụ", "bộ trưởng bộ nội vụ"] },
    Issued { group: "BTC", names: &["bộ tài chính", "bộ trưởng bộ tài chính"] },
    Issued { group: "BKHĐT", names: &["bộ kế hoạch", "bộ trưởng bộ kế hoạch"] },
    Issued { group: "BNNPTNT", names: &["bộ nông nghiệp", "bộ trưởng bộ nông nghiệp"] },
    Issued {
        group: "BNNMT", names: &["bộ nông nghiệp và môi", "bộ trưởng bộ nông nghiệp và môi"]
    },
    Issued { group: "BTNMT", names: &["bộ tài nguyên", "bộ trưởng bộ tài nguyên"] },
    Issued { group: "BXD", names: &["bộ xây dựng", "bộ trưởng bộ xây dựng"] },
    Issued { group: "BYT", names: &["bộ y tế", "bộ trưởng bộ y tế"] },
    Issued { group: "BGDĐT", names: &["bộ giáo dục", "bộ trưởng bộ giáo dục"] },
    Issued { group: "BTP", names: &["bộ tư pháp", "bộ trưởng bộ tư pháp"] },
    Issued { group: "BCT", names: &["bộ công thương", "bộ trưởng bộ công thương"] },
    Issued { group: "BKHCN", names: &["bộ khoa học", "bộ trưởng bộ khoa học"] },
    Issued { group: "BCA", names: &["bộ công an", "bộ trưởng bộ công an"] },
    Issued { group: "BQP", names: &["bộ quốc phòng", "bộ trưởng bộ quốc phòng"] },
    Issued { group: "VPCP", names: &["văn phòng chính phủ", "bộ trưởng, chủ nhiệm"] },
];

/// Who issues documents with this symbol ("QĐ-TTg", "QH15", "NQ-UBTVQH15"). None for bodies that no
/// national list names.
pub(crate) fn issued_by(symbol: &str) -> Option<Issued> {
    const STANDING: Issued = Issued { group: "UBTVQH", names: &["ủy ban thường vụ quốc hội"] };
    const ASSEMBLY: Issued = Issued { group: "QH", names: &["quốc hội"] };
    let last = symbol.rsplit('-').next()?;
    let letters = last.trim_end_matches(|c: char| c.is_ascii_digit());
    match letters {
        "UBTVQH" => Some(STANDING),
        "QH" => Some(ASSEMBLY),
        _ => ISSUED.into_iter().find(|issued| issued.group == last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_tell_who_issued() {
        for (symbol, group) in
            [("QĐ-TTg", "TTg"), ("QH15", "QH"), ("NQ-UBTVQH15", "UBTVQH"), ("TT-BTC", "BTC")]
        {
            assert_eq!(issued_by(symbol).map(|issued| issued.group), Some(group));
        }
        assert_eq!(issued_by("VPĐP-HC"), None);
    }

    #[test]
    fn kinds_are_found_at_the_end_of_words() {
        let name = |words: &[&str]| CitedKind::ending(words).map(|(kind, _)| kind.name);
        assert_eq!(name(&["theo", "thông", "tư", "liên", "tịch"]), Some("thông tư liên tịch"));
        assert_eq!(name(&["của", "bộ", "luật"]), Some("bộ luật"));
        assert_eq!(name(&["khai", "thông", "báo", "kết", "luận"]), Some("thông báo kết luận"));
        assert_eq!(name(&["trên", "đây"]), None);
    }
}
