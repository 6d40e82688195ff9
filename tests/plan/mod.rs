//! The keys of a plan.

mod schema;
