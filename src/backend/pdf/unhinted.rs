//! The faces as a PDF embeds them: without the instructions that fit outlines to the pixels of a coarse screen.
//! They draw the same page, and a file is a quarter smaller. The font files stay as they are: what a PDF has of
//! a font is a part made for that one document.

use skrifa::{FontRef, Tag};

/// Tables that only hinting reads.
const HINTING: [&[u8; 4]; 3] = [b"cvt ", b"fpgm", b"prep"];

/// A TrueType font without its hints. `None` if it is broken, or its `loca` has short offsets, as none of ours.
pub(super) fn unhinted(font: &[u8]) -> Option<Vec<u8>> {
    let face = FontRef::new(font).ok()?;
    let table = |name| face.table_data(Tag::new(name)).map(|data| data.as_bytes());
    // `indexToLocFormat`
    if table(b"head")?.get(50..52)? != [0, 1] {
        return None;
    }
    let (glyf, loca) = glyphs(table(b"glyf")?, table(b"loca")?)?;
    let mut tables: Vec<(Tag, &[u8])> = Vec::new();
    for record in face.table_directory().table_records() {
        let name = record.tag();
        let data = match &name.to_be_bytes() {
            hints if HINTING.contains(&hints) => continue,
            b"glyf" => &glyf,
            b"loca" => &loca,
            _ => face.table_data(name)?.as_bytes(),
        };
        tables.push((name, data));
    }
    file(&tables)
}

/// `glyf` without instructions, and the `loca` that belongs to it.
fn glyphs(glyf: &[u8], loca: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let offsets: Vec<u32> = loca.as_chunks().0.iter().map(|bytes| u32::from_be_bytes(*bytes)).collect();
    let mut short = Vec::with_capacity(glyf.len());
    let mut places = vec![0; 4];
    for ends in offsets.windows(2) {
        let glyph = glyf.get(ends[0] as usize..ends[1] as usize)?;
        if !glyph.is_empty() {
            push_glyph(glyph, &mut short)?;
        }
        short.resize(short.len().next_multiple_of(2), 0);
        places.extend(u32::try_from(short.len()).ok()?.to_be_bytes());
    }
    Some((short, places))
}

/// Appends a glyph without its instructions: [`glyf`](https://learn.microsoft.com/typography/opentype/spec/glyf).
fn push_glyph(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const WORDS: u16 = 1;
    const SCALE: u16 = 1 << 3;
    const MORE: u16 = 1 << 5;
    const TWO_SCALES: u16 = 1 << 6;
    const MATRIX: u16 = 1 << 7;
    const INSTRUCTIONS: u16 = 1 << 8;

    let number = |at: usize| Some(u16::from_be_bytes([*glyph.get(at)?, *glyph.get(at + 1)?]));
    let contours = number(0)?.cast_signed();
    // After the number of contours and the four bounds.
    let mut at = 10;
    if let Ok(contours) = usize::try_from(contours) {
        at += 2 * contours;
        out.extend(glyph.get(..at)?);
        out.extend([0, 0]);
        out.extend(glyph.get(at + 2 + usize::from(number(at)?)..)?);
        return Some(());
    }
    out.extend(glyph.get(..at)?);
    loop {
        let flags = number(at)?;
        let transform = match flags {
            flags if flags & SCALE != 0 => 2,
            flags if flags & TWO_SCALES != 0 => 4,
            flags if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        let end = at + 4 + if flags & WORDS != 0 { 4 } else { 2 } + transform;
        out.extend((flags & !INSTRUCTIONS).to_be_bytes());
        out.extend(glyph.get(at + 2..end)?);
        at = end;
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

/// A font file of these tables. Nobody reads its checksums: what is embedded gets others.
fn file(tables: &[(Tag, &[u8])]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let mut out = vec![0, 1, 0, 0];
    out.extend(count.to_be_bytes());
    // The three numbers for a binary search, which nobody uses either.
    out.extend([0; 6]);
    let mut at = out.len() + 16 * tables.len();
    for (name, data) in tables {
        out.extend(name.to_be_bytes());
        out.extend([0; 4]);
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend(*data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test")]
mod tests {
    use skrifa::MetadataProvider;
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::{DrawSettings, OutlinePen};
    use skrifa::raw::TableProvider;

    use super::*;
    use crate::typeset::FACES;

    /// What a glyph looks like.
    #[derive(Default, PartialEq, Debug)]
    struct Outline(Vec<[f32; 6]>);

    impl OutlinePen for Outline {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push([0.0, x, y, 0.0, 0.0, 0.0]);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push([1.0, x, y, 0.0, 0.0, 0.0]);
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push([2.0, x1, y1, x, y, 0.0]);
        }
        fn curve_to(&mut self, x1: f32, y1: f32, _: f32, _: f32, x: f32, y: f32) {
            self.0.push([3.0, x1, y1, x, y, 0.0]);
        }
        fn close(&mut self) {
            self.0.push([4.0; 6]);
        }
    }

    #[test]
    fn a_face_without_hints_draws_the_same() {
        for font in FACES {
            let bare = unhinted(font).unwrap();
            assert!(bare.len() < font.len() * 7 / 10, "{} of {}", bare.len(), font.len());
            let (old, new) = (FontRef::new(font).unwrap(), FontRef::new(&bare).unwrap());
            let (of_old, of_new) = (old.outline_glyphs(), new.outline_glyphs());
            let count = old.maxp().unwrap().num_glyphs();
            assert_eq!(count, new.maxp().unwrap().num_glyphs());
            let mut drawn = 0;
            for glyph in (0..count).map(skrifa::GlyphId::from) {
                let outline = |glyphs: &skrifa::outline::OutlineGlyphCollection| {
                    let mut outline = Outline::default();
                    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                    glyphs.get(glyph).unwrap().draw(settings, &mut outline).unwrap();
                    outline
                };
                let drawing = outline(&of_new);
                assert_eq!(outline(&of_old), drawing);
                assert_eq!(old.hmtx().unwrap().advance(glyph), new.hmtx().unwrap().advance(glyph));
                drawn += drawing.0.len();
            }
            assert!(drawn > 50_000, "{drawn}");
            for table in HINTING.map(Tag::new) {
                assert!(old.table_data(table).is_some() && new.table_data(table).is_none());
            }
        }
    }

    #[test]
    fn a_broken_font_is_none() {
        assert_eq!(unhinted(b""), None);
        for length in [4, 12, 300, 10_000, FACES[0].len() / 2] {
            assert_eq!(unhinted(&FACES[0][..length]), None, "{length}");
        }
    }
}
