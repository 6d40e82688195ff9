//! Names that are written one way: of bodies, of the country, of what they are called together.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters::capitalised;
use super::syllable::{first_style, folded};

/// The names. "~" before a word: its capital is not judged, for both are in use or it depends on the sentence.
/// "!" before a name: it is one only where its first word has a capital ("cán bộ Y tế" holds no "Bộ Y tế").
/// "*" before a name: all in small letters it may be a common noun ("chính phủ điện tử").
const NAMES: [&str; 89] = [
    "Việt Nam",
    "Hồ Chí Minh",
    "Cộng hòa ~xã hội chủ nghĩa Việt Nam",
    "Tổ quốc",
    "Chủ tịch Hồ Chí Minh",
    "!Đảng Cộng sản",
    "Đảng Cộng sản Việt Nam",
    "Mặt trận Tổ quốc",
    "Mặt trận Tổ quốc Việt Nam",
    "Đoàn Thanh niên Cộng sản",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đội Thiếu niên ~Tiền phong Hồ Chí Minh",
    "!Hội Liên hiệp Phụ nữ",
    "!Hội Liên hiệp Phụ nữ Việt Nam",
    "!Hội Liên hiệp Thanh niên",
    "!Hội Liên hiệp Thanh niên Việt Nam",
    "!Hội Nông dân",
    "!Hội Nông dân Việt Nam",
    "!Hội Cựu chiến binh",
    "!Hội Cựu chiến binh Việt Nam",
    "!Hội Chữ thập đỏ",
    "!Hội Chữ thập đỏ Việt Nam",
    "!Hội Người cao tuổi",
    "!Hội Khuyến học",
    "!Liên đoàn Lao động",
    "!Tổng Liên đoàn Lao động",
    "!Tổng Liên đoàn Lao động Việt Nam",
    "!Liên minh Hợp tác xã",
    "!Liên minh Hợp tác xã Việt Nam",
    "Ban Chấp hành Trung ương",
    "!Ban Chấp hành Đảng bộ",
    "!Ban Thường vụ Tỉnh ủy",
    "Bộ Chính trị",
    "!Ban Bí thư",
    "!Tổng Bí thư",
    "Đảng và Nhà nước",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "*Tòa án nhân dân",
    "*Viện ~kiểm sát nhân dân",
    "*Quốc hội",
    "Ủy ban ~Thường vụ Quốc hội",
    "*Chủ tịch Quốc hội",
    "*Chủ tịch nước",
    "!Văn phòng Quốc hội",
    "*Chính phủ",
    "*Thủ tướng Chính phủ",
    "!Phó Thủ tướng",
    "!Phó Thủ tướng Chính phủ",
    "~Liên hợp quốc",
    "!Văn phòng Chính phủ",
    "!Thanh tra Chính phủ",
    "!Ngân hàng Nhà nước",
    "!Bộ Dân tộc và Tôn giáo",
    "!Sở Dân tộc và Tôn giáo",
    "!Sở Ngoại vụ",
    "!Phòng Kinh tế",
    "!Bộ Nội vụ",
    "!Bộ Tài chính",
    "!Bộ Tư pháp",
    "!Bộ Y tế",
    "!Bộ Công an",
    "!Bộ Quốc phòng",
    "!Bộ Ngoại giao",
    "!Bộ Công ~Thương",
    "!Bộ Giáo dục và Đào tạo",
    "!Bộ Khoa học và Công nghệ",
    "!Bộ Nông nghiệp và Môi trường",
    "!Sở Nội vụ",
    "!Sở Tài chính",
    "!Sở Tư pháp",
    "!Sở Y tế",
    "!Sở Công ~Thương",
    "!Sở Giáo dục và Đào tạo",
    "!Sở Khoa học và Công nghệ",
    "!Sở Nông nghiệp và Môi trường",
    "~Tỉnh ủy",
    "~Thành ủy",
    "~Đảng ủy",
    "~Ủy viên",
    "~Tổ dân phố",
    "~Khu dân cư",
    "~Tổ hợp tác",
    "~Bảo hiểm xã hội",
    "~Bảo hiểm y tế",
    "~Hợp tác xã",
    "~Nông thôn mới",
    "~Thủ tục hành chính",
    "~Cải cách hành chính",
];

