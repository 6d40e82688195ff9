//! What several tests need: the plans of the project, and both outputs read back.

pub mod docx;
pub mod frames;

use std::path::{Path, PathBuf};

use kehoach::backend::Artifact;
use kehoach::backend::pdf::{self, DrawingTemplates, PagedDocument};
use kehoach::batch;
use kehoach::build::{self, Pipeline};
use kehoach::diag::{Diagnostic, Sink};
use kehoach::document::Document;
use kehoach::plan::{self, raw::Cell};
use kehoach::source::SourceMap;
use kehoach::templates::Templates;

/// What a plan is called in tests: the data of a batch stand beside it.
pub const NAME: &str = "plans/plan.yaml";

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A plan of the project.
pub struct Plan {
    /// File name without extension; of a row with its key.
    pub name: String,
    /// Where its files go, without extension.
    pub stem: String,
    pub path: PathBuf,
    pub text: String,
}

/// The rows of a batch that stand for all of them, by their keys.
const SAMPLES: [&str; 2] = ["hai-lang", "con-co"];

/// Every plan in `plans/`, of a batch two of its rows; fails when there are none.
pub fn plans() -> Vec<Plan> {
    let plans: Vec<Plan> = std::fs::read_dir(root().join("plans"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| Plan {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            stem: path.file_stem().unwrap().to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect();
    assert!(plans.len() >= 5, "the plans of the project");
    let mut plans: Vec<Plan> = plans.into_iter().flat_map(samples).collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    plans
}

/// A plan by itself; a batch with one row each.
fn samples(plan: Plan) -> Vec<Plan> {
    if !plan.text.contains("\nfor_each:\n") {
        return vec![plan];
    }
    let one = |key: &&str| {
        let only = format!("\nfor_each:\n  where: \"commune.ten | slug == '{key}'\"\n");
        let text = plan.text.replace("\nfor_each:\n", &only);
        let stem = format!("{}/{key}", plan.stem);
        Plan { name: format!("{}-{key}", plan.name), stem, path: plan.path.clone(), text }
    };
    SAMPLES.iter().map(one).collect()
}

impl Plan {
    /// What is written in it: of a row with its values in the place of the expressions.
    pub fn written(&self) -> String {
        let batch = batch::load(NAME, &self.text);
        let raw = batch.plan(0, &mut Sink::default()).unwrap();
        let texts = [plan::texts(&raw.value), plan::appendix_texts(&raw.value)].concat();
        let texts: String = texts.iter().map(|(_, text)| format!("{}\n", text.value)).collect();
        let cells = plan::tables(&raw.value).into_iter().flat_map(|table| table.rows.iter().flatten());
        let numbers = cells.flat_map(|row| &row.value).filter_map(|cell| match cell {
            Cell::Number(number) => Some(format!("{}\n", number.value)),
            _ => None,
        });
        format!("{}\n{texts}{}", self.text, numbers.collect::<String>())
    }

    /// Its document.
    pub fn document(&self) -> Document {
        document(&self.text)
    }
}

/// The document of a plan's text, which must have no errors.
pub fn document(text: &str) -> Document {
    let batch = batch::load(NAME, text);
    assert_eq!(batch.len(), 1, "{:#?}", batch.findings);
    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    match Pipeline::new(&batch, &Templates::default()).document(0, &mut sources, &mut sink) {
        Some((_, document)) => document,
        None => panic!("{:#?}", sink.into_sorted()),
    }
}

/// A plan's files and everything found in it; of a batch those of all rows.
pub struct Encoded {
    pub artifacts: Vec<Artifact>,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: SourceMap,
}

/// Turns a plan's text into files.
pub fn encode(name: &str, text: &str, formats: &[build::Format], templates: &Templates) -> Encoded {
    let batch = batch::load(name, text);
    let (mut artifacts, mut sources) = (Vec::new(), batch.sources.clone());
    let mut diagnostics = batch.findings.clone();
    let pipeline = Pipeline::new(&batch, templates);
    for n in 0..batch.len() {
        let outcome = pipeline.encode(n, formats);
        artifacts.extend(outcome.artifacts);
        diagnostics.extend(outcome.diagnostics);
        sources = outcome.sources;
    }
    Encoded { artifacts, diagnostics, sources }
}

/// Everything found in a plan, without its pages.
pub fn check(name: &str, text: &str, templates: &Templates) -> Vec<Diagnostic> {
    build::check(name, text, templates).into_iter().map(|(one, _)| one).collect()
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
    pdf::lay_out(&pdf::Drawing::new(document), &document.meta, &drawing())
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Without white space: for comparing texts whose lines break elsewhere.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
