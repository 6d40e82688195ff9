//! A row of sums that does not add up.

use crate::diag::{Severity, Sink};
use crate::plan::raw::{Cell, RawTable};
use crate::rules::rule::{Check, Examples, Kinds, Rule, Words};
use crate::rules::subject::Subject;
use crate::say;
use crate::vietnamese::Decimal;

pub const RULE: Rule = Rule {
    code: "table-sum",
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
    check: Check::Plan(check),
};

fn check(plan: &Subject, sink: &mut Sink) {
    for table in crate::plan::tables(plan.raw) {
        check_table(table, sink);
    }
}

fn check_table(table: &RawTable, sink: &mut Sink) {
    let (Some(columns), Some(rows)) = (&table.columns, &table.rows) else { return };
    for column in 0..columns.len() {
        let mut sum = Some(Decimal::ZERO);
        let mut count = 0;
        for row in rows {
            let Some(cell) = row.value.get(column) else { return };
            let number = match cell {
                Cell::Number(text) => Decimal::parse(&text.value).map(|number| (number, text.span)),
                Cell::Text(_) | Cell::Empty => None,
            };
            if !is_total(&row.value) {
                sum = match (sum, number, cell) {
                    (Some(sum), Some((number, _)), _) => {
                        count += 1;
                        Some(sum.plus(number))
                    }
                    (sum, None, Cell::Empty) => sum,
                    // Words among the numbers: what is added is not known.
                    _ => None,
                };
                continue;
            }
            if let (Some(wanted), Some((written, span)), true) = (sum, number, count > 1)
                && !wanted.equals(written)
            {
                sink.push(
                    RULE.at(
                        span,
                        say!(
                            "các dòng trên cộng lại là {wanted}, không phải {written}",
                            "the rows above add up to {wanted}, not {written}"
                        ),
                    )
                    .help(say!(
                        "sửa số, hoặc bỏ dòng này và dùng `total`",
                        "mend the number, or remove the row and use `total`"
                    )),
                );
            }
            (sum, count) = (Some(Decimal::ZERO), 0);
        }
    }
}

fn is_total(row: &[Cell]) -> bool {
    row.iter().any(|cell| match cell {
        Cell::Text(text) => {
            let small = text.value.trim().trim_matches('*').to_lowercase();
            ["tổng", "tổng cộng", "cộng", "tổng số", "tổng kinh phí"].contains(&small.as_str())
        }
        _ => false,
    })
}
