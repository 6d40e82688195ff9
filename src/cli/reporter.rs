//! What a run did, told to a person, or to a program one JSON object a line.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Exit;
use super::progress::Progress;
use super::reported::Reported;
use super::ui::{Counts, Ui};
use crate::diag::{Diagnostic, Findings, Message, Severity};
use crate::driver::{DocumentReport, Event, Fate, FileReport, Origin, Reason, RunError, Status};
use crate::message;
use crate::output::OpenError;
use crate::pipeline::Job;

/// Tells a run while it goes on.
pub(super) struct Reporter<'a> {
    ui: &'a Ui,
    json: bool,
    /// Nothing is written: what would be is told.
    dry: bool,
    /// Begins with the run.
    progress: Option<Progress>,
    counts: Counts,
    built: usize,
    unchanged: usize,
    failed: usize,
    gone: usize,
    unwritten: bool,
    /// Whether a full disk was told of.
    is_full: bool,
    /// Whether something was left as it is because someone may have changed it.
    edited: bool,
    stdout: Exit,
    /// What is not news is not said.
    reported: Option<&'a mut Reported>,
}

/// A line of `--report json`.
#[derive(Serialize)]
struct ReportLine<'a> {
    file: &'a Path,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<&'a str>,
    plan: &'a Path,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<&'a str>,
    status: &'static str,
}

impl<'a> Reporter<'a> {
    /// Nothing done so far.
    pub(super) fn new(ui: &'a Ui, json: bool, dry: bool) -> Self {
        Self {
            ui,
            json,
            dry,
            progress: None,
            counts: Counts::default(),
            built: 0,
            unchanged: 0,
            failed: 0,
            gone: 0,
            unwritten: false,
            is_full: false,
            edited: false,
            stdout: Exit::Done,
            reported: None,
        }
    }

    /// Of a run that is repeated: tells what is new in this one.
    pub(super) fn repeated(ui: &'a Ui, reported: &'a mut Reported) -> Self {
        Self { reported: Some(reported), ..Self::new(ui, false, false) }
    }

    /// Tells one event.
    pub(super) fn report(&mut self, event: Event) {
        match event {
            Event::BadLines(manifest, lines) => {
                if self.reported.as_mut().is_none_or(|reported| reported.is_news(&(manifest, lines))) {
                    let (manifest, lines) = (manifest.display(), listed(lines));
                    self.ui.note(&message!(
                        "{manifest}: bỏ qua dòng {lines}, không phải do kehoach ghi",
                        "{manifest}: line {lines} is none that kehoach wrote, and is passed over"
                    ));
                }
            }
            Event::Begin(documents) => self.progress = Some(Progress::new(documents, self.ui)),
            Event::Tick => self.progress.iter().for_each(Progress::tick),
            Event::Plan { job, findings, documents, .. } => {
                if !self.is_worth_telling(job, &findings, &documents) {
                    return;
                }
                let progress = self.progress.take();
                let tell = || {
                    self.findings(findings);
                    self.documents(job, &documents);
                };
                match &progress {
                    Some(progress) => progress.aside(tell),
                    None => tell(),
                }
                self.progress = progress;
            }
            Event::Gone { file, fate } => {
                if self.reported.as_mut().is_none_or(|reported| reported.is_news(&(&file, &fate))) {
                    self.gone_file(&file, &fate);
                }
            }
        }
    }

    /// Whether something was written, or is wrong that was not said before.
    fn is_worth_telling(&mut self, job: &Job, findings: &Findings, documents: &[DocumentReport]) -> bool {
        let Some(reported) = &mut self.reported else { return true };
        let files = || documents.iter().flat_map(|document| &document.files);
        if files().any(|file| matches!(file.status, Status::Built(_) | Status::Unchanged)) {
            reported.see_outputs();
        }
        if files().any(|file| matches!(file.status, Status::Built(_))) {
            reported.say();
            return true;
        }
        let wrong: Vec<&FileReport> =
            files().filter(|file| !matches!(file.status, Status::Unchanged)).collect();
        let findings: Vec<&Diagnostic> = findings.all.iter().filter(|one| is_told(one)).collect();
        let is_all_right = wrong.is_empty() && findings.is_empty();
        !is_all_right && reported.is_news_of(&job.path, &(findings, wrong))
    }

    fn findings(&mut self, mut found: Findings) {
        found.all.retain(is_told);
        found.all.iter().for_each(|one| self.counts.add(one));
        self.ui.findings(&found);
    }

