//! What several tests need: the plans of the project, and both outputs read back.

pub mod docx;
pub mod frames;
pub mod mutation;
pub mod workbook;

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use kehoach::backend::Artifact;
use kehoach::backend::pdf::{self, DrawingTemplates, PagedDocument};
use kehoach::decree::KINDS;
use kehoach::diag::{Diagnostic, Findings, Sink};
use kehoach::document::Document;
use kehoach::driver;
use kehoach::internals;
use kehoach::internals::Batch;
use kehoach::pipeline::{self, Fixed, Job, Pipeline};
use kehoach::source::SourceMap;
use kehoach::templates::Templates;
use kehoach::world::Disk;

use sha2::{Digest, Sha256};

use docx::Package;
use frames::{Drawn, drawn};

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
    made: Made,
}

/// What is made of a plan: when a test first asks for it, and once for all of them.
#[derive(Default)]
struct Made {
    document: OnceLock<Document>,
    files: OnceLock<[Vec<u8>; 2]>,
    package: OnceLock<Package>,
    pages: OnceLock<PagedDocument>,
    drawn: OnceLock<Drawn>,
}

/// The rows of a batch that stand for all of them, by their keys.
const SAMPLES: [&str; 2] = ["hai-lang", "con-co"];

/// Every plan in `plans/`, of a batch two of its rows; fails when there are none.
pub fn plans() -> &'static [Plan] {
    static PLANS: LazyLock<Vec<Plan>> = LazyLock::new(|| {
        let found = below("plans");
        assert_eq!(found.len(), 10, "the plans of the project");
        found.into_iter().flat_map(samples).collect()
    });
    &PLANS
}

/// One example of each kind that has a form: what `kehoach new` writes.
pub fn examples() -> &'static [Plan] {
    static EXAMPLES: LazyLock<Vec<Plan>> = LazyLock::new(|| {
        let found = below("templates/new");
        let with_form = KINDS.iter().filter(|kind| kind.form.number.is_some()).count();
        assert_eq!(found.len(), with_form, "an example of each kind");
        found
    });
    &EXAMPLES
}

/// The example of a kind.
pub fn example(kind: &str) -> &'static Plan {
    examples().iter().find(|plan| plan.stem == kind).unwrap()
}

/// The plans and the examples.
pub fn documents() -> impl DoubleEndedIterator<Item = &'static Plan> {
    plans().iter().chain(examples())
}

/// The plans of a folder, as the program finds them.
pub fn below(folder: &str) -> Vec<Plan> {
    let (found, errors) = driver::find(&Disk::default(), &[PathBuf::from(folder)], None);
    assert!(errors.is_empty(), "{errors:?}");
    let plan = |job: pipeline::Job| {
        let stem = job.stem.to_string_lossy().into_owned();
        Plan { name: stem.replace('/', "-"), stem, path: job.path, text: job.text, made: Made::default() }
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
        let name = format!("{}-{key}", plan.name);
        Plan { name, stem, path: plan.path.clone(), text, made: Made::default() }
    };
    SAMPLES.iter().map(one).collect()
}

impl Plan {
    /// What is written in it: of a row with its values in the place of the expressions.
    pub fn written(&self) -> String {
        let batch = load(&self.at(), &self.text);
        let raw = batch.plan(0, &kehoach::decree::Kinds::default(), &mut Sink::default()).unwrap();
        let texts = [internals::texts(&raw.value), internals::appendix_texts(&raw.value)].concat();
        let texts: String = texts.iter().map(|(_, text)| format!("{}\n", text.value)).collect();
        let cells = internals::tables(&raw.value).into_iter().flat_map(|table| table.cells());
        let numbers = cells.filter(|(_, is_number)| *is_number).map(|(text, _)| format!("{}\n", text.value));
        let files: String = batch.sources.all().map(|source| &*source.text).collect();
        format!("{files}\n{texts}{}", numbers.collect::<String>())
    }

