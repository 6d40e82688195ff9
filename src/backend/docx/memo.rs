//! What is the same in many documents is entries once: the documents of a batch share their layout, and
//! completing and packing its styles takes as long as a page.

use std::borrow::Borrow;
use std::sync::{Arc, Mutex};

use super::DocxError;

/// The last few things that were entries, each with what it was entries of.
pub(super) struct Memo<K, V> {
    entries: Mutex<Vec<(K, Arc<V>)>>,
    kept: usize,
}

impl<K: PartialEq, V> Memo<K, V> {
    /// A memory for so many.
    pub(super) const fn new(kept: usize) -> Self {
        Self { entries: Mutex::new(Vec::new()), kept }
    }

    /// What was entries of `of`: remembered, or entries now by `make`, which must depend on `of` alone.
    ///
    /// # Errors
    /// Those of `make`.
    pub(super) fn get<Q>(
        &self,
        of: &Q,
        make: impl FnOnce() -> Result<V, DocxError>,
    ) -> Result<Arc<V>, DocxError>
    where
        K: Borrow<Q>,
        Q: PartialEq + ToOwned<Owned = K> + ?Sized,
    {
        if let Ok(entries) = self.entries.lock()
            && let Some((_, known)) = entries.iter().find(|(key, _)| key.borrow() == of)
        {
            return Ok(known.clone());
        }
        let new = Arc::new(make()?);
        if let Ok(mut entries) = self.entries.lock() {
            if entries.len() >= self.kept {
                entries.remove(0);
            }
            entries.push((of.to_owned(), new.clone()));
        }
        Ok(new)
    }
}
