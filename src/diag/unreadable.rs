//! A file that cannot be read, in words.

use std::io;
use std::path::Path;

use super::Message;
use crate::message;
use crate::source::{Foreign, ReadError};

/// Why a file or folder cannot be read.
pub fn unreadable(path: &Path, error: &ReadError) -> Message {
    let path = path.display();
    match error {
        ReadError::Io(error) if error.kind() == io::ErrorKind::NotFound => {
            message!("không có tệp {path}", "there is no file {path}")
        }
        ReadError::Io(error) => message!("không đọc được {path}", "cannot read {path}").caused_by(error),
        ReadError::Folder => message!("{path} là một thư mục", "{path} is a folder"),
        ReadError::Special => {
            message!("{path} không phải một tệp thường", "{path} is a pipe or a device, no file")
        }
        ReadError::TooLarge => message!("{path} quá lớn", "{path} is too large"),
        ReadError::Foreign(what) => {
            let (is, to_do) = foreign(*what);
            Message {
                vi: format!("{path} {}; {}", is.vi, to_do.vi),
                en: format!("{path} {}; {}", is.en, to_do.en),
            }
        }
        ReadError::NotText(at) => message!(
            "{path} không phải văn bản UTF-8 (byte thứ {at}); hãy lưu lại với bảng mã UTF-8",
            "{path} is not UTF-8 text (byte {at}); save it as UTF-8"
        ),
    }
}

/// Why a template cannot be read.
pub fn unreadable_template(path: &Path, error: &ReadError) -> Message {
    let path = path.display();
    let message = message!("không đọc được mẫu {path}", "the template {path} cannot be read");
    let Message { vi, en } = match error {
        ReadError::Io(error) => return message.caused_by(error),
        ReadError::Folder => message!("đây là một thư mục", "it is a folder"),
        ReadError::Special => message!("đây không phải một tệp thường", "it is a pipe or a device"),
        ReadError::TooLarge => message!("tệp quá lớn", "it is too large"),
        ReadError::Foreign(what) => {
            let (is, _) = foreign(*what);
            Message { vi: format!("tệp {}", is.vi), en: format!("it {}", is.en) }
        }
        ReadError::NotText(at) => {
            message!("không phải văn bản UTF-8 (byte thứ {at})", "it is not UTF-8 text (byte {at})")
        }
    };
    Message { vi: format!("{}: {vi}", message.vi), en: format!("{}: {en}", message.en) }
}

/// What the file is, and what to do.
fn foreign(what: Foreign) -> (Message, Message) {
    let is = match what {
        Foreign::Docx => message!("là một tệp Word (.docx)", "is a Word document (.docx)"),
        Foreign::Xlsx => message!("là một bảng tính Excel (.xlsx)", "is an Excel workbook (.xlsx)"),
        Foreign::Pptx => message!("là một tệp PowerPoint (.pptx)", "is a PowerPoint file (.pptx)"),
        Foreign::Odt => message!("là một tệp LibreOffice Writer (.odt)", "is a LibreOffice text (.odt)"),
        Foreign::Ods => message!("là một bảng tính LibreOffice (.ods)", "is a LibreOffice table (.ods)"),
        Foreign::Zip => message!("là một tệp nén (.zip)", "is an archive (.zip)"),
        Foreign::Doc => message!("là một tệp Word đời cũ (.doc)", "is an old Word document (.doc)"),
        Foreign::Xls => message!("là một bảng tính Excel đời cũ (.xls)", "is an old Excel workbook (.xls)"),
        Foreign::OldOffice => message!("là một tệp Office đời cũ", "is a file of an old Office"),
        Foreign::Rtf => message!("là một tệp văn bản RTF", "is a rich text (.rtf)"),
        Foreign::Pdf => message!("là một tệp PDF", "is a PDF"),
        Foreign::Picture => message!("là một tệp ảnh", "is a picture"),
        Foreign::Utf16 => {
            return (
                message!("là văn bản bảng mã UTF-16 (\"Unicode\")", "is a text in UTF-16 (\"Unicode\")"),
                message!(
                    "hãy lưu lại với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8)",
                    "save it as UTF-8 (Notepad: Save As, Encoding: UTF-8)"
                ),
            );
        }
    };
    let to_do = match what {
        Foreign::Xlsx | Foreign::Ods | Foreign::Xls => message!(
            "kế hoạch là một tệp văn bản .yaml; bảng tính làm dữ liệu thì lưu thành .xlsx và ghi tên ở for_each.in của kế hoạch",
            "a plan is a text file (.yaml); a workbook of data is saved as .xlsx and named in the plan's for_each.in"
        ),
        _ => message!(
            "kế hoạch là một tệp văn bản .yaml: tạo bằng kehoach new TÊN.yaml rồi chép lời văn vào đó",
            "a plan is a text file (.yaml): make one with kehoach new NAME.yaml and copy the words into it"
        ),
    };
    (is, to_do)
}
