//! The whole way from a plan to its files: equal bytes, and an end with any input.

mod determinism;
mod hostile;
mod limits;
mod plans;