    /// Its file, as a text.
    pub fn at(&self) -> String {
        self.path.display().to_string()
    }

    /// Its document.
    pub fn document(&self) -> &Document {
        self.made.document.get_or_init(|| document_at(&self.at(), &self.text))
    }

    /// Its DOCX and its PDF, as the program writes them.
    pub fn files(&self) -> &[Vec<u8>; 2] {
        self.made.files.get_or_init(|| self.encode())
    }

    /// The same, made anew.
    pub fn encode(&self) -> [Vec<u8>; 2] {
        let formats = [pipeline::Format::Docx, pipeline::Format::Pdf];
        let made = encode(&self.at(), &self.text, &formats, &Templates::default());
        let files: Vec<Vec<u8>> = made.artifacts.into_iter().map(|artifact| artifact.bytes).collect();
        files.try_into().unwrap_or_else(|_| panic!("{}: {:#?}", self.name, made.diagnostics))
    }

    /// The parts of its DOCX.
    pub fn package(&self) -> &Package {
        self.made.package.get_or_init(|| docx::open(&self.files()[0]))
    }

    /// The pages that Typst lays out.
    pub fn pages(&self) -> &PagedDocument {
        self.made.pages.get_or_init(|| pages(self.document()))
    }

    /// What stands on them.
    pub fn drawn(&self) -> &Drawn {
        self.made.drawn.get_or_init(|| drawn(self.pages()))
    }
}

/// The document of a plan's text, which must have no errors.
pub fn document(text: &str) -> Document {
    document_at(NAME, text)
}

/// The document of a text that stands in the file `name`.
pub fn document_at(name: &str, text: &str) -> Document {
    let batch = load(name, text);
    assert_eq!(batch.len(), 1, "{:#?}", batch.findings);
    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    match Pipeline::new(&batch, &Templates::default()).document(0, &mut sources, &mut sink) {
        Some((_, document)) => document,
        None => panic!("{:#?}", sink.into_sorted()),
    }
}

/// A plan by its text, called `name`: what it names is read beside that on the disk.
pub fn job(name: &str, text: &str) -> Job {
    Job::new(&Disk::default(), Path::new(name), text)
}

/// The same with what it draws in.
pub fn load(name: &str, text: &str) -> Batch {
    job(name, text).load(&Disk::default())
}

/// A plan's files and everything found in it; of a batch those of all rows.
pub struct Encoded {
    pub artifacts: Vec<Artifact>,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: SourceMap,
}

/// Turns a plan's text into files.
pub fn encode(name: &str, text: &str, formats: &[pipeline::Format], templates: &Templates) -> Encoded {
    let batch = load(name, text);
    let (mut artifacts, mut sources) = (Vec::new(), batch.sources.clone());
    let mut diagnostics = batch.findings.clone();
    let pipeline = Pipeline::new(&batch, templates);
    for n in 0..batch.len() {
        let outcome = pipeline.encode(n, formats);
        artifacts.extend(outcome.artifacts.into_iter().map(|made| made.artifact));
        diagnostics.extend(outcome.findings.all);
        sources = outcome.findings.sources;
    }
    Encoded { artifacts, diagnostics, sources }
}

/// Everything found in a plan, without its pages, and the texts that it points into.
pub fn findings(name: &str, text: &str, templates: &Templates) -> Findings {
    pipeline::check(&Disk::default(), &job(name, text), templates)
}

/// Everything found in a plan, without its pages.
pub fn check(name: &str, text: &str, templates: &Templates) -> Vec<Diagnostic> {
    findings(name, text, templates).all
}

/// A plan's text after safe fixes.
pub fn fix(name: &str, text: &str, templates: &Templates) -> Option<Fixed> {
    pipeline::fix(&Disk::default(), &job(name, text), templates)
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

/// As `sha256sum` writes it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Without white space: for comparing texts whose lines break elsewhere.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != kehoach::text::BREAK).collect()
}
