//! YAML text → a tree in which every key and every value has its place; what a person who does not know YAML typed
//! wrongly is told, and mended by edits that keep all other bytes.

mod evaluated;
mod keys;
mod location;
mod meanings;
mod quote;
mod scalar;
mod syntax;
mod tree;

pub use evaluated::Evaluated;
pub use keys::Keys;
pub use quote::quoted;
pub use scalar::places;
pub use syntax::{mended, parse};
pub use tree::{Yaml, parse_data, strict, value_of};
