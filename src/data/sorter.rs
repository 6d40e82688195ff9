//! What a line of a list is: a row of the table, or what offices put between and below its rows. A line with a
//! number in the first column is always a row.

use super::head::Head;
use super::lines::{SheetLine, SheetLines};
use crate::vietnamese::groups::is_sum;

/// Why a line is no row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// A row of sums.
    Sum,
    /// The title of a group.
    Group,
    /// "(1) (2) (3)".
    ColumnNumbers,
    /// The head, once more.
    HeadAgain,
    /// Who made and who signs the list.
    Signature,
    /// A note below it.
    Note,
    /// Hidden in the sheet.
    Hidden,
}

/// What a line is.
pub(super) enum RowKind {
    /// Nothing.
    Blank,
    /// A row of the table.
    Row,
    /// Something else.
    Other(Why),
}

/// What stood before a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SorterState {
    Head,
    Rows,
    /// Below an empty line or the sums.
    Apart,
    Signature,
}

/// Tells what the lines below a head are, one after the other.
pub(super) struct Sorter<'a> {
    head: &'a Head,
    lines: &'a SheetLines,
    /// Whether the first column counts the rows.
    numbered: bool,
    state: SorterState,
}

impl<'a> Sorter<'a> {
    /// For the lines below `head`.
    pub(super) fn new(lines: &'a SheetLines, head: &'a Head) -> Self {
        Self { head, lines, numbered: is_numbered(lines, head), state: SorterState::Head }
    }

    /// What the next line is.
    pub(super) fn sort(&mut self, line: &SheetLine, with_hidden: bool) -> RowKind {
        let filled = line.filled();
        let Some((column, first)) = filled.first() else {
            if self.state == SorterState::Rows {
                self.state = SorterState::Apart;
            }
            return RowKind::Blank;
        };
        if line.is_hidden && !with_hidden {
            return RowKind::Other(Why::Hidden);
        }
        let has_number = *column == 0 && is_ordinal(first);
        if self.state == SorterState::Head && is_column_numbers(&filled) && self.is_no_row(line, &filled) {
            return RowKind::Other(Why::ColumnNumbers);
        }
        if has_number {
            self.state = SorterState::Rows;
            return RowKind::Row;
        }
        if self.is_head_again(&filled) {
            return RowKind::Other(Why::HeadAgain);
        }
        // A letter or a Roman number may stand before the words.
        let label = match filled.as_slice() {
            [(0, mark), (_, words), ..] if is_group_mark(mark) => words,
            _ => first,
        };
        if begins_sum(label) {
            self.state = SorterState::Apart;
            return RowKind::Other(Why::Sum);
        }
        let is_late = matches!(self.state, SorterState::Apart | SorterState::Signature);
        if signs(&filled, is_late) || self.state == SorterState::Signature {
            self.state = SorterState::Signature;
            return RowKind::Other(Why::Signature);
        }
        if filled.len() == 1 && is_note(first) {
            return RowKind::Other(Why::Note);
        }
        if self.is_group(line, &filled) {
            return RowKind::Other(Why::Group);
        }
        self.state = SorterState::Rows;
        RowKind::Row
    }

    /// Whether "1 2 3" cannot be a row: it is in brackets, or words stand below one of its numbers.
    fn is_no_row(&self, line: &SheetLine, filled: &[(usize, String)]) -> bool {
        let is_bare = |text: &str| text.trim().parse::<f64>().is_ok();
        let below =
            || self.lines.all.iter().filter(|one| one.number > line.number && !one.is_blank()).take(3);
        let has_words = |column: usize| {
            below().filter_map(|one| one.cells.get(column)).any(|cell| {
                let text = cell.text();
                text.chars().any(char::is_alphabetic)
            })
        };
        filled.iter().any(|(column, text)| !is_bare(text) || has_words(*column))
    }

    fn is_head_again(&self, filled: &[(usize, String)]) -> bool {
        let same = |(column, text): &(usize, String)| {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.head.names.get(*column).is_some_and(|name| *name == words)
        };
        filled.len() > 1 && filled.iter().all(same)
    }

