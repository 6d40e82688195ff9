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

pub(crate) use evaluated::Evaluated;
pub(crate) use keys::Keys;
pub(crate) use quote::quoted;
pub(crate) use scalar::places;
pub(crate) use syntax::{mended, parse};
pub(crate) use tree::parse_data;
pub use tree::{Yaml, value_of};
