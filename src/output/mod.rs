//! Artifact → file: whole or not at all; and what is known of the files of a folder.

mod lock;
mod manifest;
mod place;
mod write;

pub use lock::{Folder, OpenError, Staged};
pub use manifest::{Entry, Ingredients, MANIFEST, Manifest};
pub use place::{PlaceError, Placing, Standing, place, standing};
pub use write::{replace, write_new};

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in hexadecimal digits, as `sha256sum` prints it.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
