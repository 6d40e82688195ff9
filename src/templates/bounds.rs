//! What one text with expressions may cost: how often its loops turn, how long its values grow, how much it
//! prints. Tera has no such bounds, so calls that count are put behind the tags that can make it long.

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::segments::{Segment, SegmentKind};
use super::translated::BOTH;

/// Turns of all loops of one document together.
const MAX_TURNS: u32 = 100_000;
/// Bytes of a value that is set, replaced or joined: some thirty pages of text.
const MAX_VALUE: usize = 64 * 1024;
/// Bytes that one text prints.
pub(super) const MAX_PRINTED: usize = 128 * 1024;
/// Bytes that all texts of one document print.
pub(super) const MAX_TOTAL: usize = 8 * 1024 * 1024;
/// Branches of conditions in one text; Tera compiles them one inside the other.
const MAX_BRANCHES: usize = 200;
/// Bytes inside one pair of braces.
const MAX_EXPRESSION: usize = 2_000;

const TICK: &str = "__tick";
const WEIGH: &str = "__weigh";

thread_local! {
    /// Turns that are left to the text being printed on this thread.
    static LEFT: Cell<u32> = const { Cell::new(0) };
}

/// What the texts of one document may still cost.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    turns: Cell<u32>,
    bytes: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { turns: Cell::new(MAX_TURNS), bytes: Cell::new(MAX_TOTAL) }
    }
}

impl Budget {
    /// What `print` writes, at most `room` bytes, with what it cost taken off. The error is that of `print`, or
    /// that it is too much.
    pub(super) fn spend<E>(
        &self,
        room: usize,
        print: impl FnOnce(&mut Printing) -> Result<(), E>,
        too_much: impl FnOnce(String) -> E,
    ) -> Result<String, E> {
        LEFT.set(self.turns.get());
        let mut out = Printing { bytes: Vec::new(), room: self.bytes.get().min(room), is_full: false };
        let printed = print(&mut out);
        self.turns.set(LEFT.get());
        self.bytes.set(self.bytes.get().saturating_sub(out.bytes.len()));
        if out.is_full {
            return Err(too_much(too_long(out.room)));
        }
        printed?;
        // Templates and values are texts, and so is what they print.
        Ok(String::from_utf8_lossy(&out.bytes).into_owned())
    }
}

/// Adds the counting functions, and bounded ones in the place of filters that can multiply a text.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(TICK, |_: Kwargs, _: &State| tick(1));
    tera.register_function(WEIGH, |arguments: Kwargs, _: &State| -> TeraResult<bool> {
        let value: Value = arguments.must_get("v")?;
        weigh(&value, &mut 0)?;
        Ok(true)
    });
    tera.register_filter("replace", |value: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let (from, to): (&str, &str) = (arguments.must_get("from")?, arguments.must_get("to")?);
        let growth = value.matches(from).count().saturating_mul(to.len());
        within(value.len().saturating_add(growth))?;
        Ok(value.replace(from, to))
    });
    tera.register_filter("join", |value: Vec<Value>, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let separator: &str = arguments.get("sep")?.unwrap_or_default();
        let parts: Vec<String> = value.iter().map(Value::to_string).collect();
        let bytes = parts.iter().map(|part| part.len().saturating_add(separator.len()));
        within(bytes.fold(0, usize::saturating_add))?;
        Ok(parts.join(separator))
    });
    // Spaces at the beginning of lines: there are no lines in a paragraph.
    tera.register_filter("indent", |_: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        Err(Error::message(format!("không dùng bộ lọc indent ở đây{BOTH}there is no use for indent here")))
    });
}

/// Takes some turns; a range takes as many as it is long, before it is made.
pub(super) fn tick(turns: u32) -> TeraResult<bool> {
    let left = LEFT.get().checked_sub(turns);
    LEFT.set(left.unwrap_or(0));
    left.map(|_| true).ok_or_else(|| {
        Error::message(format!(
            "các vòng lặp quay quá {MAX_TURNS} lần; hãy lặp qua ít giá trị hơn{BOTH}the loops turn more than \
             {MAX_TURNS} times; loop over fewer values"
        ))
    })
}

