//! Nghị định 30/2020/NĐ-CP in numbers and fixed words: each once, with its clause.
//!
//! Clauses are named as in the decree: `P1.II.6.e` is Phụ lục I, Phần I, mục II, khoản 6, điểm e;
//! `P1.V` is the table of mục V; `P3` is Phụ lục III.

mod bounds;
pub mod forms;
mod kinds;
mod letters;
pub mod sizes;
pub mod text;

pub use bounds::Bounded;
pub use kinds::{DEFAULT_KIND, KINDS, Kind, Kinds};
pub use letters::{point_letter, roman};
