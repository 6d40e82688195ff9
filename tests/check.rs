//! Checking as a whole: a plan full of mistakes, the fixes, the laws that hold on every plan, and the scan
//! that the project began with.

use std::num::NonZeroUsize;
use std::sync::LazyLock;

use kehoach::diag::codes::Examples;
use kehoach::diag::{Lang, Severity, render_full, render_github, render_json, render_short};
use kehoach::driver;
use kehoach::lint;
use kehoach::templates::Templates;
use proptest::prelude::*;

use crate::common::{check, documents, root, small};

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/check").join(name)).unwrap()
}

/// A text with places marked ⟦code|words⟧: the text without marks, and the marks by place.
fn marked(text: &str) -> (String, Vec<(usize, usize, String)>) {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find('⟦') {
        plain.push_str(&rest[..at]);
        let (inside, after) = rest[at + '⟦'.len_utf8()..].split_once('⟧').unwrap();
        let (code, words) = inside.split_once('|').unwrap();
        marks.push((plain.len(), plain.len() + words.len(), code.to_owned()));
        plain.push_str(words);
        rest = after;
    }
    plain.push_str(rest);
    (plain, marks)
}

#[test]
fn a_plan_full_of_mistakes_has_each_of_them_found_at_its_place_and_nothing_else() {
    let text = read("mistakes.txt");
    // The first line tells what the marks are.
    let (head, body) = text.split_once('\n').unwrap();
    assert!(head.starts_with('#'));
    let (plan, wanted) = marked(body);
    assert!(wanted.len() >= 40, "{} mistakes", wanted.len());
    let checked = check("mistakes.yaml", &plan, &Templates::default());
    let mut found: Vec<(usize, usize, String)> =
        checked.iter().map(|one| (one.span.start, one.span.end, one.code.name.to_owned())).collect();
    found.sort();
    let show = |all: &[(usize, usize, String)], other: &[(usize, usize, String)]| -> Vec<String> {
        let only = all.iter().filter(|one| !other.contains(one));
        only.map(|(start, end, code)| {
            format!("{code} at {:?} ({start})", plan.get(*start..*end).unwrap_or("?"))
        })
        .collect()
    };
    let (missed, extra) = (show(&wanted, &found), show(&found, &wanted));
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:#?}\nextra {extra:#?}");
}

/// What the machine misread in the scan of the first plan: the compounds, the abbreviation, the capitals.
#[test]
fn the_misreadings_of_the_scan_are_found() {
    let text = read("scan.yaml");
    let checked = check("scan.yaml", &text, &Templates::default());
    let of = |code: &str| -> Vec<&str> {
        let all = checked.iter().filter(|one| one.code.name == code);
        all.map(|one| &text[one.span.start..one.span.end]).collect()
    };
    let count = |words: &str| of("confusable").iter().filter(|found| **found == words).count();
    assert_eq!(count("đỗ đầu"), text.matches("đỗ đầu").count(), "every one of them");
    assert_eq!(count("Đổi với"), text.matches("Đổi với").count());
    assert_eq!(of("confusable").len(), count("đỗ đầu") + count("Đổi với") + 1, "no false alarm");
    assert_eq!(count("để án"), 1);
    assert_eq!(of("abbreviation"), ["VPDP"]);
    assert_eq!(of("cite-space"), ["1841/QĐ- UBND"]);
    assert_eq!(of("capital-document"), ["Quyết Định"]);
    assert_eq!(of("capital-organisation"), ["Thủ tướng Chính Phủ"]);
}

/// Texts whose safe fixes are tried: the mistakes, every wrong example, and an example of each kind.
static FIXABLE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mistakes = marked(read("mistakes.txt").split_once('\n').unwrap().1).0;
    let examples = lint::codes().filter_map(|code| match code.examples {
        Examples::Plan { wrong, .. } => Some(lint::whole_plan(&lint::unmarked(wrong).0).0),
        _ => None,
    });
    let of_kinds = crate::common::examples().into_iter().map(|example| example.text);
    [mistakes, read("scan.yaml")].into_iter().chain(examples).chain(of_kinds).collect()
});

/// The text with the slips of its YAML mended: what a fix keeps the shape of.
fn readable(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..10 {
        let Some((mended, _)) = kehoach::plan::mended(&text) else { return text };
        text = mended;
    }
    unreachable!("it has no end: {text}")
}

