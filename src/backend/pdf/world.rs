//! All that Typst may see: our fonts, two templates and the data. No disk, no clock, no packages.

use std::sync::{Mutex, OnceLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Content, Datetime, Duration};
use typst::pdf::PdfMarkerTag;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_library::foundations::func;

use super::unhinted::unhinted;
use super::{Drawing, DrawingTemplates};
use crate::typeset::{FACES, Face};

/// What is the same for every document: interned once, since Typst's file ids are never freed.
struct FixedWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    /// In the order of [`Face`].
    fonts: [Font; 4],
    document: FileId,
    blocks: FileId,
    data: FileId,
    layout: FileId,
}

/// The body of a list item (`LBody`), for lists that are drawn as paragraphs: Typst's own list would
/// hang their text, and a show rule alone would lose the tags.
#[func]
fn list_body(body: Content) -> Content {
    PdfMarkerTag::ListItemBody(body)
}

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads them")]
fn fixed() -> &'static FixedWorld {
    static FIXED: OnceLock<FixedWorld> = OnceLock::new();
    FIXED.get_or_init(|| {
        let font = |bytes| Font::new(Bytes::new(unhinted(bytes)?), 0);
        let fonts = FACES.map(|bytes| font(bytes).expect("a compiled-in font"));
        let mut library = Library::builder().build();
        library.global.scope_mut().define_func::<list_body>();
        FixedWorld {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            document: file_id("document.typ"),
            blocks: file_id("blocks.typ"),
            data: file_id("data.json"),
            layout: file_id("layout.json"),
        }
    })
}

#[expect(clippy::expect_used, reason = "four fixed names, none of them with a special component")]
fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The face for words without a style.
pub(super) fn regular() -> &'static Font {
    &fixed().fonts[Face::Regular as usize]
}

/// The world of one document.
pub(super) struct TypstWorld {
    fixed: &'static FixedWorld,
    document: Source,
    blocks: Source,
    data: Bytes,
    layout: Bytes,
}

impl TypstWorld {
    /// The templates and one document's data.
    pub(super) fn new(templates: &DrawingTemplates, drawing: &Drawing) -> Self {
        let fixed = fixed();
        Self {
            fixed,
            document: parsed(fixed.document, &templates.document.text),
            blocks: parsed(fixed.blocks, &templates.blocks.text),
            data: Bytes::from_string(drawing.data.clone()),
            layout: Bytes::from_string(drawing.layout.clone()),
        }
    }
}

/// The parsed text of a template. The last one of each name is kept: all documents of a run have the same.
fn parsed(id: FileId, text: &str) -> Source {
    static LAST: Mutex<Vec<Source>> = Mutex::new(Vec::new());
    let new = || Source::new(id, text.to_owned());
    let Ok(mut last) = LAST.lock() else { return new() };
    if let Some(known) = last.iter().find(|known| known.id() == id && known.text() == text) {
        return known.clone();
    }
    last.retain(|known| known.id() != id);
    last.push(new());
    last.last().cloned().unwrap_or_else(new)
}

impl World for TypstWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixed.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fixed.book
    }

    fn main(&self) -> FileId {
        self.fixed.document
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            id if id == self.fixed.document => Ok(self.document.clone()),
            id if id == self.fixed.blocks => Ok(self.blocks.clone()),
            _ => Err(absent(id)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.fixed.data => Ok(self.data.clone()),
            id if id == self.fixed.layout => Ok(self.layout.clone()),
            _ => Err(absent(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fixed.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