/// A name that is written one way.
#[derive(Debug)]
pub(crate) struct SetName {
    /// Its words as they are written, and whether the capital of each is judged.
    words: Vec<(&'static str, bool)>,
    /// The words as they are compared.
    folded: Vec<String>,
    needs_capital: bool,
    may_be_common: bool,
}

static BY_FIRST: LazyLock<FxHashMap<String, Vec<SetName>>> = LazyLock::new(|| {
    let mut all: FxHashMap<String, Vec<SetName>> = FxHashMap::default();
    for name in NAMES {
        let bare = name.trim_start_matches(['!', '*']);
        let words: Vec<_> =
            bare.split(' ').map(|word| (word.trim_start_matches('~'), !word.starts_with('~'))).collect();
        let name = SetName {
            folded: words.iter().map(|(word, _)| folded(word)).collect(),
            words,
            needs_capital: name.starts_with('!'),
            may_be_common: name.starts_with('*'),
        };
        all.entry(name.folded[0].clone()).or_default().push(name);
    }
    // The longest that fits is meant.
    all.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.words.len())));
    all
});

impl SetName {
    /// The names that begin with this word, in small letters; longer ones first.
    pub(crate) fn beginning(word: &str) -> &'static [Self] {
        BY_FIRST.get(&*first_style(word)).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many words it has.
    pub(crate) fn count(&self) -> usize {
        self.words.len()
    }

    /// Whether these words are the name, whatever their capitals and the place of their tones.
    pub(crate) fn is(&self, words: &[&str]) -> bool {
        self.folded.len() == words.len()
            && self.folded.iter().zip(words).all(|(own, word)| *own == folded(word))
    }

    /// How the words, which are the name's, are to be written; none where they are right. `is_body`: whether the
    /// sentence tells that the body is meant, not a common noun.
    pub(crate) fn corrected(&self, words: &[&str], is_body: bool) -> Option<String> {
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let in_capitals = words.iter().all(|word| !word.chars().any(char::is_lowercase));
        let in_small = !words.iter().any(|word| is_capital(word));
        if in_capitals
            || self.needs_capital && !is_capital(words[0])
            || self.may_be_common && in_small && !is_body
        {
            return None;
        }
        let is_right = |((right, judged), word): (&(&str, bool), &&str)| {
            !judged || is_capital(right) == is_capital(word) && !word.chars().skip(1).any(char::is_uppercase)
        };
        if self.words.iter().zip(words).all(is_right) {
            return None;
        }
        // The place of the tones stays as it is typed, and whether the sentence begins with the name.
        let meant = self.words.iter().zip(words).enumerate().map(|(at, ((right, judged), word))| {
            let small = word.to_lowercase();
            let model = if *judged || at > 0 { right } else { word };
            if is_capital(model) { capitalised(&small) } else { small }
        });
        Some(meant.collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(name: &str, is_body: bool) -> Option<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let name = SetName::beginning(&words[0].to_lowercase()).iter().find(|name| name.is(&words))?;
        name.corrected(&words, is_body)
    }

    #[test]
    fn names_have_their_capitals() {
        for (written, meant) in [
            ("Việt nam", "Việt Nam"),
            ("Hồ chí minh", "Hồ Chí Minh"),
            ("Đảng cộng sản Việt Nam", "Đảng Cộng sản Việt Nam"),
            ("mặt trận tổ quốc Việt nam", "Mặt trận Tổ quốc Việt Nam"),
            ("Hội đồng Nhân dân", "Hội đồng nhân dân"),
            ("Uỷ Ban Nhân Dân", "Uỷ ban nhân dân"),
            ("Sở nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường"),
            ("Tổ Dân phố", "Tổ dân phố"),
            ("tổ Dân Phố", "tổ dân phố"),
            ("Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
            ("Chủ tịch Nước", "Chủ tịch nước"),
        ] {
            assert_eq!(corrected(written, false).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn right_names_and_common_nouns_are_left_alone() {
        for right in [
            "Việt Nam",
            "VIỆT NAM",
            "Ủy ban Thường vụ Quốc hội",
            "Ủy ban thường vụ Quốc hội",
            "tổ dân phố",
            "Tổ dân phố",
            "bộ Y tế",
            "hội Nông dân",
            "Bộ Công Thương",
            "Tỉnh ủy",
        ] {
            assert_eq!(corrected(right, false), None, "{right}");
        }
        assert_eq!(corrected("chính phủ", false), None);
        assert_eq!(corrected("chính phủ", true).as_deref(), Some("Chính phủ"));
    }
}