#[test]
fn a_fix_converges_keeps_the_shape_and_leaves_nothing_to_fix() {
    let templates = Templates::default();
    let safe = |text: &str| {
        let found = check("a.yaml", text, &templates);
        found.into_iter().filter(|one| one.fix.as_ref().is_some_and(|fix| fix.safe)).count()
    };
    let mut mended = 0;
    for text in FIXABLE.iter() {
        let before = safe(text);
        match driver::fix("a.yaml", text, &templates) {
            Some(fixed) => {
                mended += fixed.count;
                assert_eq!(safe(&fixed.text), 0, "{}", fixed.text);
                assert_eq!(driver::fix("a.yaml", &fixed.text, &templates), None);
                assert!(kehoach::plan::same_shape(&readable(text), &fixed.text));
            }
            None => assert_eq!(before, 0, "{text}"),
        }
    }
    assert!(mended > 40, "{mended} mended");
}

#[test]
fn a_fix_keeps_every_byte_beside_it() {
    let text = "# Chú thích đầu\r\nissuer: {name: Liên minh Hợp tác xã, code: LMHTX}   # tên\r\nplace: \"Quảng Trị,\"\r\ndate: 2020-11-06\r\n\
                subject: 'Thực hiện công tác đỡ đầu.'\r\nlegal_basis: [Căn cứ tình hình thực tế]\r\n\r\nobjectives:\r\n  - >-\r\n    Bảo đảm  tiến độ\r\n    của các phòng .\r\n\
                recipients:\r\n- Ủy ban nhân dân tỉnh;   # cấp trên\r\nsignature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}\r\n";
    let wanted = text
        .replace("Quảng Trị,\"", "Quảng Trị\"")
        .replace("đỡ đầu.'", "đỡ đầu'")
        .replace("đảm  tiến", "đảm tiến")
        .replace("phòng .", "phòng.")
        .replace("tỉnh;", "tỉnh");
    let fixed = driver::fix("a.yaml", text, &Templates::default()).unwrap();
    assert_eq!((fixed.text, fixed.count), (wanted, 5));
}

#[test]
fn the_formats_agree_on_what_was_found() {
    for text in FIXABLE.iter() {
        let checked = driver::check("kế hoạch.yaml", text, &Templates::default());
        for (one, sources) in &checked {
            let json: serde_json::Value =
                serde_json::from_str(&render_json(one, sources, Lang::Vi).unwrap()).unwrap();
            let at = sources.position(one.span);
            assert_eq!(
                (json["line"].as_u64(), json["column"].as_u64()),
                (Some(at.line as u64), Some(at.column as u64))
            );
            let place = format!("kế hoạch.yaml:{}:{}:", at.line, at.column);
            assert!(render_short(one, sources, Lang::Vi).starts_with(&place));
            assert!(render_full(one, sources, Lang::Vi, false).contains(one.code.name));
            assert!(!render_github(one, sources, Lang::Vi).contains('\n'));
        }
    }
}

/// A plan with bytes cut out, doubled or replaced is checked, and fixed, without a panic; places lie inside
/// the file, JSON lines parse, and what is fixed has nothing left to fix.
fn laws_hold(text: &str) {
    let templates = Templates::default();
    let checked = driver::check("a.yaml", text, &templates);
    for (one, sources) in &checked {
        let labels = one.labels.iter().map(|label| label.span);
        let edits = one.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in [one.span].into_iter().chain(labels).chain(edits) {
            let file = &sources.get(span.source).text;
            assert!(span.start <= span.end && file.get(span.start..span.end).is_some(), "{one:?}");
        }
        let line = render_json(one, sources, Lang::Vi).unwrap();
        assert!(!line.contains('\n') && serde_json::from_str::<serde_json::Value>(&line).is_ok());
        assert!(lint::code(one.code.name).is_some(), "{}", one.code.name);
    }
    if let Some(fixed) = driver::fix("a.yaml", text, &templates) {
        let readable = readable(text);
        assert!(
            !kehoach::plan::same_shape(&readable, &readable)
                || kehoach::plan::same_shape(&readable, &fixed.text)
        );
        assert_eq!(driver::fix("a.yaml", &fixed.text, &templates), None, "{}", fixed.text);
    }
}

