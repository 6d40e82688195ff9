//! Whole plans on their way: hundreds in their order, and plans at the edges.

use std::num::NonZeroUsize;

use kehoach::diag::Lang;
use kehoach::driver::{self, Format};
use kehoach::templates::Templates;

use crate::common::{below, encode, small};

#[test]
fn hundreds_of_plans_are_told_in_their_order() {
    // More than are held at once, in three helpings, the last one not full.
    let jobs: Vec<driver::Job> = (0..150)
        .map(|n| driver::Job {
            root: kehoach::source::Root::default(),
            path: format!("{n}.yaml").into(),
            text: small(&format!("mistake_{n}: x\n")),
            stem: format!("{n}").into(),
        })
        .collect();
    let mut told = Vec::new();
    let threads = NonZeroUsize::new(3).unwrap();
    driver::check_all(&jobs, threads, &Templates::default(), &mut |job, _, findings| {
        let of_this = format!("`mistake_{}`", job.stem.display());
        assert!(findings.iter().any(|(one, _)| one.message.get(Lang::En).contains(&of_this)), "{findings:?}");
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
        let of_form =
            |code: &str| !is_of_tables(code) && !kehoach::lint::by_code(code).unwrap().can_be_silenced();
        assert!(outcome.diagnostics.iter().all(|one| !of_form(one.code)), "{:#?}", outcome.diagnostics);
        built += 1;
    }
    assert_eq!(built, 5, "what one-file.yaml attaches is a part of it");
}
