//! What stands at a key of a plan, or at a place of a list.

use std::borrow::Cow;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};

/// A value that may be missing, for one of two reasons.
#[derive(Clone, Debug, Default)]
pub enum Slot<T> {
    /// Nothing is written.
    #[default]
    Absent,
    /// What is written could not be read. That is told already: nobody says that it is missing, too.
    Unreadable,
    /// The value.
    Value(T),
}

/// A list, in which what could not be read keeps its place.
#[derive(Clone, Debug)]
pub struct List<T>(pub Vec<Slot<T>>);

impl<T> Deref for List<T> {
    type Target = [Slot<T>];

    fn deref(&self) -> &[Slot<T>] {
        &self.0
    }
}

impl<T> Slot<T> {
    /// The value, where there is one.
    pub fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unreadable => None,
        }
    }

    /// Whether nothing is written.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether what is written could not be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable)
    }

    /// The value, if any.
    pub fn iter(&self) -> std::option::IntoIter<&T> {
        self.as_ref().into_iter()
    }
}

impl<T> Slot<List<T>> {
    /// The items that could be read.
    pub fn items(&self) -> impl Iterator<Item = &T> {
        self.list().iter().flatten()
    }

    /// All items; none where there is no list.
    pub fn list(&self) -> &[Slot<T>] {
        self.as_ref().map_or(&[], |list| list)
    }

    /// Whether nothing is written, or a list that holds nothing.
    pub fn is_empty(&self) -> bool {
        !self.is_unreadable() && self.list().is_empty()
    }
}

impl<'a, T> IntoIterator for &'a Slot<T> {
    type Item = &'a T;
    type IntoIter = std::option::IntoIter<&'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: JsonSchema> JsonSchema for Slot<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}
