//! What is wrong with a command line, in words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diag::{Lang, Message};
use crate::message;

/// The message, what to do, and how the command is called.
pub(crate) fn wrong(error: &Error, lang: Lang) -> String {
    let label = match lang {
        Lang::Vi => "lỗi",
        Lang::En => "error",
    };
    let mut out = format!("{label}: {}\n", what(error).get(lang));
    if let Some(help) = to_do(error) {
        out.push_str(&format!("  {}\n", help.get(lang)));
    }
    let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        let heading = match lang {
            Lang::Vi => "Cách dùng",
            Lang::En => "Usage",
        };
        out.push_str(&format!("\n{heading}: {usage}\n"));
    }
    out.push_str(match lang {
        Lang::Vi => "\nXem hướng dẫn: --help",
        Lang::En => "\nFor more: --help",
    });
    out
}

fn what(error: &Error) -> Message {
    let arg = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => message!("không có tham số {arg}", "there is no argument {arg}"),
        ErrorKind::InvalidSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand);
            message!("không có lệnh {command}", "there is no command {command}")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            message!("thiếu lệnh", "a command is missing")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("thiếu giá trị sau {arg}", "a value is missing after {arg}")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            message!("{arg} không nhận giá trị \"{value}\"", "{arg} does not take the value \"{value}\"")
        }
        ErrorKind::MissingRequiredArgument => message!("thiếu {arg}", "{arg} is missing"),
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg);
            match other == arg || other.is_empty() {
                true => message!("{arg} chỉ ghi một lần", "{arg} may be given once only"),
                false => message!("{arg} không đi cùng {other}", "{arg} does not go with {other}"),
            }
        }
        ErrorKind::TooManyValues => {
            message!("{arg} không nhận thêm giá trị \"{value}\"", "{arg} takes no further value \"{value}\"")
        }
        ErrorKind::NoEquals => message!("viết {arg} với dấu =", "{arg} needs an ="),
        ErrorKind::InvalidUtf8 => {
            message!("có tham số không phải văn bản UTF-8", "an argument is no UTF-8 text")
        }
        _ => message!("không hiểu dòng lệnh này", "this command line is not understood"),
    }
}

fn to_do(error: &Error) -> Option<Message> {
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = suggested.iter().map(|kind| text(error, *kind)).find(|near| !near.is_empty()) {
        return Some(message!("ý bạn là {near}?", "did you mean {near}?"));
    }
    let valid = text(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        return Some(message!("các giá trị dùng được: {valid}", "known values: {valid}"));
    }
    let arg = text(error, ContextKind::InvalidArg);
    if error.kind() == ErrorKind::ValueValidation {
        return Some(match arg.split(' ').next() {
            Some("--shard") => {
                message!("viết K/N với 1 ≤ K ≤ N, ví dụ 1/4", "write K/N with 1 ≤ K ≤ N, for example 1/4")
            }
            Some("--jobs" | "--port") => message!("viết một số nguyên từ 1", "write a whole number from 1"),
            _ => return None,
        });
    }
    let commands = text(error, ContextKind::ValidSubcommand);
    (!commands.is_empty()).then(|| message!("các lệnh: {commands}", "the commands: {commands}"))
}

/// What clap knows of a mistake, as text.
fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        Some(ContextValue::StyledStr(one)) => one.to_string(),
        Some(ContextValue::StyledStrs(all)) => {
            all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