    fn documents(&mut self, job: &Job, documents: &[DocumentReport]) {
        let before = (self.built, self.unchanged, self.failed);
        for document in documents {
            document.files.iter().for_each(|file| self.file(job, document.row.as_deref(), file));
            for kept in &document.kept {
                let kept = kept.display();
                self.ui.note(&message!(
                    "bản sửa tay được giữ ở {kept}",
                    "what was changed by hand is kept as {kept}"
                ));
            }
            let written: Vec<&FileReport> =
                document.files.iter().filter(|file| matches!(file.status, Status::Built(_))).collect();
            if written.is_empty() {
                continue;
            }
            let plan = job.path.display();
            let files: Vec<_> = written.iter().map(|file| file.file.display().to_string()).collect();
            let files = files.join(", ");
            let pages = document.files.iter().find_map(|file| file.pages);
            let mut message = match pages {
                Some(pages) => message!("{plan} → {files} ({pages} trang)", "{plan} → {files} ({pages} p.)"),
                None => message!("{plan} → {files}", "{plan} → {files}"),
            };
            if self.dry {
                message = message!("khác với kế hoạch: {files}", "not what the plan says: {files}");
            }
            if let Some(Status::Built(reason)) = written.first().map(|file| &file.status) {
                message = self.ui.with_detail(message, &why(reason));
            }
            // Of a batch, lines that are all alike are a detail.
            match documents.len() {
                1 => self.ui.note(&message),
                _ => self.ui.detail(&message),
            }
        }
        if let [one] = documents
            && one.files.iter().all(|file| matches!(file.status, Status::Unchanged))
        {
            let plan = job.path.display();
            self.ui.note(&message!("{plan}: không đổi", "{plan}: unchanged"));
        }
        if documents.len() > 1 {
            let (built, unchanged, failed) =
                (self.built - before.0, self.unchanged - before.1, self.failed - before.2);
            let plan = job.path.display();
            let count = documents.len();
            self.ui.note(&match self.dry {
                false => message!(
                    "{plan}: {count} văn bản; {built} tệp ghi mới, {unchanged} tệp không đổi, {failed} tệp không ghi",
                    "{plan}: {count} documents; {built} files written, {unchanged} unchanged, {failed} not written"
                ),
                true => message!(
                    "{plan}: {count} văn bản; {built} tệp khác, {unchanged} tệp đúng, {failed} tệp lỗi",
                    "{plan}: {count} documents; {built} files differ, {unchanged} are right, {failed} fail"
                ),
            });
        }
    }

    fn file(&mut self, job: &Job, row: Option<&str>, file: &FileReport) {
        let path = file.file.display();
        let status = match &file.status {
            Status::Built(_) => {
                self.built += 1;
                "built"
            }
            Status::Unchanged => {
                self.unchanged += 1;
                "unchanged"
            }
            Status::Failed => {
                self.failed += 1;
                self.ui
                    .detail(&message!("{path}: không ghi, có lỗi", "{path}: not written, there is an error"));
                "failed"
            }
            Status::HeldBack => {
                self.failed += 1;
                self.ui.detail(&message!(
                    "{path}: không ghi, vì dòng khác có lỗi (--keep-going vẫn ghi)",
                    "{path}: not written, because another row has an error (--keep-going writes it)"
                ));
                "failed"
            }
            Status::Edited(origin) => {
                self.failed += 1;
                self.edited = true;
                self.ui.problem(&match origin {
                    Origin::Written => message!(
                        "{path}: đã được sửa sau khi kehoach ghi, nên giữ nguyên; chép chỗ sửa vào kế hoạch, hoặc chạy lại với --force: bản sửa được giữ thành \"… (sửa tay 1)\" bên cạnh",
                        "{path}: changed since kehoach wrote it, and left as it is; carry the change into the plan, or use --force: the changed file is kept beside it as \"… (sửa tay 1)\""
                    ),
                    Origin::Unknown => message!(
                        "{path}: đã có một tệp mà kehoach không biết, nên giữ nguyên; chuyển tệp ấy đi, dùng --out khác, hoặc chạy lại với --force: tệp cũ được giữ thành \"… (sửa tay 1)\" bên cạnh",
                        "{path}: there is a file that kehoach does not know, and it is left as it is; move it, use another --out, or --force: the old file is kept beside it as \"… (sửa tay 1)\""
                    ),
                });
                "edited"
            }
            Status::Beside => {
                self.failed += 1;
                self.ui.detail(&message!(
                    "{path}: không ghi, vì tệp kia của cùng văn bản không ghi được",
                    "{path}: not written, because the other file of the document is not"
                ));
                "failed"
            }
            Status::Unwritten(error) => {
                self.failed += 1;
                self.unwritten = true;
                let message = message!("không ghi được {path}", "cannot write {path}").caused_by(error);
                // A full disk is told once, not for each file that finds no room.
                if is_full(error) {
                    match std::mem::replace(&mut self.is_full, true) {
                        true => self.ui.detail(&message),
                        false => drop(self.ui.problem(&message)),
                    }
                } else {
                    self.ui.problem(&message);
                }
                "failed"
            }
        };
        if self.json {
            let content = file.content.as_ref().filter(|_| !matches!(status, "failed" | "edited"));
            let line = ReportLine {
                file: &file.file,
                kind: file.kind.as_deref(),
                pages: file.pages,
                bytes: content.map(|(bytes, _)| *bytes),
                hash: content.map(|(_, hash)| hash.as_str()),
                plan: &job.path,
                row,
                status,
            };
            // There is nothing in it that JSON cannot hold.
            let line = serde_json::to_string(&line).unwrap_or_default() + "\n";
            if self.ui.data(&line) == Exit::Usage {
                self.stdout = Exit::Usage;
            }
        }
    }

