//! The names of outputs: each once, and each one that every file system takes.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Message, visible};
use crate::message;

/// Bytes that a name may have: file systems take 255, the extension and more room included.
const MAX_BYTES: usize = 240;

/// Names that Windows keeps for devices, whatever stands after a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why a name cannot be that of a row's files; `None` where it can.
pub(super) fn key_objection(key: &str) -> Option<Message> {
    // A plan was called by a person; a key comes out of data, and who takes `*` hands it to a command.
    let is_option = key.starts_with('-').then(|| {
        message!(
            "tên tệp \"{key}\" bắt đầu bằng dấu gạch: lệnh khác hiểu là tùy chọn",
            "the name \"{key}\" begins with a dash: other commands take it for an option"
        )
    });
    objection(key).or(is_option)
}

/// Why a name cannot be that of a file; `None` where it can.
pub(super) fn objection(key: &str) -> Option<Message> {
    let stem = key.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|device| stem.strip_prefix(device));
    let is_device = DEVICES.contains(&stem.as_str())
        || numbered.is_some_and(|rest| {
            matches!(rest.chars().collect::<Vec<_>>()[..], ['0'..='9' | '¹' | '²' | '³'])
        });
    let bytes = key.len();
    Some(if key.trim().is_empty() {
        message!("tên tệp trống", "the name of a file is empty")
    } else if key.contains(['/', '\\']) || key == "." || key == ".." {
        message!("tên tệp \"{key}\" dẫn ra ngoài thư mục", "the name \"{key}\" leads out of the folder")
    } else if let Some(bad) = key.chars().find(|c| "<>:\"|?*".contains(*c)) {
        message!("tên tệp không được có ký tự {bad}", "the name of a file cannot hold {bad}")
    } else if visible(key) != key {
        message!(
            "tên tệp \"{key}\" có ký tự không thấy được",
            "the name \"{key}\" holds a character that cannot be seen"
        )
    } else if key.starts_with('.') {
        message!(
            "tên tệp \"{key}\" bắt đầu bằng dấu chấm: tệp ẩn",
            "the name \"{key}\" begins with a dot: a hidden file"
        )
    } else if key.starts_with(char::is_whitespace) || key.ends_with(char::is_whitespace) || key.ends_with('.')
    {
        message!(
            "tên tệp \"{key}\" có dấu cách ở đầu, ở cuối hoặc dấu chấm ở cuối",
            "the name \"{key}\" begins or ends with a space, or ends with a dot"
        )
    } else if is_device {
        message!("\"{key}\" là tên dành riêng của Windows", "\"{key}\" is a name that Windows keeps")
    } else if bytes > MAX_BYTES {
        message!(
            "tên tệp dài {bytes} byte, tối đa {MAX_BYTES}",
            "the name has {bytes} bytes, at most {MAX_BYTES}"
        )
    } else {
        return None;
    })
}

/// A name as file systems that do not tell case or composition apart see it, and a person who cannot tell spaces
/// apart.
pub(crate) fn folded(key: &str) -> String {
    // By way of the capitals: "ß" and "ss" have the same, and so have both small sigmas.
    let capitals = key.nfd().flat_map(char::to_uppercase);
    let small = capitals.flat_map(char::to_lowercase);
    small.map(|c| if c.is_whitespace() { ' ' } else { c }).nfc().collect()
}

/// Names seen so far, and which row had each.
#[derive(Debug, Default)]
pub(super) struct SeenKeys(HashMap<String, usize>);

impl SeenKeys {
    /// Takes note of a row's name; the row that had it before.
    pub(super) fn add(&mut self, key: &str, row: usize) -> Option<usize> {
        match self.0.get(&folded(key)) {
            Some(first) => Some(*first),
            None => {
                self.0.insert(folded(key), row);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_file_system_refuses() {
        for key in [
            "",
            " ",
            "a/b",
            "..",
            "..\\a",
            "a:b",
            "a\u{1}",
            ".a",
            "a.",
            "a ",
            " a",
            "CON",
            "con.b",
            "Lpt1",
            "com¹",
            "hai\u{200b}-lang",
            "hai\u{202e}gnal",
            "\u{feff}hai-lang",
            "hai\u{ad}lang",
            "a\nb",
        ] {
            assert!(objection(key).is_some(), "{key:?}");
        }
        assert!(key_objection("-rf").is_some() && objection("-rf").is_none());
        assert!(key_objection("a-rf").is_none() && key_objection("").is_some());
        assert!(objection(&"đ".repeat(121)).is_some());
        for key in ["hai-lang", "Hải Lăng", "console", "com", "com10", "a.b", "..a".trim_start_matches('.')]
        {
            assert!(objection(key).is_none(), "{key:?}");
        }
    }

    #[test]
    fn names_that_are_the_same_to_a_file_system() {
        let mut seen = SeenKeys::default();
        assert_eq!(seen.add("Hải", 0), None);
        assert_eq!(seen.add("hải", 1), Some(0));
        assert_eq!(seen.add("Hải", 2), Some(0));
        assert_eq!(seen.add("hai", 3), None);
        for (row, [one, same]) in
            [["Straße", "STRASSE"], ["ΟΔΟΣ", "οδος"], ["οδός", "οδόσ"], ["a b", "a\u{a0}b"]]
                .into_iter()
                .enumerate()
        {
            assert_eq!(seen.add(one, row), None, "{one}");
            assert_eq!(seen.add(same, 9), Some(row), "{same}");
        }
    }
}
