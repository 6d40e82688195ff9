//! Plans → files: which plans there are, and what becomes of each.

mod check;
mod commit;
mod documents;
mod find;
mod gather;
mod ingredients;
mod kinds;
mod make;
mod parallel;
mod pipeline;
mod report;
mod run;
mod stale;
mod stamp;
mod walk;

pub use check::{Findings, Fixed, check, check_all, files_read, fix};
pub use documents::FindClash;
pub use find::{EXTENSIONS, FindError, Found, Job, find};
pub use kinds::{KindsError, load_templates};
pub use pipeline::{Format, Outcome, Pipeline};
pub use report::{DocumentReport, Event, Fate, FileReport, Origin, Reason, Status};
pub use run::{Listener, RunError, Settled, Shard, run};
pub use stamp::Stamp;
