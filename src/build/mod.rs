//! Plans → files: which plans there are, and what becomes of each.

mod find;
mod pipeline;
mod run;

pub use find::{FindError, Found, Job, find};
pub use pipeline::{Format, Outcome, document, encode};
pub use run::{Progress, Report, Settled, run};
