//! What several tests need: the plans of the project, and both outputs read back.

pub mod docx;
pub mod frames;
pub mod workbook;

use std::path::{Path, PathBuf};

use kehoach::backend::Artifact;
use kehoach::backend::pdf::{self, DrawingTemplates, PagedDocument};
use kehoach::batch;
use kehoach::decree::KINDS;
use kehoach::diag::{Diagnostic, Sink};
use kehoach::document::Document;
use kehoach::driver::{self, Pipeline};
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
    /// From the folder of the project: the files beside it are found from there.
    pub path: PathBuf,
    pub text: String,
}

/// The rows of a batch that stand for all of them, by their keys.
const SAMPLES: [&str; 2] = ["hai-lang", "con-co"];

/// Every plan in `plans/`, of a batch two of its rows; fails when there are none.
pub fn plans() -> Vec<Plan> {
    let found = below("plans");
    assert!(found.len() >= 8, "the plans of the project");
    found.into_iter().flat_map(samples).collect()
}

/// One example of each kind that has a form: what `kehoach new` writes.
pub fn examples() -> Vec<Plan> {
    let found = below("templates/new");
    let with_form = KINDS.iter().filter(|kind| kind.form.number.is_some()).count();
    assert_eq!(found.len(), with_form, "an example of each kind");
    found
}

/// The plans and the examples.
pub fn documents() -> Vec<Plan> {
    plans().into_iter().chain(examples()).collect()
}

/// The plans of a folder, as the program finds them.
pub fn below(folder: &str) -> Vec<Plan> {
    let (found, errors) = driver::find(&[PathBuf::from(folder)], None);
    assert!(errors.is_empty(), "{errors:?}");
    let plan = |job: driver::Job| {
        let stem = job.stem.to_string_lossy().into_owned();
        Plan { name: stem.replace('/', "-"), stem, path: job.path, text: job.text }
    };
    found.jobs.into_iter().map(plan).collect()
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
        let batch = batch::load(&self.at(), &self.text);
        let raw = batch.plan(0, &kehoach::decree::Kinds::default(), &mut Sink::default()).unwrap();
        let texts = [plan::texts(&raw.value), plan::appendix_texts(&raw.value)].concat();
        let texts: String = texts.iter().map(|(_, text)| format!("{}\n", text.value)).collect();
        let cells = plan::tables(&raw.value).into_iter().flat_map(|table| table.rows.items());
        let numbers = cells.flat_map(|row| row.value.iter().flatten()).filter_map(|cell| match cell {
            Cell::Number(number) => Some(format!("{}\n", number.value)),
            _ => None,
        });
        let files: String = batch.own_texts().collect();
        format!("{files}\n{texts}{}", numbers.collect::<String>())
    }

    /// Its file, as a text.
    pub fn at(&self) -> String {
        self.path.display().to_string()
    }

    /// Its document.
    pub fn document(&self) -> Document {
        document_at(&self.at(), &self.text)
    }
}

/// The document of a plan's text, which must have no errors.
pub fn document(text: &str) -> Document {
    document_at(NAME, text)
}

/// The document of a text that stands in the file `name`.
pub fn document_at(name: &str, text: &str) -> Document {
    let batch = batch::load(name, text);
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
pub fn encode(name: &str, text: &str, formats: &[driver::Format], templates: &Templates) -> Encoded {
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
    driver::check(name, text, templates).into_iter().map(|(one, _)| one).collect()
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
    pdf::lay_out(&pdf::Drawing::new(document), document, &drawing())
        .unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// Without white space: for comparing texts whose lines break elsewhere.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != kehoach::text::BREAK).collect()
}
