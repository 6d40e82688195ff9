//! A DOCX read back, by other code than wrote it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use kehoach::document::Document;
use roxmltree::Node;
use zip::ZipArchive;

/// The parts of a package, by name.
pub struct Package(pub BTreeMap<String, String>);

pub fn package(document: &Document) -> Package {
    open(&kehoach::backend::docx::encode(document).unwrap().bytes)
}

pub fn open(bytes: &[u8]) -> Package {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(file.name().to_owned(), text);
    }
    Package(parts)
}

impl Package {
    pub fn part(&self, name: &str) -> roxmltree::Document<'_> {
        roxmltree::Document::parse(&self.0[name]).unwrap()
    }
}

/// A child by its local name.
pub fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|child| child.tag_name().name() == name)
}

/// The value of `w:val` or another attribute of a child.
pub fn value<'a>(node: Node<'a, 'a>, name: &str, attribute: &str) -> Option<&'a str> {
    let child = child(node, name)?;
    child.attributes().find(|one| one.name() == attribute).map(|one| one.value())
}

/// The words of a paragraph: no footnotes, a line break as a space.
pub fn words(paragraph: Node<'_, '_>) -> String {
    paragraph
        .descendants()
        .filter_map(|node| match node.tag_name().name() {
            "t" => node.text().map(str::to_owned),
            "br" => Some(" ".to_owned()),
            "noBreakHyphen" => Some("\u{2011}".to_owned()),
            _ => None,
        })
        .collect()
}
