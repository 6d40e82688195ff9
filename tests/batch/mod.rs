//! Plans over rows.

mod documents;
mod expressions;

use kehoach::diag::Sink;
use kehoach::document::Document;
use kehoach::internals::Batch;
use kehoach::pipeline;
use kehoach::templates::Templates;
use kehoach::text::words;

/// The words of a document's paragraphs.
fn paragraphs(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |paragraph| out.push(words(&paragraph.text)));
    }
    out
}

fn document(batch: &Batch, n: usize) -> Vec<String> {
    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    match pipeline::Pipeline::new(batch, &Templates::default()).document(n, &mut sources, &mut sink) {
        Some((_, document)) => paragraphs(&document),
        None => panic!("{:#?}", sink.into_sorted()),
    }
}
