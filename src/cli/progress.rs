//! How far a long run is: a bar on a terminal, nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

use super::ui::Ui;
use crate::diag::Lang;

/// Documents below which a bar would only flicker.
const MIN: usize = 8;

/// A bar that messages can be printed over.
#[derive(Debug)]
pub(super) struct Progress(Option<ProgressBar>);

impl Progress {
    /// For so many documents.
    pub(super) fn new(documents: usize, ui: &Ui) -> Self {
        if documents < MIN || !ui.wants_progress() {
            return Self(None);
        }
        let template = match ui.lang() {
            Lang::Vi => "{wide_bar} {pos}/{len} văn bản, {per_sec}, còn {eta}",
            Lang::En => "{wide_bar} {pos}/{len} documents, {per_sec}, {eta} left",
        };
        let bar = ProgressBar::new(documents as u64);
        // A template that does not parse leaves the bar as it is by default.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self(Some(bar))
    }

    /// One more is done.
    pub(super) fn tick(&self) {
        self.0.iter().for_each(|bar| bar.inc(1));
    }

    /// Prints without the bar in between.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.0 {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.iter().for_each(ProgressBar::finish_and_clear);
    }
}