/// How many mutated plans: as many as `KEHOACH_MUTATIONS` says, for a long run.
fn mutations() -> u32 {
    std::env::var("KEHOACH_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: mutations(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_mutated_plans(
        which in any::<prop::sample::Index>(),
        at in 0.0f64..1.0,
        len in 0usize..40,
        with in "(\\PC{0,6}|[*^\\[\\]{}\"'\\\\ \n:#-]{0,4}|[ỹạđÐеα\u{301}\u{200b}\u{a0}0-9./;, ]{0,6})",
    ) {
        // The wrong examples are short: most mutations fall on something that matters.
        let text = &FIXABLE[which.index(FIXABLE.len())];
        let start = kehoach::source::floor_char_boundary(text, (at * text.len() as f64) as usize);
        let end = kehoach::source::floor_char_boundary(text, start + len);
        laws_hold(&format!("{}{with}{}", &text[..start], &text[end..]));
    }
}

#[test]
fn laws_hold_on_every_plan() {
    for plan in documents() {
        laws_hold(&plan.text);
        let found = check(&plan.at(), &plan.text, &Templates::default());
        assert!(found.iter().all(|one| one.severity == Severity::Info), "{}", plan.name);
    }
}

#[test]
fn hundreds_of_plans_are_told_in_their_order() {
    // More than are held at once, in three helpings, the last one not full.
    let jobs: Vec<driver::Job> = (0..150)
        .map(|n| driver::Job {
            root: kehoach::source::Root::default(),
            path: format!("{n}.yaml").into(),
            text: small(&format!("mistake_{n}: x\n")),
            stem: format!("{n}").into(),
        })
        .collect();
    let mut told = Vec::new();
    let threads = NonZeroUsize::new(3).unwrap();
    driver::check_all(&jobs, threads, &Templates::default(), &mut |job, _, findings| {
        let of_this = format!("`mistake_{}`", job.stem.display());
        assert!(findings.iter().any(|(one, _)| one.message.get(Lang::En).contains(&of_this)), "{findings:?}");
        told.push(job.stem.clone());
    })
    .unwrap();
    assert_eq!(told, jobs.iter().map(|job| job.stem.clone()).collect::<Vec<_>>());
}

#[test]
fn an_appendix_may_stand_in_the_file_before_the_text_that_mentions_it() {
    let appendix = "appendices: [{title: Danh sách các xã, body: [{paragraph: Xem Phụ lục này.}]}]\n";
    let codes = |text: &str| -> Vec<&str> {
        check("a.yaml", text, &Templates::default()).iter().map(|one| one.code.name).collect()
    };
    let silent = crate::common::small("");
    assert_eq!(
        codes(&format!("{appendix}{silent}")),
        ["appendix-unmentioned"],
        "its own text does not count"
    );
    let mentioned = silent.replace("chặt chẽ.", "chặt chẽ (Phụ lục kèm theo).");
    assert!(codes(&format!("{appendix}{mentioned}")).is_empty());
}

/// A plan of these items.
fn plan_of(items: &str) -> String {
    let quoted: String = items.lines().map(|line| format!("  - '{}'\n", line.replace('\'', "''"))).collect();
    small("")
        .replace("2020-11-06", "2026-11-06")
        .replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", &format!("objectives:\n{quoted}"))
}

/// What officials mistype, a line each, with the places marked.
#[test]
fn slips_of_officials_are_found_at_their_places() {
    let (plan, wanted) = marked(&plan_of(&read("slips.txt")));
    assert!(wanted.len() > 90, "{} slips", wanted.len());
    let checked = check("a.yaml", &plan, &Templates::default());
    let show = |all: &mut dyn Iterator<Item = (usize, usize, String)>| {
        let mut all: Vec<String> = all
            .map(|(start, end, code)| format!("{start:6} {code} {}", plan.get(start..end).unwrap_or("?")))
            .collect();
        all.sort();
        all
    };
    let found = show(
        &mut checked
            .iter()
            .filter(|one| !OF_RIGHT_TEXTS.contains(&one.code.name))
            .map(|one| (one.span.start, one.span.end, one.code.name.to_owned())),
    );
    let wanted = show(&mut wanted.into_iter());
    let missed: Vec<_> = wanted.iter().filter(|one| !found.contains(one)).collect();
    let extra: Vec<_> = found.iter().filter(|one| !wanted.contains(one)).collect();
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:#?}\nextra {extra:#?}");
}

