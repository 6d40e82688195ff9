//! A plan whose values are valid by their types.

use chrono::NaiveDate;

use super::appendix::{Appendix, appendix};
use super::article::{Chapter, chapters};
use super::checks::{missing, non_empty, required, unknown_value};
use super::contact::{Contact, contact};
use super::date::{IssueDay, issue_day, positive};
use super::details::{Details, details};
use super::issued_with::{IssuedWith, issued_with};
use super::issuer::{Issuer, Symbol, issuer, symbol};
use super::kinds::{KIND, kind_of};
use super::legal_basis::{LegalBasis, legal_basis};
use super::node::{NodeRun, Within};
use super::nodes::nodes;
use super::raw::{Draft, RawLayout, RawList, RawPlan};
use super::settings::{Settings, settings};
use super::signature::{Signature, Signer, secretary, signature};
use super::slot::{List, Slot};
use crate::decree::forms::{AsAbove, Counting, SubjectPlace};
use crate::decree::text::{Secrecy, Urgency};
use crate::decree::{Kind, Kinds};
use crate::diag::Sink;
use crate::source::{Span, Spanned};
use crate::text::{RichText, Text, rich_paragraphs, unmarked};

/// A valid plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The whole file.
    pub span: Span,
    /// Tên loại.
    pub kind: Kind,
    /// The wording template, where the plan chooses one.
    pub template: Option<Spanned<String>>,
    /// Cơ quan, tổ chức ban hành.
    pub issuer: Issuer,
    /// Số; `None` leaves room.
    pub number: Option<u32>,
    /// Ký hiệu; empty where the document is issued with another.
    pub symbol: Symbol,
    /// The decision that it is issued with.
    pub issued_with: Option<IssuedWith>,
    /// Địa danh; `None` leaves room.
    pub place: Option<Spanned<String>>,
    /// Ngày ban hành; `None` leaves room.
    pub date: Option<NaiveDate>,
    /// The month to print where the day is not known.
    pub month: Option<u32>,
    /// The year to print where there is no date.
    pub year: Option<i32>,
    /// Trích yếu; some kinds have none.
    pub subject: Option<Spanned<String>>,
    /// Thẩm quyền ban hành.
    pub authority: Option<Spanned<String>>,
    /// Kính gửi.
    pub addressees: Vec<Spanned<String>>,
    /// Căn cứ.
    pub legal_basis: Vec<LegalBasis>,
    /// Lời dẫn, one entry a paragraph.
    pub preamble: Option<Spanned<Vec<RichText>>>,
    /// Lines that only its kind has.
    pub details: Details,
    /// The lists of nodes that say something, in the order of print.
    pub lists: Vec<NodeRun>,
    /// Điều, with or without chương.
    pub chapters: Vec<Chapter>,
    /// Đoạn kết, one entry a paragraph.
    pub closing: Option<Spanned<Vec<RichText>>>,
    /// Nơi nhận, the archive line left out; none where there is no nơi nhận at all.
    pub recipients: Option<Vec<Spanned<String>>>,
    /// Whether "Như trên" begins nơi nhận.
    pub as_above: bool,
    /// What stands after "Lưu:".
    pub archive: String,
    /// Quyền hạn, chức vụ, họ tên; none where only the decision is signed.
    pub signature: Option<Signature>,
    /// Who signs at the left.
    pub secretary: Option<Signer>,
    /// Which draft it is.
    pub draft: Draft,
    /// Độ khẩn.
    pub urgency: Option<Urgency>,
    /// Độ mật.
    pub secrecy: Option<Secrecy>,
    /// Phạm vi lưu hành, as printed.
    pub circulation: Option<Spanned<String>>,
    /// The contact foot.
    pub contact: Contact,
    /// Người soạn thảo and số bản, as printed: "PL.(300)".
    pub drafter: Option<String>,
    /// Phụ lục.
    pub appendices: Vec<Appendix>,
    /// Layout chosen within the decree's bounds.
    pub settings: Settings,
}

