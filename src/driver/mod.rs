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
mod settled;
mod stale;

pub use check::check_all;
pub use documents::FindClash;
pub use find::{FindError, Found, find};
pub use report::{DocumentReport, Event, Fate, FileReport, Listener, Origin, Reason, Status};
pub use run::{RunError, run};
pub use settled::{Settled, Shard};
