//! Outputs whose row or plan is gone.

use std::collections::HashSet;
use std::path::Path;

use super::documents::{Document, from_folder};
use super::make::Maker;
use super::report::{Event, Fate, Listener};
use crate::output::{Entry, Manifest, Standing, standing};
use crate::pipeline::Format;

/// Tells the outputs that no row and no plan stands for any more, and removes them where that is asked for.
pub(super) fn report_orphans(
    maker: &Maker,
    all: &[Document],
    manifest: &mut Manifest,
    listen: &mut Listener,
) {
    let expected: HashSet<String> =
        all.iter().flat_map(|one| Format::ALL.map(|format| one.file(format))).collect();
    let here: HashSet<&String> = maker.names.iter().collect();
    // A plan with an error may stand for anything.
    let sound = (0..maker.jobs.len()).filter(|job| maker.batches[*job].is_sound());
    let plans: HashSet<&String> = sound.map(|job| &maker.names[job]).collect();
    let out = &maker.config.out;
    let folders: Vec<String> =
        maker.config.folders.iter().map(|folder| from_folder(out, folder) + "/").collect();
    let is_gone = |entry: &Entry| {
        let of_a_plan = plans.contains(&entry.plan) && !expected.contains(&entry.file);
        let searched = folders.iter().any(|folder| entry.plan.starts_with(folder));
        of_a_plan || searched && !here.contains(&entry.plan)
    };
    let gone: Vec<Entry> = manifest.entries().filter(|entry| is_gone(entry)).cloned().collect();
    for entry in gone {
        let file = out.join(&entry.file);
        let fate = match (standing(&file), maker.config.prune, maker.folder) {
            // Nobody needs to be told, and nothing is to be known of it any more.
            (Standing::Nothing, ..) => {
                manifest.remove(&entry.file);
                continue;
            }
            (Standing::File(sha256), ..) if !entry.wrote(&sha256) => Fate::Edited,
            (Standing::File(_), true, Some(folder)) => {
                folder.remove(Path::new(&entry.file)).map_or_else(Fate::Stuck, |()| Fate::Removed)
            }
            (Standing::Blocked(kind), true, Some(_)) => Fate::Stuck(kind.into()),
            _ => Fate::Kept,
        };
        if matches!(fate, Fate::Removed) {
            manifest.remove(&entry.file);
        }
        listen(Event::Gone { file, fate });
    }
}
