//! All integration tests, in one binary: linking Typst once is enough.

// Helpers are shared between modules of one binary.
#![allow(unreachable_pub)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and reads and writes what it likes"
)]

mod architecture;
mod backend;
mod batch;
mod cli;
mod common;
mod compose;
mod data;
mod driver;
mod golden;
mod lint;
mod output;
mod plan;
mod readme;
mod supply;
mod typeset;
mod world;
mod yaml;
