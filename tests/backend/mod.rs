//! DOCX and PDF, read back.

mod agreement;
mod annexes;
mod docx;
mod forms;
mod page_number;
mod pages;
mod pdf;
mod tables;
