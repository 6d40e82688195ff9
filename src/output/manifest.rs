//! The manifest of a folder: one line of JSON for each output, with everything that went into it and the hash
//! of what was written. Lines of several folders can be put together by `cat`.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::source::ReadError;
use crate::world::{self, Disk};
use serde::{Deserialize, Serialize};

/// The manifest's file name.
pub const MANIFEST: &str = "kehoach-manifest.jsonl";

/// An output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The file, from the folder, with `/`.
    pub file: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// CacheKeys that the file may have instead, after a build that was killed: what was written before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<String>,
    /// How many bytes.
    pub bytes: usize,
    /// Its pages, of a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
    /// Tên loại, by its slug.
    pub kind: String,
    /// The plan's file, from the folder of the manifest.
    pub plan: String,
    /// The row of its data: file and line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// What went in.
    pub from: CacheKey,
}

/// Everything that the bytes of an output depend on, as hashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CacheKey {
    /// Name and version of this program; its fonts and other built-in parts are of that version.
    pub tool: String,
    /// The plan and the files that it includes.
    pub plan: String,
    /// The values of the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The templates that were read.
    pub templates: BTreeMap<String, String>,
    /// The faces.
    pub fonts: String,
}

impl Entry {
    /// Whether bytes of this hash were written by this program.
    pub fn wrote(&self, sha256: &str) -> bool {
        self.sha256 == sha256 || self.was.iter().any(|was| was == sha256)
    }

    /// Whether it is about a document inside the folder: nothing else there is ours.
    fn is_ours(&self) -> bool {
        let path = Path::new(&self.file);
        path.extension().is_some_and(|one| one == "docx" || one == "pdf")
            && path.components().all(|part| matches!(part, std::path::Component::Normal(_)))
    }

    /// Its line, without the line break.
    pub fn line(&self) -> String {
        // There is nothing in it that JSON cannot hold.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What is known of the files of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By file.
    entries: BTreeMap<String, Entry>,
}

impl Manifest {
    /// Reads the manifest at a path; there need not be one yet.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open(path: &Path) -> io::Result<(Self, Vec<usize>)> {
        match world::bytes(&Disk::default(), path, u64::MAX - 1) {
            Ok(bytes) => Ok(Self::read(&String::from_utf8_lossy(&bytes))),
            Err(ReadError::Io(error)) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Err(_) => Ok(Default::default()),
        }
    }

    /// Reads a manifest. Of two lines for one file the later one counts: it is written before the file is put in
    /// its place, so that after a build that was killed in between, the file may be that of an earlier line. A
    /// line that was cut off is passed over, and so is any other that is none of ours: of these the numbers are given,
    /// from 1.
    pub fn read(text: &str) -> (Self, Vec<usize>) {
        let (mut manifest, mut bad_lines) = (Self::default(), Vec::new());
        for (line, number) in text.split_inclusive('\n').zip(1..) {
            match serde_json::from_str::<Entry>(line).ok().filter(Entry::is_ours) {
                Some(entry) => manifest.add(entry),
                // Cut off by a build that was killed.
                None if !line.ends_with('\n') || line.trim().is_empty() => {}
                None => bad_lines.push(number),
            }
        }
        (manifest, bad_lines)
    }

    fn add(&mut self, mut entry: Entry) {
        if let Some(before) = self.entries.remove(&entry.file) {
            let all = std::iter::once(before.sha256).chain(before.was);
            let new: Vec<String> = all.filter(|sha256| !entry.wrote(sha256)).collect();
            entry.was.extend(new);
        }
        self.set(entry);
    }

    /// What is known of a file.
    pub fn get(&self, file: &str) -> Option<&Entry> {
        self.entries.get(file)
    }

    /// Takes note of a file.
    pub fn set(&mut self, entry: Entry) {
        self.entries.insert(entry.file.clone(), entry);
    }

    /// Forgets a file.
    pub fn remove(&mut self, file: &str) {
        self.entries.remove(file);
    }

    /// All entries, by file.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The whole text, sorted by file.
    pub fn text(&self) -> String {
        self.entries.values().map(|entry| entry.line() + "\n").collect()
    }
}
