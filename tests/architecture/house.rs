//! The source as a house: its files as modules, and which file names which.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files of the source, by their module's path: "plan::raw".
pub struct House {
    files: BTreeMap<String, File>,
}

struct File {
    /// Without comments, texts and tests.
    code: String,
    /// Names that it hands on, each with the module it takes it from.
    hands_on: BTreeMap<String, String>,
}

impl House {
    /// Of the Rust files below a folder.
    pub fn below(folder: &Path) -> Self {
        let mut texts = BTreeMap::new();
        super::each_file(folder, &mut |path, text| {
            let path = path.strip_prefix(folder).unwrap().with_extension("");
            let parts: Vec<_> =
                path.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
            texts.insert(parts.join("::"), text.to_owned());
        });
        Self::of(texts)
    }

    /// Of texts by their module's path.
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        let file = |(path, text): (String, String)| {
            // How far a name is seen makes no difference here.
            let code = bare(&text).replace("pub(crate) ", "pub ");
            let mut hands_on = BTreeMap::new();
            for (is_public, tree) in uses(&code) {
                for one in trees(&tree) {
                    let name = one.last().cloned().unwrap_or_default();
                    let from = one[..one.len().saturating_sub(1)].join("::");
                    if is_public && !from.is_empty() {
                        hands_on.insert(name, from);
                    }
                }
            }
            (path, File { code, hands_on })
        };
        Self { files: texts.into_iter().map(file).collect() }
    }

    /// Each file with those that it names, by `use` or by a path in its code.
    pub fn edges(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        self.files.iter().map(|(path, file)| (path.as_str(), self.named_in(path, file))).collect()
    }

    fn named_in(&self, path: &str, file: &File) -> BTreeSet<&str> {
        let mut out = BTreeSet::new();
        let mut add = |tree: &str| {
            for one in trees(tree) {
                if let Some(found) = self.absolute(path, &one).and_then(|one| self.resolve(&one)) {
                    out.insert(found);
                }
            }
        };
        let mut rest = String::new();
        for statement in file.code.split_inclusive(';') {
            match use_of(statement) {
                Some((false, tree)) => add(&tree),
                // A face hands on; that ties it to nothing.
                Some((true, _)) => {}
                None => rest.push_str(statement),
            }
        }
        paths(&rest).iter().for_each(|one| add(one));
        // What a folder's own file holds is there for all files of the folder.
        out.retain(|other| *other != path && !path.starts_with(&format!("{other}::")));
        out
    }

    /// The parts of a path from the root of the crate; none for another crate's.
    fn absolute(&self, path: &str, parts: &[String]) -> Option<Vec<String>> {
        let mut here: Vec<String> = path.split("::").map(str::to_owned).collect();
        let first = parts.first()?;
        match first.as_str() {
            "crate" => Some(parts[1..].to_vec()),
            "super" => {
                let above = parts.iter().take_while(|part| *part == "super").count();
                here.truncate(here.len().checked_sub(above)?);
                Some([here, parts[above..].to_vec()].concat())
            }
            "self" => Some([here, parts[1..].to_vec()].concat()),
            child => {
                here.push(child.to_owned());
                self.files.contains_key(&here.join("::")).then(|| {
                    here.pop();
                    [here, parts.to_vec()].concat()
                })
            }
        }
    }

    /// The file in which the last part of a path stands, by whatever faces it is handed on.
    fn resolve(&self, parts: &[String]) -> Option<&str> {
        let longest =
            (1..=parts.len()).rev().find(|len| self.files.contains_key(&parts[..*len].join("::")))?;
        let module = parts[..longest].join("::");
        let (path, file) = self.files.get_key_value(&module)?;
        let Some(from) = parts.get(longest).and_then(|name| file.hands_on.get(name)) else {
            return Some(path);
        };
        let from: Vec<String> = from.split("::").map(str::to_owned).collect();
        let inside = self.absolute(path, &from)?;
        let next = [inside, parts[longest..].to_vec()].concat();
        if next == parts { Some(path) } else { self.resolve(&next) }
    }

    /// Files that name each other in a circle, in groups.
    pub fn circles(&self) -> Vec<BTreeSet<&str>> {
        let edges = self.edges();
        let reached = |from: &str| {
            let mut seen: BTreeSet<&str> = BTreeSet::new();
            let mut next: Vec<&str> = edges[from].iter().copied().collect();
            while let Some(one) = next.pop() {
                if seen.insert(one) {
                    next.extend(&edges[one]);
                }
            }
            seen
        };
        let all: BTreeMap<&str, BTreeSet<&str>> = edges.keys().map(|one| (*one, reached(one))).collect();
        let mut out: Vec<BTreeSet<&str>> = Vec::new();
        for (one, far) in &all {
            let circle: BTreeSet<&str> =
                far.iter().filter(|other| all[**other].contains(one)).copied().collect();
            if far.contains(one) && !out.contains(&circle) {
                out.push(circle);
            }
        }
        out
    }

    /// The code of each file.
    pub fn code(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.code.as_str()))
    }
}

/// The code without comments, what stands in quotes, and the tests at its end.
fn bare(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = code.lines().map(|line| match line.trim_start().starts_with("//") {
        true => "",
        false => line.split(" // ").next().unwrap(),
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// A `use` and whether it is public.
fn use_of(statement: &str) -> Option<(bool, String)> {
    let line = statement.rfind("\nuse ").or_else(|| statement.rfind("\npub use ")).map(|at| at + 1);
    let start =
        line.or_else(|| (statement.starts_with("use ") || statement.starts_with("pub use ")).then_some(0))?;
    let is_public = statement[start..].starts_with("pub ");
    let tree = statement[start..].trim_start_matches("pub ").strip_prefix("use ")?;
    Some((is_public, tree.trim_end_matches(';').split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn uses(code: &str) -> Vec<(bool, String)> {
    code.split_inclusive(';').filter_map(use_of).collect()
}

/// The paths of a tree: "a::{b, c::{d, self}}" are a::b, a::c::d, a::c.
fn trees(tree: &str) -> Vec<Vec<String>> {
    let Some((before, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap();
        return vec![
            path.split("::").map(|part| part.trim().to_owned()).filter(|part| part != "self").collect(),
        ];
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut depth, mut parts, mut last) = (0, Vec::new(), String::new());
    for c in inner.chars() {
        match c {
            ',' if depth == 0 => parts.push(std::mem::take(&mut last)),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                last.push(c);
            }
        }
    }
    parts.push(last);
    let whole = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    whole.flat_map(|part| trees(&format!("{before}{part}"))).collect()
}

/// Paths with `::` in code.
fn paths(code: &str) -> Vec<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_part(c)).map(|word| word.trim_matches(':'));
    words.filter(|word| word.contains("::")).map(str::to_owned).collect()
}
