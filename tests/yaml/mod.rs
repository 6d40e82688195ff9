//! The tree of a plan's text, and the slips of who does not know YAML.

mod syntax;