    /// A line with a mark and words alone, or with words over several columns.
    fn is_group(&self, line: &SheetLine, filled: &[(usize, String)]) -> bool {
        let is_wide = |column: usize| {
            self.lines.merges.iter().any(|merge| {
                merge.rows.contains(&line.number)
                    && *merge.columns.start() == column + 1
                    && merge.columns.end() > merge.columns.start()
            })
        };
        match filled {
            [(0, mark), (1, _)] if is_group_mark(mark) => self.head.names.len() > 2,
            [(column, _)] if is_wide(*column) => true,
            // Where the rows are counted, one without a number is none.
            [(0, _)] => self.numbered && self.head.names.len() > 1,
            _ => false,
        }
    }
}

/// Whether most lines have a number in the first column.
fn is_numbered(lines: &SheetLines, head: &Head) -> bool {
    let below = lines.all.iter().filter(|line| line.number > head.last && !line.is_blank());
    let (mut all, mut numbered) = (0usize, 0usize);
    for line in below {
        all += 1;
        numbered += usize::from(line.cells.first().is_some_and(|cell| is_ordinal(&cell.text())));
    }
    numbered * 2 > all
}

/// "12", "12.": the number of a row.
fn is_ordinal(text: &str) -> bool {
    let digits = text.trim().trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// "I", "II.", "A": the mark of a group.
fn is_group_mark(text: &str) -> bool {
    let mark = text.trim().trim_end_matches(['.', ')']);
    let is_roman = mark.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_uppercase);
    !mark.is_empty() && mark.len() < 6 && (is_roman || is_letter)
}

/// "(1) (2) (3)", "1 2 3", "A B 1 2", "(5)=(3)+(4)".
fn is_column_numbers(filled: &[(usize, String)]) -> bool {
    let bare = |text: &str| -> String {
        let own = text.split('=').next().unwrap_or_default();
        own.trim().trim_matches(['(', ')', '[', ']']).trim().to_owned()
    };
    let marks: Vec<String> = filled.iter().map(|(_, text)| bare(text)).collect();
    let in_brackets = filled.iter().all(|(_, text)| text.trim().starts_with(['(', '[']));
    let letters =
        marks.iter().take_while(|mark| mark.len() == 1 && mark.chars().all(|c| c.is_ascii_uppercase()));
    let letters = letters.count();
    let numbers: Option<Vec<usize>> = marks[letters..].iter().map(|mark| mark.parse().ok()).collect();
    let counts = numbers.as_ref().is_some_and(|numbers| {
        numbers.first().is_none_or(|first| *first == 1 || *first == letters + 1)
            && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1])
    });
    counts && marks.len() > if in_brackets { 1 } else { 2 }
}

/// Words behind "Tổng" and "Cộng" in small letters that make another word of it.
const NO_SUM: [&str; 12] =
    ["hợp", "cục", "công", "đồng", "đội", "đài", "thư", "kho", "liên", "hội", "trưởng", "tác"];

/// Whether words begin a row of sums: "Tổng", "Cộng" and "Tổng cộng" do, xã Tổng Cọt and xã Cộng Hòa do not.
fn begins_sum(words: &str) -> bool {
    let mut rest = words.split_whitespace();
    let first = rest.next().unwrap_or_default().to_lowercase();
    let next = rest.next().unwrap_or_default();
    is_sum(words)
        || first == "tổng" && next.to_lowercase() == "cộng"
        || ["tổng", "cộng"].contains(&first.as_str())
            && !next.starts_with(char::is_uppercase)
            && !NO_SUM.contains(&next)
}

