//! Rows of a table that stand for other rows: sums, and groups with rows of their own.

/// What the first words of a row say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowLabel {
    /// A row of sums: "Tổng cộng", "Cộng".
    Sum,
    /// A row with a mark: the depth of what it numbers, I and A before 1 before 1.1 before a dash.
    Marked(u8),
    /// Any other row.
    Plain,
}

/// The words that begin a row of sums, whole.
const SUMS: [&str; 4] = ["tổng cộng", "tổng", "cộng", "tổng số"];
/// What may follow them; anything else is a name, as in "xã Tổng Cọt".
const AFTER_SUM: [&str; 8] = ["kinh phí", "số", "chi", "thu", "dự toán", "mục", "phần", "cả"];

impl RowLabel {
    /// Of a row's cells, in their order.
    pub(crate) fn of(cells: impl Iterator<Item = String>) -> Self {
        let cells: Vec<String> = cells.collect();
        if cells.iter().any(|cell| is_sum(cell)) {
            return Self::Sum;
        }
        cells
            .first()
            .and_then(|first| depth(first.trim().trim_end_matches(['.', ')'])))
            .map_or(Self::Plain, Self::Marked)
    }
}

/// Whether a column counts its rows.
pub(crate) fn is_ordinal(name: &str) -> bool {
    ["tt", "stt", "số tt", "số thứ tự"].contains(&name.trim().to_lowercase().as_str())
}

/// Whether the words of a cell are those of a row of sums.
pub(crate) fn is_sum(cell: &str) -> bool {
    let small = cell.trim().trim_matches(['*', ':', '.']).to_lowercase();
    SUMS.iter().any(|sum| {
        small.strip_prefix(sum).is_some_and(|rest| {
            let rest = rest.trim_start();
            let is_apart = small.len() > sum.len() + rest.len() || rest.is_empty();
            rest.is_empty()
                || rest.starts_with(['(', ':', '='])
                || is_apart
                    && (AFTER_SUM.iter().any(|word| rest.starts_with(word))
                        || depth(&rest.to_uppercase()).is_some()
                        || rest.contains('+'))
        })
    })
}

/// The depth of a mark.
fn depth(mark: &str) -> Option<u8> {
    let is_roman = !mark.is_empty() && mark.len() < 6 && mark.chars().all(|c| "IVX".contains(c));
    let mut chars = mark.chars();
    let is_letter = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    if is_roman || is_letter {
        return Some(0);
    }
    let parts: Vec<&str> = mark.split('.').collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.len() < 4 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.iter().all(is_number) {
        return u8::try_from(parts.len()).ok();
    }
    let is_small = mark.chars().count() == 1 && mark.chars().all(char::is_lowercase);
    (is_small || ["-", "+", "*"].contains(&mark)).then_some(10)
}

/// Which rows are added: those of sums are not, nor are groups, where a row of the group has a number itself.
pub(crate) fn counted(labels: &[RowLabel], has_number: &[bool]) -> Vec<bool> {
    let is_group = |at: usize, depth: u8| {
        let below = labels.iter().zip(has_number).skip(at + 1).take_while(|(label, _)| match label {
            RowLabel::Marked(other) => *other > depth,
            RowLabel::Plain => true,
            RowLabel::Sum => false,
        });
        // A row without a mark below the last numbered one belongs to no one in particular.
        below.filter(|(label, _)| matches!(label, RowLabel::Marked(_))).any(|(_, has_number)| *has_number)
    };
    labels
        .iter()
        .enumerate()
        .map(|(at, label)| match label {
            RowLabel::Sum => false,
            RowLabel::Marked(depth) => !is_group(at, *depth),
            RowLabel::Plain => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(marks: &[&str]) -> Vec<bool> {
        let labels: Vec<RowLabel> = marks
            .iter()
            .map(|mark| RowLabel::of([(*mark).to_owned(), "Nội dung".to_owned()].into_iter()))
            .collect();
        counted(&labels, &vec![true; marks.len()])
    }

    #[test]
    fn groups_are_not_counted_beside_their_rows() {
        assert_eq!(rows(&["I", "1", "2", "II", "1"]), [false, true, true, false, true]);
        assert_eq!(rows(&["1", "1.1", "1.2", "2"]), [false, true, true, true]);
        assert_eq!(rows(&["I", "II", "III"]), [true, true, true]);
        assert_eq!(rows(&["A", "1", "-", "-", "2", "B"]), [false, false, true, true, true, true]);
        assert_eq!(rows(&["1", "2", "Cộng", "3", "Tổng cộng"]), [true, true, false, true, false]);
    }

    #[test]
    fn a_group_without_numbers_below_counts_itself() {
        let labels = [RowLabel::Marked(0), RowLabel::Marked(1)];
        assert_eq!(counted(&labels, &[true, false]), [true, true]);
    }

    #[test]
    fn sums_are_told_from_names() {
        for sum in
            ["Tổng cộng", "**Cộng**", "TỔNG SỐ", "Tổng kinh phí", "Cộng mục I", "Tổng (I + II)", "Cộng I"]
        {
            assert!(is_sum(sum), "{sum}");
        }
        for other in ["Tổng Cọt", "Cộng đồng", "xã Tà Tổng", "Tổng hợp báo cáo", "Tổng cục Thuế"]
        {
            assert!(!is_sum(other), "{other}");
        }
    }
}
