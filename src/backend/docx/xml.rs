//! A small XML tree: what the package pass reads, changes and writes.

use ecow::EcoString;
use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};

use super::DocxError;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name with its prefix.
    pub name: EcoString,
    /// Its attributes, in order.
    pub attributes: Vec<(EcoString, EcoString)>,
    /// What is in it.
    pub children: Vec<XmlNode>,
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum XmlNode {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// An empty element.
    pub(super) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        Self { name: name.into(), attributes, children: Vec::new() }
    }

    /// The same with children.
    pub(super) fn with(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(XmlNode::Element));
        self
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// Changes the first element with this name in it, made at the beginning if there is none.
    pub(super) fn change_child(&mut self, name: &str, change: impl FnOnce(&mut Element)) {
        if self.child(name).is_none() {
            self.children.insert(0, XmlNode::Element(Element::new(name, &[])));
        }
        let found = self.children.iter_mut().find_map(|node| match node {
            XmlNode::Element(element) if element.name == name => Some(element),
            _ => None,
        });
        if let Some(element) = found {
            change(element);
        }
    }

    /// The first element with this name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its text, that of its elements included.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                XmlNode::Element(element) => element.push_text(out),
                XmlNode::Text(text) => out.push_str(text),
            }
        }
    }

    /// Calls `change` with every element below, the deepest first, then with this one.
    pub(super) fn each_mut(&mut self, change: &mut dyn FnMut(&mut Element)) {
        for node in &mut self.children {
            if let XmlNode::Element(element) = node {
                element.each_mut(change);
            }
        }
        change(self);
    }

    /// As a whole file.
    pub(super) fn to_file(&self) -> Vec<u8> {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut out);
        out.into_bytes()
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (key, value) in &self.attributes {
            out.push(' ');
            out.push_str(key);
            out.push_str("=\"");
            out.push_str(&escape(value.as_str()));
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.children {
            match node {
                XmlNode::Element(element) => element.write(out),
                XmlNode::Text(text) => out.push_str(&escape(text.as_str())),
            }
        }
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }
}

/// Parses a part, or a fragment with one root whose prefixes are declared elsewhere.
///
/// # Errors
/// It is not well-formed.
pub(super) fn parse(text: &[u8]) -> Result<Element, DocxError> {
    let failed = |error: &dyn std::fmt::Display| DocxError(format!("XML: {error}"));
    let text = std::str::from_utf8(text).map_err(|error| failed(&error))?;
    let mut reader = Reader::from_str(text);
    let mut stack = vec![Element::default()];
    loop {
        let done = match reader.read_event().map_err(|error| failed(&error))? {
            Event::Start(start) => {
                stack.push(element(&start)?);
                None
            }
            Event::Empty(start) => Some(XmlNode::Element(element(&start)?)),
            Event::End(_) => stack.pop().map(XmlNode::Element),
            Event::Text(text) => {
                Some(XmlNode::Text(text.decode().map_err(|error| failed(&error))?.into_owned()))
            }
            Event::GeneralRef(name) => {
                let name = name.decode().map_err(|error| failed(&error))?;
                let text = unescape(&format!("&{name};")).map_err(|error| failed(&error))?.into_owned();
                Some(XmlNode::Text(text))
            }
            Event::Eof => break,
            _ => None,
        };
        if let (Some(node), Some(parent)) = (done, stack.last_mut()) {
            parent.children.push(node);
        }
    }
    let root = stack.pop().filter(|_| stack.is_empty());
    root.and_then(|root| {
        root.children.into_iter().find_map(|node| match node {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    })
    .ok_or_else(|| DocxError("XML: no root element".to_owned()))
}

fn element(start: &BytesStart) -> Result<Element, DocxError> {
    let failed = |error: &dyn std::fmt::Display| DocxError(format!("XML: {error}"));
    let utf8 = |bytes: &[u8]| std::str::from_utf8(bytes).map(EcoString::from).map_err(|error| failed(&error));
    let mut out = Element { name: utf8(start.name().as_ref())?, ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| failed(&error))?;
        let value = utf8(&attribute.value)?;
        let value = unescape(&value).map_err(|error| failed(&error))?;
        out.attributes.push((utf8(attribute.key.as_ref())?, value.as_ref().into()));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:p a=\"&lt;&quot;\"><w:t xml:space=\"preserve\"> a &amp; b &lt;c </w:t><w:r/></w:p>";
        let read = parse(text.as_bytes());
        assert_eq!(
            read.map(|tree| String::from_utf8_lossy(&tree.to_file()).into_owned()).ok().as_deref(),
            Some(text)
        );
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        assert!(parse(b"<a><b></a>").is_err());
        assert!(parse(b"").is_err());
    }
}
