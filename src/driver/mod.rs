//! Plans → files: which plans there are, and what becomes of each.

mod check;
mod commit;
mod documents;
mod find;
mod ingredients;
mod make;
mod parallel;
mod report;
mod run;
mod stale;

pub use check::check_all;
pub use documents::FindClash;
pub use find::{FindError, Found, find};
pub use report::{DocumentReport, Event, Fate, FileReport, Origin, Reason, Status};
pub use run::{Listener, RunError, Settled, Shard, run};
