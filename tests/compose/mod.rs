//! What stands in a document: its kind's words, and what was typed.

mod forms;
mod kinds;
mod numbers;
mod tables;
mod typed;
