//! DOCX and PDF, read back.

mod agreement;
mod docx;
mod page_number;
mod pages;
mod pdf;
