//! A value that the decree bounds.

/// A value with the bounds the decree sets, both included, and its clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounded<T> {
    /// The smallest allowed.
    pub min: T,
    /// The largest allowed.
    pub max: T,
    /// What is used where the plan says nothing.
    pub default: T,
    /// The clause that sets the bounds.
    pub clause: &'static str,
}

impl<T: PartialOrd> Bounded<T> {
    /// Whether `value` is allowed.
    pub fn allows(&self, value: &T) -> bool {
        *value >= self.min && *value <= self.max
    }
}
