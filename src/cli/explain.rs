//! `kehoach explain`.

use clap::Args;

use super::screen::Screen;
use super::{Exit, TemplateArgs};
use crate::plan;
use crate::rules;
use crate::say;

/// Giải thích một quy tắc (sai gì, vì sao, ví dụ) hoặc một loại văn bản; không ghi mã thì liệt kê mọi quy tắc.
#[derive(Debug, Args)]
pub struct Explain {
    /// Mã của quy tắc, ví dụ place-name, hoặc một loại văn bản, ví dụ cong-van.
    #[arg(value_name = "CODE")]
    code: Option<String>,
    #[command(flatten)]
    templates: TemplateArgs,
}

impl Explain {
    pub fn run(self, screen: &Screen) -> Exit {
        let Some(code) = self.code else { return screen.data(&rules::list(screen.lang())) };
        let templates = match self.templates.load(screen) {
            Ok(templates) => templates,
            Err(exit) => return exit,
        };
        if let Some(kind) = templates.kinds().by_slug(&code) {
            return screen.data(&plan::kind_page(kind));
        }
        match rules::by_code(&code) {
            Some(rule) => screen.data(&rules::explain(rule, screen.lang())),
            None => screen.problem(&match rules::closest(&code) {
                Some(near) => say!(
                    "không có mã \"{code}\"; ý bạn là {near}?",
                    "there is no code \"{code}\"; did you mean {near}?"
                ),
                None => say!(
                    "không có mã \"{code}\"; xem các mã: kehoach explain",
                    "there is no code \"{code}\"; the codes: kehoach explain"
                ),
            }),
        }
    }
}
