//! What is written beside the documents.

mod mutated;
