//! A plan's text → everything it stands for.

use std::path::Path;

use super::Batch;
use super::attach::{Attached, attached, check_attached, check_issued};
use super::compile::As;
use super::include::{Files, Outside, merge};
use super::keys::objection;
use super::names::check_names;
use super::rows::read;
use super::select_rows::select_rows;
use crate::diag::{Message, Sink, codes};
use crate::message;
use crate::plan::{self, raw::RawForEach};
use crate::source::{Span, Spanned};
use crate::world::{Recorded, Root, World};
use crate::yaml::Yaml;

/// Loads a plan: `name` is its path, as it is shown and as the place of the files beside it, which stand below a root.
pub(crate) fn load(world: &dyn World, root: &Root, name: &str, text: &str) -> Batch {
    let (mut batch, mut sink) = (Batch::default(), Sink::default());
    let world = Recorded::over(world);
    fill(name, text, true, Outside { world: &world, root }, &mut batch, &mut sink);
    batch.read = world.finish();
    for attached in &mut batch.attachments {
        attached.sources = batch.sources.clone();
    }
    batch.findings = sink.into_sorted();
    batch.tell_once();
    batch
}

impl Batch {
    /// Reports a plan whose outputs, called as it is, would have names that other systems refuse; `stem` is the
    /// place of its outputs, from their folder.
    pub fn check_file_name(&mut self, stem: &Path) {
        let bad = stem.iter().find_map(|part| objection(&part.to_string_lossy()));
        let Some((Message { vi, en }, source)) = bad.zip(self.sources.ids().next()) else { return };
        let at = Span { source, start: 0, end: 0 };
        let message = message!("{vi}: hãy đổi tên kế hoạch", "{en}: give the plan another name");
        self.findings.insert(0, codes::FILE_NAME.at(at, message));
    }
}

/// Fills in what a text stands for; `is_whole`: it is a plan of its own, not one that another attaches.
fn fill(
    name: &str,
    text: &str,
    is_whole: bool,
    outside: Outside,
    batch: &mut Batch,
    sink: &mut Sink,
) -> Option<()> {
    let source = batch.sources.add(name, text);
    let tree = plan::parse(source, text, sink)?;
    let mut files = Files { outside, sources: &mut batch.sources, sink };
    let before = files.sink.errors();
    let mut tree = merge(tree, &mut files);
    if is_whole {
        for one in attached(&tree, &mut Files { outside, sources: &mut batch.sources, sink }) {
            attach(one, outside, batch, sink);
        }
    } else {
        check_attached(&tree, sink);
    }
    // Without what it includes, much of it seems to be missing.
    if sink.errors() > before {
        return None;
    }
    let node = take(&mut tree, "for_each");
    let for_each = node
        .as_ref()
        .and_then(|node| plan::read_for_each(node, sink).map(|value| Spanned { value, span: node.span }));
    constants(&mut tree, batch, sink);
    compile(&tree, for_each.as_ref(), batch, sink);
    let mut rows = for_each.as_ref().and_then(|raw| read(raw, outside, batch, sink));
    batch.lacks_rows = node.is_some() && rows.is_none();
    if !batch.lacks_rows && !check_names(batch, rows.as_ref(), sink) {
        batch.lacks_rows = true;
        rows = None;
    }
    batch.tree = Some(tree);
    if let Some((raw, rows)) = for_each.as_ref().zip(rows) {
        select_rows(raw, batch, rows, sink);
    }
    Some(())
}

/// Loads a document that is issued with the plan.
fn attach(one: Attached, outside: Outside, batch: &mut Batch, sink: &mut Sink) {
    let mut attached = Batch { sources: std::mem::take(&mut batch.sources), ..Batch::default() };
    let errors = sink.errors();
    fill(&one.path, &one.text, false, outside, &mut attached, sink);
    batch.sources = std::mem::take(&mut attached.sources);
    if sink.errors() == errors {
        check_issued(attached.tree.as_ref(), one.named, sink);
    }
    batch.attachments.push(attached);
}

/// Takes a key out of the plan's own.
fn take(tree: &mut Spanned<Yaml>, wanted: &str) -> Option<Spanned<Yaml>> {
    let Yaml::Map(entries) = &mut tree.value else { return None };
    let at = entries.iter().position(|(key, _)| key.value == wanted)?;
    Some(entries.remove(at).1)
}

fn constants(tree: &mut Spanned<Yaml>, batch: &mut Batch, sink: &mut Sink) {
    let Some(vars) = take(tree, "vars") else { return };
    plan::read_constants(&vars, sink);
    if let Yaml::Map(entries) = vars.value {
        for (key, value) in entries {
            if ["vars", "loop"].contains(&key.value.as_str()) {
                let name = &key.value;
                sink.push(codes::UNKNOWN_VALUE.at(
                    key.span,
                    message!("hằng không được đặt tên là {name}", "a constant cannot be called {name}"),
                ));
            }
            batch.compiled.add_all(&value, &batch.sources, sink);
            batch.constants.push((key.value, value));
        }
    }
}

fn compile(tree: &Spanned<Yaml>, for_each: Option<&Spanned<RawForEach>>, batch: &mut Batch, sink: &mut Sink) {
    if let Yaml::Map(entries) = &tree.value {
        // A `when` of the whole plan has no meaning, and is told as an unknown key.
        let below = entries.iter().filter(|(key, _)| key.value != "when");
        below.for_each(|(_, value)| batch.compiled.add_all(value, &batch.sources, sink));
    }
    let Some(raw) = for_each else { return };
    if let Some(key) = raw.value.key.as_ref() {
        batch.compiled.add(&key.value, key.span, As::Text, &batch.sources, sink);
    }
    if let Some(filter) = raw.value.filter.as_ref() {
        batch.compiled.add(&filter.value, filter.span, As::Condition, &batch.sources, sink);
    }
}
