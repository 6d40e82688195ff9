//! What several tests need: the plans of the project, and both outputs read back.

pub mod docx;
pub mod frames;

use std::path::{Path, PathBuf};

use kehoach::backend::pdf::{self, DrawingTemplates, PagedDocument};
use kehoach::build;
use kehoach::diag::Sink;
use kehoach::document::Document;
use kehoach::source::SourceMap;
use kehoach::templates::Templates;

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A plan of the project.
pub struct Plan {
    /// File name without extension.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
}

/// Every plan in `plans/`; fails when there are none.
pub fn plans() -> Vec<Plan> {
    let mut plans: Vec<Plan> = std::fs::read_dir(root().join("plans"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| Plan {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(plans.len() >= 4, "the plans of the project");
    plans
}

impl Plan {
    /// Its document.
    pub fn document(&self) -> Document {
        document(&self.text)
    }
}

/// The document of a plan's text, which must have no errors.
pub fn document(text: &str) -> Document {
    let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
    let document = build::document("plan.yaml", text, &Templates::default(), &mut sources, &mut sink);
    document.unwrap_or_else(|| panic!("{:#?}", sink.into_sorted()))
}

/// A small valid plan; `extra` is added at its end.
pub fn small(extra: &str) -> String {
    format!(
        "issuer: {{name: Liên minh Hợp tác xã, code: LMHTX}}\n\
         place: Quảng Trị\n\
         date: 2020-11-06\n\
         subject: Thực hiện công tác đỡ đầu\n\
         legal_basis: [Căn cứ tình hình thực tế]\n\
         objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n\
         recipients: [Ủy ban nhân dân tỉnh]\n\
         signature: {{tm: Liên minh Hợp tác xã, position: Chủ tịch}}\n\
         {extra}"
    )
}

/// The built-in drawing templates.
pub fn drawing() -> DrawingTemplates {
    let templates = Templates::default();
    DrawingTemplates {
        document: templates.get("typst/document.typ").unwrap(),
        blocks: templates.get("typst/blocks.typ").unwrap(),
    }
}

/// The pages that Typst lays out.
pub fn pages(document: &Document) -> PagedDocument {
    pdf::lay_out(&pdf::Drawing::new(document), &drawing()).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Without white space: for comparing texts whose lines break elsewhere.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
