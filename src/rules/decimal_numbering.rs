//! 1.1., 1.1.1.: common in practice, but not in the decree's scheme of khoản and điểm.

use crate::diag::{Diagnostic, Sink};
use crate::plan::{Numbering, Plan};
use crate::say;

pub fn check(plan: &Plan, sink: &mut Sink) {
    if plan.settings.numbering == Numbering::Decimal {
        let span = plan.settings.numbering_span.unwrap_or(plan.subject.span);
        sink.push(
            Diagnostic::warning(
                "decimal-numbering",
                span,
                say!(
                    "cách đánh số 1.1. không có trong Nghị định",
                    "numbers such as 1.1. are not in the decree"
                ),
            )
            .help(say!("bỏ dòng này để đánh số 1., a)", "remove this line for 1., a)"))
            .clause("P1.II.6.đ"),
        );
    }
}