/// Words that only a signature begins with.
const SIGNS: [&str; 5] = ["người lập", "lập biểu", "(ký", "ký tên", "ký, ghi rõ"];
/// Words that a signature begins with where everything else of its line does, too, below the table.
const SIGNS_BELOW: [&str; 17] = [
    "kt.",
    "tl.",
    "tm.",
    "t/m",
    "tuq.",
    "người tổng hợp",
    "người duyệt",
    "xác nhận của",
    "đại diện",
    "kế toán",
    "thủ trưởng",
    "thủ quỹ",
    "chủ tịch",
    "phó chủ tịch",
    "giám đốc",
    "trưởng phòng",
    "chánh văn phòng",
];

/// Whether a line is the beginning of a signature: the place and day, who made the list, who signs it. A row of data
/// has something else beside such words, a name or a number.
fn signs(filled: &[(usize, String)], is_late: bool) -> bool {
    let begins = |text: &str, with: &[&str]| with.iter().any(|words| text.starts_with(words));
    let texts: Vec<String> = filled.iter().map(|(_, text)| text.trim().to_lowercase()).collect();
    let is_day = |small: &str| small.contains("ngày") && small.contains("tháng") && small.contains("năm");
    let is_sure = |small: &str| begins(small, &SIGNS) || is_day(small) && texts.len() == 1;
    let signs = |small: &String| is_sure(small) || is_day(small) || begins(small, &SIGNS_BELOW);
    texts.iter().all(signs) && (is_late || texts.iter().any(|small| is_sure(small)))
}

fn is_note(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    let is_headed = ["ghi chú", "nguồn", "lưu ý", "chú thích"]
        .iter()
        .any(|words| small.strip_prefix(words).is_some_and(|rest| rest.trim_start().starts_with([':', '.'])));
    is_headed || small.starts_with("(*)") || small.starts_with("* ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_communes() {
        for sum in [
            "Tổng",
            "Cộng",
            "TỔNG CỘNG",
            "Tổng cộng (A+B)",
            "Tổng 12 xã",
            "Cộng: 5",
            "Tổng số hộ",
            "Cộng nhóm I",
        ] {
            assert!(begins_sum(sum), "{sum}");
        }
        for other in
            ["Tổng Cọt", "Tà Tổng", "Cộng Hòa", "Tổng hợp", "Cộng đồng dân cư", "Tổng Công ty Điện lực", ""]
        {
            assert!(!begins_sum(other), "{other}");
        }
    }

    #[test]
    fn signatures_are_told_from_people() {
        let row =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).enumerate().collect::<Vec<_>>();
        assert!(signs(&row(&["Người lập biểu"]), false));
        assert!(signs(&row(&["NGƯỜI LẬP BIỂU", "KT. GIÁM ĐỐC"]), false));
        assert!(signs(&row(&["Quảng Trị, ngày 5 tháng 3 năm 2026"]), false));
        assert!(signs(&row(&["Kế toán", "Thủ trưởng đơn vị"]), true));
        for data in [
            &["Trần Văn B", "Giám đốc"][..],
            &["Đại diện hộ nghèo", "Nguyễn Thị C"],
            &["Kế toán", "5"],
            &["Xã Kế Toán"],
        ] {
            assert!(!signs(&row(data), true), "{data:?}");
        }
        assert!(!signs(&row(&["Kế toán"]), false));
        assert!(is_note("Ghi chú: số liệu tạm tính") && !is_note("Nguồn Cội"));
    }

    #[test]
    fn rows_that_count_the_columns_are_known() {
        let row = |texts: &[&str]| {
            is_column_numbers(&texts.iter().map(|text| (*text).to_owned()).enumerate().collect::<Vec<_>>())
        };
        for numbers in [
            &["(1)", "(2)", "(3)"][..],
            &["1", "2", "3", "4"],
            &["A", "B", "1", "2"],
            &["(1)", "(2)", "(3)=(1)+(2)"],
            &["1", "2", "3", "4=2+3"],
        ] {
            assert!(row(numbers), "{numbers:?}");
        }
        for other in [
            &["1", "Hải Lăng", "3"][..],
            &["1", "2"],
            &["1", "3", "4"],
            &["A", "Hải Lăng"],
            &["45", "46", "47"],
        ] {
            assert!(!row(other), "{other:?}");
        }
    }
}
