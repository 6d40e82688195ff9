//! `kehoach explain`.

use clap::Args;

use super::ui::Ui;
use super::{Exit, TemplateArgs};
use crate::diag::codes::Examples;
use crate::lint;
use crate::message;
use crate::plan;
use crate::templates::STARTS;

/// Giải thích một quy tắc (sai gì, vì sao, ví dụ), một loại văn bản hoặc một khóa của kế hoạch; không ghi gì thì liệt kê
/// mọi quy tắc.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// Mã của quy tắc (place-name), một loại văn bản (cong-van) hoặc một khóa (table, layout.numbering).
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[command(flatten)]
    templates: TemplateArgs,
}

impl Explain {
    pub(super) fn run(self, ui: &Ui) -> Exit {
        let Some(code) = self.code else { return ui.data(&lint::list(ui.lang())) };
        let world = self.templates.world();
        let templates = match self.templates.load(&world, ui) {
            Ok(templates) => templates,
            Err(exit) => return exit,
        };
        if let Some(kind) = templates.kinds().by_slug(&code) {
            return ui.data(&plan::kind_page(kind));
        }
        if let Some(code) = lint::code(&code) {
            return ui.data(&lint::explain(code, ui.lang()));
        }
        // A key as it stands in a good plan.
        let starts = STARTS.iter().filter(|(name, _)| *name == "new/ke-hoach.yaml").chain(&STARTS);
        let starts = starts.map(|(_, text)| *text);
        let right = lint::codes().filter_map(|code| match code.examples {
            Examples::Plan { right, .. } => Some(right),
            _ => None,
        });
        let plans: Vec<&str> = starts.chain(right).collect();
        if let Some(page) = plan::key_page(&code, templates.kinds(), &plans, ui.lang()) {
            return ui.data(&page);
        }
        let keys = plan::key_names(templates.kinds());
        let codes = lint::codes().map(|code| code.name).chain(keys.iter().map(String::as_str));
        let codes: Vec<&str> = codes.collect();
        ui.problem(&match plan::closest(&code, &codes) {
            Some(near) => message!(
                "không có mã hoặc khóa \"{code}\"; ý bạn là {near}?",
                "there is no code or key \"{code}\"; did you mean {near}?"
            ),
            None => message!(
                "không có mã hoặc khóa \"{code}\"; xem các mã: kehoach explain",
                "there is no code or key \"{code}\"; the codes: kehoach explain"
            ),
        })
    }
}
