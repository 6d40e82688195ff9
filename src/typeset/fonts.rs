//! The four faces that the program carries, and their metrics. Liberation Serif has the advance
//! widths, ascent, descent and line gap of Times New Roman.

use std::sync::OnceLock;

use skrifa::raw::tables::hhea::Hhea;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::raw::{ReadError, TableProvider};
use skrifa::{FontRef, GlyphId, MetadataProvider, charmap::Charmap};

use crate::length::Length;
use crate::text::{BREAK, Inline};

/// A face of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Đứng.
    Regular,
    /// Đứng, đậm.
    Bold,
    /// Nghiêng.
    Italic,
    /// Nghiêng, đậm.
    BoldItalic,
}

/// The font files, in the order of [`Face`].
pub(crate) const FACES: [&[u8]; 4] = [
    include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
];

impl Face {
    /// The face for a style.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    #[expect(clippy::expect_used, reason = "the files are compiled in, and a test parses them")]
    fn get(self) -> &'static Parsed {
        static PARSED: OnceLock<[Parsed; 4]> = OnceLock::new();
        let all = PARSED.get_or_init(|| FACES.map(|bytes| Parsed::of(bytes).expect("a compiled-in font")));
        &all[self as usize]
    }

    /// Advance width of a character in 1/2048 em. U+2011 is drawn as a hyphen.
    pub fn advance(self, c: char) -> u32 {
        let c = match c {
            '\u{2011}' => '-',
            BREAK => return 0,
            c => c,
        };
        let known = usual_place(c).map(|at| self.usual()[at]);
        known.map_or_else(|| self.look_up(c), u32::from)
    }

    fn look_up(self, c: char) -> u32 {
        let face = self.get();
        face.glyph(c).and_then(|glyph| face.widths.advance(glyph)).map_or(0, u32::from)
    }

    /// Widths of the characters that documents are made of: looked up once, since every character
    /// of every document is measured.
    fn usual(self) -> &'static [u16] {
        static ALL: [OnceLock<Vec<u16>>; 4] = [const { OnceLock::new() }; 4];
        ALL[self as usize].get_or_init(|| {
            let chars = USUAL.into_iter().flat_map(|(from, to)| from..to).filter_map(char::from_u32);
            chars.map(|c| u16::try_from(self.look_up(c)).unwrap_or(0)).collect()
        })
    }

    /// Width of a text set in one line at `size`, without kerning.
    pub fn width(self, text: &str, size: Length) -> Length {
        let units: u32 = text.chars().map(|c| self.advance(c)).sum();
        size.scale(f64::from(units) / UNITS_PER_EM)
    }
}

/// What is read of a font file.
struct Parsed {
    glyphs: Charmap<'static>,
    widths: Hmtx<'static>,
    line: Hhea<'static>,
}

impl Parsed {
    fn of(bytes: &'static [u8]) -> Result<Self, ReadError> {
        let font = FontRef::new(bytes)?;
        Ok(Self { glyphs: font.charmap(), widths: font.hmtx()?, line: font.hhea()? })
    }

    fn glyph(&self, c: char) -> Option<GlyphId> {
        self.glyphs.map(c)
    }
}

const UNITS_PER_EM: f64 = 2048.0;

/// Latin with Vietnamese letters, and punctuation; ends excluded. None of them is a surrogate.
const USUAL: [(u32, u32); 3] = [(0x20, 0x250), (0x1e00, 0x1f00), (0x2000, 0x2070)];

/// Where a character stands among the usual ones.
fn usual_place(c: char) -> Option<usize> {
    let c = u32::from(c);
    let mut before = 0;
    for (from, to) in USUAL {
        if (from..to).contains(&c) {
            return Some((before + c - from) as usize);
        }
        before += to - from;
    }
    None
}

/// Whether every face of the font has a glyph for `c`.
pub fn covers(c: char) -> bool {
    let c = match c {
        '\u{2011}' => '-',
        // Prints nothing.
        BREAK => return true,
        c => c,
    };
    ALL.iter().all(|face| match usual_place(c) {
        Some(at) => face.usual()[at] > 0,
        None => face.get().glyph(c).is_some(),
    })
}

const ALL: [Face; 4] = [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic];

/// From baseline to baseline at single spacing: ascent + descent + line gap.
pub fn single_pitch(size: Length) -> Length {
    let line = &Face::Regular.get().line;
    let [ascent, descent, gap] =
        [line.ascender(), line.descender(), line.line_gap()].map(|one| i32::from(one.to_i16()));
    let units = ascent - descent + gap;
    size.scale(f64::from(units) / UNITS_PER_EM)
}

/// From the top of a line to its baseline at single spacing.
pub(crate) fn ascent(size: Length) -> Length {
    size.scale(f64::from(Face::Regular.get().line.ascender().to_i16()) / UNITS_PER_EM)
}

/// Width of running text set in one line; `bold` and `italic` are what its role adds.
pub(crate) fn natural_width(text: &[Inline], bold: bool, italic: bool, size: Length) -> Length {
    text.iter()
        .map(|inline| match inline {
            Inline::Text { text, bold: b, italic: i } => Face::of(bold || *b, italic || *i).width(text, size),
            Inline::Note { .. } | Inline::Break | Inline::Fill => Length::ZERO,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_times_new_roman() {
        let (name, motto) = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
        let mm = |text, pt| (Face::Bold.width(text, Length::pt(pt)).to_mm() * 100.0).round() / 100.0;
        assert_eq!(mm(motto, 14), 60.46);
        assert_eq!(mm(motto, 13), 56.14);
        assert_eq!(mm(name, 13), 95.67);
        assert_eq!(mm(name, 12), 88.32);
    }

    #[test]
    fn the_table_of_usual_widths_is_the_font() {
        for face in ALL {
            for c in (0x20..0x2200).filter_map(char::from_u32).filter(|c| *c != '\u{2011}') {
                assert_eq!(face.advance(c), face.look_up(c), "{c:?}");
            }
        }
    }

    #[test]
    fn single_spacing_is_that_of_word() {
        let pitch = single_pitch(Length::pt(14)).to_pt();
        assert!((pitch - 16.1).abs() < 0.01, "{pitch}");
    }

    #[test]
    fn every_vietnamese_letter_has_a_glyph() {
        let letters =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        assert!(letters.chars().flat_map(|c| std::iter::once(c).chain(c.to_uppercase())).all(covers));
        assert!(!covers('漢'));
    }
}
