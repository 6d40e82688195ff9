//! The plan: a YAML text becomes a tree with places ([`crate::yaml`]), that a [`raw::RawPlan`] as it was
//! written, and that a [`Plan`] whose values are valid by their types.

mod appendix;
mod article;
mod cells;
mod checks;
mod choice;
mod closest;
mod columns;
mod contact;
mod date;
mod details;
mod form;
mod formula;
mod grid;
mod issued_with;
mod issuer;
mod key_pages;
mod keys_handbook;
mod kinds;
mod legal_basis;
mod node;
mod nodes;
mod owners;
mod pages;
mod printed;
pub(crate) mod raw;
mod raw_basis;
mod raw_forms;
mod raw_lists;
mod raw_nodes;
mod raw_table;
mod raw_values;
mod reader;
mod rows;
mod schema;
mod schema_kinds;
mod settings;
mod signature;
pub(crate) mod slot;
mod sums;
mod table;
mod texts;
mod valid;

use crate::decree::forms::LISTS;
use crate::decree::{DEFAULT_KIND, Kinds};
use crate::diag::Sink;
use crate::source::{SourceId, SourceMap, Spanned};
use crate::yaml::{self, Yaml};
use raw::RawPlan;
use reader::{FromYaml, Reader};

pub(crate) use appendix::{Appendix, Attached};
pub(crate) use article::{Article, Chapter};
pub(crate) use checks::required;
pub(crate) use choice::{Align, CellFormat, DateStyle, Justification, Numbering};
pub(crate) use closest::closest;
pub(crate) use date::date_of;
pub(crate) use grid::{Cell, Content};
pub(crate) use issued_with::IssuedWith;
pub use key_pages::key_names;
pub(crate) use key_pages::key_page;
pub use keys_handbook::keys_handbook;
pub(crate) use kinds::kind_of;
pub(crate) use legal_basis::LegalBasis;
pub(crate) use node::{Form, Letterhead, Node, NodeKind, NodeRun, Signing};
pub(crate) use pages::kind_page;
pub use pages::kinds_handbook;
pub(crate) use printed::{characters, printed_texts};
pub(crate) use raw_values::Draft;
pub use schema::json_schema;
pub(crate) use settings::{LineSpacing, Settings};
pub(crate) use signature::Signer;
pub(crate) use table::Table;
pub use texts::{appendix_texts, tables, texts};
pub(crate) use texts::{articles, bodies};
pub(crate) use valid::Plan;

/// Parses a plan, or a part of one. `None`: it is no YAML, and `sink` says where and why.
pub fn parse(source: SourceId, text: &str, sink: &mut Sink) -> Option<Spanned<Yaml>> {
    yaml::parse(source, text, &owners::KEYS, sink)
}

/// Reads a plan as it is written; keys that its kind does not have are reported and left out. `None`: it is
/// no map; `sink` says so.
pub fn read(mut tree: Spanned<Yaml>, kinds: &Kinds, sink: &mut Sink) -> Option<Spanned<RawPlan>> {
    kinds::sift(&mut tree, kinds, sink);
    let slug = tree.value.get("kind").map_or(Some(DEFAULT_KIND), |(_, kind)| kind.words().map(str::trim));
    let reader = &mut Reader { sink, owner: owners::owner };
    let plan = match slug.and_then(|slug| kinds.by_slug(slug)) {
        Some(kind) => RawPlan::read(&tree, kind.lists(), reader),
        None => RawPlan::read(&tree, LISTS.iter(), reader),
    };
    plan.map(|value| Spanned { value, span: tree.span })
}

fn from_yaml<T: FromYaml>(tree: &Spanned<Yaml>, sink: &mut Sink) -> Option<T> {
    T::from_yaml(tree, &mut Reader { sink, owner: owners::owner })
}

/// Reads `for_each`.
pub(crate) fn read_for_each(tree: &Spanned<Yaml>, sink: &mut Sink) -> Option<raw::RawForEach> {
    from_yaml(tree, sink)
}

/// Reads `vars`, of which only the form matters here.
pub(crate) fn read_constants(tree: &Spanned<Yaml>, sink: &mut Sink) -> Option<raw::Constants> {
    from_yaml(tree, sink)
}

/// Reads the kinds of `kinds.yaml`: a map from their slugs to what they are.
pub(crate) fn read_kinds(tree: &Spanned<Yaml>, sink: &mut Sink) -> Kinds {
    kinds::read_kinds(tree, &mut Reader { sink, owner: owners::owner })
}

/// Whether a YAML text is a plan at all: a map with at least two of a plan's leading keys. Other
/// YAML files of a folder (data, workflows) are passed over.
pub(crate) fn is_plan(text: &str) -> bool {
    const LEADING: [&str; 8] =
        ["kind", "issuer", "subject", "recipients", "signature", "legal_basis", "include", "for_each"];
    // Most plans show it by the beginnings of their lines.
    let begins = |line: &str| line.split_once(':').is_some_and(|(key, _)| LEADING.contains(&key));
    if text.lines().filter(|line| begins(line)).nth(1).is_some() {
        return true;
    }
    match yaml::value_of(text) {
        // A plan with a syntax error must not vanish in silence.
        None => text.lines().any(|line| line.starts_with("issuer:") || line.starts_with("subject:")),
        Some(tree) => match &tree {
            Yaml::Map(all) => {
                all.iter().filter(|(key, _)| LEADING.contains(&key.value.as_str())).count() >= 2
            }
            _ => false,
        },
    }
}

/// Whether a text that is no YAML was meant as a part of a plan: a line begins with a plan's key.
pub(crate) fn looks_like_part(text: &str) -> bool {
    text.lines().any(|line| line.split_once(':').is_some_and(|(key, _)| kinds::is_plan_key(key.trim_end())))
}

/// The files that a plan's text attaches.
pub(crate) fn attachments(text: &str) -> Vec<String> {
    if !text.lines().any(|line| line.starts_with("attachments:")) {
        return Vec::new();
    }
    let source = SourceMap::default().add("", text);
    let tree = parse(source, text, &mut Sink::default());
    match tree.as_ref().and_then(|tree| tree.value.get("attachments")) {
        Some((_, Yaml::Seq(files))) => {
            files.iter().filter_map(|file| file.value.words().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

/// The text with the safe mendings of its YAML, and how many those are; none where there is nothing to mend.
pub fn mended(text: &str) -> Option<(String, usize)> {
    yaml::mended(text, &owners::KEYS)
}

/// Whether two YAML texts have the same keys, lists and sorts of values; false where one is no YAML.
pub fn same_shape(one: &str, other: &str) -> bool {
    let read = yaml::value_of;
    read(one).zip(read(other)).is_some_and(|(one, other)| one.has_shape_of(&other))
}

/// Turns what was written into a valid plan. `None` after an error; everything wrong is in `sink`.
pub(crate) fn validate(raw: Spanned<RawPlan>, kinds: &Kinds, sink: &mut Sink) -> Option<Plan> {
    valid::plan(raw, kinds, sink)
}