#[test]
fn paragraphs_need_an_end_mark_where_those_beside_them_have_one() {
    let long = "Các phòng, ban, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động phối hợp triển khai thực hiện và báo cáo kết quả";
    let found = |items: &str, more: &str| {
        let plan = format!("{}{more}", plan_of(items));
        let all = check("a.yaml", &plan, &Templates::default());
        all.iter().filter(|one| one.code.name == "end-missing").map(|one| 1 + one.labels.len()).sum::<usize>()
    };
    for (items, more, count) in [
        ("Rà soát tiêu chí.\nCông khai kết quả\nPhân công rõ.", "", 1),
        ("Rà soát;\nCông khai\nĐánh giá\nPhân công;\nBáo cáo.", "", 2),
        // Short phrases without any mark; the program ends the last one.
        ("Thành phần: các trưởng phòng\nĐịa điểm: hội trường xã\nThời gian: 8 giờ 00", "", 0),
        ("Rà soát tiêu chí.\nCông khai kết quả", "", 0),
        ("Rà soát tiêu chí.\nCông khai kết quả", "layout: {end_mark: false}\n", 0),
        ("Rà soát.\nĐánh giá.\nCông khai kết quả", "layout: {end_mark: false}\n", 1),
        ("Rà soát.\nĐánh giá.\nCông khai kết quả", "closing: Các phòng thực hiện\n", 1),
        // Forms, headings in capitals, what is in brackets or quotes.
        (
            "Họ và tên: ……\nĐã nộp [x]\nTỔ CHỨC THỰC HIỆN\n(Kèm theo phụ lục.)\nNói: \"dân biết.\"\nHết.",
            "",
            0,
        ),
    ] {
        assert_eq!(found(items, more), count, "{items} {more}");
    }
    assert_eq!(found(&format!("{long}\n{long}\nHết"), ""), 2, "a sentence needs one by itself");
}

/// What is told of right texts all the same: a citation that is not whole, two styles in one document, a law
/// that is no longer in force, quotes that print curved, stars between letters.
const OF_RIGHT_TEXTS: [&str; 7] = [
    "stray-star",
    "cite-parts-text",
    "cite-in-force",
    "range-style",
    "tone-style",
    "straight-quotes",
    "old-commune",
];

#[test]
fn nothing_else_is_found_in_right_texts() {
    let lines = read("right.txt");
    assert!(lines.lines().count() >= 175);
    // A formula is asked about, but not changed.
    let plan = plan_of(&lines.replace("x=1;y=2", "x=1"));
    assert!(plan.contains("Bru-Vân Kiều"));
    let found = check("a.yaml", &plan, &Templates::default());
    let other = found.iter().filter(|one| !OF_RIGHT_TEXTS.contains(&one.code.name));
    let told: Vec<String> = other
        .map(|one| {
            format!("{} at {:?}: {}", one.code.name, plan.get(one.span.start..one.span.end), one.message.vi)
        })
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

/// Right texts, in each way of writing them, and every plan, example and start: a fix leaves them alone.
#[test]
fn a_fix_changes_nothing_that_is_right() {
    let templates = Templates::default();
    let lines = read("right.txt");
    assert!(lines.lines().count() > 20);
    let mut changed = Vec::new();
    for line in lines.lines() {
        let single = format!("'{}'", line.replace('\'', "''"));
        for text in [single, format!(">-\n  {line}"), format!("|\n  {line}")] {
            let plan = small(&format!("closing: {text}\n"));
            if let Some(fixed) = driver::fix("a.yaml", &plan, &templates) {
                // A typist's quotes around words are curved in print, which is no change of words.
                let curved = |text: &str| text.replace(['“', '”'], "\"");
                if curved(&fixed.text) != curved(&plan) {
                    changed.push(fixed.text.split("closing: ").last().unwrap().to_owned());
                }
            }
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
    for plan in documents() {
        assert_eq!(driver::fix(&plan.at(), &plan.text, &templates), None, "{}", plan.name);
    }
    for (name, start) in kehoach::templates::STARTS {
        assert_eq!(driver::fix("a.yaml", start, &templates), None, "{name}");
    }
}
