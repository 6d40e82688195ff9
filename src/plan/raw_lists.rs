//! Lists of nodes as written: which there are depends on the kind of the document.

use std::borrow::Cow;

use super::raw::{List, RawNode, RawPurposes, Slot};
use super::reader::{FromYaml, Reader};
use crate::decree::forms::{Counting, LISTS, NodeList, PURPOSES};
use crate::source::Spanned;
use crate::yaml::Yaml;

/// Một danh sách, hoặc hai phần purpose và requirements.
#[derive(Clone, Debug, schemars::JsonSchema)]
#[serde(untagged)]
pub enum RawNodes {
    /// Một danh sách.
    List(List<RawNode>),
    /// Hai phần.
    Purposes(RawPurposes),
}

/// A list of nodes, and what is written there.
#[derive(Clone, Debug)]
pub struct RawList {
    /// What it is.
    pub list: NodeList,
    /// What is written.
    pub nodes: Slot<RawNodes>,
}

/// The lists of nodes that a plan may have, in the order of print.
#[derive(Clone, Debug)]
pub struct RawLists(Vec<RawList>);

impl Default for RawLists {
    /// Those of the kinds of the decree, of which nothing is written.
    fn default() -> Self {
        Self::of(LISTS.iter())
    }
}

impl RawLists {
    /// These lists, of which nothing is written yet.
    pub fn of<'a>(lists: impl Iterator<Item = &'a NodeList>) -> Self {
        Self(lists.map(|list| RawList { list: list.clone(), nodes: Slot::Absent }).collect())
    }

    /// All of them.
    pub fn all(&self) -> &[RawList] {
        &self.0
    }

    /// Takes what is written at a key; of a misspelled one nothing. False: no list has this key.
    pub fn take(&mut self, key: &str, value: Option<&Spanned<Yaml>>, reader: &mut Reader) -> bool {
        let Some(one) = self.0.iter_mut().find(|one| one.list.key == key) else { return false };
        match value {
            Some(value) => one.nodes = one.read(value, reader),
            None if one.nodes.is_absent() => one.nodes = Slot::Unreadable,
            None => {}
        }
        true
    }

    /// Each run of nodes as it prints, with its key and how it counts.
    pub fn runs(&self) -> impl Iterator<Item = (Cow<'static, str>, Counting, &[Slot<RawNode>])> {
        self.0.iter().flat_map(RawList::runs)
    }
}

impl RawList {
    fn read(&self, value: &Spanned<Yaml>, reader: &mut Reader) -> Slot<RawNodes> {
        let nodes = match value.value {
            Yaml::Map(_) if self.list.has_purposes => {
                FromYaml::from_yaml(value, reader).map(RawNodes::Purposes)
            }
            _ => FromYaml::from_yaml(value, reader).map(RawNodes::List),
        };
        nodes.map_or(Slot::Unreadable, Slot::Value)
    }

    /// The list, or the two in its place.
    fn runs(&self) -> impl Iterator<Item = (Cow<'static, str>, Counting, &[Slot<RawNode>])> {
        let counting = self.list.counting;
        let (whole, halves) = match self.nodes.as_ref() {
            None => (None, None),
            Some(RawNodes::List(list)) => (Some((self.list.key.clone(), counting, &**list)), None),
            Some(RawNodes::Purposes(both)) => (None, Some(both)),
        };
        let halves = halves.into_iter().flat_map(move |both| {
            let [purpose, requirements] = PURPOSES;
            [(purpose, &both.purpose), (requirements, &both.requirements)]
                .map(|(key, list)| (Cow::Borrowed(key), counting, list.list()))
        });
        whole.into_iter().chain(halves)
    }

    /// Whether something is written there, or was meant to be.
    pub fn is_there(&self) -> bool {
        match &self.nodes {
            Slot::Absent => false,
            Slot::Unreadable => true,
            Slot::Value(RawNodes::List(list)) => !list.is_empty(),
            Slot::Value(RawNodes::Purposes(RawPurposes { purpose, requirements })) => {
                // Without either, there are keys that are told as unknown.
                let has_neither = purpose.is_absent() && requirements.is_absent();
                has_neither || !purpose.is_empty() || !requirements.is_empty()
            }
        }
    }
}
