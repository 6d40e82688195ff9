//! A plan without căn cứ: many real ones cite in the preamble, so this is a warning.

use crate::diag::{Diagnostic, Sink};
use crate::plan::Plan;
use crate::say;

pub fn check(plan: &Plan, sink: &mut Sink) {
    if plan.legal_basis.is_empty() {
        sink.push(
            Diagnostic::warning(
                "missing-legal-basis",
                plan.subject.span,
                say!("kế hoạch không có căn cứ ban hành", "the plan names no legal basis"),
            )
            .help(say!("thêm khóa `legal_basis`", "add the key `legal_basis`"))
            .clause("P1.II.6.a.1"),
        );
    }
}
