use crate::diag::codes::{Code, Examples, Kinds, Words};
use crate::diag::{Severity, Sink};
use crate::lint::rule::{Check, Rule};
use crate::lint::subject::Subject;
use crate::message;
use crate::plan::raw::{RawCell, RawTable, Slot};
use crate::vietnamese::Decimal;
use crate::vietnamese::groups::{RowLabel, counted};

pub(crate) static RULE: Rule = Rule {
    code: Code {
        name: "table-sum",
        severity: Severity::Warning,
        clause: None,
        kinds: Kinds::All,
        what: Words {
            vi: "dòng tổng của bảng không bằng tổng các dòng trên",
            en: "a row of sums that does not add up",
        },
        why: Words {
            vi: "Số tổng gõ tay hay sai khi sửa một dòng; khóa `total` để chương trình tự cộng.",
            en: "A typed sum is wrong after the next change; with `total` the program adds up.",
        },
        examples: Examples::Plan {
            wrong: "objectives:
  - table: {columns: [Nội dung, Số xã], rows: [[Đợt một, 5], [Đợt hai, 7], [Tổng cộng, ⟦13⟧]]}",
            right: "objectives:
  - table: {columns: [Nội dung, Số xã], rows: [[Đợt một, 5], [Đợt hai, 7], [Tổng cộng, 12]]}",
        },
    },
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for table in crate::plan::tables(plan.raw) {
        check_table(table, sink);
    }
}

fn check_table(table: &RawTable, sink: &mut Sink) {
    let (Some(columns), Some(rows)) = (table.columns.as_ref(), table.plain_rows()) else { return };
    let words = |cell: &Slot<RawCell>| {
        let text = cell.as_ref().and_then(RawCell::text);
        text.map(|(text, _)| text.value.clone()).unwrap_or_default()
    };
    let labels: Vec<RowLabel> = rows.iter().map(|row| RowLabel::of(row.iter().map(words))).collect();
    for column in 0..columns.len() {
        let cells: Option<Vec<Option<&RawCell>>> =
            rows.iter().map(|row| row.get(column).map(Slot::as_ref)).collect();
        let Some(cells) = cells else { return };
        let numbers: Vec<Option<Decimal>> = cells.iter().map(|cell| cell.and_then(number)).collect();
        let has_number: Vec<bool> = numbers.iter().map(Option::is_some).collect();
        let counted = counted(&labels, &has_number);
        // Since the last row of sums, and from the beginning.
        let (mut part, mut whole) = (Sum::default(), Sum::default());
        for (at, cell) in cells.iter().enumerate() {
            if labels[at] != RowLabel::Sum {
                if counted[at] {
                    part.add(*cell, numbers[at]);
                    whole.add(*cell, numbers[at]);
                }
                continue;
            }
            if let (Some(written), Some((text, _))) = (numbers[at], cell.and_then(RawCell::text))
                && part.differs(written)
                && whole.differs(written)
            {
                let wanted = part.sum;
                sink.push(
                    RULE.at(
                        text.span,
                        message!(
                            "các dòng trên cộng lại là {wanted}, không phải {written}",
                            "the rows above add up to {wanted}, not {written}"
                        ),
                    )
                    .help(message!(
                        "sửa số, hoặc bỏ dòng này và dùng `total`",
                        "mend the number, or remove the row and use `total`"
                    )),
                );
            }
            part = Sum::default();
        }
    }
}

/// A sum of several numbers, as far as all of them are known.
struct Sum {
    sum: Decimal,
    count: usize,
    is_known: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self { sum: Decimal::ZERO, count: 0, is_known: true }
    }
}

impl Sum {
    fn add(&mut self, cell: Option<&RawCell>, number: Option<Decimal>) {
        match number {
            Some(number) => {
                self.count += 1;
                self.sum = self.sum.plus(number);
            }
            // Words among the numbers: what is added is not known.
            None => self.is_known &= cell.is_some_and(is_blank),
        }
    }

    fn differs(&self, written: Decimal) -> bool {
        self.is_known && self.count > 1 && !self.sum.equals(written)
    }
}

fn is_blank(cell: &RawCell) -> bool {
    cell.text().is_none_or(|(text, is_number)| !is_number && text.value.trim().is_empty())
}

fn number(cell: &RawCell) -> Option<Decimal> {
    let (text, is_number) = cell.text()?;
    match Decimal::grouped(text.value.trim()) {
        Some((number, _)) => Some(number),
        None if is_number => Decimal::parse(&text.value),
        None => None,
    }
}
