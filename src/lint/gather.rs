//! A plan as the rules see it.

use super::cache::Cache;
use super::citations;
use super::subject::Subject;
use crate::decree::Kinds;
use crate::decree::forms::SubjectPlace;
use crate::plan::raw::RawPlan;
use crate::plan::{appendix_texts, date_of, kind_of, texts};
use crate::source::{SourceMap, Span, Spanned};
use crate::text::{Field, Text};

/// Gathers what the rules need of a plan, once.
pub(super) fn subject<'a, 't>(
    plan: &'a Spanned<RawPlan>,
    kinds: &Kinds,
    sources: &'t SourceMap,
    cache: &Cache<'t>,
) -> Subject<'a, 't> {
    let raw = &plan.value;
    let kind = kind_of(&raw.kind, kinds).cloned();
    let goes_on = kind.as_ref().is_some_and(|kind| kind.form.subject == SubjectPlace::BelowNumber);
    let (mut prose, mut old_font, mut found) = (Vec::new(), Vec::new(), Vec::new());
    let mut read = |texts: Vec<(Field, &'a Text)>| {
        for (field, text) in texts {
            let field = if field == Field::Subject && goes_on { Field::LetterSubject } else { field };
            let seen = cache.see(field, text, sources);
            prose.extend(seen.lines.iter().cloned());
            old_font.extend(seen.old_font.iter().cloned());
            found.extend(seen.findings.iter().cloned());
        }
        prose.len()
    };
    let main = read(texts(raw));
    read(appendix_texts(raw));
    let citations = citations::all(raw, &prose);
    // A document issued with a decision has the decision's date.
    let issued_on = raw.issued_with.as_ref().and_then(|decision| decision.value.date.as_ref());
    let top = Span { end: plan.span.start, ..plan.span };
    Subject {
        sources,
        raw,
        top,
        prose,
        main,
        old_font,
        found,
        citations,
        date: raw.date.as_ref().or(issued_on).and_then(date_of),
        kind,
    }
}
