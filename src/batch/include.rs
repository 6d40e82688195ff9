//! `include`: the keys of another file under a plan's own.

use std::path::{Component, Path, PathBuf};

use crate::data::split_sheet;
use crate::diag::{Sink, codes, unreadable};
use crate::message;
use crate::plan;
use crate::source::{SourceMap, Span, Spanned};
use crate::world::{self, Root, World, located, plain};
use crate::yaml::Yaml;

/// Where a plan's files are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outside<'a> {
    /// All files.
    pub world: &'a dyn World,
    /// The folder below which the plan may name some.
    pub root: &'a Root,
}

/// The files of a plan, and what was read of them.
pub(super) struct Files<'a> {
    /// Where they are read.
    pub outside: Outside<'a>,
    /// Texts that findings may point into.
    pub sources: &'a mut SourceMap,
    /// What is wrong.
    pub sink: &'a mut Sink,
}

/// The path that a plan names, from the folder of the file that names it. `None` after a finding.
pub(super) fn beside(
    named: &str,
    at: Span,
    Outside { world, root }: Outside,
    sources: &SourceMap,
    sink: &mut Sink,
) -> Option<PathBuf> {
    let path = Path::new(named.trim());
    let is_relative = path
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir | Component::ParentDir));
    if named.trim().is_empty() || !is_relative {
        sink.push(
            codes::FILE_NAME
                .at(
                    at,
                    message!(
                        "\"{named}\" không phải tên một tệp cạnh kế hoạch",
                        "\"{named}\" is no file beside the plan"
                    ),
                )
                .help(message!(
                    "viết đường dẫn từ thư mục của tệp này, ví dụ chung.yaml hoặc ../chung.yaml",
                    "write the path from the folder of this file, for example common.yaml or ../common.yaml"
                )),
        );
        return None;
    }
    let file = PathBuf::from(&*sources.get(at.source).name);
    let named = file.parent().map_or_else(|| path.to_owned(), |folder| folder.join(path));
    let named = located(world, &plain(&named));
    // The sheet is no part of the file's name.
    let shown = named.display().to_string();
    if root.holds(world, Path::new(split_sheet(&shown).0)) {
        return Some(named);
    }
    let folder = root.path().display();
    let message =
        message!("{shown} nằm ngoài thư mục gốc {folder}", "{shown} lies outside the root {folder}");
    sink.push(codes::FILE_OUTSIDE.at(at, message).help(message!(
        "chuyển tệp vào thư mục ấy, hoặc chạy với --root THƯ-MỤC",
        "move the file into it, or use --root DIR"
    )));
    None
}

/// How many files may include each other in a row: more is a circle.
const MAX_DEPTH: usize = 8;

/// Adds the keys of included files that the plan does not have itself, in the place of `include`.
pub(super) fn merge(tree: Spanned<Yaml>, files: &mut Files) -> Spanned<Yaml> {
    let mut tree = tree;
    for depth in 0.. {
        let Yaml::Map(entries) = &mut tree.value else { break };
        let Some(at) = entries.iter().position(|(key, _)| key.value == "include") else { break };
        let (_, named) = entries.remove(at);
        let Yaml::Text(name) = &named.value else {
            files.sink.push(
                codes::FILE_NAME
                    .at(named.span, message!("include là tên một tệp", "include is the name of a file")),
            );
            break;
        };
        if depth == MAX_DEPTH {
            let message =
                message!("các tệp include nhau thành vòng", "these files include each other in a circle");
            files.sink.push(
                codes::INCLUDE_CIRCLE
                    .at(named.span, message)
                    .help(message!("bỏ một include", "remove one include")),
            );
            break;
        }
        let Some(more) = read(name, named.span, files) else { break };
        for (key, value) in more {
            if !entries.iter().any(|(own, _)| own.value == key.value) {
                entries.push((key, value));
            }
        }
    }
    tree
}

type Entries = Vec<(Spanned<String>, Spanned<Yaml>)>;

/// The path of a file beside a plan, as it is shown, and its text. `None` after a finding.
pub(super) fn read_beside(name: &str, at: Span, files: &mut Files) -> Option<(String, String)> {
    let path = beside(name, at, files.outside, files.sources, files.sink)?;
    match world::text(files.outside.world, &path) {
        Ok(text) => Some((path.display().to_string(), text)),
        Err(error) => {
            files.sink.push(codes::INCLUDE_UNREADABLE.at(at, unreadable(&path, &error)));
            None
        }
    }
}

fn read(name: &str, at: Span, files: &mut Files) -> Option<Entries> {
    let (path, text) = read_beside(name, at, files)?;
    let source = files.sources.add(path.as_str(), text.as_str());
    let mut found = Sink::default();
    let tree = plan::parse(source, &text, &mut found);
    let entries = match tree.map(|tree| tree.value) {
        Some(Yaml::Null) => return Some(Vec::new()),
        Some(Yaml::Map(entries)) => Some(entries),
        _ => None,
    };
    // What is wrong in a part of a plan is shown there; of any other file not a word is.
    if (entries.is_none() && found.errors() == 0) || !plan::looks_like_part(&text) {
        let message = message!(
            "{path} không phải phần của một kế hoạch (khóa: giá trị)",
            "{path} is no part of a plan (key: value)"
        );
        files.sink.push(codes::INCLUDE_UNREADABLE.at(at, message));
        return None;
    }
    found.into_sorted().into_iter().for_each(|one| files.sink.push(one));
    entries
}
