//! Parts that are the same in many documents (styles, numbering) are completed once: the documents
//! of a batch share their layout, and completing its styles takes as long as completing a page.

use std::sync::Mutex;

use super::DocxError;

/// How many parts are kept: two for each of a few layouts.
const KEPT: usize = 8;

/// What docx-rs made, and what it became.
static DONE: Mutex<Vec<(Vec<u8>, Vec<u8>)>> = Mutex::new(Vec::new());

/// The completed form of `raw`: remembered, or made by `complete`, which must depend on `raw` alone.
///
/// # Errors
/// Those of `complete`.
pub fn remembered(
    raw: &[u8],
    complete: impl FnOnce() -> Result<Vec<u8>, DocxError>,
) -> Result<Vec<u8>, DocxError> {
    if let Ok(done) = DONE.lock()
        && let Some((_, bytes)) = done.iter().find(|(key, _)| key == raw)
    {
        return Ok(bytes.clone());
    }
    let bytes = complete()?;
    if let Ok(mut done) = DONE.lock() {
        if done.len() >= KEPT {
            done.remove(0);
        }
        done.push((raw.to_vec(), bytes.clone()));
    }
    Ok(bytes)
}
