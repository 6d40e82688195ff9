//! All integration tests, in one binary: linking Typst once is enough.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and reads and writes what it likes"
)]

mod agreement;
mod architecture;
mod batch;
mod check;
mod citing;
mod cli;
mod common;
mod data;
mod determinism;
mod docx;
mod findings;
mod fonts;
mod forms;
mod golden;
mod hostile;
mod kinds;
mod limits;
mod lines;
mod mutated;
mod page_number;
mod pages;
mod readme;
mod rules;
mod schema;
mod spelling;
mod supply;
mod syntax;
mod text;
mod typed;
