//! Plans → files: which plans there are, and what becomes of each.

mod cache_key;
mod check;
mod commit;
mod config;
mod documents;
mod find;
mod make;
mod orphans;
mod parallel;
mod report;
mod run;

pub use check::check_all;
pub use config::{Config, Shard};
pub use documents::FindClash;
pub use find::{FindError, Found, find};
pub use report::{DocumentReport, Event, Fate, FileReport, Listener, Origin, Reason, Status};
pub use run::{RunError, run};
