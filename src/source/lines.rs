//! Where the lines of a text begin, and how many characters stand before a byte: counted once a text, so that
//! many findings in a large file cost no more than a few.

/// Bytes between two places whose characters are counted.
const STEP: usize = 1024;

/// The index of a text.
#[derive(Debug)]
pub(super) struct LineIndex {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// Characters that begin before each multiple of [`STEP`].
    chars: Vec<usize>,
}

/// Whether a byte begins a character.
fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

impl LineIndex {
    /// Counts a text.
    pub(super) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut count = 0;
        let chars = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += chunk.iter().filter(|byte| begins(**byte)).count();
            before
        });
        Self { starts, chars: chars.collect() }
    }

    /// The line that a byte stands in, from 0.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The first byte of a line.
    pub(super) fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or_default()
    }

    /// One past the last byte of a line, its line break not counted.
    pub(super) fn end(&self, line: usize, text: &str) -> usize {
        self.starts.get(line + 1).map_or(text.len(), |next| next - 1)
    }

    /// How many characters begin before a byte.
    pub(super) fn chars_before(&self, at: usize, text: &str) -> usize {
        let step = (at / STEP).min(self.chars.len().saturating_sub(1));
        let rest = &text.as_bytes()[(step * STEP).min(at)..at];
        self.chars.get(step).copied().unwrap_or_default() + rest.iter().filter(|byte| begins(**byte)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_once_is_what_is_counted_anew() {
        let text = "đỡ đầu\r\nkế hoạch\n\n".repeat(300) + "xã";
        let lines = LineIndex::of(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            assert_eq!(lines.line(at), before.matches('\n').count());
            assert_eq!(lines.start(lines.line(at)), before.rfind('\n').map_or(0, |end| end + 1));
            assert_eq!(lines.chars_before(at, &text), before.chars().count());
        }
        assert_eq!(&text[lines.start(0)..lines.end(0, &text)], "đỡ đầu\r");
        assert_eq!(lines.end(lines.line(text.len()), &text), text.len());
    }
}
