//! Makes `src/vietnamese/pairs.zip`: how often two syllables stand side by side in public texts.
//!
//!     cargo bench --bench pairs -- LAW OTHER OUT.zip
//!
//! LAW and OTHER are folders of plain texts (UTF-8, NFC, a paragraph a line): documents of law (laws, decrees, circulars,
//! the codified law) in one, texts of other kinds (news, an encyclopedia) in the other. A file may hold many
//! documents, each begun by a line `### name`. Without arguments nothing is made.
//!
//! Only counts are kept, and only what is counted often:
//!
//! - a document is left out when more than one in 1,000 of its words (law) or one in 100 (other texts) cannot be
//!   Vietnamese: it was read by a machine, badly, or is in another language;
//! - words are counted in small letters, with the tone in the first of two places; digits count as `#`, signs and ends
//!   of lines as `|`; a pair is two of them with nothing but white space between;
//! - a word is kept from 8 times on in law, 30 elsewhere, if Vietnamese can have it, and from 300 on otherwise (foreign
//!   words, names, abbreviations); a pair from 3 times on in law, or 10 elsewhere. The count is the sum of both.
//!   A pair that law does not have is left out when another one of the same letters below all marks is met 200 times as
//!   often: newspapers have slips, too.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for the desk reads, writes and prints"
)]

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use kehoach::internals::{EDGE, NUMBER, first_style, is_letter, is_possible, skeleton};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// What one pair of the same letters is met so many times more often than, and law never has, is a slip of others.
const SLIPS: u64 = 200;
/// Longer runs of letters are no words.
const LONGEST: usize = 12;

#[derive(Default)]
struct Counts {
    ids: HashMap<String, u32>,
    words: Vec<(String, [u32; 2])>,
    pairs: HashMap<(u32, u32), [u32; 2]>,
}

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let [law, other, out] = &folders[..] else { return };
    let mut counts = Counts::default();
    for (kind, folder, most_bad) in [(0, law, 1_000), (1, other, 100)] {
        for file in files(Path::new(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let (first, named) =
                text.split_once("### ").map_or((&*text, ""), |(first, named)| (first, named));
            counts.document(kind, most_bad, first);
            for document in named.split("\n### ") {
                let text = document.split_once('\n').map_or("", |(_, text)| text);
                counts.document(kind, most_bad, text);
            }
            println!("{}: {} pairs so far", file.display(), counts.pairs.len());
        }
    }
    fs::write(out, counts.table()).unwrap();
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

impl Counts {
    fn document(&mut self, kind: usize, most_bad: usize, document: &str) {
        let marked = document
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_ascii() && **word == word.to_lowercase());
        let (mut all, mut bad) = (0, 0);
        for word in marked {
            all += 1;
            bad += usize::from(!is_possible(word));
        }
        if bad * most_bad > all {
            return;
        }
        for line in document.lines() {
            self.line(kind, line);
        }
    }

    fn line(&mut self, kind: usize, line: &str) {
        let mut before = self.met(EDGE, kind);
        let mut rest = line;
        // Two words with a sign or nothing between are no pair.
        let mut apart = true;
        while let Some(c) = rest.chars().next() {
            let of = |test: fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
            let is_word = |c: char| is_letter(c) || c.is_alphabetic();
            let len = if is_word(c) {
                of(|c| is_letter(c) || c.is_alphabetic())
            } else if c.is_ascii_digit() {
                of(|c| c.is_ascii_digit())
            } else if c.is_whitespace() {
                of(char::is_whitespace)
            } else {
                c.len_utf8()
            };
            let (token, after) = rest.split_at(len);
            rest = after;
            if c.is_whitespace() {
                apart = true;
                continue;
            }
            let small = token.to_lowercase();
            let word = if !is_word(c) && !c.is_ascii_digit() {
                EDGE.to_owned()
            } else if c.is_ascii_digit() {
                NUMBER.to_owned()
            } else if small.chars().count() > LONGEST {
                "?".to_owned()
            } else {
                first_style(&small).into_owned()
            };
            if word != EDGE && !apart {
                before = self.follow(before, EDGE, kind);
            }
            before = self.follow(before, &word, kind);
            apart = word == EDGE;
        }
        self.follow(before, EDGE, kind);
    }

    fn met(&mut self, word: &str, kind: usize) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap();
        let id = *self.ids.entry(word.to_owned()).or_insert(next);
        if id == next {
            self.words.push((word.to_owned(), [0, 0]));
        }
        self.words[id as usize].1[kind] += 1;
        id
    }

    fn follow(&mut self, before: u32, word: &str, kind: usize) -> u32 {
        if word == EDGE && self.words[before as usize].0 == EDGE {
            return before;
        }
        let id = self.met(word, kind);
        self.pairs.entry((before, id)).or_default()[kind] += 1;
        id
    }

    fn table(&self) -> Vec<u8> {
        let keep = |(_, (word, [law, other])): &(usize, &(String, [u32; 2]))| {
            let possible = is_possible(word) && (*law >= 8 || *other >= 30);
            [EDGE, NUMBER].contains(&&**word) || possible || law + other >= 300 && word != "?"
        };
        let mut words: Vec<(usize, &(String, [u32; 2]))> =
            self.words.iter().enumerate().filter(keep).collect();
        words.sort_by_key(|(_, (word, [law, other]))| (std::cmp::Reverse(law + other), word));
        let places: HashMap<u32, u32> = (0..).zip(&words).map(|(at, (id, _))| (*id as u32, at)).collect();
        let bare = |pair: &(u32, u32)| [pair.0, pair.1].map(|id| skeleton(&self.words[id as usize].0));
        let mut most: HashMap<[String; 2], u32> = HashMap::new();
        for (pair, [law, other]) in &self.pairs {
            let most = most.entry(bare(pair)).or_default();
            *most = (*most).max(law + other);
        }
        let mut rows: Vec<Vec<(u32, u32)>> = vec![Vec::new(); words.len()];
        for (pair @ (first, second), [law, other]) in &self.pairs {
            let is_slip = *law < 3 && u64::from(other + law) * SLIPS < u64::from(most[&bare(pair)]);
            if let (Some(first), Some(second)) = (places.get(first), places.get(second))
                && (*law >= 3 || *other >= 10)
                && !is_slip
            {
                rows[*first as usize].push((*second, law + other));
            }
        }
        let (mut after, mut codes) = (Vec::new(), Vec::new());
        for row in &mut rows {
            row.sort_unstable();
            number(u32::try_from(row.len()).unwrap(), &mut after);
            let mut last = 0;
            for (second, count) in row {
                number(*second - last, &mut after);
                last = *second;
                codes.push((f64::from(*count).log2() * 2.0).round() as u8);
            }
        }
        println!("{} words, {} pairs", words.len(), codes.len());
        let list: String =
            words.iter().map(|(_, (word, [law, other]))| format!("{word}\t{}\n", law + other)).collect();
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        // The same bytes from the same texts.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default());
        for (name, bytes) in [("words.txt", list.into_bytes()), ("after.bin", after), ("counts.bin", codes)] {
            zip.start_file(name, options).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// Seven bits a byte, the lowest first.
fn number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number & 0x7f | 0x80) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}
