//! Bytes → text, and why they are none.

use std::fmt;
use std::io::Read;

use super::foreign::{self, Foreign};

/// The largest text file that is read: plans are a few pages.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Why a file could not be read as a text.
#[derive(Debug)]
pub enum ReadError {
    /// The operating system refused.
    Io(std::io::Error),
    /// It is a folder.
    Folder,
    /// It is a pipe, a device or the like.
    Special,
    /// It is larger than it may be.
    TooLarge,
    /// It is a file of another program.
    Foreign(Foreign),
    /// It is not UTF-8: the first bad byte's offset.
    NotText(usize),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(out),
            Self::Folder => out.write_str("it is a folder"),
            Self::Special => out.write_str("it is a pipe or a device"),
            Self::TooLarge => out.write_str("it is too large"),
            Self::Foreign(what) => write!(out, "it is a file of another program ({what:?})"),
            Self::NotText(at) => write!(out, "it is not UTF-8 text (byte {at})"),
        }
    }
}

impl std::error::Error for ReadError {}

/// The text of what is open already, e.g. standard input; at most [`MAX_BYTES`] of it.
///
/// # Errors
/// It cannot be read, is too large, or is not UTF-8.
pub fn read_from(file: impl Read) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a text that is too large from one that just fits, also where the size is not
    // known before.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    small_text(bytes)
}

/// Bytes as text.
///
/// # Errors
/// They are more than [`MAX_BYTES`], or not UTF-8.
pub fn small_text(bytes: Vec<u8>) -> Result<String, ReadError> {
    match foreign::sniff(&bytes) {
        // A large picture is a picture in the first place.
        Some(foreign) => Err(ReadError::Foreign(foreign)),
        None => text(within(MAX_BYTES, bytes)?),
    }
}

/// Bytes that are not more than `limit`.
///
/// # Errors
/// They are.
pub fn within(limit: u64, bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// The bytes as a text, UTF-8 or, as Excel's "Unicode Text" is, UTF-16 with its mark.
///
/// # Errors
/// They are another program's, or no text.
pub fn any_text(bytes: Vec<u8>) -> Result<String, ReadError> {
    let unit: fn([u8; 2]) -> u16 = match bytes.as_slice() {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return foreign::sniff(&bytes).map_or_else(|| text(bytes), |what| Err(ReadError::Foreign(what))),
    };
    let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let read: Result<String, _> = char::decode_utf16(units).collect();
    read.map_err(|_| ReadError::Foreign(Foreign::Utf16))
}

/// The bytes as a text.
///
/// # Errors
/// They are not UTF-8.
pub fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    String::from_utf8(bytes).map_err(|error| ReadError::NotText(error.utf8_error().valid_up_to()))
}
