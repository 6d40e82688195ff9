//! Kinds of documents: each has its form, its keys and its words; a document issued with a decision has the decision's.

use kehoach::decree::KINDS;
use kehoach::document::{Block, Document, Role};
use kehoach::internals::kinds_handbook;
use kehoach::templates::Templates;
use kehoach::text::words;

use crate::common::{below, check, document, document_at, example, examples, root, small};

/// What the paragraphs of a role say.
fn of(document: &Document, role: Role) -> Vec<String> {
    let mut out = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |one| {
            if one.role == role {
                let number = one.number.as_ref().map_or(String::new(), |number| format!("{} ", number.text));
                out.push(format!("{number}{}", words(&one.text)));
            }
        });
    }
    out
}

/// Room for the number of a document.
const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

#[test]
fn each_example_has_the_title_the_symbol_and_the_parts_of_its_kind() {
    for (plan, kind) in examples().iter().map(|plan| {
        let slug = plan.stem.as_str();
        (plan, KINDS.iter().find(|kind| kind.slug == slug).unwrap())
    }) {
        assert!(plan.text.contains(&format!("kind: {}\n", kind.slug)), "{}", plan.name);
        let document = plan.document();
        let number = of(document, Role::NumberSymbol);
        let title = [of(document, Role::Title), of(document, Role::LoneTitle)].concat();
        match kind.abbreviation.as_deref() {
            Some(letters) => {
                let bodies = ["LMHTX", "UBND"].map(|body| vec![format!("Số: {ROOM}/{letters}-{body}")]);
                assert!(bodies.contains(&number), "{}: {number:?}", plan.name);
                assert_eq!(title, [kind.name.to_uppercase()]);
            }
            None => {
                assert_eq!(number, [format!("Số: {ROOM}/LMHTX-KHHT")]);
                assert!(title.is_empty());
            }
        }
        let has_date = !of(document, Role::PlaceDate).is_empty();
        assert_eq!(has_date, kind.slug != "bien-ban", "mẫu 1.9 has no địa danh and no date");
        let is_answered = of(document, Role::Recipient)[0] == "- Như trên;";
        let to_above = ["cong-van", "to-trinh", "bao-cao", "cong-dien", "giay-gioi-thieu"];
        assert_eq!(is_answered, to_above.contains(&&*kind.slug), "{}: P1.II.9.b", plan.name);
        let said: Vec<String> =
            [Role::Enactment, Role::IssuingAuthority].map(|role| of(document, role)).concat();
        match &*kind.slug {
            "quyet-dinh" => assert_eq!(said[0], "QUYẾT ĐỊNH:"),
            "nghi-quyet" => assert_eq!(said[0], "QUYẾT NGHỊ:"),
            _ => assert!(said.is_empty()),
        }
        if ["nghi-quyet", "quyet-dinh"].contains(&&*kind.slug) {
            assert!(of(document, Role::Article)[0].starts_with("Điều 1. "));
        }
    }
}

