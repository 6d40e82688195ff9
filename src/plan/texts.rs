//! Which texts a plan holds, and what each is for.

use super::raw::{
    Attached, List, RawAppendix, RawArticle, RawBasis, RawChapter, RawCitation, RawFill, RawIssuer,
    RawLetterhead, RawNode, RawParts, RawPlan, RawSignature, RawSigning, RawTable, Slot,
};
use crate::source::Spanned;
use crate::text::Field;
use crate::text::Text;

/// The texts of the document itself that print, in the order of the file format.
pub fn texts(plan: &RawPlan) -> Vec<(Field, &Text)> {
    let mut out = Vec::new();
    if let Some(RawIssuer { parent, name, .. }) = plan.issuer.as_ref().map(|issuer| &issuer.value) {
        for lines in [parent, name].into_iter().flatten() {
            out.extend(lines.0.iter().flatten().map(|line| (Field::Issuer, line)));
        }
    }
    one(Field::Place, &plan.place, &mut out);
    one(Field::Subject, &plan.subject, &mut out);
    for (at, basis) in plan.legal_basis.items().enumerate() {
        match basis {
            RawBasis::Free(text) => out.push((Field::Basis(at), text)),
            RawBasis::Citation(citation) => {
                let RawCitation { number, name, issuer, subject, .. } = &citation.value;
                one(Field::Symbol, number, &mut out);
                [name, issuer, subject].into_iter().for_each(|text| one(Field::BasisPart, text, &mut out));
            }
        }
    }
    list(Field::Recipient, &plan.to, &mut out);
    one(Field::Post, &plan.authority, &mut out);
    if let Some(issued_with) = plan.issued_with.as_ref() {
        one(Field::Post, &issued_with.value.issuer, &mut out);
    }
    one(Field::Preamble, &plan.preamble, &mut out);
    for (_, lines) in plan.details.iter().flat_map(|details| &details.0) {
        out.extend(
            lines.iter().flat_map(|lines| lines.0.iter().flatten()).map(|line| (Field::AfterLead, line)),
        );
    }
    bodies(plan).for_each(|all| nodes(all, &mut out));
    article_texts(plan, &mut out);
    one(Field::Closing, &plan.closing, &mut out);
    list(Field::Recipient, &plan.recipients, &mut out);
    one(Field::Archive, &plan.archive, &mut out);
    if let Some(signature) = plan.signature.as_ref() {
        let RawSignature { tm, kt, tl, tuq, q, position, other_post, name } = &signature.value;
        [tm, kt, tl, tuq, q, position, other_post]
            .into_iter()
            .for_each(|text| one(Field::Post, text, &mut out));
        one(Field::Name, name, &mut out);
    }
    if let Some(secretary) = plan.secretary.as_ref() {
        one(Field::Post, &secretary.value.position, &mut out);
        one(Field::Name, &secretary.value.name, &mut out);
    }
    one(Field::Other, &plan.circulation, &mut out);
    if let Some(contact) = plan.contact.as_ref() {
        one(Field::Other, &contact.address, &mut out);
    }
    out
}

/// The texts of the appendices.
pub fn appendix_texts(plan: &RawPlan) -> Vec<(Field, &Text)> {
    let mut out = Vec::new();
    for RawAppendix { title, attached, body, .. } in plan.appendices.items().map(|one| &one.value) {
        one(Field::Title, title, &mut out);
        if let Some(Attached::Words(words)) = attached.as_ref() {
            out.push((Field::Other, words));
        }
        nodes(body.list(), &mut out);
    }
    out
}

/// All điều, those without a chương first.
pub(crate) fn articles(plan: &RawPlan) -> impl Iterator<Item = &Spanned<RawArticle>> {
    let chapters = plan.chapters.items().flat_map(|chapter| chapter.value.articles.items());
    plan.articles.items().chain(chapters)
}