impl Plan {
    /// The list with this key, where it says something.
    pub fn list(&self, key: &str) -> Option<&NodeRun> {
        self.lists.iter().find(|list| list.key == key)
    }

    /// What a document in the same file says of the decision that it is issued with: this one.
    pub fn as_decision(&self) -> IssuedWith {
        IssuedWith {
            kind: self.kind.name.to_string(),
            number: self.number,
            symbol: Some(self.symbol.as_str().to_owned()),
            date: self.date,
            year: self.year,
            issuer: self.authority.as_ref().map(|authority| authority.value.clone()),
        }
    }
}

/// Reads a plan: every gap and every wrong value is reported, not the first only. `None` after an error.
pub(super) fn plan(raw: Spanned<RawPlan>, kinds: &Kinds, sink: &mut Sink) -> Option<Plan> {
    let Spanned { value: raw, span } = raw;
    let before = sink.errors();
    // A missing key belongs to the whole file: its first line is shown.
    let top = Span { end: span.start, ..span };
    let kind = kind(&raw.kind, kinds, sink);
    let issued_with = raw.issued_with.as_ref().and_then(|raw| issued_with(&raw.value, sink));
    let issuer_value = required(&raw.issuer, "issuer", top, sink).and_then(|raw_issuer| {
        // A document issued with a decision has no symbol.
        let symbol = match raw.issued_with.is_absent() {
            false => Some(Symbol::default()),
            true => kind.and_then(|kind| symbol(&raw.symbol, kind, raw_issuer, sink)),
        };
        Some((issuer(raw_issuer, sink)?, symbol?))
    });
    let needs = |key: &str| kind.is_some_and(|kind| kind.form.required.contains(&key));
    if kind.is_none_or(|kind| kind.form.subject != SubjectPlace::Nowhere) {
        required(&raw.subject, "subject", top, sink);
    }
    let subject = words(&raw.subject, top, sink);
    if raw.issued_with.is_absent() {
        if raw.recipients.is_empty() {
            missing("recipients", top, sink);
        }
        required(&raw.signature, "signature", top, sink);
    }
    for (key, is_missing) in [
        ("to", raw.to.is_empty()),
        ("authority", raw.authority.is_absent()),
        ("secretary", raw.secretary.is_absent()),
    ] {
        if needs(key) && is_missing {
            missing(key, top, sink);
        }
    }
    let signature = raw.signature.as_ref().and_then(|raw| signature(raw, sink));
    body_is_there(&raw, kind, top, sink);
    let lists = raw.lists.runs().map(|(key, counting, all)| {
        // A form may stand where the whole of the document does.
        let within = if counting == Counting::Whole { Within::Form } else { Within::Text };
        NodeRun { key, counting, nodes: nodes(all, within, sink) }
    });
    let lists: Vec<NodeRun> = lists.filter(|list| !list.nodes.is_empty()).collect();
    let chapters = chapters(&raw.articles, &raw.chapters, sink);
    let legal_basis = raw.legal_basis.items().filter_map(|one| legal_basis(one, sink)).collect();
    let appendices = raw.appendices.items().filter_map(|one| appendix(one, sink)).collect();
    let number = raw.number.as_ref().and_then(|number| positive(number, sink));
    let issued = raw.date.as_ref().and_then(|text| issue_day(text, sink));
    let (day, month) = match issued {
        Some(IssueDay::Known(day)) => (Some(day), None),
        Some(IssueDay::Month(year, month)) => (None, Some((year, month))),
        None => (None, None),
    };
    let year =
        raw.year.as_ref().and_then(|year| positive(year, sink)).and_then(|year| i32::try_from(year).ok());
    let place = raw.place.as_ref().and_then(|text| non_empty(text, sink));
    let authority = words(&raw.authority, top, sink);
    let addressees = all(&raw.to, sink);
    let preamble = raw.preamble.as_ref().map(|text| paragraphs(text, sink));
    let closing = raw.closing.as_ref().map(|text| paragraphs(text, sink));
    let details = kind.map(|kind| details(&raw.details, kind, top, sink)).unwrap_or_default();
    let secretary = raw.secretary.as_ref().and_then(|one| secretary(one, sink));
    let circulation = raw.circulation.as_ref().and_then(|text| non_empty(text, sink));
    let contact = contact(raw.contact.as_ref(), sink);
    let drafter = raw.drafter.as_ref().and_then(|drafter| {
        let code = required(&drafter.value.code, "drafter.code", drafter.span, sink)?;
        let copies = drafter.value.copies.as_ref().and_then(|copies| positive(copies, sink));
        let copies = copies.map(|copies| format!("({copies})")).unwrap_or_default();
        Some(format!("{}.{copies}", unmarked(code, sink)))
    });
    let archive = raw.archive.as_ref().map_or_else(|| "VT".to_owned(), |text| unmarked(text, sink));
    let recipients = raw.recipients.as_ref().map(|_| all(&raw.recipients, sink));
    let settings = settings(raw.layout.as_ref().unwrap_or(&RawLayout::default()), sink);
    if sink.errors() > before {
        return None;
    }
    let (issuer, symbol) = issuer_value?;
    let kind = kind?.clone();
    let as_above = match kind.form.as_above {
        AsAbove::Always => true,
        AsAbove::WithAddressees => !addressees.is_empty(),
        AsAbove::AsWritten => false,
    };
    Some(Plan {
        span,
        kind,
        template: raw.template.as_ref().map(Text::plain),
        issuer,
        number,
        symbol,
        issued_with,
        place,
        date: day,
        year: year.or(month.map(|(year, _)| year)),
        month: month.map(|(_, month)| month),
        subject,
        authority,
        addressees,
        legal_basis,
        preamble,
        details,
        lists,
        chapters,
        closing,
        recipients,
        as_above,
        archive,
        signature,
        secretary,
        draft: raw.draft.as_ref().map_or(Draft::No, |draft| draft.value),
        urgency: raw.urgency.as_ref().map(|one| one.0),
        secrecy: raw.secrecy.as_ref().map(|one| one.0),
        circulation,
        contact,
        drafter,
        appendices,
        settings,
    })
}

