//! Work on many items, on several threads, with the results in the order of the items.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The stack of a thread that draws: Typst nests deeply, most of all in a debug build.
const STACK: usize = 16 * 1024 * 1024;

/// Calls `work` with each item and `done` with each result, these in the order of the items. Threads
/// of our own take the items one by one: inside a thread pool of rayon a waiting PDF export would
/// begin the next document on the same stack, and overflow it.
///
/// # Errors
/// A thread cannot be started.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    threads: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    done: &mut (dyn FnMut(&T, R) + Send),
) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let order = Mutex::new(InOrder { next: 0, waiting: BTreeMap::new(), done });
    let threads = threads.get().min(items.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    if let Ok(mut order) = order.lock() {
                        order.take(items, at, result);
                    }
                }
            })?;
        }
        Ok(())
    })
}

struct InOrder<'a, T, R> {
    next: usize,
    waiting: BTreeMap<usize, R>,
    done: &'a mut (dyn FnMut(&T, R) + Send),
}

impl<T, R> InOrder<'_, T, R> {
    fn take(&mut self, items: &[T], at: usize, result: R) {
        self.waiting.insert(at, result);
        while let Some(result) = self.waiting.remove(&self.next) {
            (self.done)(&items[self.next], result);
            self.next += 1;
        }
    }
}
