//! Speed, as ratios against what is run side by side; `cargo bench`. Nothing here asserts on a clock.
//!
//! - cold: the program started anew for one plan, both files;
//! - warm: both files in one process, the cache of Typst emptied before each;
//! - over the bare work: the same against Typst's compile and export of the same pages and the deflate
//!   of the same DOCX parts, taken in turns;
//! - sizes, and the peak memory over 500 documents;
//! - check: one plan, against reading its YAML alone, taken in turns; and 1,000 plans on all cores;
//! - the program's `check` over a folder, in turns with `build` of the same plans, and with PyYAML and yamllint
//!   where they are installed.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads, times and prints"
)]

use std::hint::black_box;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use kehoach::backend::Artifact;
use kehoach::backend::pdf::{self, Drawing, DrawingTemplates};
use kehoach::diag::Sink;
use kehoach::driver;
use kehoach::pipeline::{self, Format, Job, Outcome, Pipeline};
use kehoach::source::SourceMap;
use kehoach::templates::Templates;
use kehoach::world::Disk;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Two, three and six pages.
const SEED: &str = "plans/224-kh-lmhtx.yaml";
const COMMUNE: &str = "plans/xa-cam-lo-chuyen-doi-so-2026.yaml";

fn main() {
    let read =
        |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let (seed, commune) = (read(SEED), read(COMMUNE));
    // First: the peak of memory is that of the process.
    check(&commune);
    one("the seed plan", &seed);
    one("the seed plan, greedy", &seed.replace("\nlayout:\n", "\nlayout:\n  justification: greedy\n"));
    one("a commune's plan", &commune);
    memory(&seed);
    side_by_side(&seed);
}

fn one(name: &str, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.yaml");
    std::fs::write(&plan, text).unwrap();
    let templates = Templates::default();
    let formats = [Format::Docx, Format::Pdf];
    let batch = Job::new(&Disk::default(), Path::new(name), text).load(&Disk::default());
    let made = encode(name, text, &formats, &templates).artifacts;
    let made: Vec<Artifact> = made.into_iter().map(|made| made.artifact).collect();
    let pages = made[1].pages.unwrap();
    println!("{name}: {pages} pages, DOCX {} bytes, PDF {} bytes", made[0].bytes.len(), made[1].bytes.len());

    let cold = median(15, || {
        let status = Command::new(env!("CARGO_BIN_EXE_kehoach"))
            .args(["build", "-q", "--force", "--jobs", "1", "--out"])
            .arg(folder.path().join("out"))
            .arg(&plan)
            .status();
        assert!(status.unwrap().success());
    });

    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    let (_, document) = Pipeline::new(&batch, &templates).document(0, &mut sources, &mut sink).unwrap();
    let drawing = Drawing::new(&document);
    let drawing_templates = DrawingTemplates {
        document: templates.get("typst/document.typ").unwrap(),
        blocks: templates.get("typst/blocks.typ").unwrap(),
    };
    let parts = unzipped(&made[0].bytes);
    let whole = || {
        // What Typst keeps of the same document would be all there is to do.
        pdf::forget();
        black_box(encode(name, text, &formats, &templates));
    };
    let bare = || {
        pdf::forget();
        let pages = pdf::lay_out(&drawing, &document, &drawing_templates).unwrap();
        black_box(pdf::export(&pages, &document).unwrap());
        black_box(deflated(&parts));
    };
    // In turns, so that whatever else the machine does falls on both.
    let (mut wholes, mut bares) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        wholes.push(timed(whole));
        bares.push(timed(bare));
    }
    let (warm, bare) = (middle(wholes), middle(bares));
    let ratio = warm.as_secs_f64() / bare.as_secs_f64();
    println!(
        "  cold, both files: {cold:.1?}; warm: {warm:.1?}; over the bare work ({bare:.1?}): {ratio:.2}x"
    );
}

/// A plan's text → its files in memory.
fn encode(name: &str, text: &str, formats: &[Format], templates: &Templates) -> Outcome {
    let disk = Disk::default();
    Pipeline::new(&Job::new(&disk, Path::new(name), text).load(&disk), templates).encode(0, formats)
}

