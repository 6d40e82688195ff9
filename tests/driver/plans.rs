//! Whole plans on their way: hundreds in their order, and plans at the edges.

use std::num::NonZeroUsize;

use kehoach::diag::Lang;
use kehoach::driver;
use kehoach::pipeline::{self, Format};
use kehoach::templates::Templates;
use kehoach::world::Disk;

use crate::common::{below, encode, job, small};

#[test]
fn hundreds_of_plans_are_told_in_their_order() {
    // More than are held at once, in three helpings, the last one not full.
    let jobs: Vec<pipeline::Job> =
        (0..150).map(|n| job(&format!("{n}.yaml"), &small(&format!("mistake_{n}: x\n")))).collect();
    let mut told = Vec::new();
    let threads = NonZeroUsize::new(3).unwrap();
    driver::check_all(&Disk::default(), &jobs, threads, &Templates::default(), &mut |job, _, findings| {
        let of_this = format!("`mistake_{}`", job.stem.display());
        assert!(findings.all.iter().any(|one| one.message.get(Lang::En).contains(&of_this)), "{findings:?}");
        told.push(job.stem.clone());
    })
    .unwrap();
    assert_eq!(told, jobs.iter().map(|job| job.stem.clone()).collect::<Vec<_>>());
}

#[test]
fn plans_at_the_edges_are_built() {
    let mut built = 0;
    for plan in below("tests/plans") {
        let outcome = encode(&plan.at(), &plan.text, &[Format::Docx, Format::Pdf], &Templates::default());
        assert_eq!(outcome.artifacts.len(), 2, "{:#?}", outcome.diagnostics);
        // Their words are put together at random, so that rules on language fire.
        let is_of_tables = |code: &str| ["plain-text", "table-narrow"].contains(&code);
        let of_form = |code: &str| {
            !is_of_tables(code)
                && !kehoach::internals::rule(code).is_some_and(kehoach::internals::Rule::can_be_silenced)
        };
        assert!(outcome.diagnostics.iter().all(|one| !of_form(one.code.name)), "{:#?}", outcome.diagnostics);
        built += 1;
    }
    assert_eq!(built, 5, "what one-file.yaml attaches is a part of it");
}
