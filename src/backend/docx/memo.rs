//! What is the same in many documents is made once: the documents of a batch share their layout, and
//! completing and packing its styles takes as long as a page.

use std::borrow::Borrow;
use std::sync::{Arc, Mutex};

use super::DocxError;

/// The last few things that were made, each with what it was made of.
pub struct Memo<K, V> {
    made: Mutex<Vec<(K, Arc<V>)>>,
    kept: usize,
}

impl<K: PartialEq, V> Memo<K, V> {
    /// A memory for so many.
    pub const fn new(kept: usize) -> Self {
        Self { made: Mutex::new(Vec::new()), kept }
    }

    /// What was made of `of`: remembered, or made now by `make`, which must depend on `of` alone.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get<Q>(&self, of: &Q, make: impl FnOnce() -> Result<V, DocxError>) -> Result<Arc<V>, DocxError>
    where
        K: Borrow<Q>,
        Q: PartialEq + ToOwned<Owned = K> + ?Sized,
    {
        if let Ok(made) = self.made.lock()
            && let Some((_, known)) = made.iter().find(|(key, _)| key.borrow() == of)
        {
            return Ok(known.clone());
        }
        let new = Arc::new(make()?);
        if let Ok(mut made) = self.made.lock() {
            if made.len() >= self.kept {
                made.remove(0);
            }
            made.push((of.to_owned(), new.clone()));
        }
        Ok(new)
    }
}
