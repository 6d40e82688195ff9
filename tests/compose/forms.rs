//! The examples of the kinds, held against what was measured in the official file of Phụ lục III (mẫu 1.1 to 1.10
//! and 2.1): size, weight, slant, place, and which lines are drawn. Where the decree's text allows a range, the
//! examples have the value of the form, but for "V/v" (12 in mẫu 1.5, where Quốc hiệu has 12, too).

use kehoach::document::{Align, Document, Paragraph, Role};

use crate::common::{documents, example};

struct Look {
    role: Role,
    size: f64,
    bold: bool,
    italic: bool,
    align: Align,
    /// Whether a line is drawn below it.
    line: bool,
}

const fn look(role: Role, size: f64, style: &str, align: Align, line: bool) -> Look {
    let (bold, italic) = match style.as_bytes() {
        b"bold" => (true, false),
        b"italic" => (false, true),
        b"both" => (true, true),
        _ => (false, false),
    };
    Look { role, size, bold, italic, align, line }
}

/// In every form.
const HEAD: [Look; 5] = [
    look(Role::NationalName, 13.0, "bold", Align::Center, false),
    look(Role::NationalMotto, 14.0, "bold", Align::Center, true),
    look(Role::ParentBody, 13.0, "", Align::Center, false),
    look(Role::IssuingBody, 13.0, "bold", Align::Center, true),
    look(Role::NumberSymbol, 13.0, "", Align::Center, false),
];
const FOOT: [Look; 4] = [
    look(Role::RecipientsLabel, 12.0, "both", Align::Left, false),
    look(Role::Recipient, 11.0, "", Align::Left, false),
    look(Role::Authority, 14.0, "bold", Align::Center, false),
    look(Role::SignerName, 14.0, "bold", Align::Center, false),
];
const DATE: Look = look(Role::PlaceDate, 14.0, "italic", Align::Center, false);
const TITLE: Look = look(Role::Title, 14.0, "bold", Align::Center, false);
const SUBJECT: Look = look(Role::Subject, 14.0, "bold", Align::Center, true);
const LONE_TITLE: Look = look(Role::LoneTitle, 14.0, "bold", Align::Center, true);
const BASIS: Look = look(Role::LegalBasis, 14.0, "italic", Align::Justify, false);
const AUTHORITY: Look = look(Role::IssuingAuthority, 14.0, "bold", Align::Center, false);
const ENACTMENT: Look = look(Role::Enactment, 14.0, "bold", Align::Center, false);
const ARTICLE: Look = look(Role::Article, 14.0, "", Align::Justify, false);
const CENTERED: Look = look(Role::Centered, 14.0, "", Align::Center, false);
const BODY: Look = look(Role::Body, 14.0, "", Align::Justify, false);
const LETTER_SUBJECT: Look = look(Role::LetterSubject, 13.0, "", Align::Center, false);
const ADDRESSEE: Look = look(Role::Addressee, 14.0, "", Align::Left, false);
const CONFIRMATION: Look = look(Role::Confirmation, 11.0, "italic", Align::Center, false);
const APPENDIX: [Look; 3] = [
    look(Role::AppendixLabel, 14.0, "bold", Align::Center, false),
    look(Role::AppendixTitle, 14.0, "bold", Align::Center, false),
    look(Role::AppendixReference, 14.0, "italic", Align::Center, true),
];

fn paragraphs(document: &Document, role: Role) -> Vec<&Paragraph> {
    let mut out = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |one| out.extend((one.role == role).then_some(one)));
    }
    out
}

fn hold(what: &str, document: &Document, want: &Look) {
    let style = document.layout.style(want.role);
    assert_eq!(style.size.to_pt(), want.size, "{what}, {:?}: size", want.role);
    assert_eq!((style.bold, style.italic), (want.bold, want.italic), "{what}, {:?}: bold, italic", want.role);
    assert_eq!(style.align, want.align, "{what}, {:?}: place", want.role);
    let found = paragraphs(document, want.role);
    assert!(!found.is_empty(), "{what}: {:?} is missing", want.role);
    for one in found {
        assert_eq!(one.rule.is_some(), want.line, "{what}, {:?}: a line below it", want.role);
    }
}

#[test]
fn examples_look_as_the_official_forms() {
    let forms: [(&str, &str, &[&Look]); 10] = [
        ("1.1", "nghi-quyet", &[&DATE, &TITLE, &SUBJECT, &AUTHORITY, &BASIS, &ENACTMENT, &ARTICLE]),
        ("1.2", "quyet-dinh", &[&DATE, &TITLE, &SUBJECT, &AUTHORITY, &BASIS, &ENACTMENT, &ARTICLE]),
        ("1.4", "thong-bao", &[&DATE, &TITLE, &SUBJECT, &BASIS, &BODY]),
        ("1.4", "ke-hoach", &[&DATE, &TITLE, &SUBJECT, &BASIS, &BODY]),
        ("1.5", "cong-van", &[&DATE, &LETTER_SUBJECT, &ADDRESSEE, &BODY]),
        ("1.6", "cong-dien", &[&DATE, &TITLE, &SUBJECT, &CENTERED, &BODY]),
        ("1.7", "giay-moi", &[&DATE, &TITLE, &SUBJECT, &BODY]),
        ("1.8", "giay-gioi-thieu", &[&DATE, &LONE_TITLE, &CENTERED, &BODY]),
        ("1.9", "bien-ban", &[&TITLE, &SUBJECT, &BODY]),
        ("1.10", "giay-nghi-phep", &[&DATE, &LONE_TITLE, &BODY, &CONFIRMATION]),
    ];
    for (number, stem, own) in forms {
        let document = example(stem).document();
        let has_parent = !paragraphs(document, Role::ParentBody).is_empty();
        let head = HEAD.iter().filter(|look| has_parent || look.role != Role::ParentBody);
        for look in head.chain(&FOOT).chain(own.iter().copied()) {
            hold(&format!("mẫu {number} ({stem})"), document, look);
        }
    }
    let minutes = example("bien-ban").document();
    assert!(paragraphs(minutes, Role::PlaceDate).is_empty(), "mẫu 1.9 has no place and date");
}

#[test]
fn an_appendix_looks_as_the_official_form() {
    let mut held = 0;
    for plan in documents() {
        let document = plan.document();
        if document.parts.len() > 1 && !paragraphs(document, Role::AppendixLabel).is_empty() {
            APPENDIX.iter().for_each(|look| hold(&format!("mẫu 2.1 ({})", plan.name), document, look));
            held += 1;
        }
    }
    assert!(held > 0, "plans with appendices");
}