/// Checking a plan of four pages: the commune's without its last parts.
fn check(commune: &str) {
    let cut = commune.find("\nsections:").unwrap()..commune.find("\nclosing:").unwrap();
    let text = format!("{}{}", &commune[..cut.start], &commune[cut.end..]);
    let templates = Templates::default();
    let made = encode("plan.yaml", &text, &[Format::Pdf], &templates);
    let pages = made.artifacts[0].artifact.pages.unwrap();
    let before = peak_kib();
    let disk = Disk::default();
    let jobs: Vec<pipeline::Job> =
        (0..1000).map(|n| Job::new(&disk, Path::new(&format!("{n}.yaml")), text.as_str())).collect();
    let start = Instant::now();
    driver::check_all(&disk, &jobs, available_parallelism().unwrap(), &templates, &mut |_, _, found| {
        assert!(found.all.len() < 9)
    })
    .unwrap();
    let thousand = start.elapsed();
    let (mut wholes, mut reads) = (Vec::new(), Vec::new());
    for _ in 0..200 {
        wholes.push(timed(|| drop(black_box(pipeline::check(&disk, &jobs[0], &templates)))));
        reads.push(timed(|| {
            let (mut sources, mut sink) = (SourceMap::default(), Sink::default());
            let source = sources.add("plan.yaml", text.as_str());
            let tree = kehoach::internals::parse(source, &text, &mut sink).unwrap();
            let kinds = kehoach::decree::Kinds::default();
            black_box(kehoach::internals::read(tree, &kinds, &mut sink));
        }));
    }
    let (whole, read) = (middle(wholes), middle(reads));
    let ratio = whole.as_secs_f64() / read.as_secs_f64();
    println!(
        "check, {pages} pages, {} bytes: {whole:.2?}, over reading alone ({read:.2?}): {ratio:.1}x; 1,000 plans: {thousand:.2?}, \
         peak {} MiB (before: {} MiB)",
        text.len(),
        peak_kib() / 1024,
        before / 1024
    );
}

/// Loads each plan of a folder, with the faster of PyYAML's loaders.
const PYYAML: &str = "import pathlib, sys, yaml
loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
for path in pathlib.Path(sys.argv[1]).rglob('*.yaml'):
    yaml.load(path.read_text(encoding='utf-8'), Loader=loader)";

/// Checking the plans of the project, and 1,000 plans of two pages, beside what others do with the same files.
fn side_by_side(seed: &str) {
    let folder = tempfile::tempdir().unwrap();
    let thousand = folder.path().join("thousand");
    std::fs::create_dir(&thousand).unwrap();
    for n in 1..=1000 {
        let text = seed.replace("number: 224", &format!("number: {n}"));
        std::fs::write(thousand.join(format!("{n}.yaml")), text).unwrap();
    }
    let own = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
        command.args(arguments);
        command
    };
    let out = folder.path().join("out");
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    for (name, plans, runs) in [("the plans of plans/", &project, 7), ("1,000 plans", &thousand, 3)] {
        let mut build = own(&["build", "--force", "--out"]);
        build.arg(&out);
        let mut pyyaml = Command::new("python3");
        pyyaml.args(["-c", PYYAML]);
        let mut yamllint = Command::new("yamllint");
        yamllint.args(["-d", "relaxed"]);
        let mut commands =
            [("check", own(&["check"])), ("build", build), ("PyYAML", pyyaml), ("yamllint", yamllint)];
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); commands.len()];
        for (_, command) in &mut commands {
            command.arg(plans).stdout(Stdio::null()).stderr(Stdio::null());
        }
        // In turns, so that whatever else the machine does falls on all.
        for _ in 0..runs {
            for ((_, command), times) in commands.iter_mut().zip(&mut times) {
                let start = Instant::now();
                if command.status().is_ok_and(|status| status.success()) {
                    times.push(start.elapsed());
                }
            }
        }
        let check = middle(times[0].clone());
        println!("check of {name}: {check:.1?}");
        for ((peer, _), times) in commands.iter().zip(times).skip(1) {
            if times.len() < runs {
                println!("  {peer}: not installed, or failed; left out");
                continue;
            }
            let time = middle(times);
            let ratio = time.as_secs_f64() / check.as_secs_f64();
            println!("  {peer} of the same: {time:.1?}, {ratio:.2}x the check");
        }
    }
}

fn memory(text: &str) {
    let templates = Templates::default();
    let mut after_ten = 0;
    for n in 0..500 {
        let text = text.replace("number: 224", &format!("number: {}", n + 1));
        assert_eq!(encode("plan.yaml", &text, &[Format::Docx, Format::Pdf], &templates).artifacts.len(), 2);
        if n == 10 {
            after_ten = peak_kib();
        }
    }
    println!(
        "peak memory after 10 documents: {} MiB, after 500: {} MiB",
        after_ten / 1024,
        peak_kib() / 1024
    );
}

/// Peak resident memory of this process; 0 where the system does not tell.
fn peak_kib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

fn timed(work: impl Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(runs: usize, work: impl Fn()) -> Duration {
    work();
    middle((0..runs).map(|_| timed(&work)).collect())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().to_owned(), bytes)
        })
        .collect()
}

fn deflated(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
