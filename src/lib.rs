//! `kehoach`: from a structured plan in YAML to an official Vietnamese administrative document, as
//! DOCX and as PDF, laid out as Nghị định 30/2020/NĐ-CP requires.

pub mod backend;
pub mod batch;
pub mod citation;
pub mod cli;
pub mod compose;
pub mod data;
pub mod decree;
pub mod diag;
pub mod document;
pub mod driver;
pub mod length;
pub mod lint;
pub mod output;
pub mod plan;
pub mod reference;
pub mod source;
pub mod templates;
pub mod text;
pub mod typeset;
pub mod vietnamese;
pub mod yaml;
