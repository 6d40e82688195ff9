//! The first row: names of columns.

use crate::diag::{Diagnostic, Sink};
use crate::say;
use crate::source::Span;

/// Whether a value says nothing.
pub fn is_blank(value: &str) -> bool {
    value.trim().is_empty()
}

/// The names of the columns; blank ones at the end are left out. `None` after a finding in `sink`.
pub fn header(names: &[String], spans: &[Span], sink: &mut Sink) -> Option<Vec<String>> {
    let used = names.iter().rposition(|name| !is_blank(name)).map_or(0, |last| last + 1);
    let mut fits = true;
    for (at, (name, span)) in names.iter().zip(spans).take(used).enumerate() {
        let message = if is_blank(name) {
            say!("cột này không có tên", "this column has no name")
        } else if names[..at].contains(name) {
            say!("hai cột cùng tên \"{name}\"", "two columns are called \"{name}\"")
        } else {
            continue;
        };
        fits = false;
        sink.push(Diagnostic::error("data-column", *span, message).help(say!(
            "dòng đầu đặt tên cho từng cột, mỗi tên một lần",
            "the first row names each column, once"
        )));
    }
    fits.then(|| names[..used].to_vec())
}
