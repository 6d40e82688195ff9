//! Usage in the language that was asked for: help, and what is wrong with a command line.

mod english;
mod wrong;

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use crate::diag::Lang;

pub(super) use wrong::wrong;

/// The language that a command line asks for, as far as that can be told before it is read.
pub(super) fn lang_of(arguments: &[OsString], environment: Option<&str>) -> Lang {
    let words: Vec<_> = arguments.iter().map(|one| one.to_string_lossy()).collect();
    let after = |at: usize| words.get(at + 1).map(|word| word.to_string());
    let asked = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang=") {
        Some(lang) => Some(lang.to_owned()),
        None => (word == "--lang").then(|| after(at)).flatten(),
    });
    match asked.as_deref().or(environment) {
        Some("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// "kehoach help check" asks for what "kehoach check --help" does.
pub(super) fn without_help_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is_option = |at: usize| {
        let word =
            |at: usize| arguments.get(at).map(|one| one.to_string_lossy().into_owned()).unwrap_or_default();
        word(at).starts_with('-') || ["--lang", "--color"].contains(&word(at - 1).as_str())
    };
    let first = (1..arguments.len()).find(|at| !is_option(*at));
    if let Some(at) = first.filter(|at| arguments[*at] == "help") {
        arguments.remove(at);
        arguments.push("--help".into());
    }
    arguments
}

/// The command line with its help in one language. The doc comments of the commands are its Vietnamese.
pub(super) fn localized(command: Command, lang: Lang) -> Command {
    let command = described(command, "", lang);
    let usages = usages(&command, lang);
    let mut command = command;
    for (name, usage) in usages {
        command = match name {
            Some(name) => command.mut_subcommand(name, |sub| sub.override_usage(usage)),
            None => command.override_usage(usage),
        };
    }
    command
}

fn described(command: Command, path: &str, lang: Lang) -> Command {
    let (arguments, options, commands, usage) = match lang {
        Lang::Vi => ("Tham số", "Tùy chọn", "Lệnh", "Cách dùng:"),
        Lang::En => ("Arguments", "Options", "Commands", "Usage:"),
    };
    let (help, version) = match lang {
        Lang::Vi => ("In hướng dẫn này", "In phiên bản"),
        Lang::En => ("Prints this help", "Prints the version"),
    };
    let about = match lang {
        Lang::Vi => command.get_about().map(ToString::to_string),
        Lang::En => english::about(path).map(str::to_owned),
    };
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .mut_args(|arg| {
            let heading = if arg.is_positional() { arguments } else { options };
            let text = argument(&arg, path, lang);
            let takes_value = arg.get_action().takes_values();
            let arg = arg.help(text).help_heading(heading).hide_env(takes_value);
            if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
        })
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help").short('h').long("help").action(ArgAction::Help).help(help).help_heading(options),
        )
        .subcommand_help_heading(commands)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"));
    if path.is_empty() {
        let long = Arg::new("version").short('V').long("version");
        command = command.arg(long.action(ArgAction::Version).help(version).help_heading(options));
    }
    if let Some(about) = about {
        command = command.about(about);
    }
    for name in names {
        command = command.mut_subcommand(&name, |sub| described(sub, &name, lang));
    }
    command
}

/// What an argument is for, with its default and the values that it takes.
fn argument(arg: &Arg, path: &str, lang: Lang) -> String {
    let own = match lang {
        Lang::Vi => arg.get_help().map(ToString::to_string),
        Lang::En => english::argument(path, arg.get_id().as_str()).map(str::to_owned),
    };
    let (default, values, environment) = match lang {
        Lang::Vi => ("mặc định", "chọn", "biến môi trường"),
        Lang::En => ("default", "one of", "environment"),
    };
    let takes_value = arg.get_action().takes_values();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|one| one.to_string_lossy()).collect();
    let all = arg.get_possible_values();
    let possible: Vec<&str> = all.iter().map(|one| one.get_name()).collect();
    let mut out = own.unwrap_or_default();
    if takes_value && !possible.is_empty() {
        out.push_str(&format!(" [{values}: {}]", possible.join(", ")));
    }
    if takes_value && !defaults.is_empty() {
        out.push_str(&format!(" [{default}: {}]", defaults.join(",")));
    }
    if let Some(name) = arg.get_env() {
        out.push_str(&format!(" [{environment}: {}]", name.to_string_lossy()));
    }
    out
}

/// How each command is called; none stands for the program itself.
fn usages(command: &Command, lang: Lang) -> Vec<(Option<String>, String)> {
    let mut built = command.clone();
    built.build();
    let translated = |usage: String| {
        let usage = usage.trim_start_matches("Usage:").trim().to_owned();
        match lang {
            Lang::Vi => usage.replace("[OPTIONS]", "[TÙY CHỌN]").replace("<COMMAND>", "<LỆNH>"),
            Lang::En => usage,
        }
    };
    let mut out = vec![(None, translated(built.render_usage().to_string()))];
    for sub in built.get_subcommands_mut() {
        out.push((Some(sub.get_name().to_owned()), translated(sub.render_usage().to_string())));
    }
    out
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn every_command_and_argument_has_its_english() {
        let command = crate::cli::Cli::command();
        let mut seen = 0;
        let mut check = |command: &Command, path: &str| {
            assert!(english::about(path).is_some(), "about of {path:?}");
            for arg in command.get_arguments() {
                seen += 1;
                assert!(arg.get_help().is_some(), "{path} {}", arg.get_id());
                assert!(english::argument(path, arg.get_id().as_str()).is_some(), "{path} {}", arg.get_id());
            }
        };
        check(&command, "");
        command.get_subcommands().for_each(|sub| check(sub, sub.get_name()));
        assert!(seen > 20, "{seen} arguments");
        localized(command, Lang::En).debug_assert();
    }
}
