//! What goes into an output, as hashes, and why an output is no longer what it should be.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use super::Format;
use super::report::Reason;
use crate::batch::Batch;
use crate::output::{Ingredients, hash};
use crate::templates::{KINDS, PARTS, Templates};
use crate::typeset::FACES;

/// Digits of a hash that are kept where it only tells of a change.
const DIGITS: usize = 32;

/// Hashes that many outputs share, each taken once.
#[derive(Debug)]
pub struct Hashes<'a> {
    templates: &'a Templates,
    known: Mutex<HashMap<String, String>>,
    /// One for each plan.
    plans: Vec<String>,
    fonts: String,
}

impl<'a> Hashes<'a> {
    /// Of these plans.
    pub fn new<'b>(templates: &'a Templates, batches: impl Iterator<Item = &'b Batch>) -> Self {
        let plans = batches.map(|batch| {
            // Where one text ends and the next begins matters, too.
            let texts: Vec<String> = batch.own_texts().map(|text| format!("{} {text}", text.len())).collect();
            short(texts.concat().as_bytes())
        });
        let plans = plans.collect();
        Self { templates, known: Mutex::default(), plans, fonts: short(&FACES.concat()) }
    }

    /// What goes into the `n`-th document of a plan now, if it reads these templates.
    pub fn now<'b>(
        &self,
        plan: usize,
        batch: &Batch,
        n: usize,
        templates: impl Iterator<Item = &'b str>,
    ) -> Ingredients {
        Ingredients {
            tool: concat!("kehoach ", env!("CARGO_PKG_VERSION")).to_owned(),
            plan: self.plans[plan].clone(),
            row: batch.key(n).map(|_| short(batch.row_values(n).as_bytes())),
            templates: templates
                .map(|name| (name.to_owned(), self.template(name)))
                .collect::<BTreeMap<_, _>>(),
            fonts: self.fonts.clone(),
        }
    }

    fn template(&self, name: &str) -> String {
        let take =
            || self.templates.get(name).map_or_else(|_| String::new(), |found| short(found.text.as_bytes()));
        match self.known.lock() {
            Ok(mut known) => known.entry(name.to_owned()).or_insert_with(take).clone(),
            Err(_) => take(),
        }
    }
}

fn short(bytes: &[u8]) -> String {
    let mut digits = hash(bytes);
    digits.truncate(DIGITS);
    digits
}

/// The templates that a format of a document reads, or would read if they were there, by its wording templates.
pub fn templates_of(format: Format, wording: &[String]) -> Vec<String> {
    let mut out = wording.to_vec();
    out.extend(PARTS.map(str::to_owned));
    out.push(KINDS.to_owned());
    if format == Format::Pdf {
        out.extend(["typst/document.typ", "typst/blocks.typ"].map(str::to_owned));
    }
    out
}

/// Why what went in is not what goes in now; none where it is.
pub fn difference(was: &Ingredients, now: &Ingredients) -> Option<Reason> {
    if was.tool != now.tool || was.fonts != now.fonts {
        return Some(Reason::Tool);
    }
    if was.plan != now.plan {
        return Some(Reason::Plan);
    }
    if was.row != now.row {
        return Some(Reason::Row);
    }
    let changed = now.templates.iter().find(|(name, hash)| was.templates.get(*name) != Some(hash));
    changed.map(|(name, _)| Reason::Template(name.clone()))
}