#[test]
fn forms_print_the_lines_of_their_own() {
    let said = |name: &str| {
        let document = example(name).document();
        (
            of(document, Role::Body).join("\n"),
            of(document, Role::Authority),
            of(document, Role::Addressee),
            document,
        )
    };
    for (name, lines) in [
        (
            "giay-moi",
            &["trân trọng kính mời", "Tới dự Hội nghị", "Chủ trì: ", "Thời gian: ", "Địa điểm: "][..],
        ),
        (
            "giay-gioi-thieu",
            &[
                "Ông (bà) Nguyễn Văn A",
                "Được cử đến: ",
                "Về việc: ",
                "có giá trị đến hết ngày 31 tháng 12 năm 2026./.",
            ],
        ),
        (
            "bien-ban",
            &[
                "Thời gian bắt đầu: ",
                "Địa điểm: ",
                "Thành phần tham dự:",
                "Chủ trì (chủ tọa): ",
                "Thư ký",
                "Nội dung (theo diễn biến cuộc họp):",
                "kết thúc vào ",
            ],
        ),
        (
            "giay-nghi-phep",
            &[
                "Xét Đơn đề nghị nghỉ phép ngày ",
                "của ông (bà) Nguyễn Văn A, Liên minh Hợp tác xã cấp cho:",
                "Được nghỉ phép trong thời gian 05 ngày làm việc kể từ ngày ",
                "nghỉ phép năm 2026./.",
            ],
        ),
    ] {
        let body = said(name).0;
        for line in lines {
            assert!(body.contains(line), "{name}: {line} in\n{body}");
        }
    }
    let (_, signers, _, minutes) = said("bien-ban");
    assert_eq!(signers, ["THƯ KÝ", "CHỦ TỌA"], "left, then right");
    let [.., Block::Columns(closing)] = minutes.parts[0].blocks.as_slice() else { panic!("no signatures") };
    let at_left: Vec<String> = closing.rows[0][0].paragraphs.iter().map(|one| words(&one.text)).collect();
    let at = |wanted: &str| at_left.iter().position(|one| one == wanted).unwrap();
    assert!(at("THƯ KÝ") < at("Nơi nhận:"), "mẫu 1.9: nơi nhận below the secretary");
    let centered = |name: &str| of(said(name).3, Role::Centered);
    assert_eq!(centered("cong-dien"), ["Chủ tịch Ủy ban nhân dân tỉnh điện:"], "mẫu 1.6");
    let introduced = ["Ủy ban nhân dân xã Hải Lăng trân trọng giới thiệu:"];
    assert_eq!(centered("giay-gioi-thieu"), introduced, "mẫu 1.8");
    let confirmation = of(said("giay-nghi-phep").3, Role::Confirmation);
    let confirmed = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)";
    assert_eq!(confirmation, [confirmed, "(Chữ ký, dấu)"], "mẫu 1.10");
}

