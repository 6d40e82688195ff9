//! `kehoach`: from a structured plan in YAML to an official Vietnamese administrative document, as
//! DOCX and as PDF, laid out as Nghị định 30/2020/NĐ-CP requires.
//!
//! ```
//! use std::path::Path;
//! use kehoach::world::Memory;
//! use kehoach::{Format, compile};
//!
//! let plan = "
//!     issuer: {name: Liên minh Hợp tác xã, code: LMHTX}
//!     place: Quảng Trị
//!     date: 2020-11-06
//!     subject: Thực hiện công tác đỡ đầu các xã
//!     legal_basis: [Theo đề nghị của Trưởng phòng Kế hoạch]
//!     objectives: [Bảo đảm sự phối hợp chặt chẽ.]
//!     recipients: [Ủy ban nhân dân tỉnh]
//!     signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}";
//! let world = Memory::default().with("plan.yaml", plan);
//! let compiled = compile(&world, Path::new("plan.yaml"))?;
//! let plan = compiled.output.ok_or("the findings say why not")?;
//! let docx = plan.artifact(0, Format::Docx).output.ok_or("the findings say why not")?;
//! let pdf = plan.artifact(0, Format::Pdf).output.ok_or("the findings say why not")?;
//! assert!(docx.bytes.starts_with(b"PK") && pdf.bytes.starts_with(b"%PDF") && pdf.pages == Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The pipeline
//! What the data is at each stage has a type of its own, and each arrow is one function:
//!
//! files of a [`World`](world::World) → [`Batch`](batch::Batch) (a plan with what it draws in) →
//! [`RawPlan`](plan::raw::RawPlan) (every leaf with its place) → [`Plan`](plan::Plan) (valid by type) →
//! [`Document`](document::Document) (roles, blocks, resolved layout) → [`Artifact`](backend::Artifact) (name and
//! bytes, one for DOCX and one for PDF) → written files. [`pipeline`] is the way on one page.
//!
//! # The rooms
//! A room uses only rooms above it in this table; `tests/architecture` holds that.
//!
//! | room | takes → gives |
//! |---|---|
//! | [`length`], [`source`] | units; texts, places in them, bytes as text |
//! | [`world`] | path → bytes: the disk, unsaved texts over it, memory; what was read is recorded |
//! | [`diag`] | codes, findings, and these drawn for people, JSON, SARIF, GitHub |
//! | [`yaml`] | text → tree with places; slips of who does not know YAML, mended by edits |
//! | [`decree`], [`reference`](mod@reference), [`vietnamese`] | what is known: the decree's numbers and words, documents and communes, the language |
//! | [`text`], [`citation`] | running text and its marks, lines of prose; the grammar of viện dẫn |
//! | [`typeset`] | font metrics; lines as Word breaks them |
//! | [`templates`] | names → wording and drawing templates; expressions |
//! | [`plan`], [`data`], [`batch`] | tree → plan; sheets and lists → rows; both → one plan a row |
//! | [`lint`] | plan → findings: one file a rule |
//! | [`document`], [`compose`] | plan → document |
//! | [`backend`] | document → DOCX, PDF |
//! | [`pipeline`] | the stages in their order, for one plan file |
//! | [`output`], [`driver`] | files, manifest and lock; many plans on several threads |
//! | [`cli`] | arguments → exit code |
//!
//! # The words of the field
//! | word | meaning |
//! |---|---|
//! | kế hoạch, tên loại | a plan; the kind of a document (`kind`), 25 in the decree |
//! | cơ quan ban hành, cơ quan chủ quản | who issues (`issuer.name`), and the body above (`issuer.parent`) |
//! | số, ký hiệu | number and symbol: "224/KH-LMHTX" |
//! | trích yếu | what a document is about (`subject`) |
//! | căn cứ, viện dẫn | the legal basis; a citation of another document |
//! | thẩm quyền ban hành, quyền hạn ký | who may issue; how a signer signs: TM., KT., TL., TUQ., Q. |
//! | phần, chương, mục, điều, khoản, điểm | the parts of a text, from the largest to the smallest |
//! | kính gửi, nơi nhận, lưu | to whom, who gets a copy, where it is kept |
//! | độ khẩn, độ mật | stamps of urgency and secrecy |
//! | phụ lục, ban hành kèm theo | an appendix; issued together with a decision |
//! | mẫu | an official form of Phụ lục III |
//! | văn thư | the clerk whose files these are |

// The page above is for those who work on the house, too: `cargo doc --document-private-items` shows its rooms.
#![allow(rustdoc::private_intra_doc_links)]
// Without the program there are functions that only it calls.
#![cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports))]

pub mod backend;
mod batch;
mod citation;
#[cfg(feature = "cli")]
pub mod cli;
mod compiled;
mod compose;
mod data;
pub mod decree;
pub mod diag;
pub mod document;
#[cfg(feature = "cli")]
pub mod driver;
pub mod length;
mod lint;
#[cfg(feature = "cli")]
pub mod output;
pub mod pipeline;
mod plan;
mod reference;
pub mod source;
pub mod templates;
pub mod text;
mod typeset;
mod vietnamese;
pub mod world;
mod yaml;

/// What the tests and benches of the project look into: no part of the library, and free to change.
#[doc(hidden)]
pub mod internals {
    pub use crate::batch::Batch;
    pub use crate::lint::{RULES, Rule, code, codes, explain, handbook, rule, unmarked, whole_plan};
    pub use crate::plan::{
        appendix_texts, json_schema, key_names, keys_handbook, kinds_handbook, mended, parse, read,
        same_shape, tables, texts,
    };
    pub use crate::typeset::{Face, covers, single_pitch};
    pub use crate::vietnamese::{
        EDGE, NUMBER, first_style, is_letter, is_possible, number_in_words, skeleton,
    };
    pub use crate::yaml::{Yaml, value_of};
}

pub use compiled::{Compiled, Warned, check, compile};
pub use pipeline::Format;
