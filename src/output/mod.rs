//! Artifact → file: whole or not at all; and what is known of the files of a folder.

mod lock;
mod manifest;
mod place;
mod write;

pub use lock::{Folder, OpenError, Staged};
pub use manifest::{CacheKey, Entry, MANIFEST, Manifest};
pub use place::{PlaceError, Placing, Standing, place, standing};
pub use write::{replace, write_new};
