//! What goes into an output, as hashes, and why an output is no longer what it should be.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use super::report::Reason;
use crate::batch::Batch;
use crate::output::CacheKey;
use crate::templates::Templates;
use crate::typeset::FACES;
use crate::world::hash;

/// Digits of a hash that are kept where it only tells of a change.
const DIGITS: usize = 32;

/// CacheKeys that many outputs share, each taken once.
#[derive(Debug)]
pub(super) struct CacheKeys<'a> {
    templates: Templates<'a>,
    known: Mutex<HashMap<String, String>>,
    /// One for each plan.
    plans: Vec<String>,
    fonts: String,
}

impl<'a> CacheKeys<'a> {
    /// Of these plans.
    pub(super) fn new<'b>(templates: Templates<'a>, batches: impl Iterator<Item = &'b Batch>) -> Self {
        let plans = batches.map(|batch| short(batch.hash().as_bytes())).collect();
        Self { templates, known: Mutex::default(), plans, fonts: short(&FACES.concat()) }
    }

    /// What goes into the `n`-th document of a plan now, if it reads these templates.
    pub(super) fn now<'b>(
        &self,
        plan: usize,
        batch: &Batch,
        n: usize,
        templates: impl Iterator<Item = &'b str>,
    ) -> CacheKey {
        CacheKey {
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

/// Why what went in is not what goes in now; none where it is.
pub(super) fn difference(was: &CacheKey, now: &CacheKey) -> Option<Reason> {
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