/// Reports a document without a body.
fn body_is_there(raw: &RawPlan, kind: Option<&Kind>, top: Span, sink: &mut Sink) {
    let is_there =
        !raw.articles.is_empty() || !raw.chapters.is_empty() || raw.lists.all().iter().any(RawList::is_there);
    let Some(kind) = kind else { return };
    // A kind with lines of its own says enough by them, unless it asks for more.
    let is_needed = kind.details.is_empty() || kind.form.required.contains(&"body");
    if let Some(first) = kind.form.body.first().filter(|_| is_needed && !is_there) {
        missing(first, top, sink);
    }
}

fn all(texts: &Slot<List<Text>>, sink: &mut Sink) -> Vec<Spanned<String>> {
    texts.items().filter_map(|text| non_empty(text, sink)).collect()
}

/// What a key says that wordings need; of one that could not be read nothing, so that the rest is composed and
/// checked.
fn words(text: &Slot<Text>, top: Span, sink: &mut Sink) -> Option<Spanned<String>> {
    match text {
        Slot::Absent => None,
        Slot::Unreadable => Some(Spanned { value: String::new(), span: top }),
        Slot::Value(text) => non_empty(text, sink),
    }
}

fn paragraphs(text: &Text, sink: &mut Sink) -> Spanned<Vec<RichText>> {
    Spanned { value: rich_paragraphs(text, sink), span: text.span }
}

fn kind<'k>(text: &Slot<Text>, kinds: &'k Kinds, sink: &mut Sink) -> Option<&'k Kind> {
    kind_of(text, kinds).or_else(|| {
        let slugs: Vec<&str> = kinds.all().map(|kind| &*kind.slug).collect();
        text.iter().for_each(|text| unknown_value(text, KIND, &slugs, Some("P3"), sink));
        None
    })
}
