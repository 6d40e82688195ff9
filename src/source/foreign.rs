//! Files of other programs, given where a text is wanted: told by their first bytes.

/// What a file is that is no UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A Word document (.docx).
    Docx,
    /// An Excel workbook (.xlsx).
    Xlsx,
    /// A PowerPoint file (.pptx).
    Pptx,
    /// A text of LibreOffice (.odt).
    Odt,
    /// A table of LibreOffice (.ods).
    Ods,
    /// Some other ZIP archive.
    Zip,
    /// A Word document of before 2007 (.doc).
    Doc,
    /// An Excel workbook of before 2007 (.xls).
    Xls,
    /// Some other file of an Office of before 2007.
    OldOffice,
    /// Rich text (.rtf).
    Rtf,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A text in UTF-16, as Notepad calls it "Unicode".
    Utf16,
}

/// What begins with these bytes; `None` where nothing speaks against a text.
pub(super) fn sniff(bytes: &[u8]) -> Option<Foreign> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") {
        return Some(archive(bytes));
    }
    if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(bytes));
    }
    let beginnings: [(&[u8], Foreign); 7] = [
        (b"%PDF-", Foreign::Pdf),
        (b"{\\rtf", Foreign::Rtf),
        (b"\x89PNG", Foreign::Picture),
        (b"\xff\xd8\xff", Foreign::Picture),
        (b"GIF8", Foreign::Picture),
        (b"\xff\xfe", Foreign::Utf16),
        (b"\xfe\xff", Foreign::Utf16),
    ];
    let known = beginnings.iter().find(|(beginning, _)| begins(beginning)).map(|(_, what)| *what);
    known.or_else(|| is_utf16_without_mark(bytes).then_some(Foreign::Utf16))
}

/// An archive of Office names its parts in plain letters.
fn archive(bytes: &[u8]) -> Foreign {
    let parts: [(&[u8], Foreign); 5] = [
        (b"mimetypeapplication/vnd.oasis.opendocument.text", Foreign::Odt),
        (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Foreign::Ods),
        (b"word/", Foreign::Docx),
        (b"xl/", Foreign::Xlsx),
        (b"ppt/", Foreign::Pptx),
    ];
    parts.iter().find(|(part, _)| holds(bytes, part)).map_or(Foreign::Zip, |(_, what)| *what)
}

/// A file of an old Office names its streams in UTF-16.
fn compound(bytes: &[u8]) -> Foreign {
    let names = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &name)
    };
    match (names("WordDocument"), names("Workbook") || names("Book\0")) {
        (true, _) => Foreign::Doc,
        (false, true) => Foreign::Xls,
        (false, false) => Foreign::OldOffice,
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Keys are ASCII: in UTF-16 every second byte of the first ones is zero.
fn is_utf16_without_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [first, 0, second, 0, ..] | [0, first, 0, second, ..]
        if first.is_ascii() && *first != 0 && second.is_ascii() && *second != 0)
}

#[cfg(test)]
mod tests {
    use super::{Foreign, sniff};

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn files_of_other_programs_are_known_by_their_bytes() {
        let old = |stream: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", utf16(stream).as_slice()].concat();
        for (bytes, what) in [
            (b"PK\x03\x04....[Content_Types].xml...word/document.xml".to_vec(), Foreign::Docx),
            (b"PK\x03\x04....[Content_Types].xml...xl/workbook.xml".to_vec(), Foreign::Xlsx),
            (b"PK\x03\x04....a.txt".to_vec(), Foreign::Zip),
            (old("WordDocument"), Foreign::Doc),
            (old("Workbook"), Foreign::Xls),
            (b"%PDF-1.7".to_vec(), Foreign::Pdf),
            (b"{\\rtf1\\ansi".to_vec(), Foreign::Rtf),
            ([b"\xff\xfe".to_vec(), utf16("kind: ke-hoach")].concat(), Foreign::Utf16),
            (utf16("kind: ke-hoach"), Foreign::Utf16),
        ] {
            assert_eq!(sniff(&bytes), Some(what));
        }
        for text in ["", "kind: ke-hoach", "\u{feff}kind: x", "# Đỡ đầu", "{a: b}", "\0\0\0\0"] {
            assert_eq!(sniff(text.as_bytes()), None, "{text}");
        }
    }
}