/// The texts of điều and of their chương.
fn article_texts<'a>(plan: &'a RawPlan, out: &mut Vec<(Field, &'a Text)>) {
    let of = |all: &'a Slot<List<Spanned<RawArticle>>>, out: &mut Vec<(Field, &'a Text)>| {
        for RawArticle { title, text, items } in all.items().map(|one| &one.value) {
            one(Field::Title, title, out);
            one(Field::Body, text, out);
            nodes(items.list(), out);
        }
    };
    of(&plan.articles, out);
    for RawChapter { title, articles } in plan.chapters.items().map(|one| &one.value) {
        one(Field::Title, title, out);
        of(articles, out);
    }
}

/// All tables, in the order of the file format.
pub fn tables(plan: &RawPlan) -> Vec<&RawTable> {
    let mut out = Vec::new();
    let appendices = plan.appendices.items().map(|appendix| appendix.value.body.list());
    let items = articles(plan).map(|article| article.value.items.list());
    bodies(plan).chain(items).chain(appendices).for_each(|all| tables_of(all, &mut out));
    out
}

/// The lists of nodes that the body is made of, in the order of print.
pub(crate) fn bodies(plan: &RawPlan) -> impl Iterator<Item = &[Slot<RawNode>]> {
    plan.lists.runs().map(|(_, _, nodes)| nodes)
}

fn tables_of<'a>(all: &'a [Slot<RawNode>], out: &mut Vec<&'a RawTable>) {
    for node in all.iter().flatten() {
        if let RawNode::Parts(parts) = node {
            out.extend(parts.value.table.iter().map(|table| &table.value));
            tables_of(parts.value.items.list(), out);
        }
    }
}

fn one<'a>(field: Field, text: &'a Slot<Text>, out: &mut Vec<(Field, &'a Text)>) {
    out.extend(text.iter().map(|text| (field, text)));
}

fn list<'a>(field: Field, texts: &'a Slot<List<Text>>, out: &mut Vec<(Field, &'a Text)>) {
    out.extend(texts.items().map(|text| (field, text)));
}

fn nodes<'a>(all: &'a [Slot<RawNode>], out: &mut Vec<(Field, &'a Text)>) {
    for node in all.iter().flatten() {
        match node {
            RawNode::Dash(text) => out.push((Field::Body, text)),
            RawNode::Parts(parts) => {
                let RawParts { title, lead, text, items, item, paragraph, note, table, .. } = &*parts.value;
                form(&parts.value, out);
                one(Field::Title, title, out);
                one(Field::Title, lead, out);
                one(if !lead.is_absent() { Field::AfterLead } else { Field::Body }, text, out);
                one(Field::Body, item, out);
                one(Field::Body, paragraph, out);
                one(Field::Body, note, out);
                if let Some(table) = table.as_ref() {
                    cells(&table.value, out);
                }
                nodes(items.list(), out);
            }
        }
    }
}

/// The texts of a part of a form.
fn form<'a>(parts: &'a RawParts, out: &mut Vec<(Field, &'a Text)>) {
    let RawParts { fill, check, columns, signatures, letterhead, .. } = parts;
    if let Some(RawFill::Labels(labels)) = fill.as_ref() {
        out.extend(labels.0.iter().flatten().map(|label| (Field::Form, label)));
    }
    list(Field::Form, check, out);
    columns.items().for_each(|cell| nodes(cell, out));
    for RawSigning { title, note, name } in signatures.items().map(|one| &one.value) {
        [title, note].into_iter().for_each(|text| one(Field::Form, text, out));
        one(Field::Name, name, out);
    }
    if let Some(RawLetterhead { issuer, number, place, .. }) = letterhead.as_ref().map(|head| &head.value) {
        out.extend(issuer.iter().flat_map(|lines| lines.0.iter().flatten()).map(|line| (Field::Form, line)));
        one(Field::Symbol, number, out);
        one(Field::Form, place, out);
    }
}

fn cells<'a>(table: &'a RawTable, out: &mut Vec<(Field, &'a Text)>) {
    one(Field::Table, &table.caption, out);
    one(Field::Table, &table.unit, out);
    let cells = table.cells().into_iter().filter(|(_, is_number)| !is_number).map(|(text, _)| text);
    out.extend(table.titles().into_iter().chain(cells).map(|text| (Field::Table, text)));
}
