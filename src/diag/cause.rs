//! Why the system refused to read or write, in words.

use std::io::{self, ErrorKind};

use super::Message;
use crate::message;

impl Message {
    /// This, and the reason: what the system says of it is in English, and often not for a clerk.
    pub fn caused_by(self, error: &io::Error) -> Self {
        let reason = reason(error);
        Self { vi: format!("{}: {}", self.vi, reason.vi), en: format!("{}: {}", self.en, reason.en) }
    }
}

fn reason(error: &io::Error) -> Message {
    if is_open_elsewhere(error) {
        return message!(
            "tệp đang mở trong chương trình khác; hãy đóng nó rồi chạy lại",
            "the file is open in another program; close it and try again"
        );
    }
    match error.kind() {
        ErrorKind::NotFound => message!("không có tệp hoặc thư mục này", "there is no such file or folder"),
        ErrorKind::PermissionDenied => message!(
            "không có quyền; hãy xem quyền của tệp và thư mục",
            "no permission; look at those of the file and its folder"
        ),
        ErrorKind::ReadOnlyFilesystem => message!("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            message!(
                "hết chỗ trên ổ đĩa; hãy dọn bớt rồi chạy lại",
                "no room on the disk; make some and try again"
            )
        }
        ErrorKind::FileTooLarge => {
            message!("tệp lớn hơn mức hệ thống cho phép", "the file is larger than the system allows")
        }
        ErrorKind::IsADirectory => message!("chỗ này đã là một thư mục", "there is a folder in its place"),
        ErrorKind::NotADirectory => {
            message!("trên đường dẫn có một tệp, không phải thư mục", "a file stands where a folder should")
        }
        ErrorKind::AlreadyExists => {
            message!("chỗ này đã có một tệp", "a file stands in its place")
        }
        ErrorKind::InvalidFilename => {
            message!("ổ đĩa không nhận tên này", "the disk does not take this name")
        }
        _ => Message { vi: error.to_string(), en: error.to_string() },
    }
}

/// Windows keeps what one program has open from the others.
fn is_open_elsewhere(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}