fn within(bytes: usize) -> TeraResult<()> {
    match bytes <= MAX_VALUE {
        true => Ok(()),
        false => Err(Error::message(too_long(MAX_VALUE))),
    }
}

fn too_long(limit: usize) -> String {
    let limit = limit / 1024;
    format!(
        "biểu thức cho ra hơn {limit} KB chữ; hãy rút gọn{BOTH}the expression makes more than {limit} KB of text; \
         shorten it"
    )
}

/// Lists share what they hold, so that a short one may print for ever: what counts is what would print.
fn weigh(value: &Value, bytes: &mut usize) -> TeraResult<()> {
    *bytes += 1 + value.as_str().map_or(0, str::len);
    within(*bytes)?;
    for one in value.as_array().into_iter().flatten() {
        weigh(one, bytes)?;
    }
    for one in value.as_map().into_iter().flat_map(|map| map.values()) {
        weigh(one, bytes)?;
    }
    Ok(())
}

/// Takes what a text prints, up to a bound.
pub(super) struct Printing {
    bytes: Vec<u8>,
    room: usize,
    is_full: bool,
}

impl Write for Printing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.room {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Why a text is too much to compile, and where.
///
/// # Errors
/// An expression is too long, or there are too many branches.
pub(super) fn compilable(text: &str, segments: &[Segment]) -> Result<(), (String, std::ops::Range<usize>)> {
    let mut branches = 0;
    for Segment { at, .. } in segments.iter().filter(|segment| segment.kind != SegmentKind::Words) {
        if at.len() > MAX_EXPRESSION {
            let words = format!(
                "một biểu thức dài hơn {MAX_EXPRESSION} byte{BOTH}an expression is longer than {MAX_EXPRESSION} bytes"
            );
            return Err((words, at.clone()));
        }
        branches += usize::from(tag(&text[at.clone()]).is_some_and(|(name, _)| name == "elif"));
        if branches > MAX_BRANCHES {
            let words = format!(
                "quá {MAX_BRANCHES} nhánh elif{BOTH}there are more than {MAX_BRANCHES} branches elif"
            );
            return Err((words, at.clone()));
        }
    }
    Ok(())
}

/// The text with counting calls behind loops and what is set; as it is where there are none.
pub(super) fn metered(text: &str, segments: &[Segment]) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut blocks, mut is_raw) = (Vec::new(), false);
    for Segment { at, .. } in segments {
        let written = &text[at.clone()];
        out.push_str(written);
        let Some((name, rest)) = tag(written) else { continue };
        let call = match name {
            "raw" | "endraw" => {
                is_raw = name == "raw";
                None
            }
            _ if is_raw => None,
            "for" => Some(format!("{TICK}()")),
            "set" | "set_global" => {
                let (variable, value) = rest.split_at(rest.find(['=', '|']).unwrap_or(rest.len()));
                let variable = variable.trim().to_owned();
                if value.starts_with('=') {
                    Some(format!("{WEIGH}(v={variable})"))
                } else {
                    blocks.push(variable);
                    None
                }
            }
            "endset" => blocks.pop().map(|variable| format!("{WEIGH}(v={variable})")),
            _ => None,
        };
        if let Some(call) = call {
            // A tag that eats the white space behind it still does.
            let (open, close) = if written.ends_with("-%}") { ("-%}{%-", "-%}") } else { ("%}{%", "%}") };
            out.push_str(&format!("{{% if {call} {open} endif {close}"));
        }
    }
    out
}

/// The first word of a tag, and what follows it.
fn tag(written: &str) -> Option<(&str, &str)> {
    let inside = written.strip_prefix("{%")?.strip_suffix("%}")?;
    let inside = inside.trim_start_matches('-').trim_end_matches('-').trim();
    Some(inside.split_once(char::is_whitespace).unwrap_or((inside, "")))
}
