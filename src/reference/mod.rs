//! What is known beyond the plan: documents and when they were in force, and communes and what they
//! became. Each row of a document has its source and the day it was looked up; of what is not in
//! the tables nothing is claimed.

mod communes;
mod documents;

pub(crate) use communes::{QUANG_TRI, became, is_current};
pub(crate) use documents::{KnownDocument, law, numbered, numbered_any};
