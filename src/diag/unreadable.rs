//! A file that cannot be read, in words.

use std::io;
use std::path::Path;

use super::Message;
use crate::say;
use crate::source::ReadError;

/// Why a file or folder cannot be read.
pub fn unreadable(path: &Path, error: &ReadError) -> Message {
    let path = path.display();
    match error {
        ReadError::Io(error) if error.kind() == io::ErrorKind::NotFound => {
            say!("không có tệp {path}", "there is no file {path}")
        }
        ReadError::Io(error) => say!("không đọc được {path}", "cannot read {path}").because(error),
        ReadError::Folder => say!("{path} là một thư mục", "{path} is a folder"),
        ReadError::TooLarge => say!("{path} quá lớn", "{path} is too large"),
        ReadError::NotText(at) => say!(
            "{path} không phải văn bản UTF-8 (byte thứ {at}); hãy lưu lại với bảng mã UTF-8",
            "{path} is not UTF-8 text (byte {at}); save it as UTF-8"
        ),
    }
}
