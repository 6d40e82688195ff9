//! The `kehoach` binary.

use std::process::ExitCode;

/// Two threads that make documents share Typst's cache: what one allocates, the other frees, at which the
/// system's allocator is slow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kehoach::cli::main()
}
