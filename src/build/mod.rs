//! Plans → files: which plans there are, and what becomes of each.

mod check;
mod find;
mod parallel;
mod pipeline;
mod run;

pub use check::{Checked, Fixed, check, fix};
pub use find::{FindError, Found, Job, clashes, find};
pub use parallel::in_order;
pub use pipeline::{Format, Outcome, document, encode};
pub use run::{Progress, Report, Settled, run};
