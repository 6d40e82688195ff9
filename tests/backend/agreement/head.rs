//! Drawn lines, and what stands beside or below each other at the top and at the end.

use kehoach::document::{Document, Role};
use kehoach::text::{Inline, words};

use super::{Bare, CLOSE, Line, lines, paragraphs, pitch, without_tables};
use crate::common::documents;
use crate::common::frames::Run;

#[test]
fn drawn_lines_have_the_lengths_of_the_decree() {
    for bare @ Bare { plan, document, drawn } in without_tables() {
        let mut checked = 0;
        let mut title = 0.0;
        for (paragraph, _, runs) in bare.paragraphs() {
            let of =
                |lines: &[Line]| -> Vec<f64> { lines.iter().map(|line| line.right - line.left).collect() };
            if paragraph.role == Role::AppendixTitle {
                title = of(&lines(&runs)).into_iter().fold(0.0, f64::max);
            }
            let Some(length) = paragraph.rule else { continue };
            let lines = lines(&runs);
            let widths = of(&lines);
            let (longest, last) = (widths.iter().copied().fold(0.0, f64::max), widths[widths.len() - 1]);
            // Below the heading of an appendix the line is one of its title.
            let longest = if paragraph.role == Role::AppendixReference { title } else { longest };
            let text = &lines[lines.len() - 1];
            let rule = drawn
                .shapes
                .iter()
                .find(|shape| {
                    let middle = (text.left + text.right) / 2.0;
                    shape.page == text.page
                        && (shape.x + shape.width / 2.0 - middle).abs() < 0.1
                        && shape.height < CLOSE
                        && (1.0..12.0).contains(&(shape.y - text.baseline))
                })
                .unwrap_or_else(|| panic!("{}: no line under {:?}", plan.name, paragraph.role));
            assert!((rule.width - length.to_pt()).abs() < CLOSE);
            match paragraph.role {
                Role::NationalMotto => assert!((rule.width - last).abs() < 0.1, "P1.II.1.b.3"),
                _ => {
                    assert!(rule.width >= longest / 3.0 - CLOSE, "P1.II.2.b.3, P1.II.5.b.3");
                    assert!(rule.width <= longest / 2.0 + CLOSE, "P1.II.2.b.3, P1.II.5.b.3");
                }
            }
            checked += 1;
        }
        assert_eq!(checked, drawn_lines(document), "{}: Tiêu ngữ, issuer, trích yếu", plan.name);
    }
}

/// Lines under Tiêu ngữ, issuer, and trích yếu where it stands below tên loại.
fn drawn_lines(document: &Document) -> usize {
    let mut lines = 0;
    for part in &document.parts {
        part.paragraphs(&mut |one| lines += usize::from(has_line(one.role)));
    }
    lines
}

/// What has a line below it.
fn has_line(role: Role) -> bool {
    use Role::{AppendixReference, IssuingBody, LoneTitle, NationalMotto, Subject};
    matches!(role, NationalMotto | IssuingBody | Subject | LoneTitle | AppendixReference)
}

#[test]
fn number_and_date_stand_on_one_baseline() {
    let mut together = 0;
    for bare @ Bare { plan, .. } in without_tables() {
        let all = bare.paragraphs();
        let baseline =
            |role: Role| all.iter().find(|(one, _, _)| one.role == role).map(|(_, _, runs)| runs[0].baseline);
        if let (Some(number), Some(date)) = (baseline(Role::NumberSymbol), baseline(Role::PlaceDate)) {
            assert!((number - date).abs() < 0.05, "{}: {number} and {date} (P1.II.4.c.1)", plan.name);
            together += 1;
        }
        // In minutes, nơi nhận stand below the secretary (mẫu 1.9).
        let is_below = all.iter().any(|(one, part, _)| *part == 0 && words(&one.text) == "THƯ KÝ");
        if let (Some(label), Some(authority)) = (baseline(Role::RecipientsLabel), baseline(Role::Authority)) {
            assert_eq!((label - authority).abs() < 2.0, !is_below, "{}: P1.II.9.d.4", plan.name);
            together += 1;
        }
    }
    assert!(together > 55, "{together}");
}

#[test]
fn the_subject_of_a_letter_stands_below_its_number() {
    let mut letters = 0;
    for plan in documents() {
        let document = plan.document();
        let all = paragraphs(document, plan.drawn());
        let runs =
            |role: Role| all.iter().find(|(one, _, _)| one.role == role).map(|(_, _, runs)| lines(runs));
        let Some(subject) = runs(Role::LetterSubject) else { continue };
        letters += 1;
        assert!(runs(Role::Title).is_none() && runs(Role::Subject).is_none(), "P1.II.5.b.4: no tên loại");
        let number = runs(Role::NumberSymbol).unwrap();
        let style = document.layout.style(Role::LetterSubject);
        let middle = |line: &Line| (line.left + line.right) / 2.0;
        for line in &subject {
            assert!((middle(line) - middle(&number[0])).abs() < 0.1, "centred under the number");
        }
        // The number's line has a small gap below it that brings it on the baseline of the date.
        let gap = subject[0].baseline - number[0].baseline - pitch(style);
        assert!((6.0..8.0).contains(&gap), "P1.II.5.b.4: 6 pt below the number, not {gap}");
        let addressees: Vec<&Run> = all
            .iter()
            .filter(|(one, _, _)| one.role == Role::AddresseeItem)
            .map(|(_, _, runs)| &runs[0])
            .collect();
        let colon = all.iter().find(|(one, _, _)| one.role == Role::Addressee).map(|(_, _, runs)| {
            let label = &runs[0];
            label.x
                + label.width * words(&[Inline::plain("Kính gửi")]).chars().count() as f64
                    / label.text.chars().count() as f64
        });
        for dash in addressees {
            assert!((dash.x - colon.unwrap()).abs() < 6.0, "P1.II.9.d.3: dashes under the colon");
        }
    }
    assert_eq!(letters, 3, "letters");
}