    fn gone_file(&mut self, file: &Path, fate: &Fate) {
        let file = file.display();
        self.ui.note(&match fate {
            Fate::Kept => message!(
                "{file}: dòng dữ liệu hoặc kế hoạch không còn (--prune sẽ xóa)",
                "{file}: its row or plan is gone (--prune removes it)"
            ),
            Fate::Removed => message!("{file}: đã xóa", "{file}: removed"),
            Fate::Edited => message!(
                "{file}: không còn trong kế hoạch, nhưng đã được sửa tay nên giữ lại",
                "{file}: no plan has it any more, but it was changed by hand and is kept"
            ),
            Fate::Stuck(error) => message!("không xóa được {file}", "cannot remove {file}").caused_by(error),
        });
        self.unwritten |= matches!(fate, Fate::Stuck(_));
        self.gone += 1;
    }

    /// Tells the end; `prune` says whether what is gone should not be there.
    pub(super) fn finish(self, ended: Result<(), RunError>, prune: bool) -> Exit {
        drop(self.progress);
        self.ui.summary(self.counts);
        if let Err(error) = ended {
            let is_told = self.is_full && matches!(&error, RunError::Manifest(_, error) if is_full(error));
            if is_told || self.reported.is_some_and(|reported| !reported.is_news(&error)) {
                return Exit::Usage;
            }
            return explain(&error, self.ui);
        }
        let differs = self.dry && (self.built > 0 || prune && self.gone > 0);
        match (self.unwritten, self.stdout) {
            (true, _) | (_, Exit::Usage) => Exit::Usage,
            _ if self.counts.unreadable => Exit::Usage,
            _ if self.counts.errors > 0 || self.edited || differs => Exit::Input,
            _ => Exit::Done,
        }
    }
}

/// Whether there is no room on the disk.
fn is_full(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// The first few numbers of lines.
fn listed(lines: &[usize]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<String> = lines.iter().take(SHOWN).map(usize::to_string).collect();
    shown.join(", ") + if lines.len() > SHOWN { ", …" } else { "" }
}

/// Practice is for `check`; here it would hide what was written.
fn is_told(one: &Diagnostic) -> bool {
    one.severity != Severity::Info
}

fn why(reason: &Reason) -> Message {
    match reason {
        Reason::New => message!("mới", "new"),
        Reason::Forced => message!("theo --force", "because of --force"),
        Reason::Tool => message!("phiên bản kehoach khác", "another version of kehoach made it"),
        Reason::Plan => {
            message!("kế hoạch hoặc tệp include đã đổi", "the plan or a file it includes changed")
        }
        Reason::Row => message!("dòng dữ liệu đã đổi", "its row of the data changed"),
        Reason::Template(name) => message!("mẫu {name} đã đổi", "the template {name} changed"),
        Reason::Deleted => message!("tệp không còn", "the file is gone"),
        Reason::Older => message!("lần ghi trước bị dừng giữa chừng", "the build before was stopped"),
    }
}

fn explain(error: &RunError, ui: &Ui) -> Exit {
    let path = |path: &PathBuf| path.display().to_string();
    match error {
        RunError::Clashes(clashes) => {
            for clash in clashes {
                let (first, second) = (clash.plans.0.display(), clash.plans.1.display());
                let file = clash.file.display();
                ui.problem(&message!(
                    "{first} và {second} cùng ghi ra {file}; hãy đổi tên một trong hai",
                    "{first} and {second} would both write {file}; rename one"
                ));
            }
            Exit::Usage
        }
        RunError::Open(OpenError::Busy) => ui.problem(&message!(
            "một lệnh kehoach khác đang ghi vào thư mục này; chờ lệnh đó xong, hoặc dùng --out khác",
            "another kehoach is writing into this folder; wait for it, or use another --out"
        )),
        RunError::Open(OpenError::Link(at)) => {
            let at = path(at);
            ui.problem(&message!(
                "{at} là một liên kết; hãy bỏ liên kết ấy, hoặc dùng --out khác",
                "{at} is a link; remove it, or use another --out"
            ))
        }
        RunError::Open(OpenError::Io(at, error)) | RunError::Manifest(at, error) => {
            let at = path(at);
            ui.problem(&message!("không ghi được {at}", "cannot write {at}").caused_by(error))
        }
        RunError::Thread(error) => {
            ui.problem(&message!("không mở được luồng làm việc: {error}", "cannot start a thread: {error}"))
        }
    }
}