#[test]
fn a_key_of_another_kind_is_an_error_that_says_so() {
    let found = |extra: &str| {
        let found = check("plans/a.yaml", &small(extra), &Templates::default());
        found
            .into_iter()
            .map(|one| (one.code.name, one.help.map(|help| help.vi).unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let [(code, help)] = &found("articles: [{text: Ban hành Kế hoạch.}]\n")[..] else {
        panic!("one finding")
    };
    assert_eq!(*code, "key-of-other-kind");
    assert_eq!(help, "`articles` là khóa của: Nghị quyết, Quyết định, Quy chế, Quy định");
    let found = found("kind: quyet-dinh\nauthority: Chủ tịch\narticles: [{text: Ban hành Kế hoạch.}]\n");
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["key-of-other-kind"], "objectives");
}

#[test]
fn keys_that_a_kind_must_have_are_asked_for() {
    let base = small("").replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", "");
    for (kind, wanted) in [
        ("ke-hoach", &["objectives"][..]),
        ("quyet-dinh", &["authority", "articles"]),
        ("cong-van", &["issuer.unit", "to", "body"]),
        ("to-trinh", &["to", "body"]),
        ("thong-bao", &["body"]),
        ("quy-che", &["articles"]),
        ("giay-moi", &["details.invited", "details.event", "details.time", "details.venue"]),
    ] {
        let found = check("a.yaml", &format!("kind: {kind}\n{base}"), &Templates::default());
        let missing: Vec<&str> = found
            .iter()
            .filter(|one| one.code.name == "missing-key")
            .filter_map(|one| one.message.vi.split('`').nth(1))
            .collect();
        let mut sorted = wanted.to_vec();
        sorted.sort_unstable();
        let mut got = missing.clone();
        got.sort_unstable();
        assert_eq!(got, sorted, "{kind}");
    }
}

#[test]
fn a_document_issued_with_a_decision_has_the_decisions_number_and_date() {
    let name = "plans/ban-hanh-2027/ke-hoach.yaml";
    let text = std::fs::read_to_string(root().join(name)).unwrap();
    let alone = document_at(name, &text);
    let of_its_own = [Role::NumberSymbol, Role::PlaceDate].map(|role| of(&alone, role));
    assert!(of_its_own.iter().all(Vec::is_empty), "mẫu 1.3");
    let line = of(&alone, Role::IssuedWith).join(" ");
    assert_eq!(
        line,
        "(Kèm theo Quyết định số 312/QĐ-LMHTX ngày 24 tháng 11 năm 2026 của Chủ tịch Liên minh Hợp tác xã tỉnh Quảng Trị)"
    );
    // Room for the time of signing.
    let data = of(&alone, Role::SigningData).join("").replace('\u{a0}', "_");
    let wanted = "Số: 312/QĐ-LMHTX; ______/______/__________; ______:______:______";
    assert_eq!(data, wanted, "P1.II.8.b.2");
    assert_eq!(alone.layout.style(Role::SigningData).size.to_pt(), 10.0);
    // Without them there is room.
    let empty = document(&small("issued_with: {}\n").replace("place: Quảng Trị\ndate: 2020-11-06\n", ""));
    let line = of(&empty, Role::IssuedWith).join("").replace('\u{a0}', "_");
    let (number, body) = ("_".repeat(12), "_".repeat(24));
    assert_eq!(
        line,
        format!("(Kèm theo Quyết định số ________/{number} ngày ____ tháng ____ năm ________ của {body})")
    );
}

#[test]
fn a_decision_and_what_is_issued_with_it_stand_in_one_file() {
    let plans = below("tests/plans");
    let plan = plans.iter().find(|plan| plan.name == "one-file").unwrap();
    assert!(plans.iter().all(|plan| plan.name != "one-file-plan"), "a part of it, not built by itself");
    let document = plan.document();
    // The resolution, the plan, its appendix, the regulation: each with page numbers of its own.
    assert_eq!(document.parts.len(), 4);
    assert!(of(document, Role::SigningData).is_empty(), "P1.II.8.b.1: the same file is signed once");
    let lines = of(document, Role::IssuedWith);
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert_eq!(
            line,
            "(Kèm theo Nghị quyết số 07/NQ-HĐND ngày 05 tháng 3 năm 2026 của Hội đồng nhân dân xã Hải Lăng)"
        );
    }
    assert_eq!(of(document, Role::Article).len(), 2);
    assert_eq!(
        of(document, Role::ArticleTitle),
        ["Điều 1. Phạm vi điều chỉnh", "Điều 2. Điều kiện hỗ trợ", "Điều 3. Trách nhiệm thi hành"],
        "counted through the chương, and anew after the resolution"
    );
    assert_eq!(of(document, Role::ChapterLabel), ["Chương I", "Chương II"]);
    assert_eq!(of(document, Role::Point).last().map(|one| &one[..4]), Some("đ) "));
}

#[test]
fn what_cannot_stand_in_the_file_of_a_decision_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let name = folder.path().join("decision.yaml").display().to_string();
    let decision = small(
        "kind: quyet-dinh\nauthority: Chủ tịch\narticles: [{text: Ban hành.}]\nattachments: [a.yaml]\n",
    )
    .replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]\n", "");
    let codes = || -> Vec<&str> {
        check(&name, &decision, &Templates::default()).iter().map(|one| one.code.name).collect()
    };
    assert_eq!(codes(), ["include-unreadable"]);
    write("a.yaml", &small(""));
    assert_eq!(codes(), ["attachment-form"], "not issued with it");
    let issued = small("issued_with: {}\n").replace("place: Quảng Trị\ndate: 2020-11-06\n", "");
    write("a.yaml", &format!("{issued}attachments: [b.yaml]\n"));
    assert_eq!(codes(), ["attachment-form"], "it attaches others");
    write("a.yaml", &format!("{issued}layout: {{body_size: 13}}\n"));
    assert_eq!(codes(), ["attachment-form"], "one file has one layout");
    write("a.yaml", &issued.replace("subject: Thực", "subjekt: Thực"));
    assert_eq!(codes(), ["unknown-key"], "its own mistakes are told, too");
    write("a.yaml", &issued);
    assert_eq!(codes(), [""; 0]);
}

#[test]
fn the_pages_of_kinds_are_current() {
    let path = root().join("templates/KINDS.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, kinds_handbook()).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(file == kinds_handbook(), "run: UPDATE_GOLDEN=1 cargo test --release the_pages_of_kinds");
    assert!(KINDS.iter().all(|kind| file.contains(&format!("(`{}`)", kind.slug))));
}
