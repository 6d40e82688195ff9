//! The English of the commands and their arguments; the Vietnamese stands with each as its doc comment.

/// What a command does; the empty name is the program's.
pub(super) fn about(command: &str) -> Option<&'static str> {
    Some(match command {
        "" => "Writes administrative documents as Decree 30/2020/NĐ-CP has them, from YAML to DOCX and PDF",
        "new" => "Writes a commented, valid plan of a kind to begin with; never overwrites",
        "check" => "Checks plans: everything that is wrong, where, what to do, and the clause",
        "build" => {
            "Checks plans and writes the DOCX and PDF that are not up to date; nothing of a plan with an error"
        }
        "watch" => {
            "Builds again on every change of a plan, its data, an included file or a template. Ctrl-C ends it"
        }
        "explain" => {
            "Explains a rule (what, why, an example), a kind of document, or a key of a plan; without a name lists all rules"
        }
        "schema" => "Prints the JSON Schema of a plan, with which editors complete and check",
        "eject" => "Copies built-in templates into templates/ to be changed; never overwrites",
        "completions" => "Prints the completions of a shell",
        _ => return None,
    })
}

/// What an argument of a command is for.
pub(super) fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        (_, "lang") => "Language of messages",
        (_, "color") => "Colour of messages",
        (_, "quiet") => "Prints errors only",
        (_, "verbose") => "Prints more",
        (_, "templates") => {
            "Folder of own templates; a file there takes the place of the built-in one (default: templates, if it is there)"
        }
        (_, "root") => {
            "Root folder: plans read files (include, in, attachments) inside it only. By default the folder of the nearest .git, or the parent of the folder of plans"
        }
        ("new", "file") => "The file to write",
        ("new", "kind") => "Kind of document",
        ("check", "paths") => "Plans, folders of plans (*.yaml, *.yml), or - for standard input",
        ("check", "format") => "How findings are printed",
        ("check", "fix") => "Mends in the files what can be mended safely; comments and order stay",
        ("check", "deny") => "Takes warnings for errors (exit code 1)",
        (_, "paths") => "Plans, or folders of plans (*.yaml, *.yml)",
        (_, "out") => "Folder of the results",
        (_, "format") => "Formats to write",
        (_, "jobs") => "Number of threads (by default that of the processors)",
        ("build", "shard") => "Makes only the K-th of N equal parts of all documents, for example 1/4",
        ("build", "check") => {
            "Writes nothing; exit code 1 where the files in --out are not what the plans say"
        }
        ("build", "force") => "Makes unchanged files, too; a file that was edited is kept beside the new one",
        ("build", "keep_going") => "Leaves out rows with errors and writes the others",
        ("build", "prune") => "Removes files whose row or plan is gone",
        ("build", "report") => "Prints one JSON object a file to standard output",
        ("explain", "code") => "A rule such as place-name, a kind such as cong-van, or a key such as table",
        ("eject", "name") => "A template, for example wording/ke-hoach.xml (all by default)",
        ("completions", "shell") => "The shell",
        _ => return None,
    })
}
