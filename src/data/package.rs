//! What the package of a workbook holds beside the values that calamine reads: which rows of a sheet are hidden,
//! which cells are merged, which formulas nobody has worked out; and that it is no larger than a sheet can be.

use std::collections::HashSet;
use std::io::{Cursor, Read, copy, sink};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::DataError;
use super::part::{Cells, LAST, cell};
use crate::message;

/// Bytes of all parts of a workbook, unpacked.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// Deflate packs no tighter than this.
const MAX_RATIO: u64 = 1032;

/// What stands in a sheet beside values. Rows and columns count from 1.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Rows that are hidden.
    pub hidden: HashSet<usize>,
    /// Cells with a formula and no value.
    pub unworked: HashSet<(usize, usize)>,
    /// Cells that are one.
    pub merges: Vec<Cells>,
}

type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a package whose parts are not too large.
///
/// # Errors
/// It is no package, or unpacks to too much.
pub(super) fn open(bytes: &[u8]) -> Result<Package<'_>, DataError> {
    let broken = |error: zip::result::ZipError| DataError::Workbook(error.to_string());
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut total = 0u64;
    for at in 0..package.len() {
        let (says, packed) = {
            let part = package.by_index_raw(at).map_err(broken)?;
            (part.size(), part.compressed_size())
        };
        // A package may say less than it holds: what could be too much is unpacked and counted.
        let size = if says > MAX_UNPACKED || packed < MAX_UNPACKED / MAX_RATIO / 4 {
            says
        } else {
            let part = package.by_index(at).map_err(broken)?;
            copy(&mut part.take(MAX_UNPACKED + 1), &mut sink())
                .map_err(|error| DataError::Workbook(error.to_string()))?
        };
        total = total.saturating_add(size);
        if total > MAX_UNPACKED {
            let limit = MAX_UNPACKED / 1024 / 1024;
            return Err(DataError::Bound(message!(
                "bảng tính giải nén ra hơn {limit} MB",
                "the workbook unpacks to more than {limit} MB"
            )));
        }
    }
    Ok(package)
}

/// The marks of a sheet; none where the package does not say where the sheet stands.
///
/// # Errors
/// It names rows or cells that no sheet has.
pub(super) fn marks(package: &mut Package<'_>, sheet: &str) -> Result<Marks, DataError> {
    match sheet_part(package, sheet).and_then(|name| part(package, &name)) {
        Some(xml) => scan(&xml),
        None => Ok(Marks::default()),
    }
}

/// A part by its name, as a text.
fn part(package: &mut Package<'_>, name: &str) -> Option<String> {
    let bare =
        |name: &str| name.replace('\\', "/").trim_start_matches("./").trim_start_matches('/').to_lowercase();
    let at = (0..package.len())
        .find(|at| package.name_for_index(*at).is_some_and(|one| bare(one) == bare(name)))?;
    let mut bytes = Vec::new();
    package.by_index(at).ok()?.take(MAX_UNPACKED).read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// The name of the part that holds a sheet.
fn sheet_part(package: &mut Package<'_>, sheet: &str) -> Option<String> {
    let main = target(&part(package, "_rels/.rels")?, "", |_, kind| kind.ends_with("/officeDocument"))?;
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let book = part(package, &main)?;
    let book = roxmltree::Document::parse(&book).ok()?;
    let node = book
        .descendants()
        .find(|node| node.tag_name().name() == "sheet" && node.attribute("name") == Some(sheet))?;
    let id = node.attributes().find(|one| one.name() == "id" && one.namespace().is_some())?.value();
    target(&part(package, &format!("{folder}/_rels/{file}.rels"))?, folder, |one, _| one == id)
}

/// The part that a relationship leads to, chosen by its id and its type.
fn target(relations: &str, folder: &str, is_it: impl Fn(&str, &str) -> bool) -> Option<String> {
    let relations = roxmltree::Document::parse(relations).ok()?;
    let found = relations.descendants().find(|node| {
        let is_it = |id| is_it(id, node.attribute("Type").unwrap_or_default());
        node.attribute("Id").is_some_and(is_it)
    })?;
    let target = found.attribute("Target")?;
    Some(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    })
}

fn scan(xml: &str) -> Result<Marks, DataError> {
    let mut out = Marks::default();
    let mut reader = Reader::from_str(xml);
    let (mut row, mut at) = (0, None);
    let (mut formula, mut value, mut within) = (false, false, false);
    loop {
        // calamine reads on where an end tag is wrong, and would meet numbers there that nobody looked at.
        let event = reader.read_event().map_err(|error| DataError::Workbook(error.to_string()))?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                b"row" => {
                    row = match attribute(&tag, "r") {
                        Some(number) => number
                            .parse()
                            .ok()
                            .filter(|row| (1..=LAST.0).contains(row))
                            .ok_or_else(|| outside(&number))?,
                        None => row + 1,
                    };
                    if attribute(&tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
                        out.hidden.insert(row);
                    }
                }
                b"c" => {
                    // A formula may give an empty text.
                    (formula, value) = (false, attribute(&tag, "t").is_some_and(|sort| sort == "str"));
                    at = match attribute(&tag, "r") {
                        Some(name) => Some(cell(&name).ok_or_else(|| outside(&name))?),
                        None => None,
                    };
                }
                b"f" => formula = true,
                b"v" | b"is" => within = !is_empty,
                b"mergeCell" => {
                    let name = attribute(&tag, "ref").unwrap_or_default();
                    match Cells::parse(&name) {
                        Some(cells) => out.merges.push(cells),
                        None if cell(&name).is_some() => {}
                        None => return Err(outside(&name)),
                    }
                }
                _ => {}
            },
            Event::Text(_) | Event::GeneralRef(_) => value |= within,
            Event::End(tag) if matches!(tag.local_name().as_ref(), b"v" | b"is") => within = false,
            Event::End(tag) if tag.local_name().as_ref() == b"c" => {
                if let Some(at) = at.filter(|_| formula && !value) {
                    out.unworked.insert(at);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(out)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

/// A cell or row that no sheet has.
pub(super) fn outside(name: &str) -> DataError {
    DataError::Bound(message!(
        "\"{name}\" nằm ngoài một trang tính (ô cuối là XFD1048576)",
        "\"{name}\" lies outside a sheet (its last cell is XFD1048576)"
    ))
}
